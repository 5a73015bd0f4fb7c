"""Ce qui a déjà été montré : le diagnostic et le plan passent par la même porte, et elle dit la même chose."""

import datetime as dt
from collections.abc import Callable

import pytest
from page_side import give, not_made, refusal, taken

from liaison.diagnostic.publication.already_shown import AlreadyShown
from liaison.diagnostic.publication.beside import ShownPlan
from widgets.diagnostic.received import Received
from widgets.diagnostic.state import FILES, DiagnosticState
from widgets.diagnostic.takeaway import DiagnosisFiles
from widgets.shown_before import ShownBefore
from widgets.support.state import PlanState
from widgets.support.takeaway import PlanFiles

PLAN_ALONE = AlreadyShown(plans=(ShownPlan(date=dt.date(2026, 11, 1), comptes=()),)).register()


def of_a_diagnosis() -> ShownBefore:
    state = DiagnosticState(source=FILES)
    return DiagnosisFiles(state, Received(state)).before


def of_a_plan() -> ShownBefore:
    state = PlanState()
    state.own_needs = state.fiction().needs
    return PlanFiles(state).before


@pytest.fixture(params=[of_a_diagnosis, of_a_plan], ids=["diagnostic", "plan"])
def before(request: pytest.FixtureRequest) -> ShownBefore:
    """The gate of a screen on a school's own families, of whom nothing was shown yet."""
    made: Callable[[], ShownBefore] = request.param
    found = made()
    found.show()
    return found


def test_a_register_that_holds_only_plans_is_given_back(before: ShownBefore) -> None:
    give(before.open, "publications.json", PLAN_ALONE)
    name, mime, content = taken(before.register)
    assert (name, mime, content) == ("publications.json", "application/json", PLAN_ALONE)


def test_with_nothing_shown_the_register_is_empty_and_without_answers_no_yes_is_waited_for(before: ShownBefore) -> None:
    assert "il n'y a rien à inscrire au registre" in not_made(before.register)
    assert before.widget.children == (before.open, before.notice)
    assert before.after.children == (before.register,)


def test_a_register_of_a_fiction_is_refused_beside_real_families(before: ShownBefore) -> None:
    assert "école fictive" in refusal(before.open, "publications_fictif.json", PLAN_ALONE)
    assert before.shown() == AlreadyShown()
