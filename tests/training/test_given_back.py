"""What the room gives back is of the copy that counts: the page of one that was replaced is in it no more."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import notebook_hash
from training.a_session import ANNE, BRUNO, COURSE, SESSION, answers, archive, at, drop, session_in
from training.test_room_exchange import hand_in
from traitlets.config import Config

from app.room.exchange import SESSION as SESSION_FOLDER
from app.room.exchange import RoomReleaseFeedback
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.gathering import gather
from liaison.training.hand_in.given_back import GIVEN, pages_to_give, withdraw_others
from liaison.training.hand_in.journal import read_journal
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.marks.copies import COURSE_ID, HANDED_OUT, SECRET, TIMESTAMP
from liaison.training.session.definition import SessionFolder

MODULE = COURSE.id


@pytest.fixture
def room(tmp_path: Path) -> SessionFolder:
    place = session_in(tmp_path / "seance")
    (place.root / INBOUND).mkdir(parents=True)
    for code in (ANNE, BRUNO):
        (place.root / HOMES / code).mkdir(parents=True)
    return place


def handed_in(place: SessionFolder, code: str, hour: int, secret: str, **more: Any) -> None:
    """Somebody hands in in the room, and the copies are taken in."""
    (hand_in(place, code, at(hour), answers(**more)) / SECRET).write_text(secret * 128, encoding="ascii")
    gather(place, SESSION.modules, at(20))


def written(place: SessionFolder, code: str) -> None:
    """What `session feedback` writes for the copy that is in its place."""
    copy, folder = place.submitted / code / MODULE, place.feedback / code / MODULE
    folder.mkdir(parents=True, exist_ok=True)
    for name in (SECRET, TIMESTAMP):
        (folder / name).write_bytes((copy / name).read_bytes())
    for name in (HANDED_OUT, "retour.html"):
        (folder / name).write_text(f"<p>{code}</p>", encoding="utf-8")


def released(place: SessionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `nbgrader release_feedback` does in the room."""
    monkeypatch.setenv(SESSION_FOLDER, str(place.root))
    config = Config()
    config.Exchange.root = str(place.root / INBOUND.parents[1])
    config.CourseDirectory = Config(root=str(place.root), course_id=COURSE_ID, assignment_id=MODULE)
    release = RoomReleaseFeedback(coursedir=CourseDirectory(config=config), config=config)
    release.init_src()
    release.init_dest()
    release.copy_files()


def given(place: SessionFolder) -> set[str]:
    return {page.name for page in (place.root / GIVEN).glob("*.html")}


def named(secret: str) -> str:
    return f"{notebook_hash(secret=secret * 128, notebook_id='exercice')}.html"


@pytest.mark.parametrize("by_file", [False, True], ids=["salle", "clé"])
def test_the_page_of_a_copy_goes_when_a_newer_one_takes_its_place(
    room: SessionFolder, box: Path, monkeypatch: pytest.MonkeyPatch, by_file: bool
) -> None:
    for code, secret in ((ANNE, "a"), (BRUNO, "b")):
        handed_in(room, code, 14, secret)
        written(room, code)
    released(room, monkeypatch)
    assert given(room) == {named("a"), named("b")}
    if by_file:
        drop(box, "plus_recente.zip", archive(ANNE, at(15), answers("sonne")))
        collect(room, box, at(20))
    else:
        handed_in(room, ANNE, 15, "c", message_clair="Signez.")
    assert given(room) == {named("b")}
    # The page of the former copy is still among the papers: nobody wrote that of the new one yet.
    assert [page.parts[-3] for page in pages_to_give(room)] == [BRUNO]
    released(room, monkeypatch)
    assert given(room) == {named("b")}
    if not by_file:
        written(room, ANNE)
        released(room, monkeypatch)
        assert given(room) == {named("b"), named("c")}


def test_the_same_copy_taken_in_again_keeps_its_page(
    room: SessionFolder, box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_in(room, ANNE, 14, "a")
    written(room, ANNE)
    released(room, monkeypatch)
    drop(box, "avant.zip", archive(ANNE, at(13), answers("sonne")))
    collect(room, box, at(20))
    gather(room, SESSION.modules, at(20))
    assert given(room) == {named("a")}


def test_a_page_that_does_not_go_is_said_by_giving_back_and_stops_no_taking_in(
    room: SessionFolder, box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_in(room, ANNE, 14, "a")
    written(room, ANNE)
    released(room, monkeypatch)

    remove = Path.unlink

    def refused(page: Path, missing_ok: bool = False) -> None:
        if page.suffix == ".html":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        remove(page, missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    drop(box, "plus_recente.zip", archive(ANNE, at(15), answers("sonne")))
    collect(room, box, at(20))
    assert {line.state for line in read_journal(room.journal)} == {"recue", "doublon"}
    assert given(room) == {named("a")}
    with pytest.raises(PermissionError):
        withdraw_others(room)
