"""Ce qui est dit et ce qui est tu de tout un diagnostic, pour que personne ne cerne une petite case en lisant le reste.

Everything is decided together, against the reader of everything (`joint`): small sums are hidden; then, as long as he
bounds one of them within fewer than `threshold` values, the told sums by which the nearest other table differs are
hidden too. A zero is told wherever its question is told for its group: what is hidden there is one family at least.
What stays hidden is told as a half or a quarter of its group, where even that bounds no small cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from liaison.diagnostic.attack import Floats, Mask
from liaison.diagnostic.foreknown import foreknown
from liaison.diagnostic.joint import Audit, Joint, Sum
from liaison.diagnostic.merging import Merged, Partition
from liaison.diagnostic.questionnaire import Questionnaire
from liaison.diagnostic.tabulation import Coded

FEW_TIMES = 2
# What hiding a sum takes from the reader: the size of a group more than a total, a total more than a cell of a group.
SIZE_PRICE, TOTAL_PRICE, CELL_PRICE = 60.0, 20.0, 1.0
_ROOM = 1e-6


@dataclass(frozen=True)
class Told:
    """What is told of each sum: from `low` to `high` families; equal when told exactly, 0 and inf when hidden."""

    sums: tuple[Sum, ...]
    low: Floats
    high: Floats
    cornered: bool

    @property
    def exact(self) -> Mask:
        """Which sums are told exactly."""
        found: Mask = self.low == self.high
        return found


def protected(
    counted: Coded, by: str, asked: Questionnaire, merged: Merged, threshold: int, most: Floats | None = None
) -> Told:
    """Return what may be told of these answers; `most`: families of each value of `by`, when a reader may know them."""
    return _Protection(counted, by, asked, merged, threshold, most).told()


def sums_of(counted: Coded, by: str, merged: Merged) -> tuple[Sum, ...]:
    """Return every sum that could be told: all families, each group, then each part of each variable, in all and by group."""
    groups = len(counted.variables[by].values)
    every, sizes = tuple(range(groups)), counted.alone(by)
    found = [Sum(every, by, every, len(counted))]
    found += [Sum(part, by, part, int(sizes[list(part)].sum())) for part in merged.groups]
    for name, parts in merged.whole.items():
        counts = counted.alone(name)
        found += [Sum(every, name, part, int(counts[list(part)].sum())) for part in parts]
    for name, parts in merged.inside.items():
        counts = counted.crossed(by, name)
        for group in merged.groups:
            own = counts[list(group)].sum(axis=0)
            found += [Sum(group, name, part, int(own[list(part)].sum())) for part in parts]
    return tuple(found)


def small_sums(counted: Coded, by: str, merged: Merged, threshold: int) -> tuple[Sum, ...]:
    """Return what must stay unknown: every small cell, in all and by group, of values as they are and as they are told."""
    groups = len(counted.variables[by].values)
    finest: dict[str, Partition] = {
        name: tuple((rank,) for rank in range(len(variable.values)))
        for name, variable in counted.variables.items()
        if name != by
    }
    each = Merged(merged.groups, finest, finest)
    found = dict.fromkeys([*sums_of(counted, by, each), *sums_of(counted, by, merged)])
    every = tuple(range(groups))
    return tuple(one for one in found if 0 < one.count < threshold and (one.groups, one.name) != (every, by))


class _Protection:
    """The sums of one diagnosis, hidden one after the other."""

    def __init__(
        self, counted: Coded, by: str, asked: Questionnaire, merged: Merged, threshold: int, most: Floats | None
    ):
        self.by, self.threshold = by, threshold
        self.questions = {name: variable.question for name, variable in counted.variables.items()}
        self.sums = sums_of(counted, by, merged)
        self.every = self.sums[0].groups
        self.counts = np.array([each.count for each in self.sums], dtype=float)
        groups = len(self.every)
        limits = np.full(groups, np.inf) if most is None else most.astype(float)
        living = {group for part in merged.groups for group in part}
        limits[[group for group in range(groups) if group not in living]] = 0
        self.joint = Joint(foreknown(asked, counted.variables), by, self.sums, limits)
        self.low, self.high = self.counts.copy(), self.counts.copy()
        self.price = np.array([self._price(each) for each in self.sums])
        small = small_sums(counted, by, merged, threshold)
        self.cornered = False
        self.audit = Audit(self.joint, small, np.full(len(small), threshold - 1.0))
        if most is not None and small:
            self._bounded_by_sizes()

    def told(self) -> Told:
        """Return what is told once nobody can bound a small sum."""
        if self.counts[0] < FEW_TIMES * self.threshold:
            self._only_the_total()
        else:
            self._hide_small()
            if self.audit.cells:
                self._mend()
                self._ranges()
        return Told(self.sums, self.low, self.high, self.cornered)

    def _price(self, one: Sum) -> float:
        """Return what each family by which a told sum changes costs; a zero stays, and so do all the families."""
        if one.count == 0 or one == self.sums[0]:
            return np.inf
        if one.name == self.by:
            return SIZE_PRICE
        return TOTAL_PRICE if one.groups == self.every else CELL_PRICE

    def _bounded_by_sizes(self) -> None:
        """Ask for no more values than who knows the sizes of groups leaves, when nothing else is told."""
        for place in range(1, len(self.sums)):
            self.joint.tell(place, 0, np.inf)
        self.joint.tell(0, self.counts[0], self.counts[0])
        alone = Audit(self.joint, self.audit.cells, self.audit.wanted)
        narrow = alone.bounded()
        self.cornered = bool(narrow)
        self.audit.wanted = np.minimum(self.audit.wanted, alone.high - alone.low)

    def _only_the_total(self) -> None:
        self.low[1:], self.high[1:] = 0, np.inf
        if 0 < self.counts[0] < self.threshold:
            self.low[0], self.high[0] = 0, np.inf

    def _hide_small(self) -> None:
        for place, one in enumerate(self.sums):
            self.joint.tell(place, one.count, one.count)
            if 0 < one.count < self.threshold:
                self._hide(place)

    def _hide(self, place: int) -> None:
        """Hide one sum; with the size of a group, all that is said of the group, zeros too."""
        one = self.sums[place]
        self._tell(place, 1 if one.count else 0, np.inf)
        if one.name == self.by:
            self._withdraw([each for each, other in enumerate(self.sums) if other.groups == one.groups and each != place])

    def _withdraw(self, places: list[int]) -> None:
        """Say nothing of these sums, whose zeros are hidden like the rest."""
        for place in places:
            self._tell(place, 0, np.inf)
            self.price[place] = np.inf

    def _tell(self, place: int, low: float, high: float) -> None:
        self.low[place], self.high[place] = low, high
        self.joint.tell(place, low, high)

    def _mend(self) -> None:
        """Hide more, until the reader bounds no small sum."""
        while True:
            if not self.audit.seen:
                table = self.joint.table(np.zeros(self.joint.matrix(self.sums).shape[1]))
                if table is not None:
                    self.audit.keep(table)
            bounded = self.audit.bounded(first_only=True)
            if not bounded:
                return
            self._widen(bounded[0])

    def _widen(self, cell: int) -> None:
        """Hide the told sums by which the nearest table differs, where this cell is far enough."""
        audit, row = self.audit, self.audit.row(cell)
        wanted = audit.wanted[cell]
        price = np.where(self.low == self.high, self.price, np.inf)
        ends = [(audit.low[cell] + wanted, np.inf)]
        if audit.high[cell] >= wanted:
            ends.append((0.0, audit.high[cell] - wanted))
        found = [each for low, high in ends if (each := self.joint.nearest(row, low, high, price))]
        if not found:
            self._withdraw(self._around(audit.cells[cell]))
            return
        table = min(found, key=lambda each: each[0])[1]
        told = np.flatnonzero(self.low == self.high)
        moved = np.abs(self.joint.matrix([self.sums[place] for place in told]) @ table - self.counts[told]) > _ROOM
        for place in told[moved].tolist():
            self._hide(place)
        audit.keep(table)

    def _around(self, cell: Sum) -> list[int]:
        """Return what to withdraw when no sum can move: the question of a group, all of it, then of every group."""
        question = self.questions[cell.name]

        def said(places: Iterator[int]) -> list[int]:
            return [place for place in places if self.high[place] < np.inf or self.low[place] > 0]

        same = said(p for p, one in enumerate(self.sums) if one.groups == cell.groups and self.questions[one.name] == question)
        if same and cell.name != self.by:
            return same
        own = said(p for p, one in enumerate(self.sums) if one.groups == cell.groups and p)
        if own and cell.groups != self.every:
            return own
        everywhere = said(p for p, one in enumerate(self.sums) if self.questions[one.name] == question and p)
        return everywhere or said(iter(range(1, len(self.sums))))

    def _ranges(self) -> None:
        """Tell hidden sums as a quarter or a half of their group, where it bounds no small sum."""
        sizes = {one.groups: place for place, one in enumerate(self.sums) if one.name == self.by}
        hidden = [p for p, one in enumerate(self.sums) if one.name != self.by and self.high[p] == np.inf]
        for place in sorted(hidden, key=lambda p: self.sums[p].groups != self.every):
            size = sizes[self.sums[place].groups]
            if self.low[size] != self.high[size]:
                continue
            for low, high in _slices(self.sums[place].count, int(self.counts[size]), self.threshold):
                if self._range(place, max(low, self.low[place]), high):
                    break

    def _range(self, place: int, low: float, high: float) -> bool:
        """Tell a hidden sum as a range, unless it bounds a small sum; whether it was told."""
        before, seen = self.low[place], list(self.audit.seen)
        self._tell(place, low, high)
        self.audit.only(place, low, high)
        kept = len(self.audit.seen)
        if not self.audit.bounded(first_only=True):
            return True
        self._tell(place, before, np.inf)
        self.audit.again([*seen, *self.audit.seen[kept:]])
        return False


def _slices(count: int, size: int, threshold: int) -> Iterator[tuple[int, int]]:
    """Yield the quarter, then the half, of a group in which a count is, where it holds `threshold` values or more."""
    for parts in (4, 2):
        ends = [size * rank // parts for rank in range(1, parts + 1)]
        slices = list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))
        low, high = next((low, high) for low, high in slices if low <= count <= high)
        if all(end - start + 1 >= threshold for start, end in slices):
            yield low, high


__all__ = ["Told", "protected", "small_sums", "sums_of"]
