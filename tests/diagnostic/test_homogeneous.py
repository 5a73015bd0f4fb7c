"""Ce que tout un groupe a répondu ne se lit pas, ni ce que presque tout le groupe a répondu."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from liaison.base.tables import Line, TableError, TableLines
from liaison.diagnostic.disclosure.any_table import protected
from liaison.diagnostic.papers.number_words import HIDDEN
from liaison.disclosure.attack import Counts, Mask
from liaison.disclosure.disclosure import protect, with_totals

# Mostly empty, so that most tables have a group of one answer.
CELLS = st.one_of(st.just(0), st.integers(0, 12), st.integers(0, 60))


def tables(axes: int, most: int) -> st.SearchStrategy[Any]:
    shapes = st.tuples(*[st.integers(2, most)] * axes)
    return shapes.flatmap(
        lambda shape: st.lists(CELLS, min_size=int(np.prod(shape)), max_size=int(np.prod(shape))).map(
            lambda cells: np.array(cells).reshape(shape)
        )
    )


def published(counts: Any, threshold: int = 11) -> tuple[Counts, Mask]:
    """The true table with its totals, and what is hidden of it where it is written: read there, word by word."""
    counts = np.array(counts)
    names = [f"q{axis}" for axis in range(counts.ndim)]
    rows = [Line(1, (*(f"r{at}" for at in cell), str(count))) for cell, count in np.ndenumerate(counts)]
    try:
        table = protected(TableLines("t", (*names, "n"), tuple(rows)), names, None, "n", threshold)
    except TableError:  # so few families that each value is nearly one of them
        assume(False)
    full = with_totals(counts)
    words = np.array([row[-1] for row in table.rows], dtype=object).reshape(full.shape)
    hidden = words == HIDDEN
    assert (words[~hidden] == full[~hidden]).all()
    return full, hidden


def reader(full: Counts, hidden: Mask, others: list[tuple[int, ...]]) -> tuple[float, float]:
    """How few and how many families these cells can have together: a linear program over all cells, totals included.

    Written apart from the protection: totals are unknowns too, tied to their cells by an equation each.
    """
    place = np.arange(full.size).reshape(full.shape)
    equations = []
    for axis in range(full.ndim):
        for line in np.moveaxis(place, axis, -1).reshape(-1, full.shape[axis]):
            row = np.zeros(full.size)
            row[line[:-1]], row[line[-1]] = 1, -1
            equations.append(row)
    limits = [(0, None) if unseen else (seen, seen) for seen, unseen in zip(full.flat, hidden.flat, strict=True)]
    aim = np.zeros(full.size)
    for cell in others:
        aim[place[cell]] = 1
    found = []
    for sign in (1, -1):
        result = linprog(sign * aim, A_eq=np.array(equations), b_eq=np.zeros(len(equations)), bounds=limits)
        found.append(float(np.inf) if result.status == 3 else sign * result.fun)
    return found[0], found[1]


def told(full: Counts, hidden: Mask, threshold: int) -> list[Any]:
    """The groups of which the reader knows too well how many families did not answer like the others."""
    found = []
    for axis in range(full.ndim):
        for group in np.ndindex(*np.delete(full.shape, axis)):
            cells = [(*group[:axis], at, *group[axis:]) for at in range(full.shape[axis] - 1)]
            families = sum(int(full[cell]) for cell in cells)
            first = max(cells, key=lambda cell: int(full[cell]))
            if not families or families - full[first] >= threshold:
                continue
            low, high = reader(full, hidden, [cell for cell in cells if cell != first])
            if high - low < min(threshold - 1, families) - 1e-6:
                found.append((axis, group, low, high))
    return found


@given(tables(2, 4), st.sampled_from([5, 11]))
@settings(max_examples=40)
def test_no_group_of_two_questions_tells_that_it_nearly_all_agrees(counts: Any, threshold: int) -> None:
    assert told(*published(counts, threshold), threshold) == []


@given(tables(1, 6), st.sampled_from([5, 11]))
@settings(max_examples=20)
def test_no_single_question_tells_that_nearly_all_agree(counts: Any, threshold: int) -> None:
    assert told(*published(counts, threshold), threshold) == []


@given(tables(3, 2), st.sampled_from([5, 11]))
@settings(max_examples=8)
def test_no_group_of_three_questions_tells_that_it_nearly_all_agrees(counts: Any, threshold: int) -> None:
    assert told(*published(counts, threshold), threshold) == []


def test_a_group_of_one_answer_is_known_without_this_protection() -> None:
    table = protect(np.array([[40, 0], [20, 20]]), 11)
    # All of the second answer come from the second group; all of the first group gave the first answer.
    assert [each[:2] for each in told(table.counts, table.hidden, 11)] == [(0, (1,)), (1, (0,))]


@pytest.mark.parametrize("rest", [0, 1, 10])
def test_a_group_where_fewer_than_eleven_answered_otherwise_is_hidden(rest: int) -> None:
    full, hidden = published([[40, rest], [20, 20]])
    assert hidden[0, :2].all()
    assert not hidden[:, -1].any()
    assert full[0, -1] == 40 + rest


def test_a_group_where_eleven_answered_otherwise_is_shown() -> None:
    assert not published([[40, 11], [20, 20]])[1].any()


def test_ten_others_of_three_answers_hide_the_first_and_thirteen_do_not() -> None:
    assert published([40, 3, 3, 4])[1].tolist() == [True, True, True, True, False]
    # One at least gave each answer that is printed: thirteen others leave eleven values to each.
    assert published([40, 4, 4, 5])[1].tolist() == [False, True, True, True, False]


def test_that_nobody_of_a_group_gave_one_answer_of_three_is_shown_and_one_of_two_is_not() -> None:
    assert not published([[40, 20, 0], [20, 20, 20], [20, 20, 20]])[1].any()
    assert published([[40, 0], [20, 20]])[1][0, 1]


def test_a_class_that_gives_its_level_leaves_both_totals() -> None:
    _, hidden = published([[25, 0], [26, 0], [0, 27], [0, 24]])
    assert hidden[:4, :2].all()
    assert not hidden[-1].any()
    assert not hidden[:, -1].any()


def test_a_group_of_one_answer_in_three_spellings_is_a_group_of_one_answer() -> None:
    spellings = ("non", "Non", "NON")
    answers = [(level, word) for level, count in (("6e", 15), ("4e", 20)) for word in spellings for _ in range(count)]
    rows = [Line(1, each) for each in [*answers, *[("6e", "oui")] * 40, *[("6E", "oui")] * 2]]
    table = protected(TableLines("t", ("niveau", "internet"), tuple(rows)), ["niveau", "internet"], None, None, 11)
    assert {row[-1] for row in table.rows if row[0] == "4e" and row[1] != "Total"} == {HIDDEN}
    assert {frozenset(group) for group in table.alike} == {frozenset(spellings), frozenset(("6e", "6E"))}
