"""Poser ce qui est reçu dans le dossier d'une séance : chaque fichier entier ou pas du tout, rien hors de lui."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Mapping
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
from liaison.training.hand_in.deciding import hour
from liaison.training.hand_in.reading import LARGEST_ARCHIVE, HandIn
from liaison.training.marks.copies import SECRET, TIMESTAMP
from liaison.training.offered import offers
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)


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


def is_linked(place: SessionFolder, code: str, module: str) -> bool:
    """Whether the place of a copy is a link, to who knows where."""
    person = place.submitted / code
    return person.is_symlink() or (person / module).is_symlink()


def copy_in_place(place: SessionFolder, code: str, module: str) -> Mapping[str, bytes] | None:
    """Return the files of the copy of a person, empty for those that are missing; None when there is no copy.

    Raises:
        OSError: the system does not let us look there.
    """
    final = place.submitted / code / module
    if not os.path.lexists(final):
        return None
    if final.is_dir():
        os.scandir(final).close()  # what is in a closed folder would be taken for nothing
    return {name: _read(final / name) for name in (ANSWERS_FILE, TIMESTAMP, EXERCISE, SECRET)}


def put_files(place: SessionFolder, code: str, module: str, files: Mapping[str, bytes]) -> None:
    """Put these files, and no other, as the copy of a person, where nbgrader and `grade` look for it.

    Raises:
        OSError: the system does not let us write there; what was there stays.
    """
    with whole_folder(place.submitted / code / module, replacing=True, meanwhile=place.submitted) as fresh:
        for name, content in files.items():
            (fresh / name).write_bytes(content)


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
    "clear_unfinished",
    "copy_in_place",
    "is_linked",
    "keep_archive",
    "kept_at",
    "put_files",
    "put_team_file",
    "stamp",
    "stamped",
]
