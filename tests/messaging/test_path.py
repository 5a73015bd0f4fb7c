"""Le parcours du module 01 : ce que chaque étape montre suit ce que l'on règle, et un levier s'essaie à la fois."""

from __future__ import annotations

import re
from itertools import count

import numpy as np
import pytest
from page_side import parts_of, press, ringed

from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.reading.family_states import family_states
from liaison.messaging.reading.suspended_alone import suspended_as
from liaison.messaging.search.levers import Lever
from widgets.kit import Chart, FamilyDots, LabPath, Paragraphs, Undo
from widgets.kit.from_to import from_to
from widgets.kit.one_change import NOTHING
from widgets.messaging import Lab, LabState
from widgets.messaging.levers import LeversView
from widgets.messaging.settings_back import settings_back


@pytest.fixture
def state() -> LabState:
    return LabState(revealed=True, school="ecole_6_classes", weeks=4, policy=load_policy("tout_tout_de_suite"))


@pytest.fixture
def view(state: LabState) -> LeversView:
    view = LeversView(state)
    view.show(state.simulation())
    return view


def small_lab() -> tuple[Lab, LabPath]:
    lab = Lab(LabState(school="ecole_6_classes", weeks=4, seed=3))
    assert isinstance(lab.widget, LabPath)
    return lab, lab.widget


def test_the_bet_opens_the_way_and_leads_to_what_it_was_about() -> None:
    lab, path = small_lab()
    assert (path.current, path.opened) == ("parier", False)
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    assert (path.current, path.opened, path.shown_of) == ("voir", True, "voir")


