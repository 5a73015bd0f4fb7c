"""Prendre un fichier là où d'autres écrivent : ordinaire, à qui il doit être, borné, sans suivre aucun lien.

Every door by which a file comes in (a drop folder, a stick, the exchange of a room, somebody's space) opens it through
here. Whoever reads with more rights than the writer would otherwise hand over what the writer may not read: the link
is followed by the reader.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

_BY_STEPS = os.open in os.supports_dir_fd
# What was looked at may be something else once it is opened: no link even then, and no wait for a pipe's other end.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
_FOLDER = getattr(os, "O_DIRECTORY", 0)


class NotTakenError(FrenchError):
    """Why something is not taken, as the end of a sentence whose subject is the file: « est un lien… »."""


class TooLargeError(NotTakenError):
    """It holds more than what is expected there."""


@contextlib.contextmanager
def opened(folder: Path, *names: str, owner: int | None = None) -> Iterator[BinaryIO]:
    """Open for reading the file to which `names` lead from a folder of ours, one name a step; no step is a link.

    `owner` is the number of the account to which each step must belong; None where one account does all.

    Raises:
        NotTakenError: a step is a link, belongs to somebody else, or the end is no ordinary file.
        OSError: the system refuses, or there is nothing.
    """
    with os.fdopen(_descriptor(folder, names, owner), "rb") as file:
        yield file


def taken(folder: Path, *names: str, largest: int, owner: int | None = None) -> bytes:
    """Return the content of such a file, `largest` bytes at most; what is too large is not read whole.

    Raises:
        NotTakenError, OSError: see `opened`; `TooLargeError` beyond `largest`.
    """
    with opened(folder, *names, owner=owner) as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise TooLargeError(phrase("depasse", size=_size(largest)))
    return content


def remove(folder: Path, *names: str) -> None:
    """Remove the file, the link or the empty folder to which `names` lead; no step before the last is a link.

    What was looked at may be elsewhere by now: whoever may write in a folder can put a link in its place.

    Raises:
        NotTakenError: a step is a link. OSError: the system refuses, or a folder is not empty.
    """
    with contextlib.ExitStack() as steps:
        at: int | None = None
        if _BY_STEPS:
            at = os.open(folder, os.O_RDONLY | _FOLDER)
            steps.callback(os.close, at)
            for name in names[:-1]:
                _check(os.stat(name, dir_fd=at, follow_symlinks=False), False, None)
                at = os.open(name, _FLAGS | _FOLDER, dir_fd=at)
                steps.callback(os.close, at)
        last = Path(names[-1]) if _BY_STEPS else folder.joinpath(*names)
        is_folder = stat.S_ISDIR(os.stat(last, dir_fd=at, follow_symlinks=False).st_mode)
        (os.rmdir if is_folder else os.unlink)(last, dir_fd=at)


def _size(largest: int) -> str:
    return f"{largest // 1_000_000} Mo" if largest >= 1_000_000 else f"{max(1, largest // 1000)} ko"


def _descriptor(folder: Path, names: tuple[str, ...], owner: int | None) -> int:
    with contextlib.ExitStack() as steps:
        at: int | None = None
        if _BY_STEPS:
            at = os.open(folder, os.O_RDONLY | _FOLDER)
            steps.callback(os.close, at)
        for number, name in enumerate(names, 1):
            path = Path(name) if _BY_STEPS else folder.joinpath(*names[:number])
            last = number == len(names)
            _check(os.stat(path, dir_fd=at, follow_symlinks=False), last, owner)
            if not (last or _BY_STEPS):
                continue
            opened = os.open(path, _FLAGS | (0 if last else _FOLDER), dir_fd=at)
            try:
                _check(os.fstat(opened), last, owner)
            except NotTakenError:
                os.close(opened)
                raise
            if last:
                return opened
            steps.callback(os.close, opened)
            at = opened
        raise ValueError("no name was given")


def _check(seen: os.stat_result, last: bool, owner: int | None) -> None:
    if stat.S_ISLNK(seen.st_mode):
        raise NotTakenError(phrase("lien-vers-autre-fichier"))
    if last and not stat.S_ISREG(seen.st_mode):  # a pipe would make us wait for ever, a device never ends
        raise NotTakenError(phrase("pas-fichier-ordinaire"))
    if owner is not None and seen.st_uid != owner:
        raise NotTakenError(phrase("autre-compte-machine"))


__all__ = ["NotTakenError", "TooLargeError", "opened", "remove", "taken"]
