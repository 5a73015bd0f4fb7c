"""Un tableau qui sort en CSV : une seule façon de l'écrire, la forme que demande qui le lira, et ce qu'il est."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from liaison.base.tables.cells import safe_cell
from liaison.base.tables.declared import check_declared

_DELIMITERS = re.compile(r"[\",;|\t\r\n']")


@dataclass(frozen=True)
class Shape:
    """How a table is written; `as_it_is`: for a program that takes each cell to the letter, and no spreadsheet."""

    delimiter: str = ";"
    end: str = "\r\n"
    mark: bool = True
    decimal: str = ","
    as_it_is: bool = False


# What a French spreadsheet opens as it is: the mark at the start tells Excel that accents are UTF-8.
SPREADSHEET = Shape()
# What a published data set says of itself (datapackage.json), and what a program reads without being told anything.
OPEN_DATA = Shape(",", "\n", mark=False, decimal=".")


def csv_bytes(
    header: Sequence[object], rows: Iterable[Sequence[object]], shape: Shape = SPREADSHEET, *, kind: str | None
) -> bytes:
    """Return a table as the bytes of a CSV. Every cell goes through `safe_cell`, header included.

    `kind`: which of the tables of the suite it is, as a `tables.yaml` declares it; None for one that is not its own.
    """
    if kind is not None:
        check_declared(kind, [str(title) for title in header])
    return _written(([_cell(cell, shape) for cell in row] for row in (header, *rows)), shape)


def table_csv(table: pd.DataFrame, shape: Shape = SPREADSHEET, *, kind: str | None, index: bool = True) -> bytes:
    """Return any table that leaves the program as a safe CSV, with its index (named or not) as first columns.

    `kind`: as for `csv_bytes`.
    """
    flat = table.reset_index() if index else table
    if kind is not None:
        check_declared(kind, list(map(str, flat.columns)))
    columns = [_column(flat.iloc[:, position], shape) for position in range(flat.shape[1])]
    header = [_cell(name, shape) for name in flat.columns]
    return _written([header, *zip(*columns, strict=True)], shape)


def _column(values: pd.Series, shape: Shape) -> list[str]:
    if values.dtype == object:  # where True and 1 would be one value
        return [_cell(value, shape) for value in values]
    # Each value once: a trace has a million lines, and a few hundred values a column.
    places, known = pd.factorize(values, use_na_sentinel=False)
    cells = [_cell(value, shape) for value in known]
    return [cells[place] for place in places]


def _written(rows: Iterable[Iterable[str]], shape: Shape) -> bytes:
    lines = shape.end.join([*map(shape.delimiter.join, rows), ""])
    return lines.encode("utf-8-sig" if shape.mark else "utf-8", errors="replace")


def _cell(value: object, shape: Shape) -> str:
    """Return a cell between quotes when it holds any delimiter: a tool that cuts elsewhere must find no formula."""
    text = str(value) if shape.as_it_is else safe_cell(value, shape.decimal)
    return '"' + text.replace('"', '""') + '"' if _DELIMITERS.search(text) else text
