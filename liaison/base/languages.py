"""Les langues dans lesquelles la suite parle aux familles : nom, écriture, formes de dates et de nombres."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import Literal

from babel.dates import format_date
from pydantic import BaseModel, ConfigDict

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
        said = format_date(day, form or self.day, locale=self.locale)
        return re.sub(r"(?<!\d)1(?= )", "1er", said, count=1) if self.tag == "fr" and day.day == 1 else said


class _Languages(BaseModel):
    languages: tuple[Language, ...]


@cache
def languages() -> dict[str, Language]:
    """Return the languages by code, in the order in which they are offered; French is the first."""
    raw = read_yaml(LIST.read_text(encoding="utf-8"))
    return {language.code: language for language in _Languages.model_validate(raw).languages}


def languages_in(texts: Path) -> dict[str, Language]:
    """Return the languages that have every file that French has in a folder of texts, in the order of all.

    One whose translation is under way is not offered yet, and stops nothing.
    """
    files = {code: {path.name for path in (texts / code).glob("*.ftl")} for code in languages()}
    first = next(iter(files.values()))
    return {code: language for code, language in languages().items() if first <= files[code]}


__all__ = ["EVERY", "FRENCH", "Language", "languages", "languages_in"]
