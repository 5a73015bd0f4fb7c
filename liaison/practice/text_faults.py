"""Ce qui manque aux textes de l'ENT d'entraînement, langue par langue : une clé, une variable, une phrase en trop."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

from liaison.base.languages import FRENCH, family_texts, languages
from liaison.base.sentences import TextError, french_beside, keys_of
from liaison.phone.words import TEXTS as FRAME
from liaison.practice.compiled import CHROME, HELPER, compiled
from liaison.practice.scenario import Scenario, practice_scenario, texts_of
from liaison.practice.wording import TEXTS

phrase = french_beside(__file__)

# The words around the ENT and those of the poster are asked for by name, not by the scenario.
AROUND = (CHROME, "affiche-")
# The quotes of the nine languages.
_QUOTED = re.compile(r"[«“„\"]\s*([^«»“”„\"]+?)\s*[»”“\"]")


def text_faults(scenario: Scenario | None = None, folder: Path = TEXTS) -> list[str]:
    """Return what is wrong in the texts of all languages, one line each, in French; nothing when all is complete.

    The texts of the frame around them (`liaison.phone`) are read with those of the folder.

    Each language of languages.yaml has exactly the keys of French, with the same variables; no key is unused; every
    sentence of the scenario is there, with no variable that the scenario does not give; the whole compiles; what a
    hint names between quotes is on a screen.
    """
    scenario = scenario or practice_scenario()
    used = _used(scenario)
    french = _texts_of(FRENCH, folder)
    framed = {key for path in family_texts(FRAME, FRENCH) for key in keys_of(path)}
    unused = sorted(
        key for key in set(french.variables) - set(used) if not key.startswith(AROUND) and key not in framed
    )
    faults = [phrase("sans-usage", language=FRENCH, key=key) for key in unused]
    for code in languages():
        if not family_texts(folder, code):
            faults.append(phrase("aucun-texte", language=code))
            continue
        own = french if code == FRENCH else _texts_of(code, folder)
        of_language = [*own.faults, *_faults_of_keys(code, french, own), *_faults_of_sentences(code, used, own)]
        if not of_language and folder == TEXTS:
            of_language = _faults_of_compiling(code, scenario)
        faults += of_language
    return faults


@dataclass
class _Texts:
    """The texts of a language: the variables of each key, and what cannot be read."""

    variables: dict[str, frozenset[str]]
    faults: list[str]


def _texts_of(code: str, folder: Path) -> _Texts:
    own = _Texts({}, [])
    for path in (*family_texts(folder, code), *family_texts(FRAME, code)):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Junk):
                # Fluent itself leaves it out without a word.
                line = (entry.content or "").strip().splitlines()[0]
                own.faults.append(phrase("illisible", language=code, file=path.name, line=line))
            elif isinstance(entry, Message):
                named: list[tuple[str, BaseNode]] = [(entry.id.name, entry.value)] if entry.value else []
                named += [(f"{entry.id.name}.{attribute.id.name}", attribute) for attribute in entry.attributes or []]
                for key, node in named:
                    if key in own.variables:
                        own.faults.append(phrase("ecrit-deux-fois", language=code, file=path.name, key=key))
                    own.variables[key] = _variables(node)
    return own


def _faults_of_keys(code: str, french: _Texts, own: _Texts) -> Iterator[str]:
    here, there = own.variables, french.variables
    yield from (phrase("manque", language=code, key=key) for key in sorted(set(there) - set(here)))
    yield from (phrase("pas-en-francais", language=code, key=key) for key in sorted(set(here) - set(there)))
    for key in sorted(set(here) & set(there)):
        if here[key] != there[key]:
            variables, own_french = _listed(here[key]), _listed(there[key])
            yield phrase("autres-variables", language=code, key=key, variables=variables, french=own_french)


def _faults_of_sentences(code: str, used: dict[str, list[frozenset[str]]], own: _Texts) -> Iterator[str]:
    for key, all_given in used.items():
        if key not in own.variables:
            if code == FRENCH:
                yield phrase("manque", language=FRENCH, key=key)
            continue
        for given in all_given:
            if lacking := own.variables[key] - given:
                yield phrase("attend-en-trop", language=code, key=key, variables=_listed(lacking))
                break


def _faults_of_compiling(code: str, scenario: Scenario) -> list[str]:
    try:
        return faults_of_hints(code, compiled(code, scenario))
    except TextError as error:
        return [phrase("faute", language=code, fault=error)]


def faults_of_hints(code: str, made: dict[str, Any]) -> list[str]:
    """Return the hints that name between quotes something that no screen shows: a button, a line, an answer.

    `made`: what `compiled` gives. The beginning of what is shown is enough (« Payer » for « Payer 43,20 € »).
    """
    shown = {text for part in ("screens", "words", "services") for text in _strings(made[part])}
    return [
        phrase("cite-rien-de-montre", language=code, mission=mission["id"], words=named)
        for mission in made["missions"]
        for hint in mission["hints"]
        for named in _QUOTED.findall(hint)
        if not any(text.startswith(named) for text in shown)
    ]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _used(scenario: Scenario) -> dict[str, list[frozenset[str]]]:
    """Return every key that the scenario asks for, with what it gives each time."""
    used: dict[str, list[frozenset[str]]] = defaultdict(list)
    for _, ref in texts_of(scenario):
        used[ref.key].append(frozenset(ref.arguments))
    names = [f"{service.service}-nom" for service in scenario.services]
    for name, (_, mission) in scenario.missions.items():
        hints = [f"indice-{number}" for number in range(1, mission.hints + 1)]
        names += [f"mission-{name}", *(f"mission-{name}.{part}" for part in (*hints, "retenir", *HELPER))]
    for path in scenario.paths:
        names += [f"parcours-{path.id}", f"parcours-{path.id}.phrase"]
    for name in names:
        used[name].append(frozenset())
    return used


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names)) or phrase("aucune-variable")


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  (the name that Fluent calls)
        self.names.add(node.id.name)


def _variables(node: BaseNode) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(node)
    return frozenset(visitor.names)


__all__ = ["text_faults"]
