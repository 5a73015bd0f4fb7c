"""Des tableaux sans numéro ni heure : lesquels sont des exports d'un même tableau, et quelles lignes y sont les mêmes.

Files are compared two by two, each whole, and never by what is left of them once others are taken off: the third export
of a table holds the second one, and in whatever order they are given the same lines count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from liaison.base.sentences import french_beside
from liaison.diagnostic.reading.one_response import OneResponse
from liaison.diagnostic.reading.plausibility import filled_rows, fingerprints
from liaison.diagnostic.reading.reports import FileLine, ReadReport
from liaison.diagnostic.reading.same_lines import may_be_part, same_counts, same_export

phrase = french_beside(__file__)

FEWEST_ROWS = 5  # sous ce nombre de lignes, deux fichiers qui se ressemblent n'en sont pas un
NEARLY_ALL = 0.8  # d'un fichier dans un autre : le même export, ou sa suite
_Rows = Sequence[tuple[bytes, int]]


class Copies(NamedTuple):
    """The lines that are one response; by file, how many of its families may be counted twice, and what is said."""

    same: OneResponse
    doubts: dict[str, tuple[int, str]]


def copies(parts: Sequence[ReadReport]) -> Copies:
    """Return which lines of these files are one response, and which may be."""
    # Three hundred files of one family each: none is compared.
    sizes: Counter[str] = Counter()
    for part in parts:
        sizes[part.files[0]] += len(part.answers)
    full: dict[str, list[tuple[bytes, int]]] = defaultdict(list)
    every: dict[str, list[tuple[bytes, int]]] = defaultdict(list)  # lines of few answers too
    for part in parts:
        (file,) = part.files
        if len(sizes) > 1 and sizes[file] >= FEWEST_ROWS:
            full[file] += [row for row in zip(filled_rows(part.answers), part.lines.tolist(), strict=True) if row[0]]
            every[file] += zip(fingerprints(part.answers), part.lines.tolist(), strict=True)
    same, doubts = OneResponse(), dict[str, tuple[int, str]]()
    for former, later in combinations(every, 2):
        first, second = ([row for row, _ in every[file]] for file in (former, later))
        if is_export_of(full[former], full[later]):
            _join(same, former, later, full[former], full[later])
        elif same_export(first, second, NEARLY_ALL):
            _join(same, former, later, every[former], every[later])
        elif words := _doubt(former, first, second):
            doubts[later] = (Counter(first) & Counter(second)).total(), words
    return Copies(same, doubts)


def _doubt(former: str, first: Sequence[bytes], second: Sequence[bytes]) -> str:
    """Return what is said of a file whose lines are those of another one, which two classes may both have."""
    if same_counts(first, second):
        return phrase("semblables", file=former)
    if may_be_part(first, second, NEARLY_ALL):
        return phrase("contient-l-autre" if len(second) > len(first) else "dans-l-autre", file=former)
    return ""


def _join(same: OneResponse, former: str, later: str, first: _Rows, second: _Rows) -> None:
    for line, place in met_again(former, first, second):
        same.join(FileLine(later, line), place)


def is_export_of(former: _Rows, later: _Rows) -> bool:
    """Whether two files are two exports of one table: nearly all the lines that one has once are in the other, once.

    Answers that many families gave prove nothing: only those that no other line of its file gives are compared.
    """
    once, other = (
        {row for row, count in Counter(row for row, _ in own).items() if count == 1} for own in (former, later)
    )
    return len(once & other) >= max(FEWEST_ROWS, NEARLY_ALL * min(len(once), len(other)))


def met_again(file: str, former: _Rows, later: _Rows) -> Iterator[tuple[int, FileLine]]:
    """Yield the lines of a file that are in the former one, and where there: as many of each as it has."""
    places: dict[bytes, list[int]] = defaultdict(list)
    for row, line in reversed(former):
        places[row].append(line)
    for row, line in later:
        if places[row]:
            yield line, FileLine(file, places[row].pop())


__all__ = ["FEWEST_ROWS", "NEARLY_ALL", "Copies", "copies", "met_again"]
