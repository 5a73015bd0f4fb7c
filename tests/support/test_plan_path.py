"""Le parcours du module 03 : le pari l'ouvre, une chose de plus s'essaie à la fois, et l'on revient au plan d'avant."""

from __future__ import annotations

import re

import numpy as np
import pytest
from ipywidgets import VBox
from page_side import press, ringed

from liaison.school.fictitious.aggregates import preset_names
from liaison.support.plan.additions import Addition, PlanBase
from liaison.support.plan.family_outcomes import family_outcomes
from widgets.kit import LabPath
from widgets.kit.from_to import from_to
from widgets.kit.one_change import NOTHING
from widgets.support import PlanLab, PlanState
from widgets.support.additions_view import AdditionsView
from widgets.support.enough_view import EnoughView
from widgets.support.everyone_view import EveryoneView
from widgets.support.results import FOLLOWED
from widgets.support.settings_back import plan_undo
from widgets.support.takeaway import PlanFiles
from widgets.support.workshops_view import WorkshopsView


@pytest.fixture
def state() -> PlanState:
    state = PlanState(revealed=True)
    state.solve()
    return state


@pytest.fixture
def view(state: PlanState) -> AdditionsView:
    view = AdditionsView(state)
    view.show()
    return view


def test_the_bet_opens_the_way_and_what_could_be_added_is_looked_for_while_one_sees(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_for: list[object] = []

    def search(base: PlanBase, **_how: object) -> tuple[Addition, ...]:
        looked_for.append(base)
        return ()

    monkeypatch.setattr("liaison.support.plan.additions.additions", search)
    lab = PlanLab()
    path = lab.widget
    assert isinstance(path, LabPath)
    assert (path.current, path.opened) == ("parier", False)
    lab.bet.question.value = "peu"
    press(lab.bet.place)
    assert (path.current, path.opened, path.shown_of) == ("voir", True, "voir")
    assert len(looked_for) == 1
    for step in ("changer", "comprendre", "emporter", "regler", "changer"):
        path.current = step
    assert len(looked_for) == 1


def test_a_thing_is_added_alone_with_its_plan_and_rings_the_families_that_it_changes(
    view: AdditionsView, state: PlanState
) -> None:
    loans, workshops, plan = state.loans, state.workshops, state.workshop_plan
    assert plan is not None
    before = family_outcomes(state.needs, state.allocations(), plan)
    assert view.trial.changes
    for rank, addition in enumerate(view.trial.changes):
        view.trial.question.value = str(rank)
        assert (state.loans, state.workshops, state.workshop_plan) == (
            addition.loans,
            addition.workshops,
            addition.plan,
        )
        view.show()
        after = family_outcomes(state.needs, state.allocations(), addition.plan)
        assert np.array_equal(
            ringed(view.everyone.families), (after.outcome != before.outcome) | (after.alone != before.alone)
        )
        assert ringed(view.everyone.families).any()
        twice = view.everyone.twice
        assert twice.widget.children == (twice.after, twice.turn, twice.before)
        assert (np.frombuffer(twice.before.code, dtype=np.uint8) & 7).tolist() == before.outcome.tolist()
        assert np.array_equal(ringed(twice.before), ringed(twice.after))
        assert [int(number) for number in re.findall(r"\d+", view.trial.does.text)] == [*dict.fromkeys(addition.whole)]
        assert from_to(*addition.nothing) in view.trial.does.detail
        # A number that does not move is no news.
        assert ("sans l'atelier" in view.trial.does.detail) == (addition.alone[0] != addition.alone[1])
    view.trial.question.value = NOTHING
    assert (state.loans, state.workshops, state.workshop_plan) == (loans, workshops, plan)
    view.show()
    assert not ringed(view.everyone.families).any()
    assert view.everyone.twice.widget.children == (view.everyone.families,)


def test_what_is_added_undone_and_added_again_keeps_its_verdict(view: AdditionsView, state: PlanState) -> None:
    undo = plan_undo(state)
    state.observe(lambda _change: view.show(), [*FOLLOWED])
    lent = next(rank for rank, addition in enumerate(view.trial.changes) if addition.loans != state.loans)
    view.trial.question.value = str(lent)
    verdict = view.trial.does.text
    assert verdict
    undo.undo()
    assert (view.trial.question.value, view.trial.does.text) == (NOTHING, "")
    undo.redo()
    assert (view.trial.question.value, view.trial.does.text) == (str(lent), verdict)


def test_from_a_loan_to_a_workshop_one_goes_on_with_the_same_choices(view: AdditionsView, state: PlanState) -> None:
    """The path draws the step again at each trait that changes, not once they all have."""
    state.observe(lambda _change: view.show(), [*FOLLOWED])
    changes, loans = view.trial.changes, state.loans
    lent = [rank for rank, addition in enumerate(changes) if addition.loans != loans]
    others = [rank for rank in range(len(changes)) if rank not in lent]
    assert lent
    assert others
    for rank in (lent[0], others[0], lent[0]):
        view.trial.question.value = str(rank)
        assert view.trial.changes is changes
        assert view.trial.question.value == str(rank)


def test_another_school_has_things_of_its_own_looked_for(view: AdditionsView, state: PlanState) -> None:
    first = view.trial.changes
    state.school = "lp"
    view.show()  # its workshops are not found yet
    assert view.trial.changes is first
    state.solve()
    view.show()
    assert [addition.whole for addition in view.trial.changes] != [addition.whole for addition in first]
    assert view.trial.question.value == NOTHING


def test_what_one_opened_under_the_results_stays_open_while_other_workshops_are_looked_for(state: PlanState) -> None:
    """A part that leaves the page and comes back is another one there, closed."""
    everyone, workshops = EveryoneView(state), WorkshopsView(state)
    places: list[tuple[EveryoneView | WorkshopsView, VBox]] = [
        (everyone, everyone.picture),
        (workshops, workshops.body),
    ]
    for size, (view, place) in enumerate(places, start=2):
        view.show()
        parts = place.children
        assert parts
        state.workshops = state.workshops.model_copy(update={"groupe_minimum": size})
        assert state.workshop_plan is None
        view.show()
        assert (place.children, place.layout.display) == (parts, "none")
        state.solve()
        view.show()
        assert (place.children, place.layout.display) == (parts, None)


def test_of_a_real_school_no_family_is_a_point(view: AdditionsView, state: PlanState) -> None:
    state.own_needs = state.fiction().needs
    state.solve()
    view.show()
    assert view.everyone.picture.children == view.everyone.pressed.children == ()
    assert view.trial.changes


def test_nothing_of_the_way_is_projected_while_the_needs_or_answers_of_real_families_are_open(state: PlanState) -> None:
    path = PlanLab(state).widget
    assert isinstance(path, LabPath)
    assert path.private == ""
    state.own_needs = state.needs
    assert path.private.startswith("Les besoins ou les réponses de vraies familles")
    state.own_needs = None
    assert path.private == ""
    state.own_answers = state.fiction().answers
    assert path.private != ""


def test_no_room_sees_a_code_nor_what_is_for_the_team(state: PlanState) -> None:
    enough, files = EnoughView(state), PlanFiles(state)
    everyone = EveryoneView(state)
    team = files.widget.children[-1].children[-1]
    for hidden in (enough.team, enough.named, everyone.heading, everyone.why, team):
        assert "carnets-unprojected" in hidden.trait_values()["_dom_classes"]


def test_a_school_that_is_undone_brings_back_its_holidays_as_they_were_set(state: PlanState) -> None:
    zone = state.zone = "A" if state.zone != "A" else "B"
    undo, school = plan_undo(state), state.school
    state.school = next(name for name in preset_names() if name != school)
    undo.undo()
    assert (state.school, state.zone) == (school, zone)
    assert undo.sentence.startswith("Annulé. Revient «\u00a0Établissement fictif\u00a0»")
