"""What a disagreement weighs: families counted one by one, on the same school and the same draws."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from liaison.messaging.delivery.simulate import Period, Trace, deliver
from liaison.messaging.policy.compliance import legal_remarks
from liaison.messaging.policy.matters import Matter, matters
from liaison.messaging.policy.policy import Policy, PolicyError, load_policy
from liaison.messaging.policy.team import settle, with_settings
from liaison.messaging.reading.family_states import STATES, FamilyStates, family_states
from liaison.messaging.search.aims import Figures
from liaison.messaging.search.stakes import ProfileCount, Stake, Stakes, policy_figures
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.vocabulary import PROFILES
from liaison.school.fictitious.generator import school_from

START = dt.date(2026, 11, 2)
GROUPS = [load_policy(name) for name in ("papier_d_abord", "vie_scolaire", "tout_tout_de_suite")]


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return prepare(school_from("ecole_6_classes", 7), Period(START, 4), 7)


@pytest.fixture(scope="module")
def stakes(prepared: Prepared) -> Stakes:
    return Stakes(prepared, settle(GROUPS), START)


def pairs(states: FamilyStates) -> list[tuple[str, bool]]:
    return [(STATES[state], bool(rung)) for state, rung in zip(states.state, states.disturbed, strict=True)]


def kind_of_change(before: tuple[str, bool], after: tuple[str, bool]) -> str:
    reached = STATES.index(before[0]) - STATES.index(after[0])
    calm = int(before[1]) - int(after[1])
    if reached * calm < 0:
        return "exchanged"
    return "better" if reached > 0 or calm > 0 else "worse" if reached < 0 or calm < 0 else ""


def test_what_a_value_does_is_what_becomes_of_each_family(prepared: Prepared, stakes: Stakes) -> None:
    start = settle(GROUPS)
    before = pairs(family_states(deliver(prepared, start)))
    weighed = stakes.widest(matters(GROUPS))
    assert len(weighed) == 5
    for stake in weighed:
        assert stake.refused == ()
        outcomes = []
        for effect in stake.effects:
            policy = with_settings(start, effect.option.values)
            trace = deliver(prepared, policy)
            after = pairs(family_states(trace))
            outcomes.append(after)
            changes = [kind_of_change(old, new) for old, new in zip(before, after, strict=True)]
            assert effect.figures.out == sum(state == "de_cote" for state, _rung in after)
            assert effect.figures.disturbed == sum(rung for _state, rung in after)
            assert effect.figures.work == Figures(trace).of("travail_personnels")
            assert effect.exchanged == changes.count("exchanged")
            for counted, name in ((effect.better, "better"), (effect.worse, "worse")):
                families = [family for family, change in enumerate(changes) if change == name]
                profiles = Counter(PROFILES[prepared.family_profile[family]] for family in families)
                assert counted.families == len(families)
                assert counted.of_profile == max(profiles.values(), default=0)
                assert profiles[counted.profile] == counted.of_profile
            assert effect.remarks == legal_remarks(policy, START, "ecole") - legal_remarks(start, START, "ecole")
        widths = [
            sum(one_way != other for one_way, other in zip(a, b, strict=True)) for a in outcomes for b in outcomes
        ]
        assert stake.width == max(widths)


def test_the_value_the_team_starts_from_comes_first_and_moves_nobody(stakes: Stakes) -> None:
    for stake in stakes.widest(matters(GROUPS), 99):
        first = stake.effects[0]
        assert first.option == stake.matter.options[0]
        assert first.better == first.worse == ProfileCount(0, "", 0)
        assert first.exchanged == 0


def test_the_widest_come_first_none_moves_nobody_and_votes_do_not_count(stakes: Stakes) -> None:
    every = stakes.widest(matters(GROUPS), 99)
    widths = [stake.width for stake in every]
    assert widths == sorted(widths, reverse=True)
    assert min(widths) > 0
    assert len(every) < len(matters(GROUPS))
    assert stakes.widest(matters(GROUPS), 3) == every[:3]
    # The most disputed, where each group wants its own, is not the widest.
    most_disputed = matters(GROUPS)[0]
    assert len(most_disputed.options) == 3
    assert every[0].matter != most_disputed


def test_a_value_that_makes_no_policy_with_the_rest_is_told_and_not_weighed(
    stakes: Stakes, monkeypatch: pytest.MonkeyPatch
) -> None:
    matter = stakes.widest(matters(GROUPS), 1)[0].matter

    def refuse(policy: Policy, changes: object) -> Policy:
        raise PolicyError("non")

    monkeypatch.setattr("liaison.messaging.search.stakes.with_settings", refuse)
    stake = stakes.weigh(matter)
    assert [effect.option for effect in stake.effects] == [matter.options[0]]
    assert stake.refused == tuple(option.words for option in matter.options[1:])
    assert stake.width == 0


def test_what_a_law_newly_says_of_a_value_is_told(prepared: Prepared) -> None:
    groups = [load_policy("circulaire_2025"), load_policy("papier_d_abord"), load_policy("vie_scolaire")]
    matter = next(matter for matter in matters(groups) if matter.key == "purposes.absence.channels")
    effects = Stakes(prepared, settle(groups), START).weigh(matter).effects
    told_of = {effect.option.words: effect.remarks for effect in effects}
    assert told_of["Logiciel de vie scolaire"] == {"absence_sans_voie_hors_ligne"}
    assert told_of["SMS"] == frozenset()


def test_once_stopped_no_other_is_weighed(stakes: Stakes, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[Matter] = []
    weigh = stakes.weigh

    def counted(matter: Matter) -> Stake:
        weighed.append(matter)
        return weigh(matter)

    monkeypatch.setattr(stakes, "weigh", counted)
    stakes.widest(matters(GROUPS), stopped=lambda: len(weighed) >= 2)
    assert len(weighed) == 2


def test_every_value_is_weighed_from_one_delivery_of_the_school(
    prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivered: list[Policy] = []

    def counted(school: Prepared, policy: Policy) -> Trace:
        delivered.append(policy)
        return deliver(school, policy)

    monkeypatch.setattr("liaison.messaging.search.stakes.deliver", counted)
    start = settle(GROUPS)
    assert Stakes(prepared, start, START).widest(matters(GROUPS))
    assert delivered == [start]


def test_the_figures_of_a_policy_are_those_of_its_trace(prepared: Prepared) -> None:
    trace = deliver(prepared, GROUPS[0])
    figures, states = policy_figures(trace), family_states(trace)
    assert figures.out == states.counts()["de_cote"]
    assert figures.disturbed == int(states.disturbed.sum())
    assert figures.work == Figures(trace).of("travail_personnels")
