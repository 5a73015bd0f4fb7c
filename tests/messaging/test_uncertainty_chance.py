"""A conclusion that chance alone overturns is none: it is said before any hypothesis is blamed for it."""

from __future__ import annotations

import datetime as dt

import pytest

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.uncertainty import (
    CHANCE_DRAWS,
    Interval,
    Margin,
    Trial,
    advantage,
    by_chance,
    informed_share,
    overturned,
    what_would_change,
)
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.hypotheses import SimulationHypotheses
from liaison.school.fictitious.generator import school_from

DAY = dt.date(2026, 11, 2)


@pytest.fixture(scope="module")
def trial() -> Trial:
    return Trial(school_from("ecole_6_classes", 3), Period(DAY, 2), 1)


def interval(low: float, high: float) -> Interval:
    return Interval(mean=(low + high) / 2, low=low, high=high, draws=CHANCE_DRAWS)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def repond(hypotheses: SimulationHypotheses) -> float:
    return hypotheses.phone.repond


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(-0.2, 0.1, True), (0.0, 0.1, True), (-0.1, 0.0, True), (0.001, 0.1, False), (-0.1, -0.001, False), (0, 0, False)],
)
def test_chance_overturns_what_it_brings_to_the_other_side_or_to_nothing(
    low: float, high: float, expected: bool
) -> None:
    assert overturned(interval(low, high)) is expected


def test_each_draw_is_another_seed_of_the_same_school_and_the_first_is_the_trial_s(trial: Trial) -> None:
    seen: list[Trial] = []

    def lead(one: Trial) -> Margin:
        seen.append(one)
        return lambda _hypotheses: float(one.seed)

    found = by_chance(trial, lead, draws=4)
    assert [one.seed for one in seen] == [1, 2, 3, 4]
    assert all(one.school is trial.school and one.period == trial.period for one in seen)
    assert (found.low, found.mean, found.high, found.draws) == (1, 2.5, 4, 4)


def test_two_policies_far_apart_stay_so_and_two_close_ones_change_sides(trial: Trial) -> None:
    def chance(policy: str, other: str) -> Interval:
        both = load_policy(policy), load_policy(other)
        return by_chance(trial, lambda one: advantage(one, *both, informed_share))

    assert overturned(chance("ent_un_deux", "tout_tout_de_suite"))
    assert not overturned(chance("equilibree", "vie_scolaire"))


def test_what_chance_overturns_is_said_first_and_no_hypothesis_is_blamed(trial: Trial) -> None:
    def margin(hypotheses: SimulationHypotheses) -> float:
        return repond(hypotheses) - 0.4  # which a hypothesis overturns within its range

    by_hypothesis = what_would_change(trial, margin, chance=interval(0.01, 0.2))
    assert by_hypothesis.tippings
    assert by_hypothesis.sentence.startswith("Ce qui me ferait changer d'avis")
    by_luck = what_would_change(trial, margin, chance=interval(-0.01, 0.2))
    assert by_luck.tippings == ()
    assert plain(by_luck.sentence).startswith("Le hasard seul renverse cette comparaison : d'un tirage à l'autre")
    assert by_luck.bars == by_hypothesis.bars
    assert by_luck.bars[0].range.label in by_luck.sentence


def test_two_sides_equal_in_one_draw_and_not_in_others_are_not_said_to_be_equal(trial: Trial) -> None:
    sometimes = what_would_change(trial, lambda _hypotheses: 0.0, chance=interval(-0.1, 0.1))
    always = what_would_change(trial, lambda _hypotheses: 0.0, chance=interval(0, 0))
    assert "Le hasard seul" in sometimes.sentence
    assert "jeu égal" in always.sentence
