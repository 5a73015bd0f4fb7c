"""Ce que peut savoir d'une case cachée quelqu'un qui lit le reste, et ce qu'il faut cacher de plus pour l'en empêcher.

Tables carry their totals in the last position of each axis. Three tools answer the same question:

- **flows**: a flat table is a network, from lines to columns through the hidden cells; how far a cell can go up or down
  without any sum changing is a greatest flow. Exact, and quick.
- **moves**: change a table by the same number of families at the corners of a rectangle (of a box, in three
  dimensions), up and down in turn, so that every sum stays as it was. If every corner is hidden, the reader cannot
  tell the changed table from the true one. Cheap, and certain whenever it finds enough.
- **programming** (HiGHS): the least and the greatest value among all whole tables. Exact, and a hundred times slower.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Cell = tuple[int, ...]


@dataclass(frozen=True)
class Between:
    """Sums that the reader knows besides: one row of `of` per sum, one column per inner cell; each from low to high."""

    of: Floats
    low: Floats
    high: Floats


def audit_interval(
    full: Counts, hidden: Mask, cell: Cell, fixed: Mask | None = None, between: Between | None = None
) -> tuple[int, float]:
    """Return the least and greatest value that a hidden cell can have for whoever reads the rest; inf for no limit.

    `full`: the table with its totals; only its cells that are not `hidden` are read, and the shape. `fixed`: cells
    that the reader is supposed to know besides, hidden or not. `between`: what else is published of it.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    shown = ~hidden if fixed is None else ~hidden | fixed
    if shown[cell]:
        return int(full[cell]), int(full[cell])
    known = members(full.shape)[shown.ravel()].astype(float)
    right = full.ravel()[shown.ravel()].astype(float)
    aimed = members(full.shape)[np.ravel_multi_index(cell, full.shape)].astype(float)
    constraints = [LinearConstraint(known, right, right)] if len(right) else []
    if between is not None:
        constraints.append(LinearConstraint(between.of, between.low, between.high))
    whole = 1 if between is not None else _whole(full)
    ends = []
    for sign in (1.0, -1.0):
        result = milp(
            sign * aimed,
            constraints=constraints,
            integrality=np.full(len(aimed), whole),
            bounds=Bounds(0, np.inf),
        )
        # 3 and 4 of HiGHS: unbounded, or unbounded or infeasible; the true table is always feasible.
        ends.append(np.inf if result.x is None else float(round(sign * result.fun)))
    return int(ends[0]), ends[1]


def reach(full: Counts, hidden: Mask, cell: Cell, fixed: Mask | None = None) -> float:
    """Return between how many values, less one, the moves alone already leave a hidden cell; inf for no limit.

    Never more than `high - low` of `audit_interval`: each move is another table that the reader cannot rule out.
    """
    up, down, allowed = _moves(full, hidden if fixed is None else hidden & ~fixed, cell)
    if not allowed.any():
        return 0.0
    return float(up[allowed].max() + down[allowed].max())


