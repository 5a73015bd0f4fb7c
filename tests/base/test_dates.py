"""A date in figures is written one way, and read however it is typed; what is no date is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.dates import numeric_date, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("07/12/2026", dt.date(2026, 12, 7)),
        (" 7-12-2026 ", dt.date(2026, 12, 7)),
        ("7.12.2026", dt.date(2026, 12, 7)),
        ("29/02/2028", dt.date(2028, 2, 29)),
        ("29/02/2027", None),
        ("2026-12-07", None),
        ("07/12/26", None),
        ("07/12/2026 8 h", None),
        ("٧/١٢/٢٠٢٦", None),
        ("01/01/0000", None),
        ("demain", None),
        ("", None),
    ],
)
def test_a_typed_date_is_read_or_is_none(text: str, day: dt.date | None) -> None:
    assert read_date(text) == day


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_date_that_is_written_is_read_again(day: dt.date) -> None:
    assert read_date(numeric_date(day)) == day


def test_no_date_is_written_as_nothing() -> None:
    assert numeric_date(None) == ""
