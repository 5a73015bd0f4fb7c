"""`liaison serve` devient son serveur ; où cela ne se peut pas, il l'attend et lui laisse Ctrl-C."""

import os
import signal
import subprocess
import sys
from typing import Any, NoReturn

import pytest

from app.cli.serving import run
from app.starting import NEEDED_FILES


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


few_files = pytest.mark.skipif(os.name == "nt", reason="le nombre de fichiers ouverts ne s'y borne pas")


@few_files
@pytest.mark.parametrize("words", [("app.voila", "--no-browser"), ("app.room", "seance")])
@pytest.mark.parametrize("most", [12, 24, NEEDED_FILES - 1])
def test_where_too_few_files_open_at_once_nothing_is_opened_and_a_sentence_says_it(
    words: tuple[str, ...], most: int
) -> None:
    command = ["sh", "-c", f'ulimit -n {most}; exec "$@"', "sh", sys.executable, "-m", *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    (sentence,) = done.stderr.replace("\u202f", " ").replace("\u00a0", " ").splitlines()
    assert sentence.startswith(f"Un programme ne peut ouvrir ici que {most} fichiers à la fois, et il en faut")


@few_files
def test_a_limit_that_may_be_raised_is_raised_for_the_program_and_those_it_starts() -> None:
    script = """
import resource, subprocess
from app.starting import NEEDED_FILES, most_files
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (20, hard))
most = most_files()
inherited = subprocess.run(["sh", "-c", "ulimit -Sn; ulimit -Hn"], capture_output=True, text=True).stdout.split()
print(most >= NEEDED_FILES, inherited[0] == str(most), inherited[1] in (str(hard), "unlimited"), most_files() == most)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "True True True True\n"
