"""A policy changed after a diagnosis: each change alone, told with what it does in the fictitious school."""

from __future__ import annotations

from typing import Any

import pytest

from liaison.across.changes_alone import ToldAlone, alone_lines, policy_with, told_alone
from liaison.across.plan_reach import PlanReach
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.reading.change_alone import alone_words
from liaison.messaging.vocabulary import PURPOSES, Purpose
from liaison.support.plan.modes import Change

PAPER = Change("fallback", ("reunion",), "carnet", "des familles n'ont pas d'écran")
MORE = Change("languages", (), "pt", "des familles le souhaitent")


@pytest.fixture(scope="module")
def policy() -> Policy:
    """No fallback for meetings, French alone: both changes change something."""
    start = load_policy("ent_un_deux").with_purpose("reunion", fallback=None)
    return start.changed(languages=("fr",))


def test_a_policy_with_a_change_has_it_and_nothing_else(policy: Policy) -> None:
    changed = policy_with(policy, PAPER)
    assert changed.purposes["reunion"].fallback == "carnet"
    assert changed == policy.with_purpose("reunion", fallback="carnet")
    assert policy_with(policy, MORE) == policy.changed(languages=("fr", "pt"))


def test_each_change_is_told_with_what_it_does_alone_chance_set_apart(policy: Policy) -> None:
    reach = PlanReach("lp", 3)
    changes = [PAPER, MORE]
    touched_by: list[tuple[Purpose, ...]] = [("reunion",), ()]
    alone = [policy_with(policy, change) for change in changes]
    expected = [
        alone_words(reach.reached(policy), reach.reached(changed), touched, chance)
        for touched, changed, chance in zip(touched_by, alone, reach.by_chance(policy, alone), strict=True)
    ]
    found = told_alone(reach, policy, changes)
    assert [each.change for each in found] == changes
    assert [list(each.effects) for each in found] == expected
    assert all(each.effects for each in found)


def test_a_document_says_where_first_and_nothing_where_nothing_changes() -> None:
    told = [ToldAlone(PAPER, ("Rien n'en change.",)), ToldAlone(MORE, ("Une.", "Deux."))]
    where, *lines = alone_lines(told, "Les Tilleuls", PURPOSES)
    assert "Les Tilleuls" in where
    assert lines == [f"{PAPER.name(PURPOSES)} Rien n'en change.", f"{MORE.name(PURPOSES)} Une. Deux."]
    assert alone_lines([], "Les Tilleuls", PURPOSES) == []


def test_no_change_is_simulated_for_nothing(monkeypatch: pytest.MonkeyPatch, policy: Policy) -> None:
    made: list[Any] = []
    monkeypatch.setattr("liaison.school.fictitious.generator.school_from", lambda *words: made.append(words))
    assert told_alone(PlanReach("college_rural", 99), policy, ()) == []
    assert made == []
