"""`liaison session grade` : une note ou une raison pour chaque copie, dans le carnet de notes de nbgrader."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from liaison.cli.output import Steps, print_json, print_table, say, whole_folder
from liaison.diagnostic.exporting import csv_bytes
from liaison.training.copies import Copy, students_in
from liaison.training.exercise import Exercise, exercise
from liaison.training.gradebook import SUBMITTED, grade_course

MARKS, TEXTS = "notes.csv", "textes_a_lire.csv"
BATCH = 50  # copies between two steps of the bar


def run(module: str, course: Path, out: Path | None, json: bool) -> int:
    """Mark every copy of `module` in `course`, write the tables in `out`, print them; 1 when a copy has no mark."""
    asked = exercise(module)
    with whole_folder(out) if out else nullcontext() as folder:
        copies = _graded(course, asked)
        if folder:
            (folder / MARKS).write_bytes(csv_bytes(*_mark_table(asked, copies)))
            (folder / TEXTS).write_bytes(csv_bytes(*_text_table(asked, copies)))
    if json:
        print_json({"exercice": asked.id, "copies": [_answer(copy) for copy in copies]})
    else:
        _print(asked, copies, out)
    return int(any(copy.result is None for copy in copies))


def _graded(course: Path, asked: Exercise) -> list[Copy]:
    expected = len(students_in(course / SUBMITTED))
    copies: list[Copy] = []
    with Steps(1 + expected // BATCH) as steps:
        steps.step("Lecture des copies")
        for copy in grade_course(course, asked):
            copies.append(copy)
            if not len(copies) % BATCH:
                steps.step(f"{len(copies)} copies notées")
    return copies


def _answer(copy: Copy) -> dict[str, Any]:
    result = copy.result
    return {
        "code": copy.shown,
        "points": result.points if result else None,
        "sur": result.max_points if result else None,
        "a_lire": list(result.to_mark) if result else [],
        "tentatives": copy.attempts,
        "refus": copy.refused,
        "remarques": list(copy.remarks),
    }


def _mark_table(asked: Exercise, copies: Sequence[Copy]) -> tuple[list[str], list[list[object]]]:
    names = [question.id for question in asked.questions]
    rows: list[list[object]] = []
    for copy in copies:
        result = copy.result
        each = [result.questions[name].points for name in names] if result else [None] * len(names)
        whole = [result.points, result.max_points] if result else [None, None]
        rows.append([copy.shown, *each, *whole, copy.attempts, " ".join(_said(copy))])
    return ["code", *names, "points", "sur", "tentatives", "remarques"], rows


def _text_table(asked: Exercise, copies: Sequence[Copy]) -> tuple[list[str], list[list[str]]]:
    titles = {question.id: question.title for question in asked.questions}
    lines = [[copy.shown, name, titles[name], text] for copy in copies for name, text in copy.texts]
    return ["code", "question", "titre", "texte"], lines


def _said(copy: Copy) -> list[str]:
    return [*([copy.refused] if copy.refused else []), *copy.remarks]


def _print(asked: Exercise, copies: Sequence[Copy], out: Path | None) -> None:
    rows = []
    for copy in copies:
        mark = f"{_number(copy.result.points)} / {_number(copy.result.max_points)}" if copy.result else "pas de note"
        waiting = len(copy.result.to_mark) if copy.result else ""
        rows.append((copy.shown, mark, waiting, copy.attempts, " ".join(_said(copy))))
    if not rows:
        say(f"Aucune copie de « {asked.id} » dans {SUBMITTED} : rien n'a été noté.")
        return
    print_table(["Code", "Note", "À lire", "Tentatives", "À savoir"], rows, asked.title)
    marked = sum(copy.result is not None for copy in copies)
    to_read = sum(len(copy.texts) for copy in copies)
    say(
        f"Copies notées : {marked} sur {len(copies)}. Textes à lire : {to_read}. "
        "Les notes sont dans le carnet de notes de nbgrader."
    )
    if out:
        say(f"Tableaux : « {out / MARKS} » et « {out / TEXTS} ».")


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
