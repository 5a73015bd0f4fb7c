"""Ce qui arrête la commande en route : Ctrl-C, `kill`, un terminal que l'on ferme. Un seul et même arrêt, propre."""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn

from liaison.base.interruptions import ENDS


class Ended(KeyboardInterrupt):
    """Somebody ends the command from outside: `kill`, a terminal that closes, a machine that stops."""


class UnfinishedError(Exception):
    """What an interrupted command says by itself: something is done that is not undone, and how to finish."""


def end_as_ctrl_c_does() -> None:
    """Have what ends the command interrupt it: folders under way are removed, nothing is half-written."""
    for number in ENDS:
        if signal.getsignal(number) == signal.SIG_DFL:  # `nohup` has the end of the terminal ignored: it stays so
            signal.signal(number, _end)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise Ended


__all__ = ["Ended", "UnfinishedError", "end_as_ctrl_c_does"]
