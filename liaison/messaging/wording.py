"""Une politique de messagerie dite en français : heures, plages, rythmes, délais, qui écrit à qui, langues."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

import numpy as np

from liaison.base.dates import hour_words
from liaison.base.labels import Labels
from liaison.base.languages import french_name
from liaison.base.sentences import french_beside
from liaison.base.words import joined, lower_first
from liaison.messaging.policy.marks_shown import marks_shown
from liaison.messaging.policy.policy import DAY_MIN, HALF_HOURS, HeldHours, Policy, minutes, runs
from liaison.messaging.vocabulary import (
    CHANNELS,
    DAYS,
    DIGITAL,
    HELD_HOURS,
    NEEDS_INTERNET,
    PURPOSES,
    Audience,
    Channel,
    HeldBy,
    Purpose,
    Rhythm,
)
from liaison.school.vocabulary import Reach, SchoolKind, Writer

phrase = french_beside(__file__)

PLACES: Mapping[SchoolKind, str] = Labels(get_args(SchoolKind), lambda kind: phrase(f"lieu-{kind}"))
KINDS: Mapping[SchoolKind, str] = Labels(get_args(SchoolKind), lambda kind: phrase(f"type-{kind}"))
WRITERS: Mapping[Writer, str] = Labels(get_args(Writer), lambda writer: phrase(f"auteur-{writer}"))
REACHES: Mapping[Reach, str] = Labels(get_args(Reach), lambda reach: phrase(f"portee-{reach}"))
FALLBACKS: Mapping[str, str] = Labels(
    ("carnet", "affichage", "telephone"), lambda fallback: phrase(f"repli-{fallback}")
)
# Bourses de collège and lycée and orientation procedures start after the école.
NOT_IN_ECOLE: frozenset[Purpose] = frozenset({"bourse", "orientation"})
DURING: Mapping[HeldBy, str] = Labels(HELD_HOURS, lambda setting: phrase(f"pendant-{setting}"))
_WEEK = 7 * HALF_HOURS


def hour(clock: str) -> str:
    """Return "20:00" as "20 h", "07:30" as "7 h 30", and both ends of the day as "minuit"."""
    if clock in {"00:00", "24:00"}:
        return phrase("minuit")
    return hour_words(dt.time.fromisoformat(clock))


def _half_hour(index: int) -> str:
    return hour(f"{index // 2:02d}:{30 * (index % 2):02d}")


def purposes_words(purposes: Iterable[Purpose]) -> str:
    """Return purposes as they stand inside a sentence: "urgence et retard"; labels that enumerate take semicolons."""
    labels = [lower_first(PURPOSES[purpose]) for purpose in purposes]
    enumerates = len(labels) > 1 and any(sign in label for label in labels for sign in (",", " et ", " ou "))
    return " ; ".join(labels) if enumerates else joined(labels)


def channels_words(channels: Iterable[Channel]) -> str:
    """Return channels as they stand inside a sentence."""
    return joined(lower_first(CHANNELS[channel]) for channel in channels)


def held_spans(hours: HeldHours) -> list[tuple[int, int]]:
    """Return the unbroken held spans of a week, as half-hours from Monday midnight, in order.

    A span that goes past Sunday midnight ends after the last half-hour of the week (336); a week that is held
    throughout is the one span (0, 336).
    """
    flat = hours.mask().ravel()
    if flat.all():
        return [(0, _WEEK)]
    spans = [(int(start), int(end)) for start, end in runs(flat)]
    if len(spans) > 1 and spans[0][0] == 0 and spans[-1][1] == _WEEK:
        spans = [*spans[1:-1], (spans[-1][0], _WEEK + spans[0][1])]
    return spans


def longest_wait(policy: Policy) -> float:
    """Return how many hours a parent's question may wait before a bell tells its teacher: its rhythm, then the hours.

    Holidays that hold it back, or hours that have no end, are for ever. Paper and calls do not wait.
    """
    question, staff = policy.purposes["question_parent"], policy.hours
    if not set(question.channels) & set(DIGITAL):
        return 0
    holding = [staff(setting)["personnels"] for setting in policy.holding("personnels", "question_parent")]
    week = policy.held("personnels", "question_parent")
    if question.rhythm == "jamais" or week.all() or any(hours.school_holidays for hours in holding):
        return np.inf
    # A week between others: a day off in that one joins what is held on either side.
    weeks, third = 5, 2 * 7
    holiday = any(hours.public_holidays for hours in holding)
    days_off = np.eye(weeks * 7, dtype=bool)[third : third + 7] if holiday else np.zeros((1, weeks * 7), bool)
    whole = (np.tile(week, (weeks, 1)) | day_off[:, None] for day_off in days_off)
    return max(_longest_wait(held.ravel(), _digest_minutes(policy, question.rhythm, weeks)) for held in whole) / 60


def _digest_minutes(policy: Policy, rhythm: Rhythm, weeks: int) -> np.ndarray:
    """Return the minutes at which a grouped notification leaves over some weeks; none for what rings at once."""
    digests = policy.digests
    if rhythm == "quotidien":
        return np.arange(weeks * 7) * DAY_MIN + minutes(digests.daily_at)
    if rhythm == "hebdomadaire":
        return (np.arange(weeks) * 7 + DAYS.index(digests.weekly_on)) * DAY_MIN + minutes(digests.weekly_at)
    return np.arange(0)


def _longest_wait(held: np.ndarray, digests: np.ndarray) -> int:
    """Return the minutes that what is written at the worst moment waits until it rings, under these half-hours."""
    if not digests.size:
        return int(np.diff(runs(held)).max(initial=0)) * 30
    free = np.append(np.flatnonzero(~held), len(held)) * 30
    rings = np.maximum(digests, free[np.searchsorted(free, digests // 30 * 30)])
    return int((rings[1:-1] - digests[:-2]).max())  # what is written just after a digest waits for the next


def held_words(hours: HeldHours) -> list[str]:
    """Return held hours as phrases: "du lundi au jeudi, de 20 h à 7 h le lendemain", "du vendredi 20 h au lundi 7 h".

    Nights of the same hours on days that follow each other make one phrase. An empty list means: none in the week.
    """
    spans = held_spans(hours)
    if spans == [(0, _WEEK)]:
        return [phrase("toute-la-semaine")]
    groups: list[list[tuple[int, int]]] = []
    for start, end in spans:
        if groups and groups[-1][-1][0] + HALF_HOURS == start and groups[-1][-1][1] + HALF_HOURS == end:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return [_span_words(group) for group in groups]


def _span_words(group: Sequence[tuple[int, int]]) -> str:
    start, end = group[0]
    first, last = DAYS[start // HALF_HOURS], DAYS[group[-1][0] // HALF_HOURS]
    opening, closing = _half_hour(start % HALF_HOURS), _half_hour(end % HALF_HOURS)
    length = end - start
    if length % HALF_HOURS == 0 and start % HALF_HOURS == 0 and len(group) == 1:
        return phrase("jours-entiers", days=length // HALF_HOURS, first=first, last=DAYS[(end // HALF_HOURS - 1) % 7])
    if length > HALF_HOURS:
        day = DAYS[end // HALF_HOURS % 7]
        return phrase("d-un-jour-a-l-autre", first=first, opening=opening, last=day, closing=closing)
    days = phrase("chacun-de-ces-jours", days=len(group), first=first, last=last)
    next_day = start // HALF_HOURS != (end - 1) // HALF_HOURS
    return phrase("jusqu-au-lendemain" if next_day else "dans-la-journee", days=days, opening=opening, closing=closing)


def days_off_words(hours: HeldHours) -> list[str]:
    """Return the kinds of days that are held all day long: "vacances scolaires", "jours fériés"."""
    words = {phrase("vacances-scolaires"): hours.school_holidays, phrase("jours-feries"): hours.public_holidays}
    return [word for word, chosen in words.items() if chosen]


def held_day_words(hours: HeldHours, day: int) -> str:
    """Return one day's held hours for a table (0 is Monday): "avant 7 h et après 20 h", "toute la journée", "—"."""
    row = hours.mask()[day]
    if row.all():
        return phrase("toute-la-journee")
    words = []
    for start, end in runs(row):
        if start == 0:
            words.append(phrase("avant", end=_half_hour(end)))
        elif end == HALF_HOURS:
            words.append(phrase("apres", start=_half_hour(start)))
        else:
            words.append(phrase("de-a", start=_half_hour(start), end=_half_hour(end)))
    return joined(words) or phrase("aucune-heure")


