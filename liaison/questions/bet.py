"""Le pari : ce que l'on croit avant de voir. Un calcul y répond dans une leçon ; un exercice le pose avant et après."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field, FiniteFloat, model_validator

from liaison.base.sentences import french_beside
from liaison.questions.common import Choice, Model, Name, Sentence, unique

phrase = french_beside(__file__)


BET: Final = "pari"  # its entry in the answers: the first is the bet made before, the last the one made after


class Bound(Model):
    """A possible bet on a number: it is right up to `upto`, where no option before it is."""

    value: Name
    label: Sentence
    upto: FiniteFloat


class MeasuredBet(Model):
    """A bet of a scenario, which what is worked out answers; its options go from the least to the most."""

    question: Sentence
    options: Annotated[tuple[Bound, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _in_order(self) -> MeasuredBet:
        unique([option.value for option in self.options])
        bounds = [option.upto for option in self.options]
        if bounds != sorted(set(bounds)):
            raise ValueError(phrase("bornes-en-ordre"))
        return self

    def right(self, number: float) -> Bound:
        """Return the option that is right of this number: the last one, of a number over every bound."""
        return next((option for option in self.options if number <= option.upto), self.options[-1])

    def option(self, value: str) -> Bound:
        """Return the option of this value.

        Raises:
            KeyError: no such option.
        """
        return {option.value: option for option in self.options}[value]


class ExerciseBet(Model):
    """A question to bet on, asked at both ends of an exercise, and never marked.

    `feedback` of a choice is for whoever bet it, at the end; `after` is for everybody.
    """

    text: Sentence
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)]
    after: Sentence

    @model_validator(mode="after")
    def _each_choice_once(self) -> ExerciseBet:
        unique([choice.id for choice in self.choices])
        return self

    def choice(self, name: object) -> Choice | None:
        """Return a choice by its id, None for what is not one."""
        return next((choice for choice in self.choices if choice.id == name), None)


__all__ = ["BET", "ExerciseBet", "MeasuredBet"]
