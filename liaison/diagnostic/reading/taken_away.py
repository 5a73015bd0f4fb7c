"""Des réponses d'un export qui ne sont plus dans le suivant : l'école les a sans doute ôtées de l'outil, ou refusées.

The later export of a form has all the responses of the one before. Where it has most of them and not all, those that it
lacks count, it is said, and the publication waits: a trial that was taken away is of no family. An export of other
classes, or of later days alone, lacks what it was not asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison.base.sentences import french_beside
from liaison.base.words import shortened
from liaison.diagnostic.reading.exports import Export, Response, newest, orders_of
from liaison.diagnostic.reading.one_form import Judgement
from liaison.diagnostic.reading.one_response import OneResponse
from liaison.diagnostic.reading.pasted import in_runs
from liaison.diagnostic.reading.reports import Flagged, ReadReport

phrase = french_beside(__file__)

_MOST_NAMED = 100  # lignes, ou suites de lignes


class TakenAway(NamedTuple):
    """The responses of an earlier export that a later one, which has most of them, has no more."""

    earlier: Export
    later: Export
    lacking: tuple[Response, ...]


def with_taken_away(parts: Sequence[ReadReport], judged: Sequence[Judgement], same: OneResponse) -> list[ReadReport]:
    """Return the same reports, with what is said of such responses, that are perhaps of no family."""
    last: dict[str, TakenAway] = {}
    for each in _taken_away(judged, same):
        former = last.get(each.earlier.file)
        if former is None or newest(former.later, each.later) is each.later:
            last[each.earlier.file] = each
    return [_with_said(part, last[part.files[0]]) if part.files[0] in last else part for part in parts]


def _taken_away(judged: Sequence[Judgement], same: OneResponse) -> Iterator[TakenAway]:
    of_file = {export.file: export for each in judged for export in (each.two.former, each.two.later)}
    for each in judged:
        later = newest(each.two.former, each.two.later)
        if later is None:
            continue
        earlier = each.two.former if later is each.two.later else each.two.later
        lacking = [own for own in earlier.responses if not same.is_in(own.place, later.file)]
        if not 0 < 2 * len(lacking) < len(earlier.responses) or _is_a_part(later, earlier, lacking):
            continue
        newer = [export for export in of_file.values() if export is later or newest(export, later) is not later]
        gone = (own for own in lacking if not any(same.is_in(own.place, export.file) for export in newer))
        if away := tuple(gone):
            yield TakenAway(earlier, later, away)


def _is_a_part(later: Export, earlier: Export, lacking: Sequence[Response]) -> bool:
    """Return whether an export is only of some classes, or of the last days: it says nothing of these responses."""
    levels = {earlier.level(each) for each in lacking}
    if -1 not in levels and levels.isdisjoint(later.level(each) for each in later.responses):
        return True
    for own, others in orders_of(earlier, later):
        sent = [when for each in lacking if (when := each.sent.sent_at[own])]
        first = min((when for each in later.responses if (when := each.sent.sent_at[others])), default=None)
        if first and sent and max(sent) < first:
            return True
    return False


def _with_said(part: ReadReport, away: TakenAway) -> ReadReport:
    """Return the report of one file, with what is said of those of these responses that it counts."""
    lines = sorted({each.place.line for each in away.lacking}.intersection(part.lines.tolist()))
    if not lines:
        return part
    named = {"lines": shortened(in_runs(lines), _MOST_NAMED), "file": away.later.file, "earlier": away.earlier.file}
    words = phrase("ne-sont-plus", count=len(lines), own=len(away.earlier.responses), **named)
    flagged = (*part.flagged, Flagged(None, words, away.earlier.file))
    return replace(part, flagged=flagged, maybe_nobody=(*part.maybe_nobody, *lines))


__all__ = ["with_taken_away"]
