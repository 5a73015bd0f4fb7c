"""The bet of each module × each setting of its page: what its answer is made of changes, and the page says so."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from page_side import press

from liaison.messaging.reading.worse_off import WorseOff
from widgets.diagnostic import DiagnosticState
from widgets.diagnostic.bet import diagnostic_bet
from widgets.support import PlanState
from widgets.support.bet import plan_bet
from widgets.texts import texts


def placed(bet: Any) -> Any:
    bet.question.value = bet.bet.options[0].value
    press(bet.place)
    return bet


def test_the_answer_on_loans_says_that_it_is_of_another_school(monkeypatch: pytest.MonkeyPatch) -> None:
    state = PlanState(seed=3)
    reached = {case: SimpleNamespace(left_out_families=(1, 2), families=9) for case in ("rien", "prets", "tout")}
    monkeypatch.setattr(state, "reach_cases", lambda _policy: reached)
    monkeypatch.setattr(state, "lent_worse_off", lambda _policy: WorseOff(frozenset(), frozenset()))
    bet = placed(plan_bet(state))
    others = {
        "school": "lp",
        "seed": 4,
        "loans": state.loans.model_copy(update={"stock": {}}),
        "workshops": state.workshops.model_copy(update={"salles": ()}),
    }
    for name, other in others.items():
        before = getattr(state, name)
        assert bet.made_of.notice.title == ""
        state.set_trait(name, other)
        assert bet.made_of.notice.title == texts("kit")("bet-stale"), name
        state.set_trait(name, before)
    state.until = "prochaines_vacances"
    assert bet.made_of.notice.title == ""


def test_the_answer_on_answers_says_that_it_is_of_another_school(monkeypatch: pytest.MonkeyPatch) -> None:
    state = DiagnosticState()
    bet = placed(diagnostic_bet(state))
    for name, other in {"school": "lp", "seed": 99}.items():
        before = getattr(state, name)
        assert bet.made_of.notice.title == ""
        state.set_trait(name, other)
        assert bet.made_of.notice.title, name
        state.set_trait(name, before)
    # The answers of the whole school, asked online, whatever is asked of them on this page.
    state.threshold += 1
    assert bet.made_of.notice.title == ""
