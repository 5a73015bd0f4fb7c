"""Les phrases du questionnaire dans une langue : ses questions, leurs réponses, et ce qui les entoure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from liaison.base.languages import FRENCH, Language, languages, languages_in
from liaison.base.sentences import TextError, french_beside, keys_of, sentences
from liaison.diagnostic.questionnaire.questionnaire import (
    QUESTION_TEXTS,
    TEXTS,
    Item,
    Questionnaire,
    QuestionnaireError,
    family_questionnaire,
)
from liaison.rules import rule, rule_file

phrase = french_beside(__file__)

FRAME = "cadre.ftl"
PREFIX = "cadre-"
OPENING = "accueil-explication"
HELP = "aide"
_RULE = "diagnostic/saisie_et_lecture"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Pace(BaseModel):
    """How fast a slow reader reads and answers, how fast a sheet is copied."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words_per_min: float = Field(gt=0, alias="mots_par_minute")
    gesture_s: float = Field(gt=0, alias="geste_s")
    keys_per_s: float = Field(gt=0, alias="touches_par_seconde")


def pace(on: dt.date | None = None) -> Pace:
    """Return the hypotheses of pace that hold on the day `on`; the latest ones without a day."""
    day = max(rule_file(_RULE).values) if on is None else on
    return Pace.model_validate(rule(_RULE, day).value)


class Phrases:
    """A questionnaire in one language.

    Raises:
        TextError: a sentence that this language has not.
    """

    def __init__(self, language: Language, questionnaire: Questionnaire, folder: Path = TEXTS):
        self.language, self.questionnaire = language, questionnaire
        own = folder / language.code
        self._question = sentences(own / QUESTION_TEXTS, language.code)
        self._frame = sentences(own / FRAME, language.code)
        self._helped = {key.partition(".")[0] for key in keys_of(own / QUESTION_TEXTS) if key.endswith(f".{HELP}")}
        self._framed = [key.removeprefix(PREFIX) for key in keys_of(own / FRAME)]

    def question(self, name: str) -> str:
        """Return the question, or what a context is called (« Classe de l'enfant »)."""
        return self._question(name)

    def help(self, item: Item) -> str:
        """Return what helps to understand the question; empty when it needs nothing."""
        return self._question(f"{item.id}.{HELP}") if item.id in self._helped else ""

    def part(self, name: str, part: str) -> str:
        """Return the sentence of a value, or of a row, of a question or of a context."""
        return self._question(f"{name}-{part}")

    def frame(self, key: str, **arguments: object) -> str:
        """Return a sentence of what surrounds the questions."""
        return self._frame(f"{PREFIX}{key}", **arguments)

    def opening(self) -> str:
        """Return why the school asks, and how many questions there are, counted as they are numbered everywhere."""
        return self.frame(OPENING, nombre=len(self.questionnaire.items))

    def unreviewed(self) -> str:
        """Return that nobody whose language this is has read the translation yet; empty once it is done."""
        return "" if self.language.reviewed else self.frame("non-relu")

    def words(self) -> dict[str, str]:
        """Return the sentences of the frame by key, save those that need an argument (the address of a poster)."""
        sentences_by_key = {OPENING: self.opening()}
        for key in self._framed:
            try:
                sentences_by_key[key] = self.frame(key)
            except TextError:
                continue
        return sentences_by_key

    def read_in_order(self) -> Iterator[str]:
        """Yield what a parent reads from the first question to the last, each sentence once per screen.

        A grid is one screen per row; its question is read with the first row.
        """
        for item in self.questionnaire.items:
            yield from filter(None, (self.question(item.id), self.help(item)))
            if item.kind == "multiple":
                yield self.frame("plusieurs")
            for row in item.rows or ("",):
                yield from (self.part(item.id, part) for part in filter(None, (row, *item.values)))


def screens_of(questionnaire: Questionnaire) -> int:
    """Return how many screens the questions take, one per question and one per row of a grid."""
    return sum(len(item.rows) or 1 for item in questionnaire.items)


def reading_s(phrases: Phrases, at: Pace | None = None) -> float:
    """Return the seconds that a slow reader takes to read every word of the questions and to answer them all."""
    at = at or pace()
    return words_of(phrases) / at.words_per_min * 60 + screens_of(phrases.questionnaire) * at.gesture_s


def words_of(phrases: Phrases) -> int:
    """Return how many words the questions, their helps and their answers have, as they are read in order."""
    return sum(len(_WORD.findall(sentence)) for sentence in phrases.read_in_order())


def reading_table() -> str:
    """Return the Markdown table of docs/temps_de_lecture.md: what reading and answering take, language by language."""
    speed = pace()
    lines = [phrase("tableau-de-lecture"), "|---|---:|---:|---:|"]
    for code, language in spoken().items():
        words = words_of(phrases(code))
        reading = _minutes(words / speed.words_per_min * 60)
        lines.append(f"| {language.name} | {words} | {reading} | {_minutes(reading_s(phrases(code)))} |")
    return "\n".join(lines)


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s"


def spoken() -> dict[str, Language]:
    """Return the languages in which the questionnaire is offered, by code."""
    return languages_in(TEXTS)


def check_language(code: str) -> None:
    """Check that the questionnaire is offered in a language.

    Raises:
        QuestionnaireError: it is not; those in which it is are named.
    """
    if code not in spoken():
        raise QuestionnaireError(phrase("langue-inconnue", language=code, languages=", ".join(spoken())))


def check_level(level: str, levels: Sequence[str]) -> None:
    """Check that a level is one of those of the questionnaire; none is of all of them.

    Raises:
        QuestionnaireError: it is not; the levels are named.
    """
    if level and level not in levels:
        raise QuestionnaireError(phrase("niveau-inconnu", level=level, levels=", ".join(levels)))


@cache
def phrases(code: str) -> Phrases:
    """Return the questionnaire of the suite in a language, read once."""
    return Phrases(languages()[code], family_questionnaire())


def missing_texts(questionnaire: Questionnaire, folder: Path = TEXTS) -> list[str]:
    """Return what the texts of the languages lack, or have in excess, one line each; nothing when all is complete."""
    wanted = set(_keys(questionnaire))
    framed = set(keys_of(folder / FRENCH / FRAME))
    faults = []
    for code in languages():
        for name, expected in ((QUESTION_TEXTS, wanted), (FRAME, framed)):
            path = folder / code / name
            present = set(keys_of(path)) if path.is_file() else set()
            own = {key for key in present if not key.endswith(f".{HELP}")} if name == QUESTION_TEXTS else present
            faults += [phrase("texte-manquant", language=code, file=name, key=key) for key in sorted(expected - own)]
            faults += [phrase("texte-en-trop", language=code, file=name, key=key) for key in sorted(own - expected)]
    return faults


def _keys(questionnaire: Questionnaire) -> Iterator[str]:
    for item in questionnaire.items:
        yield from (item.id, *(f"{item.id}-{part}" for part in (*item.rows, *item.values)))
    for name, values in questionnaire.context.items():
        yield from (name, *(f"{name}-{value}" for value in values))


__all__ = ["Pace", "Phrases", "missing_texts", "pace", "phrases", "reading_s", "reading_table", "screens_of", "spoken"]
