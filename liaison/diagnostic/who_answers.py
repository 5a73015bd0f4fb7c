"""Chaque famille d'une école fictive, point par point : par quelle voie elle répond, et celles que l'on ne voit pas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from liaison.base.dots import Dots, dots
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import answered_by, answering, out_of_reach
from liaison.diagnostic.hypotheses import ANSWER_STATES, WAYS, Way


@dataclass(frozen=True)
class AnsweringFamilies:
    """The picture of the families, a dot each, and how many of them answer."""

    picture: Dots
    answering: int
    total: int


def answering_families(
    families: pd.DataFrame,
    truth: Answers,
    ways: Sequence[Way],
    seed: int,
    label: Callable[[str], str],
    beside: Sequence[Way] = (),
) -> AnsweringFamilies:
    """Return by which way each family answers, asked in these ways in turn, where its skills place it.

    `families`, `truth`: of a fictitious school (`fictitious`), the only one where nobody has to be protected.
    `label`: of a value of the axis of skills. Those that are ill equipped bear the mark. Those that answer otherwise,
    asked in the ways of `beside`, have moved.
    """
    by, placed = answered_by(families, ways, seed), axes(truth)
    skills, ill_equipped = placed["competences"], (placed["equipement"] == "insuffisant").to_numpy(dtype=bool)
    state = np.array([ANSWER_STATES.index(way or "aucune") for way in by], dtype=np.int8)
    groups = [label(value) for value in skills.cat.categories]
    moved = by != answered_by(families, beside, seed) if beside else None
    drawn = dots(groups, skills.cat.codes.to_numpy(dtype=int), state, len(ANSWER_STATES), ill_equipped, moved)
    return AnsweringFamilies(drawn, int(np.count_nonzero(by != "")), len(by))


@dataclass(frozen=True)
class OneFamilyAnswer:
    """What is known of whether one fictitious family answers, by which of the `ways` in which it is asked in turn.

    `chances`: in each way, how many of a hundred families like it answer (rounded); `kept_from`: for a way that cannot
    reach it, what keeps it; `would`: the ways in which it is not asked and by which it would answer, with this draw.
    """

    by: Way | None
    ways: tuple[Way, ...]
    chances: dict[Way, int]
    kept_from: dict[Way, str]
    would: tuple[Way, ...]


def family_answer(families: pd.DataFrame, ways: Sequence[Way], seed: int, family: int) -> OneFamilyAnswer:
    """Return whether the family of this number answers, as `answered_by` has it; its `ways` stop where it answers."""
    by = str(answered_by(families, ways, seed)[family])
    reasons = {way: [name for name, barred in out_of_reach(families, way).items() if barred[family]] for way in WAYS}
    others = [way for way in WAYS if way not in ways]
    return OneFamilyAnswer(
        by=next((way for way in ways if way == by), None),
        ways=tuple(ways[: list(ways).index(by) + 1] if by else ways),  # type: ignore[arg-type]
        chances={way: round(100 * float(answering(families, way)[family])) for way in WAYS},
        kept_from={way: names[0] for way, names in reasons.items() if names},
        would=tuple(way for way in others if answered_by(families, (way,), seed)[family]),
    )


__all__ = ["AnsweringFamilies", "OneFamilyAnswer", "answering_families", "family_answer"]
