"""Écrire entier ou pas du tout, jusqu'au disque : un fichier, plusieurs ensemble, un dossier."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from liaison.base.interruptions import uninterrupted

UNFINISHED = ".partiel"  # how the name of what is being written ends; it begins with a dot
FORMER = ".ancien"  # how ends that of a folder which another replaces, for the instant that it takes
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def put_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file whole, down to the disk, or leave the former one; `private`: its owner alone may read it.

    Raises:
        OSError: it could not be written; nothing has changed, nothing is left.
    """
    put_all({path: content}, private=private)


def put_all(contents: Mapping[Path, bytes], *, private: bool = False) -> None:
    """Write files of one disk whole, all of them or none; `private`: their owner alone may read them.

    Each name always holds a whole file, the former or the new one.

    Raises:
        OSError: one could not be written; nothing has changed, nothing is left.
    """
    if folder := next((final for final in contents if final.is_dir()), None):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder))
    moves = [(_beside(final, UNFINISHED), final) for final in contents]
    try:
        for (written, _), content in zip(moves, contents.values(), strict=True):
            with os.fdopen(os.open(written, _NEW, 0o600 if private else 0o666), "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        with uninterrupted():
            _put_in_place(moves)
    finally:
        for written, _ in moves:
            written.unlink(missing_ok=True)


@contextmanager
def whole_folder(
    target: Path, *, replacing: bool = False, meanwhile: Path | None = None, to_disk: bool = True
) -> Iterator[Path]:
    """Give a new folder to fill; its files go to `target` when all are there, down to the disk, all of them or none.

    A folder that is there keeps its other files, unless the new one is `replacing` it. One without a name, « . » or
    « .. », is where somebody stands: it is filled from within, and stays the same folder. `meanwhile` is where it is
    filled, on the same disk: beside `target` unless said. Not `to_disk`: thousands of files that can be had again.

    Raises:
        OSError: it cannot be made or put there; nothing has changed, nothing is left.
    """
    stays = target.name in ("", "..")
    beside = target if stays else target.parent
    fresh = _beside((meanwhile or beside) / (target.resolve().name if stays else target.name), UNFINISHED)
    with no_folder_for_nothing(target.parent):
        try:
            fresh.parent.mkdir(parents=True, exist_ok=True)
            fresh.mkdir()
            yield fresh
            if to_disk:
                _down_to_the_disk(fresh)
            with uninterrupted():
                _put_folder(fresh, target, replacing and not stays)
        finally:
            with uninterrupted():
                shutil.rmtree(fresh, ignore_errors=True)


@contextmanager
def no_folder_for_nothing(folder: Path) -> Iterator[None]:
    """Remove, of a folder and those above it, the ones that were not there before and are left empty by an error."""
    new = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    try:
        yield
    except BaseException:
        with uninterrupted():
            for parent in new:
                if parent.is_dir() and not any(parent.iterdir()):
                    parent.rmdir()
        raise


def clear_leftovers(folder: Path, older_than_s: float = 0) -> None:
    """Remove from a folder what a run that was cut left in it: pieces that never took their name.

    `older_than_s`: those alone that nobody has changed for so long; a younger one may be somebody's at work.

    Raises:
        OSError: one cannot be removed.
    """
    latest = time.time() - older_than_s
    for path in (*folder.glob(f".*{UNFINISHED}"), *folder.glob(f".*{FORMER}")):
        if older_than_s and path.lstat().st_mtime > latest:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def set_aside(path: Path, names: Iterable[str]) -> Path:
    """Give a file the first of these names that nothing bears beside it, and return where it is.

    Raises:
        OSError: it cannot be renamed; it stays as it was.
    """
    free = next(aside for name in names if not os.path.lexists(aside := path.with_name(name)))
    return path.rename(free)


def _beside(final: Path, ending: str) -> Path:
    return final.with_name(f".{final.name}.{secrets.token_hex(4)}{ending}")


def _put_in_place(moves: Sequence[tuple[Path, Path]]) -> None:
    """Move each written file to its final name; when one cannot be moved, every former file is back as it was."""
    done: list[tuple[Path, Path | None]] = []
    with _aside_of(moves) as aside:
        try:
            for number, (written, final) in enumerate(moves, start=1):
                # Nothing comes after the last: it is there, or its former one is.
                saved = number < len(moves) and final.exists()
                former = Path(shutil.copy2(final, aside / str(number))) if saved else None
                written.replace(final)
                done.append((final, former))
        except BaseException:
            for final, former in reversed(done):
                if former is None:
                    final.unlink()
                else:
                    former.replace(final)
            raise


@contextmanager
def _aside_of(moves: Sequence[tuple[Path, Path]]) -> Iterator[Path]:
    """Give an empty folder beside what is moved, on its disk, for the former files meanwhile; one file needs none."""
    if len(moves) < 2:
        yield Path()
        return
    beside = moves[0][0].parent
    with tempfile.TemporaryDirectory(prefix=".", suffix=UNFINISHED, dir=beside, ignore_cleanup_errors=True) as aside:
        yield Path(aside)


def _put_folder(fresh: Path, target: Path, replacing: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        fresh.rename(target)
    elif not replacing:
        _put_in_place([(path, target / path.name) for path in sorted(fresh.iterdir())])
    else:
        former = _beside(fresh.with_name(target.name), FORMER)
        target.rename(former)
        try:
            fresh.rename(target)
        except BaseException:
            former.rename(target)
            raise
        with suppress(OSError):
            shutil.rmtree(former)


def _down_to_the_disk(folder: Path) -> None:
    # Windows wants the right to write; elsewhere a file that may only be read is settled as well.
    flags = os.O_RDWR if os.name == "nt" else os.O_RDONLY
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_file():
            continue
        handle = os.open(path, flags)
        try:
            os.fsync(handle)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(path)) from error
        finally:
            os.close(handle)


__all__ = [
    "FORMER",
    "UNFINISHED",
    "clear_leftovers",
    "no_folder_for_nothing",
    "put_all",
    "put_whole",
    "set_aside",
    "whole_folder",
]
