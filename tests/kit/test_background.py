"""A long computation: the page stays alive, hears how far it is, may stop it, and reads why it failed."""

from __future__ import annotations

import asyncio
from typing import Any

from page_side import tell
from waiting import until, wait_until

from liaison.base.faults import FrenchError
from widgets.kit.background import Background, Stop, Tell


def counts_until_stopped(tell: Tell, stopped: Stop) -> str:
    tell(1, 10, "1 sur 10")
    wait_until(stopped)
    return "arrêté"


def test_a_computation_in_a_page_tells_how_far_it_is_stops_and_says_why_it_fails() -> None:
    told: list[object] = []

    async def play() -> None:
        background = Background("Essai")
        background.start(counts_until_stopped, told.append)
        await until(lambda: background.progress.said == "1 sur 10")
        assert background.progress.running
        assert background.widget.children == (background.progress,)
        tell(background.progress, {"kind": "stop"})
        await until(lambda: told == ["arrêté"])
        assert not background.progress.running
        assert background.widget.children == ()

        def fails(_tell: object, _stopped: object) -> None:
            raise FrenchError("Rien à chercher.")

        background.start(fails, told.append)
        await until(lambda: background.failed.text == "Rien à chercher.")

        for error in (ValueError("min() arg is an empty sequence"), KeyError("reach.share"), MemoryError()):
            background.start(_raises(error), told.append)
            await until(lambda: background.failed.title == "Le calcul n'a pas pu se faire")
            assert background.failed.text.startswith("La suite n'a pas su le mener au bout.")
            assert background.widget.children == (background.failed,)
            assert not background.progress.running
        assert told == ["arrêté"]

    def _raises(error: Exception) -> Any:
        def breaks(_tell: object, _stopped: object) -> None:
            raise error

        return breaks

    asyncio.run(play())


def test_a_computation_that_another_replaces_is_stopped_and_what_it_gives_forgotten() -> None:
    found: list[object] = []
    stops: list[str] = []

    def replaced(tell: Tell, stopped: Stop) -> str:
        wait_until(stopped)
        tell(9, 10, "trop tard")
        stops.append("arrêté")
        return "le premier"

    async def play() -> None:
        background = Background("Essai")
        background.start(replaced, found.append)
        await until(lambda: background.progress.running)
        background.start(lambda _tell, _stopped: "le second", found.append)
        await until(lambda: bool(stops and found))
        assert background.progress.said != "trop tard"

    asyncio.run(play())
    assert found == ["le second"]


def test_what_is_replaced_before_its_pause_is_over_is_never_begun() -> None:
    begun: list[str] = []
    found: list[object] = []

    def named(name: str) -> Any:
        def work(_tell: Tell, _stopped: Stop) -> str:
            begun.append(name)
            return name

        return work

    async def play() -> None:
        background = Background("Essai", pause_s=0.05)
        for name in ("a", "ab", "abc"):
            background.start(named(name), found.append)
        await until(lambda: bool(found))

    asyncio.run(play())
    assert begun == found == ["abc"]


def test_outside_of_a_page_it_is_made_at_once_and_says_why_it_fails_under_its_own_title() -> None:
    found: list[object] = []
    background = Background("Essai", failed="Aucun atelier")

    def fails(_tell: Tell, _stopped: Stop) -> None:
        raise FrenchError("Personne n'a de place.")

    background.start(fails, found.append)
    assert (background.failed.title, background.failed.text) == ("Aucun atelier", "Personne n'a de place.")
    background.start(lambda _tell, stopped: stopped(), found.append)
    assert found == [False]
    assert (background.failed.title, background.widget.children) == ("", ())
