"""Des dates que l'on écrit et que l'on lit, et des sommes."""

from __future__ import annotations

import datetime as dt
import re

from liaison.messaging.vocabulary import PURPOSES
from widgets.kit.badge import date_in_words

WRITTEN = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")


def written_date(day: dt.date | None) -> str:
    """Return a date as one types it: « 07/12/2026 », "" for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def read_date(text: str) -> dt.date | None:
    """Return the date that was typed, None when it is none."""
    found = WRITTEN.fullmatch(text)
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def lowered(words: str) -> str:
    """Return words as they go on after a colon."""
    return words[:1].lower() + words[1:]


def quoted_purposes() -> dict[str, str]:
    """Return the purposes of messages, each between its marks: some hold a comma, and they are listed."""
    return {name: f"« {lowered(label)} »" for name, label in PURPOSES.items()}


def euros(amount: float) -> str:
    """Return an amount as French writes it: « 1 250 € », with its cents when there are any."""
    cents = 0 if float(amount).is_integer() else 2
    return f"{amount:,.{cents}f} €".replace(",", " ").replace(".", ",").replace(" ", "\u00a0")


__all__ = ["date_in_words", "euros", "lowered", "quoted_purposes", "read_date", "written_date"]
