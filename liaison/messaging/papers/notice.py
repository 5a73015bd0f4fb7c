"""La notice aux parents : une page, en langage clair, tirée des mêmes réglages que la charte."""

from __future__ import annotations

from collections.abc import Iterable

from liaison.base.labels import Labels
from liaison.base.sentences import french_beside
from liaison.base.words import joined, upper_first
from liaison.documents import Block, Definitions, Document, Part, Signatures, bold, bullets, heading, paragraph
from liaison.documents.typography import french_document
from liaison.messaging.policy.policy import HeldHours, Policy
from liaison.messaging.vocabulary import CHANNELS, HELD_HOURS, Channel, HeldBy, Purpose, addressee
from liaison.messaging.wording import (
    BY_CHANNEL,
    FALLBACKS,
    PLACES,
    held_words,
    languages_words,
    marks_words,
    purposes_of,
    purposes_words,
    reaches_offline,
    reply_break,
    reply_words,
    shows_on_a_screen,
    ways_words,
)
from liaison.school.vocabulary import SchoolKind

phrase = french_beside(__file__)

# As the notice names these hours a few lines further down.
DURING = Labels(HELD_HOURS, lambda setting: phrase(f"pendant-{setting}"))
MESSAGING: tuple[Channel, ...] = ("ent", "vie_scolaire")


def notice(policy: Policy, school_name: str, kind: SchoolKind = "college") -> Document:
    """Return the one-page notice for parents: where to look, when, what to do without a screen, how to write.

    Short sentences, one idea each, no badge: what is law and what is a choice is told in the charter.
    """
    place = PLACES[kind]
    blocks: list[Block] = [
        heading(1, phrase("ou-regarder")),
        _where(policy, kind),
        heading(1, phrase("quand")),
        bullets(*_when(policy, kind)),
        heading(1, phrase("sans-internet")),
        paragraph(*_without_screen(policy, kind)),
        heading(1, phrase("pour-nous-ecrire")),
        bullets(*_to_us(policy, place)),
        Signatures(lines=(phrase("numero-a-appeler"), phrase("personne-a-demander"))),
    ]
    return french_document(
        Document(
            title=phrase("titre", place=upper_first(place)),
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


def _line(title: str, *parts: str) -> tuple[Part, ...]:
    return (bold(f"{title} "), *parts)


def _when(policy: Policy, kind: SchoolKind) -> list[tuple[Part, ...]]:
    pupil, parents = marks_words(policy)
    ways = ways_words(policy, "absence", BY_CHANNEL, DURING)
    lines = [
        _line(phrase("enfant-absent"), phrase("nous-vous-prevenons", ways=ways)),
        _line(phrase("les-notes"), phrase("vous-les-voyez", pupil=pupil, parents=parents)),
    ]
    for setting in HELD_HOURS:
        if policy.hours(setting)["responsables"].holds_something() and shows_on_a_screen(policy):
            lines.append(_held(policy, kind, setting))
    return lines


def _held(policy: Policy, kind: SchoolKind, setting: HeldBy) -> tuple[Part, ...]:
    """Say what one setting's hours hold back, when, and what passes."""
    hours = policy.hours(setting)["responsables"]
    sent = [purpose for purpose in purposes_of(kind) if addressee(purpose) == "responsables"]
    passes = [purpose for purpose in hours.passes if purpose in sent]
    exceptions = [phrase("exception", purposes=purposes_words(passes))] if passes else []
    if setting == "quiet" and policy.never_rests_together("responsables"):
        apart = passes or policy.suspended["responsables"].passes
        exceptions.append(phrase("ne-sonne-jamais-a-part" if apart else "ne-sonne-jamais"))
    never = setting == "suspended" and hours.never_ends()
    effect = phrase("ne-parait-jamais") if never else phrase(f"effet-{setting}")
    return _line(
        phrase(f"retenu-{setting}"),
        f"{joined(_times(hours))}. {effect}",
        "".join(f" {sentence}" for sentence in exceptions),
    )


def _times(hours: HeldHours) -> list[str]:
    days_off = {"pendant-les-vacances": hours.school_holidays, "pendant-les-feries": hours.public_holidays}
    return [*held_words(hours), *(phrase(key) for key, held in days_off.items() if held)]


def _by(channels: Iterable[Channel]) -> str:
    return joined(BY_CHANNEL[channel] for channel in channels)


def _without_screen(policy: Policy, kind: SchoolKind) -> list[Part]:
    sent = [purpose for purpose in purposes_of(kind) if addressee(purpose) == "responsables"]
    planned = [policy.purposes[purpose] for purpose in sent]
    ways = {way for settings in planned for way in (settings.fallback, *settings.channels)}
    offline = {**FALLBACKS, "sms": "SMS"}
    words = joined(offline[way] for way in offline if way in ways)
    if not words:
        return [f"{phrase('dites-le-nous')} ", phrase("rien-d-autre")]
    without = [purpose for purpose in sent if not reaches_offline(policy, purpose)]
    nothing = f" {phrase('rien-pour', purposes=purposes_words(without))}" if without else ""
    return [f"{phrase('dites-le-nous')} ", phrase("autrement", ways=words), nothing]


def _contact(policy: Policy) -> str:
    """Say by which ways a parent can ask: a messaging only where it lets them write to somebody."""
    question, reach = policy.purposes["question_parent"], policy.writing["responsables"]
    closed = all(reach[other] == "non" for other in ("enseignants", "personnels", "direction"))
    # Nobody asks a question on a notice board.
    ways: list[Channel] = [channel for channel in question.channels if channel != "affichage"]
    open_to_them = [channel for channel in ways if not (closed and channel in MESSAGING)]
    if not open_to_them and question.fallback not in (None, "affichage"):
        open_to_them = [question.fallback]
    return phrase("contactez-nous", ways=_by(open_to_them)) if open_to_them else phrase("demandez-nous")


def _to_us(policy: Policy, place: str) -> list[tuple[Part, ...]]:
    # What the charter leaves to be decided is not promised here.
    reply = policy.reply_within_hours if reply_break(policy) is None else None
    answered = f" {phrase('reponse', delay=reply_words(reply))}" if reply is not None else ""
    lines = [
        _line(phrase("une-question"), _contact(policy), answered),
        _line(phrase("deux-responsables"), phrase("chacun-son-compte")),
        _line(phrase("numero-ou-adresse"), phrase("prevenez", place=place)),
    ]
    languages = [code for code in policy.languages if code != "fr"]
    if languages:
        other = phrase("messages-en", languages=languages_words(languages))
        lines.append(_line(phrase("une-autre-langue"), other))
    return lines
