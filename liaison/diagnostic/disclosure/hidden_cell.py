"""Une case cachée à deviner : par soustraction quand on ne cache que les petites, plus du tout quand on la protège."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from liaison.diagnostic.counting.tabulation import coded
from liaison.disclosure.attack import audit_interval
from liaison.disclosure.disclosure import primary_suppression, protect

if TYPE_CHECKING:
    from liaison.diagnostic.answers import Answers
    from liaison.disclosure.attack import Cell, Counts, Mask

Hidden = Literal["petits", "proteges"]  # the small cells alone, or all that protects them
NAIVE: Hidden = "petits"
PROTECTED: Hidden = "proteges"


@dataclass(frozen=True)
class HiddenCell:
    """A table with its totals, two ways of hiding its small cells, and the cell to guess."""

    groups: tuple[str, ...]
    values: tuple[str, ...]
    counts: Counts
    hidden: dict[str, Mask]
    cell: Cell

    @property
    def answer(self) -> int:
        """What the cell holds: known of a fictitious school only."""
        return int(self.counts[self.cell])

    def audit_interval(self, way: str) -> tuple[int, int]:
        """Return the least and greatest value that whoever reads the table can give the cell."""
        low, high = audit_interval(self.counts, self.hidden[way], self.cell)
        return low, int(high)

    def subtraction(self) -> tuple[int, ...]:
        """Return how the cell is found from its row: the total, then each number to take away."""
        row, column = self.cell
        line = self.counts[row]
        return tuple(int(count) for count in (line[-1], *(n for place, n in enumerate(line[:-1]) if place != column)))


def hidden_cell(answers: Answers, by: str, question: str, value: str, threshold: int) -> HiddenCell | None:
    """Return the table of a question by group and a small cell that subtraction gives away; None when it has none.

    `value`: the answer whose cell is chosen first, where several are as easy to guess.
    """
    counted = coded(answers)
    counts = counted.crossed(by, question)
    rows, columns = counts.sum(axis=1) > 0, counts.sum(axis=0) > 0
    named = counts[rows][:, columns]
    groups = tuple(np.array(counted.variables[by].values)[rows].tolist())
    values = tuple(np.array(counted.variables[question].values)[columns].tolist())
    published = protect(named, threshold)
    naive = primary_suppression(published.counts, threshold)
    inside = [(int(row), int(column)) for row, column in np.argwhere(naive[:-1, :-1])]
    if not inside:
        return None

    def easiest(cell: tuple[int, int]) -> tuple[int, int, int]:
        low, high = audit_interval(published.counts, naive, cell)
        alone_in_its_row = int(naive[cell[0], :-1].sum() + naive[cell[0], -1])
        return int(high) - low, int(values[cell[1]] != value), alone_in_its_row

    cell = min(inside, key=easiest)
    return HiddenCell(groups, values, published.counts, {NAIVE: naive, PROTECTED: published.hidden}, cell)


__all__ = ["NAIVE", "PROTECTED", "HiddenCell", "hidden_cell"]
