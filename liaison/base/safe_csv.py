"""Des tableaux CSV dont aucune cellule ne devient une formule, et que l'on relit, quel que soit le tableur."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from numbers import Integral, Real

import numpy as np
import pandas as pd

YES, NO = "oui", "non"
# What a spreadsheet takes for the beginning of a formula, in both widths, after spaces, lone quotes or apostrophes.
FORMULA = re.compile(r"[\s\u00a0\ufeff\"']*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
DELIMITER = ";"
# The same inside a text, where a tool that cuts at another sign would begin a cell.
_INSIDE = re.compile(r"(?<![,;|\s\u00a0\ufeff\"'])[,;|\s\u00a0\ufeff\"']+(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_CUTS = frozenset(",;|\t\r\n")
_DELIMITERS = re.compile(r"[\",;|\t\r\n']")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_END_OF_LINE = re.compile(r"[\r\n]")


class CsvError(ValueError):
    """A row that no reader of CSV takes; `row` is its number, `why` says in French what is wrong and what to do."""

    def __init__(self, row: int) -> None:
        self.row = row
        self.why = (
            "une cellule y est trop longue, sans doute à cause d'un guillemet jamais refermé. Corriger cette ligne, "
            "puis enregistrer le fichier en CSV, encodage UTF-8."
        )
        super().__init__(self.why)


def safe_cell(value: object) -> str:
    """Return a cell as it may leave: nothing in it can be taken for a formula.

    A number is written as a French spreadsheet reads it (-0,5) and stays a number, even given as text; a text that
    begins like a formula (`=`, `+`, `-`, `@`, tab, end of line), or does so after a sign where another tool may cut it,
    gets an apostrophe there, which `bare_cell` takes away. A missing value is an empty cell.
    """
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bool | np.bool_):
        return YES if value else NO
    if isinstance(value, Integral):
        return str(int(value))
    if isinstance(value, Real):
        return repr(float(value)).replace(".", ",")
    text = str(value)
    if _NUMBER.fullmatch(text):
        return text
    text = _INSIDE.sub(lambda found: f"{found[0]}'" if _cuts(found) else found[0], text)
    return f"'{text}" if FORMULA.match(text) else text


def bare_cell(text: str) -> str:
    """Return the text that `safe_cell` was given, whatever it was: every apostrophe that it put is taken away."""
    text = text[1:] if text.startswith("'") and FORMULA.match(text, 1) else text
    return _INSIDE.sub(lambda found: found[0].removesuffix("'") if _cuts(found) else found[0], text)


def _cuts(found: re.Match[str]) -> bool:
    return not _CUTS.isdisjoint(found[0])


def csv_bytes(header: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as the bytes of a CSV that a French spreadsheet opens as it is: `;`, UTF-8 with its mark.

    Every cell goes through `safe_cell`, header included.
    """
    lines = [DELIMITER.join(_quoted(safe_cell(cell)) for cell in row) for row in (header, *rows)]
    # The mark at the start tells Excel that accents are UTF-8.
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig", errors="replace")


def _quoted(text: str) -> str:
    """Return a cell between quotes when it holds any delimiter: a tool that cuts elsewhere must find no formula."""
    return '"' + text.replace('"', '""') + '"' if _DELIMITERS.search(text) else text


def csv_rows(text: str, delimiter: str = DELIMITER) -> list[list[str]]:
    """Return the rows of a CSV as a person may have saved it, cells as they are: `bare_cell` is for the caller.

    An end of line is that of Windows, of Linux or of an older Excel for Mac, which writes a lone carriage return.

    Raises:
        CsvError: a cell is too long for a reader of CSV.
    """
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=None), delimiter=delimiter))
    except csv.Error as error:
        raise CsvError(len(rows) + 1) from error
    return rows


def delimiter_of(text: str) -> str:
    """Return what cuts the first line of a CSV: a semicolon where it has one, otherwise a comma."""
    return DELIMITER if DELIMITER in _END_OF_LINE.split(text, maxsplit=1)[0] else ","


def table_csv(table: pd.DataFrame, *, index: bool = True) -> bytes:
    """Return any table that leaves the program as a safe CSV, with its index (named or not) as first columns."""
    flat = table.reset_index() if index else table
    columns = [flat.iloc[:, position].tolist() for position in range(flat.shape[1])]
    return csv_bytes(list(flat.columns), zip(*columns, strict=True))


__all__ = [
    "DELIMITER",
    "FORMULA",
    "NO",
    "YES",
    "CsvError",
    "bare_cell",
    "csv_bytes",
    "csv_rows",
    "delimiter_of",
    "safe_cell",
    "table_csv",
]
