"""Lire un guide d'animation : `animation.md`, écrit pour être lu tel quel, devient des parties que l'on imprime."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from liaison.base.sentences import french_beside
from liaison.base.suite import NOTEBOOKS
from liaison.base.words import joined
from liaison.documents import Block, Part, bold, bullets, emphasis, paragraph, steps
from liaison.module import GUIDE, ModuleError, read_part
from liaison.training.session.module_facts import ModuleFacts, module_facts

phrase = french_beside(__file__)


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
class WorkshopStep:
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
    steps: tuple[WorkshopStep, ...]
    notes: tuple[Block, ...]  # ce qui est écrit sous le tableau, avant la première partie
    sections: tuple[Section, ...]

    def step(self, title: str) -> WorkshopStep:
        """Return a step by its title, without its point.

        Raises:
            HandbookError: no such step.
        """
        for step in self.steps:
            if step.title == title:
                return step
        known = ", ".join(f"« {step.title} »" for step in self.steps)
        raise HandbookError(phrase("pas-d-etape", module=self.facts.name, title=title, known=known))


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
        raise HandbookError(phrase("un-seul-titre", where=where))
    head, sections = _divided(nodes, where)
    tables = [node for node in head if node.type == "table"]
    if len(tables) != 1:
        raise HandbookError(phrase("un-tableau-avant", where=where, columns=" | ".join(COLUMNS)))
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
        matching = [section for section in sections if section.kind == kind]
        expected = joined((f"« ## {start} »" for start in starts), "ou")
        if len(matching) != 1:
            raise HandbookError(phrase("une-seule-partie", where=where, expected=expected))
        if not matching[0].blocks:
            raise HandbookError(phrase("partie-vide", where=where, title=matching[0].title))
    return sections


def _about(nodes: Iterable[SyntaxTreeNode], where: str) -> tuple[tuple[str, Parts], ...]:
    """Return what is said first: for whom, where, what to prepare; one line of the text, or several, for each."""
    lines_of: list[tuple[str, list[str]]] = []
    for node in nodes:
        inline = node.children[0] if node.type == "paragraph" else None
        for line in (inline.content if inline else "").split("\n"):
            if match := _ABOUT_LINE.match(line):
                lines_of.append((match["label"], [line[match.end() :]]))
            elif lines_of:
                lines_of[-1][1].append(line)
    if missing := [label for label in ABOUT if label not in dict(lines_of)]:
        lines = ", ".join(f"« **{label}** : … »" for label in missing)
        raise HandbookError(phrase("ne-dit-pas", where=where, lines=lines))
    return tuple((label, _inline(" ".join(lines))) for label, lines in lines_of)


def _steps(table: SyntaxTreeNode, facts: ModuleFacts, where: str) -> tuple[WorkshopStep, ...]:
    header, body = table.children
    if tuple(_plain(cell) for cell in header.children[0].children) != COLUMNS:
        raise HandbookError(phrase("colonnes-du-tableau", where=where, columns=" | ".join(COLUMNS)))
    read: list[WorkshopStep] = []
    for row in body.children:
        minutes, what, screen = (cell.children[0].content if cell.children else "" for cell in row.children)
        match = _MINUTES.fullmatch(minutes.strip())
        start = read[-1].end if read else 0
        if match is None or int(match[1]) != start or int(match[2]) <= start:
            raise HandbookError(
                phrase("minutes-qui-ne-suivent-pas", where=where, minutes=minutes, start=start, after=start + 10)
            )
        parts = _inline(what)
        title = str(getattr(parts[0], "text", "")) if parts and getattr(parts[0], "bold", False) else ""
        if not title:
            raise HandbookError(phrase("etape-sans-titre", where=where, minutes=minutes))
        read.append(WorkshopStep(start, int(match[2]), title.rstrip(" ."), parts, screen.strip()))
    if not read or read[-1].end != facts.minutes:
        raise HandbookError(
            phrase("duree-du-tableau", where=where, end=read[-1].end if read else 0, minutes=facts.minutes)
        )
    return tuple(read)


def _block(node: SyntaxTreeNode, where: str) -> Block:
    match node.type:
        case "paragraph":
            return paragraph(*_parts(node.children[0]))
        case "bullet_list":
            return bullets(*(_item(item, where) for item in node.children))
        case "ordered_list":
            return steps(*(_item(item, where) for item in node.children))
    raise HandbookError(phrase("paragraphes-et-listes-seulement", where=where, type=node.type))


def _item(item: SyntaxTreeNode, where: str) -> Parts:
    if len(item.children) != 1 or item.children[0].type != "paragraph":
        raise HandbookError(phrase("ligne-de-liste", where=where))
    return _parts(item.children[0].children[0])


def _inline(text: str) -> Parts:
    """Return the runs of one line of Markdown."""
    nodes = SyntaxTreeNode(MarkdownIt("commonmark").parse(text)).children
    return _parts(nodes[0].children[0]) if nodes else ()


def _parts(inline: SyntaxTreeNode) -> Parts:
    """Return the runs of an inline node: plain, bold, stressed; what a person types is stressed too."""
    parts: list[Part] = []
    for node in inline.children:
        match node.type:
            case "text":
                parts.append(node.content)
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "strong":
                parts.append(bold(_plain(node)))
            case "em" | "code_inline":
                parts.append(emphasis(_plain(node)))
            case _:
                parts.append(_plain(node))
    return tuple(part for part in parts if part != "")


def _plain(node: SyntaxTreeNode) -> str:
    """Return the words of a node without their form."""
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    if not node.children:
        return node.content
    return "".join(_plain(child) for child in node.children)


__all__ = [
    "ABOUT",
    "COLUMNS",
    "SECTIONS",
    "Guide",
    "HandbookError",
    "Section",
    "WorkshopStep",
    "parse_guide",
    "read_guide",
]
