"""Écrire un fichier entier ou pas du tout ; en mettre plusieurs à leur place, tous ou aucun."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

UNFINISHED = ".partiel"  # how the name of what is being written ends; it begins with a dot


@contextmanager
def no_folder_for_nothing(folder: Path) -> Iterator[None]:
    """Remove, of a folder and those above it, the ones that were not there before and are left empty by an error."""
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        yield
    except BaseException:
        for one in new:
            if one.is_dir() and not any(one.iterdir()):
                one.rmdir()
        raise


def written_aside(final: Path, content: bytes) -> Path:
    """Write a content beside the file that it is to become, down to the disk, and return where it is.

    Raises:
        OSError: it could not be written; nothing is left.
    """
    written = final.with_name(f".{final.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with written.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    return written


def put_whole(path: Path, content: bytes) -> None:
    """Write a file whole, down to the disk, or leave the former one.

    Raises:
        OSError: it could not be written; nothing has changed, nothing is left.
    """
    written = written_aside(path, content)
    try:
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def put_in_place(moves: Sequence[tuple[Path, Path]], aside: Path) -> None:
    """Move each written file to its final name; when one cannot be moved, every former file is back as it was.

    `moves` are (written, final) pairs on one disk. `aside` is an empty folder in which former files are copied
    meanwhile; it is the caller's to remove. Each name always holds a whole file, the former or the new one.

    Raises:
        OSError: a file could not be copied or moved; nothing has changed.
    """
    done: list[tuple[Path, Path | None]] = []
    try:
        for number, (written, final) in enumerate(moves):
            former = None
            if final.exists():
                former = Path(shutil.copy2(final, aside / str(number)))
            written.replace(final)
            done.append((final, former))
    except BaseException:
        for final, former in reversed(done):
            if former is None:
                final.unlink()
            else:
                former.replace(final)
        raise
