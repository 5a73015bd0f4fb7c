"""Retenir Ctrl-C et ce qui arrête le programme, le temps d'un geste qui ne se coupe pas en deux."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

# Sent to this process alone, or to all those of a terminal; Windows has no SIGHUP.
ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def tells_of_interruption(text: str) -> bool:
    """Whether the trace that a library kept of an error, as a text, is that of an interruption."""
    kinds: list[type[BaseException]] = [KeyboardInterrupt, *KeyboardInterrupt.__subclasses__()]
    named = {line.partition(":")[0].rpartition(".")[2] for line in text.splitlines()}
    return any(kind.__name__ in named for kind in kinds)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold interruptions back for an instant; what was asked meanwhile comes after it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals: list[int] = []

    def later(number: int, _frame: FrameType | None) -> None:
        signals.append(number)

    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, *ENDS)}
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
    for number in signals:
        before[number](number, None)


__all__ = ["ENDS", "tells_of_interruption", "uninterrupted"]
