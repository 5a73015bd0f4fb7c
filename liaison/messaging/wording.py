"""Une politique de messagerie dite en français : heures, plages, rythmes, délais, qui écrit à qui, langues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from babel import Locale

from liaison.messaging.policy import HALF_HOURS, HeldHours, MarksSettings, Policy
from liaison.messaging.vocabulary import CHANNELS, DAYS, PURPOSES, Channel, Purpose, Rhythm
from liaison.phrasing import joined, lower_first
from liaison.school.vocabulary import Reach, SchoolKind, Writer

PLACES: dict[SchoolKind, str] = {"ecole": "l'école", "college": "le collège", "lgt": "le lycée", "lp": "le lycée"}
WRITERS: dict[Writer, str] = {
    "eleves": "Élèves",
    "responsables": "Responsables légaux",
    "enseignants": "Enseignants",
    "personnels": "Autres personnels",
    "direction": "Direction",
}
REACHES: dict[Reach, str] = {
    "non": "non",
    "classe": "oui, pour sa classe",
    "etablissement": "oui, partout",
}
FALLBACKS: dict[str, str] = {
    "carnet": "carnet de liaison papier",
    "affichage": "affichage",
    "telephone": "appel téléphonique",
}
# Bourses de collège and lycée and orientation procedures start after the école.
NOT_IN_ECOLE: frozenset[Purpose] = frozenset({"bourse", "orientation"})
BY_CHANNEL: dict[Channel, str] = {
    "ent": "par la messagerie de l'ENT",
    "vie_scolaire": "par le logiciel de vie scolaire",
    "sms": "par SMS",
    "telephone": "par téléphone",
    "carnet": "par le carnet de liaison",
    "affichage": "par affichage",
    "courriel": "par courriel",
    "visio": "en visioconférence",
}
_WEEK = 7 * HALF_HOURS


def hour(clock: str) -> str:
    """Return "20:00" as "20 h", "07:30" as "7 h 30", and both ends of the day as "minuit"."""
    hours, minutes = clock.split(":")
    if clock in {"00:00", "24:00"}:
        return "minuit"
    return f"{int(hours)} h" + ("" if minutes == "00" else f" {minutes}")


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
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flat, [False]]).astype(int)))
    spans = [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
    if len(spans) > 1 and spans[0][0] == 0 and spans[-1][1] == _WEEK:
        spans = [*spans[1:-1], (spans[-1][0], _WEEK + spans[0][1])]
    return spans


def held_words(hours: HeldHours) -> list[str]:
    """Return held hours as phrases: "du lundi au jeudi, de 20 h à 7 h le lendemain", "du vendredi 20 h au lundi 7 h".

    Nights of the same hours on days that follow each other make one phrase. An empty list means: none in the week.
    """
    spans = held_spans(hours)
    if spans == [(0, _WEEK)]:
        return ["toute la semaine, jour et nuit"]
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
    days = f"le {first}" if len(group) == 1 else f"du {first} au {last}"
    if len(group) == 2:
        days = f"le {first} et le {last}"
    opening, closing = _half_hour(start % HALF_HOURS), _half_hour(end % HALF_HOURS)
    length = end - start
    if length % HALF_HOURS == 0 and start % HALF_HOURS == 0 and len(group) == 1:
        whole = length // HALF_HOURS
        return f"{days} toute la journée" if whole == 1 else f"du {first} au {DAYS[(end // HALF_HOURS - 1) % 7]}"
    if length > HALF_HOURS:
        return f"du {first} {opening} au {DAYS[end // HALF_HOURS % 7]} {closing}"
    next_day = start // HALF_HOURS != (end - 1) // HALF_HOURS
    return f"{days}, de {opening} à {closing}" + (" le lendemain" if next_day else "")


def days_off_words(hours: HeldHours) -> list[str]:
    """Return the kinds of days that are held all day long: "vacances scolaires", "jours fériés"."""
    words = {"vacances scolaires": hours.school_holidays, "jours fériés": hours.public_holidays}
    return [word for word, chosen in words.items() if chosen]


def held_day_words(hours: HeldHours, day: int) -> str:
    """Return one day's held hours for a table (0 is Monday): "avant 7 h et après 20 h", "toute la journée", "—"."""
    row = hours.mask()[day]
    if row.all():
        return "toute la journée"
    edges = np.flatnonzero(np.diff(np.concatenate([[False], row, [False]]).astype(int))).reshape(-1, 2)
    words = []
    for start, end in edges:
        if start == 0:
            words.append(f"avant {_half_hour(end)}")
        elif end == HALF_HOURS:
            words.append(f"après {_half_hour(start)}")
        else:
            words.append(f"de {_half_hour(start)} à {_half_hour(end)}")
    return joined(words) or "aucune"


def rhythm_words(policy: Policy, rhythm: Rhythm) -> str:
    """Return when a notification leaves: "tout de suite", "chaque jour à 18 h", "le vendredi à 17 h", …"""
    digests = policy.digests
    words: dict[Rhythm, str] = {
        "immediat": "tout de suite",
        "quotidien": f"chaque jour à {hour(digests.daily_at)}",
        "hebdomadaire": f"le {digests.weekly_on} à {hour(digests.weekly_at)}",
        "jamais": "sans notification, à consulter",
    }
    return words[rhythm]


def marks_words(marks: MarksSettings) -> tuple[str, str]:
    """Return two sentences: when the pupil sees a mark, then when the responsables légaux see it."""
    at = f", à {hour(marks.published_at)}" if marks.published_at else ""
    pupils, parents = marks.pupils_after_days, marks.parents_after_pupils_days
    after_test = {0: "le jour même de", 1: "le lendemain de"}.get(pupils, f"{pupils} jours après")
    after_pupil = {0: "en même temps que", 1: "un jour après"}.get(parents, f"{parents} jours après")
    return (
        f"L'élève voit sa note {after_test} l'évaluation{at}.",
        f"Ses responsables légaux la voient {after_pupil} l'élève.",
    )


def delay_words(hours: int) -> str:
    """Return a promised delay: "36 heures", and from two days on whole days: "3 jours"."""
    return f"{hours // 24} jours" if hours % 24 == 0 and hours >= 48 else f"{hours} heure{'s' if hours > 1 else ''}"


def languages_words(codes: Iterable[str]) -> str:
    """Return languages by their French names; a code that is not known stays as it is."""
    names = Locale("fr").languages
    return joined(names.get(code, code) for code in codes)


def purposes_of(kind: SchoolKind) -> list[Purpose]:
    """Return the purposes that exist in this kind of establishment, in the order of the vocabulary."""
    return [purpose for purpose in PURPOSES if not (kind == "ecole" and purpose in NOT_IN_ECOLE)]
