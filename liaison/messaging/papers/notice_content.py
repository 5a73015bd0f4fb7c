"""Ce que dit la notice aux parents, avant toute langue : des phrases par leur clé, chacune tenue par un réglage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from liaison.messaging.policy.marks_shown import marks_shown
from liaison.messaging.policy.policy import DAY_MIN, HALF_HOURS, HeldHours, Policy
from liaison.messaging.vocabulary import (
    CHANNELS,
    DAYS,
    DIGITAL,
    FALLBACKS,
    HELD_HOURS,
    Audience,
    Channel,
    HeldBy,
    Purpose,
    addressee,
)
from liaison.messaging.wording import (
    held_spans,
    purposes_of,
    reaches_offline,
    reply_break,
    shows_on_a_screen,
    whole_days,
)
from liaison.school.vocabulary import SchoolKind

MOST_TIMES = 6  # above, nobody reads them one by one: the school gives the list
MOST_LANGUAGES = 10  # above, they are counted
FEWEST_FOR_ALL_BUT = 6  # of the subjects: « tout, sauf… » says it shorter
MOST_LEFT_OUT = 3
MESSAGING: tuple[Channel, ...] = ("ent", "vie_scolaire")
BY_NUMBER: tuple[Channel, ...] = ("sms", "telephone", "courriel")
DRAWINGS: Mapping[Channel, str] = {
    "ent": "ordinateur",
    "vie_scolaire": "ecole",
    "sms": "bulle",
    "telephone": "telephone",
    "carnet": "papier",
    "affichage": "document",
    "courriel": "enveloppe",
    "visio": "groupe",
}
PartKey = Literal["ou-regarder", "quand", "sans-internet", "pour-nous-ecrire"]


@dataclass(frozen=True)
class Statement:
    """A sentence by its key, and what it needs: its values are said by their name, in any language.

    `sujets`: purposes; `moyens`: channels; `premier`, `dernier`, `jour`: days; `debut`, `fin`, `heure`: minutes since
    midnight; `langues`: codes; `lieu`: a kind of school; `delai`: days after a test; `jours`, `heures`, `nombre`: whole
    numbers.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class NoticeLine:
    """A drawing, a few words that stand out, and what is said of them."""

    drawing: str
    term: Statement
    sentences: tuple[Statement, ...]


@dataclass(frozen=True)
class NoticePart:
    """A part of the notice: the key of its title, its lines."""

    title: PartKey
    lines: tuple[NoticeLine, ...]


def parts(policy: Policy, kind: SchoolKind) -> tuple[NoticePart, ...]:
    """Return the four parts of the notice: where to look, when, without internet, how to write to us."""
    return (
        NoticePart("ou-regarder", tuple(_where(policy, kind))),
        NoticePart("quand", tuple(_when(policy, kind))),
        NoticePart("sans-internet", (_without_screen(policy, kind),)),
        NoticePart("pour-nous-ecrire", tuple(_to_us(policy, kind))),
    )


def to_families(kind: SchoolKind) -> list[Purpose]:
    """Return what families are written about, in a kind of school."""
    return [purpose for purpose in purposes_of(kind) if addressee(purpose) == "responsables"]


def _where(policy: Policy, kind: SchoolKind) -> Iterator[NoticeLine]:
    """Say each channel with what comes by it: a parent looks in a place, not for a purpose."""
    for channel in CHANNELS:
        purposes = [purpose for purpose in to_families(kind) if channel in policy.purposes[purpose].channels]
        if purposes:
            term = Statement(f"moyen-{channel}")
            yield NoticeLine(DRAWINGS[channel], term, (_subjects("sujets", purposes, kind),))


def _subjects(key: str, purposes: Sequence[Purpose], kind: SchoolKind) -> Statement:
    """Return a sentence about subjects: all of them, all but a few, or these."""
    every = to_families(kind)
    left_out = [purpose for purpose in every if purpose not in purposes]
    if not left_out:
        return Statement(f"{key}-tout")
    if len(left_out) <= MOST_LEFT_OUT and len(purposes) >= FEWEST_FOR_ALL_BUT:
        return Statement(f"{key}-tout-sauf", {"sujets": left_out})
    return Statement(key, {"sujets": [purpose for purpose in every if purpose in purposes]})


