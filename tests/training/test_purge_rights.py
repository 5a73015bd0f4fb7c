"""What the account that erases has no right to open or erase is told from the rest, with the words that erase it."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.accounts import INTRUDER, OWNER, as_intruder, can_be_others
from training.a_course import COURSE
from training.a_session import ANNE, BRUNO, NAMES, base_in, drop, people_csv, session_in, tree
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.hand_in.journal import JournalLine, write_journal
from liaison.training.hand_in.room_folders import OPEN
from liaison.training.purge.erasure import read_erasure
from liaison.training.session.definition import SessionFolder

pytestmark = can_be_others
PLACES = "salle/espaces"
LIAISON = Path(sys.executable).with_name("liaison")


@pytest.fixture
def room() -> Iterator[SessionFolder]:
    """The session of an ordinary account after a room opened with sudo: a place is its person's, the rest root's."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    place = session_in(folder / "seance")
    place.participants_file.write_bytes(people_csv(NAMES))
    drop(place.documents, "emargement.txt", NAMES[ANNE].encode())
    write_journal(place.journal, [JournalLine("2026-11-27", ANNE, COURSE.id, NAMES[ANNE], "recue")])
    base_in(place.gradebook, f"Bien, {NAMES[ANNE]}.")
    for path in (place.root, *place.root.rglob("*")):
        os.chown(path, INTRUDER, INTRUDER)
    drop(place.root, f"{PLACES}/{BRUNO}/lettre.txt", NAMES[BRUNO].encode())
    for path in (place.root / PLACES / BRUNO, place.root / PLACES / BRUNO / "lettre.txt"):
        os.chown(path, OWNER, OWNER)
    (place.root / PLACES / BRUNO).chmod(0o700)
    drop(place.root, "salle/echange/lettre.txt", NAMES[BRUNO].encode())
    drop(place.root, "salle/journal.txt", NAMES[BRUNO].encode()).chmod(0o600)
    yield place
    shutil.rmtree(folder)


def purged(place: SessionFolder) -> Any:
    done = CliRunner().invoke(app, ["session", "purge", str(place.root), "--now"])
    return [done.exit_code, done.stdout.replace("\u00a0", " "), done.stderr.replace("\u00a0", " ")]


def as_trainer(place: SessionFolder) -> tuple[int, str, str]:
    # What only the administrator may read of Python is loaded before the account changes.
    elsewhere = Path(shutil.copytree(place.root, place.root.parent / "essai"))
    purged(SessionFolder(elsewhere, place.session))
    _said("status", SessionFolder(elsewhere, place.session))
    code, said, refused = as_intruder(lambda: purged(place))
    return code, said, refused


def test_what_belongs_to_another_account_is_left_named_and_the_words_with_sudo_erase_it(room: SessionFolder) -> None:
    code, said, _ = as_trainer(room)
    assert code == 1
    assert "documents/emargement.txt" in said  # what could be is erased, and said
    assert not (room.documents / "emargement.txt").exists()
    lines = {line.split("\t")[0]: line for line in said.splitlines() if "l'accès est refusé à ce compte" in line}
    assert set(lines) == {f"{PLACES}/{BRUNO}", "salle/echange/lettre.txt", "salle/journal.txt"}
    assert "autre programme" not in said
    assert "À un autre compte, comme les places d'une salle ouverte avec sudo : 3 de ces lignes." in said
    assert room.participants_file.exists()
    sudo, *words = shlex.split(said.partition("cette commande le fait : ")[2].splitlines()[0])
    assert (sudo, words[1:]) == ("sudo", ["session", "purge", str(room.root.resolve()), "--now"])
    done = subprocess.run(words, capture_output=True, text=True, cwd="/", check=False)
    assert done.returncode == 0, done.stdout
    assert "sudo" not in done.stdout
    proof = read_erasure(room)
    assert proof is not None
    assert proof.state == "fait"
    assert NAMES[BRUNO].encode() not in b"".join(tree(room.root).values())
    assert as_intruder(lambda: _said("status", room)) == [0, True]  # the trainer reads what sudo wrote


