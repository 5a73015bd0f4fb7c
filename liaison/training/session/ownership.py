"""À qui est ce qu'une commande lancée avec sudo écrit dans une séance : au compte de la séance, qui doit le relire."""

from __future__ import annotations

import os
import stat
from pathlib import Path

ROOM = "salle"  # what a hub adds to the folder of a session


def give_session(session: Path, uid: int, gid: int) -> None:
    """Give an account what an administrator made in a session; what belongs to anybody else stays theirs.

    Not inside `salle`, where participants write: a folder that one looks at may be a link a moment later.
    """
    for folder, folders, files in os.walk(session):
        if ROOM in folders:
            folders.remove(ROOM)
        for path in (Path(folder), *(Path(folder, name) for name in files)):
            seen = path.lstat()
            # A second name of a file of the administrator's, put there by somebody else, is not given with the rest.
            if seen.st_uid == 0 and (stat.S_ISDIR(seen.st_mode) or seen.st_nlink == 1):
                os.chown(path, uid, gid, follow_symlinks=False)


def owner_of(session: Path) -> tuple[int, int] | None:
    """Return the account, and its group, whose session this is: who owns the folder, else who called sudo.

    None for an administrator who came another way: nobody else is known.
    """
    seen = session.stat()
    if seen.st_uid != 0:
        return seen.st_uid, seen.st_gid
    called = [os.environ.get(name, "") for name in ("SUDO_UID", "SUDO_GID")]
    if not all(number.isdecimal() and int(number) for number in called):
        return None
    uid, gid = map(int, called)
    return uid, gid


def give_to_owner(session: Path) -> None:
    """Leave to whose session this is what was just written in it with sudo; nothing to do for any other account."""
    if os.name == "posix" and os.geteuid() == 0 and (owner := owner_of(session)):
        give_session(session, *owner)


__all__ = ["ROOM", "give_session", "give_to_owner", "owner_of"]
