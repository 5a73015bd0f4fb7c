"""Words put together in French."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.languages import languages
from liaison.base.words import day_and_month, joined, listed, long_date, lower_first, named, shortened, upper_first


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")]
)
def test_an_enumeration_has_commas_then_et(words: list[str], said: str) -> None:
    assert joined(iter(words)) == said


def test_a_language_enumerates_as_the_cldr_says_it_does() -> None:
    assert joined(["a", "b", "c"], language="en") == "a, b and c"
    assert joined(["أ", "ب"], language="ar") == "أ وب"
    assert {joined(["a"], language=code) for code in languages()} == {"a"}
    assert len({joined(["a", "b"], language=code) for code in languages()}) > 5


@given(st.lists(st.text("ab{}01 ,", min_size=1, max_size=4), max_size=5))
def test_what_is_enumerated_is_written_as_it_is(words: list[str]) -> None:
    *before, last = words or [""]
    assert joined(words) == (f"{', '.join(before)} et {last}" if before else last)


def test_the_last_word_may_come_after_another_conjunction() -> None:
    assert joined(["le matin", "le soir"], "ou") == "le matin ou le soir"


def test_a_title_that_asks_is_no_end_of_a_sentence() -> None:
    assert f"Sans réponse : {named(['Qui ?', 'Lundi'])}." == "Sans réponse : « Qui ? » et « Lundi »."


def test_a_label_loses_its_capital_inside_a_sentence_and_a_sigle_keeps_it() -> None:
    assert lower_first("Retard") == "retard"
    assert lower_first("SMS") == "SMS"
    assert upper_first("retard") == "Retard"
    assert lower_first("") == upper_first("") == ""


def test_the_first_of_a_month_is_said_and_the_other_days_are_counted() -> None:
    assert [long_date(dt.date(2026, 8, day)) for day in (1, 2, 11, 21)] == [
        *("1er août 2026", "2 août 2026"),
        *("11 août 2026", "21 août 2026"),
    ]
    assert [day_and_month(dt.date(2026, 9, day)) for day in (1, 30)] == ["1er septembre", "30 septembre"]


@pytest.mark.parametrize(
    ("most", "short"), [(4, "6e, 5e, 4e"), (3, "6e, 5e, 4e"), (2, "6e, 5e et 1 autre"), (1, "6e et 2 autres")]
)
def test_names_are_said_up_to_the_most_and_the_others_counted(most: int, short: str) -> None:
    assert shortened(["6e", "5e", "4e"], most) == short


@pytest.mark.parametrize(("most", "last"), [(3, "- c"), (2, "… et 1 autre."), (1, "… et 2 autres.")])
def test_faults_are_listed_up_to_the_most_and_the_others_counted(most: int, last: str) -> None:
    lines = listed(["a", "b", "c"], most).split("\n")
    assert lines == [*["- a", "- b", "- c"][:most], *([last] if most < 3 else [])]
