"""Les deux changements d'heure, les fenêtres qui passent minuit, les envois groupés : des cas en paires."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from liaison.messaging.policy.policy import Digests, HeldHours
from liaison.messaging.traffic.clock import NEVER, Clock, Period, clock_for
from liaison.messaging.vocabulary import DAYS

NIGHT = HeldHours(week=dict.fromkeys(DAYS, ("00:00-07:00", "20:00-24:00")))


def clock_from(day: dt.date) -> Clock:
    return clock_for("B", "college", Period(day, 2))


def minute(clock: Clock, moment: str) -> np.ndarray:
    """The minute of a local moment "AAAA-MM-JJ HH:MM"."""
    since = pd.Timestamp(moment, tz="Europe/Paris") - pd.Timestamp(clock.start, tz="Europe/Paris")
    return np.array([since // pd.Timedelta(minutes=1)], dtype=np.int32)


def said(clock: Clock, time: np.ndarray) -> str:
    return f"{clock.timestamps(time)[0]:%Y-%m-%d %H:%M %z}"


@pytest.mark.parametrize(
    ("written", "rings"),
    [
        ("2026-11-03 19:59", "2026-11-03 19:59 +0100"),
        ("2026-11-03 20:00", "2026-11-04 07:00 +0100"),
        ("2026-11-04 06:59", "2026-11-04 07:00 +0100"),
        ("2026-11-04 07:00", "2026-11-04 07:00 +0100"),
        # The night of 25 hours, then the one of 23.
        ("2026-10-24 22:30", "2026-10-25 07:00 +0100"),
        ("2026-10-24 19:59", "2026-10-24 19:59 +0200"),
        ("2027-03-27 22:30", "2027-03-28 07:00 +0200"),
        ("2027-03-27 19:59", "2027-03-27 19:59 +0100"),
    ],
)
def test_a_message_of_the_night_rings_at_seven(written: str, rings: str) -> None:
    clock = clock_from((pd.Timestamp(written) - pd.Timedelta(days=2)).date())
    moved = clock.delayed_to(clock.held(NIGHT))(minute(clock, written))
    assert said(clock, moved) == rings


def test_friday_evening_goes_on_to_monday_morning() -> None:
    week = {
        **dict.fromkeys(DAYS[:5], ("00:00-07:00", "20:00-24:00")),
        "samedi": ("00:00-24:00",),
        "dimanche": ("00:00-24:00",),
    }
    clock = clock_from(dt.date(2026, 11, 16))
    delay = clock.delayed_to(clock.held(HeldHours(week=week)))
    assert said(clock, delay(minute(clock, "2026-11-20 19:59"))) == "2026-11-20 19:59 +0100"
    assert said(clock, delay(minute(clock, "2026-11-20 20:00"))) == "2026-11-23 07:00 +0100"


def test_holidays_hold_until_the_morning_of_the_return() -> None:
    clock = clock_from(dt.date(2026, 12, 14))
    hours = NIGHT.model_copy(update={"school_holidays": True})
    delay = clock.delayed_to(clock.held(hours))
    assert said(clock, delay(minute(clock, "2026-12-18 19:59"))) == "2026-12-18 19:59 +0100"
    assert said(clock, delay(minute(clock, "2026-12-20 12:00"))) == "2027-01-04 07:00 +0100"


def test_public_holidays_hold_only_when_they_are_asked_to() -> None:
    clock = clock_from(dt.date(2026, 11, 9))
    armistice = minute(clock, "2026-11-11 12:00")
    assert said(clock, clock.delayed_to(clock.held(NIGHT))(armistice)) == "2026-11-11 12:00 +0100"
    silent = NIGHT.model_copy(update={"public_holidays": True})
    assert said(clock, clock.delayed_to(clock.held(silent))(armistice)) == "2026-11-12 07:00 +0100"


def test_nothing_ever_rings_in_a_week_that_never_opens() -> None:
    closed = HeldHours(week=dict.fromkeys(DAYS, ("00:00-24:00",)))
    clock = clock_from(dt.date(2026, 11, 9))
    assert clock.delayed_to(clock.held(closed))(minute(clock, "2026-11-10 12:00"))[0] == NEVER
    assert clock.timestamps(np.array([NEVER]))[0] is pd.NaT


@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        ("2026-11-10 18:00", "2026-11-10 18:00 +0100"),
        ("2026-11-10 18:01", "2026-11-11 18:00 +0100"),
    ],
)
def test_a_daily_digest_takes_what_was_written_before_it(written: str, leaves: str) -> None:
    clock = clock_from(dt.date(2026, 11, 9))
    assert said(clock, clock.next_daily(18 * 60)(minute(clock, written))) == leaves


@pytest.mark.parametrize(
    ("day", "leaves"),
    [
        # 02:30 happens twice on 25 October 2026, and not at all on 28 March 2027.
        ("2026-10-25 00:00", "2026-10-25 02:30 +0200"),
        ("2027-03-28 00:00", "2027-03-28 03:00 +0200"),
    ],
)
def test_a_digest_at_an_hour_that_the_change_repeats_or_skips_leaves_once(day: str, leaves: str) -> None:
    clock = clock_from(pd.Timestamp(day).date())
    assert said(clock, clock.next_daily(150)(minute(clock, day))) == leaves


@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        ("2026-11-13 17:00", "2026-11-13 17:00 +0100"),
        ("2026-11-13 17:01", "2026-11-20 17:00 +0100"),
    ],
)
def test_a_weekly_digest_leaves_on_its_day(written: str, leaves: str) -> None:
    clock = clock_from(dt.date(2026, 11, 9))
    digests = Digests(weekly_on="vendredi", weekly_at="17:00")
    assert said(clock, clock.next_weekly(digests)(minute(clock, written))) == leaves
