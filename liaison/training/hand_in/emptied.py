"""Ce qu'une copie dit : une copie vidée, ou illisible, ne prend pas en silence la place d'une copie remplie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.base.quoting import printable
from liaison.training.exercise.answers import (
    ExerciseAnswers,
    ExerciseAnswersError,
    checked,
    parse_answers,
    read_answers,
)
from liaison.training.exercise.definition import Exercise, Question, exercise, exercise_names


@dataclass(frozen=True)
class Holds:
    """How many questions a copy answers, whether a text is written in it, and why it cannot be read, "" when it can."""

    answers: int = 1
    texts: bool = False
    fault: str = ""

    @property
    def readable(self) -> bool:
        """Whether the copy could be read at all."""
        return not self.fault

    @property
    def empty(self) -> bool:
        """Whether the copy answers no question: a damaged one is not empty, nobody knows what was in it."""
        return self.readable and self.answers == 0

    @property
    def to_mark(self) -> bool:
        """Whether there is anything in it that can be marked."""
        return self.readable and self.answers > 0

    def less_than(self, other: Holds) -> bool:
        """Whether fewer questions have an answer here, or the texts are gone."""
        return self.answers < other.answers or (other.texts and not self.texts)


UNKNOWN = Holds()  # a work that is not of our exercises


def what_it_holds(module: str, content: bytes) -> Holds:
    """Return what the answers file of a module holds."""
    return _held(module, lambda of: parse_answers(content, of))


def what_a_copy_holds(folder: Path, module: str) -> Holds:
    """Return what the copy of a module that stands in a folder holds; without answers, it is empty."""
    return _held(module, lambda of: read_answers(folder, of))


def _held(module: str, read: Callable[[Exercise], ExerciseAnswers]) -> Holds:
    if module not in exercise_names():
        return UNKNOWN
    of = exercise(module)
    try:
        answers = read(of)
    except ExerciseAnswersError as error:
        return _unreadable(error)
    blank = {question.id for question in answers.unanswered(of)}
    given = [question for question in of.questions if question.id not in blank]
    faults = [fault for question in given if (fault := _fault(question, answers.last(question.id)))]
    if faults and len(faults) == len(given):
        return _unreadable(faults[0])
    return Holds(len(given) - len(faults), any(answers.written(question.id) for question in given if question.by_hand))


def _fault(question: Question, value: object) -> FrenchError | None:
    """Return why an answer counts for nothing; a text that is too long is read by a person all the same."""
    if question.by_hand and isinstance(value, str):
        return None
    try:
        checked(question, value)
    except FrenchError as error:
        return error
    return None


def _unreadable(error: FrenchError) -> Holds:
    return Holds(0, fault=" ".join(printable(str(error)).split()))


__all__ = ["UNKNOWN", "Holds", "what_a_copy_holds", "what_it_holds"]
