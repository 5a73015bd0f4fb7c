"""Les notes dans le carnet de notes de nbgrader, par son interface : sans exécuter une ligne de ce qui est remis."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from shutil import which

from sqlalchemy import URL, select
from sqlalchemy.exc import SQLAlchemyError

from liaison.base.faults import disk_is_full, held_elsewhere, is_read_only, nothing_more_is_written, why
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.base.typography import typeset
from liaison.training.exercise.answers import ExerciseAnswers
from liaison.training.exercise.definition import Exercise
from liaison.training.marks.copies import COURSE_ID, Copy, CourseError, read_copies
from liaison.training.marks.formgrader_pages import write_page
from liaison.training.marks.given_to import GradebookAnswer, answers_come
from liaison.training.marks.nbgrader_alone import nbgrader_alone
from liaison.training.marks.saved_once import saved_once
from liaison.training.session.definition import DATABASE
from liaison.training.session.folder_signs import unreadable_signs
from liaison.training.session.own_programs import own_programs
from liaison.training.session.sole_use import is_erased

phrase = french_beside(__file__)


with nbgrader_alone():
    from nbgrader.api import (
        Grade,
        Gradebook,
        InvalidEntry,
        MissingEntry,
        SubmittedNotebook,
    )

NOTEBOOK_ID = "exercice"
SUBMITTED, FEEDBACK = "submitted", "feedback"
TOGETHER = 50  # copies saved at once


def grade_course(root: Path, exercise: Exercise) -> Iterator[Copy]:
    """Mark every copy of an exercise in a course folder, write the marks as nbgrader does, and yield each copy.

    A copy that cannot be read, or whose marks cannot be written, says why and never stops the others. Marks given by
    a trainer stay; when the answer is no longer the one they were given to, it is to be looked at again.

    Raises:
        CourseError: no gradebook, no such exercise in it, or another version of it; or it takes no mark at all.
    """
    path = root / DATABASE
    if not is_gradebook(path):
        raise CourseError(phrase("carnet-absent", path=path, todo=_generate(root, exercise)))
    copies = read_copies(root / SUBMITTED, exercise)
    with opened(path) as gradebook:
        cells = _cells(root, gradebook, exercise)
        while batch := list(islice(copies, TOGETHER)):
            for copy in _written_together(gradebook, exercise, cells, batch):
                yield copy if copy.result is None else _with_page(root, exercise, copy)


def _with_page(root: Path, exercise: Exercise, copy: Copy) -> Copy:
    """Write what formgrader shows of a copy; its mark stands without it."""
    try:
        write_page(root, exercise, copy)
    except OSError as error:
        remark = typeset(phrase("page-pas-ecrite", reason=why(error)))
        return replace(copy, remarks=(*copy.remarks, remark))
    return copy


def gradebook_of(root: Path) -> Path:
    """Return the gradebook of a course folder in which copies were marked.

    Raises:
        CourseError: there is none yet; or there is none any more, of a session whose names are erased.
    """
    path = root / DATABASE
    if not is_gradebook(path):
        if is_erased(root):
            raise CourseError(phrase("carnet-perdu", path=path))
        raise CourseError(phrase("noter-d-abord", path=path))
    return path


def is_gradebook(path: Path) -> bool:
    """Whether a gradebook is there: an empty file, as a full disk leaves one, is none; nbgrader would fill it anew."""
    return path.is_file() and path.stat().st_size > 0


@contextmanager
def opened(path: Path) -> Iterator[Gradebook]:
    """Give the gradebook of a file, and close it.

    Raises:
        CourseError: it is not one, it is damaged, another program holds it, or it takes no more, then or later.
    """
    with _in_french_only():
        try:
            with own_programs():  # an empty file: nbgrader then calls alembic
                # An address would be cut at the « ? » of a folder, and its « % » read as something else.
                gradebook = Gradebook(URL.create("sqlite", database=str(path)), COURSE_ID)
        except (SQLAlchemyError, OSError) as error:
            raise CourseError(_refused(path, error)) from error
        with gradebook:
            try:
                yield gradebook
            except SQLAlchemyError as error:
                raise CourseError(_refused(path, error)) from error


@contextmanager
def _in_french_only() -> Iterator[None]:
    """Keep nbgrader's traces off the terminal: what it says of a database, it raises too."""
    log = logging.getLogger("tornado.application")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


def _refused(path: Path, error: Exception) -> str:
    if disk_is_full(error):
        return phrase("disque-plein", path=path)
    if is_read_only(error):
        return phrase("carnet-en-lecture-seule", path=path)
    if held_elsewhere(error):
        return phrase("carnet-tenu", path=path)
    if not os.access(path, os.R_OK):
        return phrase("carnet-ferme", path=path)
    return phrase("pas-un-carnet", path=path)


