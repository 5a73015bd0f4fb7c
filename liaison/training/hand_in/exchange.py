"""Ce qui est remis dans la salle : ce que chaque place a posé elle-même dans l'échange, et rien d'autre.

The exchange of nbgrader is a folder in which every account of the room writes, and whose names say whose copy it is:
neither is believed. A copy counts when it belongs to the account of the place whose code it bears.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from liaison.base.faults import why
from liaison.base.guarded import NotTakenError, taken
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.module import EXERCISE
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.answers import LARGEST as LARGEST_ANSWERS
from liaison.training.hand_in.copies_in_place import stamp, stamped
from liaison.training.hand_in.deciding import hour, nobody_here, too_early
from liaison.training.hand_in.reading import LARGEST_NOTEBOOK
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.marks.copies import SECRET, TIMESTAMP
from liaison.training.session.definition import SessionError, SessionFolder

phrase = french_beside(__file__)


MOST_LOOKED_AT = 1000  # dossiers d'un même compte : au-delà, c'est l'échange que l'on remplit
LARGEST_SECRET = 1000
EXCHANGE = INBOUND.parents[1]
_OF_COURSE = frozenset({INBOUND.name, "outbound", "feedback"})  # what nbgrader has in the folder of a course
# As nbgrader names what it hands in: code, module, instant, and letters that nobody can guess.
_NAME = re.compile(r"(?P<code>[^+]+)\+(?P<module>[^+]+)\+(?P<at>[0-9: .-]{19,26}) UTC(?:\+[\w=-]{1,40})?", re.ASCII)
_SECRET = re.compile(rb"[0-9a-f]{128}\s*")


@dataclass(frozen=True)
class RefusedHandIn:
    """What is not taken: its name in the exchange, the place that put it there ("" when no place did), and why.

    `module`: of which module of the session it is by its name, "" when that tells none.
    """

    name: str
    place: str
    reason: str
    module: str = ""


@dataclass(frozen=True)
class HandedIn:
    """A folder of the exchange whose name, owner and hour hold: what is in it has still to be taken with care."""

    name: str
    code: str
    module: str
    at: dt.datetime
    account: int


def handed_in(place: SessionFolder, now: dt.datetime) -> tuple[list[HandedIn], list[RefusedHandIn]]:
    """Return what places of the session put in the exchange themselves, and what is something else.

    Raises:
        SessionError: the exchange cannot be read.
    """
    accounts = accounts_of(place.root, place.session.participants)
    owners: dict[int, list[str]] = {}
    for code, account in accounts.items():
        owners.setdefault(account, []).append(code)
    sound: list[HandedIn] = []
    refused: list[RefusedHandIn] = []
    looked_at: Counter[int] = Counter()
    for name, seen in _entries(place.root / INBOUND):
        looked_at[seen.st_uid] += 1
        if looked_at[seen.st_uid] > MOST_LOOKED_AT:
            continue
        many = phrase("trop-de-dossiers")
        outcome = many if looked_at[seen.st_uid] == MOST_LOOKED_AT else _sound(name, seen, place, accounts, now)
        if isinstance(outcome, HandedIn):
            sound.append(outcome)
        else:
            put_by = owners.get(seen.st_uid, [])
            by = put_by[0] if len(put_by) == 1 else ""
            refused.append(RefusedHandIn(shown(name), by, typeset(outcome), _module_in(name, by, place)))
    return sound, refused


def in_room(place: SessionFolder, now: dt.datetime) -> list[HandedIn]:
    """Return what places of the session put in the exchange themselves; nothing where no room was opened."""
    try:
        return handed_in(place, now)[0]
    except SessionError:
        return []


def source_of(handed: HandedIn) -> str:
    """Return what names a hand-in of the room in the journal of the session."""
    return f"{INBOUND.as_posix()}/{shown(handed.name)}"


def elsewhere(place: SessionFolder) -> list[RefusedHandIn]:
    """Return what is in the exchange outside of what our course holds: in former rooms a place could make a course.

    Nothing of it is opened: a hand-in is known by its name and by who owns it.
    """
    accounts = accounts_of(place.root, place.session.participants)
    refusals: list[RefusedHandIn] = []
    for folder, ours in (EXCHANGE, {INBOUND.parts[-2]}), (INBOUND.parent, _OF_COURSE):
        for name, seen in islice(_entries(place.root / folder), MOST_LOOKED_AT):
            # What a file manager leaves for itself.
            if name in ours or (name.startswith(".") and not stat.S_ISDIR(seen.st_mode)):
                continue
            where = (folder / name).relative_to(EXCHANGE)
            refusals += _left_in(place, where, accounts) or [
                RefusedHandIn(shown(where.as_posix()), "", typeset(phrase("hors-du-cours")))
            ]
    return refusals


def _left_in(place: SessionFolder, where: Path, accounts: Mapping[str, int]) -> list[RefusedHandIn]:
    """Return the hand-ins of another course, by their names."""
    reason = typeset(phrase("autre-cours"))
    inbound = place.root / EXCHANGE / where / INBOUND.name
    refusals = []
    try:
        if any(stat.S_ISLNK(step.lstat().st_mode) for step in (inbound.parent, inbound)):
            return []
        for name, seen in islice(_entries(inbound), MOST_LOOKED_AT):
            parts = _NAME.fullmatch(name)
            if parts and parts["code"] in accounts:
                by = parts["code"] if accounts[parts["code"]] == seen.st_uid else ""
                named = shown((where / INBOUND.name / name).as_posix())
                refusals.append(RefusedHandIn(named, by, reason, _module_in(name, by, place)))
    except (OSError, SessionError):  # closed to this account, or no course at all: it is named whole
        return refusals
    return refusals


def _module_in(name: str, code: str, place: SessionFolder) -> str:
    """Return of which module the name of a hand-in of that person says it is, "" when it tells none of the session."""
    parts = _NAME.fullmatch(name)
    own = parts and parts["code"] == code and parts["module"] in place.session.modules
    return parts["module"] if parts and own else ""


def accounts_of(root: Path, codes: Iterable[str]) -> dict[str, int]:
    """Return the number of the account of each place that exists: whoever owns the space, which no one else can move.

    Where everybody is under one account, all have the same.
    """
    accounts = {}
    for code in codes:
        try:
            seen = (root / HOMES / code).lstat()
        except OSError:
            continue
        if stat.S_ISDIR(seen.st_mode):
            accounts[code] = seen.st_uid
    return accounts


def _entries(inbound: Path) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = os.scandir(inbound)
    except OSError as error:
        raise SessionError(phrase("echange-ferme", folder=inbound, reason=why(error))) from error
    with entries:
        for entry in entries:
            try:
                yield entry.name, entry.stat(follow_symlinks=False)
            except OSError:  # taken away meanwhile by who put it there
                continue


def _sound(
    name: str, seen: os.stat_result, place: SessionFolder, accounts: dict[str, int], now: dt.datetime
) -> HandedIn | str:
    """Return what a folder of the exchange says it is once that is checked, else why it is not taken."""
    if stat.S_ISLNK(seen.st_mode):
        return phrase("un-lien")
    parts = _NAME.fullmatch(name)
    at = stamped(parts["at"].encode()) if parts else None
    if not stat.S_ISDIR(seen.st_mode) or parts is None or at is None:
        return phrase("pas-une-remise")
    code, module = parts["code"], parts["module"]
    if code not in place.session.participants:
        return nobody_here(shown(code))
    if module not in place.session.modules:
        return phrase("module-inconnu", module=shown(module))
    if accounts.get(code) != seen.st_uid:
        return phrase("pas-de-sa-place", code=code)
    if at > now:
        return phrase("pas-encore-passee", hour=hour(at, place.session.zone))
    if reason := too_early(at, place.session):
        return reason
    return HandedIn(name, code, module, at, seen.st_uid)


def files_of(place: SessionFolder, handed: HandedIn) -> dict[str, bytes]:
    """Return the files of the copy that a hand-in of the room makes, each taken with care.

    Raises:
        NotTakenError: it cannot be taken, or not yet; why.
    """
    try:
        return _files(place.root / INBOUND, handed)
    except OSError as error:
        raise NotTakenError(phrase("illisible", reason=why(error))) from error


def _files(inbound: Path, handed: HandedIn) -> dict[str, bytes]:
    largest = {ANSWERS_FILE: LARGEST_ANSWERS, EXERCISE: LARGEST_NOTEBOOK, SECRET: LARGEST_SECRET}
    files = {TIMESTAMP: stamp(handed.at)}
    for name, most in largest.items():
        try:
            files[name] = taken(inbound, handed.name, name, largest=most, owner=handed.account)
        except FileNotFoundError:
            continue
        except NotTakenError as error:
            raise NotTakenError(phrase("fichier-refuse", file=name, reason=error)) from error
    if not _SECRET.fullmatch(files.get(SECRET, b"")):
        raise NotTakenError(phrase("incomplete"))
    return files


__all__ = [
    "EXCHANGE",
    "MOST_LOOKED_AT",
    "HandedIn",
    "RefusedHandIn",
    "accounts_of",
    "elsewhere",
    "files_of",
    "handed_in",
    "in_room",
    "source_of",
]
