"""Plusieurs tableaux avec des totaux communs : un attaquant qui les lit tous ensemble n'y gagne rien."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from liaison.disclosure.disclosure import DisclosureError, primary_suppression
from liaison.disclosure.linked import LinkedTables, hidden_values, protect_linked

THRESHOLD = 11
ALONG = {"niveau": 0, "a": 1, "b": 2}


@st.composite
def schools(draw: Any, most: int = 3) -> Any:
    """Families that each have a level and two answers, as counts of every triple."""
    shape = draw(st.tuples(*[st.integers(2, most)] * 3))
    size = int(np.prod(shape))
    counts = np.zeros(size, dtype=np.int64)
    for place in draw(st.lists(st.integers(0, size - 1), max_size=size)):
        counts[place] += draw(st.integers(0, 25))
    return counts.reshape(shape)


def linked(triples: np.ndarray) -> LinkedTables:
    levels, first, second = triples.sum(axis=(1, 2)), triples.sum(axis=(0, 2)), triples.sum(axis=(0, 1))
    return protect_linked(
        {"niveau": levels, "a": first, "b": second},
        {("niveau", "a"): triples.sum(axis=2), ("niveau", "b"): triples.sum(axis=1)},
        THRESHOLD,
    )


def everything_shown(tables: LinkedTables, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """What a reader of all tables knows, as sums over the joint table of the three questions: rows and values."""
    joint = np.arange(np.prod(shape)).reshape(shape)
    along = {"niveau": 0, "a": 1, "b": 2}
    rows, right = [], []

    def add(places: np.ndarray, value: int | None) -> None:
        if value is not None:
            row = np.zeros(joint.size)
            row[places.ravel()] = 1
            rows.append(row)
            right.append(value)

    for name, table in tables.alone.items():
        *inside, total = table.shown()
        for place, value in enumerate(inside):
            add(np.take(joint, place, axis=along[name]), value)
        add(joint, total)
    for (_, name), table in tables.crossed.items():
        shown = iter(table.shown())
        for row in range(table.counts.shape[0]):
            for column in range(table.counts.shape[1]):
                places = joint
                if column < table.counts.shape[1] - 1:
                    places = np.take(places, [column], axis=along[name])
                if row < table.counts.shape[0] - 1:
                    places = np.take(places, [row], axis=0)
                add(places, next(shown))
    return np.array(rows).reshape(-1, joint.size), np.array(right)


def width(known: tuple[np.ndarray, np.ndarray], aimed: np.ndarray) -> float:
    rows, right = known
    kept = {"A_eq": rows, "b_eq": right} if len(right) else {}
    ends = []
    for sign in (1, -1):
        found = linprog(sign * aimed, bounds=(0, None), **kept)
        ends.append(found.fun if found.status == 0 else -np.inf)
    return -ends[1] - ends[0]


def attacked(triples: np.ndarray) -> None:
    tables = linked(triples)
    known = everything_shown(tables, triples.shape)
    joint = np.arange(triples.size).reshape(triples.shape)
    for (_, name), table in tables.crossed.items():
        inside = table.counts[:-1, :-1]
        for row, column in np.argwhere(primary_suppression(inside, THRESHOLD)):
            assert table.hidden[row, column]
            aimed = np.zeros(joint.size)
            places = np.take(joint[row], column, axis=0 if name == "a" else 1)
            aimed[places.ravel()] = 1
            assert width(known, aimed) >= THRESHOLD - 1 - 1e-6
    for name, table in tables.alone.items():
        for (place,) in np.argwhere(primary_suppression(table.counts[:-1], THRESHOLD)):
            aimed = np.zeros(joint.size)
            aimed[np.take(joint, place, axis=ALONG[name]).ravel()] = 1
            assert width(known, aimed) >= THRESHOLD - 1 - 1e-6


@settings(max_examples=250, deadline=None)
@given(schools())
def test_no_reader_of_all_the_tables_bounds_a_small_cell(triples: Any) -> None:
    attacked(triples)


@settings(max_examples=100, deadline=None)
@given(schools())
def test_what_is_shown_is_true_and_hidden_the_same_in_every_table(triples: Any) -> None:
    tables = linked(triples)
    for (level, name), table in tables.crossed.items():
        assert np.array_equal(table.hidden[:-1, -1], tables.alone[level].hidden[:-1])
        assert np.array_equal(table.hidden[-1, :-1], tables.alone[name].hidden[:-1])
        assert table.hidden[:-1, :-1][tables.alone[level].hidden[:-1]].all()


def test_a_level_of_ten_families_is_hidden_with_another_and_one_of_eleven_is_shown() -> None:
    assert hidden_values(np.array([50, 10, 40]), 11).tolist() == [False, True, True]
    assert not hidden_values(np.array([50, 11, 40]), 11).any()


def test_two_small_values_that_add_up_to_the_threshold_protect_each_other() -> None:
    assert hidden_values(np.array([50, 5, 6]), 11).tolist() == [False, True, True]
    assert hidden_values(np.array([50, 5, 5]), 11).all()


def test_crossings_that_make_a_loop_are_refused() -> None:
    two = np.full((2, 2), 20)
    alone = dict.fromkeys(("a", "b", "c"), two.sum(axis=0))
    protect_linked(alone, {("a", "b"): two, ("a", "c"): two})
    with pytest.raises(DisclosureError, match="déjà liées"):
        protect_linked(alone, {("a", "b"): two, ("a", "c"): two, ("b", "c"): two})


def test_tables_that_do_not_count_the_same_families_are_refused() -> None:
    with pytest.raises(DisclosureError, match="ne comptent pas"):
        protect_linked({"a": np.array([20, 20]), "b": np.array([20, 20])}, {("a", "b"): np.array([[20, 0], [0, 21]])})
    with pytest.raises(DisclosureError, match="même nombre"):
        protect_linked({"a": np.array([20, 20]), "b": np.array([20, 21])}, {})
