"""Une réponse compte une fois : ce qui la fait reconnaître, celles qui sont déjà lues, la version qui reste."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import Line
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.reading.coded_answers import CodedAnswers, Codes
from liaison.diagnostic.reading.formats.marks import Marks, Sent
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.plausibility import cells_filled, fingerprints, questions_alike, questions_apart
from liaison.diagnostic.reading.repeats import Counted, CountedResponses, given_again, newer, older
from liaison.diagnostic.reading.reports import FileLine, Flagged
from liaison.diagnostic.reading.two_exports import FEWEST_COMMON

phrase = french_beside(__file__)

_LONGEST_VERSION = 3  # chiffres
_MARK_BYTES = 16


class Repeated(NamedTuple):
    """Which lines are not to be counted (`again`), the lines of before that no longer are, how many are in each file of
    before, what is said of all, what the tool wrote of each, and those that are, with one of another file, two versions
    of a response, or two parts of it: `latest` judges which counts, when every date is known."""

    again: NDArray[np.bool_]
    outdated: list[FileLine]
    found_in: Counter[str]
    remarks: list[Flagged]
    sent: tuple[Sent, ...]
    versions: Sequence[tuple[FileLine, FileLine]] = ()


class CountedOnce:
    """What is known of the responses of one file, block after block, and of those already read (`seen`)."""

    def __init__(self, file: str, columns: Sequence[SourceColumn], seen: CountedResponses):
        self.file, self.seen = file, seen
        self._columns = columns
        self._marks = Marks(columns)
        self._alike: Counter[str] = Counter()
        self._identifiers: dict[str, int] = {}

    @property
    def spoilt(self) -> Sequence[str]:
        """The columns of numbers that a spreadsheet spoiled."""
        return self._marks.spoilt

    def among(self, read: list[Line], coded: CodedAnswers, codes: Codes) -> Repeated:
        """Return which of these lines are not to be counted, and what is said of it.

        Lines that bear one mark are versions of one response: the latest counts. Where nothing says which one that is
        (a tool's export, two tabs of a page), it is the one read last.
        """
        again = np.zeros(len(read), dtype=bool)
        if not self._marks:
            return Repeated(again, [], Counter(), [], ())
        version_at = next((column.position for column in self._columns if column.kind == "version"), None)
        answers, _torn = coded.answers(codes, len(read))
        unread = coded.unread(codes, len(read))
        sent = tuple(self._marks.sent(line.number, line.cells) for line in read)
        outdated: list[FileLine] = []
        found_in: Counter[str] = Counter()
        remarks: list[Flagged] = []
        same: dict[int, FileLine] = {}
        versions: list[tuple[FileLine, FileLine]] = []
        for rank, (line, written) in enumerate(zip(read, fingerprints(answers), strict=True)):
            marks, looked_for = self._marks_of(line, written)
            version = _version(line.cells[version_at]) if version_at is not None else 1
            place, files = FileLine(self.file, line.number), frozenset({self.file})
            counted_at = Counted(place, version, written, coded.unasked, files)
            dated = any(sent[rank].when)
            former = next((self.seen[mark] for mark in looked_for if mark in self.seen), None)
            if former is not None and self._marks.of_one_number(line.cells) and former.place.file != self.file:
                # Two forms may count from one in the same minute: `latest` judges whether these are one.
                former = former if self._one_response(former, counted_at, answers, unread[rank]) else None
            if former is not None:
                found_in.update(former.files - {self.file})
            if former is not None and self._waits(former, counted_at, answers, unread[rank], dated=dated):
                versions.append((former.place, place))
                counted_at = counted_at._replace(elsewhere=former.place)
            elif former is not None and _alike(former, counted_at, answers):
                same[line.number] = former.place
                if _held(counted_at) > _held(former):  # two exports of which one lacks a column
                    outdated.append(former.place)
                    stays = counted_at
                else:
                    again[rank], stays = True, former
                counted_at = stays._replace(version=max(version, former.version))
            elif (
                former
                and version == former.version
                and questions_apart(former.answers, written, answers) <= unread[rank]
            ):
                # The same response, where this line has only what cannot be read: what was read of it stays.
                again[rank], same[line.number], counted_at = True, former.place, former
            elif former is not None and version < former.version:
                again[rank], counted_at = True, former
                remarks.append(Flagged(line.number, older(former.place), self.file))
            elif former is not None:
                outdated.append(former.place)
                if former.elsewhere:
                    versions.append((former.elsewhere, place))
                    counted_at = counted_at._replace(elsewhere=former.elsewhere)
                reason = newer(former.place, sure=version > former.version)
                remarks.append(Flagged(line.number, reason, self.file))
            if former is not None:
                counted_at = counted_at._replace(files=former.files | files)
            self.seen.update(dict.fromkeys(marks, counted_at))
        return Repeated(again, outdated, found_in, [*remarks, *given_again(same, self.file)], sent, versions)

    def _one_response(self, former: Counted, later: Counted, answers: Answers, unread: Set[str]) -> bool:
        """Whether two lines that have one number and one minute answer alike: whole, or to enough of what both ask."""
        if former.answers == later.answers and former.unasked == later.unasked:
            return True
        apart = questions_apart(former.answers, later.answers, answers, former.unasked | later.unasked)
        alike = questions_alike(former.answers, later.answers, answers) - apart
        return apart <= unread and len(alike) >= FEWEST_COMMON

    def _waits(self, former: Counted, later: Counted, answers: Answers, unread: Set[str], *, dated: bool) -> bool:
        """Whether nothing says yet which line of two files is to count: they are one response, and their dates
        may say, or each may have a question that the other lacks."""
        if former.place.file == self.file or former.version != later.version:
            return False
        if former.unasked != later.unasked:
            return True
        return dated and not questions_apart(former.answers, later.answers, answers) <= unread

    def _marks_of(self, line: Line, answers: bytes) -> tuple[list[str], list[str]]:
        """Return what a response is known by, and what it may be known by already: marks of its own; otherwise its time
        and its answers, together.

        In one file, two families may answer alike in one minute: each is met again in the next export. A response that
        has marks of its own is met again by its time and its answers where a spreadsheet spoiled its number only.
        """
        sure = self._marks.sure(line.cells)
        moment = self._marks.moment(line.cells)
        if not moment:
            return sure, sure
        mark = f"{moment} {blake2b(answers, digest_size=_MARK_BYTES).hexdigest()}"
        self._alike[mark] += 1
        mark = f"{mark} {self._alike[mark]}"
        with_number, without = f"{mark} sûre", f"{mark} abîmée"
        if self._marks.spoilt:
            return [*sure, mark, without], [*sure, mark, with_number]
        return ([*sure, with_number], [*sure, without]) if sure else ([mark], [mark])

    def same_numbers(self, read: list[Line], stay: NDArray[np.bool_]) -> list[Flagged]:
        """Return what is said of lines that have the number of another one."""
        numbered = [column.position for column in self._columns if column.kind == "identifier"]
        remarks: list[Flagged] = []
        for rank in np.flatnonzero(stay).tolist() if numbered else ():
            line = read[rank]
            for position in numbered:
                number = line.cells[position].strip()
                place = f"{position}:{number}"
                if number and place in self._identifiers:
                    reason = phrase("numero-deja-lu", number=shown(number), line=self._identifiers[place])
                    remarks.append(Flagged(line.number, reason, self.file))
                elif number:
                    self._identifiers[place] = line.number
        return remarks


def _alike(former: Counted, later: Counted, answers: Answers) -> bool:
    """Whether two versions of a response answer alike in all that both their forms ask."""
    return not questions_apart(former.answers, later.answers, answers, former.unasked | later.unasked)


def _held(response: Counted) -> tuple[int, int]:
    """Return how much a response says: cells that are filled, then columns that its form has."""
    return cells_filled(response.answers), -len(response.unasked)


def _version(cell: str) -> int:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) <= _LONGEST_VERSION else 1


__all__ = ["CountedOnce", "Repeated"]
