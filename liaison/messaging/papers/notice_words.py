"""Les phrases de la notice aux parents dans une langue : ses jours, ses heures et ses nombres par le CLDR."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache

from babel import Locale
from babel.dates import format_time, get_day_names

from liaison.base.dates import hour_words
from liaison.base.languages import languages
from liaison.base.sentences import sentences
from liaison.base.words import joined, upper_first
from liaison.messaging.papers.notice_content import Statement
from liaison.messaging.papers.notice_languages import TEXTS
from liaison.messaging.vocabulary import DAYS
from liaison.phone.words import frame_words


class NoticeWords:
    """Gives the finished sentences of the notice in a language: `words(sentence)`, `words("titre")`.

    Raises:
        TextError: a key that is missing, or that lacks a value.
    """

    def __init__(self, code: str) -> None:
        self.language = languages()[code]
        self.unreviewed = "" if self.language.reviewed else frame_words(code)["non-relu"]
        self._t = sentences(TEXTS / code / "notice.ftl", code)
        self._locale = Locale.parse(self.language.locale)

    def __call__(self, sentence: Statement | str) -> str:
        """Return a sentence, its first letter a capital."""
        sentence = Statement(sentence) if isinstance(sentence, str) else sentence
        values = {name: self._written(name, value) for name, value in sentence.values.items()}
        return upper_first(self._t(sentence.key, **values))

    def _written(self, name: str, value: object) -> str | int:
        match name, value:
            case "sujets", list():
                return self._joined(self._t(f"sujet-{purpose}") for purpose in value)
            case "moyens", list():
                return self._joined(self._t(f"moyen-{channel}") for channel in value)
            case "langues", list():
                return self._joined(str(self._locale.languages.get(code, code)) for code in value)
            case (("premier" | "dernier" | "jour"), str()):
                return str(get_day_names("wide", "stand-alone", self._locale)[DAYS.index(value)])
            case (("debut" | "fin" | "heure"), int()):
                time = dt.time(value // 60, value % 60)
                # As all that the suite writes in French, where the CLDR has « 20:00 ».
                if self._locale.language == "fr":
                    return hour_words(time)
                return format_time(time, "short", locale=self._locale)
            case "lieu", str():
                return value
            case "delai", int():
                return self._t("delai", jours=value)
            case (("jours" | "heures" | "nombre"), int()):
                return value
        raise TypeError(f"{name} : {value!r}")

    def _joined(self, words: Iterable[str]) -> str:
        return joined(words, language=self.language.code)


@cache
def notice_words(code: str) -> NoticeWords:
    """Return the sentences of a language, read once."""
    return NoticeWords(code)


__all__ = ["NoticeWords", "notice_words"]
