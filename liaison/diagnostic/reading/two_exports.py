"""Deux exports d'un formulaire, ligne à ligne : ce que l'outil écrit de chacune, et ce que toutes deux demandent.

A column may be in one export and not in the other: responses of the same second that answer alike in all that both ask
are one, and the line that says more counts. A family that changed its answers keeps its number: where two files are
exports of one form, its later answers count. Without a number, nothing tells it from another family.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE, SEPARATOR
from liaison.diagnostic.reading.formats.marks import Sent, numbers_differ
from liaison.diagnostic.reading.plausibility import ENOUGH_ANSWERS, fingerprints
from liaison.diagnostic.reading.reports import FileLine, ReadReport

FEWEST_COMMON = 2  # questions répondues : sous ce nombre, une même seconde et une même réponse laissent un doute
TELLS_NOBODY, TO_THE_MINUTE, TO_THE_SECOND = range(3)
FEWEST_CELLS = (math.inf, ENOUGH_ANSWERS, 0)  # en commun, selon ce que dit l'heure
DAY_THEN_MONTH, MONTH_THEN_DAY = 0, 1


class Response(NamedTuple):
    """One line that counts: where it is, what the tool wrote of it, and its answers, a code a column."""

    place: FileLine
    sent: Sent
    codes: NDArray[np.int16]


class Export:
    """One file, as its tool wrote it: every line that was read, and those that count."""

    def __init__(self, parts: Sequence[ReadReport]):
        (self.file,) = dict.fromkeys(part.files[0] for part in parts)
        self.sent = [each for part in parts for each in part.sent]
        self.size = sum(len(part.answers) + part.lines_repeated for part in parts)
        self.columns = [str(name) for name in parts[0].answers.table.columns]
        self.unasked = parts[0].answers.unasked
        self.clock = _clock(self.sent)
        of_line = {each.line: each for each in self.sent}
        self.responses = [
            Response(FileLine(self.file, line), of_line[line], np.frombuffer(written, dtype=np.int16))
            for part in parts
            for line, written in zip(part.lines.tolist(), fingerprints(part.answers), strict=True)
            if line in of_line
        ]

    @property
    def number_names(self) -> frozenset[str]:
        """The names of the columns of its numbers."""
        return frozenset(name for each in self.sent for name, _ in each.numbers)

    @property
    def is_numbered(self) -> bool:
        """Whether the tool numbered every response."""
        return bool(self.sent) and all(each.numbers for each in self.sent)

    def orders(self) -> list[int]:
        """Return in which orders its days and months can be."""
        dated = [each.when for each in self.sent if any(each.when)]
        return [order for order in (DAY_THEN_MONTH, MONTH_THEN_DAY) if dated and all(when[order] for when in dated)]

    def dates(self, order: int) -> set[dt.datetime]:
        """Return its dates to the minute, days and months in this order."""
        return {when.replace(second=0) for each in self.sent if (when := each.when[order])}

    def last(self, order: int) -> dt.datetime:
        """Return the last of its dates, days and months in this order."""
        return max(when for each in self.sent if (when := each.when[order]))


def _clock(sent: Sequence[Sent]) -> int:
    """Return how finely a time tells a response from the others of its file: most have one of their own."""
    with_seconds = {(each.minute, each.seconds) for each in sent if each.seconds.strip("0")}
    if 2 * len(with_seconds) > len(sent):
        return TO_THE_SECOND
    return TO_THE_MINUTE if 2 * len({each.minute for each in sent}) > len(sent) else TELLS_NOBODY


def _orders(former: Export, later: Export) -> list[tuple[int, int]]:
    """Return in which orders the days and months of two exports can be: those by which most dates are the same.

    A spreadsheet may have turned those of one of them round.
    """
    pairs = list(product(former.orders(), later.orders()))
    same = [len(former.dates(first) & later.dates(second)) for first, second in pairs]
    return [pair for pair, count in zip(pairs, same, strict=True) if count == max(same)]


def newest(former: Export, later: Export) -> Export | None:
    """Return which of two exports was taken last, by the dates of their responses; None when nothing says."""
    signs = {
        (later.last(second) > former.last(first)) - (later.last(second) < former.last(first))
        for first, second in _orders(former, later)
    }
    if signs == {1}:
        return later
    return former if signs == {-1} else None


def _latest(former: Response, later: Response, orders: Sequence[tuple[int, int]], last: Literal[-1, 0, 1]) -> int:
    """Return 1 when the response of the second export is the later one, -1 when that of the first is, else 0.

    `last`: the same of the two exports, for responses whose own dates say nothing.
    """
    dates = [(former.sent.when[first], later.sent.when[second]) for first, second in orders]
    signs = {(after > before) - (after < before) for before, after in dates if before and after}
    return signs.pop() if signs in ({1}, {-1}) else last


class Versions:
    """Two exports of which some lines are one response: how these compare."""

    def __init__(self, former: Export, later: Export):
        self._common = _common(former, later)
        self._orders, taken_last = _orders(former, later), newest(former, later)
        self._last: Literal[-1, 0, 1] = 0 if taken_last is None else 1 if taken_last is later else -1
        self._asks_more = len(later.unasked) < len(former.unasked)

    def alike(self, former: Response, later: Response) -> bool:
        """Whether they answer alike in all that both forms ask."""
        return bool((former.codes[self._common] == later.codes[self._common]).all())

    def latest(self, former: Response, later: Response) -> int:
        """Return 1 when the second one is the later, -1 when the first is, 0 when nothing says."""
        return _latest(former, later, self._orders, self._last)

    def says_more(self, former: Response, later: Response) -> bool:
        """Whether the second one, that answers alike, says more: at par, when its form asks more."""
        return (_filled(later), self._asks_more) > (_filled(former), False)


def _common(former: Export, later: Export) -> list[int]:
    """Return the places of the columns that both forms ask."""
    return [
        place for place, name in enumerate(former.columns) if name not in former.unasked and name not in later.unasked
    ]


class SameAnswers(NamedTuple):
    """Lines of two exports that are one response: each that goes, and where the one that stays is; how many more may
    be one, where what both ask is too little to tell."""

    gone: dict[FileLine, FileLine]
    doubtful: int


def alike_in_common(former: Export, later: Export) -> SameAnswers:
    """Return the responses that were sent at the same time and answer alike in every column that both exports have.

    Nothing of two exports that have the same columns: their answers are compared whole, as they are read.
    """
    if former.unasked == later.unasked:
        return SameAnswers({}, 0)
    common = _common(former, later)
    clock = min(former.clock, later.clock)
    waiting: dict[tuple[str, str, bytes], list[Response]] = defaultdict(list)
    for response in reversed(former.responses):
        waiting[_key(response, common, clock)].append(response)
    gone: dict[FileLine, FileLine] = {}
    doubtful = 0
    for response in later.responses:
        same = waiting.get(_key(response, common, clock))
        if not response.sent.minute or not same or numbers_differ(same[-1].sent, response.sent):
            continue
        other = same.pop()
        answered = [former.columns[place] for place in common if response.codes[place] >= 0]
        # What the school sets, as the level, is that of a whole class.
        questions = {name.partition(SEPARATOR)[0] for name in answered} - {LEVEL, MODE}
        if len(questions) < FEWEST_COMMON or len(answered) < FEWEST_CELLS[clock]:
            doubtful += 1
            continue
        says_more = (_filled(response), -len(later.unasked)) > (_filled(other), -len(former.unasked))
        more, less = (response, other) if says_more else (other, response)
        gone[less.place] = more.place
    return SameAnswers(gone, doubtful)


def _key(response: Response, common: Sequence[int], clock: int) -> tuple[str, str, bytes]:
    sent = response.sent
    return sent.minute, sent.seconds if clock == TO_THE_SECOND else "", response.codes[common].tobytes()


def _filled(response: Response) -> int:
    return int((response.codes >= 0).sum())


def of_one_number(former: Export, later: Export) -> Iterator[tuple[FileLine, FileLine]]:
    """Yield the lines of two exports of one form that have one number, which no other line of their file has."""
    names = former.number_names & later.number_names
    own, others = (_by_number(each.responses, names) for each in (former, later))
    yield from ((own[numbers].place, others[numbers].place) for numbers in own if numbers in others)


def _by_number(responses: Iterable[Response], names: frozenset[str]) -> dict[tuple[tuple[str, str], ...], Response]:
    """Return the responses by their numbers in the columns of these names, those that no other line has."""
    numbered = [
        (tuple(sorted(each for each in response.sent.numbers if each[0] in names)), response) for response in responses
    ]
    times = Counter(numbers for numbers, _ in numbered)
    return {numbers: response for numbers, response in numbered if numbers and times[numbers] == 1}


__all__ = ["Export", "Response", "Versions", "alike_in_common", "newest", "of_one_number"]
