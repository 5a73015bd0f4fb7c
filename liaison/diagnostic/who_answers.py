"""Chaque famille d'une école fictive, point par point : par quelle voie elle répond, et celles que l'on ne voit pas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from liaison.base.dots import Dots, dots
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import answered_by
from liaison.diagnostic.hypotheses import ANSWER_STATES, Way


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


__all__ = ["AnsweringFamilies", "answering_families"]
