"""A cell to guess: subtraction gives it away when it is hidden alone, and nothing does once it is protected."""

from __future__ import annotations

from typing import Any

import pytest

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.disclosure.hidden_cell import NAIVE, PROTECTED, HiddenCell, hidden_cell
from liaison.diagnostic.fictitious import collected, fictitious_families
from liaison.school.fictitious.generator import school_from

ASKED: dict[str, Any] = {"by": "niveau", "question": "axe__competences", "value": "debutant", "threshold": 11}


def answers(seed: int) -> Answers:
    families = fictitious_families(school_from("college_rep_plus", seed), seed)
    return collected(families, ("en_ligne", "telephone", "papier"), seed)


@pytest.fixture(scope="module", params=[7, 1, 3])
def found(request: pytest.FixtureRequest) -> HiddenCell:
    cell = hidden_cell(answers(request.param), **ASKED)
    assert cell is not None
    return cell


def test_the_cell_to_guess_is_a_small_one(found: HiddenCell) -> None:
    assert 0 < found.answer < ASKED["threshold"]


def test_hidden_alone_it_is_what_is_left_of_the_total_of_its_row(found: HiddenCell) -> None:
    total, *others = found.subtraction()
    assert total - sum(others) == found.answer
    assert found.audit_interval(NAIVE) == (found.answer, found.answer)


def test_protected_it_may_be_many_numbers_its_own_among_them(found: HiddenCell) -> None:
    low, high = found.audit_interval(PROTECTED)
    assert low <= found.answer <= high
    assert high - low >= 10
    assert found.hidden[PROTECTED].sum() > found.hidden[NAIVE].sum()


def test_a_table_without_a_small_cell_has_nothing_to_guess() -> None:
    some = answers(7)
    alike = Answers(some.table.iloc[[0] * 20].set_axis(some.table.index[:20]), some.questionnaire)
    assert hidden_cell(alike, **ASKED) is None
