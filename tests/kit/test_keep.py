"""Ce que le navigateur garde d'un laboratoire : offert, jamais repris de lui-même, et rien de vraies familles."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from browser.labs import Lab as LabOnScreen
from browser.labs import every_lab
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_side import parts_of, press

from liaison.messaging.policy.link import Linked, to_link
from liaison.messaging.policy.policy import load_policy
from widgets.diagnostic import Diagnostic
from widgets.diagnostic.keep import DiagnosticSettings
from widgets.diagnostic.state import FILES
from widgets.kit import Keep, LabPath, Undo
from widgets.kit.background import Background
from widgets.kit.former_settings import FormerSettings
from widgets.messaging import Lab
from widgets.support import PlanLab

Made = Callable[[], Any]
CHANGES = {name: (lab.made, dict(lab.changed)) for name, lab in every_lab().items() if lab.changed}
EACH_LAB = pytest.mark.parametrize(("made", "change"), CHANGES.values(), ids=[*CHANGES])
JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda one: st.lists(one, max_size=3))


@pytest.fixture(autouse=True)
def _nothing_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a step looks for while one reads is no affair of these tests."""
    monkeypatch.setattr(Background, "start", lambda *_words, **_named: None)


def page_of(made: Made) -> Any:
    """The lab, its path on the page."""
    lab = made()
    assert lab.widget.current == "parier"
    return lab


def changed(made: Made, change: dict[str, object]) -> tuple[Any, Keep]:
    lab = page_of(made)
    for name, value in change.items():
        lab.state.set_trait(name, value)
    return lab, lab.keep


@pytest.mark.parametrize("lab", every_lab().values(), ids=[*every_lab()])
def test_a_laboratory_that_promises_to_keep_nothing_keeps_nothing(lab: LabOnScreen) -> None:
    assert hasattr(lab.made(), "keep") is bool(lab.changed)


def offered(keep: Keep) -> bool:
    return keep.resume in keep.widget.children


def found_again(made: Made, text: str) -> tuple[Any, Keep]:
    """The lab on a page opened anew, where the browser holds this."""
    lab = page_of(made)
    keep: Keep = lab.keep
    keep.draft.found = text
    return lab, keep


@EACH_LAB
def test_settings_bet_and_step_come_back_when_asked_for_and_not_before(made: Made, change: dict[str, object]) -> None:
    lab, keep = changed(made, change)
    bet = lab.bet.question.options[1]["value"]
    lab.bet.question.value = bet
    lab.bet.answer_it()
    path: LabPath = lab.widget
    path.current = "emporter"
    again, kept = found_again(made, keep.draft.value)
    before = {name: getattr(made().state, name) for name in change}
    assert offered(kept)
    assert {name: getattr(again.state, name) for name in change} == before
    assert not again.state.revealed
    press(kept.resume)
    assert {name: getattr(again.state, name) for name in change} == change
    assert (again.bet.question.value, again.state.revealed, again.widget.current) == (bet, True, "emporter")
    assert again.bet.answer.text == lab.bet.answer.text
    assert not again.bet.place.main  # the bet is placed: « Suite » leads
    assert not offered(kept)


@EACH_LAB
def test_a_bet_placed_anew_leads_to_what_it_was_about_as_the_first_did(made: Made, change: dict[str, object]) -> None:
    lab, _keep = changed(made, change)
    answers = []
    for option in lab.bet.question.options[:2]:
        lab.widget.current = "parier"
        lab.bet.question.value = option["value"]
        press(lab.bet.place)
        assert lab.widget.current == "voir"
        answers.append(lab.bet.answer.text)
    assert answers[0] != answers[1]
    # Placed from everything at once, it leads nowhere.
    lab.widget.current = "regler"
    press(lab.bet.place)
    assert lab.widget.current == "regler"


@EACH_LAB
def test_a_bet_placed_beside_former_work_takes_its_place(made: Made, change: dict[str, object]) -> None:
    _lab, keep = changed(made, change)
    again, kept = found_again(made, keep.draft.value)
    again.bet.question.value = again.bet.question.options[0]["value"]
    press(again.bet.place)
    assert json.loads(kept.draft.value)["bet"] == again.bet.question.value
    assert json.loads(kept.draft.value)["settings"] != json.loads(keep.draft.value)["settings"]


@EACH_LAB
def test_starting_afresh_erases_it_and_leaves_the_page_as_it_is(made: Made, change: dict[str, object]) -> None:
    _lab, keep = changed(made, change)
    again, kept = found_again(made, keep.draft.value)
    press(kept.forget)
    assert kept.draft.value == ""
    assert not offered(kept)
    assert {name: getattr(again.state, name) for name in change} != change


@EACH_LAB
def test_a_page_that_was_only_looked_at_keeps_and_offers_nothing(made: Made, change: dict[str, object]) -> None:
    lab, keep = changed(made, {})
    lab.widget.current = "regler"
    assert keep.draft.value == ""
    _lab, same = changed(made, change)
    again, kept = found_again(made, same.draft.value)
    press(kept.forget)
    name, value = next(iter(change.items()))
    again.state.set_trait(name, value)
    # Its step is shown a second time, once something of this page is kept.
    kept.draft.found = ""
    kept.draft.found = same.draft.value
    assert not offered(kept)


