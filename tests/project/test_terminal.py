"""Un terminal sans nos lettres montre ce qu'il a de plus proche ; Ctrl-C, dès le premier instant, y a sa phrase."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from liaison.terminal import lacking_no_letter


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "L’« Élève »\u00a0: 3\u202f€…"),
        ("latin-1", "L'« Élève »\u00a0: 3 ?..."),
        ("ascii", 'L\'" Eleve " : 3 ?...'),
    ],
)
def test_a_letter_that_a_terminal_lacks_is_the_nearest_that_it_has(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: str
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding, write_through=True))
    lacking_no_letter()
    print("L’« Élève »\u00a0: 3\u202f€…", end="")
    assert written.getvalue().decode(encoding) == shown


def test_what_is_no_terminal_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = io.StringIO()
    monkeypatch.setattr(sys, "stdout", kept)
    lacking_no_letter()
    print("Élève", end="")
    assert kept.getvalue() == "Élève"


# Ctrl-C while the first library of the command loads.
WHILE_LOADING = """
import runpy, signal, sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[2]:
            sys.meta_path.remove(self)
            signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background commands are given it ignored
sys.meta_path.insert(0, Interrupt())
runpy.run_module(sys.argv[1], run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    ("command", "library", "said"),
    [
        ("widgets.voila", "tornado", "Arrêtée avant d’être ouverte"),
        ("widgets.salle", "psutil", "Ce qui était déjà fait est gardé"),
    ],
)
def test_an_interruption_while_a_command_loads_has_a_sentence_and_no_trace(
    command: str, library: str, said: str
) -> None:
    words = [sys.executable, "-c", WHILE_LOADING, command, library]
    done = subprocess.run(words, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 130
