"""Les signes d'un chemin que nbgrader ne lit pas comme ils sont écrits : son carnet de notes s'ouvrirait ailleurs."""

from __future__ import annotations

from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.training.session.definition import SessionError

phrase = french_beside(__file__)

# It takes the path for an address (« ? », « % »), for a pattern (brackets), and for a line of a shell (« $ »).
_READ_OTHERWISE = "?%[]$"


def unreadable_signs(folder: Path) -> str:
    """Return the signs of a folder's whole path that nbgrader reads otherwise, as « ? % », "" when there is none."""
    path = str(folder.resolve())
    return " ".join(sign for sign in _READ_OTHERWISE if sign in path)


def check_folder(target: Path) -> None:
    """Check that nbgrader will read the folder of a session where it is to be made.

    Raises:
        SessionError: it would not: nothing was made.
    """
    if signs := unreadable_signs(target):
        raise SessionError(phrase("signes-illisibles", target=target, signs=signs))


__all__ = ["check_folder", "unreadable_signs"]
