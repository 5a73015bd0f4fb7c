"""Un long calcul qui ne bloque pas la page : dans un fil, avec son avancement, et un bouton pour l'arrêter."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from widgets.kit import Notice, Progress, stack
from widgets.kit.file_in import explanation
from widgets.texts import texts

t = texts("messaging")
T = TypeVar("T")
Tell = Callable[[int, int, str], None]
Stop = Callable[[], bool]
TOLD_EVERY_S = 0.25  # how often the page hears how far it is


class StoppedError(Exception):
    """The button was pressed."""


class Background:
    """One computation at a time; `widget` shows it while it lasts, and why it failed when it does.

    In a page it goes on in a thread; outside of one (a test, a script) it is made at once.
    """

    def __init__(self, label: str) -> None:
        self.progress = Progress(label=label)
        self.failed = Notice(kind="erreur")
        self.widget = stack()
        self.progress.on_stop(self._stop)
        self._task: asyncio.Task[None] | None = None
        self._stopped = False

    def start(self, work: Callable[[Tell, Stop], T], then: Callable[[T], object]) -> None:
        """Do `work(tell, stopped)`, then call `then` with what it gives; what was under way is forgotten.

        `tell(done, total, what)` says how far it is; once `stopped()` is true, `work` gives what it has.
        """
        if self._task is not None:
            self._task.cancel()
        self._stopped = False
        self.failed.title = self.failed.text = ""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            then(work(lambda _done, _total, _what: None, lambda: self._stopped))
            return
        self.progress.value, self.progress.said, self.progress.running = 0, t("working-starting"), True
        self.widget.children = (self.progress,)
        self._task = loop.create_task(self._work(loop, work, then))

    async def _work(
        self, loop: asyncio.AbstractEventLoop, work: Callable[[Tell, Stop], T], then: Callable[[T], object]
    ) -> None:
        told = 0.0

        def tell(done: int, total: int, what: str) -> None:
            nonlocal told
            if time.monotonic() - told > TOLD_EVERY_S:
                told = time.monotonic()
                loop.call_soon_threadsafe(self._far, done, total, what)

        try:
            found = await asyncio.to_thread(work, tell, lambda: self._stopped)
        except Exception as error:  # whatever a computation raises, a visitor must get a sentence
            self.failed.title, self.failed.text = t("working-failed"), explanation(error, t("working-failed-text"))
            self.widget.children = (self.failed,)
            return
        finally:
            self.progress.running = False
        self.widget.children = ()
        then(found)

    def _far(self, done: int, total: int, what: str) -> None:
        self.progress.max = total
        self.progress.advance(min(done, total), what)

    def _stop(self) -> None:
        self._stopped = True


__all__ = ["Background", "Stop", "StoppedError", "Tell"]
