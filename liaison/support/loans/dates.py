"""Quand le matériel part et revient : des jours de classe, pris dans le calendrier de l'école."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import pandas as pd

from liaison.base.dates import numeric_date
from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.rules import Rule, rule
from liaison.school.calendar import known_days, school_calendar, to_verify
from liaison.school.vocabulary import DAYS, SchoolKind, Zone

phrase = french_beside(__file__)
Until = Literal["fin_annee", "prochaines_vacances"]
# After the last school day of July, everywhere in France.
_SUMMER = (8, 1)


class LoanDateError(FrenchError):
    """A return date that the calendar cannot give, and what to choose instead."""


def return_date(
    zone: Zone,
    lent_on: dt.date,
    until: Until = "fin_annee",
    kind: SchoolKind = "college",
) -> dt.date:
    """Return the day of class on which equipment lent on `lent_on` comes back, in time to be checked and stored.

    Args:
        zone: A, B or C.
        lent_on: the day of the loan.
        until: before the summer holidays (`fin_annee`), or before the next holidays of any kind.
        kind: of school: it decides the usual week of classes.

    Raises:
        LoanDateError: not enough days of class are left.
        CalendarError: years that the calendar does not know.
    """
    days = _class_days(zone, lent_on, until, kind)
    margin = int(rule("accompagnement/durees", lent_on).value["retour_jours_de_classe"])
    left = days[days > pd.Timestamp(lent_on)]
    if len(left) <= margin:
        lent = numeric_date(lent_on)
        raise LoanDateError(phrase("pas-assez-de-jours", lent=lent, left=len(left), margin=margin))
    return left[-1 - margin].date()


def _class_days(zone: Zone, lent_on: dt.date, until: Until, kind: SchoolKind) -> pd.DatetimeIndex:
    """Return the days of class from the loan to the holidays that end it."""
    summer = dt.date(lent_on.year + (lent_on.month >= _SUMMER[0]), *_SUMMER)
    last = min(summer, known_days()[1] + dt.timedelta(days=1))
    calendar = school_calendar(zone, lent_on, max(last, lent_on + dt.timedelta(days=1)), kind)
    if until == "prochaines_vacances":
        # A pont is a day or two without class, not holidays: equipment does not come back for it.
        off = calendar.index[calendar["school_holiday"] & ~calendar["pont"]]
        if len(off):
            calendar = calendar[calendar.index < off[0]]
    return pd.DatetimeIndex(calendar.index[calendar["morning"] | calendar["afternoon"]])


def no_class_on(zone: Zone, day: dt.date, kind: SchoolKind = "college") -> str:
    """Return why nobody has class that day, in a few words; "" for a day of class.

    Raises:
        CalendarError: a day that the calendar does not know.
    """
    of_day = school_calendar(zone, day, day + dt.timedelta(days=1), kind).iloc[0]
    if of_day["morning"] or of_day["afternoon"]:
        return ""
    if of_day["public_holiday"]:
        return phrase("jour-ferie")
    if of_day["pont"]:
        return phrase("pont")
    return phrase("vacances", zone=zone) if of_day["school_holiday"] else DAYS[day.weekday()]


def handed_over_without_class(zone: Zone, day: dt.date, kind: SchoolKind = "college") -> str:
    """Return the sentence that says that equipment is handed over on a day without class; "" on a day of class.

    Raises:
        CalendarError: a day that the calendar does not know.
    """
    reason = no_class_on(zone, day, kind)
    return reason and phrase("remise-sans-classe", day=numeric_date(day), reason=reason)


def date_to_verify(day: dt.date) -> Rule | None:
    """Return the rule that marks this day of the calendar « à vérifier », if it is one."""
    return to_verify(day, day + dt.timedelta(days=1))


__all__ = [
    "LoanDateError",
    "Until",
    "date_to_verify",
    "handed_over_without_class",
    "no_class_on",
    "return_date",
]
