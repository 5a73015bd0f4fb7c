"""Un changement à l'essai le reste : repris, annulé puis rétabli, la page dit le même réglage et le même « avant »."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from browser.labs import every_lab
from page_side import parts_of, press, ringed, tell
from waiting import until

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.family_states import family_states
from liaison.messaging.search import first_changes as searching
from widgets.diagnostic import Diagnostic
from widgets.kit import Action, ChangeCards, FamilyDots, Paragraphs, Question, ResultSentence, Undo
from widgets.kit.one_change import NOTHING
from widgets.messaging import Lab

Made = Callable[[], Any]
MADE = {name: lab.made for name, lab in every_lab().items() if lab.tries}
EACH_LAB = pytest.mark.parametrize("made", MADE.values(), ids=[*MADE])


def begun(made: Made) -> Any:
    """A laboratory whose bet is placed, at « Changer une chose »."""
    lab = made()
    assert lab.widget.current == "parier"
    lab.bet.question.value = lab.bet.question.options[0]["value"]
    press(lab.bet.place)
    lab.widget.current = "changer"
    return lab


def taken_up(made: Made, record: str) -> Any:
    lab = made()
    assert lab.widget.current == "parier"
    lab.keep.draft.found = record
    press(lab.keep.resume)
    return lab


def part(lab: Any, kind: type[Any]) -> Any:
    """The part of the step on screen."""
    (only,) = (each for each in parts_of(lab.widget.shown) if type(each) is kind)
    return only


def pictures(lab: Any) -> list[FamilyDots]:
    """The pictures on screen: what is, then what was where it is drawn."""
    return [each for each in parts_of(lab.widget.shown) if isinstance(each, FamilyDots)]


def on_screen(lab: Any) -> tuple[object, ...]:
    """Which change is on trial, what it does, what is drawn beside it."""
    question = part(lab, Question)
    labels = {option["value"]: option["label"] for option in question.options}
    drawn = [(picture.title, ringed(picture).tolist()) for picture in pictures(lab)]
    return labels[question.value], [*labels.values()], part(lab, ResultSentence).text, drawn


def settings_of(lab: Any) -> dict[str, object]:
    settings = json.loads(lab.keep.draft.value)["settings"]
    return {name: value for name, value in settings.items() if name != "tried"}


@EACH_LAB
@pytest.mark.parametrize("rank", [0, -1])
def test_a_change_on_trial_is_still_on_trial_once_taken_up(made: Made, rank: int) -> None:
    lab = begun(made)
    before = settings_of(lab)
    question = part(lab, Question)
    question.value = question.options[1:][rank]["value"]
    tried = on_screen(lab)
    assert len(pictures(lab)) == 2
    assert np.any(ringed(pictures(lab)[0]))
    again = taken_up(made, lab.keep.draft.value)
    assert again.widget.current == "changer"
    assert on_screen(again) == tried
    part(again, Question).value = NOTHING
    assert settings_of(again) == before
    assert len(pictures(again)) == 1


@EACH_LAB
def test_taken_up_elsewhere_first_it_is_on_trial_all_the_same(made: Made) -> None:
    lab = begun(made)
    part(lab, Question).value = "0"
    tried = on_screen(lab)
    lab.widget.current = "emporter"
    again = taken_up(made, lab.keep.draft.value)
    assert again.widget.current == "emporter"
    again.widget.current = "changer"
    assert on_screen(again) == tried
    # And once more: what is taken up is kept in turn.
    assert on_screen(taken_up(made, again.keep.draft.value)) == tried


@EACH_LAB
def test_undone_and_done_again_it_is_on_trial_as_before_and_kept_so(made: Made) -> None:
    lab = begun(made)
    nothing = on_screen(lab)
    part(lab, Question).value = "0"
    tried = on_screen(lab)
    undo = part(lab, Undo)
    undo.undo()
    assert on_screen(lab) == nothing
    assert on_screen(taken_up(made, lab.keep.draft.value)) == nothing
    undo.redo()
    assert on_screen(lab) == tried
    assert on_screen(taken_up(made, lab.keep.draft.value)) == tried


@EACH_LAB
def test_what_was_not_before_the_settings_of_now_is_no_trial(made: Made) -> None:
    """Settings before a change that nobody offers, or before others: what is there is what one starts from."""
    lab = begun(made)
    part(lab, Question).value = "0"
    record = json.loads(lab.keep.draft.value)
    before, after = record["settings"]["tried"]
    for tried in ([], [after, after], [before], [after, before]):
        record["settings"]["tried"] = tried
        again = taken_up(made, json.dumps(record))
        assert part(again, Question).value == NOTHING
        assert json.loads(again.keep.draft.value)["settings"]["tried"] == []
    record["settings"]["tried"] = [before, after, after]
    assert not offered(made, record)
    del record["settings"]["tried"]  # of an earlier version
    assert offered(made, record)


def offered(made: Made, record: object) -> bool:
    lab = made()
    assert lab.widget.current == "parier"
    lab.keep.draft.found = json.dumps(record)
    return lab.keep.resume in lab.keep.widget.children


def test_a_policy_of_which_no_lever_gives_this_one_leaves_its_own_levers_to_be_tried() -> None:
    lab = begun(Lab)
    alone = on_screen(lab)
    record = json.loads(lab.keep.draft.value)
    settings = record["settings"]
    settings["tried"] = [load_policy("papier_d_abord").model_dump(mode="json"), settings["policy"]]
    again = taken_up(Lab, json.dumps(record))
    assert on_screen(again) == alone
    assert json.loads(again.keep.draft.value)["settings"]["tried"] == []


def test_while_the_way_on_trial_is_looked_for_the_families_are_drawn_twice_already() -> None:
    lab = begun(Diagnostic)
    part(lab, Question).value = "0"
    tried, drawn = on_screen(lab), [picture.title for picture in pictures(lab)]

    async def play() -> None:
        again = taken_up(Diagnostic, lab.keep.draft.value)
        assert [picture.title for picture in pictures(again)] == drawn
        assert Question not in [type(each) for each in parts_of(again.widget.shown)]
        await until(lambda: Question in [type(each) for each in parts_of(again.widget.shown)])
        assert on_screen(again) == tried

    asyncio.run(play())


@EACH_LAB
def test_who_undoes_another_draw_has_the_change_that_was_on_trial_before_it(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = begun(made)
    part(lab, Question).value = "0"
    tried, undo = on_screen(lab), part(lab, Undo)
    monkeypatch.setattr("widgets.kit.undo.ONE_CHANGE_S", -1)  # not one change with the former
    lab.state.seed += 1
    assert part(lab, Question).value == NOTHING
    undo.undo()
    assert on_screen(lab) == tried


@EACH_LAB
def test_taken_up_the_changes_are_undone_one_at_a_time_back_to_where_one_began(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.kit.undo.ONE_CHANGE_S", -1)  # each its own change
    lab = begun(made)
    steps = [on_screen(lab)]
    for rank in ("0", "1"):
        part(lab, Question).value = rank
        steps.append(on_screen(lab))
    again = taken_up(made, lab.keep.draft.value)
    assert on_screen(again) == steps[2]
    part(again, Undo).undo()
    assert on_screen(again) == steps[1]
    # What is left to undo is kept in turn.
    again = taken_up(made, again.keep.draft.value)
    assert on_screen(again) == steps[1]
    undo = part(again, Undo)
    undo.undo()
    assert on_screen(again) == steps[0]
    assert not undo.can_undo
    undo.redo()
    assert on_screen(again) == steps[1]


def test_the_change_of_a_family_is_still_on_trial_once_taken_up_and_taken_back_where_it_was_tried() -> None:
    lab = begun(Lab)
    lab.widget.current = "voir"
    before = lab.state.policy
    family = int(np.flatnonzero(family_states(lab.state.simulation().trace).state == 2)[0])
    pictures(lab)[0].chosen = family
    press(button(lab, "Essayer ce changement"))
    tried = words(lab)
    assert any("est à l'essai" in line for line in tried)
    again = taken_up(Lab, lab.keep.draft.value)
    pictures(again)[0].chosen = family
    assert words(again) == tried
    assert not buttons(again, "Essayer ce changement")
    press(button(again, "Revenir en arrière"))
    assert again.state.policy == before
    assert not any("est à l'essai" in line for line in words(again))
    assert buttons(again, "Essayer ce changement")


def test_another_family_is_told_of_a_change_of_its_own_while_that_of_the_first_is_on_trial() -> None:
    lab = begun(Lab)
    lab.widget.current = "voir"
    first, second = np.flatnonzero(family_states(lab.state.simulation().trace).state == 2)[[0, 1]].tolist()
    pictures(lab)[0].chosen = first
    press(button(lab, "Essayer ce changement"))
    pictures(lab)[0].chosen = second
    told = words(lab)
    again = taken_up(Lab, lab.keep.draft.value)
    pictures(again)[0].chosen = second
    assert words(again) == told


def test_a_card_on_trial_is_still_on_trial_once_taken_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, count in {"PAIRED": 5, "TRIPLED": 4, "CHANCE_DRAWS": 3}.items():
        monkeypatch.setattr(searching, name, count)
    lab = begun(Lab)
    before = lab.state.policy
    lab.widget.current = "comprendre"
    (cards,) = (each for each in parts_of(lab.widget.shown) if isinstance(each, ChangeCards))
    tell(cards, {"event": "try", "place": len(cards.sent) - 1})
    tried = cards.sent
    assert [card["tried"] for card in tried].count(True) == 1
    again = taken_up(Lab, lab.keep.draft.value)
    assert again.widget.current == "comprendre"
    (cards,) = (each for each in parts_of(again.widget.shown) if isinstance(each, ChangeCards))
    assert cards.sent == tried
    assert words(again) == words(lab)
    part(again, Undo).undo()
    assert again.state.policy == before
    # The same cards, none of them on trial.
    assert [{**card, "tried": True} for card in cards.sent] == [{**card, "tried": True} for card in tried]
    assert not any(card["tried"] for card in cards.sent)


def words(lab: Any) -> list[str]:
    """The sentences on screen."""
    return [line for each in parts_of(lab.widget.shown) if isinstance(each, Paragraphs) for line in each.lines]


def buttons(lab: Any, label: str) -> list[Action]:
    return [each for each in parts_of(lab.widget.shown) if isinstance(each, Action) and each.label == label]


def button(lab: Any, label: str) -> Action:
    (only,) = buttons(lab, label)
    return only
