"""Lire un guide d'animation : `animation.md`, écrit pour être lu tel quel, devient des parties que l'on imprime."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from liaison.base.suite import NOTEBOOKS
from liaison.documents import Block, Part, bold, bullets, emphasis, paragraph, steps
from liaison.module import GUIDE, ModuleError, read_part
from liaison.training.session.module_facts import ModuleFacts, module_facts

ABOUT = ("Public", "Salle", "Avant", "On repart avec")
COLUMNS = ("minutes", "ce qui se passe", "à l'écran")
SectionKind = Literal["reactions", "avoid", "fallback"]
# How the heading of each part that a guide must have begins.
SECTIONS: dict[SectionKind, tuple[str, ...]] = {
    "reactions": ("Les paris faux à attendre", "Ce qui arrive"),
    "avoid": ("Ce qu'il ne faut pas",),
    "fallback": ("Sans ordinateur",),
}
_MINUTES = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
_ABOUT_LINE = re.compile(r"^\*\*(?P<label>[^*]+)\*\*\s*:\s*")

Parts = tuple[Part, ...]


class HandbookError(ModuleError):
    """A guide that lacks a part, or a programme that does not add up, and what to write."""


@dataclass(frozen=True)
class Step:
    """A step of a workshop: from which minute to which, its title, what happens, what is on screen."""

    start: int
    end: int
    title: str
    parts: Parts
    screen: str

    @property
    def minutes(self) -> int:
        """How long the step lasts."""
        return self.end - self.start


@dataclass(frozen=True)
class Section:
    """A part of the guide under its own heading; `kind` is None for one that only some modules have."""

    kind: SectionKind | None
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Guide:
    """How to lead the workshop of one module."""

    facts: ModuleFacts
    title: str
    about: tuple[tuple[str, Parts], ...]
    steps: tuple[Step, ...]
    notes: tuple[Block, ...]  # ce qui est écrit sous le tableau, avant la première partie
    sections: tuple[Section, ...]

    def step(self, title: str) -> Step:
        """Return a step by its title, without its point.

        Raises:
            HandbookError: no such step.
        """
        for one in self.steps:
            if one.title == title:
                return one
        known = ", ".join(f"« {one.title} »" for one in self.steps)
        raise HandbookError(f"« {self.facts.name} » n'a pas d'étape « {title} ». Ses étapes : {known}.")


def read_guide(name: str, notebooks: Path = NOTEBOOKS) -> Guide:
    """Return the guide of a module.

    Raises:
        ModuleError: no such module, or its guide lacks a part: which one, and what is expected.
    """
    return parse_guide(read_part(name, GUIDE, notebooks), module_facts(name, notebooks))


def parse_guide(text: str, facts: ModuleFacts) -> Guide:
    """Return the guide that a Markdown text holds (errors: see `read_guide`)."""
    where = f"{facts.name}/{GUIDE}"
    nodes = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text)).children
    titles = [_plain(node) for node in nodes if node.tag == "h1"]
    if len(titles) != 1:
        raise HandbookError(f"« {where} » doit avoir un titre, et un seul (une ligne qui commence par « # »).")
    head, sections = _divided(nodes, where)
    tables = [node for node in head if node.type == "table"]
    if len(tables) != 1:
        raise HandbookError(f"« {where} » doit avoir, avant sa première partie, un tableau : {' | '.join(COLUMNS)}.")
    place = head.index(tables[0])
    return Guide(
        facts,
        titles[0],
        _about(head[:place], where),
        _steps(tables[0], facts, where),
        tuple(_block(node, where) for node in head[place + 1 :]),
        _whole(sections, where),
    )


def _divided(nodes: Iterable[SyntaxTreeNode], where: str) -> tuple[list[SyntaxTreeNode], tuple[Section, ...]]:
    """Return what comes before the first second-level heading, and the sections."""
    head: list[SyntaxTreeNode] = []
    sections: list[tuple[str, list[Block]]] = []
    for node in nodes:
        if node.tag == "h1":
            continue
        if node.tag == "h2":
            sections.append((_plain(node), []))
        elif sections:
            sections[-1][1].append(_block(node, where))
        else:
            head.append(node)
    return head, tuple(Section(_kind(title), title, tuple(blocks)) for title, blocks in sections)


def _kind(title: str) -> SectionKind | None:
    return next((kind for kind, starts in SECTIONS.items() if title.startswith(starts)), None)


def _whole(sections: tuple[Section, ...], where: str) -> tuple[Section, ...]:
    for kind, starts in SECTIONS.items():
        found = [section for section in sections if section.kind == kind]
        expected = " ou ".join(f"« ## {start} »" for start in starts)
        if len(found) != 1:
            raise HandbookError(
                f"« {where} » doit avoir une partie, et une seule, dont le titre commence par {expected}."
            )
        if not found[0].blocks:
            raise HandbookError(f"« {where} » : la partie « {found[0].title} » est vide.")
    return sections


def _about(nodes: Iterable[SyntaxTreeNode], where: str) -> tuple[tuple[str, Parts], ...]:
    """Return what is said first: for whom, where, what to prepare; one line of the text, or several, for each."""
    found: list[tuple[str, list[str]]] = []
    for node in nodes:
        inline = node.children[0] if node.type == "paragraph" else None
        for line in (inline.content if inline else "").split("\n"):
            if match := _ABOUT_LINE.match(line):
                found.append((match["label"], [line[match.end() :]]))
            elif found:
                found[-1][1].append(line)
    if missing := [label for label in ABOUT if label not in dict(found)]:
        lines = ", ".join(f"« **{label}** : … »" for label in missing)
        raise HandbookError(f"« {where} » ne dit pas, avant son tableau : {lines}.")
    return tuple((label, _inline(" ".join(lines))) for label, lines in found)


def _steps(table: SyntaxTreeNode, facts: ModuleFacts, where: str) -> tuple[Step, ...]:
    header, body = table.children
    if tuple(_plain(cell) for cell in header.children[0].children) != COLUMNS:
        raise HandbookError(f"« {where} » : les colonnes du tableau sont {' | '.join(COLUMNS)}.")
    found: list[Step] = []
    for row in body.children:
        minutes, what, screen = (cell.children[0].content if cell.children else "" for cell in row.children)
        match = _MINUTES.fullmatch(minutes.strip())
        start = found[-1].end if found else 0
        if match is None or int(match[1]) != start or int(match[2]) <= start:
            raise HandbookError(
                f"« {where} » : « {minutes} » ne suit pas la ligne d'avant, qui finit à {start} min. "
                f"Écrire par exemple {start}–{start + 10}."
            )
        parts = _inline(what)
        title = str(getattr(parts[0], "text", "")) if parts and getattr(parts[0], "bold", False) else ""
        if not title:
            raise HandbookError(f"« {where} », {minutes} : l'étape commence par son titre en gras (**Le pari.**).")
        found.append(Step(start, int(match[2]), title.rstrip(" ."), parts, screen.strip()))
    if not found or found[-1].end != facts.minutes:
        raise HandbookError(
            f"« {where} » : le tableau finit à {found[-1].end if found else 0} min ; "
            f"scenario.yaml dit {facts.minutes} min."
        )
    return tuple(found)


def _block(node: SyntaxTreeNode, where: str) -> Block:
    match node.type:
        case "paragraph":
            return paragraph(*_parts(node.children[0]))
        case "bullet_list":
            return bullets(*(_item(item, where) for item in node.children))
        case "ordered_list":
            return steps(*(_item(item, where) for item in node.children))
    raise HandbookError(f"« {where} » : un guide n'a que des paragraphes et des listes simples (ici : {node.type}).")


def _item(item: SyntaxTreeNode, where: str) -> Parts:
    if len(item.children) != 1 or item.children[0].type != "paragraph":
        raise HandbookError(f"« {where} » : une ligne de liste tient en un paragraphe, sans liste dedans.")
    return _parts(item.children[0].children[0])


def _inline(text: str) -> Parts:
    """Return the runs of one line of Markdown."""
    nodes = SyntaxTreeNode(MarkdownIt("commonmark").parse(text)).children
    return _parts(nodes[0].children[0]) if nodes else ()


def _parts(inline: SyntaxTreeNode) -> Parts:
    """Return the runs of an inline node: plain, bold, stressed; what a person types is stressed too."""
    found: list[Part] = []
    for node in inline.children:
        match node.type:
            case "text":
                found.append(node.content)
            case "softbreak" | "hardbreak":
                found.append(" ")
            case "strong":
                found.append(bold(_plain(node)))
            case "em" | "code_inline":
                found.append(emphasis(_plain(node)))
            case _:
                found.append(_plain(node))
    return tuple(part for part in found if part != "")


def _plain(node: SyntaxTreeNode) -> str:
    """Return the words of a node without their form."""
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    if not node.children:
        return node.content
    return "".join(_plain(child) for child in node.children)


__all__ = ["ABOUT", "COLUMNS", "SECTIONS", "Guide", "HandbookError", "Section", "Step", "parse_guide", "read_guide"]
