"""Ce que contient un dossier : ses fichiers, ses sous-dossiers ; aucun lien n'est suivi."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal


def files_in(root: Path) -> Iterator[Path]:
    """Yield every file and link of a folder, then the folders that cannot be opened."""
    closed: list[Path] = []
    for parent, folders, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        folders.sort()
        here = Path(parent)
        linked = [name for name in folders if (here / name).is_symlink()]
        for name in sorted([*names, *linked]):
            yield here / name
    yield from closed


def folders_in(root: Path) -> Iterator[Path]:
    """Yield every folder that opens, itself apart, what is inside one before it: in that order they can be removed."""
    for parent, _, _ in os.walk(root, topdown=False):
        if Path(parent) != root:
            yield Path(parent)


def is_folder(path: Path) -> bool:
    """Return whether this is a folder, not a link to one."""
    return path.is_dir() and not path.is_symlink()


def kind_of(path: Path) -> Literal["lien", "tuyau", "autre"]:
    """Return what stands where no ordinary file does: a link, a pipe, or something else of the system."""
    if path.is_symlink():
        return "lien"
    return "tuyau" if path.is_fifo() else "autre"


__all__ = ["files_in", "folders_in", "is_folder", "kind_of"]
