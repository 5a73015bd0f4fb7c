"""Chaque famille est dans un état et à une place ; ce que dit l'image est ce que disent les indicateurs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.policy import load_policy, preset_names
from liaison.messaging.reading.family_states import (
    GROUPINGS,
    LATE_FROM,
    RINGS_A_WEEK,
    STATES,
    FamilyTotals,
    Grouping,
    family_places,
    family_states,
    states_of,
)
from liaison.messaging.reading.indicators import indicators
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.vocabulary import EVENING, PROFILE_LABELS
from liaison.school.fictitious.generator import school_from
from liaison.school.kinship import families_of

OUT = STATES.index("de_cote")


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return prepare(school_from("ecole_6_classes", 3), Period(dt.date(2026, 9, 7), 6), 3)


def by_hand(trace: Trace) -> dict[int, tuple[str, bool]]:
    """The state of each family, from the table that a trace shows, message by message."""
    table = trace.table()
    table = table[table["recipient_kind"] == "responsables"]
    family_of = families_of(trace.prepared.school)
    rings = table[table["notified_at"].notna()]
    hour = rings["notified_at"].dt.hour
    evening = rings[(hour >= EVENING[0]) | (hour < EVENING[1])].groupby(rings["pupil"].map(family_of)).size()
    weeks = len(trace.prepared.timing.class_weeks)
    told = {}
    for family, own in table.groupby(table["pupil"].map(family_of)):
        written = informed = late = 0
        for _, deliveries in own.groupby("message_id"):
            in_time = (deliveries["seen_at"] <= deliveries["useful_until"]).any()
            written += 1
            informed += bool(deliveries["informed"].any())
            late += bool(deliveries["seen_at"].notna().any() and not in_time)
        state = "de_cote" if informed * 2 < written else "en_retard" if late / written >= LATE_FROM else "a_temps"
        told[int(family)] = (state, int(evening.get(family, 0)) >= RINGS_A_WEEK * weeks)
    return told


@pytest.mark.parametrize(("preset", "kinds"), [("equilibree", 2), ("tout_tout_de_suite", 4)])
def test_the_state_of_each_family_is_what_its_messages_say_one_by_one(
    prepared: Prepared, preset: str, kinds: int
) -> None:
    trace = deliver(prepared, load_policy(preset))
    found = family_states(trace)
    expected = by_hand(trace)
    assert len(expected) == len(found.state)
    states = {number: (STATES[found.state[number]], bool(found.disturbed[number])) for number in expected}
    assert states == expected
    assert len(set(expected.values())) >= kinds


@pytest.mark.parametrize("preset", preset_names())
def test_who_is_left_out_is_who_the_indicators_say(prepared: Prepared, preset: str) -> None:
    trace = deliver(prepared, load_policy(preset))
    found, said = family_states(trace), indicators(trace)
    assert tuple(np.flatnonzero(found.state == OUT).tolist()) == said.left_out_families
    assert (int(found.written.sum()), int(found.informed.sum())) == (said.reach.messages, said.reach.informed)
    assert sum(found.counts().values()) == said.families
    assert (found.informed + found.late <= found.written).all()


def test_a_family_is_late_from_one_message_in_five(prepared: Prepared) -> None:
    found = family_states(deliver(prepared, load_policy("equilibree")))
    share = found.late / found.written
    for state, late in zip(found.state, share, strict=True):
        if state != OUT:
            assert (STATES[state] == "en_retard") == (late >= LATE_FROM)


def test_nothing_written_leaves_nobody_out(prepared: Prepared) -> None:
    trace = deliver(prepared, load_policy("equilibree"))
    nothing = np.zeros(0, dtype=np.int64)
    columns = ("row", "channel", "fallback", "released", "notified", "seen", "informed", "reason")
    empty = replace(trace, **{name: getattr(trace, name)[nothing] for name in columns})
    quiet = family_states(empty)
    assert not quiet.disturbed.any()
    assert not quiet.late.any()


@given(seed=st.integers(0, 400), by=st.sampled_from(GROUPINGS))
@settings(max_examples=15)
def test_every_family_has_one_place_and_every_place_a_name_of_the_school(seed: int, by: Grouping) -> None:
    school = school_from("ecole_6_classes", seed)
    here = prepare(school, Period(dt.date(2026, 9, 7), 1), seed)
    found = family_places(here, by)
    levels, classes = list(school.classes["niveau"]), list(school.classes["id"])
    known = {"niveau": levels, "classe": classes, "profil": list(PROFILE_LABELS.values())}
    assert len(found.group) == here.families.max() + 1
    assert found.group.min() >= 0
    assert found.group.max() < len(found.labels)
    assert [label for label in dict.fromkeys(known[by]) if label in found.labels] == list(found.labels)


def test_a_family_stands_in_the_class_of_its_first_pupil(prepared: Prepared) -> None:
    found, school = family_places(prepared, "classe"), prepared.school
    first: dict[int, str] = {}
    for pupil, family in families_of(school).items():
        first.setdefault(int(family), str(pupil))
    classes = set(school.classes["id"])
    rows = zip(school.memberships["personne"], school.memberships["groupe"], strict=True)
    of = {person: group for person, group in rows if group in classes}
    assert {family: found.labels[found.group[family]] for family in first} == {
        family: of[pupil] for family, pupil in first.items()
    }


def test_a_family_is_disturbed_from_one_ring_by_week_of_class_the_first_week_counted_too(prepared: Prepared) -> None:
    assert len(prepared.timing.class_weeks) == 6
    families = int(prepared.families.max()) + 1
    nothing = np.zeros(families, dtype=np.int64)
    rings = np.where(np.arange(families) == 1, 6, 5) * RINGS_A_WEEK
    disturbed = states_of(FamilyTotals(nothing, nothing, nothing, rings), prepared).disturbed
    assert np.flatnonzero(disturbed).tolist() == [1]
