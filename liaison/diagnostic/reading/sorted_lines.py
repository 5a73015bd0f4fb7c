"""Les lignes d'un fichier, une fois triées : celles de familles, et celles qui n'en sont d'aucune ou ne disent rien."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from liaison.base.letters import key
from liaison.base.sentences import french_beside
from liaison.base.tables import Line, is_blank
from liaison.diagnostic.reading.cells import BLANK, REFUSED, CellReader
from liaison.diagnostic.reading.formats.corrections import CorrectedLine
from liaison.diagnostic.reading.formats.source import Layout
from liaison.diagnostic.reading.refusals import Refusals
from liaison.diagnostic.reading.reports import FileLine
from liaison.diagnostic.reading.set_aside import DOUBTFUL_WORD, adds_up, bare_sum, header_again, is_total, titled_by
from liaison.diagnostic.reading.unsent import Unsent
from liaison.diagnostic.reading.wording import Lexicon

phrase = french_beside(__file__)


class SortedLines(NamedTuple):
    """The lines of a block that can be read (`whole`), and the numbers of those that are set aside; `doubtful`: those
    that may be totals, each with the reason: they count."""

    whole: list[Line]
    headers: list[int]
    totals: list[int]
    drafts: list[int]
    doubtful: dict[int, str]


class LineSorter:
    """What tells, of the lines of one file, block after block, which are of families."""

    def __init__(
        self,
        layout: Layout,
        readers: Sequence[CellReader],
        lexicon: Lexicon,
        header: Sequence[Sequence[str]],
        unsent: Unsent,
        corrected_line: CorrectedLine | None,
    ):
        self.layout, self.readers, self.lexicon, self.header = layout, readers, lexicon, header
        self._unsent, self._corrected_line = unsent, corrected_line
        self._above: Sequence[str] | None = None  # the last line of a block, when it says the header again

    def sort(self, lines: Sequence[Line], refusals: Refusals) -> SortedLines:
        """Return the lines of a block, sorted; what cannot be read as a row of the file goes to `refusals`."""
        headers = list(header_again(lines, self.header, self._above))
        self._above = headers[-1].cells if headers and headers[-1] is lines[-1] else None
        own = [line for line in lines if line not in headers]
        totals, doubtful = self._totals(own)
        whole, drafts = self._whole((line for line in own if line.number not in totals), refusals)
        return SortedLines(whole, [line.number for line in headers], totals, drafts, doubtful)

    def _whole(self, lines: Iterable[Line], refusals: Refusals) -> tuple[list[Line], list[int]]:
        """Return the lines that can be read, and the numbers of drafts; what cannot be read goes to `refusals`."""
        whole: list[Line] = []
        drafts: list[int] = []
        for line in lines:
            if self._unsent.is_so(line.cells):
                drafts.append(line.number)
                continue
            fault = self._fault(line) if not line.fault else ""
            readable = not fault and bool(line.cells)
            if readable and self._corrected_line and (origin := self._corrected_line(line.cells)):
                refusals.corrects[FileLine(refusals.file, line.number)] = FileLine(*origin)
            if line.fault or fault:
                # What a line itself cannot be read for leaves its cells where they are.
                refusals.refuse(line, line.fault or fault, shifted=not readable)
            else:
                whole.append(line)
        return whole, drafts

    def _totals(self, lines: Sequence[Line]) -> tuple[list[int], dict[int, str]]:
        """Return which lines of a block are totals, and those that may be, with the reason: they count.

        A total sums all that is above it, or what is since the last one.
        """
        totals: list[int] = []
        doubtful: dict[int, str] = {}
        above: list[Sequence[str]] = []
        since = 0
        for line in lines:
            if line.fault:
                continue
            named = is_total(line.cells, self.lexicon.is_level)
            if named and (self._is_no_answer(line) or adds_up(line.cells, above) or adds_up(line.cells, above[since:])):
                totals.append(line.number)
                since = len(above)
                continue
            if named:
                doubtful[line.number] = DOUBTFUL_WORD
            above.append(line.cells)
        last = next((line for line in reversed(lines) if not line.fault), None)
        if last and last.number not in (*totals, *doubtful) and (reason := bare_sum(last.cells, above[:-1])):
            doubtful[last.number] = reason
        return totals, doubtful

    def _is_no_answer(self, line: Line) -> bool:
        """Return whether a line with the word of a total is of nobody: codes are not all known, or none is, or the word
        stands in a column that the tool fills."""
        read = [reader for reader in self.readers if reader.source.position < len(line.cells)]
        codes = {int(reader.codes([line.cells])[0]) for reader in read}
        place = titled_by(line.cells)
        own = place < len(self.layout.columns) and self.layout.columns[place].kind != "answer"
        return own or REFUSED in codes or max(codes, default=BLANK) < 0

    def _fault(self, line: Line) -> str:
        """Return why a line cannot be read as a row of this file, empty when it can."""
        width = len(self.layout.columns)
        if len(line.cells) < width or not is_blank(line.cells[width:]):
            return phrase("ligne-decalee", width=len(line.cells), expected=width)
        for position, (accepted, reason) in self.layout.constants.items():
            if key(line.cells[position]) != key(accepted):
                return reason
        return ""


__all__ = ["LineSorter", "SortedLines"]
