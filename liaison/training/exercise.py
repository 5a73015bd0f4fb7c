"""Un exercice : ses questions, leur corrigé, ce que chaque réponse apprend ; un fichier YAML, vérifié et versionné."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from liaison.faults import FrenchError
from liaison.messaging.compliance import Severity, catalogue
from liaison.messaging.policy import preset_names
from liaison.messaging.vocabulary import PROFILE_LABELS, Purpose
from liaison.training.competences import competences
from liaison.typography import typeset
from liaison.versioned import FileFormat

FOLDER = Path(__file__).parent / "exercises"
LONGEST_TEXT = 4000  # characters: two pages are more than a short answer

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Sentence = Annotated[str, Field(min_length=1), AfterValidator(typeset)]
Points = Annotated[float, Field(gt=0, le=20)]
Measure = Literal[
    "laissees_de_cote",
    "part_informee",
    "notifications_nuit",
    "notifications_fin_de_semaine",
    "notifications_par_semaine",
    "doublons",
    "constats",
]


class ExerciseError(FrenchError):
    """An exercise that is not known, or whose file does not hold together."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(_Model):
    """A possible answer, and what whoever gives it is told."""

    id: Name
    label: Sentence
    feedback: Sentence


class Item(_Model):
    """A thing to put in order or to match."""

    id: Name
    label: Sentence


class Unit(_Model):
    """A unit that an answer may be given in; `factor` brings it to the first unit of the list."""

    id: Name
    label: Sentence
    factor: Annotated[float, Field(gt=0)]


class Quantity(_Model):
    """A number and its unit."""

    value: FiniteFloat
    unit: Name


class NumberFault(_Model):
    """A wrong number that people give for a reason, and what to tell them."""

    value: FiniteFloat  # dans la première unité
    feedback: Sentence


class _Question(_Model):
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


class Single(_Question):
    """One answer among several."""

    kind: Literal["single"]
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)]
    key: Name

    @model_validator(mode="after")
    def _whole(self) -> Single:
        _known(self.choices, (self.key,))
        return self


