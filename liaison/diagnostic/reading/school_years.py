"""Des réponses de plusieurs années scolaires : un formulaire qui a déjà servi, dont l'outil garde les réponses.

The same families may have answered both times, and their children were in other classes. All count, it is said of which
lines, and the publication waits.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from liaison.base.sentences import french_beside
from liaison.base.words import joined, shortened
from liaison.diagnostic.reading.exports import Export
from liaison.diagnostic.reading.pasted import in_runs
from liaison.diagnostic.reading.reports import Flagged, ReadReport

phrase = french_beside(__file__)

FIRST_MONTH = 8  # août : ce qu'une école envoie avant la rentrée est pour l'année qui vient
_MOST_NAMED = 100  # suites de lignes


def with_school_years(parts: Sequence[ReadReport], exports: Sequence[Export]) -> list[ReadReport]:
    """Return the same reports, with what is said of the lines that are not of the last school year, if any."""
    of_file = _years_of(exports)
    counting = [_of_part(part, of_file.get(part.files[0], {})) for part in parts]
    last = max((year for years in counting for year in years.values()), default=0)
    of_others = [
        any(year == last for other in counting if other is not years for year in other.values()) for years in counting
    ]
    return [
        _with_said(part, years, last, elsewhere=elsewhere)
        for part, years, elsewhere in zip(parts, counting, of_others, strict=True)
    ]


def _years_of(exports: Sequence[Export]) -> dict[str, dict[int, int]]:
    """Return, by file, the school year of each line that says when it was sent.

    Where the day and the month may be either way round, as in another export of the same tool where they may not; where
    nothing says it, the way by which all the files are of the fewest years.
    """
    orders = {export.file: export.orders() for export in exports}
    sure = {(export.format, *orders[export.file]) for export in exports if len(orders[export.file]) == 1}
    ways: dict[str, list[dict[int, int]]] = {}
    for export in exports:
        as_others = [order for order in orders[export.file] if (export.format, order) in sure]
        ways[export.file] = [_years(export, order) for order in as_others or orders[export.file]]
    fewest = _fewest_years(list(ways.values()))
    return {file: next((way for way in own if fewest.issuperset(way.values())), {}) for file, own in ways.items()}


def _years(export: Export, order: int) -> dict[int, int]:
    return {each.place.line: school_year(when) for each in export.responses if (when := each.sent.sent_at[order])}


def _fewest_years(ways: Sequence[Sequence[Mapping[int, int]]]) -> frozenset[int]:
    """Return few years of which every file may be, as each may be read: file after file, those that add fewest."""
    of_files = {tuple(frozenset(way.values()) for way in own) for own in ways if own}
    common = Counter(year for own in of_files for way in own for year in way)
    years: frozenset[int] = frozenset()
    while remaining := [own for own in of_files if not any(way <= years for way in own)]:
        adding = (way - years for own in remaining for way in own)
        years |= min(adding, key=lambda each: (len(each), -sum(common[year] for year in each), sorted(each)))
    return years


def school_year(when: dt.date) -> int:
    """Return the year in which a school year begins."""
    return when.year if when.month >= FIRST_MONTH else when.year - 1


def _of_part(part: ReadReport, years: Mapping[int, int]) -> dict[int, int]:
    return {line: years[line] for line in part.lines.tolist() if line in years}


def _with_said(part: ReadReport, years: Mapping[int, int], last: int, *, elsewhere: bool) -> ReadReport:
    former = sorted(line for line, year in years.items() if year != last)
    if not former:
        return part
    counts = Counter(years.values())
    by_year = joined([phrase("d-une-annee", count=counts[year], year=_words(year)) for year in sorted(counts)])
    if len(former) == len(part.lines) and elsewhere:
        remedy = phrase("ne-pas-donner-ce-fichier")
    else:
        remedy = phrase("effacer", count=len(former), lines=shortened(in_runs(former), _MOST_NAMED))
    words = phrase("plusieurs-annees", counts=by_year, last=_words(last), remedy=remedy)
    flagged = (*part.flagged, Flagged(None, words, part.files[0]))
    return replace(part, flagged=flagged, maybe_twice=part.maybe_twice + len(former))


def _words(year: int) -> str:
    return f"{year}-{year + 1}"


__all__ = ["school_year", "with_school_years"]
