"""Une réponse compte une fois : ce qui la fait reconnaître, celles qui sont déjà lues, la version qui reste."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import Line
from liaison.diagnostic.reading.coded_answers import CodedAnswers, Codes
from liaison.diagnostic.reading.formats.marks import Marks, Sent
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.plausibility import fingerprints, questions_apart
from liaison.diagnostic.reading.repeats import given_again, newer, older
from liaison.diagnostic.reading.reports import FileLine, Flagged

phrase = french_beside(__file__)

_MARK_BYTES = 16


class Repeated(NamedTuple):
    """Which lines are not to be counted (`again`), those of a former block that no longer are, what is said of all, and
    what the tool wrote of each."""

    again: NDArray[np.bool_]
    outdated: list[FileLine]
    remarks: list[Flagged]
    sent: tuple[Sent, ...]


class _Counted(NamedTuple):
    """The response that a mark is known by: where it is, which version of it, all its answers as one value."""

    place: FileLine
    version: int
    answers: bytes


class CountedOnce:
    """What is known of the responses of one file, block after block; what other files give again is told later."""

    def __init__(self, file: str, columns: Sequence[SourceColumn]):
        self.file = file
        self._columns = columns
        self._marks = Marks(columns)
        self._seen: dict[str, _Counted] = {}  # by mark; never kept with the answers
        self._identifiers: dict[str, int] = {}

    @property
    def spoilt(self) -> Sequence[str]:
        """The columns of numbers that a spreadsheet spoiled."""
        return self._marks.spoilt

    def among(self, read: list[Line], coded: CodedAnswers, codes: Codes) -> Repeated:
        """Return which of these lines are not to be counted, and what is said of it.

        Lines that bear one mark are versions of one response: the latest counts. Where nothing says which one that is
        (two tabs of a page), it is the one read last. Two that have one number and one time, and other answers, are of
        two forms pasted together: both count.
        """
        again = np.zeros(len(read), dtype=bool)
        if not self._marks:
            return Repeated(again, [], [], ())
        answers, _torn = coded.answers(codes, len(read))
        unread = coded.unread(codes, len(read))
        sent = tuple(self._marks.sent(line.number, line.cells) for line in read)
        outdated: list[FileLine] = []
        remarks: list[Flagged] = []
        same: dict[int, FileLine] = {}
        for rank, (line, written) in enumerate(zip(read, fingerprints(answers), strict=True)):
            counted = _Counted(FileLine(self.file, line.number), sent[rank].version, written)
            of_form = self._marks.of_one_form(line.cells)
            marks = [
                *sent[rank].drawn,
                *([f"{of_form} {blake2b(written, digest_size=_MARK_BYTES).hexdigest()}"] if of_form else []),
            ]
            former = next((self._seen[mark] for mark in marks if mark in self._seen), None)
            if former is None:
                pass
            elif (
                former.version == counted.version and questions_apart(former.answers, written, answers) <= unread[rank]
            ):
                # Alike; or, where this line has what cannot be read, what was read of it stays.
                again[rank], same[line.number], counted = True, former.place, former
            elif counted.version < former.version:
                again[rank], counted = True, former
                remarks.append(Flagged(line.number, older(former.place), self.file))
            else:
                outdated.append(former.place)
                remarks.append(
                    Flagged(line.number, newer(former.place, sure=counted.version > former.version), self.file)
                )
            self._seen.update(dict.fromkeys(marks, counted))
        return Repeated(again, outdated, [*remarks, *given_again(same, self.file)], sent)

    def same_numbers(self, read: list[Line], stay: NDArray[np.bool_]) -> list[Flagged]:
        """Return what is said of lines that have the number of another one."""
        own = (column.position for column in self._columns if column.kind == "identifier")
        numbered = [position for position in own if not self._marks.respondents.is_browser(position)]
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


__all__ = ["CountedOnce", "Repeated"]
