"""`liaison serve` devient son serveur ; où cela ne se peut pas, il l'attend et lui laisse Ctrl-C."""

import os
import signal
import subprocess
import sys
from typing import Any, NoReturn

import pytest

from app.cli.serving import run


class TakenError(Exception):
    """Another program has taken the place of this one."""


@pytest.mark.skipif(os.name == "nt", reason="signaux de POSIX")
def test_the_server_takes_the_place_of_the_command_and_ctrl_c_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting: set[int] = set()

    def take(program: str, words: list[str]) -> NoReturn:
        waiting.update(signal.pthread_sigmask(signal.SIG_BLOCK, ()))
        assert (program, words[1:]) == (sys.executable, ["-m", "app.voila", "--port", "2000", "--no-browser"])
        raise TakenError

    monkeypatch.setattr(os, "execv", take)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        with pytest.raises(TakenError):
            run(2000, no_browser=True)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    assert signal.SIGINT in waiting


def test_where_no_program_takes_the_place_of_another_ctrl_c_is_the_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)

    def serve(words: list[str]) -> Any:
        signal.raise_signal(signal.SIGINT)  # a terminal tells both
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(subprocess, "run", serve)
    before = signal.getsignal(signal.SIGINT)
    assert run(None, no_browser=True) == 0
    assert signal.getsignal(signal.SIGINT) is before
