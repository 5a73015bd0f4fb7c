"""Des mots mis ensemble en français : une énumération, le début ou l'intérieur d'une phrase, une date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from babel.lists import format_list

from liaison.base.languages import FRENCH, languages
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


def joined(words: Iterable[str], last: str = "et", language: str = FRENCH) -> str:
    """Return words as a language enumerates them, by the CLDR: "a, b et c"; in French, before the `last` another word.

    « a, b puis c » is an order, of which the CLDR has no form.
    """
    parts = list(words)
    if last == "et":
        return format_list(parts, locale=languages()[language].locale)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def named(titles: Iterable[str]) -> str:
    """Return titles as a French enumeration, each between its quotation marks: some end with a question mark."""
    return joined(f"« {title} »" for title in titles)


def shortened(names: Sequence[object], most: int) -> str:
    """Return the first names, and how many more there are: "a, b et 3 autres"."""
    named, more = ", ".join(map(str, names[:most])), len(names) - most
    return phrase("noms-et-d-autres", names=named, more=more) if more > 0 else named


def listed(faults: Sequence[object], most: int) -> str:
    """Return the first faults, one line each, and in a last one how many more there are."""
    lines, more = [f"- {fault}" for fault in faults[:most]], len(faults) - most
    return "\n".join([*lines, phrase("fautes-et-d-autres", more=more)] if more > 0 else lines)


def lower_first(words: str) -> str:
    """Return words as they stand inside a sentence: « Retard » gives « retard », « SMS » stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def upper_first(words: str) -> str:
    """Return words as they open a sentence or a cell."""
    return words[:1].upper() + words[1:]


def day_and_month(day: dt.date) -> str:
    """Return a day of the year in words: "1er septembre"."""
    return languages()[FRENCH].written_day(day, "d MMMM")


def long_date(day: dt.date) -> str:
    """Return a date in words: "1er septembre 2026"."""
    return languages()[FRENCH].written_day(day, "long")


__all__ = ["day_and_month", "joined", "listed", "long_date", "lower_first", "named", "shortened", "upper_first"]
