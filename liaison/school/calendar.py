"""Les jours d'une école : vacances de sa zone, fériés, ponts, demi-journées de classe.

The package vacances-scolaires-france gives the holidays; `calendrier/corrections` holds the days that it lacks or
gives otherwise than the official calendar; `calendrier/semaine` the half-days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

import holidays
import numpy as np
import pandas as pd
from vacances_scolaires_france import SchoolHolidayDates

from liaison.base.dates import numeric_date
from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.rules.loader import Rule, rule
from liaison.school.vocabulary import DAYS, SchoolKind, Zone

phrase = french_beside(__file__)

# The official calendar was compared day by day from here on; the zones are those of 2016.
FIRST_DAY = dt.date(2017, 9, 1)
HALVES = ("matin", "apres_midi")
PONT = "Pont"

# One week of classes: by weekday and half-day ("matin", "apres_midi"), a range "HH:MM-HH:MM".
Week = Mapping[str, Mapping[str, str]]


class CalendarError(FrenchError):
    """What the calendar cannot answer, in a French sentence that says what it knows."""


def school_calendar(
    zone: Zone,
    start: dt.date,
    end: dt.date,
    kind: SchoolKind = "college",
    *,
    week: str | Week | None = None,
) -> pd.DataFrame:
    """Return the days of a school from `start` to `end` (excluded): who has class, when, and why not.

    Indexed by local date (naive midnight, one row per day). Columns: weekday (0 is Monday), school_holiday (the
    ponts included), public_holiday, pont, morning, afternoon (there is class), first_minute and last_minute (of
    the day's classes, minutes after local midnight; missing when there is none).

    Args:
        zone: A, B or C.
        start: first day.
        end: the day after the last one.
        kind: decides the usual week, an editable hypothesis.
        week: another week: a name of the rule `calendrier/semaine`, or the half-days themselves.

    Raises:
        CalendarError: unknown zone, years that are not known, end before start, a week that cannot be read.
    """
    _check(zone, start, end)
    days = pd.date_range(start, end, inclusive="left", name="date")
    school_holiday, pont = (in_zone[_offsets(days)] for in_zone in _days_off(zone))
    public_holiday = np.isin(days.to_numpy().astype("datetime64[D]"), _public_holidays(start.year, end.year))
    weekday = days.day_of_week.to_numpy()
    hours = _hours(kind, week, start)
    has_class = ~(school_holiday | public_holiday)[:, None] & (hours[weekday, :, 1] > 0)
    first = np.where(has_class[:, 0], hours[weekday, 0, 0], hours[weekday, 1, 0])
    last = np.where(has_class[:, 1], hours[weekday, 1, 1], hours[weekday, 0, 1])
    some = has_class.any(axis=1)
    return pd.DataFrame(
        {
            "weekday": weekday,
            "school_holiday": school_holiday,
            "public_holiday": public_holiday,
            "pont": pont,
            "morning": has_class[:, 0],
            "afternoon": has_class[:, 1],
            "first_minute": pd.Series(first, index=days, dtype="Int64").where(some),
            "last_minute": pd.Series(last, index=days, dtype="Int64").where(some),
        },
        index=days,
    )


def known_days() -> tuple[dt.date, dt.date]:
    """Return the first and the last day that the calendar knows."""
    return FIRST_DAY, max(_base().data)


def to_verify(start: dt.date, end: dt.date) -> Rule | None:
    """Return the rule that marks dates « à vérifier » if some of them lie between `start` and `end` (excluded)."""
    to_check = rule("calendrier/annees_a_verifier", known_days()[1])
    return to_check if start <= to_check.value["au"] and end > to_check.value["du"] else None


def _check(zone: str, start: dt.date, end: dt.date) -> None:
    if zone not in get_args(Zone):
        raise CalendarError(phrase("pas-zone-vacances-b", zone=zone))
    if end <= start:
        raise CalendarError(phrase("fin-doit-suivre-debut", end=numeric_date(end), start=numeric_date(start)))
    first, last = known_days()
    if start < first or end > last + dt.timedelta(days=1):
        raise CalendarError(
            phrase(
                "calendrier-scolaire-connu-periode",
                first=numeric_date(first),
                last=numeric_date(last),
                start=numeric_date(start),
                end=numeric_date(end - dt.timedelta(days=1)),
            )
        )


@cache
def _base() -> SchoolHolidayDates:
    return SchoolHolidayDates()


def _offsets(days: pd.DatetimeIndex) -> np.ndarray:
    return (days - pd.Timestamp(FIRST_DAY)).days.to_numpy()


@cache
def _days_off(zone: Zone) -> tuple[np.ndarray, np.ndarray]:
    """Return (holiday, pont), one bool per known day of a zone, the corrections applied."""
    first, last = known_days()
    labels = {day: row["nom_vacances"] for day, row in _base().data.items() if row[f"vacances_zone_{zone.lower()}"]}
    for year in range(first.year, last.year):
        for line in _corrections(year):
            if zone in line["zones"]:
                for day in pd.date_range(line["du"], line["au"]).date:
                    labels.pop(day, None) if line["classe"] else labels.update({day: line["label"]})
    names = [labels.get(day, "") for day in pd.date_range(first, last).date]
    return np.array([bool(name) for name in names]), np.array([name.startswith(PONT) for name in names])


def _corrections(year: int) -> list[dict[str, Any]]:
    """Return the corrections of the school year that begins in `year`."""
    corrections: list[dict[str, Any]] = rule("calendrier/corrections", dt.date(year, 9, 1)).value
    return corrections


@cache
def _public_holidays(first_year: int, last_year: int) -> np.ndarray:
    years = range(first_year, last_year + 1)
    public_holidays = holidays.country_holidays("FR", years=years)
    return np.array(sorted(public_holidays), dtype="datetime64[D]")


def _hours(kind: SchoolKind, week: str | Week | None, on: dt.date) -> np.ndarray:
    """Return the class hours, int (7 weekdays, 2 half-days, start and end in minutes; 0 and 0 without class)."""
    known: dict[str, Week] = rule("calendrier/semaine", on).value
    name = rule("calendrier/semaine_par_defaut", on).value[kind] if week is None else week
    if isinstance(name, str) and name not in known:
        raise CalendarError(phrase("semaine-existe-pas-semaines", name=name, known=", ".join(known)))
    chosen = known[name] if isinstance(name, str) else name
    hours = np.zeros((7, 2, 2), dtype=np.int64)
    for day, halves in chosen.items():
        for half, text in halves.items():
            if day not in DAYS or half not in HALVES:
                raise CalendarError(phrase("pas-demi-journee-lundi", day=day, half=half))
            hours[DAYS.index(day), HALVES.index(half)] = _range(day, text)
    return hours


def _range(day: str, text: str) -> tuple[int, int]:
    try:
        start, end = (dt.time.fromisoformat(part) for part in text.split("-"))
    except ValueError as error:
        raise CalendarError(phrase("ecrire-exemple", day=day, text=text)) from error
    if start >= end:
        raise CalendarError(phrase("fin-doit-suivre-debut-bis", day=day, text=text))
    return start.hour * 60 + start.minute, end.hour * 60 + end.minute
