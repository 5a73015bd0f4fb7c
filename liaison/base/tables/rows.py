"""Un petit CSV lu entier : celui qu'une personne remplit et enregistre, ou celui que la suite range à côté d'elle."""

from __future__ import annotations

import csv
import io

from liaison.base.sentences import french_beside
from liaison.base.tables.cells import bare_cell
from liaison.base.tables.dialect import dialect_of
from liaison.base.tables.writing import Shape

phrase = french_beside(__file__)


class CsvError(ValueError):
    """A row that no reader of CSV takes; `row` is its number, `why` says in French what is wrong and what to do."""

    def __init__(self, row: int) -> None:
        self.row = row
        self.why = phrase("cellule-trop-longue-sans")
        super().__init__(self.why)


def csv_rows(text: str, delimiter: str | None = None) -> list[list[str]]:
    """Return the rows of a CSV as a person may have saved it, cells as they are: `bare_cell` is for the caller.

    An end of line is that of Windows, of Linux or of an older Excel for Mac, which writes a lone carriage return. What
    cuts cells is found where it is not told.

    Raises:
        CsvError: a cell is too long for a reader of CSV.
    """
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=None), delimiter=delimiter or dialect_of(text).delimiter))
    except csv.Error as error:
        raise CsvError(len(rows) + 1) from error
    return rows


def csv_records(content: bytes, shape: Shape) -> list[dict[str, str]]:
    """Return the rows of a CSV that the suite has written in this shape, each by the names of its columns."""
    header, *rows = csv_rows(content.decode("utf-8-sig" if shape.mark else "utf-8"), shape.delimiter)
    return [dict(zip(header, map(bare_cell, row), strict=True)) for row in rows]
