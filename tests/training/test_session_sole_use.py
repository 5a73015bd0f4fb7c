"""One thing at a time is done to a session: the second is refused in a sentence, and nothing is half-written."""

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from training.a_course import COURSE
from training.a_session import (
    ANNE,
    NOON,
    archive,
    at,
    drop,
    markable_session,
    session_in,
    tree,
)
from typer.testing import CliRunner

from app.cli import session_hub
from app.cli.commands import app
from liaison.training.closing import attestations
from liaison.training.closing.attestations import write_attestations
from liaison.training.closing.closing import close_session
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.gathering import gather
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionError, SessionFolder, load_session, write_session
from liaison.training.session.sole_use import sole_use

BUSY = "Cette séance est occupée"


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    """A session of three names, and a drop folder beside it."""
    root = markable_session(tmp_path / "seance")
    drop(tmp_path / "depot", f"remise-{ANNE}.zip", archive(ANNE, at(11)))
    return load_session(root)


@contextmanager
def another_holds(place: SessionFolder) -> Iterator[None]:
    """Hold a session in another program; it is killed at the end, with no time to give anything back."""
    program = (
        "import sys, time; from pathlib import Path;"
        "from liaison.training.session.definition import load_session;"
        "from liaison.training.session.sole_use import sole_use\n"
        "with sole_use(load_session(Path(sys.argv[1]))): print('tenue', flush=True); time.sleep(300)"
    )
    with subprocess.Popen([sys.executable, "-c", program, place.root], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "tenue\n"
        try:
            yield
        finally:
            other.kill()
            other.wait()


DOINGS: dict[str, Callable[[SessionFolder], object]] = {
    "clore": lambda place: close_session(place, all_present=True),
    "effacer": lambda place: purge(place, NOON, early=True),
    "prendre d'un dépôt": lambda place: collect(place, place.root.parent / "depot", at(12)),
    "prendre de la salle": lambda place: gather(place, place.session.modules, at(12)),
    "attester": lambda place: write_attestations(place, all_present=True),
}
COMMANDS = (
    ("close", "--all"),
    ("purge", "--now"),
    ("attest", "--all"),
    ("badge", "--all"),
    ("grade", "--session"),
    ("feedback", "--session"),
    ("texts", "--session"),
    ("texts", "--marks", "nulle_part.csv", "--session"),
    ("report", "--session"),
    ("results", "--session"),
)


def test_whoever_comes_second_is_told_and_changes_nothing_and_a_killed_holder_leaves_the_session_free(
    place: SessionFolder,
) -> None:
    before = tree(place.root)
    with another_holds(place):
        for name, doing in DOINGS.items():
            with pytest.raises(SessionError, match=BUSY):
                doing(place)
            assert tree(place.root) == before, name
        for words in COMMANDS:
            answer = CliRunner().invoke(app, ["session", *words, str(place.root)])
            assert BUSY in str(answer.exception) + answer.output, words
            assert tree(place.root) == before, words
    assert purge(place, NOON, early=True).state == "fait"


def test_no_name_is_written_after_the_proof_of_an_erasure_asked_while_attestations_are_made(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[str] = []

    def meanwhile(document: Any) -> bytes | None:
        def erase() -> None:
            try:
                answers.append(purge(load_session(place.root), NOON, early=True).state)
            except SessionError as error:
                answers.append(str(error))

        # Another thread, as another tab: what the closing holds is not its own.
        other = threading.Thread(target=erase)
        other.start()
        other.join()
        return printable(document)

    printable = attestations.printable
    monkeypatch.setattr(attestations, "printable", meanwhile)
    close_session(place, all_present=True)
    assert answers
    assert all(answer.startswith(BUSY) for answer in answers)
    assert not place.erasure.exists()
    assert place.participants_file.exists()


def test_a_session_is_taken_up_as_its_file_says_it_then(place: SessionFolder) -> None:
    later = place.session.model_copy(update={"hand_in_until": place.session.hand_in_until.replace(hour=20)})
    write_session(place.root, later)
    close_session(place, all_present=True, hours="6h")
    now = load_session(place.root).session
    assert (now.minutes, now.hand_in_until) == (360, later.hand_in_until)


def test_a_deadline_changed_meanwhile_is_that_by_which_a_hand_in_is_late(tmp_path: Path) -> None:
    place = session_in(tmp_path / "seance")
    drop(tmp_path / "depot", f"remise-{ANNE}.zip", archive(ANNE, at(11)))
    write_session(
        place.root, place.session.model_copy(update={"hand_in_until": place.session.hand_in_until.replace(hour=10)})
    )
    (line,) = collect(place, tmp_path / "depot", at(12)).new
    assert (line.module, line.state) == (COURSE.id, "en_retard")


@pytest.mark.skipif(os.name != "posix", reason="la salle s'ouvre sous Linux et macOS")
def test_a_program_that_does_a_part_of_what_holds_the_session_is_not_refused(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from liaison.training.session.definition import load_session;"
        "from liaison.training.session.sole_use import sole_use\n"
        "with sole_use(load_session(Path(sys.argv[1]))): print('prise')"
    )

    def run(command: list[str], **more: Any) -> subprocess.CompletedProcess[str]:
        more |= {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return really([sys.executable, "-c", program, command[3]], **more)

    really = subprocess.run
    monkeypatch.setattr(session_hub.subprocess, "run", run)
    with sole_use(place):
        assert session_hub.collect_in_room(place.root, quiet=True) == 0
    with another_holds(place):
        assert session_hub.collect_in_room(place.root, quiet=True) == 1


@pytest.mark.skipif(
    os.name != "posix", reason="sous Windows, aucun dossier ne se tient : les autres essais le montrent"
)
def test_where_a_disk_holds_no_folder_a_file_of_this_machine_keeps_two_apart(
    place: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def of_files_alone(opened: int, wish: int) -> None:
        if stat.S_ISDIR(os.fstat(opened).st_mode):
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
        flock(opened, wish)

    flock = fcntl.flock
    beside = tmp_path / "temporaire"
    beside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(beside))
    monkeypatch.setattr(fcntl, "flock", of_files_alone)
    before = tree(place.root)
    answers: list[str] = []

    def second() -> None:
        try:
            gather(place, place.session.modules, at(12))
        except SessionError as error:
            answers.append(str(error))

    with sole_use(place):
        other = threading.Thread(target=second)
        other.start()
        other.join()
    assert answers[0].startswith(BUSY)
    assert tree(place.root) == before
    purge(place, NOON, early=True)
    assert place.erasure.exists()