def _generate(root: Path, exercise: Exercise) -> str:
    if signs := unreadable_signs(root):
        return phrase("renommer-d-abord", folder=root.resolve(), signs=signs)
    # Without --force, nbgrader passes over an exercise that it handed out before its gradebook was lost.
    nbgrader = "nbgrader" if which("nbgrader") else typed(Path(sys.executable).with_name("nbgrader"))
    first = phrase("garder-d-abord", course=root) if (root / FEEDBACK).is_dir() else ""
    return " ".join([*([first] if first else []), phrase("lancer-d-abord", exercise=exercise.id, nbgrader=nbgrader)])


def _cells(root: Path, gradebook: Gradebook, exercise: Exercise) -> dict[str, tuple[str, bool]]:
    """Return, by the gradebook's own key of each marked cell, its question and whether it is a task.

    Raises:
        CourseError: what differs, and what to do.
    """
    try:
        notebook = gradebook.find_notebook(NOTEBOOK_ID, exercise.id)
        cells = {cell.name: cell for cell in (*notebook.grade_cells, *notebook.task_cells)}
    except MissingEntry as error:
        raise CourseError(phrase("exercice-inconnu", exercise=exercise.id, todo=_generate(root, exercise))) from error
    expected = {question.id: question.points for question in exercise.questions}
    if {name: cell.max_score for name, cell in cells.items()} != expected:
        differing = sorted(
            name for name in {*cells, *expected} if name not in cells or cells[name].max_score != expected.get(name)
        )
        raise CourseError(
            phrase("questions-differentes", questions=", ".join(differing), todo=_generate(root, exercise))
        )
    tasks = {cell.name for cell in notebook.task_cells}
    return {cell.id: (name, name in tasks) for name, cell in cells.items()}


def _written_together(
    gradebook: Gradebook, exercise: Exercise, cells: dict[str, tuple[str, bool]], copies: list[Copy]
) -> list[Copy]:
    """Write a batch at once; when one of them cannot be, each by itself, so that it stops none of the others."""
    try:
        with saved_once(gradebook):
            for copy in copies:
                if copy.result is not None:
                    _write(gradebook, exercise, cells, copy)
    except (SQLAlchemyError, InvalidEntry, ValueError) as error:
        _forget(gradebook)
        if nothing_more_is_written(error):
            raise CourseError(_refused(Path(gradebook.engine.url.database), error)) from error
        return [_written(gradebook, exercise, cells, copy) for copy in copies]
    return copies


def _forget(gradebook: Gradebook) -> None:
    """Undo what is not saved, with its objects: one left by an undone batch would come back with the next copy."""
    gradebook.db.remove()


def _written(gradebook: Gradebook, exercise: Exercise, cells: dict[str, tuple[str, bool]], copy: Copy) -> Copy:
    """Write one copy; tried again once, since whoever else has the gradebook open lets go of it soon."""
    if copy.result is None:
        return copy
    fault: Exception | None = None
    for _ in range(2):
        try:
            _write(gradebook, exercise, cells, copy)
        except (SQLAlchemyError, InvalidEntry, ValueError) as error:
            _forget(gradebook)
            fault = error
        else:
            return copy
    if fault is not None and held_elsewhere(fault):
        reason = phrase("note-pas-ecrite-carnet-tenu")
    else:
        reason = phrase("note-pas-ecrite", kind=type(fault).__name__, error=" ".join(str(fault).split())[:120])
    return Copy(copy.student, None, refused=typeset(reason), remarks=copy.remarks)


def _write(gradebook: Gradebook, exercise: Exercise, cells: dict[str, tuple[str, bool]], copy: Copy) -> None:
    """Write the marks of one copy as nbgrader's own autograder does."""
    gradebook.update_or_create_student(copy.student)
    when = {} if copy.handed_in is None else {"timestamp": copy.handed_in}
    with gradebook.db.no_autoflush:  # otherwise SQLAlchemy warns of what nbgrader does, a dozen lines a copy
        submission = gradebook.update_or_create_submission(exercise.id, copy.student, **when)
    assert copy.result is not None
    assert copy.answers is not None
    coming = []
    grades = gradebook.db.scalars(
        select(Grade).join(SubmittedNotebook).where(SubmittedNotebook.assignment_id == submission.id)
    ).all()
    for grade in grades:
        question, task = cells[grade.cell_id]
        if not task:
            grade.auto_score = copy.result.questions[question].points
        coming.append(beside(grade, copy.answers, question, text=task))
    answers_come(gradebook.db, coming)
    gradebook.db.commit()


def beside(grade: Grade, answers: ExerciseAnswers, question: str, *, text: bool) -> GradebookAnswer:
    """Return what a person answered, to come beside its mark; a text that was not written waits for nobody."""
    if text:
        return GradebookAnswer(grade, written := answers.written(question), waits=bool(written))
    return GradebookAnswer(grade, answers.last(question), waits=grade.auto_score is None)


__all__ = [
    "COURSE_ID",
    "DATABASE",
    "FEEDBACK",
    "NOTEBOOK_ID",
    "SUBMITTED",
    "beside",
    "grade_course",
    "gradebook_of",
    "is_gradebook",
    "opened",
]
