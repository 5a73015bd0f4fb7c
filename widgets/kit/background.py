"""Un long calcul qui ne bloque pas la page : dans un fil, avec son avancement, et un bouton pour l'arrêter."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from widgets.kit.action import Action
from widgets.kit.file_in import explanation
from widgets.kit.notice import Notice
from widgets.kit.progress import Progress
from widgets.kit.stack import stack
from widgets.texts import texts

t = texts("kit")
T = TypeVar("T")
Tell = Callable[[int, int, str], None]
Stop = Callable[[], bool]
TOLD_EVERY_S = 0.25  # how often the page hears how far it is


class StoppedError(Exception):
    """The button was pressed."""


class Background:
    """One computation at a time; `widget` shows it while it lasts, and why it failed when it does, under `failed`.

    `stops`: whether its work ends on its way when asked to; no button offers it otherwise. `again`: what its button of
    that name does, which stands under the reason of a failure; without it none does.
    In a page it goes on in a thread, after `pause_s` in which another may take its place (somebody who types is not
    followed letter by letter); outside of one (a test, a script) it is made at once.
    """

    def __init__(
        self,
        label: str,
        failed: str = "",
        pause_s: float = 0.0,
        *,
        stops: bool = True,
        again: Callable[[], object] | None = None,
    ) -> None:
        self.progress = Progress(label=label, stops=stops)
        self.failed = Notice(kind="erreur")
        self.again = Action(label=t("working-again"))
        self.widget = stack()
        self.progress.on_stop(self._stop)
        self._after_failure = (self.failed,) if again is None else (self.failed, self.again)
        if again is not None:
            self.again.on_press(again)
        self._title, self._pause = failed or t("working-failed"), pause_s
        self._task: asyncio.Task[None] | None = None
        self._ended: list[bool] = []  # of the computation under way: something in it once it is to stop

    def start(self, work: Callable[[Tell, Stop], T], then: Callable[[T], object]) -> None:
        """Do `work(tell, stopped)`, then call `then` with what it gives; what was under way is stopped and forgotten.

        `tell(done, total, what)` says how far it is; once `stopped()` is true, `work` gives what it has.
        """
        self.stop()
        ended = self._ended = []
        self.failed.title = self.failed.text = ""
        self.widget.children = ()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._at_once(work, then)
            return
        self._task = loop.create_task(self._work(loop, work, then, ended))

    def stop(self) -> None:
        """Stop and forget what is under way."""
        self._stop()
        if self._task is not None:
            self._task.cancel()

    def _at_once(self, work: Callable[[Tell, Stop], T], then: Callable[[T], object]) -> None:
        try:
            result = work(lambda _done, _total, _what: None, lambda: False)
        except Exception as error:
            self._fail(error)
            return
        then(result)

    async def _work(
        self,
        loop: asyncio.AbstractEventLoop,
        work: Callable[[Tell, Stop], T],
        then: Callable[[T], object],
        ended: list[bool],
    ) -> None:
        await asyncio.sleep(self._pause)
        self.progress.value, self.progress.said, self.progress.running = 0, t("working-starting"), True
        self.widget.children = (self.progress,)
        last_told_at = 0.0

        def tell(done: int, total: int, what: str) -> None:
            nonlocal last_told_at
            if ended is self._ended and time.monotonic() - last_told_at > TOLD_EVERY_S:
                last_told_at = time.monotonic()
                loop.call_soon_threadsafe(self._far, done, total, what)

        try:
            result = await asyncio.to_thread(work, tell, lambda: bool(ended))
        except Exception as error:  # whatever a computation raises, a visitor must get a sentence
            self._fail(error)
            return
        finally:
            self.progress.running = False
        self.widget.children = ()
        then(result)

    def _fail(self, error: Exception) -> None:
        self.failed.title, self.failed.text = self._title, explanation(error, t("working-failed-text"))
        self.widget.children = self._after_failure

    def _far(self, done: int, total: int, what: str) -> None:
        self.progress.max = total
        self.progress.advance(min(done, total), what)

    def _stop(self) -> None:
        self._ended.append(True)


__all__ = ["Background", "Stop", "StoppedError", "Tell"]