def shows_on_a_screen(policy: Policy) -> bool:
    """Whether anything at all is written on a screen: what hours hold back, and what can be recalled."""
    return any(set(settings.channels) & set(DIGITAL) for settings in policy.purposes.values())


def reaches_offline(policy: Policy, purpose: Purpose) -> bool:
    """Whether a family without account nor internet has some way to learn it."""
    settings = policy.purposes[purpose]
    return bool(set(settings.channels) - NEEDS_INTERNET) or settings.fallback is not None


ReplyBreak = Literal["closed", "untold", "late"]
REPLY_BREAKS: Mapping[ReplyBreak, str] = Labels(get_args(ReplyBreak), lambda breaks: phrase(f"reponse-{breaks}"))


def reply_break(policy: Policy) -> ReplyBreak | None:
    """Return what keeps the promised delay from being kept, or None: nobody to write to, no bell, a bell too late.

    Where nothing does, a person keeps the promise who answers as soon as the question comes: no setting answers.
    """
    question, promised = policy.purposes["question_parent"], policy.reply_within_hours
    if promised is None:
        return None
    if policy.writing["responsables"]["enseignants"] == "non":
        return "closed"
    if question.rhythm == "jamais" and set(question.channels) <= set(DIGITAL):
        return "untold"
    return "late" if longest_wait(policy) >= promised else None


