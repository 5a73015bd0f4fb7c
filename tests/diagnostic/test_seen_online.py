"""The truth of the bet on online answers: who begins with the ENT, among all families and among those that answered."""

from __future__ import annotations

import pandas as pd
import pytest

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import collected, fictitious_families, true_situation
from liaison.diagnostic.seen_online import SeenOnline, seen_online
from liaison.school.fictitious.generator import school_from


@pytest.fixture(scope="module")
def families() -> pd.DataFrame:
    return fictitious_families(school_from("lp", 3), 3)


def test_beginners_are_counted_among_all_families_and_among_those_that_answered(families: pd.DataFrame) -> None:
    truth, online = true_situation(families), collected(families, ("en_ligne",), 3)
    found = seen_online(truth, online)
    by_hand = [int((axes(one)["competences"] == "debutant").sum()) for one in (truth, online)]
    assert found == SeenOnline(len(families), len(online.table), *by_hand)
    assert 0 < found.seen < found.beginners < found.families
    # Those who begin answer less: that is what the bet is about.
    assert found.share < found.response < 1


def test_of_a_school_that_answers_whole_everybody_is_seen_and_of_none_nobody(families: pd.DataFrame) -> None:
    truth = true_situation(families)
    whole, nobody = seen_online(truth, truth), seen_online(truth, Answers(truth.table.iloc[:0], truth.questionnaire))
    assert (whole.share, whole.response) == (1, 1)
    assert (nobody.share, nobody.response) == (0, 0)
