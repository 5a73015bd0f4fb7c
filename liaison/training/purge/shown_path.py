"""Le chemin d'un fichier effacé, comme une preuve le montre : sans le nom de personne, pas même hors de la liste."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from liaison.training.purge.name_search import NameSearch
from liaison.training.session.definition import SessionFolder

# Where everybody has a folder or a paper of theirs, called by their code.
_BY_CODE = (("submitted",), ("autograded",), ("feedback",), ("documents", "attestations"), ("documents", "badges"))
_FORMS = (".pdf", ".docx", ".json", ".html")


def shown_path(place: SessionFolder, search: NameSearch, path: Path) -> str:
    """Return the path, inside the session, of a file that goes: with no name in it, as far as one can be known.

    Where everybody has something by code, what is called otherwise may be called by a name that no list has: it is
    not shown, nor what is in it. A file that stays is shown by its name, to be found.
    """
    parts = path.relative_to(place.root).parts
    for above in _BY_CODE:
        of_whom, *inside = parts[len(above) :] or ("",)
        if parts[: len(above)] == above and of_whom and not _is_by_code(place, of_whom):
            ending = PurePosixPath(parts[-1]).suffix
            parts = (*above, *(["…"] if inside else []), f"…{ending if ending in _FORMS else ''}")
    return search.masked("/".join(parts))


def _is_by_code(place: SessionFolder, name: str) -> bool:
    """Whether a file or a folder is called by a code, and at most by numbers beside it, as a copy is."""
    code, *beside = re.findall(r"[^\W_]+", PurePosixPath(name).stem) or [""]
    return code in place.session.participants and all(word.isdigit() for word in beside)


__all__ = ["shown_path"]
