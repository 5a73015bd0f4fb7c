"""Deux lignes de deux fichiers sont-elles une réponse ? Les preuves, de la plus sûre à la moins, et ce qui s'y oppose.

What two lines have alike joins them, from the surest on:

- DRAWN, a number drawn at random, or two numbers and a time: always. Other answers are a later version;
- NUMBER, a number that counts from one: where most of those that have one answer alike, or have one time, and not by
  chance;
- TIME, and their answers: where many more have one time than have two times that are near;
- ANSWERS alone: where nearly all of the smaller file's do, each alone of its kind, or together as chance does not give.

OTHER_NUMBER stands against TIME and ANSWERS: the same tool gave each its own; but where nearly all of a file has the
times and the answers of another, its numbers were given anew. OTHER_TIME stands against NUMBER and ANSWERS; two clocks
that are apart by hours give one time. OTHER_LEVEL stands against TIME and ANSWERS; but where too many have one time for
chance, the school corrected it. Two lines of one file are never one response. What is left is a doubt (`doubts.py`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator
from enum import IntEnum
from functools import cached_property

from liaison.diagnostic.reading.exports import TELLS_NOBODY, TO_THE_SECOND, Response
from liaison.diagnostic.reading.one_response import OneResponse
from liaison.diagnostic.reading.plausibility import ENOUGH_ANSWERS
from liaison.diagnostic.reading.same_lines import same_export
from liaison.diagnostic.reading.two_exports import SET_BY_SCHOOL, Pair, TwoExports

FEWEST_COMMON = 2  # questions que deux formulaires différents posent : en dessous, y répondre de même ne dit rien
FEWEST_ROWS = 5  # sous ce nombre de lignes, les réponses seules ne réunissent pas deux fichiers
NEARLY_ALL = 0.8  # d'un fichier dans un autre : le même export, ou sa suite
HALF = 0.5  # des lignes d'un même numéro, au-delà : il est celui d'une réponse
RARE = 0.01  # au plus : deux familles quelconques donnent les mêmes réponses à huit cases ou plus
SURE, LIKELY = 8.0, 3.0  # bits : une chance sur deux cent cinquante-six, une sur huit


class ResponseProof(IntEnum):
    """What shows that two lines are one response, by its strength."""

    ANSWERS = 1
    TIME = 2
    NUMBER = 3
    DRAWN = 4


class Judgement:
    """Two files: the lines that are one response, by what shows it, and those of which nothing says."""

    def __init__(self, two: TwoExports, drawn: Collection[Pair]):
        self.two = two
        self.size = min(len(two.former.responses), len(two.later.responses))
        self.taken: set[Response] = set()
        self.joined: dict[ResponseProof, list[Pair]] = {proof: [] for proof in ResponseProof}
        self._join(ResponseProof.DRAWN, drawn)
        if self.numbers_are_kept:
            self._join(ResponseProof.NUMBER, self._numbered)
            self._join(ResponseProof.NUMBER, two.of_one_number())
        self._join(ResponseProof.TIME, (pair for pair in self.timed if self._is_of_one_time(pair)))
        self._join(ResponseProof.TIME, self._corrected())
        self._join(ResponseProof.ANSWERS, self._of_answers())

    @property
    def count(self) -> int:
        """How many responses both files give."""
        return len(self.taken) // 2

    def take(self, same: OneResponse) -> None:
        """Take what other files say: two lines that are one response with a third."""
        for each, other in ((self.two.former, self.two.later), (self.two.later, self.two.former)):
            self.taken.update(own for own in each.responses if same.is_in(own.place, other.file))

    def left(self, pairs: Collection[Pair]) -> list[Pair]:
        """Return those of these pairs of which neither line is one response with the other file."""
        return [pair for pair in pairs if self.taken.isdisjoint(pair)]

    def _join(self, proof: ResponseProof, pairs: Iterator[Pair] | Collection[Pair]) -> None:
        for pair in pairs:
            if self.taken.isdisjoint(pair):
                self.taken.update(pair)
                self.joined[proof].append(pair)

    # NUMBER

    @cached_property
    def numbers_are_kept(self) -> bool:
        """Whether most lines of one number answer alike, or have one time, whatever their answers."""
        return self._numbered_are_alike or self._numbered_have_one_time

    @property
    def _numbered_have_one_time(self) -> bool:
        """Whether most lines of one number have one time, and not by chance."""
        same, by_chance = self.two.numbered_at_one_time()
        most = same > HALF * len(self.two.of_one_number()) and self.two.tell_by_time
        return most and _beyond(same, by_chance) >= SURE

    @property
    def _numbered_are_alike(self) -> bool:
        """Whether most lines of one number answer alike, at one time where it is known, and not by chance."""
        two = self.two
        same = [pair for pair in self._numbered if not two.times_apart(pair)]
        given, given_later = (
            Counter(filter(None, map(two.numbers, each.responses))) for each in (two.former, two.later)
        )
        own, others = map(Counter, two.rows(SET_BY_SCHOOL))
        alike = sum(count * others[row] for row, count in own.items()) / max(own.total() * others.total(), 1)
        if 2 * sum(self.fills_enough(first) for first, _ in same) > len(same):
            alike = min(alike, RARE)
        by_chance = alike * sum(count * given_later[number] for number, count in given.items())
        return len(same) > HALF * (given & given_later).total() and _beyond(len(same), by_chance) >= SURE

    @cached_property
    def _numbered(self) -> list[Pair]:
        """The lines that answer alike and have one number."""
        return self.two.paired(lambda each: self.two.numbers(each) or None, passing=SET_BY_SCHOOL)

    # TIME

    @cached_property
    def timed(self) -> list[Pair]:
        """The lines that answer alike and have one time; first those that have one number too."""
        two = self.two

        def with_number(each: Response) -> object:
            return (time, numbers) if (time := two.time(each)) and (numbers := two.numbers(each)) else None

        numbered = two.paired(with_number)
        return [*numbered, *two.paired(two.time, without={each for pair in numbered for each in pair})]

    @cached_property
    def time_tells(self) -> float:
        """How unlikely it is, in bits, that as many lines that answer alike have one time by chance."""
        if self.two.clock == TELLS_NOBODY or not self.two.tell_by_time:
            return 0.0
        return _beyond(len(self.timed), self.two.at_one_time_by_chance())

    @cached_property
    def numbers_are_new(self) -> bool:
        """Whether nearly all of a file has the times and the answers of the other, and other numbers."""
        apart = sum(map(self.two.numbers_apart, self.timed))
        return self.time_tells >= SURE and apart >= max(FEWEST_ROWS, NEARLY_ALL * self.size)

    def _is_of_one_time(self, pair: Pair) -> bool:
        tells = self._time_is_of_one or (self._are_of_one_time and self.fills_enough(pair[0]))
        return tells and self.says_enough(pair) and not self.is_numbered_apart(pair)

    @property
    def _time_is_of_one(self) -> bool:
        """Whether one time shows a response: of a clock that writes minutes, where nearly all of a file has it.

        Of two classes that get a message, some answer alike in the same minutes.
        """
        return self.time_tells >= SURE and self._says_when(len(self.timed))

    def _says_when(self, count: int) -> bool:
        """Whether so many lines of one time are no part of two classes that answer in the same minutes."""
        return self.two.clock == TO_THE_SECOND or self.count + count >= max(FEWEST_ROWS, NEARLY_ALL * self.size)

    def _corrected(self) -> list[Pair]:
        """Return the lines of one time that answer alike under two levels, where they are too many for chance."""
        two = self.two
        if two.clock == TELLS_NOBODY or not two.tell_by_time:
            return []
        apart = two.paired(two.time, without=self.taken, passing=SET_BY_SCHOOL)
        is_whole = self.count + len(apart) >= max(FEWEST_ROWS, NEARLY_ALL * self.size)
        apart = [each for each in apart if self.says_enough(each) and (is_whole or not self.is_numbered_apart(each))]
        surely = self._says_when(len(apart)) and _beyond(len(apart), two.at_one_time_by_chance(SET_BY_SCHOOL)) >= SURE
        return apart if surely else []

    @cached_property
    def _are_of_one_time(self) -> bool:
        """Whether nearly all of a file has the times and the answers of the other."""
        full = [pair for pair in self.timed if self.fills_enough(pair[0]) and not self.is_numbered_apart(pair)]
        return len(full) >= NEARLY_ALL * self.size

    @property
    def by_answers_alone(self) -> int:
        """How many lines are joined that neither a number drawn at random nor a time of their own shows to be one."""
        weak = [] if self.time_tells >= SURE else [*self.joined[ResponseProof.NUMBER], *self.joined[ResponseProof.TIME]]
        return len([*weak, *self.joined[ResponseProof.ANSWERS]])

    def is_numbered_apart(self, pair: Pair) -> bool:
        """Whether the tool gave each of these lines its own number, and keeps it from an export to the next."""
        return self.two.numbers_apart(pair) and not self.numbers_are_new

    def says_enough(self, pair: Pair) -> bool:
        """Whether two lines that answer alike do so to enough questions; of two forms that ask the same, to any."""
        return self.two.asked_alike or bool(self.two.questions[pair[0].rank] >= FEWEST_COMMON)

    def fills_enough(self, former: Response) -> bool:
        """Whether a line of the former file fills enough cells, of those of both, to be known again by them."""
        return bool(self.two.cells[former.rank] >= ENOUGH_ANSWERS)

    # ANSWERS

    @cached_property
    def alike(self) -> list[Pair]:
        """The lines that answer alike, whenever; first those that have one number, then one time."""
        two = self.two
        numbered = two.paired(lambda each: two.numbers(each) or None)
        taken = {each for pair in numbered for each in pair}
        timed = two.paired(two.time, without=taken)
        taken.update(each for pair in timed for each in pair)
        return [*numbered, *timed, *two.paired(lambda each: (), without=taken)]

    def _of_answers(self) -> list[Pair]:
        """Return the lines that answer alike of two files of which nearly all lines do."""
        pairs = self.exported([pair for pair in self.alike if not self.is_numbered_apart(pair)])
        at_one_time = [pair for pair in pairs if not self.two.times_apart(pair)]
        return at_one_time if len(at_one_time) >= NEARLY_ALL * len(pairs) else []

    def are_seldom(self, pairs: list[Pair]) -> bool:
        """Whether as many lines that answer alike are more than two classes give, that do so as often as each file
        does within itself."""
        within, among, both = 0, 0, 1
        for rows in map(Counter, self.two.rows()):
            within += sum(count * (count - 1) // 2 for count in rows.values())
            among += rows.total() * (rows.total() - 1) // 2
            both *= rows.total()
        return _beyond(len(pairs), both * (within + 1) / (among + 1)) >= SURE

    def exported(self, pairs: list[Pair]) -> list[Pair]:
        """Return which of these pairs are one response, where two files are, by their answers, exports of one table."""
        if self.count >= max(FEWEST_ROWS, NEARLY_ALL * self.size):
            return pairs
        own, others = self.two.rows()
        times, other_times = Counter(own), Counter(others)
        full = [pair for pair in pairs if self.fills_enough(pair[0]) and self.says_enough(pair)]
        alone = [pair for pair in full if times[own[pair[0].rank]] == 1 == other_times[others[pair[1].rank]]]
        once = min(sum(count == 1 for count in each.values()) for each in (times, other_times))
        if len(alone) >= max(FEWEST_ROWS, NEARLY_ALL * once):
            return full
        whole = len(pairs) == len(self.alike)
        return pairs if whole and self.two.asked_alike and same_export(own, others, NEARLY_ALL) else []


def _beyond(seen: int, expected: float) -> float:
    """Return how unlikely it is, in bits, to see at least so many where so many are expected by chance."""
    if seen <= expected:
        return 0.0
    return (seen * math.log(seen / max(expected, 1e-9)) - (seen - expected)) / math.log(2)


__all__ = ["HALF", "LIKELY", "NEARLY_ALL", "SURE", "Judgement", "ResponseProof"]
