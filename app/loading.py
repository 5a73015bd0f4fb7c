"""Ctrl-C pendant qu'une commande se charge : une phrase, et elle finit là.

Nothing is raised meanwhile: what is raised between two imports is thrown away with a trace, and a library may catch it.
Nothing is begun yet either: ending at once leaves nothing half done.
"""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False  # `typing` takes longer to load than all this
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

INTERRUPTED = 130
# Said while what reads texts is still being loaded.
INTERRUPTION = "Interrompu. Rien n'a été écrit à moitié."
_signals: list[int] = []
_answers: list[Callable[..., object]] = []


def hold_ctrl_c() -> None:
    """Remember a Ctrl-C until `end_on_ctrl_c`, and have the one that waits since `wait_for_successor`."""
    _signals.clear()
    _answer(lambda number, _: _signals.append(number))
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def end_on_ctrl_c(end: Callable[[], NoReturn]) -> None:
    """Have Ctrl-C call `end`, at once if one is remembered."""
    _answer(lambda *_: end())
    if _signals:
        end()


def begin() -> None:
    """Have Ctrl-C raise `KeyboardInterrupt` again: what a command makes is tidied up on the way out."""
    if signal.getsignal(signal.SIGINT) in _answers:
        _answer(signal.default_int_handler)
        sys.unraisablehook = _again


def _again(lost: sys.UnraisableHookArgs) -> None:
    """Have Ctrl-C interrupt again: while an object is disposed of, Python shows what is raised and drops it."""
    if isinstance(lost.exc_value, KeyboardInterrupt):
        from threading import Timer  # seldom needed, and a command is loaded by now

        Timer(0.05, signal.raise_signal, (signal.SIGINT,)).start()  # from where it was dropped, it would be again
    else:
        sys.__unraisablehook__(lost)


def _answer(handler: Callable[..., object]) -> None:
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:  # a shell's background command: it stays so
        signal.signal(signal.SIGINT, handler)
        _answers.append(handler)


def wait_for_successor() -> None:
    """Have a Ctrl-C wait for the program that takes this one's place: before its first line, it would be a trace."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def leave(sentence: str, code: int) -> NoReturn:
    """Say a sentence on the error stream, and end the process there, wherever it is."""
    # Not `print`, which may be what is interrupted.
    words = f"{sentence}\n".encode(sys.stderr.encoding, sys.stderr.errors or "strict")
    try:
        os.write(sys.stderr.fileno(), words)
    finally:
        os._exit(code)


__all__ = [
    "INTERRUPTED",
    "INTERRUPTION",
    "begin",
    "end_on_ctrl_c",
    "hold_ctrl_c",
    "leave",
    "wait_for_successor",
]
