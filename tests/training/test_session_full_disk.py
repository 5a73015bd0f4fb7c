"""A disk without room: one French sentence, and the same command does it all once there is some."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from full_disk import fill, small_disk
from training.a_course import answered, bare_course, hand_in
from training.a_session import ANNE, BRUNO, NOON, SESSION, archive, at, base_in, people_csv, session_in
from training.test_texts_to_read import CLEAR

from liaison.training.purge.purging import purge
from liaison.training.session.definition import write_session

NEW = ["new", "--date", "2026-11-27", "--module", "01", "--participants", "2", "--mode", "machines"]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes."""
    with small_disk(tmp_path, 8):
        yield tmp_path


def session(*words: object) -> "subprocess.CompletedProcess[str]":
    """What the command says in a process of its own: nbgrader's log goes to the terminal, or is not there."""
    command = [sys.executable, "-c", "from app.cli import main; main()", "session", *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)


def test_copies_that_a_full_disk_cannot_mark_are_told_in_one_sentence_and_marked_once_there_is_room(disk: Path) -> None:
    course = disk / "seance"
    course.mkdir()
    bare_course(course)
    write_session(course, SESSION)
    hand_in(course, ANNE, answered({CLEAR: "Signez."}))
    fill(disk)
    done = session("grade", "--session", course)
    assert done.returncode == 2
    step, sentence = done.stderr.splitlines()
    assert step.startswith("[1/1]")
    assert sentence.startswith("Le disque est plein")
    assert "Il n'est pas abîmé" in sentence
    assert done.stdout == ""
    assert "Pas fait : Le disque est plein" in session("close", course, "--no-pdf").stdout.replace("\u00a0", " ")
    (disk / "plein").unlink()
    assert "Copies notées : 1 sur 1." in session("grade", "--session", course).stdout.replace("\u00a0", " ")


def test_a_sound_gradebook_and_a_key_that_a_full_disk_cannot_change_are_not_called_damaged(disk: Path) -> None:
    place = session_in(disk / "seance")
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    base_in(place.gradebook, "Anne Fictive a bien compris. " * 20_000)
    fill(disk)
    badge = session("badge", place.root, "--all")
    assert "le disque est plein" in badge.stderr.replace("\u00a0", " ")
    assert "où l'on peut écrire" not in badge.stderr
    (disk / "plein").unlink()
    fill(disk, 16_000)  # the names that are looked for and the proof, but not a gradebook written again
    (left,) = (one for one in purge(place, NOON + dt.timedelta(days=31)).left if one.path == place.gradebook.name)
    assert "le disque est plein" in left.reason
    assert "abîmée" not in left.reason
    (disk / "plein").unlink()
    assert purge(place, NOON + dt.timedelta(days=31)).state == "fait"


@pytest.mark.parametrize("left", [8_000, 40_000, 150_000])  # the files, the codes, nbgrader's gradebook
def test_a_session_that_a_full_disk_cannot_hold_is_told_in_one_sentence_and_leaves_nothing(
    disk: Path, left: int
) -> None:
    fill(disk, left)
    done = session(*NEW, "--out", disk / "seance")
    assert done.returncode == 2
    *steps, sentence = done.stderr.splitlines()
    assert all(step.startswith("[") for step in steps)
    assert sentence.startswith("Le disque est plein")
    assert str(disk / "seance") in sentence
    assert [path.name for path in disk.iterdir()] == ["plein"]


def two_hand_ins(disk: Path) -> Path:
    depot = disk / "depot"
    depot.mkdir()
    for code in (ANNE, BRUNO):
        (depot / f"remise-{code}.zip").write_bytes(archive(code, at(12)))
    return depot


def test_hand_ins_that_a_full_disk_stops_half_way_are_told_true_and_all_taken_once_there_is_room(disk: Path) -> None:
    place, depot = session_in(disk / "seance"), two_hand_ins(disk)
    fill(disk, 24_000)  # an archive, and not all that comes after
    done = session("collect", depot, "--session", place.root)
    assert done.returncode == 2
    sentence = done.stderr.splitlines()[-1]
    assert sentence.startswith("Le disque est plein")
    assert "rien n'a été écrit" not in sentence
    assert {path.suffix for path in place.received.iterdir()} == {".zip"}
    assert not place.journal.exists()
    (disk / "plein").unlink()
    session("collect", depot, "--session", place.root)
    assert {path.name for path in place.submitted.iterdir()} == {ANNE, BRUNO}


def test_hand_ins_that_a_full_disk_keeps_out_are_not_said_to_have_never_come(disk: Path) -> None:
    course = disk / "seance"
    course.mkdir()
    bare_course(course)
    write_session(course, SESSION)
    depot = two_hand_ins(disk)
    fill(disk)
    said = session("close", course, "--drop", depot, "--no-pdf").stdout.replace("\u00a0", " ")
    assert "Remises\nPas fait : le disque est plein." in said
    assert "Aucune copie n'est arrivée" not in said
    assert "Aucune copie n'a pu être prise" in said
