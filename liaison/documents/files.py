"""Écrire les fichiers d'un document, tous ou aucun : rien n'est laissé à moitié écrit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from liaison.base.faults import what_to_do, why
from liaison.base.files import no_folder_for_nothing, put_all
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


class DocumentError(ValueError):
    """Why a document could not be made or written, in French: what happened, what is kept, what to do."""


def write_files(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write the named files in a folder, made if need be, and return their paths in the same order.

    Everything is written aside first, then each file takes its name: an interruption, a full disk or a file held
    open by another program leaves the earlier files as they were.

    Raises:
        DocumentError: full disk, read-only folder, name already taken by something else.
    """
    files = {Path(folder, name): content for name, content in contents.items()}
    try:
        with no_folder_for_nothing(Path(folder)):
            Path(folder).mkdir(parents=True, exist_ok=True)
            put_all(files)
    except OSError as error:
        raise DocumentError(
            phrase("rien-d-ecrit", folder=folder, reason=why(error), advice=what_to_do(error))
        ) from error
    return list(files)
