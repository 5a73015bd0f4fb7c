"""A small nbgrader course with the real exercise: `from training.a_course import …`.

Its notebook holds one cell per question, as `exercice.ipynb` does, and no screen part: what is tried is the marking.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from liaison.messaging.policy_question import PolicyQuestion
from liaison.training.exercise.definition import Exercise, exercise
from liaison.training.exercise.scoring import solution
from liaison.training.marks.gradebook import COURSE_ID

ROOT = Path(__file__).parents[2]
COURSE: Exercise = exercise("01_messagerie_ent")


def _cell(cell: nbformat.NotebookNode, grade_id: str, **settings: Any) -> nbformat.NotebookNode:
    given = {"grade": False, "locked": False, "solution": False, "task": False} | settings
    cell.metadata["nbgrader"] = {"schema_version": 3, "cell_type": cell.cell_type, "grade_id": grade_id, **given}
    return cell


def notebook(course: Exercise = COURSE) -> nbformat.NotebookNode:
    """Return an nbgrader source of the exercise."""
    start = "from liaison.training.marks.autograded import points, text_of"
    cells = [_cell(new_code_cell(start), "depart", locked=True)]
    for question in course.questions:
        name = f'("{course.id}", "{question.id}")'
        if question.by_hand:
            cells.append(_cell(new_code_cell(f"text_of{name}"), f"{question.id}_lu", locked=True))
            task = new_markdown_cell(question.text)
            cells.append(_cell(task, question.id, task=True, locked=True, points=question.points))
        else:
            marked = new_code_cell(f"points{name}")
            cells.append(_cell(marked, question.id, grade=True, locked=True, points=question.points))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def course_in(folder: Path, *, real: bool = False, course: Exercise = COURSE) -> None:
    """Write the real configuration and the exercise, as a course that nbgrader can generate.

    `real`: the exercise that the module ships, with its screen parts, rather than the small one.
    """
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    module = folder / "notebooks" / course.id
    module.mkdir(parents=True)
    if real:
        for name in ("exercice.ipynb", "exercice.yaml", "scenario.yaml"):
            shutil.copy(ROOT / "notebooks" / course.id / name, module)
    else:
        nbformat.write(notebook(course), module / "exercice.ipynb")


def gradebook_of(folder: Path) -> Gradebook:
    """Return the gradebook of a course, to be closed by `with`."""
    return Gradebook(f"sqlite:///{folder / 'gradebook.db'}", COURSE_ID)


def bare_course(folder: Path, *exercises: Exercise) -> None:
    """Write a course whose gradebook and release are those that nbgrader makes, by its interface: in an instant."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    (folder / "gradebook.db").write_bytes(_new_gradebook())
    with gradebook_of(folder) as gradebook:
        for course in exercises or (COURSE,):
            released(folder, course)
            gradebook.add_assignment(course.id)
            gradebook.add_notebook("exercice", course.id)
            for question in course.questions:
                where = (question.id, "exercice", course.id)
                if question.by_hand:
                    gradebook.add_task_cell(*where, max_score=question.points, cell_type="markdown")
                else:
                    gradebook.add_grade_cell(*where, max_score=question.points, cell_type="code")
    (folder / "submitted").mkdir()


def released(folder: Path, course: Exercise = COURSE) -> None:
    """Write what learners receive: their copies begin as this."""
    release = folder / "release" / course.id
    release.mkdir(parents=True)
    nbformat.write(notebook(course), release / "exercice.ipynb")


@cache
def _new_gradebook() -> bytes:
    """Make a gradebook of nobody, once for all: nbgrader has another program, alembic, say its version in it."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)  # it is called by its bare name
        gradebook_of(Path(folder)).close()
        return Path(folder, "gradebook.db").read_bytes()


def mark_by_hand(folder: Path, course: Exercise, student: str, question: str, points: float, comment: str = "") -> None:
    """Give points and write a comment, as the trainer does in formgrader."""
    with gradebook_of(folder) as gradebook:
        grade = gradebook.find_grade(question, "exercice", course.id, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        if comment:
            gradebook.find_comment(question, "exercice", course.id, student).manual_comment = comment
        gradebook.db.commit()


def nbgrader(folder: Path, *arguments: str, fails: bool = False) -> str:
    """Run one of nbgrader's own commands in the course and return what it said."""
    return nbgrader_each(folder, arguments, fails=fails)


# Its commands one after the other, as a terminal would: its libraries are opened once.
_EACH = """
import json, sys
from nbgrader.apps import NbGraderApp

failed = 0
for words in json.loads(sys.argv[1]):
    NbGraderApp.clear_instance()
    try:
        NbGraderApp.launch_instance(words)
    except SystemExit as end:
        failed = failed or end.code
sys.exit(failed)
"""


def nbgrader_each(folder: Path, *commands: Sequence[str], fails: bool = False) -> str:
    """Run several of nbgrader's own commands in the course, in one process, and return what they said."""
    here = folder / "jupyter"
    places = dict.fromkeys(("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"), str(here))
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    said = subprocess.run(
        [sys.executable, "-c", _EACH, json.dumps(commands)],
        cwd=folder,
        env={**os.environ, **places, "PATH": path},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert fails or said.returncode == 0, said.stderr
    return said.stderr


def hand_in(folder: Path, student: str, answers: object | bytes | None, course: Exercise = COURSE) -> Path:
    """Put a copy of the release where collected copies are, with these answers, and return its folder."""
    copy = folder / "submitted" / student / course.id
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(folder / "release" / course.id, copy)
    if answers is not None:
        content = answers if isinstance(answers, bytes) else json.dumps(answers).encode()
        (copy / "reponses.json").write_bytes(content)
    return copy


def answered(values: dict[str, Any], course: Exercise = COURSE, **changes: Any) -> dict[str, Any]:
    """Return an answers file that holds these answers, each given once."""
    entries = {name: {"attempts": 1, "first": value, "last": value} for name, value in values.items()}
    return {"version": 1, "exercise": course.id, "edition": course.edition, "answers": entries, **changes}


def of_their_own(number: int) -> dict[str, Any]:
    """Return a whole solution whose settings no other number has: each is simulated when it is marked."""
    drawn = random.Random(number)
    values: dict[str, Any] = {question.id: solution(question) for question in COURSE.questions}
    for question in COURSE.questions:
        if isinstance(question, PolicyQuestion):
            rhythms = {
                name: {**kept, "rhythm": drawn.choice(("immediat", "quotidien", "hebdomadaire"))}
                for name, kept in values[question.id]["purposes"].items()
            }
            values[question.id] = {**values[question.id], "purposes": rhythms}
    return answered(values)
