"""Deux fichiers, ligne à ligne : celles qui ont le même numéro, la même heure, les mêmes réponses à ce que tous deux
demandent.

What is compared is what both ask; a question of which a cell is not read, in either line, is passed over.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE, SEPARATOR
from liaison.diagnostic.reading.exports import TELLS_NOBODY, TO_THE_SECOND, Export, Response, orders_of
from liaison.diagnostic.reading.formats.marks import numbers_differ

Pair = tuple[Response, Response]  # a line of one file, and a line of the other
Sign = Callable[[Response], Hashable]  # what two lines are to have alike, beside their answers
HALF = 0.5
MOST_HOURS = 14  # d'un fuseau à l'autre
FEWEST_LATE = 2  # lignes décalées d'autant d'heures : en deçà, ce sont deux heures
NEAR, FAR = 30, 600  # secondes, ou minutes : des heures voisines
SET_BY_SCHOOL = frozenset({LEVEL, MODE})  # ce qui n'est pas une réponse de la famille, et que l'école corrige


class TwoExports:
    """Two exports, and which of their lines can be paired; every comparison is by hashing, line after line."""

    def __init__(self, former: Export, later: Export):
        self.former, self.later = former, later
        unasked = former.unasked | later.unasked
        # A level that the school has written in one of them alone says nothing of both.
        blank = {
            name
            for each in (former, later)
            for name, column in zip(each.columns, each.codes.T, strict=True)
            if name in SET_BY_SCHOOL and (column < 0).all()
        }
        self.common = np.array([name not in unasked | blank for name in former.columns])
        self.asked_alike = former.unasked == later.unasked
        self.clock = min(former.clock, later.clock)
        # Of two files of one line, nothing says that a hand did not write one time on both.
        self.tell_by_time = len(former.responses) > 1 or len(later.responses) > 1
        self._names = former.number_names & later.number_names
        self._rows: dict[frozenset[str], tuple[list[bytes], list[bytes]]] = {}

    def rows(self, passed: frozenset[str] = frozenset()) -> tuple[list[bytes], list[bytes]]:
        """Return what each line of both says in what both ask, without the questions `passed`."""
        if passed not in self._rows:
            names = [name.partition(SEPARATOR)[0] for name in self.former.columns]
            columns = self.common & np.array([name not in passed for name in names])
            self._rows[passed] = self.former.rows(columns), self.later.rows(columns)
        return self._rows[passed]

    @cached_property
    def questions(self) -> NDArray[np.int64]:
        """How many questions, of those that both ask, each line of the former answers."""
        return self.former.questions_answered(self.common)

    @cached_property
    def cells(self) -> NDArray[np.int64]:
        """How many cells, of those that both have, each line of the former fills."""
        filled: NDArray[np.int64] = (self.former.codes[:, self.common] >= 0).sum(axis=1)
        return filled

    def alike(self, first: Response, other: Response) -> bool:
        """Whether two lines answer alike in all that both ask, and are of one level."""
        own, others = self.rows(first.unread | other.unread)
        return own[first.rank] == others[other.rank]

    def paired(
        self, sign: Sign, without: Collection[Response] = (), passing: frozenset[str] = frozenset()
    ) -> list[Pair]:
        """Return the lines that answer alike and have this sign alike, the first with the first; `without` these, and
        `passing` over these questions."""
        taken = set(without)
        pairs: list[Pair] = []
        both = (self.former.responses, self.later.responses)
        of_cells = dict.fromkeys(each.unread for responses in both for each in responses if each.unread)
        for passed in (frozenset[str](), *of_cells):
            own, others = self.rows(passed | passing)
            waiting: dict[tuple[Hashable, bytes], list[Response]] = defaultdict(list)
            for each in reversed(both[0]):
                if each not in taken and (what := sign(each)) is not None:
                    waiting[what, own[each.rank]].append(each)
            for each in both[1]:
                if each in taken or (what := sign(each)) is None:
                    continue
                met = waiting.get((what, others[each.rank]))
                if met and (not passed or passed in (met[-1].unread, each.unread)):
                    pairs.append((met.pop(), each))
                    taken.update(pairs[-1])
        return pairs

    def numbers(self, response: Response) -> tuple[tuple[str, str], ...]:
        """Return the numbers of a line in the columns that both files have."""
        return tuple(sorted(each for each in response.sent.numbers if each[0] in self._names))

    def numbers_apart(self, pair: Pair) -> bool:
        """Whether a tool gave each of these lines its own number."""
        return numbers_differ(pair[0].sent, pair[1].sent)

    def of_one_number(self) -> list[Pair]:
        """Return the lines that have one number, which no other line of their file has."""
        own, others = (self._once(each.responses) for each in (self.former, self.later))
        return [(first, others[number]) for number, first in own.items() if number in others]

    def _once(self, responses: Sequence[Response]) -> dict[Hashable, Response]:
        times = Counter(map(self.numbers, responses))
        return {own: each for each in responses if (own := self.numbers(each)) and times[own] == 1}

    def time(self, response: Response) -> Hashable:
        """Return when a line was sent, as finely as both files say; None when it is not known."""
        sent = response.sent
        if self._shift and sent.minute:
            moment = self._moment(response)
            return moment.replace(second=moment.second if self.clock == TO_THE_SECOND else 0) if moment else None
        return (sent.minute, sent.seconds if self.clock == TO_THE_SECOND else "") if sent.minute else None

    def times_apart(self, pair: Pair) -> bool:
        """Whether these lines were sent at two times; a time that most lines of a file share says nothing."""
        first, other = pair[0].sent.times, pair[1].sent.times
        if self.clock == TELLS_NOBODY or not first or not other:
            return False
        if self._shift:
            own, others = map(self._moment, pair)
            return own is None or others is None or own.replace(second=0) != others.replace(second=0)
        return first.isdisjoint(other)

    def _moment(self, response: Response) -> dt.datetime | None:
        """Return when a line was sent, by the clock of the later file."""
        own = response.place.file == self.former.file
        sent = response.sent.sent_at[self._orders[0 if own else 1]] if self._orders else None
        return sent + self._shift if sent and own else sent

    @cached_property
    def _orders(self) -> tuple[int, int] | None:
        return next(iter(orders_of(self.former, self.later)), None)

    @cached_property
    def _shift(self) -> dt.timedelta:
        """By how many hours the clocks of two files are apart, where most lines that answer alike are by as many."""
        if self._orders is None:
            return dt.timedelta()
        own, others = (
            Counter(
                (row, sent.replace(second=0))
                for each, row in zip(export.responses, rows, strict=True)
                if (sent := each.sent.sent_at[order])
            )
            for export, rows, order in zip(
                (self.former, self.later), self.rows(SET_BY_SCHOOL), self._orders, strict=True
            )
        )
        most = HALF * min(own.total(), others.total())

        def met(hours: int) -> int:
            later = dt.timedelta(hours=hours)
            return sum(min(count, others[row, sent + later]) for (row, sent), count in own.items())

        if met(0) > most:
            return dt.timedelta()
        hours = max((hour for hour in range(-MOST_HOURS, MOST_HOURS + 1)), key=met)
        late = met(hours) > most and met(hours) >= FEWEST_LATE
        return dt.timedelta(hours=hours) if late else dt.timedelta()

    def hours_apart(self, pair: Pair) -> bool:
        """Whether these lines were sent at two times that are apart by a number of hours, as two clocks may be."""
        first, other = map(self._moment, pair)
        if first is None or other is None or first == other:
            return False
        apart = abs(first - other)
        return apart <= dt.timedelta(hours=MOST_HOURS) and not apart % dt.timedelta(hours=1)

    @property
    def _tick(self) -> int:
        """How many seconds the finer of what both clocks write lasts."""
        return 1 if self.clock == TO_THE_SECOND else 60

    def numbered_at_one_time(self) -> tuple[int, float]:
        """Return how many lines of one number have one time, and how many would by chance: as often as they have two
        that are near."""
        both = [list(map(self._moment, pair)) for pair in self.of_one_number() if self.clock != TELLS_NOBODY]
        apart = np.array(
            [abs((first - other).total_seconds()) // self._tick for first, other in both if first and other]
        )
        near = [((apart > 0) & (apart <= window)).sum() / (2 * window) for window in (1, NEAR, FAR)]
        return int((apart == 0).sum()), max(self._tick / (2 * FAR), *map(float, near))

    def at_one_time_by_chance(self, passing: frozenset[str] = frozenset()) -> float:
        """Return how many lines that answer alike, `passing` over these questions, would have one time by chance: as
        often as they have two that are near."""
        tick = self._tick
        both: list[dict[bytes, list[float]]] = []
        for export, rows in zip((self.former, self.later), self.rows(passing), strict=True):
            times: dict[bytes, list[float]] = defaultdict(list)
            for each in export.responses:
                if sent := self._moment(each):
                    times[rows[each.rank]].append(sent.timestamp() // tick)
            both.append(times)
        near = dict.fromkeys((NEAR, FAR), 0.0)
        for row in both[0].keys() & both[1].keys():
            own, others = (np.sort(np.array(times[row])) for times in both)
            same = _within(own, others, 0)
            for window in near:
                near[window] += _within(own, others, window) - same
        return max(tick / (2 * FAR), *(count / (2 * window) for window, count in near.items()))


def _within(own: NDArray[np.float64], others: NDArray[np.float64], window: int) -> int:
    """Return how many pairs of times are at most so far apart; both are sorted."""
    counts = np.searchsorted(others, own + window, side="right") - np.searchsorted(others, own - window, side="left")
    return int(counts.sum())


__all__ = ["SET_BY_SCHOOL", "Pair", "TwoExports"]
