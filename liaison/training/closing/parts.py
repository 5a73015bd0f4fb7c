"""Ce qui se fait pour clore une séance, dans l'ordre ; une partie refusée est dite, et n'arrête aucune autre."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping

from liaison.base.faults import FrenchError, why
from liaison.base.files import clear_leftovers
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.documents import DocumentError
from liaison.training.marks.filled_table import TABLE
from liaison.training.papers.attestation import FOLDER
from liaison.training.purge.own_documents import BADGES
from liaison.training.session.definition import SessionFolder
from liaison.training.session.ownership import ROOM

phrase = french_beside(__file__)

TAKING = frozenset({"depot", "salle"})  # the parts that take hand-ins in
OF_TEXTS = frozenset({"notes", "tableau", "retours", "resultats"})  # those that are complete once every text is read
# What does each part; it gives something true when it left something out, the sentence that says what where it has one.
Doing = Mapping[str, Callable[[], object]]


def part_title(part: str) -> str:
    """Return what a part is called, as its trainer reads it."""
    return phrase(f"partie-{part}")


def has_room(place: SessionFolder) -> bool:
    """Whether the room of a session was opened once."""
    return place.session.mode == "reseau" and (place.root / ROOM).is_dir()


def parts_of(place: SessionFolder, doing: Doing) -> tuple[str, ...]:
    """Return what is done of a session, in order, of what `doing` can do.

    Badges come before attestations, which give the fingerprint of their key."""
    room = has_room(place)
    order = (
        ("depot", True),
        ("salle", room),
        ("notes", True),
        ("tableau", (place.documents / TABLE).is_file()),
        ("badges", True),
        ("attestations", True),
        ("retours", True),
        ("retours-en-salle", room),
        ("resultats", True),
        ("compte-rendu", True),
        ("textes", True),
    )
    return tuple(name for name, wanted in order if wanted and name in doing)


def attempt(part: Callable[[], object]) -> tuple[object, str]:
    """Do a part: what it gives when it left something out, and why it was not done, "" when it was."""
    try:
        return part(), ""
    except (FrenchError, DocumentError) as error:
        return None, str(error)
    except OSError as error:  # a disk that is full stops this part, and the others are tried
        return None, typeset(phrase("arrete", reason=why(error)))


def clear_papers(place: SessionFolder) -> None:
    """Remove what a closing that was cut left among the papers; what does not go is in the way of none of them."""
    for folder in (place.documents, place.documents / BADGES, place.documents / FOLDER):
        with contextlib.suppress(OSError):
            clear_leftovers(folder)


__all__ = ["OF_TEXTS", "TAKING", "Doing", "attempt", "clear_papers", "has_room", "part_title", "parts_of"]
