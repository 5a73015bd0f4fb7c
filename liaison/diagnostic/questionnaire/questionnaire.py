"""Le questionnaire aux familles : ses questions, leurs réponses possibles, et les colonnes d'une table de réponses.

One definition gives the parent's screen, the paper form, the import files of survey tools and the columns in which
answers are kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.diagnostic.questionnaire.checks import WHAT, check_asks, check_implied, check_regroups
from liaison.diagnostic.questionnaire.item import Item, Name, question_of

PRESETS = Path(__file__).parents[1] / "presets"
TEXTS = Path(__file__).parent / "texts"  # its sentences in each language
QUESTION_TEXTS = "questionnaire.ftl"  # those of its questions
SUITE = "diagnostic_familles"
MOST_ITEMS = 12  # questions de la suite : ce qu'une famille lit sur une feuille
MOST_ASKED = 60  # questions du questionnaire d'une école, que ses exports posent déjà
NO_ANSWER = "sans_reponse"  # ce que vaut une question laissée de côté
OTHER = "autre"  # une réponse qui n'est pas de la liste
LEVEL, MODE = "niveau", "mode"  # ce qui dit d'où une réponse vient, à côté des questions
AXES = ("axe__equipement", "axe__competences")


class QuestionnaireError(FrenchError):
    """A questionnaire that cannot be used, and why."""


def _said_yes(value: object) -> object:
    """Return a yes as files write it: YAML reads « true » and « yes » as true."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return value.strip().casefold() if isinstance(value, str) else value


class Column(NamedTuple):
    """One column of a table of answers: its name, its question, and the row or value of it that the column holds."""

    name: str
    item: Item
    part: str
    values: tuple[str, ...]  # what a cell may hold; empty for a multiple choice, whose cells are true or false


class Questionnaire(BaseModel):
    """A whole questionnaire, versioned.

    `relu`: whether a person has read every title and every answer of a school's own form, and says that none names
    somebody: nothing is read with it before. `held`: questions of it that wait, whatever `relu` says, until each of
    their doubtful answers is confirmed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    id: Name
    relu: Annotated[Literal["oui", "non"], BeforeValidator(_said_yes)] = "non"
    items: tuple[Item, ...] = Field(max_length=MOST_ASKED)
    held: tuple[Item, ...] = Field(default=(), max_length=MOST_ASKED)
    context: dict[Name, tuple[Name, ...]] = {}
    regroup: dict[Name, tuple[str, ...]] = {}
    rare_with: dict[Name, Name] = {}

    @model_validator(mode="after")
    def _asks(self) -> Questionnaire:
        check_asks(self.items, self.held)
        return self

    @model_validator(mode="after")
    def _regroups(self) -> Questionnaire:
        every = (*self.items, *self.held)
        values = {item.id: item.values for item in every if item.kind != "multiple"} | self.context
        check_regroups(self.regroup, self.rare_with, values, AXES)
        return self

    @model_validator(mode="after")
    def _follows(self) -> Questionnaire:
        check_implied(self.items)
        return self

    def item(self, name: str) -> Item | None:
        """Return one of its questions, or that of which a column is, by its name; None where it asks no such one."""
        return next((each for each in self.items if each.id == question_of(name)), None)

    @property
    def own_words(self) -> dict[str, str]:
        """What a school's own form calls its questions and their parts; nothing of those of the suite."""
        return {name: words for item in self.items for name, words in item.own_words.items()}

    @property
    def held_targets(self) -> frozenset[str]:
        """What a mapping may name of the questions that wait to be read again."""
        held = _columns(self.held)
        return frozenset((*(column.name for column in held), *(item.id for item in self.held)))

    def columns(self) -> tuple[Column, ...]:
        """Return the columns of a table of answers, in the order of the questions.

        A single choice has one column (`connexion`: a value); a multiple choice one per value
        (`appareils__ordinateur`: true or false); a grid one per row (`seul__se_connecter`: a value).
        """
        return _columns(self.items)


def _columns(items: tuple[Item, ...]) -> tuple[Column, ...]:
    columns: list[Column] = []
    for item in items:
        if item.kind == "single":
            columns.append(Column(item.id, item, "", item.values))
        elif item.kind == "grid":
            columns += [Column(item.column(row), item, row, item.values) for row in item.rows]
        else:
            columns += [Column(item.column(value), item, value, ()) for value in item.values]
    return tuple(columns)


QUESTIONNAIRE = FileFormat(Questionnaire, 1, WHAT, "version, id, items", QuestionnaireError, PRESETS)


def family_questionnaire() -> Questionnaire:
    """Return the questionnaire of the suite."""
    return QUESTIONNAIRE.load(SUITE)
