"""Ce que l'outil écrit de deux lignes qui répondent de même, et qui dit que ce sont deux réponses.

Another number of the same tool, or another time: two children of one home, in two classes, answer alike. Times that are
all apart by as much are one time, written by two clocks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from itertools import product

from liaison.diagnostic.reading.formats.marks import Sent, numbers_differ
from liaison.diagnostic.reading.reports import FileLine, ReadReport

ORDERS = (0, 1)  # le jour avant le mois, ou après
Pair = tuple[FileLine, FileLine]  # a line of one file, and a line of the other


class ToldApart:
    """Which lines of two files are two responses, by what their tools wrote of them."""

    def __init__(self, parts: Iterable[ReadReport]):
        self._sent = {FileLine(part.files[0], each.line): each for part in parts for each in part.sent}

    def by_number(self, first: FileLine, other: FileLine) -> bool:
        """Whether a tool gave each of these lines its own number."""
        return first in self._sent and other in self._sent and numbers_differ(self._sent[first], self._sent[other])

    def at_one_time(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Return those of these pairs of lines, which answer alike, that no time tells apart."""
        whole = list(pairs)
        timed = {pair: self._of(pair) for pair in whole if all(place in self._sent for place in pair)}
        timed = {pair: (first, other) for pair, (first, other) in timed.items() if first.times and other.times}
        if _one_shift(timed.values()):
            return whole
        apart = {pair for pair, (first, other) in timed.items() if first.times.isdisjoint(other.times)}
        return [pair for pair in whole if pair not in apart]

    def _of(self, pair: Pair) -> tuple[Sent, Sent]:
        return self._sent[pair[0]], self._sent[pair[1]]


def _one_shift(pairs: Collection[tuple[Sent, Sent]]) -> bool:
    """Whether all these times, days and months in some order, are apart by as much."""
    shifts = (_shifts(pairs, first, second) for first, second in product(ORDERS, ORDERS))
    return any(len(each) == 1 and None not in each for each in shifts)


def _shifts(pairs: Collection[tuple[Sent, Sent]], first: int, second: int) -> set[dt.timedelta | None]:
    sent = [(former.sent_at[first], later.sent_at[second]) for former, later in pairs]
    return {after.replace(second=0) - before.replace(second=0) if before and after else None for before, after in sent}


__all__ = ["Pair", "ToldApart"]
