"""Passer la main à un programme qui montre : `liaison` calcule, et ne sait rien de ce qui est montré."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from app.loading import wait_for_successor


def hand_over_to(module: str, *words: str) -> int:
    """Run `python -m module` in our place, where the system knows how; elsewhere, return its exit code.

    One process: it alone answers Ctrl-C, and whoever ends this command, by whatever signal, ends it.
    """
    command = [sys.executable, "-m", module, *words]
    if hasattr(signal, "pthread_sigmask"):
        wait_for_successor()
        os.execv(sys.executable, command)
    # Both get Ctrl-C, and the other one answers.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        return subprocess.run(command).returncode
    finally:
        signal.signal(signal.SIGINT, before)


__all__ = ["hand_over_to"]
