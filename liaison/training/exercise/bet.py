"""Le pari d'un exercice : une question posée avant et après, sans note ; ce que l'on croyait, ce que l'on croit."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field, model_validator

from liaison.questions.common import Choice, Model, Sentence, unique

BET: Final = "pari"  # its entry in the answers: the first is the bet made before, the last the one made after


class Bet(Model):
    """A question to bet on, asked at both ends of an exercise, and never marked.

    `feedback` of a choice is for whoever bet it, at the end; `after` is for everybody.
    """

    text: Sentence
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)]
    after: Sentence

    @model_validator(mode="after")
    def _each_choice_once(self) -> Bet:
        unique([choice.id for choice in self.choices])
        return self

    def choice(self, name: object) -> Choice | None:
        """Return a choice by its id, None for what is not one."""
        return next((choice for choice in self.choices if choice.id == name), None)


__all__ = ["BET", "Bet"]
