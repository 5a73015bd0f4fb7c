"""Les jours d'une école, contre le calendrier officiel et autour des bords."""

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from narrowing import present

from liaison.school.calendar import CalendarError, known_days, school_calendar, to_verify

OFFICIAL = (
    Path(__file__).parents[2] / "../shared/data/calendar/fr-en-calendrier-scolaire.csv"
)  # absent chez qui n'a pas les données d'essai
ZONES = ("A", "B", "C")

# Each day on which the published file and this calendar disagree, and why.
EXPLAINED = {
    **dict.fromkeys(
        [dt.date(2019, 5, 29), dt.date(2020, 5, 20)],
        "le fichier compte la veille du pont, où la classe a lieu (départ après la classe)",
    ),
    **dict.fromkeys(
        [dt.date(2022, 5, 28), dt.date(2022, 5, 29), dt.date(2024, 5, 11), dt.date(2025, 5, 31), dt.date(2026, 5, 16)],
        "le fichier finit au samedi du pont, que l'arrêté vaque aussi",
    ),
}


def day(text: str, zone: Any = "A", kind: Any = "college", **more: Any) -> pd.Series:
    start = dt.date.fromisoformat(text)
    return school_calendar(zone, start, start + dt.timedelta(days=1), kind, **more).iloc[0]


def official_holidays(zone: str) -> dict[str, set[dt.date]]:
    """Return by school year the days on which pupils of a zone have holidays, as the file says."""
    table = pd.read_csv(OFFICIAL, sep=";", encoding="utf-8-sig")
    table = table[(table["Zones"] == f"Zone {zone}") & (table["Population"] != "Enseignants")]
    found: dict[str, set[dt.date]] = {}
    row: Any
    for row in table.itertuples(index=False):
        start, back = (pd.Timestamp(value).tz_convert("Europe/Paris").date() for value in (row[2], row[3]))
        found.setdefault(row.annee_scolaire, set()).update(pd.date_range(start, back, inclusive="left").date)
    return found


@pytest.mark.skipif(not OFFICIAL.exists(), reason="données d'essai absentes")
@pytest.mark.parametrize("zone", ZONES)
def test_every_day_agrees_with_the_official_calendar(zone: Any) -> None:
    compared, disagreements = 0, set()
    for holidays in official_holidays(zone).values():
        # One day more than the file says: a year that stops with a pont says nothing of the following day.
        span = school_calendar(zone, min(holidays), max(holidays) + dt.timedelta(days=2))
        ours = set(pd.DatetimeIndex(span.index[span["school_holiday"]]).date)
        disagreements |= ours ^ holidays
        compared += len(span)
    assert compared > 9 * 200
    assert disagreements == set(EXPLAINED)


@pytest.mark.parametrize(
    ("zone", "last_class", "first_free", "last_free", "back"),
    [
        ("A", "2026-10-16", "2026-10-17", "2026-11-01", "2026-11-02"),
        ("C", "2027-02-05", "2027-02-06", "2027-02-21", "2027-02-22"),
        ("A", "2027-02-12", "2027-02-13", "2027-02-28", "2027-03-01"),
        ("B", "2027-02-19", "2027-02-20", "2027-03-07", "2027-03-08"),
        ("C", "2027-04-02", "2027-04-03", "2027-04-18", "2027-04-19"),
        ("A", "2027-04-09", "2027-04-10", "2027-04-25", "2027-04-26"),
        ("B", "2027-04-16", "2027-04-17", "2027-05-02", "2027-05-03"),
    ],
)
def test_holidays_of_2026_2027_begin_after_friday_and_end_on_a_monday_morning(
    zone: str, last_class: str, first_free: str, last_free: str, back: str
) -> None:
    assert day(last_class, zone)["morning"]
    assert day(first_free, zone)["school_holiday"]
    assert day(last_free, zone)["school_holiday"]
    assert day(back, zone)["morning"]


def test_the_year_2026_2027_runs_from_the_first_of_september_to_early_july() -> None:
    assert not day("2026-08-31")["morning"]
    assert day("2026-09-01")["morning"]
    assert day("2027-07-02")["morning"]
    assert day("2027-07-03")["school_holiday"]


def test_the_pont_of_2026_which_the_package_lacks_is_without_class() -> None:
    eve, ascension, pont, monday = (day(f"2026-05-{number}") for number in (13, 14, 15, 18))
    assert eve["morning"]
    assert ascension["public_holiday"]
    assert pont["pont"]
    assert pont["school_holiday"]
    assert not pont["morning"]
    assert monday["morning"]
    assert not monday["pont"]


