"""Un exercice : ses questions dans l'ordre ; un fichier YAML, vérifié et versionné."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Union

from pydantic import Field, model_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.sentences import french_beside
from liaison.module import DEFINITION, ModuleName, module_folder, module_names, shipped_modules
from liaison.questions.bet import BET, ExerciseBet
from liaison.questions.common import (
    Matching,
    Model,
    Multiple,
    Number,
    Ordering,
    Sentence,
    Single,
    Text,
    unique,
)
from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.competences import competences
from liaison.training.offered import offers

phrase = french_beside(__file__)


class ExerciseError(FrenchError):
    """An exercise that is not known, or whose file does not hold together."""


Question = Single | Multiple | Ordering | Matching | Number | Text | SettingQuestion


if TYPE_CHECKING:
    AnyKind = Question
else:
    AnyKind = Annotated[Union[offers().kinds], Field(discriminator="kind")]  # noqa: UP007  (made of what is found)


class Exercise(Model):
    """An exercise: its questions in order; `edition` goes up when a key or a condition changes.

    `team_file` names what a team may hand in with its answers; None where it decides nothing together.
    """

    version: Literal[1] = 1
    id: ModuleName
    edition: Annotated[int, Field(ge=1)]
    title: Sentence
    bet: ExerciseBet | None = None
    team_file: Sentence | None = None
    questions: Annotated[tuple[AnyKind, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _whole(self) -> Exercise:
        # The answers keep the bet under a name of its own.
        unique([BET, *(question.id for question in self.questions)])
        if unknown := {question.competence for question in self.questions} - set(competences()):
            raise ValueError(phrase("competences-inconnues", names=", ".join(sorted(unknown))))
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
        raise ExerciseError(phrase("question-inconnue", exercise=self.id, question=name, known=known))


def files_of_exercises() -> dict[str, Path]:
    """Return the file of each exercise, by the name of its module: it stands beside the notebook that asks it."""
    return {name: module_folder(name) / DEFINITION for name in module_names(DEFINITION)}


EXERCISE_FILE = FileFormat(
    Exercise, 1, partial(phrase, "un-exercice"), "version, id, questions", ExerciseError, files_of_exercises
)


def closed_exercises() -> dict[str, str]:
    """Return why an exercise stays closed, by its module: what its subject offers cannot be taken."""
    faults = {each.name: offers().faults.get(each.card.subject or "") for each in shipped_modules()}
    return {name: fault for name, fault in faults.items() if fault}


def exercise_names() -> list[str]:
    """Return the names of the modules that ship with an exercise, sorted; without those that stay closed."""
    closed = closed_exercises()
    return [name for name in EXERCISE_FILE.preset_names() if name not in closed]


def exercise(source: str | Path) -> Exercise:
    """Return the exercise of a module (`01_messagerie_ent`) or of a YAML file.

    Raises:
        ExerciseError: unknown, unreadable, closed, or not holding together: one line per fault.
    """
    if fault := closed_exercises().get(str(source)):
        raise ExerciseError(fault)
    return EXERCISE_FILE.load(source)


__all__ = [
    "BET",
    "Exercise",
    "ExerciseBet",
    "ExerciseError",
    "Question",
    "closed_exercises",
    "exercise",
    "exercise_names",
]
