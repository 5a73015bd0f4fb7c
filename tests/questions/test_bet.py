"""A bet on a number: its options go up, and of any number one of them, and one only, is right."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from liaison.module import scenario_of, subjects
from liaison.questions.bet import MeasuredBet


def bet(*bounds: float, names: str = "abcdefgh") -> dict[str, Any]:
    options = [
        {"value": name, "label": f"Jusqu'à {upto}", "upto": upto} for name, upto in zip(names, bounds, strict=False)
    ]
    return {"question": "Combien ?", "options": options}


@pytest.mark.parametrize(
    ("found", "right"), [(-1, "a"), (0, "a"), (0.1, "a"), (0.1001, "b"), (0.5, "b"), (0.5001, "c"), (1.2, "c")]
)
def test_the_first_option_whose_bound_holds_is_right(found: float, right: str) -> None:
    assert MeasuredBet.model_validate(bet(0.1, 0.5, 1)).right(found).value == right


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=8, unique=True).map(sorted), st.floats(-1e9, 1e9))
def test_no_option_before_the_right_one_holds(bounds: list[float], found: float) -> None:
    asked = MeasuredBet.model_validate(bet(*bounds))
    place = asked.options.index(asked.right(found))
    assert all(option.upto < found for option in asked.options[:place])
    assert found <= asked.options[place].upto or place == len(bounds) - 1


@pytest.mark.parametrize("wrong", [bet(1), bet(0.5, 0.1), bet(0.5, 0.5), bet(0.1, 0.5, names="aa")])
def test_a_bet_whose_options_do_not_go_up_or_are_one_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        MeasuredBet.model_validate(wrong)


def test_an_option_is_known_by_its_value_and_no_other_is() -> None:
    asked = MeasuredBet.model_validate(bet(0.1, 0.5))
    assert asked.option("b") is asked.options[1]
    with pytest.raises(KeyError):
        asked.option("c")


def test_the_words_of_a_bet_have_the_spaces_of_french() -> None:
    asked = MeasuredBet.model_validate(bet(0.1, 0.5))
    assert asked.question == "Combien\u00a0?"


def test_every_bet_of_a_scenario_of_the_suite_can_be_asked() -> None:
    bets = {
        (subject, key): scenario_of(subject)[key]
        for subject in subjects()
        for key in ("bet", "bets")
        if key in scenario_of(subject)
    }
    assert len({subject for subject, _key in bets}) >= 4
    for written in bets.values():
        MeasuredBet.model_validate({key: value for key, value in written.items() if key != "mission"})
