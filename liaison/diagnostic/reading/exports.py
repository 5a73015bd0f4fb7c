"""Un fichier tel que son outil l'a écrit : ses réponses, leurs numéros, leurs heures, et ce que son heure distingue."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from liaison.diagnostic.reading.formats.marks import Sent
from liaison.diagnostic.reading.plausibility import fingerprints
from liaison.diagnostic.reading.reports import FileLine, ReadReport

TELLS_NOBODY, TO_THE_MINUTE, TO_THE_SECOND = range(3)
ORDERS = DAY_THEN_MONTH, MONTH_THEN_DAY = 0, 1
HOUR, AGES = 3600, 10**12  # secondes
NEAR = 30  # secondes, ou minutes : des heures voisines


@dataclass(frozen=True, eq=False, slots=True)
class Response:
    """One line that counts: where it is, its rank in its file, what its tool wrote of it, the questions of which a cell
    is not read."""

    place: FileLine
    rank: int
    sent: Sent
    unread: frozenset[str]


class Export:
    """One file, as its tool wrote it: the responses that count in it, a code a column."""

    def __init__(self, parts: Sequence[ReadReport]):
        (self.file,) = dict.fromkeys(part.files[0] for part in parts)
        self.format, answers = parts[0].format, parts[0].answers
        self.unasked = answers.unasked
        self.columns = [str(name) for name in answers.table.columns]
        of_line = {each.line: each for part in parts for each in part.sent}
        unread: dict[int, set[str]] = {}
        for cell in (cell for part in parts for cell in part.unread):
            unread.setdefault(cell.line or 0, set()).add(question_of(cell.target))
        lines = [line for part in parts for line in part.lines.tolist()]
        self.responses = [
            Response(FileLine(self.file, line), rank, of_line.get(line, Sent(line)), frozenset(unread.get(line, ())))
            for rank, line in enumerate(lines)
        ]
        written = b"".join(row for part in parts for row in fingerprints(part.answers))
        self.codes = np.frombuffer(written, dtype=np.int16).reshape(len(lines), len(self.columns))
        self.filled = (self.codes >= 0).sum(axis=1)
        self._counts: dict[bytes, Counter[bytes]] = {}
        self.sent = [each.sent for each in self.responses]
        self.clock = _clock(self.sent)
        widths = {len(mark) for each in self.sent for mark in each.drawn}
        self.width_of_codes = widths.pop() if len(widths) == 1 else 0  # letters of each code; 0: not as many in all

    @property
    def number_names(self) -> frozenset[str]:
        """The names of the columns of its numbers."""
        return frozenset(name for each in self.sent for name, _ in each.numbers)

    def level(self, response: Response) -> int:
        """Return the rank of the level that one of its responses says; -1 where none is said, or asked."""
        return int(self.codes[response.rank][self.columns.index(LEVEL)]) if LEVEL in self.columns else -1

    def rows(self, columns: NDArray[np.bool_]) -> list[bytes]:
        """Return what each response says in these columns, as one value."""
        return [row.tobytes() for row in np.ascontiguousarray(self.codes[:, columns])]

    def counts(self, columns: NDArray[np.bool_]) -> Counter[bytes]:
        """Return how many responses say each thing in these columns; kept, for a file is compared with many."""
        which = columns.tobytes()
        if which not in self._counts:
            self._counts[which] = Counter(self.rows(columns))
        return self._counts[which]

    def orders(self) -> list[int]:
        """Return in which orders its days and months can be."""
        dated = [each.when for each in self.sent if any(each.when)]
        return [order for order in ORDERS if dated and all(when[order] for when in dated)]

    def dates(self, order: int) -> set[dt.datetime]:
        """Return its dates to the minute, days and months in this order."""
        return {when.replace(second=0) for each in self.sent if (when := each.when[order])}

    def ticks(self, order: int, clock: int, window: int) -> NDArray[np.float64]:
        """Return when its responses were sent, put in order: in seconds, or in minutes where `clock` tells no finer,
        since the beginning of the `window` (seconds) that each is in."""
        tick = 1 if clock == TO_THE_SECOND else 60
        return np.sort(
            [sent.timestamp() % window // tick for each in self.sent if (sent := each.sent_at[order]) is not None]
        )

    def chance_of_one_time(self) -> float:
        """Return how often a line has the time of another one by chance; 1 where no time is written."""
        orders = self.orders()
        seconds = sum(bool(each.seconds.strip("0")) for each in self.sent)
        clock = TO_THE_SECOND if 2 * seconds > len(self.sent) else TO_THE_MINUTE
        ticks = self.ticks(orders[0], clock, AGES) if orders else np.zeros(0)
        return chance_of_one_tick(ticks, ticks, but=1) if len(ticks) else 1.0

    def last(self, order: int) -> dt.datetime:
        """Return the last of its dates, days and months in this order."""
        return max(when for each in self.sent if (when := each.when[order]))


def _clock(sent: Collection[Sent]) -> int:
    """Return how finely a time tells a response from the others of its file: most have one of their own."""
    with_seconds = {(each.minute, each.seconds) for each in sent if each.seconds.strip("0")}
    if 2 * len(with_seconds) > len(sent):
        return TO_THE_SECOND
    return TO_THE_MINUTE if 2 * len({each.minute for each in sent if each.minute}) > len(sent) else TELLS_NOBODY


def chance_of_one_tick(own: NDArray[np.float64], others: NDArray[np.float64], but: int = 0) -> float:
    """Return how often one of these times is also one of the others by chance: as often as it has one that is near.

    `but`: so many of those that are near are itself.
    """
    near = np.searchsorted(others, own + NEAR, "right") - np.searchsorted(others, own - NEAR, "left") - but
    return float(np.minimum(near / (2 * NEAR + 1), 1.0).mean())


def orders_of(former: Export, later: Export) -> list[tuple[int, int]]:
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
        for first, second in orders_of(former, later)
    }
    if signs == {1}:
        return later
    return former if signs == {-1} else None


__all__ = [
    "ORDERS",
    "TELLS_NOBODY",
    "TO_THE_SECOND",
    "Export",
    "Response",
    "chance_of_one_tick",
    "newest",
    "orders_of",
]
