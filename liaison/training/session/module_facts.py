"""Ce qu'un module dit de lui-même, écrit une fois à côté de ses carnets : titre, minutes, objectifs, à emporter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from liaison.base.faults import FrenchError
from liaison.base.suite import NOTEBOOKS
from liaison.base.typography import typeset
from liaison.base.yaml_text import read_yaml
from liaison.training.exercise.competences import competence
from liaison.training.exercise.definition import exercise, exercise_names

_OBJECTIVES = re.compile(r"^\*\*À la fin, (?P<who>[^*]*?)\s*sait\*\*\n(?P<list>(?:(?:- |  ).*\n)+)", re.MULTILINE)


class ModuleError(FrenchError):
    """A module that is not there, or whose files lack a part, and what to do."""


@dataclass(frozen=True)
class ModuleFacts:
    """What documents say of a module; `minutes` is the length of the workshop that `animation.md` describes."""

    name: str
    title: str
    minutes: int
    question: str
    takeaway: str
    objectives: tuple[str, ...]

    @property
    def number(self) -> int:
        """The number in front of the name of its folder."""
        return int(self.name[:2])

    @property
    def competences(self) -> tuple[str, ...]:
        """The competences that its exercise trains, in our words, each once; none while it has no exercise."""
        if self.name not in exercise_names():
            return ()
        return tuple(dict.fromkeys(competence(one.competence).label for one in exercise(self.name).questions))


def module_names(notebooks: Path = NOTEBOOKS) -> tuple[str, ...]:
    """Return the names of the modules that a trainer can lead, in order: those with an `animation.md`."""
    return tuple(sorted(path.parent.name for path in notebooks.glob("[0-9][0-9]_*/animation.md")))


def module_named(asked: str, notebooks: Path = NOTEBOOKS) -> str:
    """Return the whole name of a module: « 01 » is enough for « 01_messagerie_ent ».

    Raises:
        ModuleError: no such module.
    """
    known = module_names(notebooks)
    for name in known:
        if asked in (name, name[:2]):
            return name
    raise ModuleError(f"« {asked} » n'est pas un module. Modules : {', '.join(known) or 'aucun'}.")


def read_part(name: str, part: str, notebooks: Path = NOTEBOOKS) -> str:
    """Return the text of one file of a module.

    Raises:
        ModuleError: no such module, or the file cannot be read.
    """
    try:
        return (notebooks / name / part).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        known = ", ".join(module_names(notebooks))
        raise ModuleError(
            f"« {name}/{part} » ne peut pas être lu. "
            + (f"Modules : {known}." if known else "Lancer la commande depuis le dossier de la suite.")
        ) from error


def module_facts(name: str, notebooks: Path = NOTEBOOKS) -> ModuleFacts:
    """Return what `scenario.yaml` and `README.md` say of a module.

    Raises:
        ModuleError: no such module, or one of the two lacks what documents need.
    """
    try:
        scenario = read_yaml(read_part(name, "scenario.yaml", notebooks))
        assert isinstance(scenario, dict)
        title, question, takeaway = scenario["title"], scenario["question"], scenario["takeaway"]
        minutes = scenario["minutes"]["animation"]
    except (yaml.YAMLError, AssertionError, KeyError, TypeError) as error:
        raise ModuleError(
            f"« {name}/scenario.yaml » n'a pas ce que les documents demandent : "
            "title, question, minutes.animation, takeaway."
        ) from error
    return ModuleFacts(
        name, typeset(title), int(minutes), typeset(question), typeset(takeaway), _objectives(name, notebooks)
    )


def _objectives(name: str, notebooks: Path) -> tuple[str, ...]:
    """Return the objectives of who is trained: where a README also has those of parents, the others."""
    found = list(_OBJECTIVES.finditer(read_part(name, "README.md", notebooks) + "\n"))
    if not found:
        raise ModuleError(f"« {name}/README.md » ne dit pas « **À la fin, on sait** », puis une liste.")
    chosen = [one for one in found if "parent" not in one["who"]] or found
    items = re.split(r"^- ", chosen[0]["list"], flags=re.MULTILINE)[1:]
    return tuple(typeset(" ".join(item.split()).rstrip(" ;.")) for item in items)


__all__ = ["ModuleError", "ModuleFacts", "module_facts", "module_named", "module_names", "read_part"]