@pytest.mark.parametrize("command", [("purge",), ("purge", "--reread")])
def test_what_another_account_keeps_closed_is_not_taken_for_erased(
    room: SessionFolder, command: tuple[str, ...]
) -> None:
    closed = drop(room.root, "prive/remise", b"7z\xbc\xaf\x27\x1c" + bytes(60))
    os.chown(closed.parent, OWNER, OWNER)
    closed.parent.chmod(0o700)
    assert purged(room)[0] == 1
    before = read_erasure(room)
    os.chown(room.erasure, INTRUDER, INTRUDER)
    assert before is not None
    assert "prive/remise" in [remark.path for remark in before.not_read]
    as_intruder(lambda: CliRunner().invoke(app, ["session", *command, str(room.root)]).exit_code)
    after = read_erasure(room)
    assert after is not None
    assert (after.not_read, after.kept) == (before.not_read, before.kept)
    shutil.rmtree(closed.parent)
    assert purged(room)[0] == 0


def _said(command: str, place: SessionFolder) -> list[object]:
    done = CliRunner().invoke(app, ["session", command, str(place.root)])
    return [done.exit_code, "Les noms de la liste ont été cherchés, et effacés" in done.stdout.replace("\u00a0", " ")]


def test_a_gradebook_of_another_account_is_no_damaged_one(room: SessionFolder) -> None:
    shutil.rmtree(room.root / "salle")
    os.chown(room.gradebook, OWNER, OWNER)
    code, said, _ = as_trainer(room)
    assert code == 1
    assert "abîmée" not in said
    assert "sudo" in said
    assert room.participants_file.exists()


def test_a_session_that_is_all_another_account_s_is_not_touched_and_the_words_are_said(room: SessionFolder) -> None:
    os.chown(room.root, OWNER, OWNER)
    before = tree(room.root)
    code, said, refused = as_trainer(room)
    assert code != 0
    assert "Rien n'a été effacé" in refused
    assert f"sudo {LIAISON} session purge {room.root} --now" in refused
    assert "effacé" not in said
    assert tree(room.root) == before


@pytest.mark.parametrize("is_held", [True, False], ids=["ouverte", "fermée"])
def test_nothing_is_erased_by_an_account_that_may_not_see_whether_the_room_is_open(
    room: SessionFolder, is_held: bool
) -> None:
    import fcntl

    lock = drop(room.root, OPEN.as_posix(), b"")
    lock.parent.chmod(0o700)
    with lock.open("rb") as held:
        if is_held:
            fcntl.flock(held, fcntl.LOCK_EX)
        before = tree(room.root)
        code, said, refused = as_trainer(room)
        assert code == 2
        assert "ne peut pas voir si elle l'est encore : rien n'a été effacé." in refused
        assert f"cette commande le fait : sudo {LIAISON} session purge {room.root.resolve()} --now" in refused
        assert "effacé" not in said
        assert tree(room.root) == before
        code, _, refused = purged(room)
        assert (code, "La salle de cette séance est ouverte" in refused) == ((2, True) if is_held else (0, False))


def test_who_may_erase_everything_hears_of_no_other_account(room: SessionFolder) -> None:
    code, said, _ = purged(room)
    assert code == 0
    assert "sudo" not in said
    assert "autre compte" not in said


def test_what_close_writes_with_sudo_is_for_the_account_of_the_session(room: SessionFolder) -> None:
    before = {*room.root.rglob("*")}
    CliRunner().invoke(app, ["session", "close", str(room.root), "--no-pdf", "--all"])
    written = [path for path in room.root.rglob("*") if path not in before and path.is_file()]
    assert any(path.is_relative_to(room.documents) for path in written)
    assert {path.lstat().st_uid for path in written} == {INTRUDER}
