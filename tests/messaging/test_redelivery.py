"""Seuls les messages qu'une politique touche sont livrés de nouveau : le reste, et le compte, est au message près."""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.messaging.delivery import sending
from liaison.messaging.delivery.redelivery import Changed, Redelivery
from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.moves import moves
from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from liaison.messaging.reading.school_counts import SchoolCounts, SchoolReplay, counts_of
from liaison.messaging.reading.uncertainty import another_draw
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.columns import take
from liaison.messaging.traffic.hypotheses import load_hypotheses, with_values
from liaison.messaging.traffic.prepared import Batches, Prepared, prepare
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate
from liaison.school.vocabulary import SchoolKind
from strategies import policies

DAY = dt.date(2026, 11, 2)
COLUMNS = ("channel", "fallback", "released", "notified", "seen", "informed", "reason")


@cache
def prepared_for(kind: SchoolKind) -> Prepared:
    school = generate(Aggregates(name="Essai (fictif)", kind=kind, pupils=90, ips=80), 3)
    # People who tire at once: what rings more anywhere has them open less everywhere.
    tired = {"fatigue": {"seuil_par_semaine": 1, "baisse": 0.1}}
    return prepare(school, Period(DAY, 3), 3, with_values(load_hypotheses(DAY), tired))


def deliveries(trace: Trace) -> dict[tuple[int, int], list[tuple[object, ...]]]:
    """What becomes of each message for each recipient, on each of its channels, in their order."""
    rows = trace.prepared.rows
    columns = (getattr(trace, name).tolist() for name in COLUMNS)
    by_row: dict[tuple[int, int], list[tuple[object, ...]]] = {}
    for row, *delivery in zip(trace.row.tolist(), *columns, strict=True):
        by_row.setdefault((int(rows.message[row]), int(rows.recipient[row])), []).append(tuple(delivery))
    return {row: sorted(some) for row, some in by_row.items()}


def numbers(counts: SchoolCounts) -> list[object]:
    parts = (counts.families, counts.purposes, counts.tasks)
    return [counts.rings, *(np.asarray(value).tolist() for part in parts for value in vars(part).values())]


def changed_by(trace: Trace, policy: Policy) -> Changed | None:
    redelivery = Redelivery(trace)
    return redelivery.changed(redelivery.touched(policy))


def delivers_the_same(trace: Trace, policy: Policy) -> None:
    """What is delivered again is as it would be, and what is not, is as it was."""
    whole, former = deliveries(deliver(trace.prepared, policy)), deliveries(trace)
    changed = changed_by(trace, policy)
    before, after = ({}, {}) if changed is None else map(deliveries, changed)
    assert after == {row: whole[row] for row in whole if row in after}
    assert before == {row: former[row] for row in former if row in before}
    apart = after.keys() | before.keys()
    assert {row: own for row, own in former.items() if row not in apart} == {
        row: own for row, own in whole.items() if row not in apart
    }


@settings(max_examples=25)
@given(kind=st.sampled_from(("ecole", "college")), policy=policies(), other=policies())
def test_what_any_policy_makes_of_a_school_is_what_delivering_everything_would(
    kind: SchoolKind, policy: Policy, other: Policy
) -> None:
    trace = deliver(prepared_for(kind), policy)
    delivers_the_same(trace, other)
    assert numbers(SchoolReplay(trace).counts(other)) == numbers(counts_of(deliver(trace.prepared, other)))


@pytest.mark.parametrize("kind", ["ecole", "college"])
@pytest.mark.parametrize("name", preset_names())
def test_each_single_change_of_a_preset_counts_as_if_everything_were_delivered_again(
    name: str, kind: SchoolKind
) -> None:
    trace = deliver(prepared_for(kind), load_policy(name))
    replay = SchoolReplay(trace)
    for move in moves(trace.policy, trace.prepared.people.languages):
        policy = move.apply(trace.policy)
        assert numbers(replay.counts(policy)) == numbers(counts_of(deliver(trace.prepared, policy))), move.label


def test_what_rings_more_has_other_messages_opened_less_and_these_are_delivered_again() -> None:
    """Without it, a channel more would seem to cost nobody's attention."""
    trace = deliver(prepared_for("college"), load_policy("tout_tout_de_suite"))
    policy = trace.policy.with_purpose("circulaire", channels=("ent", "sms", "courriel"), rhythm="immediat")
    changed = changed_by(trace, policy)
    assert changed is not None
    assert len(np.unique(changed.after.prepared.purpose)) > 1
    delivers_the_same(trace, policy)


def test_what_changes_nothing_has_nothing_delivered_again() -> None:
    trace = deliver(prepared_for("ecole"), load_policy("equilibree"))
    assert changed_by(trace, trace.policy.changed(name="Un autre nom")) is None


def test_few_messages_are_delivered_again_for_a_change_that_touches_few() -> None:
    trace = deliver(prepared_for("college"), load_policy("circulaire_2025"))
    changed = changed_by(trace, trace.policy.with_purpose("sanction", fallback="telephone"))
    assert changed is not None
    assert 0 < len(changed.after.prepared.rows.message) < len(trace.prepared.rows.message) / 20


def test_only_the_batches_of_what_a_policy_sets_otherwise_are_decided_again(monkeypatch: pytest.MonkeyPatch) -> None:
    trace = deliver(prepared_for("college"), load_policy("circulaire_2025"))
    redelivery, every = Redelivery(trace), len(trace.prepared.batches.message)
    decided: list[int] = []

    def counted(batches: Batches, which: np.ndarray) -> Batches:
        decided.append(len(which))
        return take(batches, which)

    monkeypatch.setattr(sending, "take", counted)
    redelivery.touched(trace.policy.with_purpose("sanction", fallback="telephone"))
    assert 0 < decided.pop() < every / 20
    redelivery.touched(trace.policy.changed(languages=("fr", "ar")))
    assert not decided
    redelivery.touched(load_policy("papier_d_abord"))
    assert decided == [every]


def test_another_draw_is_what_preparing_the_school_on_it_gives() -> None:
    prepared = prepared_for("college")
    drawn = another_draw(prepared, 4)
    fresh = prepare(prepared.school, prepared.period, prepared.seed + 4, prepared.hypotheses)
    policy = load_policy("equilibree")
    assert drawn.seed == fresh.seed
    assert deliveries(deliver(drawn, policy)) == deliveries(deliver(fresh, policy))
    assert deliveries(deliver(drawn, policy)) != deliveries(deliver(prepared, policy))


def test_what_two_changes_share_is_counted_once_and_their_sum_is_as_if_everything_were_delivered_again() -> None:
    trace = deliver(prepared_for("college"), load_policy("circulaire_2025"))
    replay, singles = SchoolReplay(trace), moves(trace.policy, trace.prepared.people.languages)
    chosen = [
        next(move for move in singles if move.setting == setting)
        for setting in ("langues", "devoirs.repli", "notes.repli", "absence.canaux", "devoirs.rythme")
    ]
    for pair in combinations(chosen, 2):
        policy = pair[1].apply(pair[0].apply(trace.policy))
        labels = [move.label for move in pair]
        assert numbers(replay.counts(policy)) == numbers(counts_of(deliver(trace.prepared, policy))), labels
