"""Un effacement que l'on arrête en route dit ce qui est fait, et comment finir : ce qui est effacé ne revient pas."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from training.a_session import NAMES, drop, people_csv
from typer.testing import CliRunner, Result

from app.cli.commands import app
from app.interruptions import Ended
from liaison.training.purge import erasing, purging
from liaison.training.purge.erasure import read_erasure
from liaison.training.session.definition import SessionFolder

NOTHING = "Interrompu. Rien n'a été écrit à moitié."
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signaux de POSIX")


@pytest.fixture
def place(place: SessionFolder) -> SessionFolder:
    place.participants_file.write_bytes(people_csv(NAMES))
    for number in range(5):
        drop(place.documents, f"{number}.txt", " ".join(NAMES.values()).encode())
    return place


CUT = """
import os, signal
from app.cli import main
from liaison.training.purge import purging
purging.journal_stripped = lambda *_: os.kill(os.getpid(), signal.SIGTERM)
main()
"""


def cut(place: SessionFolder) -> Result:
    done = CliRunner().invoke(app, ["session", "purge", str(place.root), "--now"])
    assert done.exit_code == 130, done.stderr
    return done


def last_words(done: Result) -> str:
    return done.stderr.replace("\u00a0", " ").strip().splitlines()[-1]


def end(*_: object, **__: object) -> None:
    raise Ended


def made_its_own(*_: object, **__: object) -> None:
    try:
        end()
    except Ended as error:
        raise RuntimeError("the library gave up") from error


def at_the_third(remove: Callable[..., Any], stop: Callable[..., None]) -> Callable[..., Any]:
    seen: list[Path] = []

    def removed(*words: Any) -> Any:
        seen.append(words[-1])
        if len(seen) == 3:
            stop()
        return remove(*words)

    return removed


@pytest.mark.parametrize("stop", [end, made_its_own])
def test_what_is_ended_while_files_go_says_how_many_are_gone_and_the_same_command_finishes(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch, stop: Callable[..., None]
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(erasing, "remove", at_the_third(erasing.remove, stop))
        done = cut(place)
    said = last_words(done)
    assert sum(path.exists() for path in (place.documents / f"{number}.txt" for number in range(5))) == 3
    assert "2 sur 5 de ce qui doit partir est effacé" in said
    assert NOTHING not in done.stderr.replace("\u00a0", " ")
    assert said.endswith(f"relancer la même commande : liaison session purge {place.root} --now")
    assert read_erasure(place).state == "en_cours"  # type: ignore[union-attr]

    again = CliRunner().invoke(app, ["session", "purge", str(place.root), "--now"])
    assert again.exit_code == 0, again.stderr
    proof = read_erasure(place)
    assert proof is not None
    assert proof.state == "fait"
    assert {f"documents/{number}.txt" for number in range(5)} <= {one.path for one in proof.erased}


def test_the_signal_that_ends_the_command_has_the_same_answer(place: SessionFolder) -> None:
    command = [sys.executable, "-c", CUT, "session", "purge", str(place.root), "--now"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 130, done.stderr
    said = done.stderr.replace("\u00a0", " ").strip().splitlines()[-1]
    assert said.startswith("Interrompu pendant l'effacement : 4 sur 5 de ce qui doit partir est effacé")
    assert said.endswith(f"relancer la même commande : liaison session purge {place.root} --now")


def test_what_is_ended_while_it_verifies_says_that_all_is_gone_and_nothing_sure_yet(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purging, "verified", end)
    said = last_words(cut(place))
    assert said.startswith("Interrompu pendant la vérification : ce qui devait partir est effacé")
    assert "relancer la même commande" in said
    assert place.participants_file.exists()


def test_what_is_ended_before_anything_goes_says_so(place: SessionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purging, "doomed_files", end)
    before = {*place.root.rglob("*")}
    assert last_words(cut(place)) == NOTHING
    assert {*place.root.rglob("*")} == before
