"""Les familles dans l'ordre où elles se suivent : celui des lignes d'un fichier, celui des envois de tous.

Responses that two exports repeat count in one of them: only all together, as they were sent, show what a form began or
ceased to offer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers, joined
from liaison.diagnostic.reading.exports import ORDERS
from liaison.diagnostic.reading.formats.marks import Sent
from liaison.diagnostic.reading.formats.suite import NAME as SUITE
from liaison.diagnostic.reading.reports import FileLine, ReadReport

phrase = french_beside(__file__)

_UNTIMED = Sent(0)


class InOrder(NamedTuple):
    """Families in an order: what they answer, the lines that say it, whether times order them, how many files count."""

    answers: Answers
    places: tuple[FileLine, ...]
    is_timed: bool
    files: int

    def between(self, first: int, last: int) -> str:
        """Return in French where the families of these ranks are, the last one among them."""
        start, end = self.places[first], self.places[last]
        own = [place.line for place in self.places[first : last + 1]]
        if start.file == end.file and own == sorted(own):
            key = "d-un-fichier" if self.files > 1 else "des-lignes"
            return phrase(key, file=start.file, first=start.line, last=end.line)
        lines = {"first": start.line, "last": end.line, "former": start.file, "later": end.file}
        return phrase("dans-l-ordre-des-envois" if self.is_timed else "dans-l-ordre-des-fichiers", **lines)


def of_each_file(parts: Sequence[ReadReport]) -> Iterator[InOrder]:
    """Yield the families of each file, as its lines follow each other."""
    own: dict[str, list[ReadReport]] = defaultdict(list)
    for part in parts:
        own[part.files[0]] += [part] if len(part.answers) else []
    files = sum(map(bool, own.values()))
    for each in filter(None, own.values()):
        lines = np.concatenate([part.lines for part in each])
        yield _in_order(each, np.argsort(lines, kind="stable"), files, is_timed=False)


def of_each_tool(parts: Sequence[ReadReport]) -> Iterator[InOrder]:
    """Yield the families of all the exports of one tool, as they were sent; as lines and files follow each other, where
    most have no time.

    Lines without a time, beside others that have one, were typed by hand and are nowhere in the order. A form of the
    suite offers the same to everybody.
    """
    of_tool: dict[str, list[ReadReport]] = defaultdict(list)
    for part in parts:
        of_tool[part.format] += [part] if len(part.answers) and part.format != SUITE else []
    for own in filter(None, of_tool.values()):
        files = len({part.files for part in own})
        when = _when_sent(own)
        timed = ~np.isnan(when)
        if 2 * timed.sum() > len(when):
            yield _in_order(own, np.argsort(when, kind="stable")[: timed.sum()], files, is_timed=True)
        else:
            ranks = {file: rank for rank, file in enumerate(dict.fromkeys(part.files for part in own))}
            rank = np.concatenate([np.full(len(part.answers), ranks[part.files]) for part in own])
            lines = np.concatenate([part.lines for part in own])
            yield _in_order(own, np.lexsort((lines, rank)), files, is_timed=False)


def _in_order(parts: Sequence[ReadReport], order: NDArray[np.intp], files: int, *, is_timed: bool) -> InOrder:
    answers = parts[0].answers
    if len(parts) > 1:
        answers = joined([part.answers for part in parts], answers.questionnaire)
    places = [FileLine(part.files[0], line) for part in parts for line in part.lines.tolist()]
    table = answers.table.iloc[order]
    return InOrder(replace(answers, table=table), tuple(places[rank] for rank in order.tolist()), is_timed, files)


def _when_sent(parts: Sequence[ReadReport]) -> NDArray[np.float64]:
    """Return when each response was sent, in seconds, days and months in the order by which most have a time; not a
    number where no time is known."""
    known = {FileLine(part.files[0], each.line): each.sent_at for part in parts for each in part.sent}
    sent = [
        known.get(FileLine(part.files[0], line), _UNTIMED.sent_at) for part in parts for line in part.lines.tolist()
    ]
    of_order = [
        np.array([np.nan if (at := each[order]) is None else at.timestamp() for each in sent]) for order in ORDERS
    ]
    return min(of_order, key=lambda times: int(np.isnan(times).sum()))


__all__ = ["InOrder", "of_each_file", "of_each_tool"]
