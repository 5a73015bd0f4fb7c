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

from liaison.base.languages import languages
from liaison.base.sentences import TextError
from liaison.practice.compiled import CHROME, HELPER, compiled
from liaison.practice.scenario import Scenario, practice_scenario, texts_of
from liaison.practice.wording import TEXTS

FRENCH = "fr"
# The words of the frame and of the poster are asked for by name, not by the scenario.
FRAME = (CHROME, "affiche-")
# The quotes of the nine languages.
_QUOTED = re.compile(r"[«“„\"]\s*([^«»“”„\"]+?)\s*[»”“\"]")


def text_faults(scenario: Scenario | None = None, folder: Path = TEXTS) -> list[str]:
    """Return what is wrong in the texts of all languages, one line each, in French; nothing when all is complete.

    Each language of languages.yaml has exactly the keys of French, with the same variables; no key is unused; every
    sentence of the scenario is there, with no variable that the scenario does not give; the whole compiles; what a
    hint names between quotes is on a screen.
    """
    scenario = scenario or practice_scenario()
    used = _used(scenario)
    french = _texts_of(FRENCH, folder)
    unused = sorted(key for key in set(french.variables) - set(used) if not key.startswith(FRAME))
    faults = [f"fr : « {key} » ne sert nulle part" for key in unused]
    for code in languages():
        if not [*(folder / code).glob("*.ftl")]:
            faults.append(f"{code} : aucun texte, alors que languages.yaml propose cette langue")
            continue
        own = french if code == FRENCH else _texts_of(code, folder)
        found = [*own.faults, *_faults_of_keys(code, french, own), *_faults_of_sentences(code, used, own)]
        if not found and folder == TEXTS:
            found = _faults_of_compiling(code, scenario)
        faults += found
    return faults


@dataclass
class _Texts:
    """The texts of a language: the variables of each key, and what cannot be read."""

    variables: dict[str, frozenset[str]]
    faults: list[str]


def _texts_of(code: str, folder: Path) -> _Texts:
    found = _Texts({}, [])
    for path in sorted((folder / code).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Junk):
                # Fluent itself leaves it out without a word.
                line = (entry.content or "").strip().splitlines()[0]
                found.faults.append(f"{code}, {path.name} : Fluent ne lit pas « {line} »")
            elif isinstance(entry, Message):
                named: list[tuple[str, BaseNode]] = [(entry.id.name, entry.value)] if entry.value else []
                named += [(f"{entry.id.name}.{one.id.name}", one) for one in entry.attributes or []]
                for key, node in named:
                    if key in found.variables:
                        found.faults.append(f"{code}, {path.name} : « {key} » est écrit deux fois")
                    found.variables[key] = _variables(node)
    return found


def _faults_of_keys(code: str, french: _Texts, own: _Texts) -> Iterator[str]:
    here, there = own.variables, french.variables
    yield from (f"{code} : « {key} » manque" for key in sorted(set(there) - set(here)))
    yield from (f"{code} : « {key} » n'existe pas en français" for key in sorted(set(here) - set(there)))
    for key in sorted(set(here) & set(there)):
        if here[key] != there[key]:
            yield f"{code} : « {key} » a les variables {_listed(here[key])}, en français {_listed(there[key])}"


def _faults_of_sentences(code: str, used: dict[str, list[frozenset[str]]], own: _Texts) -> Iterator[str]:
    for key, all_given in used.items():
        if key not in own.variables:
            if code == FRENCH:
                yield f"fr : « {key} » manque"
            continue
        for given in all_given:
            if lacking := own.variables[key] - given:
                yield f"{code} : « {key} » attend {_listed(lacking)}, que le scénario ne donne pas partout"
                break


def _faults_of_compiling(code: str, scenario: Scenario) -> list[str]:
    try:
        return faults_of_hints(code, compiled(code, scenario))
    except TextError as error:
        return [f"{code} : {error}"]


def faults_of_hints(code: str, made: dict[str, Any]) -> list[str]:
    """Return the hints that name between quotes something that no screen shows: a button, a line, an answer.

    `made`: what `compiled` gives. The beginning of what is shown is enough (« Payer » for « Payer 43,20 € »).
    """
    shown = {text for part in ("screens", "words", "services") for text in _strings(made[part])}
    return [
        f"{code} : la mission {mission['id']} cite « {named} », qu'aucun écran ne montre"
        for mission in made["missions"]
        for hint in mission["hints"]
        for named in _QUOTED.findall(hint)
        if not any(text.startswith(named) for text in shown)
    ]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def _used(scenario: Scenario) -> dict[str, list[frozenset[str]]]:
    """Return every key that the scenario asks for, with what it gives each time."""
    used: dict[str, list[frozenset[str]]] = defaultdict(list)
    for _, ref in texts_of(scenario):
        used[ref.key].append(frozenset(ref.arguments))
    names = [f"{one.service}-nom" for one in scenario.services]
    for name, (_, mission) in scenario.missions.items():
        hints = [f"indice-{number}" for number in range(1, mission.hints + 1)]
        names += [f"mission-{name}", *(f"mission-{name}.{one}" for one in (*hints, "retenir", *HELPER))]
    for path in scenario.paths:
        names += [f"parcours-{path.id}", f"parcours-{path.id}.phrase"]
    for name in names:
        used[name].append(frozenset())
    return used


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names)) or "aucune"


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
