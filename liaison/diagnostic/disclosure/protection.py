"""Ce qui est dit et ce qui est tu de tout un diagnostic, pour que personne ne cerne une petite case en lisant le reste.

Everything is decided together, against the reader of everything (`joint`), one block of tied questions after the other.
Each sum has its steps, from the finest: told exactly; a quarter, then a half of its group; nothing. Small sums start
at the second. As long as the reader bounds a small cell within fewer than `threshold` values, the sums by which the
nearest other table leaves what is told go down until it is possible too. A zero is told, and what is hidden beside is
one family at least; where that alone bounds a small cell, nothing is said of the question in this group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from liaison.diagnostic.counting.tabulation import Coded
from liaison.diagnostic.disclosure.foreknown import blocks, boxes_of, foreknown
from liaison.diagnostic.disclosure.grouped_answers import GroupedAnswers
from liaison.diagnostic.disclosure.merging import Merged, Part
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.disclosure.attack import Floats
from liaison.disclosure.disclosure import FEW_TIMES
from liaison.disclosure.joint import JOIN, ROOM, Audit, Ends, Joint, Sum

# What it costs the reader, by family that a sum moves: a total more than a cell of a group, a range less than either.
TOTAL_PRICE, CELL_PRICE, RANGE_TIMES, WEIGHTED_PRICE = 20.0, 1.0, 0.02, 0.05
TellingStep = tuple[float, float]
WITHDRAWN: TellingStep = (0, np.inf)  # nothing is said of a question in a group, and not even of its zeros


@dataclass(frozen=True)
class PublishedSum:
    """What is told of one sum: from `low` to `high` families; equal when told exactly; inf when nothing is."""

    sum: Sum
    low: float
    high: float


@dataclass(frozen=True)
class Guarded:
    """A number that another document hides: a sum of answers between two ends; `wanted`: how many values, less one."""

    sum: Sum
    ends: Ends
    wanted: float

    @property
    def small(self) -> bool:
        """Whether it is small, where the answers are those of the same families; at its end it is no secret."""
        beyond = self.sum.count - self.ends.low
        if self.sum.count >= self.ends.high:
            return False
        return self.sum.count > 0 and (0 if self.ends.open else 1) <= beyond <= self.wanted


@dataclass(frozen=True)
class Weighting:
    """What a family of each group counts for (inf: not known), and to what weighted shares may be rounded."""

    weights: tuple[float, ...]
    families: float
    steps: tuple[float, ...]


@dataclass(frozen=True)
class Weighted:
    """A weighted share (0 to 1) and to what it is rounded (0.01: one point)."""

    share: float
    step: float


@dataclass(frozen=True)
class ProtectedSums:
    """What may be told of every sum, the weighted shares that may be, and whether some small cell stays cornered."""

    published: tuple[PublishedSum, ...]
    weighted: dict[tuple[str, Part], Weighted]
    cornered: bool


def protected(
    counted: Coded,
    by: str,
    questionnaire: Questionnaire,
    merged: Merged,
    threshold: int,
    most: Floats | None = None,
    weighting: Weighting | None = None,
    beside: Sequence[PublishedSum] = (),
    guarded: Sequence[Guarded] = (),
) -> ProtectedSums:
    """Return what may be told of these answers.

    `beside`: what is told of them elsewhere, already; `guarded`: what is hidden there. `most`: families of each level,
    when a reader may know them; `weighting`: when shares are to be weighted.
    """
    grouped = GroupedAnswers(counted, by, merged, threshold, most)
    if len(counted) < FEW_TIMES * threshold:
        return ProtectedSums(tuple(_only_the_total(grouped)), {}, cornered=False)
    published = [PublishedSum(each, each.count, each.count) for each in grouped.sums(())]
    shares: dict[tuple[str, Part], Weighted] = {}
    cornered = grouped.is_cornered()
    for names in blocks(counted.variables):
        known = [each for each in beside if each.sum.of(names)]
        hidden = [each for each in guarded if each.sum.of(names)]
        block = _Block(grouped, names, questionnaire, weighting, known, hidden)
        block.protect()
        published += block.published()
        shares |= block.weighted()
        cornered = cornered or block.cornered
    return ProtectedSums(tuple(published), shares, cornered)


def looked_at(
    cells: Sequence[Sum], wanted: Floats, guarded: Sequence[Guarded]
) -> tuple[tuple[Sum, ...], Floats, tuple[Ends, ...]]:
    """Return all that must stay unknown: cells, then numbers hidden elsewhere; how many values, and between what."""
    return (
        (*cells, *(each.sum for each in guarded)),
        np.array([*wanted, *(each.wanted for each in guarded)]),
        (*[Ends()] * len(cells), *(each.ends for each in guarded)),
    )


def joined_boxes(sums: Iterable[Sum]) -> tuple[str, ...]:
    """Return the names that stand for one box at least of several, in these sums."""
    own = (part.name for added in sums for part in (added, *added.more))
    return tuple(dict.fromkeys(name for name in own if JOIN in name))


def _only_the_total(grouped: GroupedAnswers) -> Iterator[PublishedSum]:
    """Yield what is told of too few families: how many they are, and not even it under the threshold."""
    whole, *groups = grouped.sums(())
    hidden = 0 < whole.count < grouped.threshold
    yield PublishedSum(whole, 0, np.inf) if hidden else PublishedSum(whole, whole.count, whole.count)
    for each in (*groups, *grouped.sums(grouped.counted.variables)):
        yield PublishedSum(each, 0, np.inf)


class _Block:
    """The sums of a block of tied questions, each told less and less."""

    def __init__(
        self,
        grouped: GroupedAnswers,
        names: Sequence[str],
        questionnaire: Questionnaire,
        weighting: Weighting | None,
        beside: Sequence[PublishedSum],
        guarded: Sequence[Guarded],
    ):
        self._grouped, self._names, self._questionnaire = grouped, names, questionnaire
        self._weighting, self._beside, self._guarded = weighting, beside, tuple(guarded)
        self.cornered = False
        parts = (grouped.every, *grouped.merged.groups)
        self._sizes = {part: int(grouped.sizes[list(part)].sum()) for part in parts}
        self._own = grouped.sums(names) if grouped.published(names) else ()
        self.sums = self._own
        if weighting:
            self.sums += tuple(self._weighed(each) for each in self._own if each.groups == grouped.every)
        self._ours = len(self.sums)  # the sums after these are told elsewhere, and stay so
        self.sums += tuple(each.sum for each in beside)
        self._limits = grouped.limits(names)
        self._small = grouped.small(names, self._limits.atoms)
        self.steps = [tuple(self._steps_of(each)) for each in self.sums[: self._ours]]
        self.steps += [((each.low, each.high),) for each in beside]
        self.at = [0] * len(self.sums)

    def protect(self) -> None:
        """Tell less, until the reader bounds no small cell."""
        wanted = self._grouped.promised(self._small, self._limits.atoms)
        cells, wanted, ends = looked_at(self._small, wanted, self._guarded)
        if not cells:
            return
        joined = joined_boxes((*self.sums, *cells))
        rules = foreknown(self._questionnaire, self._grouped.counted, self._names, joined)
        self.joint = Joint(rules, self._limits, self.sums)
        self.audit = Audit(self.joint, cells, wanted, ends)
        self.price = np.array([self._price(each) for each in self.sums[: self._ours]] + [np.inf] * len(self._beside))
        if self._limits.known or self._beside or self._guarded:
            self._ask_no_more_than_can_be()
        for place in range(len(self.sums)):
            self.joint.tell(place, *self._step(place))
        self.audit.look()
        while narrow := self.audit.narrow():
            self._widen(narrow[0])

    def published(self) -> Iterator[PublishedSum]:
        """Yield what is told of each sum in the end."""
        for place, each in enumerate(self._own):
            yield PublishedSum(each, *self._step(place))

    def weighted(self) -> dict[tuple[str, Part], Weighted]:
        """Return the weighted shares of what is told exactly."""
        published = [
            each for place, each in enumerate(self._own) if self._exactly(place) and each.groups == self._grouped.every
        ]
        exact = {(each.name, each.values) for each in published}
        weighted_of = {}
        for place in range(len(self._own), self._ours):
            cell, weighting = self.sums[place], self._weighting
            if weighting and self.at[place] < len(weighting.steps) and (cell.name, cell.values) in exact:
                step = weighting.steps[self.at[place]]
                weighted_of[cell.name, cell.values] = Weighted(_rounded(cell.count / weighting.families, step), step)
        return weighted_of

    def _weighed(self, cell: Sum) -> Sum:
        assert self._weighting is not None
        table = self._grouped.counted.crossed(self._grouped.by, cell.name)[:, list(cell.values)].sum(axis=1)
        return replace(cell, weights=self._weighting.weights, count=float(table @ np.array(self._weighting.weights)))

    def _steps_of(self, cell: Sum) -> Iterator[TellingStep]:
        """Yield what can be told of a sum, from the finest."""
        if cell.weights and self._weighting:
            families = self._weighting.families
            for step in self._weighting.steps:
                middle, half = _rounded(cell.count / families, step) * families, step * families / 2 + ROOM
                yield middle - half, middle + half
            yield -np.inf, np.inf
            return
        count = int(cell.count)
        if not 0 < count < self._grouped.threshold:
            yield count, count
        if count:
            yield from _slices(count, self._sizes[cell.groups], self._grouped.threshold)
        yield min(count, 1), np.inf

    def _price(self, cell: Sum) -> float:
        """Return what it costs to tell less of a sum, by family that it moves; a zero stays."""
        if not cell.count:
            return np.inf
        if cell.weights:
            return WEIGHTED_PRICE
        price = TOTAL_PRICE if cell.groups == self._grouped.every else CELL_PRICE
        return float(price * (1 + np.log1p(cell.count)))  # the smallest of those that would do, always the same ones

    def _prices(self) -> Floats:
        ranges = np.array([not self._exactly(place) for place in range(len(self.sums))])
        return self.price * np.where(ranges, RANGE_TIMES, 1.0)

    def _under(self) -> Floats:
        """Return how far under what is told of it each sum can go: a zero alone is told to be one."""
        lows = np.array([self._step(place)[0] for place in range(len(self.sums))])
        least = np.array([min(each.count, 1) for each in self.sums])
        return np.where([bool(each.weights) for each in self.sums], np.inf, np.maximum(lows - least, 0))

    def _step(self, place: int) -> TellingStep:
        return self.steps[place][self.at[place]]

    def _exactly(self, place: int) -> bool:
        low, high = self._step(place)
        return low == high

    def _ask_no_more_than_can_be(self) -> None:
        """Ask for no more values than are left, when nothing of these questions is told, to who knows the groups."""
        for place in range(len(self.sums)):
            self.joint.tell(place, *((-np.inf, np.inf) if place < self._ours else self._step(place)))
        alone = Audit(self.joint, self.audit.cells, self.audit.wanted, self.audit.every)
        self.cornered = any(place < len(self._small) for place in alone.bounded())
        self.audit.wanted = np.minimum(self.audit.wanted, alone.high - alone.low)

    def _widen(self, cell: int) -> None:
        """Tell less of the sums that the nearest table moves, where this cell is far enough."""
        audit, row = self.audit, self.audit.row(cell)
        low, high, wanted = audit.low[cell], audit.high[cell], audit.wanted[cell]
        price, under = self._prices(), self._under()
        # As far as it must go, on one side; or a little farther, when a side alone has not so much room.
        most = self._size_of(audit.cells[cell])
        floor, ceiling = max(audit.ends[0, cell], 0.0), min(audit.ends[1, cell], most)
        for up, down in ((min(low + wanted, ceiling), max(high - wanted, 0.0)), (high + 1, low - 1)):
            tables = []
            for ends in ((up, np.inf), (0.0, down)):
                farther = ends[0] > high or ends[1] < low
                near = self.joint.nearest(row, ends, price, under) if farther and ends[1] >= floor else None
                tables += [near] if near else []
                if near and near[0] < ROOM:
                    break
            if tables:
                table = np.round(min(tables, key=lambda each: each[0])[1])
                self._make_possible(table)
                audit.keep(table)
                if audit.high[cell] - audit.low[cell] > high - low + ROOM:
                    return
        places = self._around(audit.cells[cell])
        for place in places:
            self.steps[place] = (*self.steps[place], WITHDRAWN)
            self.at[place] = len(self.steps[place]) - 1
            self.joint.tell(place, *WITHDRAWN)
        if not places:  # whatever is told, this cell has no more values than that
            self.cornered = self.cornered or cell < len(self._small)
            audit.wanted[cell] = high - low

    def _around(self, cell: Sum) -> list[int]:
        """Return of what to say nothing, zeros included: the question in its group, the question, then all."""
        published = [place for place, each in enumerate(self._own) if self._step(place) != WITHDRAWN]
        same = [place for place in published if self._question(self.sums[place]) == self._question(cell)]
        group = [place for place in same if set(cell.groups) <= set(self.sums[place].groups)]
        near = [
            place
            for place in group
            if self.sums[place].groups != self._grouped.every or cell.groups == self._grouped.every
        ]
        return near or group or same or published

    def _size_of(self, cell: Sum) -> float:
        """Return how many families a cell can have at most: those of its group."""
        return min(size for part, size in self._sizes.items() if set(cell.groups) <= set(part))

    def _question(self, cell: Sum) -> str:
        return self._grouped.counted.variables[boxes_of(cell.name)[0]].question

    def _make_possible(self, table: Floats) -> None:
        values = self.joint.values(table)
        for place, value in enumerate(values):
            before = self.at[place]
            while not self._step(place)[0] - ROOM <= value <= self._step(place)[1] + ROOM:
                self.at[place] += 1
            if self.at[place] != before:
                self.joint.tell(place, *self._step(place))


def _rounded(share: float, step: float) -> float:
    return float(np.round(np.round(share / step) * step, 4))


def _slices(count: int, size: int, threshold: int) -> Iterator[tuple[int, int]]:
    """Yield the quarter, then the half, of a group in which a count is, where it holds `threshold` values or more."""
    for parts in (4, 2):
        ends = [size * rank // parts for rank in range(1, parts + 1)]
        slices = list(zip([1, *(end + 1 for end in ends[:-1])], ends, strict=True))
        if all(high - low + 1 >= threshold for low, high in slices):
            yield next((low, high) for low, high in slices if low <= count <= high)


__all__ = [
    "Guarded",
    "ProtectedSums",
    "PublishedSum",
    "Weighted",
    "Weighting",
    "joined_boxes",
    "looked_at",
    "protected",
]
