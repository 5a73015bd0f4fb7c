"""The day on which equipment comes back: always a day of class, before the holidays that end the loan."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.school.calendar import school_calendar
from liaison.support.loans.dates import (
    LoanDateError,
    date_to_verify,
    handed_over_without_class,
    no_class_on,
    return_date,
)

days = st.dates(dt.date(2026, 9, 1), dt.date(2027, 6, 10))


@given(days, st.sampled_from("ABC"), st.sampled_from(["fin_annee", "prochaines_vacances"]))
@settings(max_examples=40, deadline=None)
def test_equipment_comes_back_on_a_day_of_class_after_the_loan(lent_on: Any, zone: Any, until: Any) -> None:
    try:
        back = return_date(zone, lent_on, until)
    except LoanDateError:
        # Only where that many days of class are not left before the holidays.
        assert until == "prochaines_vacances" or lent_on > dt.date(2027, 6, 1)
        return
    assert back > lent_on
    day = school_calendar(zone, back, back + dt.timedelta(days=1)).iloc[0]
    assert day["morning"] or day["afternoon"]
    assert not day["school_holiday"]


def test_a_loan_comes_back_five_days_of_class_before_the_holidays_and_is_refused_where_they_are_not_left() -> None:
    # Zone C, Noël: class ends on Friday 18 December 2026. The collège has class on Wednesday morning: five days of
    # class before a Friday are the Friday before.
    for lent_on in (dt.date(2026, 11, 30), dt.date(2026, 12, 10)):
        assert return_date("C", lent_on, "prochaines_vacances") == dt.date(2026, 12, 11)
    with pytest.raises(LoanDateError, match="Jours de classe"):
        return_date("C", dt.date(2026, 12, 11), "prochaines_vacances")


def test_a_pont_does_not_call_equipment_back() -> None:
    # The Friday after Ascension 2027 (7 May) is a pont in this calendar; the loan goes on to the end of the year.
    back = return_date("A", dt.date(2027, 5, 4), "prochaines_vacances")
    assert back > dt.date(2027, 5, 10)


def test_the_end_of_the_year_is_the_same_day_whenever_equipment_is_lent() -> None:
    ends = {return_date("B", day) for day in (dt.date(2026, 9, 3), dt.date(2027, 1, 12), dt.date(2027, 6, 1))}
    assert len(ends) == 1
    assert dt.date(2027, 6, 20) < ends.pop() < dt.date(2027, 7, 3)


def test_a_day_of_the_calendar_that_nobody_checked_is_said() -> None:
    found = date_to_verify(dt.date(2027, 6, 25))
    assert found is None or found.kind == "hypothese"


@pytest.mark.parametrize(
    ("zone", "day", "kind", "reason"),
    [
        ("C", "2026-12-18", "college", ""),  # the last day before Christmas
        ("C", "2026-12-25", "college", "jour férié"),
        ("C", "2026-12-28", "college", "vacances de la zone C"),
        ("C", "2027-01-04", "college", ""),
        ("A", "2027-02-15", "college", "vacances de la zone A"),
        ("B", "2027-02-15", "college", ""),
        ("C", "2027-05-07", "college", "pont"),
        ("C", "2026-12-06", "college", "dimanche"),
        ("C", "2026-12-07", "college", ""),
        ("C", "2026-12-09", "college", ""),  # a Wednesday, of class in a collège and not in a primary school
        ("C", "2026-12-09", "ecole", "mercredi"),
    ],
)
def test_a_day_without_class_says_why_and_a_day_of_class_says_nothing(
    zone: Any, day: str, kind: Any, reason: str
) -> None:
    on = dt.date.fromisoformat(day)
    assert no_class_on(zone, on, kind) == reason
    said = handed_over_without_class(zone, on, kind)
    assert bool(said) == bool(reason)
    assert not reason or (f"{on:%d/%m/%Y}" in said and f"n'est pas un jour de classe ({reason})" in said)
