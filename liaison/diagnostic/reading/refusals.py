"""Ce qui ne se lit pas d'un fichier de réponses : chaque raison, et chaque ligne à corriger, une fois."""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern

from liaison.base.quoting import shown
from liaison.base.tables import Line
from liaison.diagnostic.reading.cells import CellReader
from liaison.diagnostic.reading.formats.source import Layout
from liaison.diagnostic.reading.reports import FileLine, Refused, RefusedLine

_LONGEST_KEPT_ONCE = 200  # caractères

# By line of a file of corrections, the line that it corrects.
Corrects = dict[FileLine, FileLine]


class Refusals:
    """What cannot be read of a block: every reason, and each line to be corrected, once.

    `reasons`, `lines`: of lines that are refused; `unread`, `in_part`: of lines that are kept without some cells.
    """

    def __init__(self, file: str, layout: Layout, readers: Sequence[CellReader], corrects: Corrects):
        self.file, self.readers, self.corrects = file, readers, corrects
        # A code is corrected as an answer is: it stands before them.
        self.code = next((column for column in layout.columns if column.kind == "code"), None)
        sources = [*([self.code] if self.code else []), *(each.source for each in readers)]
        self.columns = tuple(source.name for source in sources)
        self.places = [source.position for source in sources]
        self.reasons: list[Refused] = []
        self.lines: dict[int, RefusedLine] = {}
        self.unread: list[Refused] = []
        self.in_part: dict[int, RefusedLine] = {}

    def refuse(self, line: Line, reason: str, *, shifted: bool = False) -> None:
        """Refuse a line as a whole; `shifted`: its cells may not be those of its columns, and are not to be kept."""
        shown_line = line._replace(cells=()) if shifted else line
        value = shown(shown_line.cells[self.code.position]) if self.code and shown_line.cells else ""
        reasons = [Refused(self.file, line.number, "", value, reason)]
        self.reasons += reasons
        self.lines[line.number] = self._to_correct(shown_line, reasons)

    def refuse_cells(self, line: Line, which: Sequence[bool], *, rest_counts: bool) -> None:
        """Refuse some cells of a line, one mark per column that is read; `rest_counts`: what is left of it counts."""
        cells_refused = []
        for reader, refused in zip(self.readers, which, strict=True):
            if refused:
                cell = line.cells[reader.source.position]
                reason = reader.reason(cell)
                word, target = reader.unknown_word(cell), reader.column.cible
                cells_refused.append(
                    Refused(self.file, line.number, reader.source.name, shown(cell), reason, word, target)
                )
        (self.unread if rest_counts else self.reasons).extend(cells_refused)
        (self.in_part if rest_counts else self.lines)[line.number] = self._to_correct(line, cells_refused)

    def _to_correct(self, line: Line, reasons: Sequence[Refused]) -> RefusedLine:
        # A whole académie may be refused for one word: texts that come back are kept once.
        cells = (line.cells[place] if place < len(line.cells) else "" for place in self.places)
        values = tuple(intern(cell) if len(cell) <= _LONGEST_KEPT_ONCE else cell for cell in cells)
        reason = intern(
            " ; ".join(f"{each.column} : {each.reason}" if each.column else each.reason for each in reasons)
        )
        origin = self.corrects.get(FileLine(self.file, line.number))
        return RefusedLine(self.file, line.number, self.columns, values, reason, origin)


__all__ = ["Corrects", "Refusals"]
