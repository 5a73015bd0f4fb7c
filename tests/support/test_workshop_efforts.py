"""Workshops looked for by longer and longer efforts: what is proven is kept, and nothing is looked for any more."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from liaison.support.workshops import efforts as workshop_efforts
from liaison.support.workshops.efforts import EFFORTS, better, plan_by_efforts


def plan(proven: int, places: int, aims: int = 2) -> Any:
    return SimpleNamespace(
        proven=("places",) * proven, unproven=("tirage",) * (aims - proven), counts=lambda: {"place": places}
    )


def searched(monkeypatch: pytest.MonkeyPatch, *plans: Any, stop_after: int = 9) -> tuple[Any, list[int], list[float]]:
    told: list[int] = []
    seconds: list[float] = []

    def search(_needs: object, _settings: object, _seed: int, _on: object, given: float) -> Any:
        seconds.append(given)
        return plans[len(seconds) - 1]

    monkeypatch.setattr(workshop_efforts, "plan_workshops", search)
    nothing: Any = None
    found = plan_by_efforts(
        nothing, nothing, 1, dt.date(2026, 11, 30), lambda made, _: told.append(made), lambda: len(told) >= stop_after
    )
    return found, told, seconds


def test_efforts_go_on_until_everything_is_proven_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    plans = (plan(1, 5), plan(2, 5), plan(2, 9))
    assert searched(monkeypatch, *plans) == (plans[1], [1, 2], list(EFFORTS[:2]))


def test_a_search_that_proves_nothing_ends_after_its_longest_effort_or_when_it_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plans = (plan(0, 5), plan(0, 7), plan(0, 6))
    assert searched(monkeypatch, *plans) == (plans[1], [1, 2, 3], list(EFFORTS))
    assert searched(monkeypatch, *plans, stop_after=1) == (plans[0], [1], list(EFFORTS[:1]))


def test_the_plan_that_proves_more_is_kept_then_the_one_with_more_places_then_the_last() -> None:
    sure, many, few = plan(2, 3), plan(1, 9), plan(1, 8)
    assert better(None, few) is few
    assert better(sure, many) is better(many, sure) is sure
    assert better(many, few) is better(few, many) is many
    same = plan(1, 9)
    assert better(many, same) is same
