"""La pastille d'un réglage : sur quoi il repose, en toutes lettres, avec la date et la source."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.rules import Rule

t = texts("kit")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def date_in_words(day: dt.date) -> str:
    """Return a date as French writes it: « 1er septembre 2025 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def badge_of(rule: Rule) -> dict[str, Any]:
    """Return what a badge shows of a rule: its kind in a word, its date, its source, the day someone read it.

    Keys: kind (loi, reglement, circulaire, charte, hypothese: for the style), label, since, title, article,
    url, note, checked_on (finished French sentences, empty when the rule does not say).
    """
    source = rule.reference
    return {
        "kind": rule.kind,
        "label": t(f"badge-kind-{rule.kind}"),
        "since": t("badge-since", date=date_in_words(rule.since)),
        "title": source.title,
        "article": source.article or "",
        "url": source.url or "",
        "note": source.note or "",
        "checked_on": t("badge-checked", date=date_in_words(rule.checked_on)),
    }
