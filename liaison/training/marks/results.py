"""Les résultats d'une séance, lus dans le carnet de notes : un tableau pour soi, un fichier que Moodle importe.

The rules of the second file are those of Moodle's own import (`grade/import/csv`): a comma between columns, a point in
numbers, « - » for no mark. One identifier that Moodle does not know cancels the whole import, so none is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.base.tables import CsvError, Shape, csv_bytes, csv_rows, safe_cell, sure_text
from liaison.training.exercise.definition import Exercise
from liaison.training.marks.given_to import answers_beside, is_blank
from liaison.training.marks.gradebook import gradebook_of, opened
from liaison.training.marks.trainer_marks import Grade, rows

phrase = french_beside(__file__)


MoodleField = Literal["username", "idnumber", "email"]
MOODLE_FIELDS: tuple[MoodleField, ...] = get_args(MoodleField)
NO_MARK = "-"
# No name that a spreadsheet could take for a formula is written in it, and « - » is to stay as it is.
MOODLE = Shape(",", mark=False, as_it_is=True)
LARGEST_TABLE = 1_000_000


class IdentifiersError(FrenchError):
    """A table of Moodle identifiers that cannot be used, and what to do."""


@dataclass(frozen=True)
class Total:
    """What one person has in one exercise: points, how many questions the trainer has still to mark."""

    points: float
    waiting: int


@dataclass(frozen=True)
class SessionMarks:
    """The marks of a session: by person, then by exercise; somebody who handed nothing in has none."""

    exercises: tuple[Exercise, ...]
    totals: Mapping[str, Mapping[str, Total]]

    @property
    def people(self) -> list[str]:
        """Everybody who has a mark, sorted."""
        return sorted(self.totals)

    @property
    def waiting(self) -> int:
        """How many copies the trainer has still something to mark in."""
        return sum(bool(total.waiting) for each in self.totals.values() for total in each.values())


def results(root: Path, exercises: Sequence[Exercise]) -> SessionMarks:
    """Return the marks of a course folder, from its gradebook: those of the machine and those given by hand.

    Raises:
        CourseError: no gradebook, or it cannot be read.
    """
    path = gradebook_of(root)
    totals: dict[str, dict[str, Total]] = {}
    columns = (Grade.id, Grade.score, Grade.needs_manual_grade, Grade.manual_score, Grade.auto_score)
    with opened(path) as gradebook:
        beside = answers_beside(gradebook.db)
        for exercise in exercises:
            for person, _, key, score, waits, given, marked in gradebook.db.execute(rows(exercise.id, Grade, columns)):
                if waits and given is not None:  # given to an answer that another has replaced: it does not count
                    score += (marked or 0.0) - given
                so_far = totals.setdefault(person, {}).get(exercise.id, Total(0.0, 0))
                total = Total(
                    round(so_far.points + score, 3), so_far.waiting + (bool(waits) and not is_blank(beside.get(key)))
                )
                totals[person][exercise.id] = total
    return SessionMarks(tuple(exercises), totals)


def results_csv(marks: SessionMarks) -> bytes:
    """Return everybody's marks as a table that a French spreadsheet opens: two columns an exercise."""
    columns = [phrase(key, exercise=each.id) for each in marks.exercises for key in ("titre-points", "titre-a-lire")]
    lines = []
    for person in marks.people:
        each = [marks.totals[person].get(total.id) for total in marks.exercises]
        lines.append(
            [person, *(cell for total in each for cell in ((total.points, total.waiting) if total else (None, None)))]
        )
    out_of = [phrase("sur"), *(cell for exercise in marks.exercises for cell in (exercise.points, None))]
    return csv_bytes(["code", *columns], [*lines, out_of], kind="resultats-d-une-seance")


def moodle_csv(
    marks: SessionMarks, field: MoodleField, identifiers: Mapping[str, str] | None = None, *, partial: bool = False
) -> tuple[bytes, list[str]]:
    """Return the file that Moodle's gradebook imports, and the codes left out of it.

    `identifiers` gives what Moodle knows of each code; without it the code itself is written. `partial`: also the marks
    of copies in which a text waits for the trainer; otherwise « - », which Moodle takes as no mark.
    """
    named, left_out = {}, []
    for person in marks.people:
        name = (identifiers.get(person, "") if identifiers is not None else person).strip()
        if name and safe_cell(name) == name:
            named[person] = name
        else:  # Moodle would not know it, and a spreadsheet could take it for a formula
            left_out.append(person)
    head: list[str] = [field]
    head += [phrase("titre-moodle", exercise=each.id, points=f"{each.points:g}") for each in marks.exercises]
    lines = [
        [name, *(_moodle_mark(marks.totals[person].get(exercise.id), partial) for exercise in marks.exercises)]
        for person, name in named.items()
    ]
    return csv_bytes(head, lines, MOODLE, kind="notes-pour-moodle"), left_out


def _moodle_mark(total: Total | None, partial: bool) -> str:
    if total is None or (total.waiting and not partial):
        return NO_MARK
    return f"{total.points:.3f}".rstrip("0").rstrip(".")


def read_identifiers(path: Path) -> dict[str, str]:
    """Return what Moodle knows of each code, from a table whose first two columns are the code and the identifier.

    Raises:
        IdentifiersError: it cannot be read, a code or an identifier stands twice.
    """
    try:
        with path.open("rb") as file:
            text = sure_text(file.read(LARGEST_TABLE))
        lines = [[cell.strip() for cell in row] for row in csv_rows(text)]
    except (OSError, UnicodeError) as error:
        raise IdentifiersError(phrase("pas-lisible", path=path)) from error
    except CsvError as error:
        raise IdentifiersError(phrase("ligne-fautive", file=path.name, line=error.row, reason=error.why)) from error
    pairs = [(number, row[0], row[1]) for number, row in enumerate(lines, 1) if number > 1 and len(row) > 1 and row[0]]
    for place, what in ((1, "code"), (2, "identifiant")):
        _each_once(path, what, ((number, pair) for number, *pair in pairs), place - 1)
    return {code: name for _, code, name in pairs}


def _each_once(path: Path, what: str, pairs: Iterable[tuple[int, list[str]]], place: int) -> None:
    seen: dict[str, int] = {}
    for number, pair in pairs:
        value = pair[place]
        if value and value in seen:
            raise IdentifiersError(
                phrase("deja-plus-haut", file=path.name, line=number, column=what, value=value, first=seen[value])
            )
        seen[value] = number


__all__ = [
    "MOODLE_FIELDS",
    "IdentifiersError",
    "MoodleField",
    "SessionMarks",
    "Total",
    "moodle_csv",
    "read_identifiers",
    "results",
    "results_csv",
]
