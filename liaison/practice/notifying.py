"""Quand un réglage de l'ENT d'entraînement prévient : le rythme, les soirées calmes, lus sur ses propres écrans."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Final

from liaison.practice.model import Choice, Table
from liaison.practice.scenario import practice_scenario

AT_ONCE: Final = "immediat"
RHYTHM, EVENINGS = "rythme", "soirees"


@dataclass(frozen=True)
class Digest:
    """When what waited is told together: at an hour, every day or one day of the week (Monday is 0)."""

    at: dt.time
    weekday: int | None


@dataclass(frozen=True)
class Offered:
    """What the settings screens offer: digests by rhythm, evenings by name as (hour it falls silent, hour it rings)."""

    digests: dict[str, Digest]
    evenings: dict[str, tuple[dt.time, dt.time]]


@cache
def offered() -> Offered:
    """Return what the screens « Rythme » and « Soirées calmes » of the practice ENT say."""
    screens = practice_scenario().screens
    told: dict[str, set[tuple[int, dt.time]]] = {}
    for block in screens["reglages_rythme"].blocks:
        if isinstance(block, Table):
            for row in block.rows:
                told_at = row.cells[-1].arguments
                day = told_at["jour"]
                assert isinstance(day, dt.date)
                [rhythm] = row.when.all[RHYTHM]
                told.setdefault(rhythm, set()).add((day.weekday(), dt.time.fromisoformat(str(told_at["heure"]))))
    digests = {}
    for rhythm, moments in told.items():
        hours, days = {hour for _, hour in moments}, {day for day, _ in moments}
        if len(hours) == 1:  # at once, each message has its own hour
            digests[rhythm] = Digest(hours.pop(), days.pop() if len(days) == 1 else None)
    evenings = {}
    for block in screens["reglages_soirees"].blocks:
        if isinstance(block, Choice) and block.variable == EVENINGS:
            for option in block.options:
                start, end = (dt.time.fromisoformat(str(option.text.arguments[name])) for name in ("debut", "fin"))
                evenings[option.value] = (start, end)
    return Offered(digests, evenings)


def notified_at(written: dt.datetime, rhythm: str, evening: str, urgent: bool = False) -> dt.datetime:
    """Return when somebody is told of a message (local time), by their rhythm and their evenings.

    `urgent`, an absence for instance, waits for no digest. Nothing rings in the evening: it waits for the morning.

    Raises:
        KeyError: a rhythm or an evening that the practice ENT does not offer.
    """
    screens = offered()
    told = written if urgent or rhythm == AT_ONCE else _digested(written, screens.digests[rhythm])
    start, end = screens.evenings[evening]
    if told.time() >= start:
        return dt.datetime.combine(told.date() + dt.timedelta(days=1), end)
    return max(told, dt.datetime.combine(told.date(), end))


def _digested(written: dt.datetime, digest: Digest) -> dt.datetime:
    """Return the first digest that is not before a message."""
    moment = dt.datetime.combine(written.date(), digest.at)
    while moment < written or digest.weekday not in (None, moment.weekday()):
        moment += dt.timedelta(days=1)
    return moment


__all__ = ["Digest", "Offered", "notified_at", "offered"]
