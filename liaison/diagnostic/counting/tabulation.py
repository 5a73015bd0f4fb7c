"""Compter les réponses : chaque question seule, et croisée avec une autre, par valeur.

A **variable** is what can be counted in one column: a question of one choice, a row of a grid, a value of a multiple
choice (ticked or not), whether a multiple choice was answered, an axis, the level, the way of asking. No answer is a
value like the others, so that every table counts the same families.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import EQUIPMENT, SKILLS, axes, columns_of_axes
from liaison.diagnostic.questionnaire.item import column_name, part_of
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER
from liaison.disclosure.attack import Counts

TICKED, NOT_TICKED, ANSWERED = "coche", "non_coche", "repondu"
AXIS = "axe"
EQUIPMENT_AXIS, SKILLS_AXIS = column_name(AXIS, "equipement"), column_name(AXIS, "competences")


@dataclass(frozen=True)
class CountedVariable:
    """One thing that is counted: its name, the question and part that it shows, its values, and those that are shown.

    `part`: the row of a grid or the value of a multiple choice, "" otherwise.
    """

    name: str
    question: str
    part: str
    values: tuple[str, ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """The values that have a line of their own: of what is ticked or not, only what is ticked."""
        return tuple(value for value in self.values if value not in (NOT_TICKED, ANSWERED))


@dataclass(frozen=True)
class Coded:
    """Answers as numbers: for each variable, by name, the place of each family's value in `variables[name].values`."""

    variables: Mapping[str, CountedVariable]
    codes: Mapping[str, Counts]

    def __len__(self) -> int:
        return len(next(iter(self.codes.values()), ()))

    def alone(self, name: str) -> Counts:
        """Return how many families have each value."""
        return np.bincount(self.codes[name], minlength=len(self.variables[name].values))

    def crossed(self, first: str, second: str) -> Counts:
        """Return how many families have each pair of values: one row per value of `first`."""
        rows, columns = len(self.variables[first].values), len(self.variables[second].values)
        pairs = self.codes[first] * columns + self.codes[second]
        return np.bincount(pairs, minlength=rows * columns).reshape(rows, columns)


def coded(answers: Answers, placed: pd.DataFrame | None = None) -> Coded:
    """Return every variable of these answers; `placed`: their axes, when they are already known.

    A question, a row or a box that no form had has none, nor has an axis that would need it: nobody was silent there.
    What makes groups (`niveau`, `mode`) always has one.
    """
    variables: dict[str, CountedVariable] = {}
    codes: dict[str, Counts] = {}

    def add(variable: CountedVariable, places: np.ndarray) -> None:
        variables[variable.name], codes[variable.name] = variable, places.astype(np.int64)

    table = answers.table
    for column in answers.questionnaire.columns():
        if column.name in answers.unasked:
            continue
        if column.values:
            add(_with_no_answer(column.name, column.item.id, column.part, column.values), _places(table[column.name]))
            continue
        ticked = table[column.name]
        missing = column.item.column(NO_ANSWER)
        if missing not in variables:
            add(CountedVariable(missing, column.item.id, "", (ANSWERED, NO_ANSWER)), ticked.isna().to_numpy())
        is_ticked = ticked.array.to_numpy(dtype=bool, na_value=False)
        add(CountedVariable(column.name, column.item.id, column.part, (TICKED, NOT_TICKED)), ~is_ticked)
    for name, values in answers.questionnaire.context.items():
        add(_with_no_answer(name, name, "", values), _places(table[name]))
    placed = axes(answers) if placed is None else placed
    needed = columns_of_axes(answers.questionnaire)
    for name, values in ((EQUIPMENT_AXIS, EQUIPMENT), (SKILLS_AXIS, SKILLS)):
        axis = part_of(name)
        placed_axis = placed[axis]
        if (placed_axis.notna().any() or not len(placed_axis)) and not needed[axis] & answers.not_asked_of_all:
            add(_with_no_answer(name, name, "", values), _places(placed_axis))
    return Coded(variables, codes)


def _with_no_answer(name: str, question: str, part: str, values: tuple[str, ...]) -> CountedVariable:
    return CountedVariable(name, question, part, (*values, NO_ANSWER))


def _places(column: pd.Series) -> np.ndarray:
    codes = column.cat.codes.to_numpy()
    return np.where(codes < 0, len(column.cat.categories), codes)


__all__ = ["EQUIPMENT_AXIS", "SKILLS_AXIS", "TICKED", "Coded", "CountedVariable", "coded"]
