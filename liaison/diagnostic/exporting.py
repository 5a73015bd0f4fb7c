"""Ce qui sort en CSV : des nombres qui restent des nombres, des textes qui ne deviennent jamais des formules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from numbers import Integral, Real

import numpy as np
import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.formats.source import FORMULA
from liaison.diagnostic.formats.suite import HEAD, VERSION
from liaison.diagnostic.reports import ReadReport
from liaison.diagnostic.wording import FALSE, TRUE

DELIMITER = ";"
# The same inside a text, where a tool that cuts at another sign would begin a cell.
_FORMULA_INSIDE = re.compile(r"([,;|\t\r\n][\s\u00a0\ufeff\"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_DELIMITERS = re.compile(r"[\",;|\t\r\n']")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def safe_cell(value: object) -> str:
    """Return a cell as it may leave: nothing in it can be taken for a formula.

    A number is written as a French spreadsheet reads it (-0,5) and stays a number, even given as text; a text that
    begins like a formula (`=`, `+`, `-`, `@`, tab, end of line), or does so after a sign where another tool may cut it,
    gets an apostrophe there, which every reader of the suite takes away. A missing value is an empty cell.
    """
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bool | np.bool_):
        return TRUE if value else FALSE
    if isinstance(value, Integral):
        return str(int(value))
    if isinstance(value, Real):
        return repr(float(value)).replace(".", ",")
    text = str(value)
    if _NUMBER.fullmatch(text):
        return text
    text = _FORMULA_INSIDE.sub(r"\1'", text)
    return f"'{text}" if FORMULA.match(text) else text


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


def table_csv(table: pd.DataFrame, *, index: bool = True) -> bytes:
    """Return any table that leaves the program as a safe CSV, with its index (named or not) as first columns."""
    flat = table.reset_index() if index else table
    columns = [flat.iloc[:, position].tolist() for position in range(flat.shape[1])]
    return csv_bytes(list(flat.columns), zip(*columns, strict=True))


def answers_csv(answers: Answers) -> bytes:
    """Return the answers as the suite's own CSV of many, version 1, which `read_answers` reads back as it was."""
    names = list(answers.table.columns)
    columns = [answers.table[name].tolist() for name in names]
    start = (VERSION, answers.questionnaire.id)
    rows = zip(answers.table.index.tolist(), *columns, strict=True)
    return csv_bytes([*HEAD, *names], ([*start, *row] for row in rows))


def corrections_csv(report: ReadReport) -> dict[str, bytes]:
    """Return, for each file with refused lines, those lines to be corrected and read again with the same mapping.

    Columns: those that are read, under their own names; then `fichier`, `ligne`, `raison`, which reading ignores.
    Nothing else of the line leaves: no name, no address, no date. In a file of the suite, `version` and
    `questionnaire` come first. Lines kept are not there: reading both files counts every family once.
    """
    found: dict[str, bytes] = {}
    for file in dict.fromkeys(line.file for line in report.refused_lines):
        lines = [line for line in report.refused_lines if line.file == file]
        names = list(dict.fromkeys(name for line in lines for name in line.cells))
        own = report.format == "suite"
        start = [*HEAD] if own else []
        rows = [
            [
                *([VERSION, report.answers.questionnaire.id, ""] if own else []),
                *(line.cells.get(name, "") for name in names),
                line.file,
                line.line,
                line.reason,
            ]
            for line in lines
        ]
        found[file] = csv_bytes([*start, *names, "fichier", "ligne", "raison"], rows)
    return found


def problems_csv(report: ReadReport) -> bytes:
    """Return everything that was refused or is worth checking, one line each: file, line, column, reason."""
    return table_csv(report.table(), index=False)


__all__ = ["answers_csv", "corrections_csv", "csv_bytes", "problems_csv", "safe_cell", "table_csv"]
