"""Le temps de l'oracle : la bibliothèque datetime, une minute après l'autre."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from zoneinfo import ZoneInfo

from liaison.school.calendar import school_calendar
from liaison.school.vocabulary import SchoolKind, Zone

PARIS, UTC = ZoneInfo("Europe/Paris"), dt.UTC
AFTERMATH_DAYS = 63


@dataclass(frozen=True)
class Span:
    """First day on which messages are written, and number of weeks."""

    start: dt.date
    weeks: int


def of_day(clock: str) -> int:
    """Minutes after local midnight of "HH:MM"."""
    hours, _, rest = clock.partition(":")
    return int(hours) * 60 + int(rest)


def bounds(text: str) -> tuple[int, int]:
    """The two ends of "HH:MM-HH:MM"."""
    first, _, last = text.partition("-")
    return of_day(first), of_day(last)


class Paris:
    """Minutes elapsed since the first local midnight, and the days of a school."""

    def __init__(self, span: Span, zone: Zone, kind: SchoolKind, office: Sequence[str]) -> None:
        self.span = span
        self.days = span.weeks * 7 + AFTERMATH_DAYS
        self.dates = [span.start + dt.timedelta(days=day) for day in range(self.days)]
        table = school_calendar(zone, span.start, span.start + dt.timedelta(days=self.days), kind)
        self.holiday = table["school_holiday"].tolist()
        self.public = table["public_holiday"].tolist()
        has_class = (table["morning"] | table["afternoon"]).tolist()
        self.class_days = [day for day in range(self.days) if has_class[day]]
        leaves = table["last_minute"].tolist()
        self.leaves = [self.minute(day, int(leaves[day])) for day in self.class_days]
        at_work = [[bounds(text) for text in office] if day < 5 else [] for day in range(7)]
        self.office_closed = [
            self.public[day] or not inside(half, at_work[self.dates[day].weekday()]) for day, half in self.halves
        ]

    @cached_property
    def zero(self) -> dt.datetime:
        return dt.datetime.combine(self.span.start, dt.time(), PARIS).astimezone(UTC)

    @cache  # noqa: B019 - one small object per test
    def minute(self, day: int, of_the_day: int) -> int:
        """When a local hour falls on a day: the first of two, or the first that exists."""
        local = dt.datetime.combine(self.span.start, dt.time()) + dt.timedelta(days=day, minutes=of_the_day)
        while True:
            moment = local.replace(tzinfo=PARIS, fold=0).astimezone(UTC)
            if moment.astimezone(PARIS).replace(tzinfo=None) == local:
                return int((moment - self.zero).total_seconds() // 60)
            local += dt.timedelta(minutes=1)

    def local(self, time: int) -> dt.datetime:
        return (self.zero + dt.timedelta(minutes=time)).astimezone(PARIS)

    def day(self, time: int) -> int:
        return (self.local(time).date() - self.span.start).days

    def stamp(self, time: int | None) -> dt.datetime | None:
        """The aware local moment that a table shows; None for never."""
        return None if time is None else self.local(time)

    @cached_property
    def halves(self) -> list[tuple[int, int]]:
        """Day and minute of the day at which each half-hour begins."""
        found, time, end = [], 0, self.minute(self.days, 0)
        while time < end:
            local = self.local(time)
            found.append(((local.date() - self.span.start).days, local.hour * 60 + local.minute))
            time += 30
        return found

    def moved(self, time: int, closed: Sequence[bool]) -> int | None:
        """The same time if it is open, else the start of the next open half-hour, if any."""
        half = time // 30
        if half >= len(closed):
            return None
        if not closed[half]:
            return time
        while half < len(closed) and closed[half]:
            half += 1
        return half * 30 if half < len(closed) else None

    @cache  # noqa: B019
    def daily(self, ranges: tuple[str, ...]) -> list[bool]:
        """Whether each half-hour is in one of the ranges of every day."""
        read = [bounds(text) for text in ranges]
        return [inside(half, read) for _, half in self.halves]

    def next_hour(self, time: int, of_the_day: int, weekday: int | None = None) -> int | None:
        """The first occurrence of a local hour at or after a time, on a weekday if one is given."""
        for day in range(self.days):
            if weekday is None or self.dates[day].weekday() == weekday:
                moment = self.minute(day, of_the_day)
                if moment >= time:
                    return moment
        return None

    def next_leave(self, time: int) -> int | None:
        return next((leave for leave in self.leaves if leave >= time), None)


@lru_cache(maxsize=128)
def paris_of(span: Span, zone: Zone, kind: SchoolKind, office: tuple[str, ...]) -> Paris:
    """The same Paris for the same days: it is long to build, and nothing changes it."""
    return Paris(span, zone, kind, office)


def inside(minute: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(first <= minute < last for first, last in ranges)
