"""A folder that the system closes, one person's: a mark or a reason for everybody, and nobody is stopped by it."""

import datetime as dt
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from training.a_course import COURSE, answered, hand_in
from training.a_session import ANNE, BRUNO, CHLOE, SESSION, answers, archive, at, drop, states
from training.damaged_copies import SOLVED
from typer.testing import CliRunner, Result

from app.cli.commands import app
from liaison.messaging.policy.policy import load_policy, to_yaml
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.journal import read_journal
from liaison.training.hand_in.standing import standing
from liaison.training.marks.copies import read_copies
from liaison.training.session.definition import SessionFolder, write_session

NOW = at(19)
# By what the system is asked for something in a folder, and for the folder itself.
INSIDE, ITSELF = ("stat", "lstat", "mkdir", "rename", "replace", "open"), ("scandir", "listdir")


@pytest.fixture
def graded(course: Path) -> Path:
    """A session that has a gradebook and three copies, the second of which will be closed."""
    write_session(course, SESSION)
    for name in (ANNE, BRUNO, CHLOE):
        hand_in(course, name, answered(SOLVED))
    return course


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Let nobody in a folder, as `chmod 000` does: these tests may be run by root, to whom nothing is closed."""

    def refuse(real: Callable[..., Any], itself: bool) -> Callable[..., Any]:
        def asked(*given: Any, **options: Any) -> Any:
            for path in given[:2]:
                if isinstance(path, str | os.PathLike):
                    place = Path(os.fspath(path))
                    if folder in place.parents or (itself and place == folder):
                        raise PermissionError(13, "Permission denied", str(place))
            return real(*given, **options)

        return asked

    with pytest.MonkeyPatch.context() as patch:
        for name in (*INSIDE, *ITSELF):
            patch.setattr(os, name, refuse(getattr(os, name), name in ITSELF))
        patch.setattr(io, "open", refuse(io.open, False))
        yield


def command(*words: object) -> Result:
    return CliRunner().invoke(app, ["session", *map(str, words)])


@pytest.mark.parametrize("place", [f"submitted/{BRUNO}", f"submitted/{BRUNO}/{COURSE.id}"])
def test_a_closed_folder_is_a_reason_when_marks_feedback_and_status_are_asked(graded: Path, place: str) -> None:
    with closed(graded / place):
        marked = command("grade", "--session", graded)
        given = command("feedback", "--session", graded, "--no-pdf")
        status = command("status", graded)
    for said in (marked, given):
        assert said.exit_code == 1, said.output
        (line,) = [line for line in said.stdout.splitlines() if BRUNO in line]
        assert "ne peut pas être ouvert" in line
        assert "l'accès est refusé" in line
    assert "2 sur 3" in marked.stdout.replace("\u00a0", " ")
    assert {path.parent.parent.name for path in (graded / "feedback").rglob("retour.html")} == {ANNE, CHLOE}
    assert status.exit_code == 0, status.output
    if place.endswith(BRUNO):
        assert f"{BRUNO}\tdossier fermé" in status.stdout
        assert f": {BRUNO}. En permettre la lecture" in status.stdout.replace("\u00a0", " ")


def test_an_open_folder_without_the_exercise_is_still_no_copy(graded: Path) -> None:
    shutil.rmtree(graded / "submitted" / BRUNO / COURSE.id)
    (graded / "submitted" / "un_fichier").touch()
    assert [copy.student for copy in read_copies(graded / "submitted", COURSE)] == sorted((ANNE, CHLOE))
    assert standing(SessionFolder(graded, SESSION))[BRUNO] == {COURSE.id: "manque"}
    assert "dossier fermé" not in command("status", graded).stdout


def test_a_feedback_folder_that_is_closed_stops_nobody(graded: Path) -> None:
    (graded / "feedback" / BRUNO).mkdir(parents=True)
    with closed(graded / "feedback" / BRUNO):
        given = command("feedback", "--session", graded, "--no-pdf")
    assert given.exit_code == 1
    assert f"{BRUNO} : pas de retour, son retour n'a pas pu être écrit" in given.stdout.replace("\u00a0", " ")
    assert {path.parent.parent.name for path in (graded / "feedback").rglob("retour.html")} == {ANNE, CHLOE}


@pytest.mark.parametrize("inside", ["", COURSE.id])
def test_collecting_goes_on_after_a_folder_that_is_closed_and_takes_the_copy_once_it_is_open(
    place: SessionFolder, box: Path, inside: str
) -> None:
    for number, code in enumerate((ANNE, BRUNO, CHLOE)):
        drop(box, f"{number}.zip", archive(code, at(15)))
    (place.submitted / BRUNO / inside).mkdir(parents=True)
    with closed(place.submitted / BRUNO / inside):
        done = states(collect(place, box, NOW))
    assert done[f"0.zip|{COURSE.id}"][0] == done[f"2.zip|{COURSE.id}"][0] == "recue"
    state, reason = done[f"1.zip|{COURSE.id}"]
    assert state == "refusee"
    assert f"{BRUNO}/{COURSE.id} » ne peut pas être écrit : l'accès est refusé" in reason
    shutil.rmtree(place.submitted / BRUNO)
    assert states(collect(place, box, NOW)) == {f"1.zip|{COURSE.id}": ("recue", "")}
    assert (place.submitted / BRUNO / COURSE.id / "reponses.json").read_bytes() == answers()


def test_a_closed_folder_of_teams_costs_their_files_and_no_copy(place: SessionFolder, box: Path) -> None:
    policy = to_yaml(load_policy("equilibree"))
    drop(box, "a.zip", archive(ANNE, at(15), **{"equipe__politique.yaml": policy}))
    drop(box, "b/politique.yaml", policy.encode())
    drop(box, "c.zip", archive(CHLOE, at(15)))
    with closed(place.teams):
        done = states(collect(place, box, NOW))
    assert done[f"a.zip|{COURSE.id}"][0] == done[f"c.zip|{COURSE.id}"][0] == "recue"
    names = ("a.zip|equipe/politique.yaml", "b/politique.yaml|equipe/politique.yaml")
    for name in names:
        assert done[name][0] == "refusee"
        assert "l'accès est refusé" in done[name][1]
    again = states(collect(place, box, NOW))
    assert [again[name] for name in names] == [("recue", "")] * 2
    assert len(read_journal(place.journal)) == 4
    assert len(list(place.teams.iterdir())) == 2
    assert not collect(place, box, NOW).new


def test_a_file_in_the_place_of_a_person_stops_nobody(place: SessionFolder, box: Path) -> None:
    (place.submitted / ANNE).touch()
    drop(box, "a.zip", archive(ANNE, at(15)))
    drop(box, "b.zip", archive(BRUNO, at(15)))
    done = states(collect(place, box, NOW))
    assert done[f"a.zip|{COURSE.id}"][0] == "refusee"
    assert done[f"b.zip|{COURSE.id}"][0] == "recue"


def test_a_full_disk_still_stops_at_once(place: SessionFolder, box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drop(box, "a.zip", archive(ANNE, at(15)))

    def full(*_: object) -> str | None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("liaison.training.hand_in.settling.put_files", full)
    with pytest.raises(OSError, match="No space"):
        collect(place, box, dt.datetime.now(dt.UTC))
