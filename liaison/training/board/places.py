"""Où les réponses d'une salle se trouvent : chez chacun, dans l'échange de nbgrader, parmi les copies remises."""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.hand_in.exchange import HandedIn, accounts_of, handed_in
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.marks.copies import COURSE_ID, LONGEST_CODE
from liaison.training.marks.gradebook import SUBMITTED
from liaison.training.session.definition import SessionError, SessionFolder

TRAINER = "formation"  # l'espace de qui anime : personne de la salle

Stamp = tuple[int, int, int]  # quand, combien d'octets, quel fichier : change dès que le fichier est récrit


@dataclass(frozen=True)
class Place:
    """A folder in which someone answers a module; `stamp` is that of their answers, None while there are none.

    `owner` is the account to which what is read there must belong; None where only the trainer writes.
    """

    code: str
    module: str
    folder: Path
    handed_in: bool
    stamp: Stamp | None
    owner: int | None = None


@dataclass(frozen=True)
class Places:
    """The place that counts for each person and module: the most recent answers; `closed` could not be opened."""

    by_copy: dict[tuple[str, str], Place]
    closed: int


def stamp_of(folder: Path) -> Stamp | None:
    """Return the stamp of the answers of a folder, None when there are none; a link has its own."""
    try:
        seen = (folder / ANSWERS_FILE).lstat()
    except FileNotFoundError:
        return None
    return (seen.st_mtime_ns, seen.st_size, seen.st_ino)


def places(root: Path, modules: Iterable[str], session: SessionFolder | None = None) -> Places:
    """Return where each person's answers are in a session folder; what cannot be opened is counted, never a stop.

    Without a session, a course of nbgrader says by itself who takes part, and has no room.
    """
    wanted = tuple(modules)
    latest: dict[tuple[str, str], Place] = {}
    closed = 0
    for code, module, folder, handed, owner in _folders(root, wanted, session):
        try:
            place = Place(code, module, folder, handed, stamp_of(folder), owner)
        except OSError:
            closed += 1
            continue
        # In a room each home has its exercise before anybody comes: only answers are a beginning.
        if place.stamp is None and not handed:
            continue
        former = latest.get((code, module))
        latest[code, module] = place if former is None else _latest(former, place)
    return Places(latest, closed + sum(1 for _ in _closed(root)))


def _latest(former: Place, other: Place) -> Place:
    """Return the place whose answers were written last; handing in counts wherever it happened."""
    first, last = sorted((former, other), key=lambda place: (place.stamp is not None, place.stamp or (0, 0, 0)))
    return replace(last, handed_in=first.handed_in or last.handed_in)


def _folders(
    root: Path, modules: tuple[str, ...], session: SessionFolder | None
) -> Iterator[tuple[str, str, Path, bool, int | None]]:
    for person in _within(root / SUBMITTED):
        for module in modules:
            if _is_folder(person / module):
                yield person.name, module, person / module, True, None
    if session is None:
        return
    for copy in _in_the_exchange(session):
        if copy.module in modules:
            yield copy.code, copy.module, root / INBOUND / copy.name, True, copy.account
    for code, account in sorted(accounts_of(root, session.session.participants).items()):
        home = root / HOMES / code
        # nbgrader fetches into the home itself, or into a folder that bears the name of the course; whatever else is
        # there, and in what number, is not looked at.
        for base in (home, home / COURSE_ID):
            for module in modules:
                if _is_folder(base / module):
                    yield code, module, base / module, False, account


def _in_the_exchange(session: SessionFolder) -> list[HandedIn]:
    try:
        return handed_in(session, dt.datetime.now(dt.UTC))[0]
    except SessionError:  # no room was opened, or it cannot be listed: `_closed` counts it
        return []


def _within(folder: Path) -> list[Path]:
    """Return the folders that a folder holds, sorted; hidden ones and links are nobody's."""
    try:
        with os.scandir(folder) as entries:
            folders = [entry for entry in entries if _is_someone(entry.name) and entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return sorted(Path(folder.path) for folder in folders)


def _closed(root: Path) -> Iterator[Path]:
    """Yield the folders that are there and cannot be listed: on a shared machine, somebody else's."""
    homes = [folder for folder in _within(root / HOMES) if folder.name != TRAINER]
    people = [*homes, *_within(root / SUBMITTED)]
    for folder in (root / SUBMITTED, root / INBOUND, root / HOMES, *people):
        if _is_folder(folder) and not os.access(folder, os.R_OK | os.X_OK):
            yield folder


def _is_someone(name: str) -> bool:
    return not name.startswith(".") and len(name) <= LONGEST_CODE and name.isprintable()


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


__all__ = ["Place", "Places", "Stamp", "places", "stamp_of"]
