"""A number as a person reads it: in French, and in the languages of the families."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.languages import languages
from liaison.base.numbers import NBSP, agreed, counted, euros, number, percent, read_number, rounded

THIN = "\u202f"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (999, "999"),
        (1000, f"1{THIN}000"),
        (1234567.891, f"1{THIN}234{THIN}567,89"),
        (1248.5, f"1{THIN}248,5"),
        (100, "100"),
        (2.50, "2,5"),
        (0.004, "0"),
        (0.005, "0,01"),
        (-3, "\u22123"),
        (-0.001, "0"),
    ],
)
def test_a_number_has_a_comma_and_thousands_apart_and_a_true_minus(value: float, said: str) -> None:
    assert number(value) == said


def test_digits_are_those_that_are_asked() -> None:
    assert [number(4.0, most=1, least=least) for least in (0, 1)] == ["4", "4,0"]
    assert [number(math.pi, most=most) for most in (0, 1, 3)] == ["3", "3,1", "3,142"]
    assert number(0.000012, most=None) == "0,000012"
    assert number(20.0, most=None) == "20"


def test_a_half_goes_away_from_zero_whatever_a_computer_makes_of_it() -> None:
    assert [number(value, most=0) for value in (0.5, 1.5, 2.5, -0.5)] == ["1", "2", "3", "\u22121"]
    assert number(1.005) == "1,01"
    assert number(100 * 0.145, most=0) == "15"
    assert number(100 * 0.1449, most=0) == "14"


def test_a_signed_number_says_on_which_side_it_is_and_zero_has_none() -> None:
    assert [number(value, 1, least=1, signed=True) for value in (0.4, -0.4, 0)] == ["+0,4", "\u22120,4", "0,0"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        *((code, f"\u22121{THIN}248,5") for code in ("fr", "fr_simple")),
        *((code, f"\u22121{NBSP}248,5") for code in ("pt", "uk")),
        *((code, "\u22121.248,5") for code in ("es", "tr", "ro", "ar")),
        ("en", "\u22121,248.5"),
    ],
)
def test_each_language_writes_it_its_own_way(code: str, said: str) -> None:
    assert number(-1248.5, locale=languages()[code].locale) == said


def test_what_is_no_number_and_what_has_no_end_are_written_too() -> None:
    assert (number(math.nan), number(math.inf), number(-math.inf)) == ("NaN", "∞", "\u2212∞")
    assert len(number(1e300)) == 301 + 100


@given(st.floats(-1e12, 1e12), st.integers(0, 6))
def test_a_number_read_again_is_the_rounded_one(value: float, most: int) -> None:
    written = number(value, most)
    read = float(written.replace(THIN, "").replace(",", ".").replace("\u2212", "-"))
    assert read == rounded(value, most)
    assert abs(read - value) <= 0.5 * 10**-most * (1 + 1e-9) + abs(value) * 1e-14


@pytest.mark.parametrize(
    ("share", "whole", "tenth"),
    [
        (0, "0", "0"),
        (0.0004, "moins de 1", "moins de 0,1"),
        (0.0005, "moins de 1", "0,1"),
        (0.004, "moins de 1", "0,4"),
        (0.005, "1", "0,5"),
        (0.12, "12", "12"),
        (0.125, "13", "12,5"),
        (0.994, "99", "99,4"),
        (0.995, "plus de 99", "99,5"),
        (0.9996, "plus de 99", "plus de 99,9"),
        (1, "100", "100"),
    ],
)
def test_a_share_never_hides_somebody(share: float, whole: str, tenth: str) -> None:
    assert percent(share) == f"{whole}{NBSP}%"
    assert percent(share, most=1) == f"{tenth}{NBSP}%"


@given(st.integers(1, 2000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_no_share_of_somebody_is_zero_and_none_with_one_missing_is_all(counts: tuple[int, int]) -> None:
    count, total = counts
    assert (percent(count / total) == f"0{NBSP}%") == (count == 0)
    assert (percent(count / total) == f"100{NBSP}%") == (count == total)


@pytest.mark.parametrize(
    ("amount", "said"),
    [(0, "0"), (37.5, "37,50"), (37.004, "37"), (1240, f"1{THIN}240"), (-2, "\u22122")],
)
def test_an_amount_has_cents_when_it_is_not_whole(amount: float, said: str) -> None:
    assert euros(amount) == f"{said}{NBSP}€"


def test_the_sign_of_an_amount_stands_where_the_language_puts_it() -> None:
    said = {code: euros(43.2, language.locale) for code, language in languages().items()}
    assert said["en"] == "€43.20"
    assert said["tr"] == "€43,20"
    assert said["uk"] == said["ro"] == said["fr"] == f"43,20{NBSP}€"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 famille"), (1, "1 famille"), (1.5, "1,5 famille"), (2, "2 familles"), (1200, "1\u202f200 familles")],
)
def test_the_plural_begins_at_two(count: float, said: str) -> None:
    assert counted(count, "famille", "familles") == said


def test_what_has_no_number_in_front_of_it_agrees_with_one() -> None:
    assert [f"lu{agreed(count, '', 's')}" for count in (0, 1, 1.99, 2)] == ["lu", "lu", "lu", "lus"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,5", "2.5"),
        (" 2.50 ", "2.5"),
        ("+3", "3"),
        ("-3", "-3"),
        ("\u22123,0", "-3"),
        ("007", "7"),
        ("1 234", "1234"),
        (f"1{THIN}234{THIN}567,89", "1234567.89"),
        (f"12{NBSP}345", "12345"),
        ("1 2", None),
        ("1 23", None),
        ("1234 567", None),
        ("1,234,567", None),
        ("2,", None),
        (",5", None),
        ("1e3", None),
        ("1_000", None),
        ("nan", None),
        ("inf", None),
        ("٣", None),
        ("1/2", None),
        ("deux", None),
        ("", None),
    ],
)
def test_a_number_is_read_as_people_and_spreadsheets_write_it_and_nothing_else_is(text: str, value: str | None) -> None:
    assert read_number(text) == (None if value is None else Decimal(value))


@given(st.floats(-1e15, 1e15))
def test_a_number_that_is_written_is_read_again(value: float) -> None:
    said = read_number(number(value, most=3))
    assert said is not None
    assert float(said) == rounded(value, 3)
