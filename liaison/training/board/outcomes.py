"""Ce qu'une réponse devient dans le tableau de la salle : juste, à revoir, à lire, lue… ; et ce qui était faux."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.questions.common import Matching, Multiple, Number, Ordering, Quantity, Single, Text
from liaison.training.exercise.answers import Attempted, checked
from liaison.training.exercise.definition import Question
from liaison.training.exercise.scoring import Marked, mark
from liaison.training.marks.trainer_marks import TrainerMark

phrase = french_beside(__file__)


Status = Literal["right", "partly", "wrong", "to_read", "read", "unusable"]


class Fault(NamedTuple):
    """Something wrong that was answered: the choice taken or left out, the pair exchanged, the condition not held.

    `free`: the words are those of whoever answered (a number that nobody foresaw), not ours.
    """

    id: str
    label: str
    free: bool = False


@dataclass(frozen=True)
class QuestionOutcome:
    """What the answers of one person to one question come to, at the first attempt and now."""

    first: Status
    now: Status
    first_faults: tuple[Fault, ...]
    now_faults: tuple[Fault, ...]
    attempts: int
    text: str = ""  # what was written, where somebody has to read it

    def read_by(self, given: TrainerMark) -> QuestionOutcome:
        """Return the same outcome, read once somebody has given points to this very text."""
        read = self.now == "to_read" and given.points is not None and given.was_given_to(self.text)
        return replace(self, now="read") if read else self


def outcome(question: Question, answer: Attempted) -> QuestionOutcome | None:
    """Return what a kept answer comes to, None when it holds no answer after all."""
    if answer.blank:
        return None
    text = answer.text if isinstance(question, Text) else ""
    now, now_faults = _judged(question, answer.last)
    same = answer.first == answer.last
    first, first_faults = (now, now_faults) if same else _judged(question, answer.first)
    return QuestionOutcome(first, now, first_faults, now_faults, answer.attempts, text)


def _judged(question: Question, value: Any) -> tuple[Status, tuple[Fault, ...]]:
    marked = mark(question, value)
    status = _status(value, marked)
    return status, _faults(question, value, marked) if status in ("partly", "wrong") else ()


def _status(value: Any, marked: Marked) -> Status:
    if value is None or marked.fault:
        return "unusable"
    if marked.points is None:
        return "to_read"
    if marked.right:
        return "right"
    return "partly" if marked.points > 0 else "wrong"


def _faults(question: Question, value: Any, marked: Marked) -> tuple[Fault, ...]:
    if marked.conditions:
        return tuple(
            Fault(condition.id, _labelled("condition-pas-tenue", condition.label))
            for condition in marked.conditions
            if not condition.held
        )
    given = checked(question, value)
    match question:
        case Single():
            return (Fault(given, _label(question.choices, given)),)
        case Multiple():
            return _ticked(question, given)
        case Ordering():
            return _exchanged(question, given)
        case Matching():
            return _unmatched(question, given)
        case Number():
            return (_number(question, given),)
    return ()


def _ticked(question: Multiple, given: list[str]) -> tuple[Fault, ...]:
    taken = [
        Fault(name, _labelled("coche", _label(question.choices, name))) for name in given if name not in question.key
    ]
    left_out = [name for name in question.key if name not in given]
    return (*taken, *(Fault(name, _labelled("pas-coche", _label(question.choices, name))) for name in left_out))


def _exchanged(question: Ordering, given: list[str]) -> tuple[Fault, ...]:
    """Return the neighbours of the key that stand the other way round: no more of them than there are items."""
    place = {name: rank for rank, name in enumerate(given)}
    wrong = [(first, second) for first, second in pairwise(question.key) if place[first] > place[second]]
    return tuple(
        Fault(
            f"{first}>{second}",
            typeset(phrase("range-avant", second=_label(question.items, second), first=_label(question.items, first))),
        )
        for first, second in wrong
    )


def _unmatched(question: Matching, given: dict[str, str]) -> tuple[Fault, ...]:
    wrong = [(name, given.get(name)) for name, key in question.key.items() if given.get(name) != key]
    return tuple(
        Fault(f"{name}:{chosen or ''}", typeset(f"« {_label(question.left, name)} » : {_pair(question, chosen)}"))
        for name, chosen in wrong
    )


def _pair(question: Matching, chosen: str | None) -> str:
    return f"« {_label(question.right, chosen)} »" if chosen else phrase("pas-de-choix")


def _number(question: Number, given: Quantity) -> Fault:
    value = question.in_first_unit(given)
    foreseen = any(abs(value - fault.value) <= question.tolerance + 1e-9 for fault in question.faults)
    unit = _label(question.units, given.unit)
    return Fault(
        f"{given.value:g} {given.unit}", typeset(f"{number(given.value, most=None)} ({unit})"), free=not foreseen
    )


def _labelled(key: str, label: str) -> str:
    return typeset(phrase(key, label=label.removesuffix(".")))


def _label(entries: Any, name: str) -> str:
    return next(str(entry.label) for entry in entries if entry.id == name)


__all__ = ["Fault", "QuestionOutcome", "Status", "outcome"]
