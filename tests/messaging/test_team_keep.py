"""Ce que le navigateur garde d'une équipe : politiques, choix et raisons, offerts au retour, jamais repris seuls."""

from __future__ import annotations

import json
from typing import Any

import pytest
from page_side import press

from liaison.messaging.policy.policy import load_policy
from widgets.kit.background import Background
from widgets.messaging.state import LabState
from widgets.messaging.team import Choice, TeamState
from widgets.messaging.team_path import TeamDecision

GROUPS = ("papier_d_abord", "vie_scolaire", "tout_tout_de_suite")
REASON = "Les familles ont demandé des soirées calmes."


@pytest.fixture(autouse=True)
def _nothing_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a step looks for while one reads is no affair of these tests."""
    monkeypatch.setattr(Background, "start", lambda *_words, **_named: None)


def opened(text: str = "") -> TeamDecision:
    """The page as it opens, where the browser holds this."""
    decision = TeamDecision(TeamState(LabState(revealed=True, school="ecole_6_classes", weeks=4, seed=3)))
    decision.keep.draft.found = text
    return decision


def decided() -> TeamDecision:
    decision = opened()
    for name in GROUPS:
        decision.team.add(load_policy(name))
    matter = decision.team.matters[0]
    decision.team.choose(matter, Choice(matter.options[-1].words, REASON))
    decision.team.lab.school = "lp"
    decision.widget.current = "trancher"
    return decision


def offers(decision: TeamDecision) -> bool:
    return decision.keep.resume in decision.keep.widget.children


def test_what_a_team_decided_comes_back_when_it_is_taken_up_and_not_before() -> None:
    before = decided()
    again = opened(before.keep.draft.value)
    assert offers(again)
    assert (again.team.policies, again.team.choices, again.widget.current) == ((), {}, "reunir")
    press(again.keep.resume)
    assert again.team.policies == before.team.policies
    assert again.team.decided() == before.team.decided()
    assert again.team.decided().decisions[0].reason == REASON
    assert (again.team.lab.school, again.widget.current) == ("lp", "trancher")
    again.widget.current = "reunir"
    view: Any = again.views["reunir"]
    assert view.school.value == "lp"
    assert not offers(again)


def test_starting_afresh_erases_it_and_an_empty_page_writes_nothing() -> None:
    again = opened(decided().keep.draft.value)
    again.widget.current = "tout"
    assert again.keep.draft.value == ""
    press(again.keep.forget)
    assert (again.keep.draft.value, again.team.policies) == ("", ())
    assert not offers(again)


def test_a_list_that_is_emptied_is_not_offered_again() -> None:
    decision = decided()
    decision.team.forget()
    assert decision.keep.draft.value == ""


def test_a_list_emptied_by_mistake_comes_back_with_its_choices_and_is_held_again() -> None:
    decision = decided()
    policies, choices, held = decision.team.policies, decision.team.choices, decision.keep.draft.value
    decision.widget.current = "reunir"
    view: Any = decision.views["reunir"]
    assert view.put_back not in view.widget.children
    press(view.clear)
    assert (decision.team.policies, decision.team.choices, decision.keep.draft.value) == ((), {}, "")
    assert view.widget.children[:2] == (view.emptied, view.put_back)
    press(view.put_back)
    assert (decision.team.policies, decision.team.choices) == (policies, choices)
    assert decision.team.decided().decisions[0].reason == REASON
    again = json.loads(decision.keep.draft.value)
    assert {**again, "step": "trancher"} == json.loads(held)
    assert decision.widget.opened
    assert view.put_back not in view.widget.children


def test_work_that_is_begun_afresh_has_no_list_to_give_back() -> None:
    again = opened(decided().keep.draft.value)
    view: Any = again.views["reunir"]
    press(again.keep.forget)
    view.draw()
    assert view.put_back not in view.widget.children


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("policies", []),
        ("policies", ["rien"]),
        ("school", "ailleurs"),
        ("step", 3),
        ("choices", {"quiet": {"words": "20 h", "reason": "x" * 301}}),
        ("choices", {str(number): {"words": "", "reason": ""} for number in range(501)}),
        ("unsettled", {"quiet": {"words": "20 h", "reason": "x" * 301}}),
        ("unsettled", {str(number): {"words": "", "reason": ""} for number in range(501)}),
        ("card", -1),
        ("card", 6),
        ("card", "1"),
        ("plus", 1),
    ],
)
def test_what_was_not_written_by_this_page_is_not_offered(place: str, value: object) -> None:
    record = json.loads(decided().keep.draft.value)
    record[place] = value
    assert not offers(opened(json.dumps(record)))


def test_nine_policies_are_more_than_the_page_takes() -> None:
    record = json.loads(decided().keep.draft.value)
    record["policies"] = record["policies"][:1] * 9
    assert not offers(opened(json.dumps(record)))


def test_a_step_that_is_none_and_a_choice_of_no_value_leave_the_rest() -> None:
    record = json.loads(decided().keep.draft.value)
    record["step"] = "ailleurs"
    record["choices"] = {"rien": {"words": "rien", "reason": ""}}
    again = opened(json.dumps(record))
    press(again.keep.resume)
    assert again.widget.current == "reunir"
    assert len(again.team.policies) == len(GROUPS)
    assert again.team.decided().decisions == ()