def test_levers_are_looked_for_while_one_sees_once_and_not_before_the_bet(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []

    def search(trace: Trace, *_args: object, **_how: object) -> tuple[Lever, ...]:
        looked_for.append(trace.policy.name)
        return ()

    monkeypatch.setattr("liaison.messaging.search.levers.levers", search)
    lab, path = small_lab()
    lab.bet.question.value = "quelques"
    assert looked_for == []
    press(lab.bet.place)
    assert (path.current, looked_for) == ("voir", [lab.state.policy.name])
    for step in ("changer", "voir", "changer"):
        path.current = step
    assert len(looked_for) == 1
    lab.state.policy = load_policy("papier_d_abord")
    assert looked_for[1:] == [lab.state.policy.name]


def test_a_bet_placed_beside_the_way_opens_it_and_leads_nowhere() -> None:
    lab, path = small_lab()
    path.current = "regler"
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    assert (path.current, path.opened) == ("regler", True)


def test_a_lever_is_tried_alone_and_rings_the_families_that_it_changes(view: LeversView, state: LabState) -> None:
    base = state.policy
    before = family_states(state.simulation().trace)
    for rank, lever in enumerate(view.trial.changes):
        view.trial.question.value = str(rank)
        tried = lever.move.apply(base)
        assert state.policy.changed(name=tried.name) == tried
        assert state.policy.name == f"{base.name} (politique modifiée)"
        view.show(state.simulation())
        after = family_states(state.simulation().trace)
        moved = (before.state != after.state) | (before.disturbed != after.disturbed)
        assert np.array_equal(ringed(view.picture.families), moved)
        said = [int(number) for number in re.findall(r"\d+", view.trial.does.text)]
        assert said[:1] == [lever.better]
        assert from_to(*lever.out) in view.trial.does.detail.replace("\u00a0", " ")
    view.trial.question.value = NOTHING
    assert state.policy == base
    assert view.trial.does.text == ""


def test_what_is_undone_and_done_again_keeps_its_verdict_however_far_one_went_back(
    view: LeversView, state: LabState, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = count(step=2)
    undo = Undo(state, ["policy"], settings_back, clock=lambda: float(next(clock)))
    state.observe(lambda _change: view.show(state.simulation()), "policy")
    view.trial.question.value = "1"
    verdict = view.trial.does.text
    assert verdict
    state.policy = state.policy.with_purpose("notes", rhythm="hebdomadaire")  # in « Tout régler »
    assert view.trial.chosen is None
    view.trial.question.value = "0"
    last = view.trial.does.text
    # Who goes back and comes again does not wait for a search.
    monkeypatch.setattr(view.trial.search, "start", lambda *_search: None)
    for _time in range(3):
        undo.undo()
    assert (view.trial.chosen, view.trial.does.text) == (None, "")
    undo.redo()
    assert (view.trial.question.value, view.trial.does.text) == ("1", verdict)
    undo.redo()
    undo.redo()
    assert (view.trial.question.value, view.trial.does.text) == ("0", last)


def test_beside_a_lever_the_same_families_are_drawn_as_they_were_ringed_alike(
    view: LeversView, state: LabState
) -> None:
    before, twice = family_states(state.simulation().trace), view.picture.twice
    assert twice.widget.children == (twice.after,)
    assert "changement" not in view.picture.pressed.heading.text
    view.trial.question.value = "0"
    view.show(state.simulation())
    assert twice.widget.children == (twice.after, twice.turn, twice.before)
    assert states_drawn(twice.before) == before.state.tolist()
    assert states_drawn(twice.after) == family_states(state.simulation().trace).state.tolist()
    assert twice.before.place == twice.after.place
    assert np.array_equal(ringed(twice.before), ringed(twice.after))
    lever = view.trial.changes[0]
    for picture, out in zip((twice.before, twice.after), lever.out, strict=True):
        assert f" {out} familles sur" in picture.title.replace("\u00a0", " ")
    view.picture.by.value = "profil"
    assert states_drawn(twice.before) == before.state.tolist()
    # Pressed in either picture, a family has its week as the change makes it.
    twice.before.chosen = 3
    assert view.picture.pressed.heading.text.endswith("après le changement")
    assert view.picture.pressed.shown == (state.simulation().trace, 3)
    view.trial.question.value = NOTHING
    view.show(state.simulation())
    assert twice.widget.children == (twice.after,)
    assert not ringed(twice.after).any()


def states_drawn(families: FamilyDots) -> list[int]:
    return (np.frombuffer(families.code, dtype=np.uint8) & 7).tolist()


def test_another_policy_has_levers_of_its_own(view: LeversView, state: LabState) -> None:
    first = [lever.move.label for lever in view.trial.changes]
    view.trial.question.value = "0"
    state.policy = load_policy("papier_d_abord")
    view.show(state.simulation())
    assert view.trial.question.value == NOTHING
    assert [lever.move.label for lever in view.trial.changes] != first
    assert state.policy == load_policy("papier_d_abord")


def test_another_school_has_levers_of_its_own_and_keeps_what_was_tried(view: LeversView, state: LabState) -> None:
    view.trial.question.value = "0"
    tried = state.policy
    state.seed += 1
    view.show(state.simulation())
    assert state.policy == tried
    assert view.trial.question.value == NOTHING
    assert all(
        lever.out[0] == int((family_states(state.simulation().trace).state == 2).sum()) for lever in view.trial.changes
    )


def test_where_no_lever_helps_it_is_said(view: LeversView, monkeypatch: pytest.MonkeyPatch, state: LabState) -> None:
    monkeypatch.setattr("liaison.messaging.search.levers.levers", lambda *_args, **_how: ())
    state.policy = load_policy("papier_d_abord")
    view.show(state.simulation())
    assert "n'aide plus de familles" in view.trial.none.lines[0]


def test_a_step_is_drawn_while_it_is_on_screen_and_caught_up_when_one_comes_back() -> None:
    lab, path = small_lab()
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    path.current = "comprendre"
    chart = next(part for part in parts_of(path.shown) if isinstance(part, Chart))
    title = chart.title
    path.current = "voir"
    lab.state.policy = load_policy("tout_tout_de_suite")
    assert chart.title == title
    path.current = "comprendre"
    out = len(lab.state.simulation().indicators.left_out_families)
    assert str(out) in chart.title


@pytest.mark.parametrize(
    ("policy", "place"),
    [
        (load_policy("circulaire_2025"), "l'image et le reste, de la politique que vous réglez."),
        (load_policy("tout_tout_de_suite"), "l'image et le reste aussi, sans la suspension."),
        (
            suspended_as(load_policy("tout_tout_de_suite"), load_policy("circulaire_2025")).changed(name="La nôtre"),
            "l'image et le reste aussi, publication suspendue.",
        ),
    ],
)
def test_the_verdict_of_the_bet_says_of_which_policy_it_is_and_of_which_is_the_picture(
    policy: Policy, place: str
) -> None:
    lab, path = small_lab()
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    lab.state.policy = policy
    sentence = f"Le verdict du pari est de « Tout, tout de suite » ; {place}"
    for screen in (path.shown, lab.whole):
        lines = [line for part in parts_of(screen) if isinstance(part, Paragraphs) for line in part.lines]
        assert sentence in [line.replace("\u00a0", " ") for line in lines]


def test_before_the_bet_nothing_is_said_of_a_verdict() -> None:
    lab, _path = small_lab()
    lines = [line for part in parts_of(lab.whole) if isinstance(part, Paragraphs) for line in part.lines]
    assert not any("verdict" in line for line in lines)
