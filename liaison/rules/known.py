"""Comment une règle est connue, en toutes lettres : lue, rapportée par un tiers, ou choisie par la suite."""

from __future__ import annotations

from liaison.base.typography import typeset
from liaison.base.words import long_date
from liaison.rules.loader import Rule


def since_words(found: Rule) -> str:
    """Return the few words beside the badge of a rule: a date for a text, none for what the suite chose.

    A text that nobody here read is « rapporté »; it has a date only where its source gives one.
    """
    known = found.reference.known
    if found.kind == "hypothese":
        return "rapporté" if known == "rapporte" else "choisi par la suite"
    if known == "lu":
        return f"depuis le {long_date(found.since)}"
    return typeset(f"rapporté, depuis {since}") if (since := found.reference.since) else "rapporté"


def known_words(found: Rule) -> str:
    """Return, in one or two sentences, how a rule is known; `checked_on` is the day its source was looked up."""
    reference = found.reference
    if reference.read_on:
        return f"Lu le {long_date(reference.read_on)}."
    if reference.reported_by:
        day = long_date(found.checked_on)
        return typeset(f"Rapporté par {reference.reported_by}, relevé le {day}. Texte non lu : à vérifier.")
    return "Valeur choisie par la suite, à régler : aucun texte ne la fixe."


def as_reported(found: Rule) -> str:
    """Return what a sentence that tells what a rule says adds for a text that nobody here read; nothing otherwise."""
    return ", d'après ce qui en est rapporté" if found.reference.known == "rapporte" else ""


def _held_words(found: Rule) -> str:
    """Return from when a rule holds, as far as it is known; nothing for what the suite chose or a product's default."""
    if found.kind == "hypothese":
        return ""
    if found.reference.known == "lu":
        return f"{'Retenu' if found.kind == 'charte' else 'En vigueur'} depuis le {long_date(found.since)}."
    return typeset(f"Depuis {since}, d'après qui le rapporte.") if (since := found.reference.since) else ""


def provenance(found: Rule) -> str:
    """Return where a rule comes from, in full: title, article, date, reservation, how it is known, missing address."""
    reference = found.reference
    article = f", {reference.article}" if reference.article else ""
    said = (_held_words(found), reference.note, known_words(found), reference.no_url)
    return " ".join((f"{reference.title}{article}.", *filter(None, said)))


__all__ = ["as_reported", "known_words", "provenance", "since_words"]
