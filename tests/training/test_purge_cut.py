"""Un effacement que l'on arrête en route dit ce qui est fait, et comment finir : ce qui est effacé ne revient pas."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from training.a_session import ANNE, NAMES, NOON, archive, at, base_in, drop, people_csv
from typer.testing import CliRunner, Result

from app.cli.commands import app
from app.interruptions import Ended
from liaison.training.hand_in.collecting import collect
from liaison.training.purge import erasing, journal_names, purging
from liaison.training.purge.erasure import Erasure, read_erasure
from liaison.training.session.definition import SessionFolder, load_session

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


def then_end(real: Callable[..., Any], at_call: int = 1) -> Callable[..., Any]:
    calls = iter(range(1, 1_000))

    def done(*words: Any, **more: Any) -> Any:
        result = real(*words, **more)
        if next(calls) == at_call:
            end()
        return result

    return done


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
    assert said.startswith("Interrompu pendant l'effacement : 5 sur 5 de ce qui doit partir est effacé")
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


def proof_of(place: SessionFolder) -> Erasure:
    proof = read_erasure(place)
    assert proof is not None
    return proof


def test_what_went_and_was_not_counted_yet_when_somebody_ended_it_is_counted(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "remove", then_end(erasing.remove))
    assert "1 sur 5 de ce qui doit partir est effacé" in last_words(cut(place))


@pytest.mark.parametrize(
    ("module", "name", "at_call"),
    [
        *((purging, "write_erasure", call) for call in (1, 2, 3, 4)),
        *((module, name, 1) for module, name in ((journal_names, "write_journal"), (erasing, "strip_names"))),
        *((purging, name, 1) for name in ("journal_stripped", "bases_stripped", "verified", "erase_list")),
    ],
)
def test_what_was_changed_before_somebody_ended_it_stays_in_the_proof_once_it_is_taken_up_again(
    place: SessionFolder, box: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, at_call: int
) -> None:
    drop(box, f"Delatour_12_file/remise-{ANNE}.zip", archive(ANNE, at(15)))
    collect(place, box, at(19))
    base_in(place.gradebook, f"Bien, {NAMES[ANNE]}.")
    shutil.copytree(place.root, twin := place.root.with_name("jumelle"))
    whole = purging.purge(load_session(twin), NOON, early=True)
    assert {remark.path for remark in whole.changed} == {"remises.csv", "gradebook.db"}

    with monkeypatch.context() as patched:
        patched.setattr(module, name, then_end(getattr(module, name), at_call))
        with pytest.raises(Ended):
            purging.purge(place, NOON, early=True)
    again = purging.purge(place, NOON + dt.timedelta(days=60))
    assert (again.state, again.changed) == ("fait", whole.changed)
    assert {one.path for one in again.erased} == {one.path for one in whole.erased}
    assert again.asked == "avant_la_date"  # files went before the day until which names were to be kept
    assert proof_of(place) == again


def test_the_proof_says_when_it_was_done_and_not_when_it_began(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 7_000, 7))
    monkeypatch.setattr(purging, "monotonic", lambda: next(clock))
    proof = purging.purge(place, NOON, early=True)
    assert (proof.started_at, proof.done_at) == (NOON, NOON + dt.timedelta(seconds=7))
