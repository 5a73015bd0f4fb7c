"""Les textes qu'une personne lit : ce que chacun a écrit, question par question, et la note qu'elle lui donne.

Marks are rows of nbgrader's gradebook, the very ones that formgrader reads and writes: nothing is kept elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from liaison.base.faults import FrenchError
from liaison.base.numbers import number, read_number
from liaison.base.sentences import french_beside
from liaison.questions.common import Text
from liaison.training.exercise.definition import Exercise
from liaison.training.marks.copies import written_texts
from liaison.training.marks.given_to import given_to
from liaison.training.marks.gradebook import DATABASE, NOTEBOOK_ID, SUBMITTED, gradebook_of, opened
from liaison.training.marks.nbgrader_alone import nbgrader_alone
from liaison.training.marks.replaced_marks import give_way
from liaison.training.marks.trainer_marks import Marks, TrainerMark, trainer_marks
from liaison.training.session.sole_use import course_at_work

phrase = french_beside(__file__)


with nbgrader_alone():
    from nbgrader.api import MissingEntry

LONGEST_COMMENT = 4000  # signes : deux pages


class MarkError(FrenchError):
    """A mark that cannot be taken or written, and what to do; nothing of what came with it is written."""


@dataclass(frozen=True)
class TextToRead:
    """What one person wrote to one question, and what was given to it so far."""

    exercise: Exercise
    question: Text
    person: str
    text: str  # never blank: a copy without text waits for nobody, whatever was given to one before it
    given: TrainerMark

    @property
    def waits(self) -> bool:
        """Whether nobody has marked it: what was given to another text of the same person does not count."""
        return self.given.points is None or self.again

    @property
    def again(self) -> bool:
        """Whether it came after what was given: its mark and its comment are those of another text."""
        return bool(self.given.points is not None or self.given.comment) and not self.given.was_given_to(self.text)


class NewerMarkError(MarkError):
    """A mark that is not written over: `held` was put there after what was shown of it."""

    def __init__(self, written: TextToRead, held: TrainerMark) -> None:
        self.held = held
        super().__init__(phrase("rien-de-remplace", newer=newer_mark(written, held)))


def newer_mark(written: TextToRead, held: TrainerMark) -> str:
    """Return what the gradebook holds of an answer, and that it came after what was shown."""
    points = (
        phrase("sans-points")
        if held.points is None
        else phrase("points-sur", points=number(held.points), out_of=number(written.question.points))
    )
    about = {"person": written.person, "question": written.question.title, "points": points}
    if held.comment:
        return phrase("note-et-commentaire-changes", **about, comment=held.comment)
    return phrase("note-changee", **about)


@dataclass(frozen=True)
class Readings:
    """Every text of a session, question by question; `unmarked`: whose copies of which modules have no mark yet.

    `marks`: what was given by hand, by exercise, to whoever the gradebook knows, whether a text is there or not.
    """

    texts: tuple[TextToRead, ...]
    unmarked: tuple[tuple[str, str], ...] = ()
    marks: Mapping[str, Marks] = field(default_factory=dict)

    @property
    def waiting(self) -> int:
        """How many texts nobody has marked."""
        return sum(text.waits for text in self.texts)


@dataclass(frozen=True)
class NewMark:
    """What is given to a text: points (None: none yet) and a comment ("" for none)."""

    of: TextToRead
    points: float | None
    comment: str = ""

    @property
    def changes(self) -> bool:
        """Whether it says something else than the gradebook; of a text that came since, the same points say more."""
        if self.of.again:
            return self.points is not None or self.comment != self.of.given.comment
        return self.differs(self.of.given)

    def differs(self, given: TrainerMark) -> bool:
        """Whether it says something else than this mark."""
        return (self.points, self.comment) != (given.points, given.comment)


def texts_to_read(root: Path, exercises: Sequence[Exercise]) -> Readings:
    """Return the texts of a course folder; question by question, so that all its answers are read with one eye.

    Raises:
        CourseError: no copies, no gradebook, or it cannot be read.
    """
    gradebook_of(root)
    every: list[TextToRead] = []
    unmarked: list[tuple[str, str]] = []
    marks: dict[str, Marks] = {}
    for exercise in exercises:
        given = marks[exercise.id] = trainer_marks(root, exercise.id)
        copies = dict(written_texts(root / SUBMITTED, exercise))
        unmarked += [(person, exercise.id) for person, texts in copies.items() if texts and person not in given]
        every += [
            TextToRead(exercise, question, person, texts[question.id], given[person][question.id])
            for question in exercise.questions
            if isinstance(question, Text)
            for person, texts in copies.items()
            if question.id in given.get(person, {}) and question.id in texts
        ]
    return Readings(tuple(every), tuple(unmarked), marks)


def points_of(written: str, question: Text) -> float | None:
    """Return the points that a person typed, « 2,5 » for instance; None for nothing.

    Raises:
        MarkError: not a number, or outside the scale of the question.
    """
    if not written.strip():
        return None
    written_number = read_number(written)
    points = math.nan if written_number is None else float(written_number)
    if not 0 <= points <= question.points:
        shown = written.strip()[:20]
        raise MarkError(phrase("pas-un-nombre", text=shown, most=number(question.points)))
    if round(points, 2) != points:
        shown, scale = written.strip()[:20], number(question.points)
        raise MarkError(phrase("trop-de-decimales", text=shown, most=scale))
    return points


def with_points(mark: NewMark) -> NewMark:
    """Return the mark, which has points where those that stand there were given to another text.

    Raises:
        MarkError: it has none.
    """
    if mark.of.again and mark.changes and mark.points is None:
        raise MarkError(phrase("points-a-redonner", person=mark.of.person))
    return mark


def write_marks(root: Path, marks: Sequence[NewMark]) -> int:
    """Write what is given to texts in the gradebook, all or nothing, and return how many of them it changes.

    Raises:
        NewerMarkError: the gradebook holds something else than what was shown, and than what is given.
        MarkError: a comment too long or without points (see `with_points`), or a copy that the gradebook does not know.
        CourseError: the gradebook cannot be read or written in.
        BusySessionError, ErasedSessionError: see `course_at_work`.
    """
    changed = [mark for mark in marks if mark.changes]
    for mark in changed:
        if len(mark.comment) > LONGEST_COMMENT:
            raise MarkError(phrase("commentaire-trop-long", n=len(mark.comment), most=LONGEST_COMMENT))
        with_points(mark)
    if not changed:
        return 0
    written = 0
    with course_at_work(root), opened(root / DATABASE) as gradebook:
        gradebook.db.execute(text("BEGIN IMMEDIATE"))  # no other window writes between the look and the mark
        for mark in changed:
            where = (mark.of.question.id, NOTEBOOK_ID, mark.of.exercise.id, mark.of.person)
            try:
                grade, comment = gradebook.find_grade(*where), gradebook.find_comment(*where)
            except MissingEntry as error:
                raise MarkError(phrase("copie-inconnue", person=mark.of.person)) from error
            held = TrainerMark(grade.manual_score, grade.extra_credit or 0.0, (comment.manual_comment or "").strip())
            if not mark.differs(held) and not mark.of.again:
                continue
            if (held.points, held.comment) != (mark.of.given.points, mark.of.given.comment):
                raise NewerMarkError(mark.of, held)
            written += 1
            give_way(gradebook.db, grade, held.points, held.comment)
            grade.manual_score, grade.needs_manual_grade = mark.points, mark.points is None
            comment.manual_comment = mark.comment or None
            given_to(gradebook.db, grade, mark.of.text)
        gradebook.db.commit()
    return written


__all__ = [
    "MarkError",
    "NewMark",
    "NewerMarkError",
    "Readings",
    "TextToRead",
    "newer_mark",
    "points_of",
    "texts_to_read",
    "with_points",
    "write_marks",
]
