"""Ouvrir un classeur XLSX ou ODS, après avoir mesuré qu'il tient en mémoire une fois déplié."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from liaison.base.archives import Allowance, ArchiveError, Flaw, opened_zip
from liaison.base.sentences import french_beside
from liaison.base.tables.opened import HEAD_LINES, Line, Opened, SheetBeside, refused_file

phrase = french_beside(__file__)

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Rows = Sequence[Sequence[str]]
LARGEST_PACKED = 50_000_000  # octets du fichier
LARGEST_UNPACKED = 400_000_000  # octets de tout ce qu'il contient, une fois déplié
MOST_CELLS = 12_000_000  # lignes × colonnes d'une feuille, vides comprises : calamine les tient toutes en mémoire
_REFERENCE = re.compile(r"([A-Z]{1,7})(\d{1,9})")


def open_spreadsheet(source: Path | bytes, name: str, is_table: Callable[[Rows], bool] | None = None) -> Opened:
    """Return the lines of one sheet: the first whose first lines are those of such a table, or that holds something.

    Other sheets are named, not read.
    """
    from python_calamine import CalamineWorkbook

    raw = source if isinstance(source, bytes) else _read(source)
    if raw is None:
        return refused_file(name, phrase("classeur-depasse-mo", largest_packed=LARGEST_PACKED // 1000000))
    try:
        _measure(raw)
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        chosen = _sheet(book, is_table)
        if chosen:
            others = tuple(
                SheetBeside(other, phrase("feuille-pas-lue", other=other), partial(_lines_of, book, other))
                for other in book.sheet_names
                if other != chosen
            )
            return Opened(name, _lines_of(book, chosen), tuple(each.remark for each in others), sheets=others)
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as error:
        if isinstance(error, ArchiveError) and error.flaw is Flaw.LARGE:
            return refused_file(name, phrase("classeur-demesure-fois-deplie"))
        # Calamine has an exception of its own for each part of each format, and a panic of Rust is not an Exception.
        return refused_file(name, phrase("classeur-abime-protege-ouvrir"))
    return refused_file(name, phrase("classeur-vide"))


def _sheet(book: CalamineWorkbook, is_table: Callable[[Rows], bool] | None) -> str:
    """Return the name of the sheet to read, empty when none holds anything."""
    first = ""
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.height:
            first = first or name
            if is_table is None or len(book.sheet_names) == 1:
                break
            if is_table([[as_text(value) for value in row] or [""] for row in islice(sheet.iter_rows(), HEAD_LINES)]):
                return name
    return first


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.stat().st_size <= LARGEST_PACKED else None


def _lines_of(book: CalamineWorkbook, name: str) -> Iterator[Line]:
    for number, row in enumerate(book.get_sheet_by_name(name).iter_rows(), start=1):
        yield Line(number, [as_text(value) for value in row])


def as_text(value: object) -> str:
    """Return a cell of a spreadsheet as text: 2.0 → 2, true → vrai, a date → 2026-02-01."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "vrai" if value else "faux"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)


def _measure(raw: bytes) -> None:
    """Check that the workbook fits once unpacked: bytes first, then the cells of each sheet.

    What a ZIP or a sheet says of its own size is not trusted: calamine ends the whole process when memory lacks.
    """
    if len(raw) > LARGEST_PACKED:
        raise ArchiveError(Flaw.LARGE)
    with opened_zip(raw, Allowance(LARGEST_UNPACKED)) as archive:
        entries = list(archive.entries())
        names = {entry.name for entry in entries}
        if any(name.endswith("workbook.bin") for name in names) or not {"xl/workbook.xml", "content.xml"} & names:
            raise ArchiveError(Flaw.DAMAGED)  # neither XLSX nor ODS: nothing below would measure it
        for entry in entries:
            # A sheet may have any name.
            extent = _OdsExtent() if entry.name == "content.xml" else _XlsxExtent()
            parser = expat.ParserCreate()
            parser.StartElementHandler = extent.start
            for piece in archive.pieces(entry):
                if entry.name.endswith(".xml"):
                    parser.Parse(piece)
                if extent.rows * extent.columns > MOST_CELLS:
                    raise ArchiveError(Flaw.LARGE)


class _XlsxExtent:
    """The rows and columns that a sheet of an XLSX spans."""

    def __init__(self) -> None:
        self.rows = self.columns = self._column = self._row = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        if local == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
        elif local == "c":
            self._column += 1
            reference = _REFERENCE.fullmatch(attributes.get("r", "").upper())
            if reference:
                self._column = 0
                for letter in reference[1]:
                    self._column = self._column * 26 + ord(letter) - 64
                self._row = int(reference[2])
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)


class _OdsExtent:
    """The rows and columns that the largest sheet of an ODS spans, repeated rows and cells counted."""

    def __init__(self) -> None:
        self.rows = self.columns = self._row = self._column = self._repeated = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        if local == "table":
            self._row = 0
        elif local == "table-row":
            self._repeated = _number(attributes.get("table:number-rows-repeated"), 1)
            self._row += self._repeated
            self._column = 0
        elif local in ("table-cell", "covered-table-cell"):
            self._column += _number(attributes.get("table:number-columns-repeated"), 1)
            if any(name.endswith("value-type") for name in attributes):
                self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,9}", text, re.ASCII) else otherwise
