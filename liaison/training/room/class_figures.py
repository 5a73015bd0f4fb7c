"""Ce qu'une salle a atteint dans un exercice, compté sur les copies remises : des nombres, aucun code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from liaison.training.exercise.answers import Answers
from liaison.training.exercise.definition import BET, Exercise
from liaison.training.marks.copies import Copy, read_copies
from liaison.training.marks.feedback import Outcome as Given
from liaison.training.marks.feedback import outcomes
from liaison.training.marks.gradebook import SUBMITTED
from liaison.training.marks.trainer_marks import Marks, trainer_marks
from liaison.training.room.outcomes import Outcome, outcome
from liaison.training.room.tables import BetTable, FaultCount, Reading, room_table


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
    def told(self) -> bool:
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
    return _told(start, readable, trainer_marks(root, exercise.id)) if start.told else start


def _told(start: ClassFigures, readable: Sequence[Copy], marks: Marks) -> ClassFigures:
    given = [outcomes(start.exercise, copy, marks.get(copy.student, {})) for copy in readable]
    table = room_table(start.exercise, [_reading(start.exercise, copy) for copy in readable])
    questions = [
        QuestionFigures(
            one.title,
            start.exercise.question(one.id).by_hand,
            one.answered,
            one.now.get("right", 0),
            one.now.get("partly", 0),
            one.first.get("right", 0),
            one.tried_again,
            one.faults,
        )
        for one in table.questions
    ]
    enough = start.fewest
    return ClassFigures(
        start.exercise,
        start.expected,
        start.copies,
        start.refused,
        enough,
        median(sum(one.points or 0 for one in each) for each in given),
        sum(one.points is None and one.kept is not None for each in given for one in each),
        tuple(one for one in questions if one.answered >= enough),
        tuple((one.title, one.answered) for one in questions if one.answered < enough),
        _competences(given),
        _bets(table.bets, enough),
    )


def _reading(exercise: Exercise, copy: Copy) -> Reading:
    assert copy.answers is not None
    found: dict[str, Outcome] = {}
    for question in exercise.questions:
        kept = copy.answers.of(question.id)
        if kept is not None and (told := outcome(question, kept)) is not None:
            found[question.id] = told
    return Reading(copy.student, True, found, *_bet(exercise, copy.answers))


def _bet(exercise: Exercise, answers: Answers) -> tuple[str | None, str | None]:
    kept = answers.of(BET)
    if exercise.bet is None or kept is None:
        return None, None
    offered = [choice.id for choice in exercise.bet.choices]
    before, after = (value if value in offered else None for value in (kept.first, kept.last))
    return before, after if kept.attempts > 1 else None


def _bets(bets: BetTable | None, fewest: int) -> BetTable | None:
    # Two groups of their own, those who bet and those who bet again: each large enough, or nothing is told.
    return bets if bets is not None and bets.before >= fewest and bets.after >= fewest else None


def _competences(given: Iterable[Sequence[Given]]) -> tuple[CompetenceFigures, ...]:
    earned: dict[str, float] = {}
    out_of: dict[str, float] = {}
    for one in (one for each in given for one in each if one.points is not None):
        name = one.question.competence
        earned[name] = earned.get(name, 0.0) + one.points  # type: ignore[operator]
        out_of[name] = out_of.get(name, 0.0) + one.question.points
    return tuple(CompetenceFigures(name, round(earned[name], 3), out_of[name]) for name in earned)


__all__ = ["ClassFigures", "CompetenceFigures", "QuestionFigures", "class_figures"]
