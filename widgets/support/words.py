"""Des dates que l'on écrit et que l'on lit, et les motifs de message cités."""

from __future__ import annotations

import datetime as dt
import re

from liaison.base.words import lower_first
from liaison.messaging.vocabulary import PURPOSES
from liaison.messaging.worse_off import WorseOff
from widgets.texts import texts

t = texts("support")
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


def quoted_purposes() -> dict[str, str]:
    """Return the purposes of messages, each between its marks: some hold a comma, and they are listed."""
    return {name: f"« {lower_first(label)} »" for name, label in PURPOSES.items()}


def worse_off_words(found: WorseOff) -> str:
    """Return why the loans alone leave some families out, "" when they leave out nobody more."""
    new, stopped = len(found.families), len(found.without_fallback)
    return t("out-worse", new=new, stopped=stopped) if stopped else ""


__all__ = ["quoted_purposes", "read_date", "worse_off_words", "written_date"]
