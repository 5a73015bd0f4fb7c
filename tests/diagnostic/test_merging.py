"""Des niveaux trop petits se disent avec leurs voisins, tant que cela ne coûte ni un groupe ni une question."""

from __future__ import annotations

import numpy as np
from diagnostic.fictitious_school import ALL_WAYS, received

from liaison.diagnostic.answers import Answers, identifiers
from liaison.diagnostic.counting.tabulation import coded
from liaison.diagnostic.disclosure.merging import merged
from liaison.diagnostic.fictitious import collected, fictitious_families
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from liaison.school.fictitious.generator import school_from

LEVELS = ("sixieme", "cinquieme", "quatrieme", "troisieme")


def groups_told(every: Answers, *families: int) -> list[tuple[str, ...]]:
    """Return the levels told together, of so many families of each level, threshold 11."""
    levels = every.table[LEVEL].astype(str)
    places = [np.resize(np.flatnonzero(levels == level), count) for level, count in zip(LEVELS, families, strict=True)]
    rows = np.concatenate(places)
    answers = Answers(every.table.iloc[rows].set_axis(identifiers(len(rows)), axis="index"), every.questionnaire)
    counted = coded(answers)
    names = counted.variables[LEVEL].values
    found = merged(counted, LEVEL, answers.questionnaire, 11)
    return sorted(tuple(names[rank] for rank in part) for part in found.groups)


def test_levels_too_small_are_told_with_their_neighbours_where_nothing_is_lost() -> None:
    # No stated partition fits: 6e and 5e are nine, and eleven make a group.
    families = fictitious_families(school_from("college_urbain_mixte", 7), 7)
    every = collected(families, ("en_ligne", "telephone", "papier"), 7)
    assert groups_told(every, 1, 8, 50, 37) == [("sixieme", "cinquieme", "quatrieme"), ("troisieme",)]


def test_levels_too_small_are_told_with_others_where_neighbours_would_answer_fewer_questions() -> None:
    told = groups_told(received(*ALL_WAYS), 1, 8, 50, 37)
    assert told == [("quatrieme",), ("sixieme", "cinquieme", "troisieme")]


def test_a_stated_partition_that_fits_is_kept() -> None:
    told = groups_told(received(*ALL_WAYS), 40, 3, 40, 12)
    assert told == [("quatrieme", "troisieme"), ("sixieme", "cinquieme")]
