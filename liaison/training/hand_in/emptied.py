"""Ce qu'une copie dit : une copie vidée ne prend pas en silence la place d'une copie remplie."""

from __future__ import annotations

from dataclasses import dataclass

from liaison.training.exercise.answers import AnswersError, parse_answers
from liaison.training.exercise.definition import exercise, exercise_names


@dataclass(frozen=True)
class Holds:
    """Whether a copy answers anything, whether a text is written in it, and whether it could be read at all."""

    answers: bool = True
    texts: bool = False
    readable: bool = True


UNKNOWN = Holds()  # a work that is not of our exercises
UNREADABLE = Holds(readable=False)  # is no empty copy: marking says what it is


def what_it_holds(module: str, content: bytes) -> Holds:
    """Return what the answers file of a module holds."""
    if module not in exercise_names():
        return UNKNOWN
    asked = exercise(module)
    try:
        found = parse_answers(content, asked)
    except AnswersError:
        return UNREADABLE
    return Holds(
        answers=not all(one.blank for one in found.to_questions.values()),
        texts=any(found.written(question.id) for question in asked.questions if question.by_hand),
    )


__all__ = ["UNKNOWN", "Holds", "what_it_holds"]
