"""Les langues : celles dans lesquelles la suite parle aux familles, et celles que des familles parlent."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import Literal

from babel import Locale, localedata
from babel.dates import format_date
from pydantic import BaseModel, ConfigDict

from liaison.base.letters import in_ascii
from liaison.base.yaml_text import read_yaml

FRENCH = "fr"  # what is written first, and what prevails
EVERY = "toutes"  # what a person writes for every language at once
LIST = Path(__file__).with_suffix(".yaml")


class Language(BaseModel):
    """A language in which a family can read a page or a sheet of the suite."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: str
    tag: str
    locale: str
    day: str
    direction: Literal["ltr", "rtl"]
    reviewed: bool

    def isolated(self, text: str) -> str:
        """Return words written by others so that a sentence from right to left keeps their order, numbers included."""
        return f"\u2068{text}\u2069" if self.direction == "rtl" else text

    def written_day(self, day: dt.date, form: str = "") -> str:
        """Return a day as the language writes it, by the CLDR: its own form, or another ("long", with the year).

        The CLDR writes "1 janvier": French says "1er janvier".
        """
        written = format_date(day, form or self.day, locale=self.locale)
        return re.sub(r"(?<!\d)1(?= )", "1er", written, count=1) if self.tag == "fr" and day.day == 1 else written


class FamilyLanguages(BaseModel):
    """The codes (ISO 639-1) of what families speak: each is in one of the three, in the order in which it is shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    in_questionnaire: tuple[str, ...]
    proposed: tuple[str, ...]
    spoken: tuple[str, ...]


class _Languages(BaseModel):
    languages: tuple[Language, ...]
    families: FamilyLanguages


def _read() -> _Languages:
    return _Languages.model_validate(read_yaml(LIST.read_text(encoding="utf-8")))


@cache
def languages() -> dict[str, Language]:
    """Return the languages by code, in the order in which they are offered; French is the first."""
    return {language.code: language for language in _read().languages}


@cache
def of_families() -> FamilyLanguages:
    """Return the codes of the languages that families speak."""
    return _read().families


def french_name(code: str) -> str:
    """Return the name of a language inside a French sentence, by the CLDR; a code that is not known stays as it is."""
    return str(Locale(FRENCH).languages.get(code, code))


@cache
def known_codes() -> frozenset[str]:
    """Return the codes by which the CLDR knows languages: `french_name` names each."""
    return frozenset(map(str, Locale(FRENCH).languages))


def right_to_left(tag: str) -> bool:
    """Return whether a language is written from right to left, from the first part of its tag, by the CLDR."""
    code = tag.partition("-")[0]
    return localedata.exists(code) and Locale(code).text_direction == "rtl"


def word_of(code: str) -> str:
    """Return a language as the files of answers write it: « francais », its French name without accents."""
    return in_ascii(french_name(code))


def languages_in(texts: Path) -> dict[str, Language]:
    """Return the languages that have every file that French has in a folder of texts, in the order of all.

    One whose translation is under way is not offered yet, and stops nothing.
    """
    files = {code: {path.name for path in family_texts(texts, code)} for code in languages()}
    return {code: language for code, language in languages().items() if files[FRENCH] <= files[code]}


def family_texts(texts: Path, code: str) -> list[Path]:
    """Return the files in which a folder of texts speaks to families in one language, by name.

    What a module beside the folder says to the team is in French alone, in a file of its name: it is none of them.
    """
    translated = {path.name for other in languages() if other != FRENCH for path in (texts / other).glob("*.ftl")}
    return [
        path
        for path in sorted((texts / code).glob("*.ftl"))
        if path.name in translated or not texts.with_name(path.name).with_suffix(".py").is_file()
    ]


__all__ = [
    "EVERY",
    "FRENCH",
    "FamilyLanguages",
    "Language",
    "family_texts",
    "french_name",
    "known_codes",
    "languages",
    "languages_in",
    "of_families",
    "right_to_left",
    "word_of",
]
