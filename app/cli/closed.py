"""Ce qu'une commande écrit pour son seul propriétaire ; les dossiers qui y mènent sont comme d'habitude."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Literal

import typer

from liaison.base.files import no_folder_for_nothing

# What a new folder was closed to before the command closed all of them.
_USUAL: ContextVar[int | None] = ContextVar("usual", default=None)


def close_to_others(context: typer.Context) -> None:
    """Whatever the command writes, wherever it writes it, is for its owner alone."""
    usual = os.umask(0o077)
    before = _USUAL.set(usual)
    context.call_on_close(lambda: os.umask(usual))
    context.call_on_close(lambda: _USUAL.reset(before))


def close_file(path: Path) -> Literal["", "fermee", "ouverte"]:
    """Leave to its owner alone a file that has names; what is to be told: it was open to others, or it still is.

    Somebody else's file, or a stick that keeps no rights, cannot be closed.
    """
    if os.name != "posix" or not _open_to_others(path):
        return ""
    with suppress(OSError):
        path.chmod(stat.S_IMODE(path.stat().st_mode) & 0o700)
    return "ouverte" if _open_to_others(path) else "fermee"


def _open_to_others(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o077)


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
