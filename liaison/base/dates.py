"""Une date en chiffres et une heure, comme on les écrit et comme on les tape : « 07/12/2026 », « 17 h 05 »."""

from __future__ import annotations

import datetime as dt
import re

_TYPED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*", re.ASCII)


def numeric_date(day: dt.date | None) -> str:
    """Return a date in figures: « 07/12/2026 », "" for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def hour_words(moment: dt.time | dt.datetime) -> str:
    """Return an hour as one says it: « 8 h », « 17 h 05 », « 23 h 59 »."""
    return f"{moment.hour} h" + (f" {moment.minute:02d}" if moment.minute else "")


def read_date(text: str) -> dt.date | None:
    """Return the date that somebody typed, the day first: « 7/12/2026 », « 07.12.2026 »; None when it is none."""
    typed = _TYPED.fullmatch(text)
    try:
        return dt.date(int(typed[3]), int(typed[2]), int(typed[1])) if typed else None
    except ValueError:
        return None


__all__ = ["hour_words", "numeric_date", "read_date"]