class Multiple(_Question):
    """Every right answer among several; a wrong one takes away what a right one gives."""

    kind: Literal["multiple"]
    choices: Annotated[tuple[Choice, ...], Field(min_length=3)]
    key: Annotated[tuple[Name, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _whole(self) -> Multiple:
        _known(self.choices, self.key)
        return self


class Ordering(_Question):
    """Items to put in order; the file gives them as they are shown, `key` as they should stand."""

    kind: Literal["ordering"]
    items: Annotated[tuple[Item, ...], Field(min_length=3)]
    key: tuple[Name, ...]

    @model_validator(mode="after")
    def _whole(self) -> Ordering:
        _known(self.items, self.key)
        if len(self.key) != len(self.items):
            raise ValueError("le corrigé doit nommer chaque élément une fois")
        return self


class Matching(_Question):
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
            raise ValueError("le corrigé doit donner une réponse à chaque élément de gauche")
        return self


class Number(_Question):
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


class Text(_Question):
    """A few sentences that the trainer reads and marks; `grid` is what to look at."""

    kind: Literal["text"]
    grid: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    longest: Annotated[int, Field(ge=50, le=LONGEST_TEXT)] = 800

    @property
    def by_hand(self) -> bool:
        """Whether the trainer marks it."""
        return True


class Scenario(_Model):
    """The fictitious school and weeks on which a setting is tried."""

    school: str
    start: dt.date
    weeks: Annotated[int, Field(ge=1, le=12)]
    seed: Annotated[int, Field(ge=0)]


class Condition(_Model):
    """One thing that must hold under the policy, measured by the engine; `feedback` is for when it does not.

    `profile` and `purpose` narrow the measure and choose the family that is shown; `severity` and `codes` say which
    findings are counted.
    """

    id: Name
    label: Sentence
    points: Points
    measure: Measure
    at_most: FiniteFloat | None = None
    at_least: FiniteFloat | None = None
    profile: str | None = None
    purpose: Purpose | None = None
    severity: Severity | None = None
    codes: tuple[str, ...] = ()
    feedback: Sentence

    @model_validator(mode="after")
    def _whole(self) -> Condition:
        if (self.at_most is None) == (self.at_least is None):
            raise ValueError("donner at_most ou at_least, l'un des deux")
        if self.profile is not None and self.profile not in PROFILE_LABELS:
            raise ValueError(f"« {self.profile} » n'est pas un profil de familles : {', '.join(PROFILE_LABELS)}")
        if unknown := set(self.codes) - set(catalogue()):
            raise ValueError(f"constats inconnus : {', '.join(sorted(unknown))}")
        return self


class PolicyQuestion(_Question):
    """« Règle ceci pour que… » : a policy to set, marked by what the engine says of it, condition by condition."""

    kind: Literal["policy"]
    start: str
    key: str  # un modèle de politique qui remplit toutes les conditions : il y en a d'autres
    scenario: Scenario
    conditions: Annotated[tuple[Condition, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _whole(self) -> PolicyQuestion:
        for name in (self.start, self.key):
            if name not in preset_names():
                raise ValueError(f"« {name} » n'est pas un modèle de politique : {', '.join(preset_names())}")
        if abs(sum(condition.points for condition in self.conditions) - self.points) > 1e-9:
            raise ValueError("les points des conditions ne font pas ceux de la question")
        _unique([condition.id for condition in self.conditions])
        return self

    def condition(self, name: str) -> Condition:
        """Return a condition by its id.

        Raises:
            KeyError: no such condition.
        """
        return {condition.id: condition for condition in self.conditions}[name]


Question = Annotated[
    Single | Multiple | Ordering | Matching | Number | Text | PolicyQuestion, Field(discriminator="kind")
]


class Exercise(_Model):
    """An exercise: its questions in order; `edition` goes up when a key or a condition changes."""

    version: Literal[1] = 1
    id: Annotated[str, Field(pattern=r"^[0-9]{2}_[a-z0-9_]+$")]
    edition: Annotated[int, Field(ge=1)]
    title: Sentence
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _whole(self) -> Exercise:
        _unique([question.id for question in self.questions])
        if unknown := {question.competence for question in self.questions} - set(competences()):
            raise ValueError(f"compétences inconnues : {', '.join(sorted(unknown))}")
        return self

    @property
    def points(self) -> float:
        """Full marks."""
        return sum(question.points for question in self.questions)

    def question(self, name: str) -> Question:
        """Return a question by its id.

        Raises:
            ExerciseError: no such question.
        """
        for question in self.questions:
            if question.id == name:
                return question
        known = ", ".join(question.id for question in self.questions)
        raise ExerciseError(f"L'exercice « {self.id} » n'a pas de question « {name} ». Ses questions : {known}.")


EXERCISE_FILE = FileFormat(Exercise, 1, "un exercice", "version, id, questions", ExerciseError, FOLDER)


def exercise_names() -> list[str]:
    """Return the names of the exercises that ship with the suite, sorted: each is a module's folder."""
    return EXERCISE_FILE.preset_names()


def exercise(source: str | Path) -> Exercise:
    """Return the exercise of a module (`01_messagerie_ent`) or of a YAML file.

    Raises:
        ExerciseError: unknown, unreadable, or not holding together: one line per fault.
    """
    return EXERCISE_FILE.load(source)


def _known(offered: tuple[Choice, ...] | tuple[Item, ...] | tuple[Unit, ...], named: tuple[str, ...]) -> None:
    names = [one.id for one in offered]
    _unique(names)
    _unique(list(named))
    if unknown := set(named) - set(names):
        raise ValueError(f"le corrigé nomme ce qui n'est pas proposé : {', '.join(sorted(unknown))}")


def _unique(names: list[str]) -> None:
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"donné deux fois : {', '.join(sorted(twice))}")


__all__ = [
    "Condition",
    "Exercise",
    "ExerciseError",
    "Matching",
    "Multiple",
    "Number",
    "Ordering",
    "PolicyQuestion",
    "Quantity",
    "Question",
    "Scenario",
    "Single",
    "Text",
    "exercise",
    "exercise_names",
]
