"""Les genres de questions d'un exercice, leur corrigé, ce que chaque réponse apprend."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset

phrase = french_beside(__file__)


LONGEST_TEXT = 4000  # characters: two pages are more than a short answer

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Sentence = Annotated[str, Field(min_length=1), AfterValidator(typeset)]
Points = Annotated[float, Field(gt=0, le=20)]


class Model(BaseModel):
    """A part of an exercise: frozen, and nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(Model):
    """A possible answer, and what whoever gives it is told."""

    id: Name
    label: Sentence
    feedback: Sentence


class Item(Model):
    """A thing to put in order or to match."""

    id: Name
    label: Sentence


class Unit(Model):
    """A unit that an answer may be given in; `factor` brings it to the first unit of the list."""

    id: Name
    label: Sentence
    factor: Annotated[float, Field(gt=0)]


class Quantity(Model):
    """A number and its unit."""

    value: FiniteFloat
    unit: Name


class NumberFault(Model):
    """A wrong number that people give for a reason, and what to tell them."""

    value: FiniteFloat  # dans la première unité
    feedback: Sentence


class AnyQuestion(Model):
    """What every question has."""

    id: Name
    title: Sentence
    text: Sentence
    points: Points
    competence: Name
    explanation: Sentence

    @property
    def by_hand(self) -> bool:
        """Whether the trainer marks it."""
        return False


class Single(AnyQuestion):
    """One answer among several."""

    kind: Literal["single"]
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)]
    key: Name

    @model_validator(mode="after")
    def _whole(self) -> Single:
        _known(self.choices, (self.key,))
        return self


class Multiple(AnyQuestion):
    """Every right answer among several; a wrong one takes away what a right one gives."""

    kind: Literal["multiple"]
    choices: Annotated[tuple[Choice, ...], Field(min_length=3)]
    key: Annotated[tuple[Name, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _whole(self) -> Multiple:
        _known(self.choices, self.key)
        return self


class Ordering(AnyQuestion):
    """Items to put in order; the file gives them as they are shown, `key` as they should stand."""

    kind: Literal["ordering"]
    items: Annotated[tuple[Item, ...], Field(min_length=3)]
    key: tuple[Name, ...]

    @model_validator(mode="after")
    def _whole(self) -> Ordering:
        _known(self.items, self.key)
        if len(self.key) != len(self.items):
            raise ValueError(phrase("chaque-element-une-fois"))
        return self


class Matching(AnyQuestion):
    """For each item on the left, the one on the right that goes with it."""

    kind: Literal["matching"]
    left: Annotated[tuple[Item, ...], Field(min_length=2)]
    right: Annotated[tuple[Item, ...], Field(min_length=2)]
    key: dict[Name, Name]

    @model_validator(mode="after")
    def _whole(self) -> Matching:
        _known(self.left, tuple(self.key))
        _known(self.right, tuple(dict.fromkeys(self.key.values())))
        if len(self.key) != len(self.left):
            raise ValueError(phrase("chaque-element-de-gauche"))
        return self


class Number(AnyQuestion):
    """A number with its unit, right within `tolerance` (in the first unit)."""

    kind: Literal["number"]
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]
    key: Quantity
    tolerance: Annotated[float, Field(ge=0)] = 0
    faults: tuple[NumberFault, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Number:
        _known(self.units, (self.key.unit,))
        return self

    def in_first_unit(self, given: Quantity) -> float:
        """Return the number brought to the first unit of the list."""
        factor = {unit.id: unit.factor for unit in self.units}
        return given.value * factor[given.unit] / self.units[0].factor


class Text(AnyQuestion):
    """A few sentences that the trainer reads and marks; `grid` is what to look at."""

    kind: Literal["text"]
    grid: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    longest: Annotated[int, Field(ge=50, le=LONGEST_TEXT)] = 800

    @property
    def by_hand(self) -> bool:
        """Whether the trainer marks it."""
        return True


def _known(offered: tuple[Choice, ...] | tuple[Item, ...] | tuple[Unit, ...], named: tuple[str, ...]) -> None:
    names = [element.id for element in offered]
    unique(names)
    unique(list(named))
    if unknown := set(named) - set(names):
        raise ValueError(phrase("corrige-inconnu", names=", ".join(sorted(unknown))))


def unique(names: list[str]) -> None:
    """Refuse a name that is given twice."""
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(phrase("deux-fois", names=", ".join(sorted(twice))))
