"""Ce qui arrête la commande en route : Ctrl-C, `kill`, un terminal que l'on ferme. Un seul et même arrêt, propre."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

# Sent to this process alone, or to all those of a terminal; Windows has no SIGHUP.
_ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Ended(KeyboardInterrupt):
    """Somebody ends the command from outside: `kill`, a terminal that closes, a machine that stops."""


def end_as_ctrl_c_does() -> None:
    """Have what ends the command interrupt it: folders under way are removed, nothing is half-written."""
    for number in _ENDS:
        if signal.getsignal(number) == signal.SIG_DFL:  # `nohup` has the end of the terminal ignored: it stays so
            signal.signal(number, _end)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise Ended


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold interruptions back for an instant; what was asked meanwhile comes after it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []

    def later(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, *_ENDS)}
    # Those that the system obeys or ignores by itself go on as they are.
    before: dict[int, Callable[[int, FrameType | None], object]] = {
        number: handler for number, handler in handlers.items() if callable(handler)
    }
    for number in before:
        signal.signal(number, later)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in asked:
        before[number](number, None)


__all__ = ["Ended", "end_as_ctrl_c_does", "uninterrupted"]
