"""Une réponse redite avec les mots de sa question, pour qui ne l'a plus sous les yeux."""

from __future__ import annotations

from typing import Any

from liaison.base.faults import FrenchError
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.questions.common import Matching, Multiple, Number, Ordering, Single, Text
from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.answers import checked
from liaison.training.exercise.definition import Question

phrase = french_beside(__file__)


def in_words(question: Question, value: object) -> list[str]:
    """Return what was answered, one line a thing chosen, in the order given; one line that says why it cannot be.

    A text is not said again in other words: it has no line here.
    """
    try:
        given = checked(question, value)
    except FrenchError as error:
        return [str(error)]
    return [typeset(line) for line in _lines(question, given)]


def _lines(question: Question, given: Any) -> list[str]:
    match question:
        case Single():
            return [_label(question.choices, given)]
        case Multiple():
            return [_label(question.choices, name) for name in given]
        case Ordering():
            return [_label(question.items, name) for name in given]
        case Matching():
            return [_pair(question, *pair) for pair in given.items()]
        case Number():
            return [f"{number(given.value, most=None)} ({_label(question.units, given.unit)})"]
        case Text():
            return []
        case SettingQuestion():
            return [phrase("des-reglages")]
    raise TypeError(type(question).__name__)


def _pair(question: Matching, left: str, right: str) -> str:
    return f"{_label(question.left, left).removesuffix('.')} : {_label(question.right, right)}"


def _label(entries: Any, name: str) -> str:
    return next(str(entry.label) for entry in entries if entry.id == name)


__all__ = ["in_words"]
