"""Les personnes qu'un effacement a commencé de chercher : gardées jusqu'à sa fin, quoi que devienne leur liste.

A list that changes before an unfinished erasure is taken up would have a name that is still in a file looked for no
more. No proof may say who: this file can, since it goes with the list.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from liaison.base.files import put_whole
from liaison.base.guarded import remove, taken
from liaison.base.sentences import french_beside
from liaison.base.tables import Shape, csv_bytes, csv_records
from liaison.training.session.definition import LARGEST_LIST, Participant, SessionError, SessionFolder

phrase = french_beside(__file__)

NAME = "noms_a_effacer.csv"
_NAMED, _FAMILY, _ADDRESS = "nom", "nom_de_famille", "courriel"


def sought_file(place: SessionFolder) -> Path:
    """Return where they are kept until the end."""
    return place.root / NAME


def sought_people(place: SessionFolder) -> list[Participant]:
    """Return those of the list, then those whom an erasure that is not finished was looking for.

    Raises:
        SessionError: the list, or what was kept of it, cannot be read.
    """
    return [*dict.fromkeys([*place.people().values(), *_sought_before(place)])]


def keep_sought(place: SessionFolder, people: list[Participant]) -> None:
    """Keep them until the end, for the owner of the session alone; nobody is, where there is no name to look for.

    Raises:
        OSError: they could not be written.
    """
    if people:
        lines = ((person.name, person.family, person.email) for person in people)
        put_whole(
            sought_file(place), csv_bytes((_NAMED, _FAMILY, _ADDRESS), lines, kind="noms-a-effacer"), private=True
        )


def forget_sought(place: SessionFolder) -> None:
    """Erase what was kept of them, if nobody has meanwhile."""
    with suppress(FileNotFoundError):
        remove(place.root, NAME)


def _sought_before(place: SessionFolder) -> list[Participant]:
    try:
        records = csv_records(taken(place.root, NAME, largest=LARGEST_LIST), Shape())
        return [Participant(line[_NAMED], line[_FAMILY], line[_ADDRESS]) for line in records]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError) as error:
        raise SessionError(phrase("illisible", kept=NAME, list=place.participants_file.name)) from error


__all__ = ["forget_sought", "keep_sought", "sought_file", "sought_people"]
