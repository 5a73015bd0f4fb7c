"""Les indicateurs se recomptent sur la table d'une trace ; la semaine d'une famille dit la même chose qu'elle."""

import datetime as dt
import re
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from liaison.messaging.delivery.simulate import Period, Trace, deliver
from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from liaison.messaging.reading.indicators import LEFT_OUT_BELOW, Indicators, indicators
from liaison.messaging.reading.story import tell, typical_adult
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.traffic.traffic import STAFF
from liaison.messaging.vocabulary import PROFILES
from liaison.school.fictitious.generator import school_from
from strategies import policies


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return prepare(school_from("ecole_6_classes", 4), Period(dt.date(2026, 11, 2), 4), seed=2)


def families(trace: Trace) -> dict[str, int]:
    """The family of each pupil, found by following links one by one."""
    parents: dict[str, set[str]] = {}
    row: Any
    for row in trace.prepared.school.links.itertuples():
        parents.setdefault(row.eleve, set()).add(row.responsable)
    number: dict[str, int] = {}
    for pupil, adults in parents.items():
        tied = [other for other, others in parents.items() if others & adults]
        number[pupil] = min([number[other] for other in tied if other in number], default=len(number))
    return number


def to_parents(trace: Trace) -> pd.DataFrame:
    table = trace.table()
    table = table[table["recipient_kind"] == "responsables"]
    return table.assign(family=table["pupil"].map(families(trace)))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(policy=policies())
def test_counts_are_those_of_the_table(prepared: Prepared, policy: Policy) -> None:
    trace = deliver(prepared, policy)
    found, table = indicators(trace), to_parents(trace)
    cases = table.groupby(["message_id", "family"])["informed"].any()
    assert found.reach.messages == len(cases)
    assert found.reach.informed == int(cases.sum())
    share = cases.groupby("family").mean()
    assert len(found.left_out_families) == int((share < LEFT_OUT_BELOW).sum())
    assert sum(one.families for one in found.left_out) == len(found.left_out_families)
    assert sum(one.messages for one in found.by_purpose) == found.reach.messages
    assert sum(one.informed for one in found.by_profile) == found.reach.informed
    assert sum(one.left_out for one in found.by_profile) == len(found.left_out_families)
    rung = table["notified_at"].dropna()
    assert found.load.total == len(rung)
    assert found.load.evening == int(((rung.dt.hour >= 20) | (rung.dt.hour < 7)).sum())
    assert found.load.weekend == int((rung.dt.day_of_week >= 5).sum())
    assert sum(map(sum, found.load.by_hour)) == len(rung)


def test_duplicates_are_the_copies_beyond_the_first(prepared: Prepared) -> None:
    policy = load_policy("circulaire_2025")
    assert indicators(deliver(prepared, policy)).duplicates == 0
    doubled = policy.with_purpose("cantine", channels=("ent", "courriel"))
    trace = deliver(prepared, doubled)
    table = trace.table()
    received = table[(table["purpose"] == "cantine") & ~table["fallback"]]
    assert indicators(trace).duplicates == int(received.duplicated(["message_id", "recipient"]).sum()) > 0


def test_time_to_inform_runs_from_writing_to_the_first_adult_who_knows(prepared: Prepared) -> None:
    trace = deliver(prepared, load_policy("equilibree"))
    table = to_parents(trace)
    mots = table[(table["purpose"] == "mot") & table["informed"]]
    delay = (mots["seen_at"] - mots["created_at"]).dt.total_seconds() / 60
    first = delay.groupby([mots["message_id"], mots["family"]]).min()
    found = next(one for one in indicators(trace).by_purpose if one.purpose == "mot")
    assert found.median_min == pytest.approx(first.median(), abs=1)


