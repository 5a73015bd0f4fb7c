"""La salle ouverte d'une séance : où elle répond, et quel programme la mène ; écrit tant qu'elle l'est, pas plus."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from liaison.base.files import put_whole
from liaison.base.guarded import NotTakenError, taken
from liaison.training.hand_in.room_folders import OPEN, is_open
from liaison.training.hand_in.room_program import PROGRAM

ADDRESS = OPEN.with_name("adresse.json")
_OPENED = OPEN.with_name("deja_ouverte")  # as soon as one room answered, and for ever
SHEET = "salle.pdf"  # in the documents of the session: what is projected for all to come in
LARGEST = 64_000  # octets
_UNREADABLE = (OSError, NotTakenError, ValueError, KeyError, TypeError, RecursionError)


@dataclass(frozen=True)
class OpenRoom:
    """What a room says of itself once it answers: for the trainer, who tells the others how to come in."""

    address: str  # what a participant opens
    password: str  # of the room, never the trainer's
    remarks: tuple[str, ...] = ()  # what to know of it, in sentences
    events: tuple[str, ...] = ()  # what happened in it since it is open, in sentences, the last ones


def write_open_room(session: Path, room: OpenRoom) -> None:
    """Write what a room that answers says of itself, whole, for its owner alone.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    put_whole(session / ADDRESS, json.dumps(asdict(room)).encode(), private=True)
    (session / _OPENED).touch(mode=0o600)


def was_open(session: Path) -> bool:
    """Whether a room of a session ever answered: the places that an opening made before it failed were nobody's."""
    return (session / _OPENED).is_file()


def forget_open_room(session: Path, fault: str = "") -> None:
    """Remove what a room says of itself: it answers no more; where it fell, `fault` says why until another opens.

    Raises:
        OSError: it cannot be removed, or written.
    """
    (session / ADDRESS).unlink(missing_ok=True)
    if fault:
        put_whole(session / ADDRESS, json.dumps({"fault": fault}).encode(), private=True)


def why_cut(session: Path) -> str | None:
    """Return why the last room of a session ended without being closed, until another opens; None where it did not.

    "" where it could not say: it was killed, or its machine put out.
    """
    if is_open(session) is not False or not (session / ADDRESS).is_file():
        return None
    try:
        return str(_written(session)["fault"])
    except _UNREADABLE:
        return ""


def read_open_room(session: Path) -> OpenRoom | None:
    """Return what the open room of a session says of itself; None where none answers, or another account opened it."""
    if not is_open(session) or leader(session) is None:
        return None
    try:
        written = _written(session)
        address, password = written["address"], written["password"]
        remarks, events = written["remarks"], written["events"]
    except _UNREADABLE:
        return None
    if not all(isinstance(text, str) for text in (address, password)):
        return None
    if not all(isinstance(sentences, list) for sentences in (remarks, events)):
        return None
    return OpenRoom(address, password, tuple(map(str, remarks)), tuple(map(str, events)))


def _written(session: Path) -> Any:
    return json.loads(taken(session / ADDRESS.parent, ADDRESS.name, largest=LARGEST))


def leader(session: Path) -> psutil.Process | None:
    """Return the program that opened the room of a session and leads it, by what it wrote; None when it is no more.

    A number that another program has taken since is not it: the command of that one says neither the room nor this
    session.
    """
    try:
        process = psutil.Process(int((session / OPEN).read_text(encoding="ascii")))
        folders = _sessions_of(process.cmdline(), _folder_of(process))
        return process if any(folder.samefile(session) for folder in folders if folder.exists()) else None
    except (OSError, ValueError, psutil.Error):
        return None


def _folder_of(process: psutil.Process) -> Path:
    """Return where a program was started; the top of the disk where the system does not tell, as for a whole path."""
    try:
        return Path(process.cwd())
    except psutil.AccessDenied:
        return Path("/")


def _sessions_of(words: Sequence[str], folder: Path) -> list[Path]:
    """Which folders the command of a room may name, from the folder where it was typed; none for another command."""
    if PROGRAM not in words:
        return []
    given = [folder / word for word in words[words.index(PROGRAM) + 1 :] if not word.startswith("-")]
    return given or [folder]


__all__ = [
    "ADDRESS",
    "SHEET",
    "OpenRoom",
    "forget_open_room",
    "leader",
    "read_open_room",
    "was_open",
    "why_cut",
    "write_open_room",
]
