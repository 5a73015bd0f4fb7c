"""A sample chooses well only if it says what the whole school would: its families, and what is read from them."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.messaging.delivery.simulate import Period, deliver
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.search import search as searching
from liaison.messaging.search.aims import LESS_IS_BETTER, SHARES, Aim, Figures, Goal, Measure
from liaison.messaging.search.sample import of_all, of_families, spread, written_to
from liaison.messaging.search.search import Search
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate

DAY = dt.date(2026, 11, 2)
MEASURES: tuple[Measure, ...] = tuple(LESS_IS_BETTER)


def goal_of(measure: Measure, bound: float = 0) -> Goal:
    delay = {"within_min": 120} if measure == "part_prevenue" else {}
    wanted = "at_most" if LESS_IS_BETTER[measure] else "at_least"
    return Goal.model_validate({"measure": measure, wanted: bound, **delay})


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    school = generate(Aggregates(name="Essai (fictif)", kind="college", pupils=150, ips=85), 3)
    return prepare(school, Period(DAY, 2), 3)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, count in {"PAIRED": 14, "TRIPLED": 3, "SHOWN_SINGLES": 3, "SHOWN_SETS": 8, "SAMPLED": 20}.items():
        monkeypatch.setattr(searching, name, count)


def test_the_sample_has_every_profile_and_all_that_is_written_to_its_families(prepared: Prepared) -> None:
    part = of_families(prepared, spread(prepared, 20))
    chosen = np.unique(prepared.families[part.rows.pupil])
    assert 20 <= len(chosen) <= 30
    profiles, counts = np.unique(prepared.family_profile, return_counts=True)
    common = set(profiles[counts >= 4].tolist())
    assert common <= set(prepared.family_profile[chosen].tolist())
    for family in chosen[:5]:
        mine, whole = ((each.families[each.rows.pupil] == family).sum() for each in (part, prepared))
        assert mine == whole


def test_a_family_of_the_sample_lives_as_it_does_in_the_school(prepared: Prepared) -> None:
    policy = load_policy("equilibree")
    part, whole = (Figures(deliver(each, policy)) for each in (of_families(prepared, spread(prepared, 30)), prepared))
    chosen = np.unique(prepared.families[part.trace.prepared.rows.pupil])
    assert (part.left_out[chosen] == whole.left_out[chosen]).all()


@pytest.mark.parametrize("policy", ["equilibree", "tout_tout_de_suite", "papier_d_abord"])
def test_the_policy_as_it_is_reads_on_the_sample_as_in_the_school(prepared: Prepared, policy: str, few: None) -> None:
    search = Search(prepared, load_policy(policy), Aim(name="Tout", goals=tuple(map(goal_of, MEASURES))))
    assert written_to(search.sample) < written_to(prepared) / 2
    assert search.screen(()).goals == pytest.approx(search.start.goals)


def test_a_change_reads_on_the_sample_about_as_in_the_school(prepared: Prepared, few: None) -> None:
    start = load_policy("equilibree")
    search = Search(prepared, start, Aim(name="Tout", goals=tuple(map(goal_of, MEASURES))))
    raw, read = [], []
    for move in search.moves[::5]:
        whole, part = (
            Figures(deliver(each, move.apply(start))).of("travail_personnels") for each in (prepared, search.sample)
        )
        raw.append(abs(part - whole) / whole)
        read.append(abs(search.screen((move,)).goals[MEASURES.index("travail_personnels")] - whole) / whole)
    assert min(raw) > 0.5  # a total over fewer families
    assert max(read) < 0.2


def without_fallback(policy: Policy, *purposes: str) -> Policy:
    for purpose in purposes:
        policy = policy.with_purpose(purpose, fallback=None)  # type: ignore[arg-type]
    return policy


def test_an_aim_in_hours_that_a_known_pair_reaches_is_reached(prepared: Prepared, few: None) -> None:
    start = load_policy("equilibree")
    policies = (start, without_fallback(start, "devoirs", "notes"))
    before, after = (Figures(deliver(prepared, one)).of("travail_personnels") for one in policies)
    assert after < before / 2
    hours = Goal(measure="travail_personnels", at_most=after + (before - after) / 50)
    search = Search(prepared, start, Aim(name="Heures", goals=(hours,), keep=("ecriture", "canaux")))
    for _ in search.steps():
        pass
    assert search.result().best is not None


def test_an_aim_in_hours_that_only_a_sample_reaches_is_not_said_to_be_near(prepared: Prepared, few: None) -> None:
    """Half of what the school needs is far above what the families of the sample need alone."""
    start = load_policy("equilibree")
    hours = Figures(deliver(prepared, start)).of("travail_personnels")
    search = Search(prepared, start, Aim(name="Heures", goals=(Goal(measure="travail_personnels", at_most=hours / 2),)))
    assert Figures(deliver(search.sample, start)).of("travail_personnels") < hours / 2
    assert not search.screen(()).reaches


@given(st.sampled_from(MEASURES), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.floats(1, 20))
def test_what_is_read_for_all_is_a_value_of_the_measure(
    measure: Measure, value: float, whole: float, part: float, times: float
) -> None:
    found = of_all(measure, value, (whole, part), times)
    assert found >= 0
    assert measure not in SHARES or found <= 1


@pytest.mark.parametrize("measure", MEASURES)
def test_what_no_longer_happens_on_the_sample_no_longer_happens_at_all(measure: Measure) -> None:
    best, usual = (0.0, 0.25) if LESS_IS_BETTER[measure] else (1.0, 0.75)
    assert of_all(measure, best, (usual, usual), 8) == best


@pytest.mark.parametrize(
    ("value", "start", "expected"),
    [(2, (8, 4), 4), (0, (8, 4), 0), (2, (0, 0), 16), (0, (0, 0), 0), (0, (5, 0), 5)],
)
def test_hours_are_in_proportion_and_counted_by_family_where_there_were_none(
    value: float, start: tuple[float, float], expected: float
) -> None:
    assert of_all("travail_personnels", value, start, 8) == expected
