"""What any command of a session writes in it with sudo is for the account of the session, which reads it again."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from browser.accounts import INTRUDER, as_intruder, can_be_others
from training.a_course import answered, bare_course, hand_in
from training.a_session import ANNE, BRUNO, SESSION, archive, at, drop, people_csv
from training.test_texts_to_read import CLEAR
from typer.testing import CliRunner

from app.cli.commands import app
from app.cli.session_command import SessionCommand
from liaison.training.session.definition import SessionFolder, load_session, write_session

# A command, and what it writes first in the session: each starts from what those before it gave back.
WRITTEN = {
    "collect {box} --session {session}": f"submitted/{BRUNO}",
    "grade --session {session}": "gradebook.db",
    "texts --session {session}": "documents/textes_a_lire.csv",
    "feedback --session {session} --no-pdf": f"feedback/{ANNE}",
    "results --session {session}": "documents/resultats.csv",
    "report --session {session}": "documents/compte_rendu.pdf",
    "attendance {session}": "presences.csv",
    "attest {session} --all --hours 6h30": "documents/attestations",
    "badge {session} --all": "documents/badges",
    "handbook --out {session}/guide --module 01": "guide",
}


@pytest.fixture
def place() -> Iterator[SessionFolder]:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    session = folder / "seance"
    session.mkdir()
    bare_course(session)
    write_session(session, SESSION)
    (session / "participants.csv").write_bytes(people_csv({ANNE: "Anne Fictive"}))
    hand_in(session, ANNE, answered({CLEAR: "Signez."}))
    for path in (session, *session.rglob("*")):
        os.chown(path, INTRUDER, INTRUDER)
    yield load_session(session)
    shutil.rmtree(folder)


def of_root(place: SessionFolder) -> list[str]:
    return [path.relative_to(place.root).as_posix() for path in place.root.rglob("*") if not path.lstat().st_uid]


@can_be_others
def test_nothing_that_a_command_writes_with_sudo_in_a_session_stays_root_s(place: SessionFolder) -> None:
    box = place.root.parent / "depot"
    drop(box, f"remise-{BRUNO}.zip", archive(BRUNO, at(11)))
    for words, written in WRITTEN.items():
        typed = words.format(box=box, session=place.root).split()
        done = CliRunner().invoke(app, ["session", *typed])
        assert (place.root / written).exists(), done.output
        assert of_root(place) == [], words
    book = str(place.gradebook)
    assert as_intruder(lambda: os.access(book, os.R_OK | os.W_OK)) is True


@can_be_others
def test_a_command_that_is_refused_half_way_gives_what_it_had_written(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place.root)

    def stopped(*_: object) -> None:
        (place.documents).mkdir(exist_ok=True)
        (place.documents / "debut.csv").write_bytes(b"")
        raise KeyboardInterrupt

    monkeypatch.setattr("app.cli.session_results.run", stopped)
    CliRunner().invoke(app, ["session", "results"])  # the session is the folder one stands in
    assert (place.documents / "debut.csv").exists()
    assert of_root(place) == []


@can_be_others
def test_a_session_made_with_sudo_is_for_who_called_it_and_an_administrator_alone_keeps_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(name: str) -> set[int]:
        words = f"session new --date 2026-11-27 --module 01 --participants 2 --mode cle --out {tmp_path / name}"
        assert CliRunner().invoke(app, words.split()).exit_code == 0
        return {path.lstat().st_uid for path in (tmp_path / name, *(tmp_path / name).rglob("*"))}

    with monkeypatch.context() as alone:
        alone.delenv("SUDO_UID", raising=False)
        alone.setattr("liaison.training.session.making._release", lambda *_: None)  # seconds of nbgrader, for nothing
        assert made("seule") == {0}
    monkeypatch.setenv("SUDO_UID", str(INTRUDER))
    monkeypatch.setenv("SUDO_GID", str(INTRUDER))
    assert made("appelee") == {INTRUDER}


@can_be_others
def test_what_a_command_writes_with_sudo_out_of_its_session_is_for_who_called_it(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = place.root.parent
    held = beside / "papiers"
    (held / "autre").mkdir(parents=True)
    (held / "autre" / "ancien.csv").write_bytes(b"")
    (held / "lien").symlink_to("/etc/passwd")
    before = {path.relative_to(beside).as_posix() for path in (held, *held.rglob("*"))}
    monkeypatch.setenv("SUDO_UID", str(INTRUDER + 1))
    monkeypatch.setenv("SUDO_GID", str(INTRUDER + 1))
    for words in (
        f"grade --session {place.root} --out {held}",
        f"results --session {place.root} --out {beside}/a/faire/resultats",
    ):
        CliRunner().invoke(app, ["session", *words.split()])
    owners = {
        path.relative_to(beside).as_posix(): path.lstat().st_uid
        for path in beside.rglob("*")
        if place.root not in (path, *path.parents)
    }
    assert {
        "papiers/notes_01_messagerie_ent.csv",
        "a",
        "a/faire/resultats/resultats.csv",
    } <= owners.keys()
    assert owners == {name: 0 if name in before else INTRUDER + 1 for name in owners}
    assert of_root(place) == []


def test_no_command_of_a_session_goes_without_giving_back() -> None:
    group = typer.main.get_command(app).commands["session"]  # type: ignore[attr-defined]
    assert len(group.commands) > len(WRITTEN)
    assert {name for name, one in group.commands.items() if not isinstance(one, SessionCommand)} == set()
