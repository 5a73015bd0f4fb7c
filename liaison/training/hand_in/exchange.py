"""Prendre les copies remises dans la salle : ce que chaque place a posé elle-même dans l'échange, et rien d'autre.

The exchange of nbgrader is a folder in which every account of the room writes, and whose names say whose copy it is:
neither is believed. A copy counts when it belongs to the account of the place whose code it bears.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from liaison.diagnostic.formats.source import shown
from liaison.faults import why
from liaison.guarded import NotTakenError, taken
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.answers import LARGEST as LARGEST_ANSWERS
from liaison.training.hand_in.copies_in_place import put_files, stamp
from liaison.training.hand_in.deciding import EMPTY, WITHOUT_TEXTS, hour, too_early
from liaison.training.hand_in.emptied import Holds, what_it_holds
from liaison.training.hand_in.reading import LARGEST_NOTEBOOK
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.marks.copies import NOTEBOOK, SECRET, TIMESTAMP
from liaison.training.session.definition import SessionError, SessionFolder
from liaison.typography import typeset

MOST_TRIED = 20  # remises d'une personne pour un module, les plus récentes d'abord
MOST_LOOKED_AT = 1000  # dossiers d'un même compte : au-delà, c'est l'échange que l'on remplit
LARGEST_SECRET = 1000
# As nbgrader names what it hands in: code, module, instant, and letters that nobody can guess.
_NAME = re.compile(r"(?P<code>[^+]+)\+(?P<module>[^+]+)\+(?P<at>[0-9: .-]{19,26}) UTC(?:\+[\w=-]{1,40})?", re.ASCII)
_SECRET = re.compile(rb"[0-9a-f]{128}\s*")
_CLOCK = "%Y-%m-%d %H:%M:%S.%f"


@dataclass(frozen=True)
class Refused:
    """What is not taken: its name in the exchange, the place that put it there ("" when no place did), and why."""

    name: str
    place: str
    reason: str


@dataclass(frozen=True)
class Gathered:
    """What a run took, as (code, module), and what it refused."""

    taken: tuple[tuple[str, str], ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class HandedIn:
    """A folder of the exchange whose name, owner and hour hold: what is in it has still to be taken with care."""

    name: str
    code: str
    module: str
    at: dt.datetime
    account: int


def gather(place: SessionFolder, modules: Iterable[str], now: dt.datetime) -> Gathered:
    """Put the copy that counts of each person in `submitted/`: the last one on time, the last one when all are late.

    Raises:
        SessionError: the exchange cannot be read, or names are already erased.
        OSError: `submitted/` cannot be written.
    """
    if place.erasure.exists():
        raise SessionError("Les noms de cette séance sont effacés : elle ne prend plus de remise. Rien n'a été changé.")
    sound, refused = handed_in(place, now)
    place.submitted.mkdir(exist_ok=True)
    works: dict[tuple[str, str], list[HandedIn]] = {}
    for one in sound:
        works.setdefault((one.code, one.module), []).append(one)
    asked, done = set(modules), []
    for (code, module), copies in sorted(works.items()):
        if module not in asked:
            continue
        counts, aside = _counting(place, copies)
        if counts and (reason := _put(place, counts)):
            aside.append(_refused(counts.one, reason))
        elif counts:
            done.append((code, module))
        refused += aside
    return Gathered(tuple(done), tuple(refused))


def handed_in(place: SessionFolder, now: dt.datetime) -> tuple[list[HandedIn], list[Refused]]:
    """Return what places of the session put in the exchange themselves, and what is something else.

    Raises:
        SessionError: the exchange cannot be read.
    """
    accounts = accounts_of(place.root, place.session.participants)
    owners: dict[int, list[str]] = {}
    for code, account in accounts.items():
        owners.setdefault(account, []).append(code)
    sound: list[HandedIn] = []
    refused: list[Refused] = []
    looked_at: Counter[int] = Counter()
    for name, seen in _entries(place.root / INBOUND):
        looked_at[seen.st_uid] += 1
        if looked_at[seen.st_uid] > MOST_LOOKED_AT:
            continue
        many = "ce compte a posé trop de dossiers : les suivants ne sont pas regardés."
        found = many if looked_at[seen.st_uid] == MOST_LOOKED_AT else _sound(name, seen, place, accounts, now)
        if isinstance(found, HandedIn):
            sound.append(found)
        else:
            put_by = owners.get(seen.st_uid, [])
            refused.append(Refused(shown(name), put_by[0] if len(put_by) == 1 else "", typeset(found)))
    return sound, refused


def accounts_of(root: Path, codes: Iterable[str]) -> dict[str, int]:
    """Return the number of the account of each place that exists: whoever owns the space, which no one else can move.

    Where everybody is under one account, all have the same.
    """
    found = {}
    for code in codes:
        try:
            seen = (root / HOMES / code).lstat()
        except OSError:
            continue
        if stat.S_ISDIR(seen.st_mode):
            found[code] = seen.st_uid
    return found


def _entries(inbound: Path) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = os.scandir(inbound)
    except OSError as error:
        raise SessionError(f"L'échange de la salle, « {inbound} », ne peut pas être lu : {why(error)}.") from error
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
        return "c'est un lien : il n'est pas suivi."
    parts = _NAME.fullmatch(name)
    at = _instant(parts["at"]) if parts else None
    if not stat.S_ISDIR(seen.st_mode) or parts is None or at is None:
        return "ce n'est pas une remise."
    code, module = parts["code"], parts["module"]
    if code not in place.session.participants:
        return f"la séance n'a pas de participant « {shown(code)} »."
    if module not in place.session.modules:
        return f"la séance n'a pas de module « {shown(module)} »."
    if accounts.get(code) != seen.st_uid:
        return f"elle porte le code {code} et n'a pas été posée depuis sa place."
    if at > now:
        return f"elle est datée du {hour(at)} : cette heure n'est pas encore passée."
    if reason := too_early(at, place.session.date):
        return reason
    return HandedIn(name, code, module, at, seen.st_uid)


def _instant(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(text if "." in text else f"{text}.0", _CLOCK).replace(tzinfo=dt.UTC)
    except ValueError:
        return None


@dataclass(frozen=True)
class _Copy:
    """A copy whose files were taken one by one, and what there is in it."""

    one: HandedIn
    files: dict[str, bytes]
    holds: Holds


def _counting(place: SessionFolder, copies: Iterable[HandedIn]) -> tuple[_Copy | None, list[Refused]]:
    """Return which copy of one work counts, as `deciding` has it, and what is said of the others."""
    deadline = place.session.deadline
    tried = sorted(copies, key=lambda one: (one.at <= deadline, one.at), reverse=True)
    kept: _Copy | None = None
    aside: list[Refused] = []
    for one in tried[:MOST_TRIED]:
        if kept and (kept.holds.texts or (kept.one.at <= deadline) != (one.at <= deadline)):
            break  # no older copy holds more, or may take its place
        try:
            files = _files(place.root / INBOUND, one)
        except (NotTakenError, OSError) as error:
            said = str(error) if isinstance(error, NotTakenError) else f"elle ne peut pas être lue : {why(error)}."
            aside.append(_refused(one, said))
            continue
        older = _Copy(one, files, what_it_holds(one.module, files.get(ANSWERS_FILE, b"")))
        if kept is None:
            kept = older
        elif older.holds.answers and not kept.holds.answers:
            aside.append(_refused(kept.one, f"{EMPTY} : celle du {hour(one.at)}, qui ne l'est pas, est gardée."))
            kept = older
        elif older.holds.texts:
            by = f"celle du {hour(kept.one.at)} la remplace ; {WITHOUT_TEXTS}, et ils restent dans l'échange."
            aside.append(_refused(one, by))
            break
    return kept, aside


def _refused(one: HandedIn, reason: str) -> Refused:
    return Refused(shown(one.name), one.code, typeset(reason))


def _put(place: SessionFolder, copy: _Copy) -> str | None:
    """Put a copy in its place; return why not, None when it, or a better one, is there."""
    one = copy.one
    there = _already(place, one)
    if there is not None and (there <= place.session.deadline, there) > (one.at <= place.session.deadline, one.at):
        return None
    # What came otherwise (a stick) has no secret of the exchange, and stays.
    return put_files(place, one.code, one.module, copy.files, lambda former: bool(former[SECRET]))


def _files(inbound: Path, one: HandedIn) -> dict[str, bytes]:
    largest = {ANSWERS_FILE: LARGEST_ANSWERS, NOTEBOOK: LARGEST_NOTEBOOK, SECRET: LARGEST_SECRET}
    files = {TIMESTAMP: stamp(one.at)}
    for name, most in largest.items():
        try:
            files[name] = taken(inbound, one.name, name, largest=most, owner=one.account)
        except FileNotFoundError:
            continue
        except NotTakenError as error:
            raise NotTakenError(f"« {name} » {error}.") from error
    if not _SECRET.fullmatch(files.get(SECRET, b"")):
        raise NotTakenError("elle n'est pas complète. Si elle vient d'être remise, relancer dans une minute.")
    return files


def _already(place: SessionFolder, one: HandedIn) -> dt.datetime | None:
    """Return when the copy that is in place came through the exchange, None when there is none."""
    folder = place.submitted / one.code / one.module
    try:
        taken(folder, SECRET, largest=LARGEST_SECRET)
        text = taken(folder, TIMESTAMP, largest=LARGEST_SECRET).decode("ascii")
    except (OSError, ValueError):
        return None
    return _instant(text.strip().removesuffix(" UTC"))


__all__ = ["Gathered", "HandedIn", "Refused", "accounts_of", "gather", "handed_in"]