@EACH_LAB
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_was_not_written_by_this_lab_changes_nothing(
    made: Made, change: dict[str, object], data: st.DataObject
) -> None:
    _lab, keep = changed(made, change)
    record = json.loads(keep.draft.value)
    place = data.draw(st.sampled_from([*record["settings"], "settings", "bet", "step", "", "plus"]))
    value = data.draw(JSON)
    if place in record["settings"]:
        record["settings"][place] = value
    else:
        record[place] = value
    lab, kept = found_again(made, json.dumps(record))
    before = {name: getattr(lab.state, name) for name in change}
    if offered(kept):  # a step that is none, another seed: the rest holds
        press(kept.resume)
        assert lab.widget.current in {step["key"] for step in lab.widget.steps}
    else:
        assert {name: getattr(lab.state, name) for name in change} == before


@pytest.mark.parametrize("known_first", [True, False])
def test_what_a_link_brings_is_not_ones_own_writing_and_former_work_is_offered(known_first: bool) -> None:
    _lab, former = changed(Lab, {"school": "lp", "weeks": 3})
    linked = to_link(Linked(load_policy("papier_d_abord"), "ecole_6_classes", 4, 12))
    lab = page_of(Lab)
    keep: Keep = lab.keep
    for known in (known_first, not known_first):
        if known:
            keep.draft.found = former.draft.value
        else:
            lab.widget.arrived = linked
    assert lab.state.school == "ecole_6_classes"
    assert offered(keep)
    assert keep.draft.value == ""  # nothing of the link has taken its place
    press(keep.resume)
    assert (lab.state.school, lab.state.weeks) == ("lp", 3)


def test_what_one_changes_after_a_link_is_kept() -> None:
    lab = page_of(Lab)
    lab.widget.arrived = to_link(Linked(load_policy("papier_d_abord"), "ecole_6_classes", 4, 12))
    assert lab.keep.draft.value == ""
    lab.state.weeks = 5
    assert json.loads(lab.keep.draft.value)["settings"]["school"] == "ecole_6_classes"


@pytest.mark.parametrize("text", ["", "rien", "[]", "{}", "9" * 300_000, '{"settings": {}, "bet": "", "step": ""}'])
def test_what_is_no_record_is_not_offered(text: str) -> None:
    _lab, keep = found_again(Lab, text)
    assert not offered(keep)


def packed(content: bytes) -> str:
    return base64.b64encode(zlib.compress(content)).decode()


@pytest.mark.parametrize(
    "past",
    ["x", "é", "AAAA", packed(b"[" * 100_000), packed(b'[{"weeks": 0}]'), packed(b"[]")[:-8], packed(b"0" * 3_000_000)],
)
def test_former_changes_that_were_not_written_by_this_lab_are_not_offered(past: str) -> None:
    _lab, former = changed(Lab, {"school": "lp"})
    record = json.loads(former.draft.value)
    assert offered(found_again(Lab, json.dumps(record))[1])
    assert not offered(found_again(Lab, json.dumps({**record, "past": past}))[1])


def test_at_most_twenty_changes_are_undone_once_taken_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("widgets.kit.undo.ONE_CHANGE_S", -1)  # each its own change
    lab, former = changed(Lab, {})
    for seed in range(1, 40):
        lab.state.seed = seed
    again, kept = found_again(Lab, former.draft.value)
    press(kept.resume)
    undo = undo_of(again)
    seeds = []
    while undo.can_undo:
        undo.undo()
        seeds.append(again.state.seed)
    assert seeds == [*range(38, 18, -1)]


def undo_of(lab: Any) -> Undo:
    lab.widget.current = "regler"
    (undo,) = (part for part in parts_of(lab.widget.shown) if isinstance(part, Undo))
    return undo


def test_of_former_settings_those_after_the_last_that_cannot_be_kept_are_kept() -> None:
    """As those of an own questionnaire, which has other groups."""
    held = {name: getattr(Diagnostic().state, name) for name in DiagnosticSettings.model_fields}
    past = [{**held, "threshold": threshold} for threshold in (11, 12, 13)]
    former = FormerSettings(DiagnosticSettings)
    assert former.unpacked(former.packed(past)) == past
    other = {**past[1], "by": "une question de l'école"}
    assert former.unpacked(former.packed([past[0], other, past[2]])) == past[2:]


def test_nothing_is_written_while_real_answers_are_open() -> None:
    diagnosis, keep = changed(Diagnostic, {})
    diagnosis.state.source = FILES
    diagnosis.state.threshold = 12
    assert keep.draft.value == ""
    plan, keep = changed(PlanLab, {})
    plan.state.own_needs = plan.state.fiction().needs
    plan.state.zone = "C"
    assert keep.draft.value == ""
    plan.state.own_needs, plan.state.own_answers = None, plan.state.fiction().answers
    plan.state.zone = "A"
    assert keep.draft.value == ""
