"""Mettre des fichiers à leur place, tous ou aucun."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path


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
