"""The end of the server: at once when all goes well, and within five seconds whatever a kernel or a page does."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

import psutil

LONGEST_S = 3.5


def stop_on_signals(server: Any, last_word: Callable[[], None]) -> None:
    """Ctrl-C stops at once: Jupyter would ask, in English, whether one is sure.

    `last_word` tells the user that all is over when the server cannot say it itself.
    """
    asked = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        # A second Ctrl-C while kernels end does not cut them short.
        if asked.is_set():
            return
        asked.set()
        threading.Thread(target=_insist, args=(last_word,), daemon=True).start()
        server.io_loop.add_callback_from_signal(server.stop, from_signal=True)

    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), stop)


def _insist(last_word: Callable[[], None]) -> None:
    # A thread: it runs even when the loop is what no longer answers.
    threading.Event().wait(LONGEST_S)
    for child in psutil.Process().children(recursive=True):
        try:
            child.kill()
        except psutil.NoSuchProcess:
            continue
    last_word()
    sys.stdout.flush()
    os._exit(0)
