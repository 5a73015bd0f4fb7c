"""Une séance ne subit qu'une chose à la fois : noter, clore, prendre, effacer ; la deuxième est refusée d'une phrase.

What holds a session is a lock of the system on its folder: no file is left, and a program that is killed frees it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from types import MappingProxyType
from typing import Concatenate, ParamSpec, TypeVar

from liaison.base.sentences import french_beside
from liaison.training.session.definition import (
    DATABASE,
    ERASURE_NAME,
    SESSION_NAME,
    SessionError,
    SessionFolder,
    load_session,
)

phrase = french_beside(__file__)

P = ParamSpec("P")
T = TypeVar("T")
HANDED_DOWN = "LIAISON_SEANCE_TENUE"  # to a program that does a part of what holds the session: the number of the lock
_OURS_ALONE = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
# The sessions that this very run holds: a part of a closing is not refused by the closing itself.
_OURS: ContextVar[Mapping[Path, int | None]] = ContextVar("ours", default=MappingProxyType({}))


class BusySessionError(SessionError):
    """Something else is being done to the session; nothing was begun, and what to do."""


class ErasedSessionError(SessionError):
    """The names of a session are being erased, or are, and copies with them; nothing was done, and what is left."""


@contextmanager
def sole_use(place: SessionFolder) -> Iterator[SessionFolder]:
    """Hold a session meanwhile, and give it as its file says it now, which may have changed since it was read.

    Where the disk holds no folder (some network disks, Windows) the lock is a file of this machine's temporary folder:
    it then keeps apart what this machine does, and not what another does on the same disk.

    Raises:
        BusySessionError: another run holds it.
        SessionError: its file can no more be read.
    """
    root = place.root.resolve()
    ours = _OURS.get()
    if root in ours or _is_handed_down(root):
        yield load_session(place.root)
        return
    lock = _lock(root)
    before = _OURS.set({**ours, root: lock})
    try:
        yield load_session(place.root)
    finally:
        _OURS.reset(before)
        if lock is not None:
            os.close(lock)


def alone_in_session(doing: Callable[Concatenate[SessionFolder, P], T]) -> Callable[Concatenate[SessionFolder, P], T]:
    """Return a function that holds its session while it works, and works on the session as it is then: `sole_use`."""

    @wraps(doing)
    def alone(place: SessionFolder, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with sole_use(place) as fresh:
            return doing(fresh, *args, **kwargs)

    return alone


@contextmanager
def course_alone(course: Path) -> Iterator[None]:
    """Hold the session of a course folder meanwhile; a course that is none is held by nobody, and has no names.

    Raises:
        BusySessionError: another run holds it.
        SessionError: its file cannot be read.
    """
    if not (course / SESSION_NAME).is_file():
        yield
        return
    with sole_use(load_session(course)):
        yield


@contextmanager
def course_at_work(course: Path) -> Iterator[None]:
    """Hold a course folder to mark its copies, or to write what they say: `course_alone`.

    Raises:
        BusySessionError, SessionError: see `course_alone`.
        ErasedSessionError: copies went with its names; what is left of them would be marked in their place.
    """
    with course_alone(course):
        if is_erased(course):
            raise ErasedSessionError(_erased(course))
        yield


def check_not_erased(place: SessionFolder) -> None:
    """Check that the names of a session are not erased, nor being erased.

    Raises:
        ErasedSessionError: they are.
    """
    if is_erased(place.root):
        raise ErasedSessionError(_erased(place.root))


def _erased(course: Path) -> str:
    """Return what an erased session does no more, and where its marks are, if it still has them."""
    there = (course / DATABASE).is_file()
    marks = phrase("notes-la") if there else phrase("notes-perdues", gradebook=DATABASE)
    return f"{phrase('effacee')} {marks}"


def is_erased(course: Path) -> bool:
    """Tell whether names are erased from a course folder, or being erased, be the file of its session there or not."""
    return (course / ERASURE_NAME).exists()


def handed_down(folder: Path) -> tuple[tuple[int, ...], dict[str, str]]:
    """Return what a program that does a part of this run inherits: the lock, and the environment that says which."""
    lock = _OURS.get().get(folder.resolve())
    if lock is None:
        return (), dict(os.environ)
    return (lock,), {**os.environ, HANDED_DOWN: str(lock)}


def _is_handed_down(root: Path) -> bool:
    """Whether the program that started this one holds the session, and gave its lock."""
    number = os.environ.get(HANDED_DOWN, "")
    try:
        return number.isdecimal() and os.path.samestat(os.fstat(int(number)), root.stat())
    except (OSError, OverflowError):
        return False


def _lock(root: Path) -> int | None:
    """Return the lock of a folder, None where the system gives none at all.

    Raises:
        BusySessionError: another run has it.
    """
    for opened in (_folder, _file_of_this_machine):
        try:
            lock = opened(root)
        except OSError:
            continue
        try:
            _hold(lock)
        except BlockingIOError as error:
            os.close(lock)
            raise BusySessionError(phrase("occupee")) from error
        except OSError:
            os.close(lock)
            continue
        return lock
    return None


def _folder(root: Path) -> int:
    return os.open(root, os.O_RDONLY)


def _file_of_this_machine(root: Path) -> int:
    name = hashlib.sha256(os.path.normcase(root).encode()).hexdigest()
    return os.open(Path(tempfile.gettempdir(), f"liaison-{name}"), _OURS_ALONE, 0o600)


if sys.platform == "win32":

    def _hold(lock: int) -> None:
        import msvcrt

        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
else:

    def _hold(lock: int) -> None:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


__all__ = [
    "BusySessionError",
    "ErasedSessionError",
    "alone_in_session",
    "check_not_erased",
    "course_alone",
    "course_at_work",
    "handed_down",
    "is_erased",
    "sole_use",
]
