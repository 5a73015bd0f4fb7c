"""A disk that may only be read: one French sentence that says what to do, nothing lost, nothing called damaged."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.accounts import as_intruder, can_be_others
from full_disk import protected, small_disk
from training.a_course import answered, hand_in
from training.a_session import ANNE, BRUNO, CHLOE, archive, at, drop, markable_session, tree
from training.test_texts_to_read import CLEAR

from liaison.base.faults import held_elsewhere, is_read_only
from liaison.training.marks.copies import CourseError
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.of_session import asked_exercises
from liaison.training.marks.trainer_marks import trainer_marks

TO_DO = "Permettez d'écrire sur ce disque"


def a_course(root: Path) -> Path:
    """A session of two copies that are not marked."""
    markable_session(root)
    for code in (ANNE, BRUNO):
        hand_in(root, code, answered({CLEAR: "Signez."}))
    return root


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """A session on a disk that takes nothing any more, and a drop folder elsewhere."""
    here = tmp_path_factory.mktemp("cle")
    depot = tmp_path_factory.mktemp("depot")
    drop(depot, f"remise-{CHLOE}.zip", archive(CHLOE, at(12)))
    with small_disk(here, 8):
        course = a_course(here / "seance")
        with protected(here):
            yield course, depot


def session(*words: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from app.cli import main; main()", "session", *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)


@pytest.mark.parametrize(
    "words",
    [
        lambda root, _depot: ("grade", "--session", root),
        lambda root, depot: ("collect", depot, "--session", root),
        lambda root, _depot: ("badge", root, "--all"),
        lambda root, _depot: ("attest", root, "--all"),
        lambda root, _depot: ("attendance", root),
        lambda root, _depot: ("results", "--session", root),
        lambda root, _depot: ("report", "--session", root),
        lambda root, _depot: ("texts", "--session", root),
        lambda root, _depot: ("purge", root, "--now", "--unmarked"),
    ],
)
def test_a_session_on_a_disk_that_may_only_be_read_says_so_and_what_to_do(
    disk: tuple[Path, Path], words: Callable[[Path, Path], tuple[object, ...]]
) -> None:
    root, depot = disk
    before = tree(root)
    done = session(*words(root, depot))
    said = done.stderr.replace("\u00a0", " ")
    assert done.returncode == 2, said
    sentence = said.splitlines()[-1]
    assert "lecture seule" in sentence
    assert any(what in sentence for what in (TO_DO, "Permettez d'y écrire", "donner à --out")), sentence
    assert ".partiel" not in said
    assert "abîmé" not in said.replace("Il n'est pas abîmé", "")
    assert done.stdout == ""
    assert tree(root) == before


def test_a_closing_on_such_a_disk_says_it_of_each_part_and_never_that_the_gradebook_is_to_be_made_again(
    disk: tuple[Path, Path],
) -> None:
    root, _ = disk
    done = session("close", root, "--all", "--no-pdf")
    said = done.stdout.replace("\u00a0", " ")
    assert done.returncode == 1
    assert "Notes\nPas fait : " in said
    assert "à refaire" not in said
    assert "Error" not in said


def test_a_gradebook_that_may_only_be_read_is_told_apart_and_none_of_its_marks_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite says it of a file as of a disk; asked to, it opens any file so, even for an administrator."""
    root = a_course(tmp_path / "seance")
    (exercise,) = asked_exercises(None, root)
    assert all(copy.result for copy in grade_course(root, exercise))
    marked = shutil.copy(root / "gradebook.db", tmp_path / "avant.db")
    connect = sqlite3.dbapi2.connect

    def read_only(name: str, *args: object, **kwargs: object) -> sqlite3.Connection:
        kwargs["uri"] = True
        return connect(f"file:{name}?mode=ro", *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(sqlite3.dbapi2, "connect", read_only)
    with pytest.raises(CourseError) as refused:
        [*grade_course(root, exercise)]
    assert is_read_only(refused.value)
    assert not held_elsewhere(refused.value)
    assert "Il n'est pas abîmé, et rien n'y a été changé." in str(refused.value).replace("\u00a0", " ")
    assert (root / "gradebook.db").read_bytes() == Path(marked).read_bytes()


@can_be_others
def test_a_gradebook_that_this_account_may_not_open_is_not_called_damaged() -> None:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    root = a_course(folder / "seance")
    (exercise,) = asked_exercises(None, root)
    (root / "gradebook.db").chmod(0o600)

    def refused() -> str:
        with pytest.raises(CourseError) as error:
            trainer_marks(root, exercise.id)
        return str(error.value).replace("\u00a0", " ")

    trainer_marks(root, exercise.id)  # what only the administrator may read of Python is loaded before
    said = as_intruder(refused)
    shutil.rmtree(folder)
    assert "l'accès est refusé à ce compte" in said
    assert "il est abîmé, ou d'une autre version" not in said
