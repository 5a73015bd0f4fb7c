"""`liaison session grade` : une note ou une raison pour chaque copie, dans le carnet de notes de nbgrader."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from app.cli.output import Steps, print_json, print_table, say, whole_folder
from app.cli.session_texts import say_taken
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.tables import csv_bytes
from liaison.training.exercise.definition import Exercise
from liaison.training.marks.copies import Copy, students_in
from liaison.training.marks.filled_table import Taken, take_filled
from liaison.training.marks.gradebook import SUBMITTED, grade_course
from liaison.training.marks.of_session import asked_exercises
from liaison.training.marks.results import SessionMarks, results
from liaison.training.marks.texts_file import TEXTS, texts_csv
from liaison.training.marks.texts_to_read import texts_to_read
from liaison.training.session.sole_use import course_at_work

phrase = french_beside(__file__)


MARKS = "notes"
BATCH = 50  # copies between two steps of the bar
Graded = Sequence[tuple[Exercise, list[Copy]]]


def run(module: str | None, course: Path, out: Path | None, json: bool) -> int:
    """Mark every copy of `module` (None: of every module of the session), write the tables in `out`, print them.

    Returns 1 when a copy has no mark.
    """
    exercises = asked_exercises(module, course)
    with course_at_work(course), whole_folder(out) if out else nullcontext() as folder:
        graded = [(exercise, _graded(course, exercise)) for exercise in exercises]
        tables: dict[str, bytes] = {}
        before: dict[Path, Taken] = {}
        if out and folder:
            names = [_named(TEXTS, exercise, alone=module is not None) for exercise in exercises]
            before = {out / name: take_filled(out / name, module, course) for name in names}
            tables = _tables(course, graded, alone=module is not None)
            for name, content in tables.items():
                (folder / name).write_bytes(content)
    if json:
        answers = [
            {"exercice": exercise.id, "copies": [_answer(copy) for copy in copies]} for exercise, copies in graded
        ]
        print_json(answers[0] if module is not None else {"modules": answers})
    else:
        held = results(course, exercises)  # what a person gave to texts is in the gradebook, not in the copies
        for exercise, copies in graded:
            _print(exercise, copies, held)
        for table, taken in before.items():
            say_taken(taken, table, course)
        if out:
            say(phrase("tableaux", out=out, names=", ".join(tables)))
    return int(any(copy.result is None for _, copies in graded for copy in copies))


def _graded(course: Path, exercise: Exercise) -> list[Copy]:
    expected = len(students_in(course / SUBMITTED))
    copies: list[Copy] = []
    with Steps(1 + expected // BATCH) as steps:
        steps.step(phrase("etape-lecture", title=exercise.title))
        for copy in grade_course(course, exercise):
            copies.append(copy)
            if not len(copies) % BATCH:
                steps.step(phrase("etape-notees", count=len(copies)))
    return copies


def _tables(course: Path, graded: Graded, *, alone: bool) -> dict[str, bytes]:
    """Return the tables of each exercise; those of several bear its name."""
    tables = {}
    for exercise, copies in graded:
        tables[_named(MARKS, exercise, alone=alone)] = csv_bytes(
            *_mark_table(exercise, copies), kind="notes-d-un-exercice"
        )
        tables[_named(TEXTS, exercise, alone=alone)] = texts_csv(texts_to_read(course, [exercise]).texts)
    return tables


def _named(stem: str, exercise: Exercise, *, alone: bool) -> str:
    return f"{stem}.csv" if alone else f"{stem}_{exercise.id}.csv"


def _answer(copy: Copy) -> dict[str, Any]:
    result = copy.result
    return {
        "code": copy.shown,
        "points": result.points if result else None,
        "sur": result.max_points if result else None,
        "a_lire": [name for name, _ in copy.texts],
        "tentatives": copy.attempts,
        "refus": copy.refused,
        "remarques": list(copy.remarks),
    }


def _mark_table(exercise: Exercise, copies: Sequence[Copy]) -> tuple[list[str], list[list[object]]]:
    names = [question.id for question in exercise.questions]
    rows: list[list[object]] = []
    for copy in copies:
        result = copy.result
        each = [result.questions[name].points for name in names] if result else [None] * len(names)
        whole = [result.points, result.max_points] if result else [None, None]
        rows.append([copy.shown, *each, *whole, copy.attempts, " ".join(_remarks(copy))])
    return ["code", *names, "points", "sur", "tentatives", "remarques"], rows


def _remarks(copy: Copy) -> list[str]:
    return [*([copy.refused] if copy.refused else []), *copy.remarks]


def _print(exercise: Exercise, copies: Sequence[Copy], held: SessionMarks) -> None:
    totals = {copy.student: held.totals[copy.student][exercise.id] for copy in copies if copy.result}
    rows = []
    for copy in copies:
        total = totals.get(copy.student)
        mark = f"{number(total.points)} / {number(exercise.points)}" if total else phrase("pas-de-note")
        rows.append((copy.shown, mark, total.waiting if total else "", copy.attempts, " ".join(_remarks(copy))))
    if not rows:
        say(phrase("aucune-copie", exercise=exercise.id, folder=SUBMITTED))
        return
    print_table(
        [phrase(f"colonne-{column}") for column in ("code", "note", "a-lire", "tentatives", "a-savoir")],
        rows,
        exercise.title,
    )
    to_read = sum(total.waiting for total in totals.values())
    say(phrase("copies-notees", marked=len(totals), count=len(copies), to_read=to_read))
