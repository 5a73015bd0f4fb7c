"""Le moteur et l'oracle écrit événement par événement disent la même chose, ligne à ligne."""

from __future__ import annotations

import ast
import datetime as dt
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from oracle import COLUMNS, Span, oracle_table
from oracle.tiny import other_hypotheses, tiny_school

from liaison.messaging.delivery.simulate import Period, simulate
from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from liaison.messaging.traffic.hypotheses import SimulationHypotheses, load_hypotheses
from liaison.school.fictitious.aggregates import load_preset
from liaison.school.fictitious.generator import generate
from liaison.school.tables import School
from strategies import policies

MOMENTS = ("created_at", "released_at", "notified_at", "seen_at", "useful_until")
SHARED = {
    "liaison.messaging.traffic.draws",
    "liaison.messaging.traffic.hypotheses",
    "liaison.messaging.policy.policy",
    "liaison.messaging.vocabulary",
    "liaison.school.calendar",
    "liaison.school.tables",
    "liaison.school.vocabulary",
}
# Both clock changes of 2026 and 2027, the last days before holidays, public holidays, the end of the year.
SPANS = (
    Span(dt.date(2026, 10, 12), 3),
    Span(dt.date(2027, 3, 15), 3),
    Span(dt.date(2027, 10, 18), 3),
    Span(dt.date(2027, 5, 3), 2),
    Span(dt.date(2026, 12, 9), 2),
    Span(dt.date(2027, 6, 28), 1),
    Span(dt.date(2026, 9, 1), 1),
)


def compared(school: School, policy: Policy, span: Span, seed: int, hypotheses: SimulationHypotheses) -> pd.DataFrame:
    """Return the oracle's trace once the engine's has been found equal to it, row by row."""
    engine = simulate(school, policy, Period(span.start, span.weeks), seed, hypotheses).table()
    oracle = oracle_table(school, policy, span, seed, hypotheses)
    assert list(engine.columns) == COLUMNS
    pd.testing.assert_frame_equal(_plain(engine), _plain(oracle))
    return oracle


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """The same table in plain types: moments in UTC, words as text."""
    plain = table.copy()
    for column in plain.columns:
        if column in MOMENTS:
            plain[column] = pd.to_datetime(plain[column], utc=True).astype("datetime64[ns, UTC]")
        elif column == "message_id":
            plain[column] = plain[column].astype("uint64")
        else:
            plain[column] = plain[column].astype(object)
    return plain


@cache
def small_school(name: str, zone: str) -> School:
    described = load_preset(name).changed(zone=zone, pupils=32, classes=2, pupils_by_level=None, classes_by_level=None)
    return generate(described, seed=3)


@pytest.mark.parametrize("name", preset_names())
@pytest.mark.parametrize(
    ("school", "zone", "span"),
    [("ecole_6_classes", "B", SPANS[0]), ("college_rep_plus", "C", SPANS[1]), ("lp", "A", SPANS[2])],
    ids=["automne", "printemps", "2027"],
)
def test_a_preset_gives_the_trace_of_the_oracle(name: str, school: str, zone: str, span: Span) -> None:
    trace = compared(small_school(school, zone), load_policy(name), span, 5, load_hypotheses(span.start))
    assert len(trace) > 150
    assert trace["informed"].nunique() == 2


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking would take minutes, and the seed is said
)
@given(policy=policies(), span=st.sampled_from(SPANS), seed=st.integers(0, 10**6))
def test_a_tiny_school_under_any_policy_gives_the_trace_of_the_oracle(policy: Policy, span: Span, seed: int) -> None:
    hypotheses = load_hypotheses(span.start)
    if seed % 3:
        hypotheses = other_hypotheses(hypotheses, seed)
    compared(tiny_school(seed), policy, span, seed, hypotheses)


def test_the_oracle_takes_nothing_from_the_engine() -> None:
    files = sorted((Path(__file__).parents[1] / "oracle").glob("*.py"))
    imported = {
        node.module
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    assert len(files) >= 5
    assert {name for name in imported if name.startswith("liaison")} == SHARED
