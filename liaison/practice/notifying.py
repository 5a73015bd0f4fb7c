"""Quand l'ENT d'entraînement publie et prévient : publication suspendue, rythme, heures calmes, lus sur ses écrans."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Final

from liaison.practice.model import Choice, Sentence, Table, TextRef
from liaison.practice.scenario import practice_scenario

AT_ONCE: Final = "immediat"
RHYTHM, EVENINGS, SUSPENDED = "rythme", "soirees", "reglages-soirees-publication"


@dataclass(frozen=True)
class Digest:
    """When what waited is told together: at an hour, every day or one day of the week (Monday is 0)."""

    at: dt.time
    weekday: int | None


@dataclass(frozen=True)
class Offered:
    """What the settings screens say: when the collège publishes nothing, and what each account chooses.

    Hours are (first that is held back, first that is not): the collège's own for what appears, by name of evening for
    what rings: who has no quiet hours is not rung while nothing appears. Digests are by rhythm.
    """

    suspended: tuple[dt.time, dt.time]
    digests: dict[str, Digest]
    evenings: dict[str, tuple[dt.time, dt.time]]


@cache
def offered() -> Offered:
    """Return what the screens « Rythme » and « Heures calmes » of the practice ENT say."""
    screens = practice_scenario().screens
    moments_of: dict[str, set[tuple[int, dt.time]]] = {}
    for block in screens["reglages_rythme"].blocks:
        if isinstance(block, Table):
            for row in block.rows:
                told_at = row.cells[-1].arguments
                day = told_at["jour"]
                assert isinstance(day, dt.date)
                [rhythm] = row.when.all[RHYTHM]
                moments_of.setdefault(rhythm, set()).add((day.weekday(), dt.time.fromisoformat(str(told_at["heure"]))))
    digests = {}
    for rhythm, moments in moments_of.items():
        hours, days = {hour for _, hour in moments}, {day for day, _ in moments}
        if len(hours) == 1:  # at once, each message has its own hour
            digests[rhythm] = Digest(hours.pop(), days.pop() if len(days) == 1 else None)
    blocks = screens["reglages_soirees"].blocks
    [suspended] = [
        _hours(block.text) for block in blocks if isinstance(block, Sentence) and block.text.key == SUSPENDED
    ]
    evenings = {
        option.value: _hours(option.text) if option.text.arguments else suspended
        for block in blocks
        if isinstance(block, Choice) and block.variable == EVENINGS
        for option in block.options
    }
    return Offered(suspended, digests, evenings)


def _hours(text: TextRef) -> tuple[dt.time, dt.time]:
    start, end = (dt.time.fromisoformat(str(text.arguments[name])) for name in ("debut", "fin"))
    return start, end


def published_at(written: dt.datetime, urgent: bool = False) -> dt.datetime:
    """Return when a message appears on the ENT (local time): at once, or when publication is resumed.

    `urgent`, an absence for instance, appears at once.
    """
    return written if urgent else _after(written, offered().suspended)


def notified_at(written: dt.datetime, rhythm: str, evening: str, urgent: bool = False) -> dt.datetime:
    """Return when somebody is told of a message (local time), by their rhythm and their evenings.

    What has not appeared is not told. Nothing rings in the evening: it waits for the morning. `urgent`, an absence for
    instance, waits for no digest and no morning, as `passes` has it in the policies of the suite.

    Raises:
        KeyError: a rhythm or an evening that the practice ENT does not offer.
    """
    if urgent:
        return written
    screens, published = offered(), published_at(written)
    notified = published if rhythm == AT_ONCE else _digested(published, screens.digests[rhythm])
    return _after(notified, screens.evenings[evening])


def _after(moment: dt.datetime, hours: tuple[dt.time, dt.time]) -> dt.datetime:
    """Return a moment moved out of hours that hold it back, from an evening to the next morning."""
    start, end = hours
    if moment.time() >= start:
        return dt.datetime.combine(moment.date() + dt.timedelta(days=1), end)
    return max(moment, dt.datetime.combine(moment.date(), end))


def _digested(written: dt.datetime, digest: Digest) -> dt.datetime:
    """Return the first digest that is not before a message."""
    moment = dt.datetime.combine(written.date(), digest.at)
    while moment < written or digest.weekday not in (None, moment.weekday()):
        moment += dt.timedelta(days=1)
    return moment


__all__ = ["Digest", "Offered", "notified_at", "offered", "published_at"]
