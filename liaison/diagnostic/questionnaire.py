"""Le questionnaire aux familles : ses questions, leurs réponses possibles, et les colonnes d'une table de réponses.

One definition gives the parent's screen, the paper form, the import files of survey tools and the columns in which
answers are kept.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat

PRESETS = Path(__file__).parent / "presets"
SUITE = "diagnostic_familles"
MOST_ITEMS = 12  # questions de la suite : ce qu'une famille lit sur une feuille
MOST_ASKED = 60  # questions du questionnaire d'une école, que ses exports posent déjà
SEPARATOR = "__"
AXES = ("axe__equipement", "axe__competences")

# « Aucun de ces services », « Non, merci », « Rien », « Je ne viens pas », « Pas concerné » : ticked without another.
_EXCLUDES = re.compile(
    r"(?:aucune?s?|non|rien|ni|jamais|personne|sans objet|pas|none|(?:je|nous|on|il|elle) ne)\b|"
    r"(?:je|nous|on|il|elle) n['’]",
    re.IGNORECASE,
)

Axis = Literal["equipement", "competences", "preferences"]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Sentence = Annotated[str, Field(max_length=2_000)]


class QuestionnaireError(FrenchError):
    """A questionnaire that cannot be used, and why."""


class Implied(BaseModel):
    """An answer that follows from the question just before: with `value` there, this one is `answer`, and is not asked.

    Only a screen can do so; a sheet of paper asks every question.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: Name
    answer: Name


class Item(BaseModel):
    """One question. `alone`: values of a multiple choice that exclude every other (« aucun »). `rows`: of a grid.

    `title` and `words`: the question, its rows and its answers as a school's own form writes them; those of the suite
    stand in its texts, in every language. `confirmed`: the answers and the rows, or the question by its `id`, that a
    person has read again and says name nobody (`own_held`); a file may give them by their words.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    axis: Axis
    kind: Literal["single", "multiple", "grid"]
    values: tuple[Name, ...] = Field(min_length=2)
    rows: tuple[Name, ...] = ()
    alone: tuple[Name, ...] = ()
    implied: Implied | None = None
    title: Sentence = ""
    words: dict[Name, Sentence] = {}
    confirmed: tuple[Sentence, ...] = ()

    @property
    def own_words(self) -> dict[str, str]:
        """What a school's own form calls the question (by its name) and its parts (`question-part`); what it says."""
        said = {self.id: self.title} | {f"{self.id}-{part}": words for part, words in self.words.items()}
        return {name: words for name, words in said.items() if words.strip()}

    @property
    def apart(self) -> tuple[str, ...]:
        """The boxes that exclude every other one: those that `alone` names, and those whose words say so."""
        if self.kind != "multiple":
            return ()
        return tuple(
            value for value in self.values if value in self.alone or _EXCLUDES.match(self.words.get(value, "").strip())
        )

    @model_validator(mode="before")
    @classmethod
    def _named_by_their_words(cls, raw: Any) -> Any:
        given = raw.get("confirmed") if isinstance(raw, dict) else None
        words = raw.get("words") if given else None
        if not isinstance(given, list | tuple) or not isinstance(words, dict):
            return raw
        said = {str(title): raw.get("id") for title in [raw.get("title")]} | {
            str(own): name for name, own in words.items()
        }
        names = {_plain(own): name for own, name in said.items()}
        return raw | {"confirmed": [names.get(_plain(str(each)), each) for each in given]}

    @model_validator(mode="after")
    def _is_whole(self) -> Item:
        if (self.kind == "grid") != bool(self.rows):
            raise ValueError("« rows » va avec une grille, et avec elle seule")
        if self.alone and (self.kind != "multiple" or not set(self.alone) <= set(self.values)):
            raise ValueError("« alone » nomme des valeurs d'une question à plusieurs réponses")
        if self.implied and (self.kind != "single" or self.implied.answer not in self.values):
            raise ValueError("« implied.answer » nomme une valeur d'une question à une seule réponse")
        if not set(self.words) <= {*self.values, *self.rows}:
            raise ValueError("« words » dit les mots d'une réponse ou d'une ligne de la question")
        accepted = {name: self.words.get(name) or name for name in (*self.rows, *self.values)} | {
            self.id: self.title or self.id
        }
        if unknown := [each for each in self.confirmed if each not in accepted]:
            known = ", ".join(f"« {words} »" for words in accepted.values())
            raise ValueError(f"« confirmed » n'accepte pas « {unknown[0][:40]} », mais {known}")
        return self


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


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
        if not self.items and not self.held:
            raise ValueError("« items » a au moins une question")
        return self

    @model_validator(mode="after")
    def _regroups(self) -> Questionnaire:
        every = (*self.items, *self.held)
        values = {item.id: item.values for item in every if item.kind != "multiple"} | self.context
        for name, partitions in self.regroup.items():
            if name not in values and name not in AXES:
                raise ValueError(f"« regroup » : « {name} » n'est pas une question à une seule réponse")
            for words in partitions:
                if name in values and sorted(words.replace("|", " ").split()) != sorted(values[name]):
                    raise ValueError(f"« regroup » : « {words} » ne nomme pas une fois chaque réponse de « {name} »")
        for name, other in self.rare_with.items():
            if other not in values.get(name, ()):
                raise ValueError(f"« rare_with » : « {other} » n'est pas une réponse de « {name} »")
        return self

    @model_validator(mode="after")
    def _follows(self) -> Questionnaire:
        for before, item in zip((None, *self.items), self.items, strict=False):
            if item.implied and (before is None or before.rows or item.implied.value not in before.values):
                raise ValueError(f"« {item.id} » : « implied.value » nomme une valeur de la question juste avant")
        return self

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
    found: list[Column] = []
    for item in items:
        if item.kind == "single":
            found.append(Column(item.id, item, "", item.values))
        elif item.kind == "grid":
            found += [Column(f"{item.id}{SEPARATOR}{row}", item, row, item.values) for row in item.rows]
        else:
            found += [Column(f"{item.id}{SEPARATOR}{value}", item, value, ()) for value in item.values]
    return tuple(found)


QUESTIONNAIRE = FileFormat(Questionnaire, 1, "un questionnaire", "version, id, items", QuestionnaireError, PRESETS)


def family_questionnaire() -> Questionnaire:
    """Return the questionnaire of the suite."""
    return QUESTIONNAIRE.load(SUITE)
