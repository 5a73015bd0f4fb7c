"""Ce que des réglages entraînent : chaque condition d'une question mesurée, et qui ou quoi manque encore."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from liaison.base.typography import typeset
from liaison.questions.setting import Condition, Measure, Missed, SettingQuestion


@dataclass(frozen=True)
class Measured:
    """A condition as the engine finds it: the figure, whether it holds, and the figure in words."""

    value: float
    holds: bool
    words: str


def measured(question: SettingQuestion, settings: Any) -> list[tuple[Condition, Measured]]:
    """Return each condition with what the engine says of it: same settings, same answer."""
    figures = question.figures(settings)
    return [
        (condition, _measured(condition, question.measures[condition.measure], figures))
        for condition in question.conditions
    ]


def _measured(condition: Condition, measure: Measure, figures: Any) -> Measured:
    value = measure.of(figures, condition)
    shown = 100 * value if measure.percent else value
    return Measured(value, condition.holds(value), typeset(measure.sentence(shown)))


def missed(question: SettingQuestion, value: object, condition: str) -> Missed | None:
    """Return who or what the settings of an answer leave out, for a condition; None when it is nobody and nothing.

    Raises:
        FrenchError: `value` does not hold settings.
        KeyError: no such condition.
    """
    left_out = question.missed(question.settings_of(value), question.condition(condition))
    if left_out is None:
        return None
    facts = tuple(typeset(fact) for fact in left_out.facts)
    return replace(left_out, name=typeset(left_out.name), facts=facts, summary=typeset(left_out.summary))


__all__ = ["Measured", "measured", "missed"]
