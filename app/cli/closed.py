"""Ce qu'une commande écrit pour son seul propriétaire ; les dossiers qui y mènent sont comme d'habitude."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

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