def _when(policy: Policy, kind: SchoolKind) -> Iterator[NoticeLine]:
    yield NoticeLine("attention", Statement("enfant-absent"), tuple(_absence(policy)))
    marks = (_mark(policy, "eleves", "note-eleve"), _mark(policy, "responsables", "note-parent"))
    yield NoticeLine("stylo", Statement("les-notes"), marks)
    drawings: Mapping[HeldBy, str] = {"suspended": "horloge", "quiet": "cloche"}
    for setting in HELD_HOURS:
        if policy.hours(setting)["responsables"].holds_something() and shows_on_a_screen(policy):
            yield NoticeLine(drawings[setting], Statement(f"retenu-{setting}"), tuple(_held(policy, kind, setting)))


def _absence(policy: Policy) -> Iterator[Statement]:
    """Say by what an absence comes, and when by each: hours hold back what shows on a screen, and nothing else."""
    settings = policy.purposes["absence"]
    if screens := [channel for channel in settings.channels if channel in DIGITAL]:
        yield _on_screens(policy, screens)
        if settings.rhythm != "jamais":
            yield from _delayed(policy)
    for channel in settings.channels:
        if channel == "telephone":
            yield Statement("absence-appel-immediat" if settings.rhythm == "immediat" else "absence-appel")
        elif channel not in screens:
            yield Statement("absence-papier", {"moyens": [channel]})


def _on_screens(policy: Policy, screens: Sequence[Channel]) -> Statement:
    rhythm, digests = policy.purposes["absence"].rhythm, policy.digests
    values: dict[str, object] = {"moyens": screens}
    if rhythm == "quotidien":
        values["heure"] = _clock(digests.daily_at)
    if rhythm == "hebdomadaire":
        values |= {"jour": digests.weekly_on, "heure": _clock(digests.weekly_at)}
    return Statement(f"absence-{rhythm}", values)


def _delayed(policy: Policy) -> Iterator[Statement]:
    holding = policy.holding("responsables", "absence")
    for setting in HELD_HOURS:
        if setting in holding:
            yield Statement(f"absence-pas-pendant-{setting}")
        elif policy.hours(setting)["responsables"].holds_something():
            yield Statement(f"absence-aussi-pendant-{setting}")


