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


def give_to_owner(session: Path) -> None:
    """Leave to whose folder this is what was just written in it with sudo; nothing to do for any other account."""
    if os.name != "posix" or os.geteuid() != 0:
        return
    owner = session.stat()
    if owner.st_uid != 0:
        give_session(session, owner.st_uid, owner.st_gid)


__all__ = ["ROOM", "give_session", "give_to_owner"]
