"""`kill`, a terminal that closes, Ctrl-C: one and the same end, with nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from narrowing import present

COMMAND = "from app.cli import main; main()"
SIMULATE = ("simulate", "--school", "college_rural", "--policy", "equilibree", "--weeks", "40", "--out", "r/s")
posix = pytest.mark.skipif(os.name == "nt", reason="signaux de POSIX")


def interrupted(number: int, folder: Any, before: str = "") -> tuple[int, str]:
    """Run a simulation, send the signal once it computes; return its exit code and what it said."""
    command = [sys.executable, "-c", f"{before}{COMMAND}", *SIMULATE]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder)
    for line in present(process.stderr):
        if line.startswith("[2/4]"):
            time.sleep(0.15)
            process.send_signal(number)
            break
    _, error = process.communicate(timeout=60)
    return process.returncode, error


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_the_end_asked_by_a_signal_is_that_of_ctrl_c(name: str, tmp_path: Path) -> None:
    code, error = interrupted(getattr(signal, name), tmp_path)
    assert code == 130, error
    assert "Interrompu. Rien n'a été écrit à moitié." in error.replace("\u00a0", " ")
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_terminal_that_closes_does_not_end_what_nohup_has_started(tmp_path: Path) -> None:
    code, error = interrupted(signal.SIGHUP, tmp_path, "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); ")
    assert code == 0, error
    assert (tmp_path / "r" / "s" / "trace.csv").exists()


LOST = """
import signal, time
from app.loading import begin, hold_ctrl_c

class Closing:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

hold_ctrl_c()
begin()
try:
    Closing()
    for _ in range(1000):
        time.sleep(0.01)
    print("perdu")
except KeyboardInterrupt:
    print("interrompu")
"""


def test_a_ctrl_c_while_an_object_is_disposed_of_is_neither_lost_nor_shown_in_english() -> None:
    done = subprocess.run([sys.executable, "-c", LOST], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("interrompu\n", "")
