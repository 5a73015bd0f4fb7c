"""Des tableaux sans numéro ni heure : lesquels sont des exports d'un même tableau, et quelles lignes y sont les mêmes.

Files are compared two by two, each whole, and never by what is left of them once others are taken off: the third export
of a table holds the second one, and in whatever order they are given the same lines count. Of two that do not ask the
same, what both ask is compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from liaison.base.sentences import french_beside
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE, SEPARATOR
from liaison.diagnostic.reading.one_response import OneResponse
from liaison.diagnostic.reading.plausibility import ENOUGH_ANSWERS, fingerprints
from liaison.diagnostic.reading.reports import FileLine, ReadReport
from liaison.diagnostic.reading.same_lines import may_be_part, same_counts, same_export
from liaison.diagnostic.reading.told_apart import Pair, ToldApart
from liaison.diagnostic.reading.two_exports import FEWEST_COMMON

phrase = french_beside(__file__)

FEWEST_ROWS = 5  # sous ce nombre de lignes, deux fichiers qui se ressemblent n'en sont pas un
NEARLY_ALL = 0.8  # d'un fichier dans un autre : le même export, ou sa suite
_Rows = Sequence[tuple[bytes, FileLine]]


class Copies(NamedTuple):
    """The lines that are one response; by file, how many of its families may be counted twice, and what is said."""

    same: OneResponse
    doubts: dict[str, tuple[int, str]]


def copies(parts: Sequence[ReadReport]) -> Copies:
    """Return which lines of these files are one response, and which may be."""
    # Three hundred files of one family each: none is compared.
    own: dict[str, list[ReadReport]] = defaultdict(list)
    for part in parts:
        own[part.files[0]].append(part)
    sized = own if len(own) > 1 else {}
    tables = {file: _Table(each) for file, each in sized.items() if sum(len(p.answers) for p in each) >= FEWEST_ROWS}
    same, doubts = OneResponse(), dict[str, tuple[int, str]]()
    for former, later in combinations(tables, 2):
        asked_alike = tables[former].unasked == tables[later].unasked
        passed = frozenset[str]() if asked_alike else tables[former].unasked | tables[later].unasked
        (every, full), (others, others_full) = (tables[file].rows(passed) for file in (former, later))
        first, second = ([row for row, _ in each] for each in (every, others))
        signs = ToldApart((*sized[former], *sized[later]))
        met = list(met_again(every, others, signs.by_number))
        exported = is_export_of(full, others_full, signs)
        if exported or (asked_alike and same_export(first, second, NEARLY_ALL)):
            pairs = list(met_again(full, others_full, signs.by_number)) if exported else met
            joined = signs.at_one_time(pairs)
            if len(joined) >= NEARLY_ALL * len(pairs):
                for place, again in joined:
                    same.join(again, place)
            else:
                doubts[later] = len(pairs), phrase("a-d-autres-heures", file=former)
        elif not met:
            continue  # their tools gave each line its own number
        elif not asked_alike:
            if tables[former].asks_enough(passed) and same_export(first, second, NEARLY_ALL):
                doubts[later] = min(len(first), len(second)), phrase("pareilles-en-commun", file=former)
        elif words := _doubt(former, first, second):
            doubts[later] = (Counter(first) & Counter(second)).total(), words
    return Copies(same, doubts)


class _Table:
    """What the lines of one file say, a code a column."""

    def __init__(self, parts: Sequence[ReadReport]):
        answers = [part.answers for part in parts]
        self.unasked = answers[0].unasked
        self._lines = [FileLine(part.files[0], line) for part in parts for line in part.lines.tolist()]
        self._names = [str(name) for name in answers[0].table.columns]
        self._written: dict[frozenset[str], tuple[_Rows, _Rows]] = {}
        self._codes = np.array([np.frombuffer(row, dtype=np.int16) for each in answers for row in fingerprints(each)])

    def asks_enough(self, passed: Collection[str]) -> bool:
        """Whether more than one question is left, without those `passed`; what the school sets is none."""
        return len({question for question in self._questions(passed) if question}) >= FEWEST_COMMON

    def _questions(self, passed: Collection[str]) -> list[str]:
        """Return the question of each column that is compared, empty for the others and for what the school sets."""
        questions = (name.partition(SEPARATOR)[0] if name not in passed else "" for name in self._names)
        return [question if question not in (LEVEL, MODE) else "" for question in questions]

    def rows(self, passed: frozenset[str]) -> tuple[_Rows, _Rows]:
        """Return each line as one value, with its place, then those of which enough is filled to know them again."""
        if passed not in self._written:
            self._written[passed] = self._rows(passed)
        return self._written[passed]

    def _rows(self, passed: frozenset[str]) -> tuple[_Rows, _Rows]:
        compared = np.array([name not in passed for name in self._names])
        written = [(row.tobytes(), line) for row, line in zip(self._codes[:, compared], self._lines, strict=True)]
        if not passed:
            filled = (self._codes >= 0).sum(axis=1) >= ENOUGH_ANSWERS
        else:
            questions = np.array(self._questions(passed))
            answered = self._codes[:, questions != ""] >= 0
            of_each = [(self._codes[:, questions == each] >= 0).any(axis=1) for each in sorted({*questions} - {""})]
            several = np.sum([np.zeros(len(self._codes), dtype=int), *of_each], axis=0) >= FEWEST_COMMON
            filled = (answered.sum(axis=1) >= ENOUGH_ANSWERS) & several
        return written, [row for row, full in zip(written, filled.tolist(), strict=True) if full]


def _doubt(former: str, first: Sequence[bytes], second: Sequence[bytes]) -> str:
    """Return what is said of a file whose lines are those of another one, which two classes may both have."""
    if same_counts(first, second):
        return phrase("semblables", file=former)
    if may_be_part(first, second, NEARLY_ALL):
        return phrase("contient-l-autre" if len(second) > len(first) else "dans-l-autre", file=former)
    return ""


def is_export_of(former: _Rows, later: _Rows, signs: ToldApart) -> bool:
    """Whether two files are two exports of one table: nearly all the lines that one has once are in the other, once.

    Answers that many families gave prove nothing: only those that no other line of its file gives are compared; and
    two lines to which a tool gave two numbers are two responses.
    """
    once, other = (_once(own) for own in (former, later))
    both = [row for row in once if row in other and not signs.by_number(once[row], other[row])]
    return len(both) >= max(FEWEST_ROWS, NEARLY_ALL * min(len(once), len(other)))


def _once(rows: _Rows) -> dict[bytes, FileLine]:
    """Return the lines that no other one of their file is like."""
    times = Counter(row for row, _ in rows)
    return {row: place for row, place in rows if times[row] == 1}


def met_again(former: _Rows, later: _Rows, apart: Callable[[FileLine, FileLine], bool]) -> Iterator[Pair]:
    """Yield the lines of a file that are in the former one, where there: as many of each as it has, and none that are
    told `apart`."""
    places: dict[bytes, list[FileLine]] = defaultdict(list)
    for row, place in former:
        places[row].append(place)
    for row, again in later:
        met = next((each for each in places[row] if not apart(each, again)), None)
        if met:
            places[row].remove(met)
            yield met, again


__all__ = ["FEWEST_ROWS", "NEARLY_ALL", "Copies", "copies", "met_again"]
