"""The period's clock: real Europe/Paris time as whole minutes, and when the next open moment comes.

Times inside the engine are int32 minutes since the period's first local midnight. Half-hour slots are
laid in UTC, whose half-hours are also local half-hours: the night with 25 hours and the one with 23 need
no special case.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd

from liaison.base.sentences import french_beside
from liaison.messaging.policy.policy import DAY_MIN, HALF_HOURS, Digests, HeldHours, minutes
from liaison.messaging.traffic.columns import chosen
from liaison.messaging.vocabulary import DAYS, FEWEST_WEEKS, MOST_WEEKS
from liaison.school.calendar import school_calendar
from liaison.school.vocabulary import SchoolKind, Zone

phrase = french_beside(__file__)

PARIS = "Europe/Paris"
SLOT_MIN = 30
# Sorts after every real time; half of the int32 range, so that a few minutes may be added to it.
NEVER = np.int32(2**30)
# Held messages leave after the period: what was written before the summer holidays leaves in September.
AFTERMATH_DAYS = 63


@dataclass(frozen=True)
class Period:
    """The span in which messages are written: first day and number of weeks."""

    start: dt.date
    weeks: int

    def __post_init__(self) -> None:
        if not FEWEST_WEEKS <= self.weeks <= MOST_WEEKS:
            raise ValueError(phrase("duree-d-une-periode", most=MOST_WEEKS, weeks=self.weeks))

    @property
    def end(self) -> dt.date:
        """The day after the last one."""
        return self.start + dt.timedelta(weeks=self.weeks)


@dataclass(frozen=True, eq=False)
class Clock:
    """Local time over a period and its aftermath; `calendar` is `school_calendar`'s table, one row per day."""

    start: dt.date
    calendar: pd.DataFrame

    @cached_property
    def midnight(self) -> np.ndarray:
        """Minutes of each local midnight (int32, one per day and one more for the end)."""
        return self._local(len(self.calendar) + 1, 0)

    @cached_property
    def _slot_local(self) -> tuple[np.ndarray, np.ndarray]:
        start = pd.Timestamp(self.start, tz=PARIS)
        end = pd.Timestamp(self.start + dt.timedelta(days=len(self.calendar)), tz=PARIS)
        local = pd.date_range(start, end, freq="30min", inclusive="left").tz_convert(PARIS)
        day = (local.tz_localize(None).normalize() - pd.Timestamp(self.start)).days
        # Half as wide: every time of a simulation is looked up here, several times.
        return day.to_numpy().astype(np.int32), (local.hour * 2 + local.minute // SLOT_MIN).to_numpy().astype(np.int32)

    @cached_property
    def weekday(self) -> np.ndarray:
        """The weekday (0 is Monday) of each day, as an array: a column of a table is slower to reach."""
        return self.calendar["weekday"].to_numpy().astype(np.int32)

    @property
    def slot_count(self) -> int:
        """The number of half-hours, the clock changes counted."""
        return len(self._slot_local[0])

    @cached_property
    def slot_day(self) -> np.ndarray:
        """The day (0 is the first) of each half-hour."""
        return self._slot_local[0]

    def at_local(self, minute_of_day: int) -> np.ndarray:
        """Return the minute (int32) at which a local hour falls on each day.

        An hour that the spring change skips becomes the first that exists; one that autumn repeats, the first.
        """
        # A search tries thousands of policies, which name a few hours between them.
        if minute_of_day not in self._known_hours:
            self._known_hours[minute_of_day] = self._local(len(self.calendar), minute_of_day)
        return self._known_hours[minute_of_day]

    @cached_property
    def _known_hours(self) -> dict[int, np.ndarray]:
        return {}

    def at_minutes(self, minute_of_day: np.ndarray) -> np.ndarray:
        """Return the minutes (int32; times, days) at which local hours from 03:00 on fall on each day.

        From 03:00 on, the next midnight is as far as on any day, whatever the clock change of the night.
        """
        return self.midnight[None, 1:] - (DAY_MIN - minute_of_day[:, None])

    def week_of(self, time: np.ndarray) -> np.ndarray:
        """Return the week of each time (0 begins on the first day): seven local days, clock changes or not."""
        return self.day_of(time) // 7

    def _local(self, days: int, minute_of_day: int) -> np.ndarray:
        naive = pd.date_range(self.start, periods=days) + pd.Timedelta(minutes=minute_of_day)
        local = naive.tz_localize(PARIS, ambiguous=np.ones(days, dtype=bool), nonexistent="shift_forward")
        since = local - pd.Timestamp(self.start, tz=PARIS)
        return (since // pd.Timedelta(minutes=1)).to_numpy().astype(np.int32)

    def day_of(self, time: np.ndarray) -> np.ndarray:
        """Return the local day of each time (clipped to the last one)."""
        return self.slot_day.take(self.slot_of(time))

    def slot_of(self, time: np.ndarray) -> np.ndarray:
        """Return the half-hour of each time (clipped to the last one)."""
        return np.minimum(time // SLOT_MIN, self.slot_count - 1)

    def weekday_and_half(self, time: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the local weekday (0 is Monday) and half-hour of the day (0 to 47) of each time."""
        day, half = self._slot_local
        slot = self.slot_of(time)
        return self.weekday.take(day.take(slot)), half.take(slot)

    def on_slots(self, week_mask: np.ndarray) -> np.ndarray:
        """Return a bool per half-hour from a (7 days, 48 half-hours) mask."""
        day, half = self._slot_local
        return week_mask[self.weekday[day], half]

    def out_of(self, *hours: HeldHours) -> Delay:
        """Return the function that moves times out of all these hours; made once for the same hours."""
        key = tuple((held.mask().tobytes(), held.school_holidays, held.public_holidays) for held in hours)
        if key not in self._known_held:
            self._known_held[key] = self.delayed_to(np.logical_or.reduce([self.held(each) for each in hours]))
        return self._known_held[key]

    @cached_property
    def _known_held(self) -> dict[tuple[tuple[bytes, bool, bool], ...], Delay]:
        return {}

    def held(self, hours: HeldHours) -> np.ndarray:
        """Return a bool per half-hour, True where these hours hold back."""
        whole_day = np.zeros(len(self.calendar), dtype=bool)
        if hours.school_holidays:
            whole_day |= self.calendar["school_holiday"].to_numpy()
        if hours.public_holidays:
            whole_day |= self.calendar["public_holiday"].to_numpy()
        return self.on_slots(hours.mask()) | whole_day[self.slot_day]

    def delayed_to(self, closed: np.ndarray) -> Delay:
        """Return the function that moves times out of the closed half-hours, to the next open one."""
        slots = np.where(closed, NEVER, np.arange(len(closed), dtype=np.int32) * SLOT_MIN)
        return Delay(np.append(np.minimum.accumulate(slots[::-1])[::-1], NEVER).astype(np.int32))

    def next_daily(self, minute_of_day: int) -> NextOf:
        """Return the function that moves times to the next occurrence of a local hour."""
        return NextOf(self, self.at_local(minute_of_day))

    def next_weekly(self, digests: Digests) -> NextOf:
        """Return the function that moves times to the next weekly digest."""
        daily = self.at_local(minutes(digests.weekly_at))
        wanted = self.weekday == DAYS.index(digests.weekly_on)
        return NextOf(self, np.where(wanted, daily, NEVER).astype(np.int32))

    def timestamps(self, time: np.ndarray) -> pd.DatetimeIndex:
        """Return aware local timestamps; NaT for what never happens."""
        origin = pd.Timestamp(self.start, tz=PARIS).tz_convert("UTC").tz_localize(None).to_datetime64()
        stamps = origin.astype("datetime64[s]") + time.astype("timedelta64[m]").astype("timedelta64[s]")
        stamps[time >= NEVER] = np.datetime64("NaT")
        return pd.DatetimeIndex(stamps).tz_localize("UTC").tz_convert(PARIS)


@dataclass(frozen=True, eq=False)
class Delay:
    """Moves each time to the next open half-hour; a time that is already in one does not move."""

    next_open: np.ndarray

    def __call__(self, time: np.ndarray) -> np.ndarray:
        """Return the times moved (int32); NEVER stays, and is the answer where nothing opens again."""
        slot = np.minimum(time // SLOT_MIN, len(self.next_open) - 1)
        return np.maximum(time, self.next_open.take(slot))


@dataclass(frozen=True, eq=False)
class NextOf:
    """Moves each time to the next of a day's moments (one per day, or NEVER on days without)."""

    clock: Clock
    moment: np.ndarray

    @cached_property
    def _later(self) -> np.ndarray:
        return np.append(np.minimum.accumulate(self.moment[::-1])[::-1], NEVER).astype(np.int32)

    def __call__(self, time: np.ndarray) -> np.ndarray:
        """Return the first moment at or after each time (int32); NEVER stays, and is the answer after the last one."""
        day = self.clock.day_of(time)
        soonest = self._later.take(day)
        return chosen(soonest >= time, soonest, self._later.take(day + 1))


def week_mask(ranges: tuple[str, ...]) -> np.ndarray:
    """Return a (7, 48) bool mask of the same ranges "HH:MM-HH:MM" on each day."""
    return HeldHours(week=dict.fromkeys(DAYS, ranges)).mask() if ranges else np.zeros((7, HALF_HOURS), dtype=bool)


@lru_cache(maxsize=16)
def clock_for(zone: Zone, kind: SchoolKind, period: Period) -> Clock:
    """Return the clock of a period in a zone, its aftermath included.

    Raises:
        ValueError: the calendar does not know these years yet.
    """
    end = period.end + dt.timedelta(days=AFTERMATH_DAYS)
    return Clock(period.start, school_calendar(zone, period.start, end, kind))
