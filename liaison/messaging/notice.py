"""La notice aux parents : une page, en langage clair, tirée des mêmes réglages que la charte."""

from __future__ import annotations

from collections.abc import Iterable

from liaison.base.words import joined, upper_first
from liaison.documents import Block, Definitions, Document, Part, Signatures, bold, bullets, heading, paragraph
from liaison.documents.typography import french_document
from liaison.messaging.policy import HeldHours, Policy
from liaison.messaging.vocabulary import CHANNELS, Channel, HeldBy, Purpose, addressee
from liaison.messaging.wording import (
    BY_CHANNEL,
    FALLBACKS,
    PLACES,
    REPLY_IF,
    held_words,
    languages_words,
    marks_words,
    purposes_of,
    purposes_words,
    reply_break,
    reply_words,
    shows_on_a_screen,
    ways_words,
)
from liaison.school.vocabulary import SchoolKind

# As the notice names these hours a few lines further down.
DURING: dict[HeldBy, str] = {
    "suspended": "aux heures où rien de nouveau ne paraît",
    "quiet": "aux heures où rien ne sonne",
}
MESSAGING: tuple[Channel, ...] = ("ent", "vie_scolaire")


def notice(policy: Policy, school_name: str, kind: SchoolKind = "college") -> Document:
    """Return the one-page notice for parents: where to look, when, what to do without a screen, how to write.

    Short sentences, one idea each, no badge: what is law and what is a choice is told in the charter.
    """
    place = PLACES[kind]
    blocks: list[Block] = [
        heading(1, "Où regarder"),
        _where(policy, kind),
        heading(1, "Quand"),
        bullets(*_when(policy, kind)),
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
        if addressee(purpose) != "responsables":
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


def _when(policy: Policy, kind: SchoolKind) -> list[tuple[Part, ...]]:
    pupil, parents = marks_words(policy)
    lines: list[tuple[Part, ...]] = [
        (
            bold("Votre enfant est absent : "),
            f"nous vous prévenons {ways_words(policy, 'absence', BY_CHANNEL, DURING)}.",
        ),
        (bold("Les notes : "), f"votre enfant voit sa note {pupil}. Vous la voyez {parents}."),
    ]
    effects: dict[HeldBy, tuple[str, str]] = {
        "suspended": ("Rien de nouveau ne paraît à l'écran : ", "Ce que nous écrivons paraît ensuite."),
        "quiet": ("Rien ne sonne, sauf un appel : ", "Ce qui est paru vous attend : vous pouvez le lire."),
    }
    for setting, (title, effect) in effects.items():
        hours = policy.hours(setting)["responsables"]
        if hours.holds_something() and shows_on_a_screen(policy):
            sent = [purpose for purpose in purposes_of(kind) if addressee(purpose) == "responsables"]
            passes = [purpose for purpose in hours.passes if purpose in sent]
            exception = f" Exception : {purposes_words(passes)}." if passes else ""
            if setting == "suspended" and hours.never_ends():
                effect = "Ce que nous écrivons ne paraît jamais."
            if setting == "quiet" and policy.never_rests_together("responsables"):
                apart = "à part ces exceptions, " if passes or policy.suspended["responsables"].passes else ""
                exception += f" Avec les heures où rien de nouveau ne paraît, c'est toute la semaine : {apart}rien ne "
                exception += "sonne jamais."
            lines.append((bold(title), f"{joined(_times(hours))}. {effect}", exception))
    return lines


def _times(hours: HeldHours) -> list[str]:
    days_off = {"pendant les vacances": hours.school_holidays, "les jours fériés": hours.public_holidays}
    return [*held_words(hours), *(words for words, held in days_off.items() if held)]


def _by(channels: Iterable[Channel]) -> str:
    return joined(BY_CHANNEL[channel] for channel in channels)


def _without_screen(policy: Policy, kind: SchoolKind) -> list[Part]:
    planned = [policy.purposes[one] for one in purposes_of(kind) if addressee(one) == "responsables"]
    ways = {one for settings in planned for one in (settings.fallback, *settings.channels)}
    offline = {**FALLBACKS, "sms": "SMS"}
    words = joined(offline[way] for way in offline if way in ways)
    parts: list[Part] = ["Dites-le-nous, de vive voix ou sur papier. "]
    nothing = "Rien d'autre n'est encore prévu : demandez-nous comment faire."
    parts.append(f"Selon le sujet, l'information vous vient autrement : {words}." if words else nothing)
    return parts


def _contact(policy: Policy) -> str:
    """Say by which ways a parent can ask: a messaging only where it lets them write to somebody."""
    question, reach = policy.purposes["question_parent"], policy.writing["responsables"]
    closed = all(reach[other] == "non" for other in ("enseignants", "personnels", "direction"))
    # Nobody asks a question on a notice board.
    ways: list[Channel] = [one for one in question.channels if one != "affichage"]
    open_to_them = [one for one in ways if not (closed and one in MESSAGING)]
    if not open_to_them and question.fallback not in (None, "affichage"):
        open_to_them = [question.fallback]
    return f"contactez-nous {_by(open_to_them)}" if open_to_them else "demandez-nous, de vive voix, comment nous écrire"


def _to_us(policy: Policy, place: str) -> list[tuple[Part, ...]]:
    # What the charter leaves to be decided is not promised here.
    reply = policy.reply_within_hours if reply_break(policy) is None else None
    lines: list[tuple[Part, ...]] = [
        (
            bold("Une question : "),
            f"{_contact(policy)}.",
            f" Réponse {reply_words(reply)}, {REPLY_IF}." if reply is not None else "",
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
