"""A small disk that can be filled, for what is said when there is no room left."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, megabytes: int = 4) -> Iterator[Path]:
    """Mount a disk of a few megabytes there; only the administrator may."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("pas vérifié ici : ce qui est dit d'un disque plein (un disque à part demande l'administrateur)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path, left: int = 0) -> None:
    """Leave that many bytes free."""
    (folder / "plein").write_bytes(bytes(shutil.disk_usage(folder).free - left))


@contextmanager
def protected(folder: Path) -> Iterator[None]:
    """Let nothing be written any more on a small disk, even by the administrator."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
