"""Ce qui a été refusé et qui est encore là, dans la salle ou dans remises/ : à reprendre, ou pas complet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from liaison.base.guarded import NotTakenError, taken
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.answers import LARGEST as LARGEST_ANSWERS
from liaison.training.hand_in.archives_kept import TEAM, hand_in_kept
from liaison.training.hand_in.emptied import what_it_holds
from liaison.training.hand_in.exchange import HandedIn, files_of, in_room, source_of
from liaison.training.hand_in.journal import JournalLine, read_journal
from liaison.training.hand_in.not_replaced import not_replaced
from liaison.training.hand_in.room_folders import INBOUND
from liaison.training.session.definition import SessionFolder


@dataclass(frozen=True)
class RefusedHere:
    """What was refused, is still here, and holds something to mark.

    `again`: whose hand-ins, of which work, can be read whole: taking once more takes them, once what refused them is
    mended. `incomplete`: the folders of the room, under that of the session, that lack a part and have answers.
    """

    again: tuple[tuple[str, str], ...] = ()
    incomplete: tuple[Path, ...] = ()


def refused_here(place: SessionFolder) -> RefusedHere:
    """Return what was refused, is still here and could be marked: nothing is lost with the rest.

    Not what something newer of that person stands for; nothing once names are being erased.

    Raises:
        SessionError: the journal was spoiled.
    """
    if place.erasure.exists():
        return RefusedHere()
    lines = read_journal(place.journal)
    here = {source_of(handed): handed for handed in in_room(place, dt.datetime.now(dt.UTC))}
    again: dict[tuple[str, str], None] = {}
    incomplete: dict[Path, None] = {}
    for code in place.session.participants:
        for line in not_replaced([line for line in lines if line.code == code], place.session.modules):
            handed = here.get(line.source)
            whole = _is_whole(place, handed) if handed else _is_kept(place, line) or None
            if whole:
                again[code, line.module] = None
            elif handed and whole is False:
                incomplete[INBOUND / handed.name] = None
    return RefusedHere(tuple(again), tuple(incomplete))


def _is_whole(place: SessionFolder, handed: HandedIn) -> bool | None:
    """Whether a hand-in of the room can be read whole; None of one that holds nothing to mark."""
    whole = True
    files: dict[str, bytes] | None
    try:
        files = files_of(place, handed)
    except NotTakenError:
        whole, files = False, _answers_of(place, handed)
    if files is None:
        return whole
    answers = files.get(ANSWERS_FILE, b"")
    return whole if what_it_holds(handed.module, answers).to_mark else None


def _answers_of(place: SessionFolder, handed: HandedIn) -> dict[str, bytes] | None:
    """Return the answers of a hand-in that lacks something, if it has any; None when nobody can tell."""
    where = place.root / INBOUND
    try:
        return {ANSWERS_FILE: taken(where, handed.name, ANSWERS_FILE, largest=LARGEST_ANSWERS, owner=handed.account)}
    except (FileNotFoundError, NotTakenError):  # what is not theirs, or no file, is no answer
        return {}
    except OSError:
        return None


def _is_kept(place: SessionFolder, line: JournalLine) -> bool:
    """Whether the archive of a line is kept, and holds something to mark of that work."""
    hand_in = hand_in_kept(place, line.archive) if line.archive else None
    if hand_in is None:
        return False
    if line.module.startswith(TEAM):
        return line.module.removeprefix(TEAM) in hand_in.team
    work = hand_in.modules.get(line.module)
    return work is not None and what_it_holds(line.module, work.answers).to_mark


__all__ = ["RefusedHere", "refused_here"]
