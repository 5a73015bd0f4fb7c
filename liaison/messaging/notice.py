"""La notice aux parents : une page, en langage clair, tirée des mêmes réglages que la charte."""

from __future__ import annotations

from collections.abc import Iterable

from liaison.documents import Block, Definitions, Document, Part, Signatures, bold, bullets, heading, paragraph
from liaison.documents.typography import french_document
from liaison.messaging.policy import HeldHours, Policy
from liaison.messaging.vocabulary import CHANNELS, Channel, HeldBy, Purpose
from liaison.messaging.wording import (
    BY_CHANNEL,
    FALLBACKS,
    PLACES,
    delay_words,
    held_words,
    languages_words,
    marks_words,
    purposes_of,
    purposes_words,
    rhythm_words,
)
from liaison.phrasing import joined, upper_first
from liaison.school.vocabulary import SchoolKind


def notice(policy: Policy, school_name: str, kind: SchoolKind = "college") -> Document:
    """Return the one-page notice for parents: where to look, when, what to do without a screen, how to write.

    Short sentences, one idea each, no badge: what is law and what is a choice is told in the charter.
    """
    place = PLACES[kind]
    blocks: list[Block] = [
        heading(1, "Où regarder"),
        _where(policy, kind),
        heading(1, "Quand"),
        bullets(*_when(policy)),
        heading(1, "Si vous n'utilisez pas internet"),
        paragraph(*_without_screen(policy, kind)),
        heading(1, "Pour nous écrire"),
        bullets(*_to_us(policy, place)),
        Signatures(lines=("Numéro de téléphone à appeler", "Personne à demander")),
    ]
    return french_document(
        Document(
            title=f"{upper_first(place)} vous écrit : ce qu'il faut savoir",
            subtitle=school_name,
            author=school_name,
            footer=school_name,
            text_size_pt=11,
            blocks=blocks,
        )
    )


def _where(policy: Policy, kind: SchoolKind) -> Definitions:
    """Say each channel with what comes by it: a parent looks in a place, not for a purpose."""
    by_channel: dict[Channel, list[Purpose]] = {}
    for purpose in purposes_of(kind):
        if purpose == "question_parent":
            continue
        for channel in policy.purposes[purpose].channels:
            by_channel.setdefault(channel, []).append(purpose)
    return Definitions(
        items=tuple(
            (CHANNELS[channel], f"{purposes_words(by_channel[channel])}.")
            for channel in CHANNELS
            if channel in by_channel
        )
    )


def _when(policy: Policy) -> list[tuple[Part, ...]]:
    absence = policy.purposes["absence"]
    lines: list[tuple[Part, ...]] = [
        (
            bold("Votre enfant est absent : "),
            f"nous vous prévenons {_by(absence.channels)}, {rhythm_words(policy, absence.rhythm)}.",
        ),
        (bold("Les notes : "), *_marks(policy)),
    ]
    effects: dict[HeldBy, tuple[str, str]] = {
        "suspended": ("Rien de nouveau ne paraît : ", "Ce que nous écrivons paraît ensuite."),
        "quiet": ("Le téléphone ne sonne pas : ", "Ce qui est paru vous attend : vous pouvez le lire."),
    }
    for setting, (title, effect) in effects.items():
        hours = policy.hours(setting)["responsables"]
        if hours.holds_something():
            exception = f" Exception : {purposes_words(hours.passes)}." if hours.passes else ""
            lines.append((bold(title), f"{joined(_times(hours))}. {effect}", exception))
    return lines


def _times(hours: HeldHours) -> list[str]:
    days_off = {"pendant les vacances": hours.school_holidays, "les jours fériés": hours.public_holidays}
    return [*held_words(hours), *(words for words, held in days_off.items() if held)]


def _marks(policy: Policy) -> tuple[str, ...]:
    pupil, parents = marks_words(policy.marks)
    return (
        pupil.replace("L'élève voit", "votre enfant voit"),
        parents.replace("Ses responsables légaux la voient", " Vous la voyez").replace("l'élève", "lui"),
    )


def _by(channels: Iterable[Channel]) -> str:
    return joined(BY_CHANNEL[channel] for channel in channels)


def _without_screen(policy: Policy, kind: SchoolKind) -> list[Part]:
    ways = {settings.fallback for settings in policy.purposes.values()} - {None}
    words = joined(FALLBACKS[way] for way in FALLBACKS if way in ways)
    parts: list[Part] = ["Dites-le-nous, de vive voix ou sur papier. "]
    nothing = "Rien d'autre n'est encore prévu : demandez-nous comment faire."
    parts.append(f"Selon le sujet, l'information vous vient autrement : {words}." if words else nothing)
    return parts


def _to_us(policy: Policy, place: str) -> list[tuple[Part, ...]]:
    question = policy.purposes["question_parent"]
    reply = policy.reply_within_hours
    lines: list[tuple[Part, ...]] = [
        (
            bold("Une question : "),
            f"contactez-nous {_by(question.channels)}.",
            f" Réponse en {delay_words(reply)} au plus." if reply is not None else "",
        ),
        (
            bold("Deux responsables : "),
            "chacun a son propre compte. Demandez le vôtre. Gardez votre mot de passe pour vous.",
        ),
        (bold("Votre numéro ou votre adresse change : "), f"prévenez {place} tout de suite."),
    ]
    languages = [code for code in policy.languages if code != "fr"]
    if languages:
        lines.append(
            (
                bold("Une autre langue : "),
                f"les messages existent en {languages_words(languages)}. Demandez-les.",
            )
        )
    return lines
