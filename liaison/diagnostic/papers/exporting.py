"""Ce qui sort du diagnostic en CSV : les réponses, les lignes à corriger, ce qui a été refusé ou mérite un regard."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from liaison.base.tables import csv_bytes, table_csv
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.papers.report import public_table
from liaison.diagnostic.reading.formats.corrections import COLUMNS
from liaison.diagnostic.reading.formats.suite import HEAD, VERSION
from liaison.diagnostic.reading.formats.suite import NAME as SUITE
from liaison.diagnostic.reading.reports import ReadReport, RefusedLine


def answers_csv(answers: Answers) -> bytes:
    """Return the answers as the suite's own CSV of many, version 1, which `read_answers` reads back as it was.

    What no form asked has no column.
    """
    names = [name for name in answers.table.columns if name not in answers.unasked]
    columns = [answers.table[name].tolist() for name in names]
    start = (VERSION, answers.questionnaire.id)
    rows = zip(answers.table.index.tolist(), *columns, strict=True)
    return csv_bytes([*HEAD, *names], ([*start, *row] for row in rows), kind=None)  # it says its questionnaire itself


def corrections_csv(report: ReadReport) -> dict[str, bytes]:
    """Return, for each file, its lines that are refused or read in part, to be corrected and read again alike.

    Columns: those that are read, under their own names; then `fichier` and `ligne`, by which a row takes the place of
    the line that it corrects, and `raison`. Nothing else of the line leaves: no name, no address, no date. In a file
    of the suite, `version` and `questionnaire` come first. Lines read whole are not there: reading both files counts
    every family once. A correction that is wrong again goes with the file that it corrects.
    """
    files: dict[str, bytes] = {}
    for file, lines in _to_correct(report).items():
        names = list(dict.fromkeys(name for line in lines for name in line.cells))
        own = report.format == SUITE
        start = [*HEAD] if own else []
        rows = [
            [
                *([VERSION, report.answers.questionnaire.id, ""] if own else []),
                *(line.cells.get(name, "") for name in names),
                *(line.origin or (line.file, line.line)),
                line.reason,
            ]
            for line in lines
        ]
        files[file] = csv_bytes([*start, *names, *COLUMNS], rows, kind="lignes-a-corriger")
    return files


def _to_correct(report: ReadReport) -> dict[str, list[RefusedLine]]:
    """Return the lines to correct, by file that they come from; by file they were read in, when columns differ."""
    lines_of: dict[str, list[RefusedLine]] = {}
    lines = sorted((*report.refused_lines, *report.lines_in_part), key=lambda each: each.line)
    for line in sorted(lines, key=lambda each: report.files.index(each.file)):
        file = line.origin.file if line.origin else line.file
        alike = file not in lines_of or lines_of[file][0].columns == line.columns
        lines_of.setdefault(file if alike else line.file, []).append(line)
    return lines_of


def free_name(name: str, taken: Callable[[str], bool]) -> str:
    """Return a name of file that is not taken: « a.csv », otherwise « a_2.csv », « a_3.csv »…"""
    stem, dot, ending = name.rpartition(".")
    names = (name if rank == 1 else f"{stem}_{rank}{dot}{ending}" for rank in count(1))
    return next(each for each in names if not taken(each))


def problems_csv(report: ReadReport) -> bytes:
    """Return everything that was refused or is worth checking, one line each: file, line, column, reason."""
    return table_csv(report.table(), kind="lignes-a-verifier", index=False)


def indicators_csv(diagnosis: AnswerIndicators) -> bytes:
    """Return the indicators as they may be published, a count that is hidden said to be so."""
    return table_csv(public_table(diagnosis), kind="indicateurs-d-un-diagnostic", index=False)


def response_csv(diagnosis: AnswerIndicators) -> bytes:
    """Return the response rates by level and way of answering."""
    return table_csv(diagnosis.response, kind="taux-de-reponse", index=False)


__all__ = ["answers_csv", "corrections_csv", "free_name", "indicators_csv", "problems_csv", "response_csv"]
