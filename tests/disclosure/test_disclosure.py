"""Un attaquant qui a tous les totaux publiés, et qui sait compter, ne cerne aucune petite case."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from liaison.disclosure.disclosure import (
    DisclosureError,
    PublishedTable,
    audit_interval,
    protect,
    with_totals,
)

CELLS = st.integers(0, 60)


def tables(most: int = 5, axes: int = 2, cells: st.SearchStrategy[int] = CELLS) -> st.SearchStrategy[np.ndarray]:
    return st.lists(st.integers(2, most), min_size=axes, max_size=axes).flatmap(
        lambda shape: st.lists(cells, min_size=int(np.prod(shape)), max_size=int(np.prod(shape))).map(
            lambda values: np.array(values).reshape(shape)
        )
    )


def linear_attack(published: PublishedTable, cell: tuple[int, ...]) -> tuple[float, float]:
    """The attacker's own equations, written sum by sum, and nothing but what is shown."""
    shape = published.counts.shape
    names = {index: place for place, index in enumerate(np.ndindex(shape))}
    equations, right = [], []
    for axis, size in enumerate(shape):
        for line in product(*(range(other) for place, other in enumerate(shape) if place != axis)):
            at = [(*line[:axis], index, *line[axis:]) for index in range(size)]
            row = np.zeros(len(names))
            row[[names[one] for one in at[:-1]]] = 1
            row[names[at[-1]]] -= 1
            equations.append(row)
            right.append(0)
    limits = [(0, None) if value is None else (value, value) for value in published.shown()]
    found = []
    for sign in (1, -1):
        aim = np.zeros(len(names))
        aim[names[cell]] = sign
        result = linprog(aim, A_eq=np.array(equations), b_eq=right, bounds=limits)
        found.append(sign * result.fun if result.status == 0 else sign * -np.inf)
    return found[0], found[1]


@settings(max_examples=300, deadline=None)
@given(tables())
def test_no_attacker_bounds_a_small_cell_of_a_flat_table(counts: np.ndarray) -> None:
    published = protect(counts)
    for cell in map(tuple, np.argwhere(published.small)):
        low, high = linear_attack(published, cell)
        assert high - low >= published.threshold - 1 - 1e-6


@settings(max_examples=40, deadline=None)
@given(tables(most=3, axes=3))
def test_no_attacker_bounds_a_small_cell_of_three_questions(counts: np.ndarray) -> None:
    published = protect(counts)
    for cell in map(tuple, np.argwhere(published.small)):
        # In three dimensions whole numbers tell more than fractions: the exact attack is the one to resist.
        low, high = audit_interval(published.counts, published.hidden, cell)
        assert high - low >= published.threshold - 1


@settings(max_examples=60, deadline=None)
@given(tables(most=2, cells=st.integers(0, 9)))
def test_trying_every_table_finds_no_narrower_bounds(counts: np.ndarray) -> None:
    published = protect(counts, threshold=5)
    tried = np.stack(np.meshgrid(*[np.arange(19)] * 4, indexing="ij"), axis=-1).reshape(-1, 2, 2)
    full = np.concatenate([tried, tried.sum(axis=1, keepdims=True)], axis=1)
    full = np.concatenate([full, full.sum(axis=2, keepdims=True)], axis=2)
    possible = full[((full == published.counts) | published.hidden).all(axis=(1, 2))]
    for row, column in np.argwhere(published.small):
        assert np.ptp(possible[:, row, column]) >= 4


@settings(max_examples=100, deadline=None)
@given(tables(cells=st.integers(11, 400)))
def test_a_table_without_small_cell_is_shown_whole(counts: np.ndarray) -> None:
    assert not protect(counts).hidden.any()


@given(tables())
@settings(max_examples=50, deadline=None)
def test_what_is_shown_is_true(counts: np.ndarray) -> None:
    published = protect(counts)
    for value, own in zip(published.shown(), with_totals(counts).ravel(), strict=True):
        assert value is None or value == own


def test_ten_families_are_hidden_and_eleven_are_shown() -> None:
    assert protect(np.array([[10, 40], [40, 40]])).hidden[0, 0]
    assert not protect(np.array([[11, 40], [40, 40]])).hidden.any()


def test_a_lone_small_cell_takes_three_others_with_it_and_no_total() -> None:
    published = protect(np.array([[40, 3, 20], [35, 18, 22]]))
    assert np.argwhere(published.hidden).tolist() == [[0, 1], [0, 2], [1, 1], [1, 2]]


def test_a_zero_alone_is_shown() -> None:
    assert not protect(np.array([[0, 40], [40, 40]])).hidden.any()


def test_fewer_families_than_the_threshold_show_nothing_of_them() -> None:
    assert protect(np.array([[3, 2], [1, 1]])).hidden.all()


@pytest.mark.parametrize("threshold", [4, 0, -1])
def test_a_threshold_under_five_is_refused(threshold: int) -> None:
    with pytest.raises(DisclosureError, match="5 familles au moins"):
        protect(np.array([[40, 40]]).T, threshold=threshold)


def test_four_questions_at_once_are_refused() -> None:
    with pytest.raises(DisclosureError, match="3 questions au plus"):
        protect(np.full((2, 2, 2, 2), 20))
