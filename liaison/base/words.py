"""Des mots mis ensemble en français : une énumération, le début ou l'intérieur d'une phrase, une date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from liaison.base.languages import FRENCH, languages


def joined(words: Iterable[str], last: str = "et") -> str:
    """Return words as a French enumeration: "a, b et c"."""
    parts = list(words)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def named(titles: Iterable[str]) -> str:
    """Return titles as a French enumeration, each between its quotation marks: some end with a question mark."""
    return joined(f"« {title} »" for title in titles)


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


__all__ = ["day_and_month", "joined", "long_date", "lower_first", "named", "upper_first"]
