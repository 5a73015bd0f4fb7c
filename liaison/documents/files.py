"""Écrire les fichiers d'un document, tous ou aucun : rien n'est laissé à moitié écrit."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from liaison.base.files import no_folder_for_nothing, put_all

_REFUSED = (
    "l'écriture est refusée. Fermez le fichier s'il est ouvert dans un autre programme, ou choisissez un autre dossier"
)
_CAUSES = {
    errno.ENOSPC: "le disque est plein. Libérez de la place",
    errno.EDQUOT: "votre espace de stockage est plein. Libérez de la place",
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: "ce disque est en lecture seule. Choisissez un autre dossier",
    errno.ENOTDIR: "un fichier porte déjà ce nom. Choisissez un autre dossier",
    errno.EEXIST: "un fichier porte déjà ce nom. Choisissez un autre dossier",
    errno.EISDIR: "un dossier porte le nom d'un des fichiers. Renommez ce dossier",
    errno.ENAMETOOLONG: "ce nom est trop long. Choisissez un nom plus court",
}


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
        cause = _CAUSES.get(error.errno or 0, f"le système répond « {error.strerror or error} »")
        raise DocumentError(
            f"Rien n'a été écrit dans « {folder} » : {cause}, puis recommencez. "
            "Les fichiers qui s'y trouvaient n'ont pas changé."
        ) from error
    return list(files)
