"""A session and what participants hand in: `from training.a_session import …`."""

from __future__ import annotations

import datetime as dt
import io
import json
import random
import sqlite3
import zipfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from training.a_course import COURSE, answered, bare_course

from liaison.training.hand_in.collecting import CollectedHandIns
from liaison.training.session.codes import new_codes
from liaison.training.session.definition import Participant, Session, SessionFolder, write_session
from liaison.training.session.participants import participants_csv
from liaison.training.session.time_zone import PARIS

CODES = new_codes(6, random.Random(6))
ANNE, BRUNO, CHLOE, DRISS, ELSA = CODES[1:]
STRANGER = new_codes(1, random.Random(99))[0]
NAMES = {ANNE: "Anne Fictive-Delatour", BRUNO: "Bruno Imaginé", CHLOE: "Chloé Özgür"}
DAY = dt.date(2026, 11, 27)
NOON = dt.datetime(2026, 11, 27, 12, tzinfo=PARIS)
SESSION = Session(
    code=CODES[0],
    title="Régler la messagerie",
    date=DAY,
    place="Collège des Tilleuls",
    trainer="Formatrice Inventée",
    modules=(COURSE.id,),
    mode="machines",
    participants=CODES[1:],
    hand_in_until=dt.datetime(2026, 11, 27, 18),
    names_until=dt.date(2026, 12, 27),
)


def people_csv(names: Mapping[str, str]) -> bytes:
    """Return the list of a session whose people have a name and no more."""
    return participants_csv({code: Participant(name) for code, name in names.items()})


def at(hour: int, minute: int = 0) -> dt.datetime:
    """Return an hour of the day of the session."""
    return dt.datetime(2026, 11, 27, hour, minute, tzinfo=PARIS)


def session_in(root: Path, session: Session = SESSION) -> SessionFolder:
    """Write a session that has its folders and no gradebook."""
    root.mkdir(parents=True, exist_ok=True)
    write_session(root, session)
    place = SessionFolder(root, session)
    for folder in (place.submitted, place.teams, place.documents):
        folder.mkdir()
    return place


def markable_session(root: Path) -> Path:
    """Write a session whose copies can be marked, with a gradebook and three names, and return its folder."""
    root.mkdir()
    bare_course(root)
    write_session(root, SESSION)
    (root / "participants.csv").write_bytes(people_csv(NAMES))
    return root


def answers(choice: str = "attend", **more: Any) -> bytes:
    """Return an answers file of module 01."""
    return json.dumps(answered({"message_de_21_heures": choice, **more})).encode()


def archive(
    code: str, made_at: dt.datetime, work: bytes | None = None, /, *, module: Any = COURSE.id, **more: Any
) -> bytes:
    """Return a `remise-CODE.zip`; `more` are other files by path, with « / » written « __ »."""
    files: dict[str, bytes | str] = {
        "remise.json": json.dumps({"version": 1, "code": code, "made_at": made_at.isoformat()}),
        f"{module}/reponses.json": answers() if work is None else work,
        **{name.replace("__", "/"): content for name, content in more.items()},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def drop(folder: Path, name: str, content: bytes) -> Path:
    """Put a file in a drop folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def tree(root: Path) -> dict[str, bytes]:
    """Return every file under a folder with its content: to see that nothing changed."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def states(done: CollectedHandIns) -> dict[str, tuple[str, str]]:
    """Return what became of each file and each of its works: state and reason."""
    return {f"{line.source}|{line.module}": (line.state, line.reason.replace("\u00a0", " ")) for line in done.new}


def zip_of(files: dict[str, bytes]) -> bytes:
    """Return an archive of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def base_in(path: Path, comment: str) -> None:
    """Write a gradebook of one learner and one comment, as nbgrader lays it out."""
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TABLE student (id VARCHAR(128) PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT)")
        base.execute("CREATE TABLE comment (id TEXT PRIMARY KEY, manual_comment TEXT, auto_comment TEXT)")
        base.execute("INSERT INTO student VALUES (?, NULL, NULL, NULL)", (ANNE,))
        base.execute("INSERT INTO comment VALUES ('1', ?, 'trois points')", (comment,))
