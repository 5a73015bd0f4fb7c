"""À qui est ce qu'une commande écrit avec sudo : au compte de la séance, ou à qui l'a lancée, qui doivent le relire."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOM = "salle"  # what a hub adds to the folder of a session


def give_session(session: Path, uid: int, gid: int) -> None:
    """Give an account what an administrator made in a session; what belongs to anybody else stays theirs.

    Not inside `salle`, where participants write: a folder that one looks at may be a link a moment later.
    """
    for folder, name, _ in _of_root(session, ROOM):
        os.chown(name, uid, gid, dir_fd=folder, follow_symlinks=False)


@contextmanager
def left_to_caller(folder: Path) -> Iterator[None]:
    """Give who called sudo what is written in a folder meanwhile; what an administrator had there stays theirs."""
    caller = caller_of_sudo()
    if caller is None:
        yield
        return
    whole = folder.resolve()
    # Its first folder that is still to be made: those above it are left as they are.
    top = next((above for above in reversed((whole, *whole.parents)) if not above.exists()), whole)
    before = {path for _, _, path in _of_root(top)} if top.exists() else set()
    try:
        yield
    finally:
        for inside, name, path in _of_root(top) if top.exists() else ():
            if path not in before:
                os.chown(name, *caller, dir_fd=inside, follow_symlinks=False)


def _of_root(top: Path, spared: str = "") -> Iterator[tuple[int, str, str]]:
    """Yield what is an administrator's in a folder, itself first: the folder that holds it (open), its name, its path.

    Through open folders, no name of a path can become a link meanwhile. Nothing in a folder named `spared`.
    """
    for folder, folders, files, opened in os.fwalk(top):
        if spared in folders:
            folders.remove(spared)
        for name in (".", *folders, *files):
            seen = os.stat(name, dir_fd=opened, follow_symlinks=False)
            # A second name of a file of the administrator's, put there by somebody else, is not given with the rest.
            if seen.st_uid == 0 and (stat.S_ISDIR(seen.st_mode) or seen.st_nlink == 1):
                yield opened, name, str(Path(folder, name))


def owner_of(session: Path) -> tuple[int, int] | None:
    """Return the account, and its group, whose session this is: who owns the folder, else who called sudo.

    None for an administrator who came another way: nobody else is known.
    """
    seen = session.stat()
    if seen.st_uid != 0:
        return seen.st_uid, seen.st_gid
    return caller_of_sudo()


def caller_of_sudo() -> tuple[int, int] | None:
    """Return the account, and its group, that had this program run as an administrator; None when none did."""
    called = [os.environ.get(name, "") for name in ("SUDO_UID", "SUDO_GID")]
    if not _is_root() or not all(number.isdecimal() and int(number) for number in called):
        return None
    uid, gid = map(int, called)
    return uid, gid


def give_to_owner(session: Path) -> None:
    """Leave to whose session this is what was just written in it with sudo; nothing to do for any other account."""
    if _is_root() and (owner := owner_of(session)):
        give_session(session, *owner)


def give_beside(written: Path, owned: Path) -> None:
    """Leave to whose a file is what was just written beside it with sudo."""
    seen = written.lstat()
    if _is_root() and stat.S_ISREG(seen.st_mode) and seen.st_nlink == 1:
        owner = owned.stat()
        os.chown(written, owner.st_uid, owner.st_gid, follow_symlinks=False)


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


__all__ = ["ROOM", "caller_of_sudo", "give_beside", "give_session", "give_to_owner", "left_to_caller", "owner_of"]
