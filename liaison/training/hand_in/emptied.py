"""Ce qu'une copie dit : une copie vidée ne prend pas en silence la place d'une copie remplie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from liaison.training.exercise.answers import Answers, AnswersError, parse_answers, read_answers
from liaison.training.exercise.definition import Exercise, exercise, exercise_names


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
    return _held(module, lambda asked: parse_answers(content, asked))


def what_a_copy_holds(folder: Path, module: str) -> Holds:
    """Return what the copy of a module that stands in a folder holds; without answers, it is empty."""
    return _held(module, lambda asked: read_answers(folder, asked))


def _held(module: str, read: Callable[[Exercise], Answers]) -> Holds:
    if module not in exercise_names():
        return UNKNOWN
    asked = exercise(module)
    try:
        found = read(asked)
    except AnswersError:
        return UNREADABLE
    return Holds(
        answers=not all(one.blank for one in found.to_questions.values()),
        texts=any(found.written(question.id) for question in asked.questions if question.by_hand),
    )


__all__ = ["UNKNOWN", "Holds", "what_a_copy_holds", "what_it_holds"]
