"""Des parts pondérées que l'on peut publier : assez rondes pour ne rien dire des cases que les tableaux cachent.

A weighted share is one more sum of the counts by level. With the totals and the weights, which are no secret, it could
give back hidden counts. Each share is therefore rounded, and the best attacker, who also knows the rounded shares,
must still fail (see `attack`); when one point is too fine, five points are tried, then nothing is published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from liaison.diagnostic.attack import Between, Cell, bounds
from liaison.diagnostic.disclosure import PublishedTable, small_cells
from liaison.diagnostic.linked import gathered, totals_of
from liaison.diagnostic.weights import Strata

COARSE_POINTS = 5
MARGIN = 1e-6  # what the machine rounds, in families


def weighted_shares(
    values: Sequence[str],
    crossing: PublishedTable,
    levels: PublishedTable,
    alone: PublishedTable,
    layers: Strata,
    points: int,
) -> dict[str, tuple[float, float]]:
    """Return, for each value that has one, its weighted share (0 to 1) and to what it is rounded (0.01: one point).

    `crossing`: levels × values; `levels` and `alone`: its totals; `layers`: what an answer of each
    level weighs; `points`: the finest rounding, in percentage points.
    """
    rows, columns = levels.hidden[:-1], alone.hidden[:-1]
    row_of, column_of, whole = gathered(crossing.counts[:-1, :-1], rows, columns)
    kept = [place for place in range(len(values)) if not columns[place]]
    families = float((layers.weight * layers.counts).sum())
    if not kept or not families:
        return {}
    hidden = _hidden(crossing, row_of, column_of, whole)
    own = column_of[kept]
    exact = layers.weight @ whole[:-1, :-1][:, own] / families
    for step in (points, COARSE_POINTS):
        share = np.round(np.round(exact * 100 / step) * step / 100, 4)
        said = Said(own, layers.weight, share * families, families * step / 200 + MARGIN)
        if _tells_nothing(whole, hidden, crossing.threshold, said):
            return {values[place]: (float(one), step / 100) for place, one in zip(kept, share, strict=True)}
    return {}


@dataclass(frozen=True)
class Said:
    """What rounded shares tell of a table: the sum of each of these columns, weighted by row, within `half`."""

    columns: np.ndarray
    weight: np.ndarray
    sums: np.ndarray
    half: float

    def between(self, shape: tuple[int, int]) -> Between:
        """Return the same for an attacker who programs."""
        of = np.zeros((len(self.columns), *shape))
        for row, column in enumerate(self.columns):
            of[row, :, column] = self.weight
        return Between(of.reshape(len(self.columns), -1), self.sums - self.half, self.sums + self.half)

    def room(self, inside: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return how much the weighted sum of every column can grow, and shrink, without the shares telling it."""
        grow, shrink = np.full(inside.shape[1], np.inf), np.full(inside.shape[1], np.inf)
        true = self.weight @ inside[:, self.columns]
        grow[self.columns], shrink[self.columns] = self.sums + self.half - true, true - self.sums + self.half
        return np.maximum(grow, 0), np.maximum(shrink, 0)


def _hidden(crossing: PublishedTable, row_of: np.ndarray, column_of: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Return which cells of the gathered table the published one hides; a line of one hidden value stays hidden."""
    found = np.zeros(whole.shape, dtype=bool)
    found[row_of[:, None], column_of[None, :]] = crossing.hidden[:-1, :-1]
    return found


def _tells_nothing(whole: np.ndarray, hidden: np.ndarray, threshold: int, said: Said) -> bool:
    """Whether the best attacker, who also knows the rounded shares, has `threshold` values for each small cell."""
    fixed = totals_of(whole)
    small = small_cells(whole, threshold) & ~fixed
    left = [cell for cell in map(tuple, np.argwhere(small)) if _moved(whole, hidden, cell, said) < threshold - 1]
    between = said.between((whole.shape[0] - 1, whole.shape[1] - 1))
    return all(_width(bounds(whole, hidden, cell, fixed, between)) >= threshold - 1 for cell in left)


def _width(known: tuple[int, float]) -> float:
    return known[1] - known[0]


def _moved(whole: np.ndarray, hidden: np.ndarray, cell: Cell, said: Said) -> float:
    """Return how far one small cell can be moved, up and down, by the corners of one rectangle, shares unchanged."""
    inside, free = whole[:-1, :-1], hidden[:-1, :-1]
    row, column = cell
    grow, shrink = said.room(inside)
    corner = free & free[row, :][None, :] & free[:, column][:, None]
    corner[row, :] = corner[:, column] = False
    if not corner.any():
        return 0.0
    gap = (said.weight[row] - said.weight)[:, None]
    # One family more in the cell: its column grows by `gap`, the other column shrinks by as much.
    with np.errstate(divide="ignore", invalid="ignore"):
        more = np.where(gap > 0, np.minimum(grow[column], shrink)[None, :], np.minimum(shrink[column], grow)[None, :])
        less = np.where(gap > 0, np.minimum(shrink[column], grow)[None, :], np.minimum(grow[column], shrink)[None, :])
        more, less = (np.where(gap == 0, np.inf, np.floor(room / np.abs(gap))) for room in (more, less))
    up = np.minimum(more, np.minimum(inside[row, :][None, :], inside[:, column][:, None]))
    down = np.minimum(less, np.minimum(inside[row, column], inside))
    return float(up[corner].max() + down[corner].max())
