"""Les phrases de l'ENT d'entraînement dans une langue, avec ses formes de dates, d'heures, de nombres et de sommes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from babel.dates import format_time

from liaison.base.languages import Language, family_texts, languages_in
from liaison.base.numbers import euros, number
from liaison.base.sentences import TextError, keys_of, sentences
from liaison.phone.words import frame_words, framed
from liaison.practice.model import Money, TextRef

TEXTS = Path(__file__).parent / "texts"


def spoken() -> dict[str, Language]:
    """Return the languages in which the practice ENT is offered, by code."""
    return {code: language for code, language in languages_in(TEXTS).items() if code in framed()}


class Wording:
    """The sentences of one language: `wording(ref)` gives one, with its dates and numbers as the language writes them.

    Raises:
        TextError: a key that is missing, that two files have, or that lacks an argument.
    """

    def __init__(self, language: Language, folder: Path = TEXTS):
        self.language = language
        self._of: dict[str, Callable[..., str]] = {}
        for path in family_texts(folder, language.code):
            t = sentences(path, language.code)
            for key in keys_of(path):
                if key in self._of:
                    raise TextError(f"Le texte « {key} » est écrit deux fois en « {language.code} » ({path.name}).")
                self._of[key] = t

    @property
    def keys(self) -> set[str]:
        """Every key there is, attributes as `key.attribute`."""
        return set(self._of)

    def unreviewed(self) -> str:
        """Return that nobody whose language this is has read the translation yet; empty once it is done."""
        return "" if self.language.reviewed else frame_words(self.language.code)["non-relu"]

    def __call__(self, ref: TextRef | str) -> str:
        """Return the finished sentence."""
        ref = TextRef(key=ref) if isinstance(ref, str) else ref
        if ref.key not in self._of:
            raise TextError(f"Le texte « {ref.key} » n'existe pas en « {self.language.code} ».")
        return self._of[ref.key](ref.key, **{name: self._written(value) for name, value in ref.arguments.items()})

    def _written(self, value: dt.date | Money | int | float | str) -> str | int:
        locale = self.language.locale
        if isinstance(value, dt.date):
            return self.language.written_day(value)
        if isinstance(value, Money):
            return euros(value.eur, locale)
        if isinstance(value, float):
            return number(value, most=3, locale=locale)
        if isinstance(value, str) and (hour := _clock(value)):
            return format_time(hour, "short", locale=locale)
        return value


def _clock(text: str) -> dt.time | None:
    try:
        return dt.time.fromisoformat(text) if len(text) == 5 else None
    except ValueError:
        return None