def _clock(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def _mark(policy: Policy, audience: Audience, key: str) -> Statement:
    """Say when a mark can be seen, at the soonest: one typed late, or whose hour falls on a day off, comes later."""
    shown = marks_shown(policy, audience)
    if shown is None:
        return Statement(f"{key}-jamais")
    days, minute = divmod(int(shown.min()), DAY_MIN)
    if not policy.marks.published_at:
        return Statement(key, {"delai": days})
    return Statement(f"{key}-a-son-heure", {"delai": days, "heure": minute})


def _held(policy: Policy, kind: SchoolKind, setting: HeldBy) -> Iterator[Statement]:
    """Say what one setting's hours hold back, when, and what passes."""
    hours = policy.hours(setting)["responsables"]
    times = list(held_times(hours))
    yield from times if len(times) <= MOST_TIMES else [Statement("heures-a-demander")]
    if hours.school_holidays:
        yield Statement("temps-vacances")
    if hours.public_holidays:
        yield Statement("temps-feries")
    never = setting == "suspended" and hours.never_ends()
    yield Statement("ne-parait-jamais" if never else f"effet-{setting}")
    passes = [purpose for purpose in to_families(kind) if purpose in hours.passes]
    if passes:
        yield _subjects("passe", passes, kind)
    if setting == "quiet" and policy.never_rests_together("responsables"):
        apart = passes or policy.suspended["responsables"].passes
        yield Statement("ne-sonne-jamais-a-part" if apart else "ne-sonne-jamais")


def held_times(hours: HeldHours) -> Iterator[Statement]:
    """Say the held times of a week, one sentence each; nights of the same hours, day after day, make one."""
    spans = held_spans(hours)
    if hours.never_ends():
        yield Statement("temps-semaine")
        return
    groups: list[list[tuple[int, int]]] = []
    for previous, span in pairwise([(-HALF_HOURS, -HALF_HOURS), *spans]):
        follows = tuple(bound + HALF_HOURS for bound in previous) == span
        if groups and follows:
            groups[-1].append(span)
        else:
            groups.append([span])
    yield from map(_time, groups)


def _time(group: Sequence[tuple[int, int]]) -> Statement:
    start, end = group[0]
    first, last = DAYS[start // HALF_HOURS], DAYS[group[-1][0] // HALF_HOURS]
    bounds: dict[str, object] = {"debut": start % HALF_HOURS * 30, "fin": end % HALF_HOURS * 30}
    if start % HALF_HOURS == end % HALF_HOURS == 0 and len(group) == 1:
        last = DAYS[(end // HALF_HOURS - 1) % 7]
        same = first == last
        return Statement("temps-jour", {"jour": first}) if same else Statement("temps-jours", _days(first, last))
    if end - start >= HALF_HOURS:
        return Statement("temps-suite", _days(first, DAYS[end // HALF_HOURS % 7]) | bounds)
    if len(group) == 1:
        return Statement("temps-heures", {"jour": first} | bounds)
    return Statement("temps-chaque-jour", _days(first, last) | bounds)


def _days(first: object, last: object) -> dict[str, object]:
    return {"premier": first, "dernier": last}


def _without_screen(policy: Policy, kind: SchoolKind) -> NoticeLine:
    purposes = to_families(kind)
    planned = [policy.purposes[purpose] for purpose in purposes]
    used = {way for settings in planned for way in (settings.fallback, *settings.channels)}
    ways = [way for way in (*FALLBACKS, "sms") if way in used]
    sentences = [Statement("autrement", {"moyens": ways})] if ways else [Statement("rien-d-autre")]
    without = [purpose for purpose in purposes if not reaches_offline(policy, purpose)]
    if ways and without:
        sentences.append(_subjects("rien-pour", without, kind))
    return NoticeLine("papier", Statement("dites-le-nous"), tuple(sentences))


def _to_us(policy: Policy, kind: SchoolKind) -> Iterator[NoticeLine]:
    yield NoticeLine("bulle", Statement("une-question"), tuple(_question(policy)))
    yield NoticeLine("famille", Statement("deux-responsables"), tuple(_recipients(policy, kind)))
    families = [policy.purposes[purpose] for purpose in to_families(kind)]
    settings = [*families, policy.purposes["question_parent"]]
    if any(set(each.channels) & set(MESSAGING) for each in settings):
        yield NoticeLine("cle", Statement("votre-compte"), (Statement("demandez-compte"),))
    if any({*each.channels, each.fallback} & set(BY_NUMBER) for each in families):
        yield NoticeLine("telephone", Statement("numero-change"), (Statement("prevenez", {"lieu": kind}),))
    other = [code for code in policy.languages if code != "fr"]
    if other:
        listed = Statement("messages-en", {"langues": other})
        counted = Statement("messages-en-tant", {"nombre": len(other)})
        yield NoticeLine(
            "langue", Statement("une-autre-langue"), (listed if len(other) <= MOST_LANGUAGES else counted,)
        )


def _question(policy: Policy) -> Iterator[Statement]:
    """Say by which ways a parent can ask: a messaging only where it lets them write to somebody."""
    question, reach = policy.purposes["question_parent"], policy.writing["responsables"]
    closed = all(reach[other] == "non" for other in ("enseignants", "personnels", "direction"))
    # Nobody asks a question on a notice board.
    ways: list[Channel] = [channel for channel in question.channels if channel != "affichage"]
    open_to_them = [channel for channel in ways if not (closed and channel in MESSAGING)]
    if not open_to_them and question.fallback not in (None, "affichage"):
        open_to_them = [question.fallback]
    yield Statement("contactez-nous", {"moyens": open_to_them}) if open_to_them else Statement("demandez-nous")
    # What the charter leaves to be decided is not promised here.
    hours = policy.reply_within_hours if reply_break(policy) is None else None
    if hours is not None:
        days = whole_days(hours)
        yield Statement("reponse-en-jours", {"jours": days}) if days else Statement("reponse", {"heures": hours})


def _recipients(policy: Policy, kind: SchoolKind) -> Iterator[Statement]:
    alone = [purpose for purpose in to_families(kind) if policy.purposes[purpose].recipients == "un"]
    if not alone:
        yield Statement("a-chacun")
    else:
        yield _subjects("a-un-seul", alone, kind)
        if len(alone) < len(to_families(kind)):
            yield Statement("le-reste-a-chacun")


__all__ = ["DRAWINGS", "NoticeLine", "NoticePart", "Statement", "held_times", "parts", "to_families"]
