"""Les lignes d'un CSV tel qu'un outil ou un tableur l'enregistre, une à une ; un guillemet perdu n'en gâte qu'une."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from liaison.base.sentences import french_beside
from liaison.base.tables.opened import LONGEST_LINE, Line

phrase = french_beside(__file__)

_LONGEST_QUOTED = 40  # lignes qu'une cellule entre guillemets peut occuper


class PhysicalLines:
    """The lines of a stream as they are written; some can be put back."""

    def __init__(self, stream: TextIO):
        self._stream = stream
        self._back: deque[str] = deque()

    def next(self) -> str | None:
        """Return the next line, None at the end; one that is too long is not kept, and only its length tells it."""
        if self._back:
            return self._back.popleft()
        line = self._stream.readline(LONGEST_LINE + 1)
        if not line:
            return None
        if len(line) > LONGEST_LINE:
            while line and not line.endswith("\n"):
                line = self._stream.readline(LONGEST_LINE)
            return "\x00" * (LONGEST_LINE + 1)
        return line.rstrip("\n")

    def put_back(self, lines: list[str]) -> None:
        """Give lines back: they come again, in their order."""
        self._back.extendleft(reversed(lines))


def lines_of(stream: TextIO, delimiter: str) -> Iterator[Line]:
    """Yield the lines of a stream, but those on which nothing is written, not even a delimiter.

    Numbered as a spreadsheet does: a cell over three lines is in one row, and a blank line is a row too.
    """
    physical = PhysicalLines(stream)
    width = number = 0
    while (text := physical.next()) is not None:
        number += 1
        if len(text) > LONGEST_LINE:
            yield Line(number, fault=phrase("ligne-depasse-caracteres", longest_line=LONGEST_LINE))
            continue
        if not text or text.isspace():
            continue
        if '"' not in text:
            line = Line(number, text.split(delimiter))
        elif text.count('"') % 2 == 0:
            line = _parsed(number, text, delimiter)
        else:
            line = _closed(number, text, delimiter, physical, width)
        width = width or len(line.cells)
        yield line


def line_cells(text: str, delimiter: str, *, strict: bool = True) -> list[str] | None:
    """Return the cells of one line; None when its quotes are out of place, or one of its cells endless."""
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=strict))
    except (csv.Error, StopIteration):
        return None


def _parsed(number: int, text: str, delimiter: str) -> Line:
    cells = line_cells(text, delimiter)
    if cells is None:
        cells = line_cells(text, delimiter, strict=False)
    return Line(number, fault=phrase("guillemets-pas-par-deux")) if cells is None else Line(number, cells)


def _closed(number: int, text: str, delimiter: str, physical: PhysicalLines, width: int) -> Line:
    """Return the line whose cell goes on over the next ones, or that line alone when no quote ever closes it."""
    taken: list[str] = []
    whole = text
    while len(taken) < _LONGEST_QUOTED and len(whole) <= LONGEST_LINE:
        following = physical.next()
        if following is None:
            break
        taken.append(following)
        whole += "\n" + following
        if following.count('"') % 2:
            joined = _strictly(number, whole, delimiter)
            if joined is not None and width in (0, len(joined.cells)):
                return joined
            break
    physical.put_back(taken)
    alone = line_cells(text, delimiter, strict=False)
    # A lone quote inside a cell (5" d'écran) hurts nothing as long as the line has all its cells.
    inside = not re.search(rf'(?:^|[{re.escape(delimiter)}])"', text)
    return (
        Line(number, alone)
        if inside and alone and len(alone) == width
        else Line(number, fault=phrase("guillemets-pas-par-deux"))
    )


def _strictly(number: int, text: str, delimiter: str) -> Line | None:
    """Return the line of a text that spans several physical lines; None when its quotes are out of place."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return Line(number, rows[0]) if len(rows) == 1 else None
