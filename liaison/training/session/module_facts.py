"""Ce qu'un module dit de lui-même, écrit une fois à côté de ses carnets : titre, minutes, objectifs, à emporter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from liaison.base.suite import NOTEBOOKS
from liaison.base.typography import typeset
from liaison.module import SCENARIO, ModuleError, read_module, read_part
from liaison.training.exercise.competences import competence
from liaison.training.exercise.definition import exercise, exercise_names

_OBJECTIVES = re.compile(r"^\*\*À la fin, (?P<who>[^*]*?)\s*sait\*\*\n(?P<list>(?:(?:- |  ).*\n)+)", re.MULTILINE)


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


def module_facts(name: str, notebooks: Path = NOTEBOOKS) -> ModuleFacts:
    """Return what the card and the `README.md` of a module say of it.

    Raises:
        ModuleError: no such module, or one of the two lacks what documents need.
    """
    card = read_module(name, notebooks).card
    if card.minutes.animation is None:
        raise ModuleError(f"« {name}/{SCENARIO} » ne dit pas combien dure l'atelier : minutes.animation.")
    return ModuleFacts(
        name, card.title, card.minutes.animation, card.question, card.takeaway, _objectives(name, notebooks)
    )


def _objectives(name: str, notebooks: Path) -> tuple[str, ...]:
    """Return the objectives of who is trained: where a README also has those of parents, the others."""
    found = list(_OBJECTIVES.finditer(read_part(name, "README.md", notebooks) + "\n"))
    if not found:
        raise ModuleError(f"« {name}/README.md » ne dit pas « **À la fin, on sait** », puis une liste.")
    chosen = [one for one in found if "parent" not in one["who"]] or found
    items = re.split(r"^- ", chosen[0]["list"], flags=re.MULTILINE)[1:]
    return tuple(typeset(" ".join(item.split()).rstrip(" ;.")) for item in items)


__all__ = ["ModuleFacts", "module_facts"]
