"""The end of the server: at once when all goes well, and within five seconds whatever a kernel or a page does."""

import asyncio
import logging
import os
import shutil
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.util import get_temp_dir
from types import FrameType
from typing import Any, NoReturn

import psutil

ENDS = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
LONGEST_S = 3.5
UNDER_WAY_S = 0.5
GONE_S = 0.5
# Once it is set, nothing is to be started any more.
ENDING = threading.Event()


def stop_early(last_word: Callable[[], NoReturn]) -> None:
    """Have Ctrl-C and the end of the terminal stop all at once, before there is a server to answer them.

    Nothing is raised: see `app.loading`.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        _end_children()
        last_word()

    _answer(stop)


def stop_on_signals(server: Any, last_word: Callable[[], None]) -> None:
    """Ctrl-C stops at once: Jupyter would ask, in English, whether one is sure.

    `last_word` tidies up and tells the user that all is over, when the server cannot do it itself.
    """
    pressed = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        # A second Ctrl-C while kernels end does not cut them short.
        if pressed.is_set():
            return
        pressed.set()
        # A page cut short by the end of the server is no error for anybody.
        logging.disable()
        threading.Thread(target=_insist, args=(last_word,), daemon=True).start()
        server.io_loop.add_callback_from_signal(server.stop, from_signal=True)

    _answer(stop)


def _answer(stop: Callable[[int, FrameType | None], None]) -> None:
    for number in [getattr(signal, name) for name in ENDS if hasattr(signal, name)]:
        if number == signal.SIGINT or signal.getsignal(number) != signal.SIG_IGN:  # `nohup` outlives its terminal
            signal.signal(number, stop)


def end_what_is_under_way(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel the requests that the stopped loop left half-way, and end the kernels that were being started.

    The thread in which anyio reads a file for a request ends with that request: without this, Python waits for
    that thread when it exits, for ever.
    """
    # What was asked for in the last moment is given up before it began: that is meant, and nothing to say in English.
    warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)
    tasks = set() if loop.is_closed() else asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.wait(tasks, timeout=UNDER_WAY_S))
    # Last: one of these could still start a kernel.
    _end_children()


def _insist(last_word: Callable[[], None]) -> None:
    # A thread: it runs even when the loop is what no longer answers.
    threading.Event().wait(LONGEST_S)
    _hold_the_others()
    _end_children()
    _forget_copies()
    try:
        last_word()
        sys.stdout.flush()
    finally:  # there may be no terminal left to say it on
        os._exit(0)


def _forget_copies() -> None:
    """Remove the folder of multiprocessing (`app.voila.copied`), which goes with Python's own end only."""
    with suppress(OSError):
        shutil.rmtree(get_temp_dir())


def _hold_the_others() -> None:
    """Let no other thread start a process or write to the disk: what is tidied away next would come back."""
    here = threading.get_ident()

    def hold(event: str, arguments: tuple[Any, ...]) -> None:
        if threading.get_ident() != here and _starts_or_writes(event, arguments):
            threading.Event().wait()

    sys.addaudithook(hold)


def _starts_or_writes(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        return bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
    return event in {"subprocess.Popen", "os.mkdir"}


def _end_children() -> None:
    ENDING.set()
    ours = psutil.Process()
    # Held still first: what a page's kernel is copied from (`app.voila.copied`) makes none that would be missed below.
    for child in ours.children():
        with suppress(psutil.Error):
            child.suspend()
    children = ours.children(recursive=True)
    for child in children:
        with suppress(psutil.NoSuchProcess):
            child.kill()
    # One that is not gone yet may still write. How it ended is left to who started it: Python 3.13 asks it of its own
    # children, and says in English that there is nobody to ask.
    until = time.monotonic() + GONE_S
    while any(_lives(child) for child in children) and time.monotonic() < until:
        time.sleep(0.01)


def _lives(child: psutil.Process) -> bool:
    try:
        return bool(child.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
