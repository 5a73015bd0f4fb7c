"""Deux questions d'un export qui disent la même chose, ou dont l'une se déduit de l'autre : une seule se publie.

Published side by side, each would tell what is hidden in the other. A summary of boxes under another title, a class
beside its level, words beside their codes: what lines hold says so, whatever the titles. One question follows from
another when each set of answers to the latter always goes with the same one to the former; chance alone must not make
it so (`_by_chance`), for a few families may well agree by accident.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from math import lgamma, log
from typing import NamedTuple

from liaison.base.letters import normal

_UNLIKELY = log(1e-6)  # one pair of questions in a million agrees so by chance
_SILENT: tuple[Hashable, ...] = (None, frozenset())


class ColumnAnswers(NamedTuple):
    """What each line answers to a question, `None` or nothing ticked where it says nothing; whether it is of boxes."""

    answers: Sequence[Hashable]
    boxes: bool = False


def derived(questions: Mapping[str, ColumnAnswers]) -> dict[str, str]:
    """Return the questions that are not to be told, each with the one it follows from.

    Of two that say the same, boxes are kept, or the first.
    """
    twin_of: dict[str, str] = {}
    order = sorted(questions, key=lambda name: not questions[name].boxes)
    for rank, name in enumerate(order):
        for other in order:
            if other == name or other in twin_of or not follows(questions[name], questions[other]):
                continue
            if order.index(other) < rank or not follows(questions[other], questions[name]):
                twin_of[name] = other
                break
    return twin_of


def follows(question: ColumnAnswers, other: ColumnAnswers) -> bool:
    """Return whether each answer to `question` is told by the one to `other`, for all families that gave one."""
    known: dict[Hashable, Hashable] = {}
    given: Counter[Hashable] = Counter()
    joined, same = other.boxes, True
    for own, base in zip(question.answers, other.answers, strict=True):
        if own in _SILENT:
            continue
        joined = joined and _joins(own, base)
        same = same and known.setdefault(base, own) == own
        if base in _SILENT or not (joined or same):
            return False
        given[own] += 1
    return bool(given) and (joined or _by_chance(given, len(known)) < _UNLIKELY)


def _joins(own: Hashable, boxes: Hashable) -> bool:
    """Return whether an answer holds the words of the boxes that are ticked, and no other."""
    return _words(own) == _words(boxes)


def _words(answer: Hashable) -> list[str]:
    boxes = answer if isinstance(answer, frozenset) else (answer,)
    return sorted(word for box in boxes for word in normal(str(box)).split())


def _by_chance(answers: Counter[Hashable], sets: int) -> float:
    """Return the logarithm of a bound of how likely answers drawn anew would follow from so many sets of others."""
    ways = lgamma(answers.total() + 1) - sum(lgamma(count + 1) for count in answers.values())
    return sets * log(max(len(answers), 1)) - ways


__all__ = ["ColumnAnswers", "derived", "follows"]
