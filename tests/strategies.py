"""Hypothesis strategies that the tests share: `from strategies import policies` draws any valid policy."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from liaison.messaging.policy.policy import HALF_HOURS, Digests, HeldHours, MarksSettings, Policy, PurposeSettings
from liaison.messaging.vocabulary import DAYS, PURPOSES, Audience, Channel, Recipients, Rhythm
from liaison.school.vocabulary import Reach, Writer

# What schools really set, drawn more often than chance would: most of the edges are there.
USUAL_DAYS = ((), ("20:00-24:00",), ("00:00-07:00",), ("00:00-07:00", "20:00-24:00"), ("00:00-24:00",))
WRITERS = get_args(Writer)


def clock(minute: int) -> str:
    """Return "HH:MM" for minutes since midnight (1440 is "24:00")."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _range(bounds: tuple[int, int]) -> str:
    first, last = min(bounds), max(bounds)
    return f"{clock(first * 30)}-{clock((last + (first == last)) * 30)}"


def _grid(reaches: list[str]) -> dict[str, dict[str, str]]:
    rows = [reaches[start : start + len(WRITERS)] for start in range(0, len(reaches), len(WRITERS))]
    return {writer: dict(zip(WRITERS, row, strict=True)) for writer, row in zip(WRITERS, rows, strict=True)}


# The strategies are built once: pydantic signatures are slow to read again at each example.
clocks = st.integers(0, 24 * 60 - 1).map(clock)
# Ranges of one day may be apart, touch or overlap: all are valid.
_bound = st.integers(0, HALF_HOURS - 1)
half_hour_ranges = st.lists(st.tuples(_bound, _bound).map(_range), max_size=3).map(tuple)
held_weeks: st.SearchStrategy[dict[str, Any]] = st.just({}) | st.dictionaries(
    st.sampled_from(DAYS), st.sampled_from(USUAL_DAYS) | half_hour_ranges
)
held_hours = st.builds(
    HeldHours,
    week=held_weeks,
    school_holidays=st.booleans(),
    public_holidays=st.booleans(),
    passes=st.just(("urgence", "absence")) | st.lists(st.sampled_from(list(PURPOSES)), unique=True).map(tuple),
)
purpose_settings = st.builds(
    PurposeSettings,
    channels=st.lists(st.sampled_from(get_args(Channel)), min_size=1, max_size=3, unique=True).map(tuple),
    fallback=st.sampled_from((None, "carnet", "affichage", "telephone")),
    rhythm=st.sampled_from(get_args(Rhythm)),
    recipients=st.sampled_from(get_args(Recipients)),
)
writing_grids = st.lists(st.sampled_from(get_args(Reach)), min_size=len(WRITERS) ** 2, max_size=len(WRITERS) ** 2).map(
    _grid
)
_fields: dict[str, st.SearchStrategy[Any]] = {
    "name": st.text(max_size=12),
    "description": st.text(max_size=12),
    "purposes": st.fixed_dictionaries(dict.fromkeys(PURPOSES, purpose_settings)),
    "suspended": st.fixed_dictionaries(dict.fromkeys(get_args(Audience), held_hours)),
    "quiet": st.fixed_dictionaries(dict.fromkeys(get_args(Audience), held_hours)),
    "marks": st.builds(
        MarksSettings,
        pupils_after_days=st.integers(0, 30),
        parents_after_pupils_days=st.integers(0, 30),
        published_at=st.none() | clocks,
    ),
    "digests": st.builds(Digests, daily_at=clocks, weekly_on=st.sampled_from(DAYS), weekly_at=clocks),
    "homework_by": st.none() | clocks,
    "writing": writing_grids,
    "reply_within_hours": st.none() | st.integers(1, 24 * 14),
    "recall_minutes": st.integers(0, 24 * 60),
    "languages": st.lists(st.sampled_from(["fr", "ar", "tr", "pt", "uk"]), min_size=1, unique=True).map(tuple),
}
_policies = st.builds(Policy, **_fields)


def policies() -> st.SearchStrategy[Policy]:
    """Return the strategy of any valid policy (about 250 draws: 50 to 100 examples are plenty in one test)."""
    return _policies
