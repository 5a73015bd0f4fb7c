"""Chaque famille du plan, point par point : son état est celui que disent les prêts et les ateliers, un à un."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.making import some_needs

from liaison.support.loans.loans import LoanSettings, Stock, allocate
from liaison.support.needs.needs import Needs, empty_needs
from liaison.support.plan.family_outcomes import OUTCOMES, family_outcomes, outcomes_drawn
from liaison.support.vocabulary import ITEMS
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import WORKSHOP_SETTINGS
from widgets.support.everyone_view import EveryoneView
from widgets.support.state import PlanState

DAY = dt.date(2026, 11, 25)
LABELS = {value: value for value in ("suffisant", "partage", "insuffisant")}


def planned(needs: Needs) -> WorkshopPlan:
    return plan_workshops(needs, WORKSHOP_SETTINGS.load("exemple"), 7, DAY, 1.0)


@settings(max_examples=25)
@given(some_needs(), st.integers(0, 6), st.booleans())
def test_the_state_of_a_family_is_what_it_asks_for_and_gets_thing_by_thing(
    needs: Needs, stock: int, lends_keys: bool
) -> None:
    items = ITEMS if lends_keys else ITEMS[:1]
    loans = allocate(
        needs, LoanSettings(nom="a", stock={item: Stock(nombre=stock) for item in items}, priorites={}), 7, DAY
    )
    workshops = planned(needs)
    found = family_outcomes(needs, loans, workshops)
    come = set(workshops.table.index[workshops.table["etat"] == "place"])
    for place, (code, row) in enumerate(needs.table.iterrows()):
        asks = [item for item in ITEMS if row[f"demande_{item}"]]
        gets = [item for item in asks if item in loans and code in loans[item].served]
        asked, given = len(asks) + (code in workshops.table.index), len(gets) + (code in come)
        expected = "sans_demande" if not asked else "rien" if not given else "tout" if given == asked else "en_partie"
        assert OUTCOMES[found.outcome[place]] == expected, code
        assert found.alone[place] == (bool(gets) and bool(row["besoin_atelier"]) and code not in come)
    assert sum(found.counts().values()) == len(needs)
    drawn = outcomes_drawn(needs, found, LABELS, "inconnu")
    assert sum(sum(row[: len(OUTCOMES)]) for row in drawn.counts) == len(needs)
    assert ("inconnu" in drawn.groups) == bool(needs.table["equipement"].isna().any())


def test_a_plan_of_nobody_draws_nobody() -> None:
    needs = empty_needs()
    loans = allocate(needs, LoanSettings(nom="a", stock={}, priorites={}), 7, DAY)
    found = family_outcomes(needs, loans, planned(needs))
    assert outcomes_drawn(needs, found, LABELS, "inconnu").place == b""


@pytest.fixture(scope="module")
def state() -> PlanState:
    state = PlanState(revealed=True)
    state.solve()
    return state


def test_a_family_that_is_pressed_is_told_what_it_gets_and_why(state: PlanState) -> None:
    view = EveryoneView(state)
    view.show()
    codes = list(state.needs.table.index)
    served = state.allocations()["ordinateur"].served[0]
    view.families.chosen = codes.index(served)
    assert state.allocations()["ordinateur"].why(served)[0] in view.why.lines
    plan = state.workshop_plan
    assert plan is not None
    comes = str(plan.table.index[plan.table["etat"] == "place"][0])
    view.families.chosen = codes.index(comes)
    assert plan.why(comes) in view.why.lines
    view.families.chosen = -1
    assert view.why not in view.pressed.children


def test_no_family_is_told_the_seed_which_is_an_advanced_setting(state: PlanState) -> None:
    view = EveryoneView(state)
    view.show()
    drawn = 0
    for place in range(len(state.needs.table)):
        view.families.chosen = place
        assert not any("graine" in line for line in view.why.lines), view.why.lines
        drawn += any("tirage au sort" in line for line in view.why.lines)
    assert drawn


def test_what_is_asked_for_and_not_lent_is_said_of_who_asks_for_it(state: PlanState) -> None:
    keyless = PlanState(revealed=True, loans=state.loans.model_copy(update={"stock": {"ordinateur": Stock(nombre=22)}}))
    keyless.solve()
    view = EveryoneView(keyless)
    view.show()
    table = keyless.needs.table
    asking = [place for place, wants in enumerate(table["demande_cle_4g"]) if wants]
    assert asking
    for place in asking:
        view.families.chosen = place
        assert any("n'en prête pas" in line and "clés 4G" in line for line in view.why.lines), table.index[place]


def test_of_another_school_nobody_has_been_pressed(state: PlanState) -> None:
    other = PlanState(revealed=True)
    other.solve()
    view = EveryoneView(other)
    view.show()
    view.families.chosen = 3
    assert view.why in view.pressed.children
    other.seed += 1
    other.solve()
    view.show()
    assert view.families.chosen == -1
    assert view.why not in view.pressed.children


def test_no_dot_is_drawn_of_a_real_family_nor_before_the_workshops_are_found(state: PlanState) -> None:
    real = PlanState(revealed=True, own_needs=state.needs, own_answers=None)
    real.solve()
    waiting = PlanState(revealed=True)
    for each in (real, waiting):
        view = EveryoneView(each)
        view.show()
        assert view.picture.children == view.pressed.children == ()
        assert view.families.place == b""
