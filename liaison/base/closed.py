"""Ce qui est écrit pour son seul propriétaire ; les dossiers qui y mènent sont comme d'habitude."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Literal

from liaison.base.files import no_folder_for_nothing

# What a new folder was closed to before all of them were.
_USUAL: ContextVar[int | None] = ContextVar("usual", default=None)
# The rights of new files are those of the whole process: of several threads that close them, the first does, the last
# gives back the usual ones.
_CLOSING = threading.Lock()
_closed_by: list[int] = []  # the usual rights, once for each that closes
_NOBODY = -1  # no account, and no group, has that number


@contextmanager
def closed_to_others() -> Iterator[None]:
    """Whatever this program writes meanwhile, wherever it writes it, is for its owner alone."""
    with _CLOSING:
        usual = _closed_by[0] if _closed_by else os.umask(0o077)
        _closed_by.append(usual)
    before = _USUAL.set(usual)
    try:
        yield
    finally:
        _USUAL.reset(before)
        with _CLOSING:
            _closed_by.pop()
            if not _closed_by:
                os.umask(usual)


def close_file(path: Path) -> Literal["", "fermee", "ouverte"]:
    """Leave to its owner alone a file that has names; what is to be told: others could read it, or they still can.

    Somebody else's file, or a stick that keeps no rights, cannot be closed.
    """
    if os.name != "posix" or not path.stat().st_mode & 0o077:
        return ""
    was_open = _read_by_others(path)
    # Also where a closed folder keeps it: it may be moved.
    with suppress(OSError):
        path.chmod(stat.S_IMODE(path.stat().st_mode) & 0o700)
    if not was_open:
        return ""
    return "ouverte" if _read_by_others(path) else "fermee"


def _read_by_others(path: Path) -> bool:
    """Whether an account that is neither the owner's nor an administrator's can reach a file and read it.

    As the rights of the file and of every folder above it say: one closed folder keeps it from everybody.
    """
    whole = path.resolve()
    try:
        file, *folders = [step.stat() for step in (whole, *whole.parents)]
    except OSError:  # a folder that we cannot look at ourselves
        return False
    steps = [file, *folders]
    owners = {step.st_uid for step in steps} - {0, file.st_uid}
    groups = {step.st_gid for step in steps if _is_shared(step.st_gid, file.st_uid)}
    strangers = [(_NOBODY, _NOBODY), *((uid, _NOBODY) for uid in owners), *((_NOBODY, gid) for gid in groups)]
    return any(
        _allows(file, stat.S_IROTH, stranger) and all(_allows(folder, stat.S_IXOTH, stranger) for folder in folders)
        for stranger in strangers
    )


def _allows(step: os.stat_result, of_others: int, stranger: tuple[int, int]) -> bool:
    """Whether a file or a folder gives a right to who has that account or that group; the right is given for others."""
    uid, gid = stranger
    shift = 6 if step.st_uid == uid else 3 if step.st_gid == gid else 0
    return bool(step.st_mode & of_others << shift)


def _is_shared(gid: int, owner: int) -> bool:
    """Whether a group may have somebody else than an account: not that of administrators, nor one's own alone."""
    import grp
    import pwd

    try:
        group = grp.getgrgid(gid)
        return gid != 0 and (bool(group.gr_mem) or group.gr_name != pwd.getpwuid(owner).pw_name)
    except KeyError:  # known of another machine
        return True


@contextmanager
def way_to(folder: Path) -> Iterator[None]:
    """Make a folder in which another is to be written, and those above it, as any other; none is left by an error."""
    with no_folder_for_nothing(folder):
        with _opened(_USUAL.get()):
            folder.mkdir(parents=True, exist_ok=True)
        yield


@contextmanager
def _opened(usual: int | None) -> Iterator[None]:
    closed = None if usual is None else os.umask(usual)
    try:
        yield
    finally:
        if closed is not None:
            os.umask(closed)


__all__ = ["close_file", "closed_to_others", "way_to"]