def test_the_spring_holidays_of_2021_were_moved_to_the_same_days_in_every_zone() -> None:
    assert day("2021-04-09", "B")["morning"]
    assert day("2021-04-12", "B")["school_holiday"]
    assert day("2021-04-26", "B")["morning"]
    assert day("2021-05-17", "C")["morning"]
    assert day("2021-09-01", "C")["school_holiday"]


def test_armistice_day_has_no_class_and_the_day_after_has() -> None:
    assert day("2026-11-11")["public_holiday"]
    assert not day("2026-11-11")["morning"]
    assert day("2026-11-12")["morning"]


def test_wednesday_is_a_morning_in_college_and_nothing_in_a_four_day_ecole() -> None:
    college = day("2026-09-16")
    assert (college["morning"], college["afternoon"]) == (True, False)
    assert (college["first_minute"], college["last_minute"]) == (8 * 60, 12 * 60)
    ecole = day("2026-09-16", kind="ecole")
    assert not ecole["morning"]
    assert pd.isna(ecole["first_minute"])
    assert day("2026-09-16", kind="ecole", week="ecole_4_jours_et_demi")["morning"]


def test_saturday_has_class_only_where_the_week_says_so() -> None:
    assert not day("2026-09-19", kind="ecole")["morning"]
    assert day("2026-09-19", kind="ecole", week="ecole_samedi_matin")["morning"]


def test_a_week_of_afternoons_starts_in_the_afternoon() -> None:
    only = day("2026-09-14", week={"lundi": {"apres_midi": "14:00-16:00"}})
    assert (only["morning"], only["first_minute"], only["last_minute"]) == (False, 14 * 60, 16 * 60)


def test_both_ecole_weeks_hold_twenty_four_hours() -> None:
    for week in ("ecole_4_jours", "ecole_4_jours_et_demi", "ecole_samedi_matin"):
        table = school_calendar("A", dt.date(2026, 9, 7), dt.date(2026, 9, 14), "ecole", week=week)
        lunch = 120 * (table["morning"] & table["afternoon"])
        assert (table["last_minute"] - table["first_minute"] - lunch).sum() == 24 * 60, week


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("D", dt.date(2026, 9, 1), dt.date(2026, 9, 2)), "A, B ou C"),
        (("A", dt.date(2026, 9, 2), dt.date(2026, 9, 2)), "doit suivre"),
        (("A", dt.date(2028, 8, 31), dt.date(2028, 9, 2)), "31/08/2028"),
        (("A", dt.date(2017, 8, 31), dt.date(2017, 9, 2)), "01/09/2017"),
    ],
)
def test_what_is_not_known_is_said_in_french(arguments: Any, words: str) -> None:
    with pytest.raises(CalendarError, match=words):
        school_calendar(*arguments)


@pytest.mark.parametrize(
    ("week", "words"),
    [
        ("semaine_des_quatre_jeudis", "Semaines connues"),
        ({"jeudredi": {"matin": "08:00-12:00"}}, "jeudredi"),
        ({"lundi": {"soir": "18:00-20:00"}}, "soir"),
        ({"lundi": {"matin": "8h-12h"}}, "8h-12h"),
        ({"lundi": {"matin": "12:00-08:00"}}, "doit suivre"),
    ],
)
def test_a_week_that_cannot_be_read_is_refused(week: Any, words: str) -> None:
    with pytest.raises(CalendarError, match=words):
        day("2026-09-14", week=week)


def test_the_last_known_day_can_be_asked_for() -> None:
    first, last = known_days()
    assert len(school_calendar("A", first, last + dt.timedelta(days=1))) == (last - first).days + 1


def test_dates_of_2026_on_are_marked_to_be_verified_and_those_before_are_not() -> None:
    assert to_verify(dt.date(2026, 8, 1), dt.date(2026, 9, 1)) is None
    assert present(to_verify(dt.date(2026, 8, 1), dt.date(2026, 9, 2))).kind == "hypothese"


@given(
    st.sampled_from(ZONES),
    st.sampled_from(["ecole", "college", "lgt", "lp"]),
    st.dates(dt.date(2017, 9, 1), dt.date(2028, 8, 1)),
    st.integers(1, 30),
)
def test_a_span_is_the_same_days_as_asked_for_one_by_one(zone: Any, kind: Any, start: Any, length: Any) -> None:
    table = school_calendar(zone, start, start + dt.timedelta(days=length), kind)
    single = school_calendar(zone, start + dt.timedelta(days=length - 1), start + dt.timedelta(days=length), kind)
    pd.testing.assert_frame_equal(table.tail(1), single, check_freq=False)
    off = table["school_holiday"] | table["public_holiday"] | (table["weekday"] == 6)
    assert not (table["morning"] | table["afternoon"])[off].any()
    some = table["morning"] | table["afternoon"]
    assert table["first_minute"].notna().equals(some)
    assert table["last_minute"].notna().equals(some)
