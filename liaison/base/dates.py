"""Une date en chiffres, comme on l'écrit et comme on la tape : « 07/12/2026 »."""

from __future__ import annotations

import datetime as dt
import re

_TYPED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*", re.ASCII)


def numeric_date(day: dt.date | None) -> str:
    """Return a date in figures: « 07/12/2026 », "" for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def read_date(text: str) -> dt.date | None:
    """Return the date that somebody typed, the day first: « 7/12/2026 », « 07.12.2026 »; None when it is none."""
    typed = _TYPED.fullmatch(text)
    try:
        return dt.date(int(typed[3]), int(typed[2]), int(typed[1])) if typed else None
    except ValueError:
        return None


__all__ = ["numeric_date", "read_date"]
