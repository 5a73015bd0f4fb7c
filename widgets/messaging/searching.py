"""Chercher sans bloquer la page : dans un fil, une étape à la fois, que l'on peut arrêter."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from liaison.messaging.aims import Aim
from widgets.kit import Progress
from widgets.messaging.state import LabState
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search import Found, Search

t = texts("messaging")
TOLD_EVERY_S = 0.25  # how often the page hears how far it is
WORKED_S = 0.1  # a thread that works without a breath leaves the page without one


class Searching:
    """One search at a time: `start` begins it, `progress` shows it, `on_found` hears what it found, stopped or not.

    In a page the search goes on in a thread; outside of one (a test, a script) it is made at once.
    """

    def __init__(self, state: LabState, on_found: Callable[[Found], object]) -> None:
        self.state = state
        self.progress = Progress(label=t("improve-searching"))
        self.progress.on_stop(self._stop)
        self._on_found = on_found
        self._task: asyncio.Task[None] | None = None
        self._stopped = False

    def start(self, aim: Aim) -> None:
        """Search for this aim from the policy on trial; a search under way is forgotten."""
        from liaison.messaging.search import Search

        if self._task is not None:
            self._task.cancel()
        self._stopped = False
        prepared, policy = self.state.prepared(), self.state.policy
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            search = Search(prepared, policy, aim)
            for _ in search.steps(lambda: self._stopped):
                pass
            self._on_found(search.found())
            return
        self.progress.value, self.progress.said, self.progress.running = 0, t("improve-starting"), True
        self._task = loop.create_task(self._search(lambda: Search(prepared, policy, aim)))

    async def _search(self, make: Callable[[], Search]) -> None:
        search = await asyncio.to_thread(make)
        self.progress.max = search.total
        steps = search.steps(lambda: self._stopped)

        def work() -> tuple[int, str] | None:
            """Work for a moment, and return how far it is; None at the end."""
            end, last = time.monotonic() + WORKED_S, None
            while time.monotonic() < end:
                last = next(steps, None)
                if last is None:
                    return None
            assert last is not None
            return last.tried, last.doing

        told = 0.0
        while (far := await asyncio.to_thread(work)) is not None:
            if time.monotonic() - told > TOLD_EVERY_S:
                told = time.monotonic()
                self.progress.advance(far[0], t("improve-far", doing=far[1], tried=far[0]))
        self.progress.running = False
        self._on_found(search.found())

    def _stop(self) -> None:
        self._stopped = True


__all__ = ["Searching"]
