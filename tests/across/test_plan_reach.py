"""Whom messages reach once a plan is done: the simulator's answer for the school that the plan makes, whoever asks."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from liaison.across.plan_reach import LentAlone, PlanReach, lent_alone, out_among, weeks_of_messages
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.reading.worse_off import reached_in, worse_off
from liaison.school.kinship import families_of
from liaison.school.tables import School
from liaison.support.plan.after_plan import CASES, Done, after

PRESET, SEED = "lp", 3
DAY = dt.date(2026, 11, 30)
PLAN = Done(("F001", "F002"), ("F003",), ("F004", "F005"))


@pytest.fixture(scope="module")
def reach() -> PlanReach:
    return PlanReach(PRESET, SEED)


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy("circulaire_2025")


def test_each_case_is_the_simulation_of_the_school_with_that_part_of_the_plan(reach: PlanReach, policy: Policy) -> None:
    found = reach.cases(policy, PLAN)
    assert tuple(found) == CASES
    for case, indicators in found.items():
        school = after(reach.school, PLAN.of(case), DAY)
        expected = reached_in(school, policy, weeks_of_messages(), SEED).indicators
        assert indicators.left_out_families == expected.left_out_families
        assert indicators.reach == expected.reach


def test_whom_the_loans_leave_out_are_those_out_with_them_and_not_without(reach: PlanReach, policy: Policy) -> None:
    lent = Done(tuple(f"F{place + 1:03d}" for place in range(families_of(reach.school).nunique())))
    found = reach.lent_worse_off(policy, Done(lent.lent, lent.lent, ("F001",)))
    school = after(reach.school, Done(lent.lent, lent.lent), DAY)
    assert found == worse_off(reach.reached(policy), reached_in(school, policy, weeks_of_messages(), SEED))


def test_a_simulation_is_made_once_whatever_the_policy_is_called_and_again_for_another(
    monkeypatch: pytest.MonkeyPatch, policy: Policy
) -> None:
    simulated: list[Policy] = []

    def simulate(_school: object, policy: Policy, _period: object, _seed: int) -> Any:
        simulated.append(policy)
        return SimpleNamespace(indicators=None)

    monkeypatch.setattr("liaison.messaging.reading.worse_off.reached_in", simulate)
    reach = PlanReach(PRESET, SEED)
    reach.reached(policy)
    reach.reached(policy.changed(name="Le même, sous un autre nom"))
    assert simulated == [policy]
    reach.reached(policy, PLAN)
    reach.reached(load_policy("ent_un_deux"))
    assert len(simulated) == 3


def test_a_school_already_made_is_not_made_again(monkeypatch: pytest.MonkeyPatch, reach: PlanReach) -> None:
    made, school = list[object](), reach.school

    def make(preset: str, seed: int) -> School:
        made.append((preset, seed))
        return school

    monkeypatch.setattr("liaison.school.fictitious.generator.school_from", make)
    assert PlanReach(PRESET, SEED, school).school is school
    assert made == []
    assert PlanReach(PRESET, SEED).school is reach.school
    assert made == [(PRESET, SEED)]


@pytest.mark.parametrize(
    ("before", "lent", "share"), [(10, 10, 0.0), (10, 9, 0.1), (10, 0, 1.0), (10, 11, 0.0), (0, 0, 0.0), (0, 1, 0.0)]
)
def test_the_share_that_loans_reach_is_of_those_left_out_before_and_never_under_none(
    before: int, lent: int, share: float
) -> None:
    assert LentAlone(families=20, before=before, lent=lent, both=0).share == pytest.approx(share)


def test_the_truth_of_the_bet_counts_the_families_left_out_in_each_case() -> None:
    cases: Any = {
        case: SimpleNamespace(left_out_families=tuple(range(count)), families=9)
        for case, count in zip(CASES, (6, 5, 2, 1), strict=True)
    }
    assert lent_alone(cases) == LentAlone(families=9, before=6, lent=5, both=1)


def test_families_out_are_counted_among_the_codes_asked_and_no_other() -> None:
    found: Any = SimpleNamespace(left_out_families=(0, 2, 5))
    assert out_among(found, ["F001", "F002", "F006"]) == 2
    assert out_among(found, ["F002"]) == out_among(found, []) == 0
