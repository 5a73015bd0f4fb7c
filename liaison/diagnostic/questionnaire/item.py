"""Une question du questionnaire aux familles : ses réponses possibles, et ce qu'un fichier peut en dire."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

# « Aucun de ces services », « Non, merci », « Rien », « Je ne viens pas », « Pas concerné » : ticked without another.
_EXCLUDES = re.compile(
    r"(?:aucune?s?|non|rien|ni|jamais|personne|sans objet|pas|none|(?:je|nous|on|il|elle) ne)\b|"
    r"(?:je|nous|on|il|elle) n['’]",
    re.IGNORECASE,
)

_BETWEEN = "__"  # la question, puis sa ligne ou sa case, dans le nom d'une colonne

Axis = Literal["equipement", "competences", "preferences"]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Sentence = Annotated[str, Field(max_length=2_000)]


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
    person has read again and says name nobody; a file may give them by their words.
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
        words_of = {self.id: self.title} | {f"{self.id}-{part}": words for part, words in self.words.items()}
        return {name: words for name, words in words_of.items() if words.strip()}

    def column(self, part: str) -> str:
        """Return the name of the column of one of its rows, or of its boxes."""
        return column_name(self.id, part)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns in a table of answers: its own, one for each row of a grid, one for each box."""
        if self.kind == "single":
            return (self.id,)
        return tuple(map(self.column, self.rows or self.values))

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
        name_of = {str(title): raw.get("id") for title in [raw.get("title")]} | {
            str(own): name for name, own in words.items()
        }
        names = {_plain(own): name for own, name in name_of.items()}
        return raw | {"confirmed": [names.get(_plain(str(each)), each) for each in given]}

    @model_validator(mode="after")
    def _is_whole(self) -> Item:
        if (self.kind == "grid") != bool(self.rows):
            raise ValueError(phrase("rows-et-grille"))
        if len({*self.values}) < len(self.values) or len({*self.rows}) < len(self.rows):
            raise ValueError(phrase("reponse-deux-fois"))
        if self.alone and (self.kind != "multiple" or not set(self.alone) <= set(self.values)):
            raise ValueError(phrase("alone-et-plusieurs-reponses"))
        if self.implied and (self.kind != "single" or self.implied.answer not in self.values):
            raise ValueError(phrase("implied-et-une-reponse"))
        if not set(self.words) <= {*self.values, *self.rows}:
            raise ValueError(phrase("words-de-la-question"))
        accepted = {name: self.words.get(name) or name for name in (*self.rows, *self.values)} | {
            self.id: self.title or self.id
        }
        if unknown := [each for each in self.confirmed if each not in accepted]:
            known = ", ".join(f"« {words} »" for words in accepted.values())
            raise ValueError(phrase("confirmed-inconnu", words=unknown[0][:40], known=known))
        return self


def column_name(question: str, part: str) -> str:
    """Return the name of the column of one row, or of one box, of a question."""
    return f"{question}{_BETWEEN}{part}"


def question_and_part(name: str) -> tuple[str, str]:
    """Return which question a column is of, and which row or box; "" where it holds the whole question."""
    question, _, part = name.partition(_BETWEEN)
    return question, part


def question_of(name: str) -> str:
    """Return which question a column is of."""
    return question_and_part(name)[0]


def part_of(name: str) -> str:
    """Return which row or box of its question a column holds; "" where it holds the whole question."""
    return question_and_part(name)[1]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
