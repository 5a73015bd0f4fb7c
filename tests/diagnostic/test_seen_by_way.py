"""Ce que chaque façon de demander fait voir : tous demandés, rien ne manque ; sans réponse, rien n'est dit."""

from __future__ import annotations

import pytest

from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.hypotheses import LOWEST_PLACES
from liaison.diagnostic.seen_by_way import SeenAnswers, seen_answers, unseen_share
from widgets.diagnostic.state import DiagnosticState


def test_the_whole_school_is_counted_as_it_is_and_asking_sees_no_more() -> None:
    state = DiagnosticState(school="ecole_6_classes")
    truth = state.fiction().truth
    whole, online, again = seen_answers(truth, [state.collected(("en_ligne",)), truth])
    assert (whole.answers, whole.rate) == (len(truth), 100)
    assert again == whole
    assert online.rate == round(100 * online.answers / len(truth)) < 100
    for axis, lowest in LOWEST_PLACES.items():
        assert whole.lowest[axis] == sum(value == lowest for value in axes(truth)[axis])
        assert 0 < online.lowest[axis] < whole.lowest[axis]
        assert whole.share[axis] == round(100 * whole.lowest[axis] / whole.answers, 1)


def test_of_no_answer_nothing_is_said_of_where_families_stand() -> None:
    truth = DiagnosticState(school="ecole_6_classes").fiction().truth
    nobody = type(truth)(truth.table.iloc[:0], truth.questionnaire)
    assert seen_answers(truth, [nobody])[1] == SeenAnswers(
        0, 0, dict.fromkeys(LOWEST_PLACES, 0), dict.fromkeys(LOWEST_PLACES)
    )


@pytest.mark.parametrize(("seen", "whole", "unseen"), [(0, 4, 1.0), (1, 4, 0.75), (4, 4, 0.0), (0, 0, 0.0)])
def test_what_is_not_seen_is_a_share_of_what_is_there(seen: int, whole: int, unseen: float) -> None:
    of_seen, of_whole = (SeenAnswers(9, 90, {"competences": count}, {}) for count in (seen, whole))
    assert unseen_share(of_seen, of_whole, "competences") == unseen
