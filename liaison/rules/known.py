"""Comment une règle est connue, en toutes lettres : lue, rapportée par un tiers, ou choisie par la suite."""

from __future__ import annotations

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import long_date
from liaison.rules.loader import Rule

phrase = french_beside(__file__)


def since_words(rule: Rule) -> str:
    """Return the few words beside the badge of a rule: a date for a text, none for what the suite chose.

    A text that nobody here read is « rapporté »; it has a date only where its source gives one.
    """
    known = rule.reference.known
    if rule.kind == "hypothese":
        return phrase("rapporte") if known == "rapporte" else phrase("choisi")
    if known == "lu":
        return phrase("depuis", day=long_date(rule.since))
    return typeset(phrase("rapporte-depuis", since=since)) if (since := rule.reference.since) else phrase("rapporte")


def known_words(rule: Rule) -> str:
    """Return, in one or two sentences, how a rule is known; `checked_on` is the day its source was looked up."""
    reference = rule.reference
    if reference.read_on:
        return phrase("lu", day=long_date(reference.read_on))
    if reference.reported_by:
        day = long_date(rule.checked_on)
        return typeset(phrase("rapporte-par", source=reference.reported_by, day=day))
    return phrase("valeur-choisie")


def as_reported(rule: Rule) -> str:
    """Return what a sentence that tells what a rule says adds for a text that nobody here read; nothing otherwise."""
    return phrase("d-apres-ce-qui-est-rapporte") if rule.reference.known == "rapporte" else ""


def _held_words(rule: Rule) -> str:
    """Return from when a rule holds, as far as it is known; nothing for what the suite chose or a product's default."""
    if rule.kind == "hypothese":
        return ""
    if rule.reference.known == "lu":
        return phrase("retenu" if rule.kind == "charte" else "en-vigueur", day=long_date(rule.since))
    return typeset(phrase("depuis-d-apres", since=since)) if (since := rule.reference.since) else ""


def provenance(rule: Rule) -> str:
    """Return where a rule comes from, in full: title, article, date, reservation, how it is known, missing address."""
    reference = rule.reference
    article = f", {reference.article}" if reference.article else ""
    words = (_held_words(rule), reference.note, known_words(rule), reference.no_url)
    return " ".join((f"{reference.title}{article}.", *filter(None, words)))


__all__ = ["as_reported", "known_words", "provenance", "since_words"]