def flow_reach(full: Counts, hidden: Mask, cell: Cell, fixed: Mask | None = None) -> float:
    """Return between how many values, less one, a hidden cell of a flat table is for the reader: `high - low`, exactly.

    Raising a cell by one lowers one other of its column, which raises one other of that line, and so on until the first
    line is right again: a path in a network. A total counts the other way round.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    rows, columns = full.shape
    free = hidden if fixed is None else hidden & ~fixed
    row, column = np.nonzero(free)
    taken = full[row, column]
    endless = 2 * int(full[-1, -1]) + 1
    plain = (row == rows - 1) == (column == columns - 1)
    forward, back = np.where(plain, endless, taken), np.where(plain, taken, endless)
    other = (row != cell[0]) | (column != cell[1])
    start, end = np.concatenate([row, column + rows]), np.concatenate([column + rows, row])
    width, remaining = np.concatenate([forward, back]), np.tile(other, 2)
    network = csr_array(
        (width[remaining].astype(np.int32), (start[remaining], end[remaining])),
        shape=(rows + columns, rows + columns),
        dtype=np.int32,
    )
    own = ~other
    least, most = int(forward[own][0]), int(back[own][0])
    backward = int(maximum_flow(network, cell[1] + rows, cell[0]).flow_value)
    two = int(maximum_flow(network, cell[0], cell[1] + rows).flow_value)
    # The cell itself can be raised by what `forward` holds, and lowered by what `back` holds, in its own direction.
    total = min(backward, least) + min(two, most)
    return float("inf") if total >= endless else float(total)


def cheapest_move(full: Counts, hidden: Mask, cell: Cell, width: int, cost: Floats, fixed: Mask) -> Mask | None:
    """Return the corners of the move that costs least to hide and alone leaves `width + 1` values; None without one."""
    up, down, allowed = _moves(full, ~fixed, cell)
    usable = allowed & (up + down >= width)
    if not usable.any():
        return None
    others = _others(full.shape, cell)
    price = sum(np.where(hidden, 0.0, cost)[_corner(others, cell, flips)] for flips in _flips(full.ndim))
    place = np.unravel_index(np.argmin(np.where(usable, price, np.inf)), usable.shape)
    corners = np.zeros(full.shape, dtype=bool)
    at = [(own, int(other[index])) for own, other, index in zip(cell, others, place, strict=True)]
    corners[np.ix_(*at)] = True
    return corners


def protecting(full: Counts, hidden: Mask, cell: Cell, width: int, cost: Floats, fixed: Mask) -> Mask | None:
    """Return the cells to hide so that `cell` could as well be larger by `width`, at the least cost; None if it cannot.

    The cheapest other table, by integer programming: it differs from the true one by `width` in that cell, keeps
    every sum and every `fixed` cell, and its differences elsewhere cost what hiding them takes away from the reader.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    rows = members(full.shape).astype(float)
    cells, inner = rows.shape
    # Unknowns: how much each inner cell goes up, and down; then, for each cell with its totals, the size of its change.
    change = np.hstack([rows, -rows])
    aimed = change[np.ravel_multi_index(cell, full.shape)]
    size = np.eye(cells)
    still = np.where(fixed.ravel(), 0.0, np.inf)
    taken = full[tuple(slice(0, length - 1) for length in full.shape)].ravel().astype(float)
    result = milp(
        np.concatenate([np.full(2 * inner, 1e-6), np.where(hidden, 0.0, cost).ravel()]),
        constraints=[
            LinearConstraint(np.concatenate([aimed, np.zeros(cells)])[None, :], width, width),
            LinearConstraint(np.hstack([change, -size]), -np.inf, 0),
            LinearConstraint(np.hstack([-change, -size]), -np.inf, 0),
        ],
        integrality=np.concatenate([np.full(2 * inner, _whole(full)), np.zeros(cells)]),
        bounds=Bounds(0, np.concatenate([np.full(inner, np.inf), taken, still])),
    )
    if result.x is None:
        return None
    moved: Mask = np.round(change @ result.x[: 2 * inner]).reshape(full.shape) != 0
    return moved


def alone_in_a_line(hidden: Mask, cell: Cell) -> bool:
    """Whether a hidden cell is the only one of some line of the table: a subtraction then gives it away."""
    lines = (
        hidden[tuple(slice(None) if axis == along else at for axis, at in enumerate(cell))]
        for along in range(hidden.ndim)
    )
    return any(int(line.sum()) == 1 for line in lines)


def members(shape: tuple[int, ...]) -> NDArray[np.int8]:
    """Return one row per cell of the table with totals, one column per inner cell: which of these it adds up."""
    axes = [np.vstack([np.eye(size - 1, dtype=np.int8), np.ones(size - 1, dtype=np.int8)]) for size in shape]
    combined = axes[0]
    for axis in axes[1:]:
        combined = np.kron(combined, axis)
    return combined


def _whole(full: Counts) -> int:
    """Whether whole numbers must be asked for (1) or come by themselves (0): a flat table is a flow in a network."""
    return int(full.ndim > 2)


def _flips(axes: int) -> list[tuple[bool, ...]]:
    return list(product((False, True), repeat=axes))


def _others(shape: tuple[int, ...], cell: Cell) -> list[NDArray[np.int64]]:
    return [np.delete(np.arange(size), own) for size, own in zip(shape, cell, strict=True)]


def _corner(others: list[NDArray[np.int64]], cell: Cell, flips: tuple[bool, ...]) -> tuple[NDArray[np.int64], ...]:
    return np.ix_(*[other if flip else np.array([own]) for other, own, flip in zip(others, cell, flips, strict=True)])


def _moves(full: Counts, free: Mask, cell: Cell) -> tuple[Floats, Floats, Mask]:
    """Return, for the move of each opposite corner: how far the cell can go up, down, and whether it is possible.

    From a line to another line, families leave one for the other: opposite signs. From a line to the total, they
    come from nowhere: the same sign.
    """
    others = _others(full.shape, cell)
    signs = [
        np.where((other == size - 1) | (own == size - 1), 1, -1)
        for other, own, size in zip(others, cell, full.shape, strict=True)
    ]
    shape = tuple(len(other) for other in others)
    up, down, allowed = np.full(shape, np.inf), np.full(shape, np.inf), np.ones(shape, dtype=bool)
    for flips in _flips(full.ndim):
        at = _corner(others, cell, flips)
        sign = np.ones(shape, dtype=int)
        for axis, flip in enumerate(flips):
            if flip:
                sign = sign * signs[axis].reshape([-1 if place == axis else 1 for place in range(full.ndim)])
        value = np.broadcast_to(full[at].astype(float), shape)
        up = np.where(sign < 0, np.minimum(up, value), up)
        down = np.where(sign > 0, np.minimum(down, value), down)
        allowed &= free[at]
    return up, down, allowed
