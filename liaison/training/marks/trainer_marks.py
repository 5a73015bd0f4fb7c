"""Ce que la personne qui anime a mis dans le carnet de notes : ses points, et ce qu'elle a écrit à chacun."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select

from liaison.training.marks.given_to import answers_beside, fingerprint, is_former
from liaison.training.marks.gradebook import DATABASE, NOTEBOOK_ID, is_gradebook, opened
from liaison.training.marks.nbgrader_alone import nbgrader_alone
from liaison.training.marks.replaced_marks import replaced_marks

with nbgrader_alone():
    from nbgrader.api import (
        Assignment,
        BaseCell,
        Comment,
        Grade,
        Notebook,
        SubmittedAssignment,
        SubmittedNotebook,
    )


@dataclass(frozen=True)
class TrainerMark:
    """What a trainer gave to one answer: points (None: not marked by hand), points on top, a comment ("" for none).

    `answer` is the fingerprint of the answer beside which it stands, "" when nobody kept it; `former`: it had been
    given to another one. `replaced`: the fingerprints of those that stood there before (see `mark_print`).
    """

    points: float | None = None
    extra: float = 0.0
    comment: str = ""
    answer: str = field(default="", compare=False)
    former: bool = field(default=False, compare=False)
    replaced: frozenset[str] = field(default=frozenset(), compare=False)

    def was_given_to(self, answer: object) -> bool:
        """Whether it was given to this answer, and not to one that came before it."""
        return not self.former and self.answer in ("", fingerprint(answer))

    def over(self, marked: float | None) -> float | None:
        """Return the points that count, as nbgrader counts them: `marked` are those of the machine."""
        points = marked if self.points is None else self.points
        return points + self.extra if points is not None else self.extra or None


Marks = dict[str, dict[str, TrainerMark]]  # by person, then by question


def trainer_marks(root: Path, module: str) -> Marks:
    """Return what was marked or written by hand in the gradebook of a course, for everybody whom it knows.

    Nothing when there is no gradebook.

    Raises:
        CourseError: the gradebook cannot be read.
    """
    if not is_gradebook(root / DATABASE):
        return {}
    marks: Marks = {}
    with opened(root / DATABASE) as gradebook:
        beside, replaced = answers_beside(gradebook.db), replaced_marks(gradebook.db)
        written = {
            (person, question): (comment or "").strip()
            for person, question, comment in gradebook.db.execute(rows(module, Comment, _WRITTEN))
        }
        for person, question, key, points, extra, waits in gradebook.db.execute(rows(module, Grade, _POINTS)):
            comment = written.get((person, question), "")
            answer, former = beside.get(key, ("", None))
            was_former = bool(waits) and is_former(former, points, comment)
            mark = TrainerMark(points, extra or 0.0, comment, answer, was_former, replaced.get(key, frozenset()))
            marks.setdefault(person, {})[question] = mark
    return marks


_POINTS = (Grade.id, Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade)
_WRITTEN = (Comment.manual_comment,)


def marked_hand_ins(root: Path, module: str) -> dict[str, dt.datetime | None]:
    """Return whose copies of a module are in the gradebook of a course, and the hour of the hand-in that was marked.

    In UTC and without a zone, as nbgrader keeps it. Nothing when there is no gradebook.

    Raises:
        CourseError: the gradebook cannot be read.
    """
    if not is_gradebook(root / DATABASE):
        return {}
    query = (
        select(SubmittedAssignment.student_id, SubmittedAssignment.timestamp)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.name == module)
    )
    with opened(root / DATABASE) as gradebook:
        return dict(gradebook.db.execute(query).all())


def rows(module: str, kind: Any, columns: tuple[Any, ...]) -> Any:
    """Return the query that gives a person, a question and these columns of `kind` (Grade or Comment), line by line."""
    # By columns and not by objects: a thousand copies of ten questions are read in one go.
    return (
        select(SubmittedAssignment.student_id, BaseCell.name, *columns)
        .select_from(kind)
        .join(SubmittedNotebook, SubmittedNotebook.id == kind.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(BaseCell, BaseCell.id == kind.cell_id)
        .where(Assignment.name == module, Notebook.name == NOTEBOOK_ID)
    )


__all__ = ["Grade", "Marks", "TrainerMark", "marked_hand_ins", "rows", "trainer_marks"]
