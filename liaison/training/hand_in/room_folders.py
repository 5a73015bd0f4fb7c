"""Mode « reseau », dans le dossier d'une séance : l'espace de chaque code, l'échange de nbgrader, la salle ouverte."""

from __future__ import annotations

import os
from pathlib import Path

from liaison.training.marks.copies import COURSE_ID

HOMES = Path("salle", "espaces")
INBOUND = Path("salle", "echange", COURSE_ID, "inbound")
OPEN = Path("salle", "hub", "ouverte")  # held by the program of an open room, and by nobody else


def is_open(session: Path) -> bool | None:
    """Whether the room of a session is open; None when this account may not know: it was opened with sudo."""
    if os.name != "posix":
        return False  # no room opens there
    import fcntl

    try:
        held = os.open(session / OPEN, os.O_RDONLY | os.O_NOFOLLOW)
    except PermissionError:
        return None
    except OSError:
        return False
    try:
        fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # no lock is to be had there, and an opening needs that very one
        return False
    finally:
        os.close(held)
    return False


__all__ = ["HOMES", "INBOUND", "OPEN", "is_open"]
