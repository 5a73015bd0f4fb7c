"""Poser ce qui est reçu dans le dossier d'une séance : chaque fichier entier ou pas du tout, rien hors de lui."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

from liaison.base.faults import FrenchError
from liaison.base.files import clear_leftovers, put_whole, whole_folder
from liaison.base.guarded import NotTakenError, taken
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.yaml_text import read_yaml
from liaison.module import EXERCISE
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.hand_in.deciding import another_in_time, hour, same_work
from liaison.training.hand_in.journal import State
from liaison.training.hand_in.reading import LARGEST_ARCHIVE, HandIn
from liaison.training.marks.copies import SECRET, TIMESTAMP
from liaison.training.offered import offers
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)


# What becomes of a copy that is not put in its place, and why.
Aside = tuple[State, str]

_CLOCK = "%Y-%m-%d %H:%M:%S.%f"
_UNFIT = re.compile(r"[^A-Za-z0-9_.-]+")


def clear_unfinished(place: SessionFolder) -> None:
    """Remove what a run that was cut left: pieces that never took their name."""
    for folder in (place.submitted, place.received, place.teams):
        folder.mkdir(exist_ok=True)
        clear_leftovers(folder)


def keep_archive(place: SessionFolder, hand_in: HandIn, content: bytes, digest: str) -> str:
    """Keep an archive as it came, down to the disk, and return its name; an archive already kept stays."""
    made_at = hand_in.made_at.astimezone(place.session.zone)
    name = f"{hand_in.code}_{made_at:%Y%m%dT%H%M%S}_{digest[:8]}.zip"
    _write(place.received / name, content)
    return name


def put_copy(
    place: SessionFolder, code: str, module: str, hand_in: HandIn, is_ours: Callable[[bytes, bytes], bool]
) -> Aside | None:
    """Put the copy of a person where nbgrader and `grade` look for it; return what becomes of it otherwise.

    `is_ours` tells, by answers and notebook, a copy that this command put there from one that came another way.

    Raises:
        OSError: the system does not let us read or write there; what was there stays.
    """
    work = hand_in.modules[module]
    files = {ANSWERS_FILE: work.answers, TIMESTAMP: stamp(hand_in.made_at)}
    files |= {EXERCISE: work.notebook} if work.notebook else {}
    return put_files(place, code, module, files, lambda there: is_ours(there[ANSWERS_FILE], there[EXERCISE]))


def stamp(moment: dt.datetime) -> bytes:
    """Return when a copy was handed in as nbgrader writes it beside the copy."""
    return f"{moment.astimezone(dt.UTC):{_CLOCK}} UTC\n".encode()


def stamped(written: bytes) -> dt.datetime | None:
    """Return the instant that nbgrader wrote, None when it is none."""
    try:
        text = written.decode("ascii").strip().removesuffix(" UTC")
        return dt.datetime.strptime(text if "." in text else f"{text}.0", _CLOCK).replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def kept_at(place: SessionFolder, code: str, module: str) -> str:
    """Return the hour of the copy that is in place, of whatever door, as people read it; "" when it cannot be told."""
    try:
        came = stamped(taken(place.submitted, code, module, TIMESTAMP, largest=LARGEST_ARCHIVE))
    except (OSError, NotTakenError):
        return ""
    return hour(came, place.session.zone) if came else ""


def put_files(
    place: SessionFolder,
    code: str,
    module: str,
    files: Mapping[str, bytes],
    is_ours: Callable[[Mapping[str, bytes]], bool],
) -> Aside | None:
    """Put these files, and no other, as the copy of a person; return what becomes of them otherwise, None when done.

    `is_ours` tells from its files, empty for those that are missing, a copy that may be replaced.

    Raises:
        OSError: see `put_copy`.
    """
    person, final = place.submitted / code, place.submitted / code / module
    if person.is_symlink() or final.is_symlink():
        return "refusee", typeset(phrase("place-liee"))
    if os.path.lexists(final):
        if final.is_dir():
            os.scandir(final).close()  # what is in a closed folder would be taken for nothing
        there = {name: _read(final / name) for name in (ANSWERS_FILE, TIMESTAMP, EXERCISE, SECRET)}
        if there == {name: files.get(name, b"") for name in there}:
            return None
        if not is_ours(there):
            return _beside(place, there, files) or (
                "refusee",
                typeset(phrase("venue-autrement", code=code, module=module)),
            )
    with whole_folder(final, replacing=True, meanwhile=place.submitted) as fresh:
        for name, content in files.items():
            (fresh / name).write_bytes(content)
    return None


def _beside(place: SessionFolder, there: Mapping[str, bytes], files: Mapping[str, bytes]) -> Aside | None:
    """Return what becomes of a copy that loses nothing to the one that came otherwise: late, or the same work."""
    came_at, there_at = stamped(files[TIMESTAMP]), stamped(there[TIMESTAMP])
    if came_at is None or there_at is None:
        return None
    deadline, zone = place.session.deadline, place.session.zone
    if there_at <= deadline < came_at:
        return "en_retard", typeset(another_in_time(hour(came_at, zone), hour(there_at, zone)))
    if there[ANSWERS_FILE] and there[ANSWERS_FILE] == files.get(ANSWERS_FILE):
        return "doublon", typeset(same_work(hour(there_at, zone)))
    return None


def put_team_file(place: SessionFolder, code: str, name: str, content: bytes) -> str | None:
    """Put the file of a team under a name of its own; return why it is refused, None when it is there.

    `code` is who handed it in, empty for a file dropped alone.

    The team mode tells opened files apart by their names: two « politique.yaml » would be one.
    """
    named = Path(_UNFIT.sub("_", name).lstrip(".") or "equipe")
    try:
        text = content.decode("utf-8-sig")
        held = read_yaml(text)
        keys = held if isinstance(held, dict) else {}
        for each in offers().team_files:
            if each.is_one(named.stem, keys):
                each.form.parse(text, f"« {name} »")
    except UnicodeDecodeError:
        return typeset(phrase("pas-du-texte"))
    except FrenchError as error:
        return " ".join(str(error).split("\n"))[:300]
    except (yaml.YAMLError, RecursionError, ValueError):
        return typeset(phrase("pas-du-yaml"))
    path = place.teams / f"{named.stem}{f'_{code}' * bool(code)}{named.suffix or '.yaml'}"
    if not code and path.exists() and _read(path) != content:  # two teams gave theirs the same name
        path = path.with_stem(f"{path.stem}_{hashlib.sha256(content).hexdigest()[:6]}")
    if path.is_symlink():
        return typeset(phrase("equipe-liee", file=path.name))
    _write(path, content)
    return None


def _read(path: Path) -> bytes:
    try:
        return taken(path.parent, path.name, largest=LARGEST_ARCHIVE)
    except (OSError, NotTakenError):
        return b""


def _write(path: Path, content: bytes) -> None:
    """Write a file whole, or leave the former one; nothing is touched when it already holds this."""
    if _read(path) == content and path.is_file():
        return
    put_whole(path, content)


__all__ = [
    "Aside",
    "clear_unfinished",
    "keep_archive",
    "kept_at",
    "put_copy",
    "put_files",
    "put_team_file",
    "stamp",
    "stamped",
]
