"""Ce qu'une salle a atteint dans un exercice, compté sur les copies remises : des nombres, aucun code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from liaison.training.board.one_reading import reading_of
from liaison.training.board.tables import BetTable, FaultCount, Reading, board_table
from liaison.training.exercise.definition import Exercise
from liaison.training.marks.copies import Copy, read_copies
from liaison.training.marks.feedback import MarkedQuestion, outcomes
from liaison.training.marks.gradebook import SUBMITTED
from liaison.training.marks.trainer_marks import Marks, trainer_marks

FEWEST_RULE = "formation/petit_groupe"


@dataclass(frozen=True)
class QuestionFigures:
    """What one question received from those who answered it."""

    title: str
    by_hand: bool
    answered: int
    right: int
    partly: int
    right_at_first: int
    tried_again: int
    faults: tuple[FaultCount, ...]

    @property
    def missed(self) -> int:
        """How many answers earn less than everything."""
        return self.answered - self.right


@dataclass(frozen=True)
class CompetenceFigures:
    """The points earned in the questions that train a competence, out of those that were marked."""

    id: str
    earned: float
    out_of: float


@dataclass(frozen=True)
class ClassFigures:
    """A room and one exercise; under `fewest` copies nothing more than their number is told.

    A question that fewer than `fewest` people answered has only its title and that number.
    """

    exercise: Exercise
    expected: int
    copies: int
    refused: int
    fewest: int
    median_points: float | None = None
    waiting: int = 0
    questions: tuple[QuestionFigures, ...] = ()
    few_answers: tuple[tuple[str, int], ...] = ()
    competences: tuple[CompetenceFigures, ...] = ()
    bets: BetTable | None = None

    @property
    def large_enough(self) -> bool:
        """Whether the group is large enough for its figures to be told."""
        return self.copies >= self.fewest


def class_figures(root: Path, exercise: Exercise, fewest: int, expected: Sequence[str] = ()) -> ClassFigures:
    """Return the figures of an exercise from the copies of a course folder; `expected`: the codes of the session.

    Raises:
        CourseError: no copies there, or a gradebook that cannot be read.
    """
    copies = list(read_copies(root / SUBMITTED, exercise))
    readable = [copy for copy in copies if copy.result is not None and copy.answers is not None]
    people = len({*expected, *(copy.student for copy in copies)})
    start = ClassFigures(exercise, people, len(readable), len(copies) - len(readable), fewest)
    return _figures(start, readable, trainer_marks(root, exercise.id)) if start.large_enough else start


def _figures(start: ClassFigures, readable: Sequence[Copy], marks: Marks) -> ClassFigures:
    given = [outcomes(start.exercise, copy, marks.get(copy.student, {})) for copy in readable]
    table = board_table(start.exercise, [_reading(start.exercise, copy) for copy in readable])
    questions = [
        QuestionFigures(
            question.title,
            start.exercise.question(question.id).by_hand,
            question.answered,
            question.now.get("right", 0),
            question.now.get("partly", 0),
            question.first.get("right", 0),
            question.tried_again,
            question.faults,
        )
        for question in table.questions
    ]
    enough = start.fewest
    return ClassFigures(
        start.exercise,
        start.expected,
        start.copies,
        start.refused,
        enough,
        median(sum(answer.points or 0 for answer in each) for each in given),
        sum(answer.points is None and answer.answer is not None for each in given for answer in each),
        tuple(question for question in questions if question.answered >= enough),
        tuple((question.title, question.answered) for question in questions if question.answered < enough),
        _competences(given),
        _bets(table.bets, enough),
    )


def _reading(exercise: Exercise, copy: Copy) -> Reading:
    assert copy.answers is not None
    return reading_of(exercise, copy.answers, copy.student, handed_in=True)


def _bets(bets: BetTable | None, fewest: int) -> BetTable | None:
    # Two groups of their own, those who bet and those who bet again: each large enough, or nothing is told.
    return bets if bets is not None and bets.before >= fewest and bets.after >= fewest else None


def _competences(given: Iterable[Sequence[MarkedQuestion]]) -> tuple[CompetenceFigures, ...]:
    earned: dict[str, float] = {}
    out_of: dict[str, float] = {}
    for answer in (answer for each in given for answer in each if answer.points is not None):
        name = answer.question.competence
        earned[name] = earned.get(name, 0.0) + answer.points  # type: ignore[operator]
        out_of[name] = out_of.get(name, 0.0) + answer.question.points
    return tuple(CompetenceFigures(name, round(earned[name], 3), out_of[name]) for name in earned)


__all__ = ["ClassFigures", "CompetenceFigures", "QuestionFigures", "class_figures"]
