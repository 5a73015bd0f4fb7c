"""Deux fichiers, ligne à ligne : celles qui ont le même numéro, la même heure, les mêmes réponses à ce que tous deux
demandent.

What is compared is what both ask; a question of which a cell is not read, in either line, is passed over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE
from liaison.diagnostic.reading.exports import (
    AGES,
    HOUR,
    TELLS_NOBODY,
    TO_THE_SECOND,
    Export,
    Response,
    chance_of_one_tick,
    orders_of,
)
from liaison.diagnostic.reading.formats.marks import numbers_differ

Pair = tuple[Response, Response]  # a line of one file, and a line of the other
Sign = Callable[[Response], Hashable]  # what two lines are to have alike, beside their answers
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
        self.asks_one_question = any(
            common and question_of(name) not in SET_BY_SCHOOL
            for name, common in zip(former.columns, self.common.tolist(), strict=True)
        )
        self.clock = min(former.clock, later.clock)
        self._names = former.number_names & later.number_names
        self._rows: dict[frozenset[str], tuple[list[bytes], list[bytes]]] = {}

    def questions(self) -> Iterator[NDArray[np.bool_]]:
        """Yield the columns of each question that both ask their families."""
        of_question: dict[str, list[int]] = defaultdict(list)
        for place in np.flatnonzero(self.common).tolist():
            of_question[question_of(self.former.columns[place])].append(place)
        for name, places in of_question.items():
            if name not in SET_BY_SCHOOL:
                columns = np.zeros(len(self.common), dtype=bool)
                columns[places] = True
                yield columns

    def rows(self, passed: frozenset[str] = frozenset()) -> tuple[list[bytes], list[bytes]]:
        """Return what each line of both says in what both ask, without the questions `passed`."""
        if passed not in self._rows:
            names = map(question_of, self.former.columns)
            columns = self.common & np.array([name not in passed for name in names])
            self._rows[passed] = self.former.rows(columns), self.later.rows(columns)
        return self._rows[passed]

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
        return self._of_one(self.numbers)

    def of_one_time(self) -> list[Pair]:
        """Return the lines of one time, at which no other line of their file was sent."""
        return self._of_one(self.time)

    def _of_one(self, sign: Sign) -> list[Pair]:
        own, others = (_once(each.responses, sign) for each in (self.former, self.later))
        return [(first, others[what]) for what, first in own.items() if what in others]

    def mostly_alike(self, pair: Pair) -> bool:
        """Whether two lines answer alike more than half of the questions that both ask."""
        first, other = self.former.codes[pair[0].rank], self.later.codes[pair[1].rank]
        same = [bool((first[columns] == other[columns]).all()) for columns in self.questions()]
        return 2 * sum(same) > len(same)

    def time(self, response: Response) -> Hashable:
        """Return when a line was sent, as finely as both files say; None when it is not known, or tells nobody."""
        sent = response.sent
        known = self.clock != TELLS_NOBODY and sent.minute
        return (sent.minute, sent.seconds if self.clock == TO_THE_SECOND else "") if known else None

    def times_apart(self, pair: Pair) -> bool:
        """Whether these lines were sent at two times; a time that most lines of a file share says nothing."""
        first, other = pair[0].sent.times, pair[1].sent.times
        return self.clock != TELLS_NOBODY and bool(first) and bool(other) and first.isdisjoint(other)

    def minute(self, response: Response) -> Hashable:
        """Return at what minute and second of the hour a line was sent: two clocks may be apart by hours."""
        _, known, minute = response.sent.minute.partition(":")
        tells = known and self.clock != TELLS_NOBODY
        return (minute, response.sent.seconds if self.clock == TO_THE_SECOND else "") if tells else None

    def at_one_time_by_chance(self, *, whatever_the_hour: bool = False) -> float:
        """Return how often a line of the smaller file has the time of some line of the other by chance: as often as it
        has one that is near."""
        small, large = sorted((0, 1), key=lambda place: len((self.former, self.later)[place].responses))
        window = HOUR if whatever_the_hour else AGES
        for orders in orders_of(self.former, self.later):
            own, others = (
                (self.former, self.later)[place].ticks(orders[place], self.clock, window) for place in (small, large)
            )
            if len(own):
                return chance_of_one_tick(own, others)
        return 1.0


def _once(responses: Sequence[Response], sign: Sign) -> dict[Hashable, Response]:
    times = Counter(map(sign, responses))
    return {own: each for each in responses if (own := sign(each)) and times[own] == 1}


__all__ = ["SET_BY_SCHOOL", "Pair", "TwoExports"]
