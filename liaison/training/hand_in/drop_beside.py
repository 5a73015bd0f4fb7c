"""Le dépôt d'une séance sans salle, un dossier à côté du sien ; et les remises que l'on choisit dans une page."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from liaison.base.closed import closed_to_others
from liaison.base.faults import why
from liaison.base.sentences import french_beside
from liaison.training.hand_in.collecting import CollectedHandIns, collect
from liaison.training.session.definition import SessionError, SessionFolder

phrase = french_beside(__file__)

ENDING = "_depot"
LONGEST_NAME = 240  # bytes of the name of a file that a page gives: a disk takes 255


def drop_beside(place: SessionFolder) -> Path:
    """Return the drop folder of a session, which may not exist yet: beside its own, for it is never read in there."""
    root = place.root.resolve()
    return root.with_name(f"{root.name}{ENDING}")


def open_drop(place: SessionFolder) -> Path:
    """Make the drop folder of a session, for its owner alone, where there is none; return it.

    Raises:
        SessionError: it cannot be made, or something else bears its name.
    """
    folder = drop_beside(place)
    try:
        if folder.is_symlink():
            raise SessionError(phrase("autre-chose", folder=folder))
        with closed_to_others():
            folder.mkdir(exist_ok=True)
    except OSError as error:
        raise SessionError(phrase("pas-fait", folder=folder, reason=why(error))) from error
    return folder


def collect_files(place: SessionFolder, files: Sequence[tuple[str, bytes]], now: dt.datetime) -> CollectedHandIns:
    """Take in files that somebody chose in a page, each alone in a folder that its name and content name.

    One that is chosen again is known by it.

    Raises:
        SessionError: see `collect`; or there is no room to put them down meanwhile.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="remises-") as made:
            drop = Path(made)
            for name, content in files:
                path = drop / _folder_of(name, content) / file_name(name)
                path.parent.mkdir(exist_ok=True)  # one file may be chosen twice
                path.write_bytes(content)
            return collect(place, drop, now)
    except OSError as error:
        raise SessionError(phrase("pas-pris", reason=why(error))) from error


def _folder_of(name: str, content: bytes) -> str:
    # Beside a « remise.json », which is an unpacked hand-in, every other file would be a part of it.
    return f"choisi-{hashlib.sha256(file_name(name).encode() + content).hexdigest()[:8]}"


def file_name(name: str) -> str:
    """Return the last part of a name that a page gives, which leads to no other folder."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(sign for sign in last if sign.isprintable() and sign not in ':*?"<>|')
    short = plain.encode()[-LONGEST_NAME:].decode(errors="ignore")
    return short.strip(" .") or "remise"


__all__ = ["collect_files", "drop_beside", "file_name", "open_drop"]
