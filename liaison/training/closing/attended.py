"""Qui reçoit un papier : chaque personne notée présente, ou celles que l'on nomme."""

from __future__ import annotations

from collections.abc import Sequence

from liaison.base.sentences import french_beside
from liaison.training.papers.presences import (
    PRESENCES,
    PresenceError,
    Presences,
    everybody,
    read_presences,
)
from liaison.training.session.codes import checked_code
from liaison.training.session.definition import SessionFolder
from liaison.training.session.module_facts import ModuleFacts, module_facts

phrase = french_beside(__file__)


def modules_of(place: SessionFolder) -> list[ModuleFacts]:
    """Return what documents say of the modules of a session, in its order."""
    return [module_facts(name) for name in place.session.modules]


def marked_present(place: SessionFolder, all_present: bool) -> Presences:
    """Return who was there, as its list says, or everybody.

    Raises:
        PresenceError: the list is missing or cannot be read.
    """
    return everybody(place.session) if all_present else read_presences(place)


def chosen_people(place: SessionFolder, present: Presences, only: Sequence[str]) -> Presences:
    """Return who gets a document: everybody who was there, or the few that are asked for.

    Raises:
        CodeError, PresenceError: a code that is none of the session, or not marked present.
    """
    codes = [checked_code(code) for code in only] or list(present)
    for code in codes:
        if code not in place.session.participants:
            raise PresenceError(phrase("code-inconnu", code=code))
        if code not in present:
            raise PresenceError(phrase("pas-present", code=code, file=PRESENCES))
    return {code: present[code] for code in codes}


def without_line_said(codes: Sequence[str]) -> str:
    """Return what is said of who is in the session and not in the list of who was there, "" when everybody is.

    As who came late, or was added since.
    """
    return phrase("sans-ligne", presences=PRESENCES, codes=", ".join(codes)) if codes else ""


__all__ = ["chosen_people", "marked_present", "modules_of", "without_line_said"]
