"""Où en est une séance : par code et par module, ce qui est remis, en retard, ou manque."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Literal

from liaison.training.hand_in.journal import read_journal
from liaison.training.session.definition import SessionFolder

# remise: it came another way than `collect`, through nbgrader's exchange, so that its lateness is not known here.
# ferme: the system does not let us see what is in the folder of that person.
Handed = Literal["recue", "en_retard", "remise", "ferme", "manque"]
HANDED: dict[Handed, str] = {
    "recue": "reçue",
    "en_retard": "en retard",
    "remise": "remise",
    "ferme": "dossier fermé",
    "manque": "manque",
}


def standing(place: SessionFolder) -> dict[str, dict[str, Handed]]:
    """Return, for each participant and each module of the session, where the copy stands.

    Raises:
        SessionError: the journal was spoiled.
    """
    journal: dict[tuple[str, str], Handed] = {}
    for line in read_journal(place.journal):
        if line.state == "recue" or (line.state == "en_retard" and (line.code, line.module) not in journal):
            journal[line.code, line.module] = line.state
    found: dict[str, dict[str, Handed]] = {}
    for code in place.session.participants:
        found[code] = {}
        for module in place.session.modules:
            found[code][module] = _stands(place.submitted / code / module, journal.get((code, module), "remise"))
    return found


def _stands(copy: Path, when_there: Handed) -> Handed:
    try:
        return when_there if stat.S_ISDIR(copy.stat().st_mode) else "manque"
    except PermissionError:
        return "ferme"
    except OSError:
        return "manque"


__all__ = ["HANDED", "Handed", "standing"]
