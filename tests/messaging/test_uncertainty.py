"""Ce qui est incertain se dit : un intervalle par chiffre, l'hypothèse qui compte, celle qui renverse la conclusion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle.tiny import tiny_school

from liaison.messaging.delivery.simulate import deliver
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.indicators import indicators
from liaison.messaging.reading.uncertainty import (
    Interval,
    Range,
    Trial,
    advantage,
    explored,
    figures,
    informed_share,
    left_out_share,
    moved,
    ranges,
    replicated,
    tornado,
    usual_value,
    what_would_change,
)
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.hypotheses import HypothesesError, SimulationHypotheses, load_hypotheses
from liaison.messaging.traffic.prepared import prepare
from liaison.school.fictitious.generator import school_from
from liaison.school.vocabulary import SchoolKind

DAY = dt.date(2026, 11, 2)
USUAL = load_hypotheses(DAY)
KINDS = get_args(SchoolKind)
PHONE = Range(chemin="phone.repond", label="la part des appels répondus", bas=0.3, haut=0.7)


@pytest.fixture(scope="module")
def trial() -> Trial:
    return Trial(school_from("ecole_6_classes", 3), Period(DAY, 2), 1)


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_figure_has_its_interval_and_chance_alone_makes_it(trial: Trial) -> None:
    policy = load_policy("circulaire_2025")
    found = replicated(trial, policy, 4)
    assert set(found) >= set(figures(trial.measured(policy)))
    assert all(one.low <= one.mean <= one.high for name, one in found.items() if not name.startswith("left_out."))
    assert found["reach.share"].low < found["reach.share"].high
    assert found["families"].low == found["families"].high
    assert found == replicated(trial, policy, 4)


@pytest.fixture
def level(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], float]:
    """Make the simulation one figure, anywhere from 0 to 1: an interval holds as many seeds as it is wide."""

    def value(seed: int) -> float:
        return float(np.random.default_rng(seed).random())

    monkeypatch.setattr(Trial, "measured", lambda trial, *_: trial.seed)
    monkeypatch.setattr("liaison.messaging.reading.uncertainty.figures", lambda seed: {"chiffre": value(seed)})
    return value


def intervals(trial: Trial, draws: int, count: int = 300) -> list[tuple[Interval, int]]:
    """Return as many intervals of fresh draws, each with the seed that follows its own."""
    found = []
    for seed in range(1, count * draws, draws):
        fresh = Trial(trial.school, trial.period, seed)
        found.append((replicated(fresh, load_policy("equilibree"), draws)["chiffre"], seed + draws))
    return found


@pytest.mark.parametrize("draws", [19, 20, 38, 39, 60])
def test_another_seed_falls_nine_times_in_ten_in_the_interval(
    trial: Trial, level: Callable[[int], float], draws: int
) -> None:
    assert 0.885 < np.mean([one.high - one.low for one, _ in intervals(trial, draws)]) < 0.965
    for one, after in intervals(trial, draws, 5):
        own = [level(seed) for seed in range(after - draws, after)]
        assert sum(one.low <= value <= one.high for value in own) >= 0.9 * draws
        assert one.draws == draws


@pytest.mark.parametrize("draws", [2, 3, 18, 19])
def test_with_few_draws_the_interval_goes_from_the_lowest_to_the_highest(
    trial: Trial, level: Callable[[int], float], draws: int
) -> None:
    for one, after in intervals(trial, draws, 5):
        own = [level(seed) for seed in range(after - draws, after)]
        assert (one.low, one.high) == (min(own), max(own))


def test_one_replication_says_no_interval(trial: Trial) -> None:
    with pytest.raises(ValueError, match="au moins deux"):
        replicated(trial, load_policy("equilibree"), 1)
    assert replicated(trial, load_policy("equilibree"), 2)


def test_a_figure_is_that_of_the_indicators(trial: Trial) -> None:
    found = indicators(deliver(prepare(trial.school, trial.period, trial.seed), load_policy("equilibree")))
    flat = figures(found)
    assert flat["reach.share"] == found.reach.informed / found.reach.messages
    assert flat["load.total"] == found.load.total
    assert flat["by_purpose.mot.informed"] == next(one for one in found.by_purpose if one.purpose == "mot").informed
    assert left_out_share(found) == len(found.left_out_families) / found.families


@pytest.mark.parametrize("kind", KINDS)
def test_every_range_holds_the_value_of_the_suite_and_names_a_known_hypothesis(trial: Trial, kind: SchoolKind) -> None:
    tried = ranges(trial)
    assert len(tried) >= 12
    for one in tried:
        assert one.bas <= usual_value(USUAL, one, kind) <= one.haut
        assert moved(USUAL, one, usual_value(USUAL, one, kind), kind) == USUAL
        assert moved(USUAL, one, one.bas, kind) != USUAL


@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_a_hypothesis_moved_within_its_range_stays_valid_and_alone(data: st.DataObject, kind: SchoolKind) -> None:
    one = data.draw(st.sampled_from(ranges(Trial(tiny_school(1), Period(DAY, 1), 1))))
    value = data.draw(st.floats(one.bas, one.haut))
    after = moved(USUAL, one, value, kind).model_dump()
    changed = {name for name, before in USUAL.model_dump().items() if after[name] != before}
    assert changed <= {one.chemin.split(".")[0]}


def test_a_rate_below_one_may_pass_one_and_a_share_may_not(trial: Trial) -> None:
    by_path = {one.chemin: one for one in ranges(trial)}
    busy = moved(USUAL, by_path["traffic.*.par_semaine.TYPE"], 1.5, "college")
    assert busy.traffic["circulaire"].par_semaine["college"] == 1.5
    lost = moved(USUAL, by_path["paper.perdu.TYPE"], 100.0, "college")
    assert lost.paper.perdu["college"] == 1.0
    assert lost.paper.perdu["ecole"] == USUAL.paper.perdu["ecole"]


@pytest.mark.parametrize("factor", [False, True])
def test_a_range_that_names_nothing_is_refused_with_a_sentence(factor: bool) -> None:
    with pytest.raises(HypothesesError, match="hypothèse connue"):
        moved(USUAL, Range(chemin="phone.sonne", label="?", bas=0, haut=1, facteur=factor), 0.5, "college")


def test_the_hypothesis_that_moves_the_figure_most_comes_first(trial: Trial) -> None:
    bars = tornado(trial, lambda usual: informed_share(trial.measured(load_policy("tout_tout_de_suite"), usual)))
    spreads = [bar.spread for bar in bars]
    assert spreads == sorted(spreads, reverse=True)
    assert spreads[0] > 0.02
    phone = next(bar for bar in bars if bar.range.chemin == "phone.repond")
    assert phone.spread == 0, "cette politique ne téléphone jamais"


def test_every_figure_has_its_span_over_the_hypotheses_and_the_one_that_moves_it_most(trial: Trial) -> None:
    policy = load_policy("tout_tout_de_suite")
    found = explored(trial, policy)
    assert found.usual == figures(trial.measured(policy))
    for name, value in found.usual.items():
        assert found.span(name).low <= value <= found.span(name).high
    assert found.span("families").by is None
    assert found.bars("reach.share") == tornado(trial, lambda usual: informed_share(trial.measured(policy, usual)))
    assert found.span("reach.share").by == found.bars("reach.share")[0].range.label


def repond(hypotheses: SimulationHypotheses) -> float:
    return hypotheses.phone.repond


def test_the_value_that_overturns_a_conclusion_is_found_and_said(trial: Trial) -> None:
    doubt = what_would_change(trial, lambda hypotheses: repond(hypotheses) - 0.4)
    (tipping,) = doubt.tippings
    assert tipping.value == pytest.approx(0.4, abs=0.01)
    assert not tipping.beyond
    assert said(doubt.sentence).startswith(
        "Ce qui me ferait changer d'avis : la part des appels répondus, au-dessous de 0,4"
    )


def test_a_conclusion_that_falls_on_both_sides_says_both(trial: Trial) -> None:
    doubt = what_would_change(trial, lambda hypotheses: 0.1 - abs(repond(hypotheses) - 0.5))
    assert [(round(one.value, 1), one.beyond) for one in doubt.tippings] == [(0.4, False), (0.6, True)]


def test_a_conclusion_that_nothing_overturns_names_what_counts_most(trial: Trial) -> None:
    doubt = what_would_change(trial, lambda hypotheses: 1 + repond(hypotheses))
    assert doubt.tippings == ()
    assert "ne change la conclusion" in doubt.sentence
    assert "appels répondus" in doubt.sentence


def test_two_equal_sides_are_not_a_conclusion(trial: Trial) -> None:
    doubt = what_would_change(trial, lambda _hypotheses: 0.0)
    assert "pas de conclusion" in said(doubt.sentence)
    assert doubt.tippings == ()


def test_the_lead_of_a_policy_is_the_opposite_of_the_other_s(trial: Trial) -> None:
    first, second = load_policy("circulaire_2025"), load_policy("vie_scolaire")
    lead = advantage(trial, first, second, informed_share)(USUAL)
    assert lead == -advantage(trial, second, first, informed_share)(USUAL) != 0
    assert lead == informed_share(trial.measured(first)) - informed_share(trial.measured(second))