def rhythm_words(policy: Policy, rhythm: Rhythm) -> str:
    """Return when a notification leaves: "tout de suite", "chaque jour à 18 h", "le vendredi à 17 h", …"""
    digests = policy.digests
    at = hour(digests.daily_at if rhythm == "quotidien" else digests.weekly_at)
    return phrase(f"envoi-{rhythm}", day=digests.weekly_on, at=at)


def told_words(policy: Policy, purpose: Purpose) -> str:
    """Return when families are told of a purpose, hours left aside: paper does not ring, a call has no rhythm."""
    settings = policy.purposes[purpose]
    if set(settings.channels) & set(DIGITAL):
        return rhythm_words(policy, settings.rhythm)
    if "telephone" not in settings.channels:
        return phrase("sur-papier")
    return phrase("envoi-immediat" if settings.rhythm == "immediat" else "par-un-appel")


def ways_words(policy: Policy, purpose: Purpose, names: Mapping[Channel, str]) -> str:
    """Return by which channels responsables are told of a purpose, and when by each, what delays it included.

    "SMS, tout de suite, sauf quand la publication est suspendue ; carnet de liaison papier": what the hours of the
    policy hold back is what shows on a screen.
    """
    settings = policy.purposes[purpose]
    screens = [channel for channel in settings.channels if channel in DIGITAL]
    parts = [f"{joined(names[channel] for channel in screens)}, {_when_words(policy, purpose)}"] if screens else []
    for channel in settings.channels:
        if channel not in screens:
            called = channel == "telephone" and settings.rhythm == "immediat"
            parts.append(phrase("appele-tout-de-suite", channel=names[channel]) if called else names[channel])
    return " ; ".join(parts)


def _when_words(policy: Policy, purpose: Purpose) -> str:
    rhythm = policy.purposes[purpose].rhythm
    when = rhythm_words(policy, rhythm)
    if rhythm == "jamais":
        return when
    holding = policy.holding("responsables", purpose)
    through = [
        DURING[setting]
        for setting in HELD_HOURS
        if setting not in holding and policy.hours(setting)["responsables"].holds_something()
    ]
    if through:
        when = phrase("y-compris", when=when, hours=joined(through))
    return phrase("sauf", when=when, hours=joined(DURING[setting] for setting in holding)) if holding else when


def marks_words(policy: Policy) -> tuple[str, str]:
    """Return when a pupil, then their responsables, can see a mark: "au plus tôt le lendemain de l'évaluation".

    At the soonest only: a mark typed late, or whose hour falls on a day off, appears later.
    """
    return _soonest(policy, "eleves"), _soonest(policy, "responsables")


def _soonest(policy: Policy, audience: Audience) -> str:
    shown = marks_shown(policy, audience)
    if shown is None:
        return phrase("note-jamais")
    days, minute = divmod(int(shown.min()), DAY_MIN)
    soonest = phrase("note-au-plus-tot", days=days)
    if not policy.marks.published_at:
        return soonest
    return phrase("note-a-son-heure", soonest=soonest, hour=hour(f"{minute // 60:02d}:{minute % 60:02d}"))


def reply_words(hours: int) -> str:
    """Return a promised delay as it is counted, every hour in it: "en 36 heures au plus, nuits et jours … compris"."""
    days = whole_days(hours)
    return phrase("delai-en-jours", days=days) if days else phrase("delai-en-heures", hours=hours)


def whole_days(hours: int) -> int:
    """Return in how many days a delay is said: from two on, and whole; 0 where it is said in hours."""
    return hours // 24 if hours % 24 == 0 and hours >= 48 else 0


def languages_words(codes: Iterable[str]) -> str:
    """Return languages by their French names; a code that is not known stays as it is."""
    return joined(map(french_name, codes))


def purposes_of(kind: SchoolKind) -> list[Purpose]:
    """Return the purposes that exist in this kind of establishment, in the order of the vocabulary."""
    return [purpose for purpose in PURPOSES if not (kind == "ecole" and purpose in NOT_IN_ECOLE)]
