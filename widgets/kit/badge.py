"""La pastille d'un réglage : sur quoi il repose, en toutes lettres, avec la source et la façon dont on la connaît."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from liaison.rules import known_words, since_words
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.rules import Rule

t = texts("kit")


def badge_of(rule: Rule) -> dict[str, Any]:
    """Return what a badge shows of a rule: its kind in a word, its date if it has one, its source, how it is known.

    Keys: kind (loi, reglement, circulaire, charte, hypothese: for the style), label, since, title, article,
    url, note, known, reported_url, no_url (finished French sentences, empty when the rule does not say).
    """
    source = rule.reference
    return {
        "kind": rule.kind,
        "label": t(f"badge-kind-{rule.kind}"),
        "since": since_words(rule),
        "title": source.title,
        "article": source.article or "",
        "url": source.url or "",
        "note": source.note or "",
        "known": known_words(rule),
        "reported_url": source.reported_url or "",
        "no_url": source.no_url or "",
    }
