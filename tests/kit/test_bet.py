"""A bet is placed before anything is computed, and the answer starts from what was bet."""

from typing import Any

import pytest
from page_side import press
from traitlets import Bool, HasTraits

from widgets.kit import Bet, Outcome

ASKED = {
    "question": "Combien ?",
    "options": [
        {"value": "peu", "label": "1 sur 10 au plus", "upto": 0.1},
        {"value": "moitie", "label": "De 1 à 5 sur 10", "upto": 0.5},
        {"value": "plus", "label": "Plus de 5 sur 10", "upto": 1.0},
    ],
}


class Lab(HasTraits):
    revealed = Bool(False)


def placed(value: float, chosen: str, **outcome: str) -> Bet:
    bet = Bet(ASKED, lambda: Outcome(value, "Le compte.", **outcome), place="Voir")
    bet.question.value = chosen
    press(bet.place)
    return bet


def test_nothing_is_computed_nor_revealed_without_a_choice() -> None:
    lab, computed = Lab(), []

    def outcome() -> Outcome:
        computed.append(lab.revealed)
        return Outcome(0, "")

    bet = Bet(ASKED, outcome, place="Voir", of=(lab, ()))
    press(bet.place)
    assert bet.question.error
    assert (computed, lab.revealed) == ([], False)
    bet.question.value = "peu"
    assert not bet.question.error
    press(bet.place)
    assert (computed, lab.revealed) == ([False], True)


def test_a_bet_that_is_placed_is_no_longer_what_the_screen_asks_for_first() -> None:
    asking = Bet(ASKED, lambda: Outcome(0, ""), place="Voir")
    assert (asking.title.text, asking.place.main) == ("D'abord, pariez", True)
    answered = placed(0.1, "peu")
    assert (answered.title.text, answered.place.main) == ("Votre pari", False)


@pytest.mark.parametrize(("value", "right"), [(0.1, "peu"), (0.1001, "moitie")])
def test_the_bet_that_is_right_is_said_to_be_and_no_other(value: float, right: str) -> None:
    option: Any
    for option in ASKED["options"]:
        bet = placed(value, option["value"])
        assert (bet.answer.tone == "bon") == (option["value"] == right)
        assert bet.answer.detail == "Le compte."
        assert ("juste" in bet.answer.text) == (option["value"] == right)
        assert (option["label"].split()[-1] in bet.answer.text) == (option["value"] != right)


def test_a_bet_may_say_its_own_sentence() -> None:
    assert placed(0, "plus", text="Trois gestes.").answer.text == "Trois gestes."
