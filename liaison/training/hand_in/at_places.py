"""Ce qui est dans la salle et que la séance n'a pas : à prendre, jamais remis, ou changé depuis la remise."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from liaison.base.faults import why
from liaison.base.guarded import NotTakenError, taken
from liaison.base.sentences import french_beside
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.answers import LARGEST as LARGEST_ANSWERS
from liaison.training.hand_in.exchange import HandedIn, accounts_of, in_room, source_of
from liaison.training.hand_in.journal import read_journal
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.hand_in.standing import Handed, who
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)


@dataclass(frozen=True)
class SinceHandedIn:
    """Whose answers of which module changed or went at their place of the room, since they last handed in.

    `unread`: those of which nobody can tell, and why, as the end of a sentence whose subject is the file.
    """

    changed: tuple[tuple[str, str], ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    unread: tuple[tuple[str, str, str], ...] = ()


def to_take(
    place: SessionFolder, standings: Mapping[str, Mapping[str, Handed]], now: dt.datetime | None = None
) -> tuple[tuple[str, str], ...]:
    """Return whose copies of which modules wait in the room, be it beside another that is already taken.

    Nobody's once names are being erased: no session takes any then.

    Raises:
        SessionError: the journal was spoiled.
    """
    if place.erasure.exists():
        return ()
    looked_at = {line.source for line in read_journal(place.journal)}
    new = {
        (handed.code, handed.module)
        for handed in in_room(place, now or dt.datetime.now(dt.UTC))
        if source_of(handed) not in looked_at
    }
    return tuple(
        work for work in who(standings, *get_args(Handed)) if work in new or standings[work[0]][work[1]] == "a_prendre"
    )


def since_handed_in(place: SessionFolder, standings: Mapping[str, Mapping[str, Handed]]) -> SinceHandedIn:
    """Return what became of the answers that people keep at their place of the room, once they had handed in.

    Nothing once names are being erased: no session takes any copy then.
    """
    if place.erasure.exists():
        return SinceHandedIn()
    accounts = accounts_of(place.root, place.session.participants)
    last = _last_of_the_room(place)
    changed: list[tuple[str, str]] = []
    gone: list[tuple[str, str]] = []
    unread: list[tuple[str, str, str]] = []
    for code, module in who(standings, "recue", "en_retard", "remise", "a_prendre"):
        if code not in accounts:
            continue
        now = _at_place(place, code, module, accounts[code])
        if now is None:
            # Who handed in a file of their own may have answered nothing in the room.
            if (code, module) in last:
                gone.append((code, module))
        elif isinstance(now, str):
            unread.append((code, module, now))
        else:
            # A copy that cannot be read is told as such, and compared with nothing.
            with contextlib.suppress(NotTakenError, OSError):
                if now != _given(place, code, module, last.get((code, module))):
                    changed.append((code, module))
    return SinceHandedIn(tuple(changed), tuple(gone), tuple(unread))


def unread_in_place(
    place: SessionFolder, standings: Mapping[str, Mapping[str, Handed]]
) -> tuple[tuple[str, str, str], ...]:
    """Return whose answers wait at a place of the room and cannot be handed in as they are, of which module, and why.

    Nobody's once names are being erased.
    """
    accounts = {} if place.erasure.exists() else accounts_of(place.root, place.session.participants)
    return tuple(
        (code, module, why_not)
        for code, module in who(standings, "en_place")
        if code in accounts and isinstance(why_not := _at_place(place, code, module, accounts[code]), str)
    )


def _at_place(place: SessionFolder, code: str, module: str, account: int) -> bytes | str | None:
    """Return the answers that somebody keeps at their place, why they cannot be read, None where there are none."""
    try:
        return taken(place.root / HOMES, code, module, ANSWERS_FILE, largest=LARGEST_ANSWERS, owner=account)
    except FileNotFoundError:
        return None
    except NotTakenError as error:
        return str(error)
    except OSError as error:
        return phrase("ne-se-lit-pas", reason=why(error))


def _last_of_the_room(place: SessionFolder) -> dict[tuple[str, str], HandedIn]:
    by_hour = sorted(in_room(place, dt.datetime.now(dt.UTC)), key=lambda handed: handed.at)
    return {(handed.code, handed.module): handed for handed in by_hour}


def _given(place: SessionFolder, code: str, module: str, last: HandedIn | None) -> bytes | None:
    """Return the answers that somebody gave last, None where the copy has none: in the exchange, else as collected.

    Raises:
        NotTakenError, OSError: see `taken`.
    """
    with contextlib.suppress(FileNotFoundError):
        if last:
            return taken(place.root / INBOUND, last.name, ANSWERS_FILE, largest=LARGEST_ANSWERS, owner=last.account)
        return taken(place.submitted / code / module, ANSWERS_FILE, largest=LARGEST_ANSWERS)
    return None


__all__ = ["SinceHandedIn", "since_handed_in", "to_take", "unread_in_place"]
