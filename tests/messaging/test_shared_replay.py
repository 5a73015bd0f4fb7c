"""Leviers et cartes comptent une même politique une fois, même cherchés ensemble, et livrent peu de messages."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from liaison.messaging.delivery import redelivery
from liaison.messaging.delivery.redelivery import Redelivery, Touched
from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.reading.school_counts import SchoolReplay
from liaison.messaging.search import first_changes as searching
from liaison.messaging.search import single_changes
from liaison.messaging.search.first_changes import FirstChange, first_changes
from liaison.messaging.search.levers import Lever, levers
from liaison.messaging.search.one_family import one_change
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate

DAY = dt.date(2026, 11, 2)
DRAWS = 3


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A small search, whose threads change places often."""
    for name, count in {"PAIRED": 5, "TRIPLED": 4, "CHANCE_DRAWS": DRAWS}.items():
        monkeypatch.setattr(searching, name, count)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)
    yield
    sys.setswitchinterval(usual)


def trial(policy: str) -> Trace:
    school = generate(Aggregates(name="Essai (fictif)", kind="college", pupils=200, ips=85), 3)
    return deliver(prepare(school, Period(DAY, 2), 3), load_policy(policy))


def lever_words(found: tuple[Lever, ...]) -> list[tuple[object, ...]]:
    return [(lever.move.label, lever.better, lever.worse, lever.exchanged, lever.out, lever.work) for lever in found]


def card_words(found: tuple[FirstChange, ...]) -> list[tuple[object, ...]]:
    return [(card.policy, card.before, card.after, card.remarks) for card in found]


def test_each_single_change_is_judged_once_for_levers_cards_and_a_family_and_again_for_another_policy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times: Counter[str] = Counter()
    usual = single_changes.finding_codes

    def codes(policy: Policy, *rest: Any) -> frozenset[str]:
        times[policy.model_dump_json()] += 1
        return usual(policy, *rest)

    monkeypatch.setattr(single_changes, "finding_codes", codes)
    trace = trial("circulaire_2025")
    levers(trace, DAY)
    first_changes(trace, DAY)
    one_change(trace, 0, DAY)
    assert len(times) > 100
    assert set(times.values()) == {1}
    other = deliver(trace.prepared, trace.policy.with_purpose("devoirs", fallback="telephone"))
    before = {*times}
    levers(other, DAY)
    assert {*times} - before


def test_levers_and_cards_looked_for_at_once_share_what_they_count_and_are_what_they_are_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = trial("tout_tout_de_suite")
    expected = lever_words(levers(alone, DAY)), card_words(first_changes(alone, DAY).cards)
    times: Counter[tuple[int, str]] = Counter()
    usual = Redelivery.touched

    def touched(again: Redelivery, policy: Policy) -> Touched:
        times[id(again), policy.model_dump_json(exclude={"name", "description"})] += 1
        return usual(again, policy)

    monkeypatch.setattr(Redelivery, "touched", touched)
    made: list[SchoolReplay] = []
    make = SchoolReplay.__init__

    def making(replay: SchoolReplay, trace: Trace) -> None:
        made.append(replay)
        make(replay, trace)

    monkeypatch.setattr(SchoolReplay, "__init__", making)
    trace, start = trial("tout_tout_de_suite"), Barrier(2)

    def lever_search() -> object:
        start.wait()
        return lever_words(levers(trace, DAY))

    def card_search() -> object:
        start.wait()
        return card_words(first_changes(trace, DAY).cards)

    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(search) for search in (lever_search, card_search)]
        assert tuple(search.result() for search in both) == expected
    assert expected[0]
    assert expected[1]
    assert len(made) == DRAWS  # one for the trace, whoever came first, and one for each other draw
    assert set(times.values()) == {1}


@pytest.mark.parametrize("name", ["circulaire_2025", "tout_tout_de_suite"])
def test_cards_deliver_the_school_once_a_draw_and_few_of_its_messages_for_each_policy(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work is counted, not seconds: those of a machine would say nothing of another."""
    trace = trial(name)
    rows, whole, redelivered = len(trace.prepared.rows.message), 0, 0
    deliver_all, sent_deliveries = searching.deliver, redelivery.sent_deliveries

    def delivered(prepared: Prepared, policy: Policy) -> Trace:
        nonlocal whole
        whole += 1
        return deliver_all(prepared, policy)

    def counted(part: Prepared, plan: Any) -> Any:
        nonlocal redelivered
        redelivered += len(part.rows.message)
        return sent_deliveries(part, plan)

    monkeypatch.setattr(searching, "deliver", delivered)
    monkeypatch.setattr(redelivery, "sent_deliveries", counted)
    found = first_changes(trace, DAY)
    assert found.cards
    # Each other draw once, however many policies are tried on it.
    assert whole == DRAWS - 1
    assert 0 < redelivered < rows * found.tried / 4
