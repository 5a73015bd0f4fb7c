"""Changements d'heure, vacances, fériés : les cas de tests/cases/calendrier.yaml, par le moteur et par l'oracle."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
import yaml
from oracle.lives import live
from oracle.paris import Span, paris_of
from oracle.people import people_of
from oracle.tiny import family_of_one
from oracle.writing import Line, Message

from liaison.messaging.delivery.simulate import Period, deliver
from liaison.messaging.policy.policy import HeldHours, Policy, PurposeSettings
from liaison.messaging.traffic.columns import take
from liaison.messaging.traffic.hypotheses import SimulationHypotheses, load_hypotheses, with_values
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.traffic.traffic import PURPOSE_CODE
from liaison.messaging.vocabulary import AUDIENCES, DAYS, PURPOSES
from liaison.school.vocabulary import Zone

PARIS = ZoneInfo("Europe/Paris")
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/calendrier.yaml").read_text(encoding="utf-8"))
NIGHTS = dict.fromkeys(DAYS, ("00:00-07:00", "20:00-24:00"))
WITH_WEEKENDS = {**NIGHTS, "samedi": ("00:00-24:00",), "dimanche": ("00:00-24:00",)}
QUIET = {
    "rien": HeldHours(),
    "nuits": HeldHours(week=NIGHTS),
    "nuits_fins": HeldHours(week=WITH_WEEKENDS),
    "vacances": HeldHours(week=NIGHTS, school_holidays=True),
    "feries": HeldHours(week=WITH_WEEKENDS, public_holidays=True),
}
WAYS: dict[str, tuple[str, str, dict[str, str]]] = {
    "ent": ("ent", "immediat", {}),
    "ent_18h": ("ent", "quotidien", {"daily_at": "18:00"}),
    "ent_2h30": ("ent", "quotidien", {"daily_at": "02:30"}),
    "ent_vendredi": ("ent", "hebdomadaire", {"weekly_on": "vendredi", "weekly_at": "17:00"}),
    "carnet": ("carnet", "immediat", {}),
    "telephone": ("telephone", "immediat", {}),
    "sms": ("sms", "immediat", {}),
}
# The first call is answered, nothing is lost, paper is read as it leaves, a bell is answered at once.
LUCKY = {
    "reacts": 0.01,
    "delay": 0.999,
    "paper": 0.99,
    "evening": 0.5,
    "home": 0.01,
    "call": 0.6,
    "understands": 0.01,
}
SURE = {"paper": {"lu_le_soir_meme": {"college": 1.0}}, "moments": {"papier": {"des_min": 0, "avant_min": 0}}}


def moment(text: str) -> dt.datetime:
    """A moment of Paris: "2026-10-25 02:31", with "+02" or "+01" where an hour comes twice."""
    local, _, offset = text.partition(" +")
    naive = dt.datetime.fromisoformat(local)
    aware = naive.replace(tzinfo=PARIS)
    if offset and aware.utcoffset() != dt.timedelta(hours=int(offset)):
        aware = naive.replace(tzinfo=PARIS, fold=1)
    assert not offset or aware.utcoffset() == dt.timedelta(hours=int(offset)), f"{text} n'existe pas"
    return aware.astimezone(dt.UTC)


def span_of(written: dt.datetime) -> Span:
    """Two weeks that begin nine days before: the period begins on another weekday, and has class days."""
    return Span(written.astimezone(PARIS).date() - dt.timedelta(days=9), 2)


def policy_of(way: str, quiet: str) -> Policy:
    channel, rhythm, digests = WAYS[way]
    purposes = {purpose: PurposeSettings(channels=(channel,), rhythm=rhythm) for purpose in PURPOSES}
    return Policy(name="cas", purposes=purposes, quiet=dict.fromkeys(AUDIENCES, QUIET[quiet]), digests=digests)


@cache
def hypotheses() -> SimulationHypotheses:
    return with_values(load_hypotheses(dt.date(2026, 9, 1)), SURE)


@cache
def prepared_for(zone: Zone, span: Span) -> Prepared:
    often = with_values(hypotheses(), {"traffic": {"mot": {"par_semaine": {"college": 5.0}}}})
    return prepare(family_of_one(zone), Period(span.start, span.weeks), 1, often)


def by_engine(case: dict[str, Any]) -> dt.datetime:
    """When one message written at that moment arrives, by the engine."""
    written = moment(case["ecrit"])
    span = span_of(written)
    usual = prepared_for(case.get("zone", "B"), span)
    row = np.flatnonzero((usual.purpose == PURPOSE_CODE["mot"]) & (usual.kind == 0))[:1]
    message = usual.rows.message[row[0]]
    start = dt.datetime.combine(span.start, dt.time(), PARIS).astimezone(dt.UTC)
    created = usual.messages.created.copy()
    created[message] = (written - start) // dt.timedelta(minutes=1)
    draws = {name: np.full(1, value, dtype=np.float32) for name, value in LUCKY.items()}
    alone = replace(
        usual,
        messages=replace(usual.messages, created=created),
        rows=take(usual.rows, row),
        draws=replace(usual.draws, **draws),
    )
    table = deliver(alone, policy_of(case["voie"], case["calme"])).table()
    found: Any = table.loc[0, "notified_at" if case["voie"].startswith("ent") else "seen_at"]
    when: dt.datetime = found.to_pydatetime().astimezone(dt.UTC)
    return when


def by_oracle(case: dict[str, Any]) -> dt.datetime | None:
    """The same, by the oracle."""
    written = moment(case["ecrit"])
    span, school = span_of(written), family_of_one(case.get("zone", "B"))
    paris = paris_of(span, school.zone, school.kind, hypotheses().hours.bureau)
    people = people_of(school, paris, hypotheses(), 1)
    created = int((written - paris.zero).total_seconds() // 60)
    line = Line(Message(1, "mot", ("E1",), paris.day(created), created, 10**6), "E1", "R1", 1, 1.0, dict(LUCKY))
    (delivery,) = live([line], people, paris, policy_of(case["voie"], case["calme"]), hypotheses(), school.kind)
    found = paris.stamp(delivery.notified if case["voie"].startswith("ent") else delivery.seen)
    return found and found.astimezone(dt.UTC)


@pytest.mark.parametrize("case", CASES, ids=[re.sub(r"\W+", "_", f"{one['ecrit']} {one['cas']}") for one in CASES])
def test_a_message_arrives_when_the_case_says(case: dict[str, Any]) -> None:
    expected = moment(case["arrive"])
    assert (by_engine(case), by_oracle(case)) == (expected, expected)


def test_the_cases_hold_every_edge() -> None:
    texts = {one["ecrit"][:10] for one in CASES}
    for edge in ("2026-03-28", "2026-10-25", "2027-03-27", "2027-10-31", "2026-10-16", "2027-02-05", "2027-05-14"):
        assert edge in texts
    assert {one.get("zone", "B") for one in CASES} == {"A", "B", "C"}
    assert {one["voie"] for one in CASES} == set(WAYS)
    assert {one["calme"] for one in CASES} == set(QUIET)
