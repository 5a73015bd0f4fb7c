"""Ce qui sort du diagnostic en CSV : les réponses, les lignes à corriger, ce qui a été refusé ou mérite un regard."""

from __future__ import annotations

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.formats.suite import HEAD, VERSION
from liaison.diagnostic.reports import ReadReport
from liaison.safe_csv import csv_bytes, table_csv


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


__all__ = ["answers_csv", "corrections_csv", "problems_csv"]
