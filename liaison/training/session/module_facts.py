"""Ce qu'un module dit de lui-même, écrit une fois à côté de ses carnets : titre, minutes, objectifs, à emporter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.base.suite import NOTEBOOKS
from liaison.base.typography import typeset
from liaison.module import SCENARIO, ModuleError, read_module, read_part
from liaison.training.exercise.competences import competence
from liaison.training.exercise.definition import exercise, exercise_names

phrase = french_beside(__file__)


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
    def session_title(self) -> str:
        """Its title in a session: that of its exercise, as on every mark; the card's while it has none."""
        return session_title(self.name) or self.title

    @property
    def competences(self) -> tuple[str, ...]:
        """The competences that its exercise trains, in our words, each once; none while it has no exercise."""
        if self.name not in exercise_names():
            return ()
        return tuple(dict.fromkeys(competence(question.competence).label for question in exercise(self.name).questions))


def session_title(module: str) -> str:
    """Return what a module is called in a session, "" while it has no exercise that opens."""
    return exercise(module).title if module in exercise_names() else ""


def module_facts(name: str, notebooks: Path = NOTEBOOKS) -> ModuleFacts:
    """Return what the card and the `README.md` of a module say of it.

    Raises:
        ModuleError: no such module, or one of the two lacks what documents need.
    """
    card = read_module(name, notebooks).card
    if card.minutes.animation is None:
        raise ModuleError(phrase("duree-absente", module=name, file=SCENARIO))
    return ModuleFacts(
        name, card.title, card.minutes.animation, card.question, card.takeaway, _objectives(name, notebooks)
    )


def _objectives(name: str, notebooks: Path) -> tuple[str, ...]:
    """Return the objectives of who is trained: where a README also has those of parents, the others."""
    lists = list(_OBJECTIVES.finditer(read_part(name, "README.md", notebooks) + "\n"))
    if not lists:
        raise ModuleError(phrase("objectifs-absents", module=name))
    chosen = [match for match in lists if "parent" not in match["who"]] or lists
    items = re.split(r"^- ", chosen[0]["list"], flags=re.MULTILINE)[1:]
    return tuple(typeset(" ".join(item.split()).rstrip(" ;.")) for item in items)


__all__ = ["ModuleFacts", "module_facts", "session_title"]
