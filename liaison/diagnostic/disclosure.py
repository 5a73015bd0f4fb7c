"""Publier un tableau de familles sans rien apprendre d'une seule : les petites cases cachées, et d'autres avec elles.

A table of counts is published with its totals. A cell is **small** when it counts between 1 and `threshold - 1`
families. Small cells are hidden, and others with them (complementary suppression), until no one who reads what is
published, who knows this rule and can subtract, can bound a small cell within fewer than `threshold` values.

The bounds are those of the best attacker: the least and the greatest value that a whole table of natural numbers,
equal to everything published, can have in that cell (integer programming, HiGHS). Hidden cells all look alike:
nothing says which are small and which only protect.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from liaison.faults import FrenchError

DEFAULT_THRESHOLD, LOWEST_THRESHOLD = 11, 5
MOST_DIMENSIONS = 3

Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]
Cell = tuple[int, ...]


class DisclosureError(FrenchError):
    """A table that cannot be published under these rules, and what to do."""


@dataclass(frozen=True)
class PublishedTable:
    """A table of counts with its totals (last position of each axis), and what of it is hidden.

    `counts`: natural numbers, totals included, never to be shown where `hidden` is true.
    """

    counts: Counts
    hidden: Mask
    threshold: int

    @cached_property
    def small(self) -> Mask:
        """Which cells count between 1 and threshold - 1 families: for the authors of the table only."""
        return _small(self.counts, self.threshold)

    def shown(self) -> list[int | None]:
        """Return what may be shown, cell by cell in the order of `counts.ravel()`; None where it is hidden."""
        pairs = zip(self.counts.ravel(), self.hidden.ravel(), strict=True)
        return [None if hidden else int(count) for count, hidden in pairs]


def with_totals(counts: Counts) -> Counts:
    """Return the table with its totals along every axis, each in the last position of the axis."""
    for axis in range(counts.ndim):
        counts = np.concatenate([counts, counts.sum(axis=axis, keepdims=True)], axis=axis)
    return counts


def protect(counts: Counts, threshold: int = DEFAULT_THRESHOLD) -> PublishedTable:
    """Return the table with its totals, small cells and what protects them hidden.

    `counts`: one axis per question, natural numbers, one to three axes, without totals.

    Raises:
        DisclosureError: a threshold under 5, more than three axes, or a count below zero.
    """
    if threshold < LOWEST_THRESHOLD:
        raise DisclosureError(
            f"Le seuil de publication est de {LOWEST_THRESHOLD} familles au moins, pas {threshold} : "
            "en dessous, une famille se reconnaît."
        )
    if not 1 <= counts.ndim <= MOST_DIMENSIONS:
        raise DisclosureError(f"Un tableau croise {MOST_DIMENSIONS} questions au plus : retirer un critère.")
    if (counts < 0).any():
        raise DisclosureError("Un tableau compte des familles : aucune case ne peut être négative.")
    full = with_totals(np.asarray(counts, dtype=np.int64))
    small = _small(full, threshold)
    hidden = small.copy()
    for cell in map(tuple, np.argwhere(small)):
        low, high = bounds(full, hidden, cell)
        if high - low < threshold - 1:
            hidden |= _protecting(full, hidden, cell, threshold - 1)
    return PublishedTable(full, hidden, threshold)


def bounds(full: Counts, hidden: Mask, cell: Cell) -> tuple[int, float]:
    """Return the least and greatest value that a hidden cell can have for whoever reads the rest; inf for no limit.

    `full`: the table with its totals; only its cells that are not `hidden` are read, and the shape.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    if not hidden[cell]:
        return int(full[cell]), int(full[cell])
    equations, right = _known(full, hidden)
    aimed = _members(full.shape)[np.ravel_multi_index(cell, full.shape)].astype(float)
    found = []
    for sign in (1.0, -1.0):
        result = milp(
            sign * aimed,
            constraints=LinearConstraint(equations, right, right) if len(right) else (),
            integrality=np.full(len(aimed), _whole(full)),
            bounds=Bounds(0, np.inf),
        )
        # 3 and 4 of HiGHS: unbounded, or unbounded or infeasible; the true table is always feasible.
        found.append(np.inf if result.x is None else float(round(sign * result.fun)))
    return int(found[0]), found[1]


def _whole(full: Counts) -> int:
    """Whether whole numbers must be asked for (1) or come by themselves (0): a flat table is a flow in a network."""
    return int(full.ndim > 2)


def _small(counts: Counts, threshold: int) -> Mask:
    return (counts > 0) & (counts < threshold)


def _members(shape: tuple[int, ...]) -> NDArray[np.int8]:
    """Return one row per cell of the table with totals, one column per inner cell: which of these it adds up."""
    axes = [np.vstack([np.eye(size - 1, dtype=np.int8), np.ones(size - 1, dtype=np.int8)]) for size in shape]
    members = axes[0]
    for axis in axes[1:]:
        members = np.kron(members, axis)
    return members


def _known(full: Counts, hidden: Mask) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    shown = ~hidden.ravel()
    return _members(full.shape)[shown].astype(float), full.ravel()[shown].astype(float)


def _protecting(full: Counts, hidden: Mask, cell: Cell, width: int) -> Mask:
    """Return the cells to hide so that `cell` could as well be larger by `width`, at the least cost.

    The cheapest other table, by integer programming: it differs from the true one by `width` in that cell, keeps
    every sum, and its differences elsewhere cost what hiding them takes away from the reader.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    members = _members(full.shape).astype(float)
    cells, inner = members.shape
    true = full.ravel().astype(float)
    # Unknowns: how much each inner cell goes up, and down; then, for each cell with its totals, the size of its change.
    change = np.hstack([members, -members])
    aimed = change[np.ravel_multi_index(cell, full.shape)]
    size = np.eye(cells)
    result = milp(
        np.concatenate([np.zeros(2 * inner), _cost(full, hidden)]),
        constraints=[
            LinearConstraint(np.concatenate([aimed, np.zeros(cells)])[None, :], width, width),
            LinearConstraint(np.hstack([change, -size]), -np.inf, 0),
            LinearConstraint(np.hstack([-change, -size]), -np.inf, 0),
        ],
        integrality=np.concatenate([np.full(2 * inner, _whole(full)), np.zeros(cells)]),
        bounds=Bounds(0, np.concatenate([np.full(inner, np.inf), _inner(true, full.shape), np.full(cells, np.inf)])),
    )
    moved = np.round(change @ result.x[: 2 * inner]) != 0
    return moved.reshape(full.shape)


def _inner(values: NDArray[np.float64], shape: tuple[int, ...]) -> NDArray[np.float64]:
    return values.reshape(shape)[tuple(slice(0, size - 1) for size in shape)].ravel()


def _cost(full: Counts, hidden: Mask) -> NDArray[np.float64]:
    """Return what hiding each cell costs: nothing when it is hidden already, far more for a total than inside."""
    totals = sum(np.indices(full.shape)[axis] == size - 1 for axis, size in enumerate(full.shape))
    return np.where(hidden, 0.0, (1.0 + np.log1p(full)) * 50.0**totals).ravel()
