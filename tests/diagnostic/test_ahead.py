"""Changer de regroupement : les autres se comptent d'avance, dans un fil, et se montrent dès qu'on les choisit."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from narrowing import present
from waiting import until

from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.publication import already_shown
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from widgets.diagnostic import Diagnostic
from widgets.diagnostic.state import FILES, GROUPINGS, DiagnosticState

PATIENCE_S = 60


class Counter:
    """What is counted, in the order of its counting; `held` makes those of the thread wait."""

    def __init__(self) -> None:
        self.made: list[tuple[str, int, str]] = []
        self.held = threading.Event()
        self.held.set()

    def __call__(self, answers: Any, population: Any, threshold: int, by: str) -> Any:
        thread = "page" if threading.current_thread() is threading.main_thread() else "thread"
        self.made.append((by, len(answers), thread))
        if thread == "thread":
            assert self.held.wait(PATIENCE_S)
        return indicators(answers, population, threshold, by)


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    counted = Counter()
    monkeypatch.setattr(already_shown, "indicators", counted)
    return counted


def set_whole() -> Diagnostic:
    """A diagnosis in « Tout régler », where groupings are chosen: what is counted ahead is for it."""
    lab = Diagnostic()
    assert lab.whole
    return lab


def in_a_page(what: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(what(), PATIENCE_S))


def all_ready(state: DiagnosticState) -> bool:
    return all(state.made(by) for by in GROUPINGS)


def test_the_other_groupings_are_counted_once_in_a_thread_and_are_those_that_would_be_counted(counter: Counter) -> None:
    lab = set_whole()

    async def look() -> None:
        lab.state.revealed = True
        assert [(by, where) for by, _, where in counter.made] == [(LEVEL, "page")]
        await until(lambda: all_ready(lab.state))
        for by in (*GROUPINGS[1:], LEVEL):
            lab.state.by = by
            assert present(lab.state.indicators()).by == by

    in_a_page(look)
    assert [(by, where) for by, _, where in counter.made] == [
        (LEVEL, "page"),
        *((by, "thread") for by in GROUPINGS[1:]),
    ]
    state, answers = lab.state, lab.state.answers
    assert answers is not None
    for by in GROUPINGS:
        state.by = by
        expected = indicators(answers, state.population, state.threshold, by)
        assert present(state.indicators()).table.equals(expected.table)


def test_a_grouping_chosen_while_it_is_counted_is_waited_for_and_said_to_be_under_way(counter: Counter) -> None:
    lab = set_whole()
    said: list[str] = []

    async def look() -> None:
        lab.state.revealed = True
        counter.held.clear()
        await until(lambda: len(counter.made) == 2)
        lab.results.summary.observe(lambda change: said.append(change["new"]), "text")
        threading.Timer(0.2, counter.held.set).start()
        lab.state.by = GROUPINGS[1]
        assert lab.state.ready

    in_a_page(look)
    assert said[0] == "Comptage en cours"
    assert "ont répondu" in said[-1]
    assert [by for by, _, _ in counter.made].count(GROUPINGS[1]) == 1


def test_what_was_being_counted_of_answers_that_have_changed_is_dropped(counter: Counter) -> None:
    lab = set_whole()
    few, more = lab.state.collected(("en_ligne",)), lab.state.collected(("en_ligne", "telephone", "papier"))
    lab.state.source = FILES

    async def look() -> None:
        counter.held.clear()
        lab.state.take(few)
        before = present(lab.state.grouping(GROUPINGS[1]))
        await until(lambda: (GROUPINGS[1], len(few), "thread") in counter.made)
        threading.Timer(0.1, counter.held.set).start()
        lab.state.take(more)
        await until(lambda: all_ready(lab.state))
        # Asked for again, it is counted again: it was not kept.
        lab.state.indicators_of(before)
        lab.state.take(None)

    in_a_page(look)
    of_few = [(by, where) for by, count, where in counter.made if count == len(few)]
    assert of_few == [(LEVEL, "page"), (GROUPINGS[1], "thread"), (GROUPINGS[1], "page")]


def test_nothing_is_counted_before_a_first_result_nor_ahead_outside_of_a_page(counter: Counter) -> None:
    lab = set_whole()

    async def look() -> None:
        under_way = asyncio.all_tasks()
        lab.state.by = GROUPINGS[1]
        assert asyncio.all_tasks() == under_way  # nothing waits to be counted

    in_a_page(look)
    assert counter.made == []
    lab.state.revealed = True
    assert [by for by, _, _ in counter.made] == [GROUPINGS[1]]
