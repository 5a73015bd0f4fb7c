"""Chaque famille d'une école fictive, point par point : par quelle voie elle répond, et celles que l'on ne voit pas."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from liaison.base.dots import Dots, dots
from liaison.diagnostic.hypotheses import WAYS

# By which way a family answers; the last, by none.
ANSWER_STATES = (*WAYS, "aucune")


def answers_drawn(
    answered_by: np.ndarray, skills: pd.Series, ill_equipped: np.ndarray, labels: Mapping[str, str]
) -> Dots:
    """Return the picture of the families, a dot each: by which way it answers, where its skills place it.

    `answered_by`: a way or "", by family (`fictitious.answered_by`). `skills`: the axis of its true situation, which
    all have (categorical), named by `labels`. `ill_equipped`: bool, the families that bear the mark. Of a fictitious
    school only: there nobody has to be protected.
    """
    state = np.array([ANSWER_STATES.index(way or "aucune") for way in answered_by], dtype=np.int8)
    groups = [labels[value] for value in skills.cat.categories]
    return dots(groups, skills.cat.codes.to_numpy(int), state, len(ANSWER_STATES), ill_equipped)


__all__ = ["ANSWER_STATES", "answers_drawn"]
