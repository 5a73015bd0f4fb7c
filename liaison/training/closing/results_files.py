"""Les notes d'une séance, en fichiers : un tableau, et celui que Moodle ou M@gistère importe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.base.tables import csv_rows, decoded
from liaison.training.marks.of_session import asked_exercises
from liaison.training.marks.results import MoodleField, SessionMarks, moodle_csv, results, results_csv
from liaison.training.session.definition import SESSION_NAME, load_session
from liaison.training.session.tidy_lines import shared_addresses

phrase = french_beside(__file__)

TABLE, MOODLE = "resultats.csv", "moodle.csv"


class AddressesError(FrenchError):
    """The list of participants held no address, and what to do."""


class LostMarksError(FrenchError):
    """The gradebook has no mark of some copies, or of any, and the table of before has some: nothing was written."""


@dataclass(frozen=True)
class ResultsFiles:
    """The marks of a session and their files, by name; who has no line for Moodle, and who shares an address."""

    marks: SessionMarks
    files: Mapping[str, bytes]
    left_out: tuple[str, ...]
    shared: Mapping[str, list[str]]


def results_files(
    course: Path,
    module: str | None = None,
    field: MoodleField | None = None,
    known: Mapping[str, str] | None = None,
    *,
    partial: bool = False,
) -> ResultsFiles:
    """Return the files of the marks; with a `field`, that for Moodle too, by the identifiers `known` of people.

    `partial`: also the marks of whom a text waits to be read.
    """
    marks = results(course, asked_exercises(module, course))
    files = {TABLE: results_csv(marks)}
    left_out: list[str] = []
    shared = shared_addresses((known or {}).items()) if field else {}
    if field:
        alone = {code: name for code, name in known.items() if name.casefold() not in shared} if known else known
        files[MOODLE], left_out = moodle_csv(marks, field, alone, partial=partial)
    return ResultsFiles(marks, files, tuple(left_out), shared)


def check_no_mark_lost(marks: SessionMarks, folder: Path) -> None:
    """Check that a folder has no table of marks that would be written over without them, or those of some people.

    Of some people, only a table of the same columns is compared: another was asked for of other exercises.

    Raises:
        LostMarksError: it has one: the gradebook was lost, made again, or put back as it was before.
    """
    table = folder / TABLE
    if not table.is_file():
        return
    before, after = table.read_bytes(), results_csv(marks)
    if not marks.people and before != after:
        raise LostMarksError(phrase("notes-perdues", table=table))
    if codes := _without_their_marks(before, after):
        raise LostMarksError(phrase("notes-perdues-de", table=table, codes=", ".join(codes)))


def _without_their_marks(before: bytes, after: bytes) -> list[str]:
    """Return whose marks a table has, in columns where the one that would replace it has none of theirs."""
    try:
        header, *rows = csv_rows(decoded(before).text)
    except ValueError:  # nothing that the suite wrote: it is empty, or no CSV
        return []
    columns, *lines = csv_rows(decoded(after).text)
    written = {code: cells for code, *cells in filter(None, lines)}
    return [
        code
        for code, *cells in filter(None, rows if header == columns else [])
        if any(mark and not new for mark, new in zip_longest(cells, written.get(code, []), fillvalue=""))
    ]


def addresses_of(course: Path) -> dict[str, str]:
    """Return the addresses that the list of participants held, by code.

    Raises:
        AddressesError: it held none.
    """
    people = load_session(course).people() if (course / SESSION_NAME).is_file() else {}
    if addresses := {code: person.email for code, person in people.items() if person.email}:
        return addresses
    raise AddressesError(phrase("pas-d-adresse"))


__all__ = [
    "MOODLE",
    "TABLE",
    "AddressesError",
    "LostMarksError",
    "ResultsFiles",
    "addresses_of",
    "check_no_mark_lost",
    "results_files",
]
