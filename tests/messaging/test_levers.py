"""Les leviers d'une école : rejoués sur toute l'école, comptés famille par famille, et jamais ce qu'un texte défend."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.policy.moves import moves
from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from liaison.messaging.reading.family_states import STATES, family_states
from liaison.messaging.search.levers import HELD_FAMILIES, Lever, levers
from widgets.messaging.state import LabState


def trial(policy: str, weeks: int = 4) -> tuple[LabState, Trace]:
    state = LabState(school="ecole_6_classes", weeks=weeks, policy=load_policy(policy))
    return state, state.simulation().trace


def kind(lever: Lever) -> str:
    return "heures" if lever.move.family in HELD_FAMILIES else lever.move.family


@pytest.mark.parametrize("policy", preset_names())
def test_what_a_lever_does_is_what_becomes_of_each_family(policy: str) -> None:
    state, trace = trial(policy)
    before = family_states(trace)
    for lever in levers(trace, state.start):
        after = family_states(state.simulation(lever.move.apply(state.policy)).trace)
        better = worse = exchanged = 0
        for family in range(len(before.state)):
            old = (STATES[before.state[family]], bool(before.disturbed[family]))
            new = (STATES[after.state[family]], bool(after.disturbed[family]))
            reached = STATES.index(old[0]) - STATES.index(new[0])
            calm = int(old[1]) - int(new[1])
            if reached * calm < 0:
                exchanged += 1
            elif reached > 0 or calm > 0:
                better += 1
            elif reached < 0 or calm < 0:
                worse += 1
        assert (lever.better, lever.worse, lever.exchanged) == (better, worse, exchanged)
        assert lever.out == (before.counts()["de_cote"], after.counts()["de_cote"])


@pytest.mark.parametrize("policy", preset_names())
def test_levers_help_more_than_they_harm_leave_nobody_more_out_and_are_of_different_kinds(policy: str) -> None:
    state, trace = trial(policy)
    found = levers(trace, state.start)
    assert len(found) <= 3
    assert len({kind(lever) for lever in found}) == len(found)
    for lever in found:
        assert lever.better > lever.worse
        assert lever.out[1] <= lever.out[0]
    gains = [lever.better - lever.worse for lever in found]
    assert gains == sorted(gains, reverse=True)


def test_what_helps_more_families_than_it_harms_and_leaves_more_out_is_no_lever() -> None:
    state, trace = trial("tout_tout_de_suite", weeks=8)
    out = family_states(trace).counts()["de_cote"]
    harmful = next(
        move
        for move in moves(state.policy, trace.prepared.people.languages)
        if move.setting == "devoirs.rythme" and "une fois par jour" in move.label
    )
    after = family_states(state.simulation(harmful.apply(state.policy)).trace)
    before = family_states(trace)
    helped = np.count_nonzero((after.state < before.state) | (before.disturbed & ~after.disturbed))
    assert helped > np.count_nonzero((after.state > before.state) | (after.disturbed & ~before.disturbed))
    assert after.counts()["de_cote"] > out
    labels = [lever.move.label for lever in levers(trace, state.start, count=99)]
    assert harmful.label not in labels
    assert labels


def test_what_a_law_forbids_and_the_policy_does_not_do_is_no_lever(monkeypatch: pytest.MonkeyPatch) -> None:
    state, trace = trial("tout_tout_de_suite")
    first, *_others = levers(trace, state.start)
    forbidden = first.move.apply(state.policy)

    def codes(policy: Policy, *_on: object) -> frozenset[str]:
        return frozenset({"interdit"} if policy == forbidden else ())

    monkeypatch.setattr("liaison.messaging.search.single_changes.finding_codes", codes)
    monkeypatch.setattr("liaison.messaging.search.single_changes.binding_codes", lambda new, _on: new)
    left = [lever.move.label for lever in levers(replace(trace), state.start, count=99)]
    assert first.move.label not in left
    assert left


def test_the_same_school_and_policy_have_the_same_levers_and_a_search_that_is_stopped_has_fewer_tried() -> None:
    state, trace = trial("tout_tout_de_suite")
    labels = [lever.move.label for lever in levers(trace, state.start)]
    assert labels == [lever.move.label for lever in levers(trace, state.start)]
    looked: list[int] = []

    def stopped() -> bool:
        looked.append(1)
        return True

    levers(trace, state.start, stopped=stopped)
    assert len(looked) == 1