def test_the_nights_of_staff_are_counted_apart_as_a_ring_held_back_till_morning_is_still_out_of_office_hours(
    prepared: Prepared,
) -> None:
    """What the two counts tell of a suspension, recounted ring by ring on the clock of the wall."""

    def nights(name: str) -> tuple[int, int]:
        trace = deliver(prepared, load_policy(name))
        rings = trace.notified[(prepared.kind[trace.row] == STAFF) & (trace.notified < NEVER)]
        at_night = sum(not 7 <= ring.hour < 20 for ring in prepared.clock.timestamps(rings))
        found = indicators(trace).staff
        assert found.notified_at_night == at_night
        return found.notified_at_night, found.notified_out_of_hours

    (free, free_out), (suspended, suspended_out) = nights("tout_tout_de_suite"), nights("circulaire_2025")
    assert free > 0 == suspended
    assert suspended_out > free_out - free


def test_a_promise_is_counted_only_when_there_is_one(prepared: Prepared) -> None:
    none = indicators(deliver(prepared, load_policy("equilibree").changed(reply_within_hours=None))).staff
    long = indicators(deliver(prepared, load_policy("equilibree").changed(reply_within_hours=336))).staff
    short = indicators(deliver(prepared, load_policy("equilibree").changed(reply_within_hours=1))).staff
    assert none.replies_owed == long.replies_owed == short.replies_owed > 0
    assert none.replies_in_time == 0
    assert short.replies_in_time < long.replies_in_time <= long.replies_owed


def test_a_reply_is_counted_at_the_first_office_hour_after_the_question_is_read(prepared: Prepared) -> None:
    """What the screen says that the count supposes, looked for here half-hour by half-hour in a calendar."""
    trace = deliver(prepared, load_policy("equilibree"))
    calendar = prepared.clock.calendar
    holidays = {day.date() for day in calendar.index[calendar["public_holiday"]]}
    spans = [one.split("-") for one in prepared.hypotheses.hours.bureau]
    kept = 0
    asked = np.flatnonzero((prepared.kind[trace.row] == STAFF) & (trace.seen < NEVER))
    for delivery in asked:
        written = prepared.clock.timestamps(trace.written[prepared.rows.message[trace.row[[delivery]]]])[0]
        answered = prepared.clock.timestamps(trace.seen[[delivery]])[0]
        while (
            answered.weekday() > 4
            or answered.date() in holidays
            or not any(first <= f"{answered:%H:%M}" < last for first, last in spans)
        ):
            answered = answered.floor("30min") + pd.Timedelta(minutes=30)
        kept += answered - written <= pd.Timedelta(hours=48)
    assert 0 < kept == indicators(trace).staff.replies_in_time < len(asked)


@pytest.mark.parametrize("name", preset_names())
def test_indicators_of_a_preset_survive_json(prepared: Prepared, name: str) -> None:
    found = indicators(deliver(prepared, load_policy(name)))
    assert Indicators.model_validate_json(found.model_dump_json()) == found


def test_a_week_tells_every_message_of_that_week_and_no_other(prepared: Prepared) -> None:
    trace = deliver(prepared, load_policy("circulaire_2025"))
    adult = next(found for name in PROFILES if (found := typical_adult(prepared, name)) is not None)
    table = trace.table()
    mine = table[table["recipient"] == prepared.people.ids[adult]]
    start = pd.Timestamp(prepared.period.start, tz="Europe/Paris")
    told = 0
    for week in range(prepared.period.weeks):
        story = tell(trace, adult, week)
        days = pd.Timedelta(days=7)
        written = mine["created_at"].between(start + week * days, start + (week + 1) * days, inclusive="left")
        # What a former message does this week, it rings or is read, is in no tone.
        events = [event for day in story.days for event in day.events if event.tone != "neutre"]
        assert len(events) == int(written.sum())
        good = int(mine.loc[written, "informed"].sum())
        assert sum(event.tone == "bon" for event in events) == good
        assert re.search(rf"\b{good} lus? à temps sur {len(events)}\b", story.summary.replace("\u00a0", " "))
        told += len(events)
    assert told == len(mine) > 0


def test_nobody_is_told_of_a_profile_that_the_school_does_not_have(prepared: Prepared) -> None:
    present = {PROFILES[code] for code in prepared.people.profile[prepared.people.kind == 0]}
    for name in PROFILES:
        assert (typical_adult(prepared, name) is not None) == (name in present)
