"""Ce que toute question de réglage a : d'où l'on part, un corrigé parmi d'autres, des conditions qu'un moteur mesure.

A kind of setting is one file beside this one: the model of an answer, what the question fixes (`scenario`), the figures
that an engine of the suite finds, and the measures that its conditions may name.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, Field, FiniteFloat, ValidationError, model_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import first_faults
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.questions.common import AnyQuestion, Model, Name, Points, Sentence, unique

phrase = french_beside(__file__)


# Answers that were tried and whose figures are kept: more than a room tries of one question.
ANSWERS_KEPT = 1024
Settings = TypeVar("Settings", bound=BaseModel)


class SettingError(FrenchError):
    """Settings that cannot be tried, one line per fault."""


class Condition(Model):
    """One thing that must hold under the settings, measured by the engine; `feedback` is for when it does not."""

    id: Name
    label: Sentence
    points: Points
    measure: Name
    at_most: FiniteFloat | None = None
    at_least: FiniteFloat | None = None
    feedback: Sentence

    @model_validator(mode="after")
    def _one_limit(self) -> Condition:
        if (self.at_most is None) == (self.at_least is None):
            raise ValueError(phrase("une-limite"))
        return self

    def holds(self, value: float) -> bool:
        """Return whether a figure is on the right side of the limit."""
        return value <= self.at_most if self.at_most is not None else value >= (self.at_least or 0)


@dataclass(frozen=True)
class Measure:
    """A figure that a condition may name: `words` say it, `of` reads it in the figures of some settings.

    `words` takes the number and how it is written (`measure_words`), `of` the figures and the condition.
    `percent`: a share, said in per cent. `who`: it says who is left out, and is shown before those that do not.
    """

    words: Callable[[float, str], str]
    of: Callable[[Any, Any], float]
    percent: bool = False
    who: bool = True

    def sentence(self, shown: float) -> str:
        """Return the figure in words: `shown` is what a person reads, in per cent for a share."""
        return self.words(shown, number(shown, 1))


def measure_words(phrase: Callable[..., str], key: str) -> Callable[[float, str], str]:
    """Return the `words` of a measure: a sentence of its module; `n` is the number, `value` how it is written."""
    # A French plural begins at two, whatever is behind the comma.
    return lambda shown, value: phrase(key, n=int(shown), value=value)


@dataclass(frozen=True)
class Missed:
    """Who or what some settings leave out: a name, what is known of it, what happens to it in a sentence.

    `days`: a week told day by day, as `messaging.story` tells it; none for what has no week.
    """

    name: str
    facts: tuple[str, ...]
    summary: str
    days: tuple[Mapping[str, Any], ...] = ()


class SettingQuestion(AnyQuestion):
    """« Réglez ceci pour que… » : settings to choose, marked by what an engine says of them, condition by condition.

    `start` and `key` are settings as an answers file holds them; `key` is one right answer among others.
    """

    kind: str
    start: Any
    key: Any
    scenario: Any
    conditions: Annotated[tuple[Condition, ...], Field(min_length=2)]

    measures: ClassVar[Mapping[str, Measure]] = {}

    @model_validator(mode="after")
    def _conditions_add_up(self) -> SettingQuestion:
        if abs(sum(condition.points for condition in self.conditions) - self.points) > 1e-9:
            raise ValueError(phrase("points-des-conditions"))
        unique([condition.id for condition in self.conditions])
        if unknown := {condition.measure for condition in self.conditions} - set(self.measures):
            known = ", ".join(self.measures)
            raise ValueError(phrase("mesures-inconnues", names=", ".join(sorted(unknown)), known=known))
        return self

    @model_validator(mode="after")
    def _settings_to_start_from_and_to_reach(self) -> SettingQuestion:
        self.started()
        self.solved()
        return self

    def started(self) -> BaseModel:
        """Return the settings that one starts from."""
        return self.settings_of(self.start)

    def solved(self) -> BaseModel:
        """Return settings under which every condition holds."""
        return self.settings_of(self.key)

    @abstractmethod
    def settings_of(self, value: object) -> BaseModel:
        """Return the settings that an answer holds.

        Raises:
            FrenchError: in French, one line per fault.
        """

    @abstractmethod
    def figures(self, settings: Any) -> Any:
        """Return what the engine finds under these settings: same settings, same figures."""

    def missed(self, settings: Any, condition: Any) -> Missed | None:
        """Return who or what these settings leave out, for a condition that does not hold; None for nobody."""
        return None

    def condition(self, name: str) -> Condition:
        """Return a condition by its id.

        Raises:
            KeyError: no such condition.
        """
        return {condition.id: condition for condition in self.conditions}[name]


def settings_from(model: type[Settings], value: object) -> Settings:
    """Return the settings of that model.

    Raises:
        SettingError: one line per fault.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise SettingError("\n".join(first_faults(error, value, 5))) from error


__all__ = [
    "ANSWERS_KEPT",
    "Condition",
    "Measure",
    "Missed",
    "SettingError",
    "SettingQuestion",
    "measure_words",
    "settings_from",
]
