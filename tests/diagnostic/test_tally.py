"""Recopier une feuille : des touches aux réponses, la correction, et moins de quinze secondes par feuille."""

from collections.abc import Iterable
from functools import reduce
from typing import Any

import pytest
from diagnostic.answers_of_a_family import family_answer
from diagnostic.fictitious_school import truth
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.diagnostic.answers import FamilyAnswer, row_of
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire, QuestionnaireError, family_questionnaire
from liaison.diagnostic.reading.tally import BACK, DIGITS, ENTER, Tally, keys_of, places, seconds

QUESTIONNAIRE = family_questionnaire()
MOST_S = 15  # a sheet
START = Tally(QUESTIONNAIRE, (("mode", "papier"), ("niveau", "sixieme")))
# A computer and a tablet; one child; a box; printer at home; five gestures; every day; …; no loan; no workshop.
WHOLE = [*"12", ENTER, *"111", *"11111", *"11111", "3", "5"]


@st.composite
def sheets(draw: Any) -> Any:
    """One sheet as a family may fill it: some questions left out, never « aucun » with something else."""
    given_: dict[str, object] = {}
    for item in QUESTIONNAIRE.items:
        if not draw(st.booleans()):
            continue
        if item.kind == "single":
            given_[item.id] = draw(st.sampled_from(item.values))
        elif item.kind == "grid":
            rows = draw(st.sets(st.sampled_from(item.rows), min_size=1))
            given_[item.id] = {row: draw(st.sampled_from(item.values)) for row in item.rows if row in rows}
        else:
            several = [value for value in item.values if value not in item.alone]
            alone = [(value,) for value in item.alone]
            chosen = draw(st.sets(st.sampled_from(several), min_size=1))
            given_[item.id] = draw(st.sampled_from([tuple(v for v in several if v in chosen), *alone]))
    context = {"mode": "papier", "niveau": "sixieme"}
    return FamilyAnswer(questionnaire=QUESTIONNAIRE.id, contexte=context, reponses=given_)


def pressed(keys: Iterable[str]) -> Tally:
    return reduce(Tally.press, keys, START)


def test_a_whole_sheet_is_copied_and_the_next_one_begins() -> None:
    found = pressed(WHOLE)
    assert found.here is None
    assert found.sheets == ()
    found = found.press(ENTER)
    (answer,) = found.sheets
    assert answer.reponses["appareils"] == ("ordinateur", "tablette")
    assert answer.reponses["seul"] == dict.fromkeys(QUESTIONNAIRE.items[4].rows, "sans_aide")
    assert answer.reponses["pret"] == ("aucun",)
    assert answer.contexte == {"mode": "papier", "niveau": "sixieme"}
    assert answer.jeton is None
    assert found.here == places(QUESTIONNAIRE)[0]


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_the_keys_of_any_sheet_give_its_answers_back(sheet: Any) -> None:
    found = pressed([*keys_of(sheet, QUESTIONNAIRE), ENTER])
    assert found.sheet == START.sheet
    assert list(found.sheets) == ([sheet] if sheet.reponses else [])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*DIGITS, ENTER, "0", "x", "ArrowLeft"]), max_size=60))
def test_whatever_is_pressed_a_key_taken_back_leaves_what_was_there_before(keys: Any) -> None:
    found = START
    for key in keys:
        after = found.press(key)
        if not after.sheet.refused and after.sheet.keys:
            assert after.press(BACK).sheet.keys == found.sheet.keys
            assert after.press(BACK).sheet.given == found.sheet.given
        found = after
    assert len(found.answers()) == len(found.sheets)


def test_a_key_that_means_nothing_here_changes_nothing_and_is_told() -> None:
    before = pressed([*"12", ENTER])
    for key in ("0", "5", "9", "x", "", "12", "Escape"):
        after = before.press(key)
        assert after.sheet.refused == key
        assert (after.sheet.keys, after.here) == (before.sheet.keys, before.here)
    assert before.press("5").press("1").sheet.refused == ""


def test_the_last_digit_of_a_question_is_accepted_and_the_next_one_is_refused() -> None:
    language = next(rank for rank, place in enumerate(places(QUESTIONNAIRE)) if place.item.id == "langue")
    at = pressed([ENTER] * language)
    assert at.here is not None
    assert at.here.item.id == "langue"
    assert at.press("9").sheet.given[-1] == ("langue", "", ("autre",))
    paper = pressed([ENTER] * (language + 1))
    assert paper.press("3").sheet.given[-1] == ("pret", "", ("aucun",))
    assert paper.press("4").sheet.refused == "4"


def test_a_box_that_stands_alone_ends_its_question_and_does_not_follow_another() -> None:
    assert START.press("4").here == places(QUESTIONNAIRE)[1]
    assert pressed("14").sheet.refused == "4"
    assert pressed("11").sheet.refused == "1"
    assert pressed("123").here == places(QUESTIONNAIRE)[1]


def test_backspace_at_the_start_opens_the_sheet_before_again() -> None:
    kept = pressed([*WHOLE, ENTER])
    again = kept.press(BACK)
    assert again.sheets == ()
    assert again.here is None
    assert again.press(BACK).press("1").press(ENTER).press(ENTER).sheets[0].reponses["atelier"] == ("matin",)
    assert START.press(BACK) == START


def test_a_sheet_with_nothing_on_it_is_no_answer() -> None:
    found = pressed([ENTER] * (len(places(QUESTIONNAIRE)) + 1))
    assert found.sheets == ()
    assert found.sheet == START.sheet


def test_sheets_become_a_table_of_answers() -> None:
    found = pressed([*WHOLE, ENTER] * 3)
    table = found.answers().table
    assert len(table) == 3
    assert set(table["mode"]) == {"papier"}
    assert row_of(found.sheets[0], QUESTIONNAIRE)["connexion"] == "fixe"


def test_more_answers_than_digits_cannot_be_copied() -> None:
    values = [f"v{rank}" for rank in range(10)]
    long = Questionnaire.model_validate(
        {"version": 1, "id": "long", "items": [{"id": "q", "axis": "equipement", "kind": "single", "values": values}]}
    )
    with pytest.raises(QuestionnaireError, match="« q » a plus de 9".replace("« ", "«\u00a0").replace(" »", "\u00a0»")):
        places(long)


def most_keys() -> Any:
    """The most keys of a sheet without a mistake: every question at its longest, and the Enter that keeps it."""
    longest = 1
    for item, _row in places(QUESTIONNAIRE):
        several = len(item.values) - len(item.alone)
        longest += several if item.kind == "multiple" else 1
    return longest


def test_no_sheet_takes_more_than_fifteen_seconds_nor_more_than_25_keys() -> None:
    assert most_keys() <= 25
    assert seconds(most_keys()) < MOST_S


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_the_longest_sheet_bounds_every_sheet(sheet: Any) -> None:
    assert len(keys_of(sheet, QUESTIONNAIRE)) + 1 <= most_keys()


def test_the_sheets_of_a_whole_fictitious_school_are_copied_as_they_are() -> None:
    answers = truth()
    sheets_ = [family_answer(answers, name) for name in answers.table.index[:200]]
    keys = [(*keys_of(sheet, QUESTIONNAIRE), ENTER) for sheet in sheets_]
    found = pressed([key for one in keys for key in one])
    assert [one.reponses for one in found.sheets] == [one.reponses for one in sheets_]
    assert sum(seconds(len(one)) for one in keys) / len(keys) < 12
