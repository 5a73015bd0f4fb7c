"""Des niveaux trop petits se disent avec leurs voisins, tant que cela ne coûte ni un groupe ni une question."""

from __future__ import annotations

import numpy as np
import pytest
from diagnostic.fictitious_school import ALL_WAYS, received

from liaison.diagnostic.answers import Answers, identifiers
from liaison.diagnostic.merging import merged
from liaison.diagnostic.tabulation import LEVEL, coded


def school(**families: int) -> Answers:
    """Answers of so many families of each level."""
    every = received(*ALL_WAYS)
    levels = every.table[LEVEL].astype(str)
    rows = np.concatenate([np.resize(np.flatnonzero(levels == level), count) for level, count in families.items()])
    return Answers(every.table.iloc[rows].set_axis(identifiers(len(rows)), axis="index"), every.questionnaire)


def groups_of(answers: Answers) -> list[tuple[str, ...]]:
    counted = coded(answers)
    names = counted.variables[LEVEL].values
    found = merged(counted, LEVEL, answers.questionnaire, 11)
    return sorted(tuple(names[rank] for rank in part) for part in found.groups)


@pytest.mark.parametrize(
    ("families", "told"),
    [
        # No stated partition fits: 4e and 3e are nine, and eleven make a group.
        ((37, 50, 8, 1), [("cinquieme", "quatrieme", "troisieme"), ("sixieme",)]),
        # Nor here; but 6e, 5e and 4e together, and 3e alone, would answer fewer questions.
        ((1, 8, 50, 37), [("quatrieme",), ("sixieme", "cinquieme", "troisieme")]),
        # A stated one does: it stays.
        ((40, 3, 40, 12), [("quatrieme", "troisieme"), ("sixieme", "cinquieme")]),
    ],
)
def test_levels_too_small_are_told_with_their_neighbours_where_it_costs_nothing(
    families: tuple[int, ...], told: list[tuple[str, ...]]
) -> None:
    levels = ("sixieme", "cinquieme", "quatrieme", "troisieme")
    assert groups_of(school(**dict(zip(levels, families, strict=True)))) == sorted(told)
