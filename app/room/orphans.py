"""Whoever of a room's programs is killed, the others end: each looks whether the one that started it is still there."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable

import psutil

HUB = "CARNETS_HUB"  # the number of the hub's process, for a server that no wall ends with it
LOOK_S = 0.5


def end_without(parent: int, polite: float, then: Callable[[], object] = lambda: None) -> None:
    """Have this process asked to end as soon as its parent is another than `parent`, and killed if it has not.

    `then` is called first, in a thread of its own.
    """

    def look() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK_S)
        then()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(polite)
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=look, daemon=True).start()


def stop_after(number: int, stop: Callable[[], object]) -> None:
    """Call `stop` once the program of that number has ended, be it killed: at once where it is no more.

    Another program that takes its number is not it.
    """

    def look() -> None:
        with contextlib.suppress(psutil.Error):
            program = psutil.Process(number)
            while program.is_running() and program.status() != psutil.STATUS_ZOMBIE:
                time.sleep(LOOK_S)
        stop()

    threading.Thread(target=look, daemon=True).start()


def end_without_hub() -> None:
    """Have this process, a server that the hub started outside of any wall, end with it, at once, as walls have one.

    It does not hold the room open: what it would still write would come after an erasure.
    """
    if hub := os.environ.pop(HUB, ""):  # for this process alone, and none of those that it starts
        end_without(int(hub), polite=0)
