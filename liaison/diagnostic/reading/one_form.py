"""Deux lignes de deux fichiers sont-elles une réponse ? Oui, par un numéro tiré au hasard, un fichier contenu, ou
l'heure à la seconde.

- DRAWN: two lines that have one number drawn at random, or two numbers and a time, are one response, always. Other
  answers are a later version.
- CONTAINED: every line of the smaller file has its own in the other, with its time and its answers or its number;
  where no time tells, with its answers, and no number that is another. Where most lines have so, and none has another
  number, a line of which the answers were changed is known by its number. Another class gives that less than once in
  eight thousand times.

Nothing else joins two lines: what is left is said, all count, and the publication waits for a yes (`doubts.py`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from enum import IntEnum
from functools import cached_property

from liaison.diagnostic.reading.exports import TELLS_NOBODY, TO_THE_SECOND, Response
from liaison.diagnostic.reading.in_a_row import bits_of_order
from liaison.diagnostic.reading.one_response import OneResponse
from liaison.diagnostic.reading.two_exports import SET_BY_SCHOOL, Pair, TwoExports

RAREST = 1e-9  # d'aucun hasard on ne dit qu'il ne se peut pas
SURE = 13.0  # bits : une chance sur huit mille


class ResponseProof(IntEnum):
    """What shows that two lines are one response, by its strength."""

    AT_ONE_SECOND = 1
    CONTAINED = 2
    DRAWN = 3


class Judgement:
    """Two files: the lines that are one response, by what shows it."""

    def __init__(self, two: TwoExports, drawn: Collection[Pair]):
        self.two = two
        self.small, self.large = sorted((two.former, two.later), key=lambda each: len(each.responses))
        self.taken: set[Response] = set()
        self.joined: dict[ResponseProof, list[Pair]] = {proof: [] for proof in ResponseProof}
        self._join(ResponseProof.DRAWN, drawn)
        self._join(ResponseProof.DRAWN, self._numbered_by_one_tool())
        alike = self._within()
        pairs = [*alike, *self._changed(alike)]
        if self.is_whole(pairs) and self._bits(alike, pairs) >= SURE:
            self._join(ResponseProof.CONTAINED, pairs)
        self._join(ResponseProof.AT_ONE_SECOND, self._at_one_second())

    def take(self, same: OneResponse) -> None:
        """Take what other files say: two lines that are one response with a third."""
        for each, other in ((self.two.former, self.two.later), (self.two.later, self.two.former)):
            self.taken.update(own for own in each.responses if same.is_in(own.place, other.file))

    def left(self, pairs: Collection[Pair]) -> list[Pair]:
        """Return those of these pairs of which neither line is one response with the other file."""
        return [pair for pair in pairs if self.taken.isdisjoint(pair)]

    def is_whole(self, pairs: Collection[Pair]) -> bool:
        """Whether every line of the smaller file is one response with the other, or in one of these pairs."""
        return {*self.small.responses} <= self.taken.union(*pairs)

    @property
    def by_answers_alone(self) -> int:
        """How many lines are joined that neither a number drawn at random nor a time of their own shows to be one."""
        return 0 if self.is_timed or self.joined[ResponseProof.DRAWN] else len(self.joined[ResponseProof.CONTAINED])

    @property
    def is_timed(self) -> bool:
        """Whether times tell the lines of both files."""
        return self.two.clock != TELLS_NOBODY

    def _join(self, proof: ResponseProof, pairs: Collection[Pair]) -> None:
        for pair in pairs:
            if self.taken.isdisjoint(pair):
                self.taken.update(pair)
                self.joined[proof].append(pair)

    def _numbered_by_one_tool(self) -> list[Pair]:
        """Return the lines of one number, where all lines that a number drawn at random joins have one number too: one
        tool gave both files theirs, whatever was changed or taken away since."""
        drawn = self.joined[ResponseProof.DRAWN]
        numbered = {*self.two.of_one_number()}
        return [*numbered] if drawn and numbered.issuperset(drawn) else []

    def _within(self) -> list[Pair]:
        """Return the lines that one of the files may have of the other."""
        two = self.two
        if not self.is_timed:
            pairs = two.paired(lambda each: two.numbers(each) or None, without=self.taken)
            pairs += two.paired(lambda each: (), without=self.taken.union(*pairs))
            return [pair for pair in pairs if not two.numbers_apart(pair)]
        pairs = two.paired(two.time, without=self.taken)
        pairs += two.paired(two.time, without=self.taken.union(*pairs), passing=SET_BY_SCHOOL)
        met = self.taken.union(*pairs)
        at_one_time = (pair for pair in two.of_one_number() if two.time(pair[0]) == two.time(pair[1]) is not None)
        return [*pairs, *(pair for pair in at_one_time if met.isdisjoint(pair))]

    def _changed(self, alike: Sequence[Pair]) -> list[Pair]:
        """Return the lines of which only the number is alike, where that of all others shows a response."""
        met = self.taken.union(*alike)
        numbered = [pair for pair in self.two.of_one_number() if met.isdisjoint(pair)]
        are_kept = len(met) > 2 * len(numbered) and not any(map(self.two.numbers_apart, alike))
        return numbered if are_kept else []

    def _at_one_second(self) -> list[Pair]:
        """Return the lines of one second, where most lines of the smaller file answer alike at theirs and no number is
        written that could be another: those that answer alike, then those of which an answer was corrected."""
        two = self.two
        numbered = any(each.sent.numbers for each in (*two.former.responses, *two.later.responses))
        if two.clock != TO_THE_SECOND or numbered:
            return []
        alike = two.paired(two.time, without=self.taken)
        size, chance = len(self.small.responses), self.chance_of_answers * two.at_one_time_by_chance()
        if 2 * len(alike) <= size or beyond(len(alike), size, chance) < SURE:
            return []
        met = self.taken.union(*alike)
        return [*alike, *(pair for pair in two.of_one_time() if met.isdisjoint(pair) and two.mostly_alike(pair))]

    def _bits(self, alike: Sequence[Pair], pairs: Sequence[Pair]) -> float:
        """Return how unlikely it is that, of so many lines of another class, so many are alike, in bits.

        Where no time tells them apart, lines that say the same are one: many say what many say.
        """
        if self.joined[ResponseProof.DRAWN]:
            return SURE
        if self.is_timed:
            return beyond(len(alike), len(pairs), self.chance_of_answers * self.two.at_one_time_by_chance())
        return beyond(self._different(alike), self._different(pairs), self.chance_of_answers) + self.bits_of_order

    def _different(self, pairs: Sequence[Pair]) -> int:
        """Return how many things the lines of the smaller file say in these pairs."""
        return len({self.rows[0][self._own(pair).rank] for pair in pairs})

    def pair(self, own: Response, other: Response) -> Pair:
        """Return a line of the smaller file and one of the larger as a pair: that of the former file first."""
        return (own, other) if self.small is self.two.former else (other, own)

    def _own(self, pair: Pair) -> Response:
        """Return the line of the smaller file."""
        return pair[0] if self.small is self.two.former else pair[1]

    @cached_property
    def chance_of_answers(self) -> float:
        """How often a family of another class answers as some line of the larger file: in one that says it all, each
        line is said once, and a new family says a new one."""
        return _said_before(self.rows[1])

    @cached_property
    def chance_whatever_the_level(self) -> float:
        """The same, of answers alone: what two families of two classes may have alike."""
        own, others = self.two.rows(SET_BY_SCHOOL)
        return _said_before(others if self.small is self.two.former else own)

    @cached_property
    def rows(self) -> tuple[list[bytes], list[bytes]]:
        """What each line says in what both ask, of the smaller file and of the larger."""
        own, others = self.two.rows()
        return (own, others) if self.small is self.two.former else (others, own)

    @property
    def bits_of_order(self) -> float:
        """How unlikely it is that a file has the lines that begin or end the other in their order, in bits."""
        small, large = self.rows
        is_part = small in (large[: len(small)], large[len(large) - len(small) :])
        return sum(bits_of_order(small)) if is_part else 0.0


def _said_before(rows: Sequence[bytes]) -> float:
    """Return how often a new line says what one of these says: as often as one of them is not alone of its kind."""
    counts = Counter(rows)
    return 1 - sum(count == 1 for count in counts.values()) / (counts.total() + 1)


def beyond(seen: int, among: int, chance: float) -> float:
    """Return how unlikely it is, in bits, to see at least so many, among as many that each are so by chance."""
    share = seen / max(among, 1)
    if share <= chance:
        return 0.0
    rest = (among - seen) * math.log2((1 - share) / (1 - chance)) if seen < among else 0.0
    return seen * math.log2(share / max(chance, RAREST)) + rest


__all__ = ["SURE", "Judgement", "ResponseProof", "beyond"]
