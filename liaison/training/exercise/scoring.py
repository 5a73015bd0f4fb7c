"""La note : une fonction des réponses, et rien d'autre ; avec elle, ce que chaque réponse apprend."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.questions.common import Matching, Multiple, Number, Ordering, Quantity, Single, Text
from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.answers import ExerciseAnswers, checked
from liaison.training.exercise.consequences import measured
from liaison.training.exercise.definition import Exercise, Question

phrase = french_beside(__file__)


@dataclass(frozen=True)
class ConditionResult:
    """A condition of a question of settings: whether it holds, what was measured, what to learn when it does not."""

    id: str
    label: str
    points: float
    held: bool
    measured: str
    feedback: str


@dataclass(frozen=True)
class Marked:
    """The mark of one question and what it teaches; `points` is None when the trainer marks it.

    `fault` says why an answer could not be taken into account; it then counts for nothing.
    """

    points: float | None
    max_points: float
    feedback: tuple[str, ...]
    conditions: tuple[ConditionResult, ...] = ()
    fault: str | None = None

    @property
    def right(self) -> bool:
        """Whether it earned full marks."""
        return self.points is not None and self.points >= self.max_points


@dataclass(frozen=True)
class ExerciseMarks:
    """The marks of a whole exercise, by question."""

    questions: dict[str, Marked]

    @property
    def points(self) -> float:
        """What was earned without the trainer."""
        return sum(marked.points or 0.0 for marked in self.questions.values())

    @property
    def max_points(self) -> float:
        """Full marks, those that the trainer gives included."""
        return sum(marked.max_points for marked in self.questions.values())

    @property
    def to_mark(self) -> tuple[str, ...]:
        """The questions left to the trainer."""
        return tuple(name for name, marked in self.questions.items() if marked.points is None)

    @property
    def faults(self) -> tuple[str, ...]:
        """Why some answers could not be taken into account."""
        return tuple(marked.fault for marked in self.questions.values() if marked.fault)


def mark_all(exercise: Exercise, answers: ExerciseAnswers) -> ExerciseMarks:
    """Return the marks of every question, from the last answer given to each."""
    return ExerciseMarks({question.id: mark(question, answers.last(question.id)) for question in exercise.questions})


def mark(question: Question, value: object) -> Marked:
    """Return the mark of one answer (None: no answer), and what to tell the person who gave it."""
    earned = None if isinstance(question, Text) else 0.0
    if value is None:
        return Marked(earned, question.points, (typeset(phrase("pas-encore-de-reponse")),))
    try:
        given = checked(question, value)
    except FrenchError as error:
        return Marked(earned, question.points, (str(error),), fault=str(error))
    match question:
        case Text():
            return Marked(None, question.points, (phrase("sera-lu"), *question.grid))
        case SettingQuestion():
            return _settings(question, given)
        case _:
            share, lessons = _judged(question, given)
            return Marked(_points(question.points * share), question.points, (*lessons, question.explanation))


def _points(points: float) -> float:
    # Both ways of marking write the same decimals.
    return round(float(points), 3)


def _judged(question: Single | Multiple | Ordering | Matching | Number, given: object) -> tuple[float, list[str]]:
    """Return the share of the points earned, 0 to 1, and what this very answer teaches."""
    match question, given:
        case Single(), str():
            return float(given == question.key), [_feedback(question, given)]
        case Multiple(), list():
            right = len(set(given) & set(question.key))
            wrong = len(given) - right
            return max(0, right - wrong) / len(question.key), [_feedback(question, name) for name in given]
        case Ordering(), list():
            return _order(question, given)
        case Matching(), dict():
            return _pairs(question, given)
        case Number(), Quantity():
            return _number(question, given)
    raise TypeError(f"{question.kind}: {type(given).__name__}")


def _feedback(question: Single | Multiple, chosen: str) -> str:
    return next(choice.feedback for choice in question.choices if choice.id == chosen)


def _pairs(question: Matching, given: dict[str, str]) -> tuple[float, list[str]]:
    left = {item.id: item.label for item in question.left}
    right = {item.id: item.label for item in question.right}
    wrong = [(name, chosen) for name, chosen in given.items() if question.key[name] != chosen]
    corrections = [typeset(phrase("a-revoir", left=left[name], right=right[chosen])) for name, chosen in wrong]
    return (len(given) - len(wrong)) / len(question.key), corrections


def _order(question: Ordering, given: list[str]) -> tuple[float, list[str]]:
    """Count the pairs in the right order, so that an order drawn by lot earns nothing on average."""
    place = {name: rank for rank, name in enumerate(given)}
    pairs = list(combinations(question.key, 2))
    right = sum(place[first] < place[second] for first, second in pairs)
    if right == len(pairs):
        return 1.0, []
    first, second = next(pair for pair in pairs if place[pair[0]] > place[pair[1]])
    label = {item.id: item.label for item in question.items}
    return max(0.0, 2 * right / len(pairs) - 1), [
        typeset(phrase("vient-avant", first=label[first], second=label[second]))
    ]


def _number(question: Number, given: Quantity) -> tuple[float, list[str]]:
    value, key = question.in_first_unit(given), question.in_first_unit(question.key)
    # A decimal unit must not fail for a rounding in the last place.
    margin = question.tolerance + 1e-9 * max(1.0, abs(key))
    if abs(value - key) <= margin:
        return 1.0, []
    return 0.0, [fault.feedback for fault in question.faults if abs(value - fault.value) <= margin]


def _settings(question: SettingQuestion, settings: object) -> Marked:
    held = [
        ConditionResult(
            condition.id, condition.label, condition.points, measure.holds, measure.words, condition.feedback
        )
        for condition, measure in measured(question, settings)
    ]
    points = _points(points_of_conditions(question, {condition.id for condition in held if condition.held}))
    lessons = tuple(condition.feedback for condition in held if not condition.held)
    return Marked(points, question.points, (*lessons, question.explanation), tuple(held))


def points_of_conditions(question: SettingQuestion, held: set[str]) -> float:
    """Return the points of the conditions that hold."""
    return sum(condition.points for condition in question.conditions if condition.id in held)


def solution(question: Question) -> object:
    """Return an answer that earns full marks, as the answers file holds it; for a text, its grid."""
    match question:
        case Text():
            return " ".join(question.grid)[: question.longest]
        case SettingQuestion():
            return question.solved().model_dump(mode="json")
        case Number():
            return question.key.model_dump(mode="json")
        case Multiple() | Ordering():
            return list(question.key)
        case Matching():
            return dict(question.key)
        case Single():
            return question.key


__all__ = ["ConditionResult", "ExerciseMarks", "Marked", "mark", "mark_all", "points_of_conditions", "solution"]
