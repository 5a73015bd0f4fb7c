"""Ce qu'une équipe écrit sans l'avoir retenu, et le désaccord où elle en est : rien ne s'en perd."""

from __future__ import annotations

import json
from typing import Any

import pytest
from narrowing import present
from page_side import press

from liaison.messaging.policy.matters import Matter
from liaison.messaging.policy.policy import load_policy
from widgets.messaging.state import LabState
from widgets.messaging.team import Choice, TeamState
from widgets.messaging.team_cards import CARDS, CardsView
from widgets.messaging.team_path import TeamDecision

GROUPS = ("papier_d_abord", "vie_scolaire", "tout_tout_de_suite")
WRITTEN = "Le carnet se perd, "


def opened(text: str = "") -> TeamDecision:
    """The page as it opens, where the browser holds this."""
    decision = TeamDecision(TeamState(LabState(revealed=True, school="ecole_6_classes", weeks=4, seed=3)))
    decision.keep.draft.found = text
    return decision


@pytest.fixture
def before() -> TeamDecision:
    """A team on its third disagreement."""
    decision = opened()
    for name in GROUPS:
        decision.team.add(load_policy(name))
    decision.widget.current = "trancher"
    for _card in range(2):
        press(decision.cards.next)
    return decision


def on_card(cards: CardsView) -> tuple[Matter, str, str]:
    """The disagreement on screen, the value chosen and the reason, as its card has them."""
    return present(cards.card.matter), cards.card.choice.value, cards.card.reason.value


def write(cards: CardsView) -> Choice:
    """Choose another value of the card on screen and write a reason, without settling anything."""
    choice = Choice(cards.card.choice.options[-1]["value"], WRITTEN)
    assert cards.card.choice.value != choice.words
    cards.card.choice.value, cards.card.reason.value = choice
    return choice


def taken_up(decision: TeamDecision, **changed: Any) -> TeamDecision:
    """The page of a browser that holds this work, with something `changed` in it, once it is taken up."""
    record = json.loads(decision.keep.draft.value) | changed
    again = opened(json.dumps(record))
    press(again.keep.resume)
    return again


def test_what_was_written_and_not_settled_comes_back_on_its_card_and_decides_nothing(before: TeamDecision) -> None:
    choice, settled = write(before.cards), before.team.choices
    again = taken_up(before)
    assert on_card(again.cards) == on_card(before.cards) == (present(before.cards.card.matter), *choice)
    assert again.cards.card.choice.title.endswith("3 sur 5")
    assert again.team.choices == settled
    assert again.team.decided() == before.team.decided()


def test_what_is_settled_is_no_longer_being_written(before: TeamDecision) -> None:
    cards = before.cards
    matter, words, reason = on_card(cards)
    write(cards)
    assert before.team.unsettled.keys() == {matter.key}
    cards.card.choice.value, cards.card.reason.value = words, reason
    assert before.team.unsettled == {}
    choice = write(cards)
    press(cards.next)
    assert before.team.unsettled == {}
    assert before.team.choices[matter.key] == Choice(choice.words, WRITTEN.strip())


def test_going_to_another_disagreement_and_back_loses_nothing_that_was_written(before: TeamDecision) -> None:
    cards = before.cards
    write(cards)
    screen = on_card(cards)
    press(cards.before)
    assert on_card(cards)[2] == ""
    press(cards.next)
    assert on_card(cards) == screen


def test_all_of_them_settled_it_is_still_so_when_one_comes_back(before: TeamDecision) -> None:
    for _card in range(CARDS - 2):
        press(before.cards.next)
    again = taken_up(before)
    assert again.cards.ended in again.cards.place.children
    press(again.cards.before)
    assert again.cards.card.choice.title.endswith("5 sur 5")


def test_a_value_that_no_policy_has_any_more_leaves_its_reason(before: TeamDecision) -> None:
    write(before.cards)
    matter = present(before.cards.card.matter)
    gone = {matter.key: {"words": "ce que personne ne veut", "reason": WRITTEN}}
    again = taken_up(before, unsettled=gone)
    assert on_card(again.cards) == (matter, before.team.chosen(matter).words, WRITTEN)


def test_a_list_emptied_by_mistake_comes_back_with_what_was_being_written(before: TeamDecision) -> None:
    write(before.cards)
    screen, title = on_card(before.cards), before.cards.card.choice.title
    before.team.clear()
    assert (before.team.unsettled, before.team.card) == ({}, 0)
    before.team.put_back()
    before.widget.current = "trancher"
    assert (on_card(before.cards), before.cards.card.choice.title) == (screen, title)


def test_another_school_begins_at_its_first_disagreement(before: TeamDecision) -> None:
    school = before.team.lab.school
    before.widget.current = "reunir"
    before.team.lab.school = "lp"
    assert before.team.card == 0
    # The first school again, whose disagreements are already weighed.
    before.team.lab.school = school
    before.widget.current = "trancher"
    assert before.cards.card.choice.title.endswith("1 sur 5")
    press(before.cards.next)
    assert before.cards.card.choice.title.endswith("2 sur 5")


def test_what_an_earlier_version_of_the_page_wrote_is_taken_up(before: TeamDecision) -> None:
    record = json.loads(before.keep.draft.value)
    for name in ("unsettled", "card"):
        del record[name]
    again = opened(json.dumps(record))
    press(again.keep.resume)
    assert again.team.choices == before.team.choices
    assert again.cards.card.choice.title.endswith("1 sur 5")
