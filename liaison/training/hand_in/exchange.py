"""Prendre les copies remises dans la salle : ce que chaque place a posé elle-même dans l'échange, et rien d'autre.

The exchange of nbgrader is a folder in which every account of the room writes, and whose names say whose copy it is:
neither is believed. A copy counts when it belongs to the account of the place whose code it bears.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from liaison.base.faults import why
from liaison.base.guarded import NotTakenError, taken
from liaison.base.quoting import shown
from liaison.base.typography import typeset
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.answers import LARGEST as LARGEST_ANSWERS
from liaison.training.hand_in.copies_in_place import put_files, stamp
from liaison.training.hand_in.deciding import hour, nothing_instead, remark_on, replaced, too_early
from liaison.training.hand_in.emptied import Holds, what_it_holds
from liaison.training.hand_in.journal import Line, State, instant, read_journal, write_journal
from liaison.training.hand_in.reading import LARGEST_NOTEBOOK
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.marks.copies import NOTEBOOK, SECRET, TIMESTAMP
from liaison.training.session.definition import SessionError, SessionFolder

MOST_TRIED = 20  # remises d'une personne pour un module, les plus récentes d'abord
MOST_LOOKED_AT = 1000  # dossiers d'un même compte : au-delà, c'est l'échange que l'on remplit
LARGEST_SECRET = 1000
EXCHANGE = INBOUND.parents[1]
_OF_COURSE = frozenset({INBOUND.name, "outbound", "feedback"})  # what nbgrader has in the folder of a course
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
    """What a run took, as (code, module), what it refused, and what it took that has to be looked at."""

    taken: tuple[tuple[str, str], ...]
    refused: tuple[Refused, ...]
    to_look_at: tuple[Refused, ...] = ()


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

    What became of each is a line of the journal.

    Raises:
        SessionError: the exchange or the journal cannot be read, or names are already erased.
        OSError: `submitted/` or the journal cannot be written.
    """
    if place.erasure.exists():
        raise SessionError(
            "L'effacement des noms de cette séance est fait : elle ne prend plus de remise. Rien n'a été changé."
        )
    before = read_journal(place.journal)
    sound, refused = handed_in(place, now)
    elsewhere = _elsewhere(place)
    place.submitted.mkdir(exist_ok=True)
    works: dict[tuple[str, str], list[HandedIn]] = {}
    for one in sound:
        works.setdefault((one.code, one.module), []).append(one)
    asked = set(modules)
    fates = [fate for work, copies in sorted(works.items()) if work[1] in asked for fate in _fates(place, copies)]
    said = {INBOUND: refused, EXCHANGE: elsewhere}
    _note(place, before, fates, said, asked, now)
    return Gathered(
        tuple((fate.one.code, fate.one.module) for fate in fates if fate.counts),
        (*refused, *elsewhere, *(_refused(fate.one, fate.reason) for fate in fates if fate.told and not fate.counts)),
        tuple(_refused(fate.one, fate.reason) for fate in fates if fate.told and fate.counts),
    )


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


def _elsewhere(place: SessionFolder) -> list[Refused]:
    """Return what is in the exchange outside of what our course holds: in former rooms a place could make a course.

    Nothing of it is opened: a hand-in is known by its name and by who owns it.
    """
    accounts = accounts_of(place.root, place.session.participants)
    found: list[Refused] = []
    for folder, ours in (EXCHANGE, {INBOUND.parts[-2]}), (INBOUND.parent, _OF_COURSE):
        for name, seen in islice(_entries(place.root / folder), MOST_LOOKED_AT):
            # What a file manager leaves for itself.
            if name in ours or (name.startswith(".") and not stat.S_ISDIR(seen.st_mode)):
                continue
            where = (folder / name).relative_to(EXCHANGE)
            found += _left_in(place, where, accounts) or [
                Refused(shown(where.as_posix()), "", typeset("ce n'est pas du cours de la salle : rien n'en est pris."))
            ]
    return found


def _left_in(place: SessionFolder, where: Path, accounts: Mapping[str, int]) -> list[Refused]:
    """Return the hand-ins of another course, by their names."""
    said = "elle a été posée dans un autre cours que celui de la salle : elle n'est pas prise, à demander de nouveau."
    reason = typeset(said)
    inbound = place.root / EXCHANGE / where / INBOUND.name
    found = []
    try:
        if any(stat.S_ISLNK(step.lstat().st_mode) for step in (inbound.parent, inbound)):
            return []
        for name, seen in islice(_entries(inbound), MOST_LOOKED_AT):
            parts = _NAME.fullmatch(name)
            if parts and parts["code"] in accounts:
                own = accounts[parts["code"]] == seen.st_uid
                named = shown((where / INBOUND.name / name).as_posix())
                found.append(Refused(named, parts["code"] if own else "", reason))
    except (OSError, SessionError):  # closed to this account, or no course at all: it is named whole
        return found
    return found


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
        return f"elle est datée du {hour(at, place.session.zone)} : cette heure n'est pas encore passée."
    if reason := too_early(at, place.session):
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


@dataclass(frozen=True)
class _Fate:
    """What becomes of a copy, and why; `told`: the trainer hears of it at once, and not in the journal alone."""

    one: HandedIn
    state: State
    reason: str = ""
    told: bool = True
    counts: bool = False
    digest: str = ""


def _fates(place: SessionFolder, copies: Iterable[HandedIn]) -> list[_Fate]:
    """Put the copy of one work that counts in its place, and return what became of it and of the others."""
    kept, aside = _counting(place, copies)
    if kept is None:
        return aside
    if reason := _put(place, kept):
        return [_Fate(kept.one, "refusee", reason), *aside]
    deadline = place.session.deadline
    late = kept.one.at > deadline
    remark = remark_on(kept.holds)
    after = f"faite le {_hour(place, kept.one)}, après l'heure ({hour(deadline, place.session.zone)})." if late else ""
    digest = hashlib.sha256(kept.files.get(ANSWERS_FILE, b"")).hexdigest()
    reason = " ".join(filter(None, (after, remark)))
    return [_Fate(kept.one, "en_retard" if late else "recue", reason, bool(remark), True, digest), *aside]


def _counting(place: SessionFolder, copies: Iterable[HandedIn]) -> tuple[_Copy | None, list[_Fate]]:
    """Return which copy of one work counts, as `deciding` has it, and what becomes of the others."""
    deadline = place.session.deadline
    tried = sorted(copies, key=lambda one: (one.at <= deadline, one.at), reverse=True)
    kept: _Copy | None = None
    looking = True  # for an older copy that holds more
    aside: list[_Fate] = []
    for rank, one in enumerate(tried):
        if kept and kept.one.at <= deadline < one.at:
            by = f"faite le {_hour(place, one)}, après l'heure : celle du {_hour(place, kept.one)} est gardée."
            aside.append(_Fate(one, "en_retard", by))
            continue
        if not looking or rank >= MOST_TRIED:
            by = f"remplacée par celle du {_hour(place, kept.one)}" if kept else "il y en a de plus récentes"
            aside.append(_Fate(one, "doublon", f"{by} ; elle reste dans l'échange.", told=False))
            continue
        try:
            files = _files(place.root / INBOUND, one)
        except (NotTakenError, OSError) as error:
            said = str(error) if isinstance(error, NotTakenError) else f"elle ne peut pas être lue : {why(error)}."
            aside.append(_Fate(one, "refusee", said))
            continue
        older = _Copy(one, files, what_it_holds(one.module, files.get(ANSWERS_FILE, b"")))
        if kept is None:
            kept = older
        elif older.holds.to_mark and not kept.holds.to_mark:
            aside.append(_Fate(kept.one, "doublon", nothing_instead(kept.holds, _hour(place, one))))
            kept = older
        else:
            by = replaced(older.holds, kept.holds, _hour(place, kept.one), "l'échange")
            less = kept.holds.less_than(older.holds)
            aside.append(_Fate(one, "doublon", by, told=less))
            looking = not less
    return kept, aside


def _note(
    place: SessionFolder,
    before: Iterable[Line],
    fates: Iterable[_Fate],
    refused: Mapping[Path, Iterable[Refused]],
    asked: set[str],
    now: dt.datetime,
) -> None:
    """Write what became of each in the journal of the session, beside what came otherwise and other modules."""
    inbound, zone = INBOUND.as_posix(), place.session.zone
    exchange = f"{EXCHANGE.as_posix()}/"
    came = {line.source: line.received_at for line in before}
    others = [one for one in before if not one.source.startswith(exchange) or (one.module and one.module not in asked)]
    ours = [
        Line("", one.place, "", f"{where.as_posix()}/{one.name}", "refusee", one.reason)
        for where, some in refused.items()
        for one in some
    ]
    for fate in fates:
        one, source = fate.one, f"{inbound}/{shown(fate.one.name)}"
        made = instant(one.at.astimezone(zone))
        ours.append(Line("", one.code, one.module, source, fate.state, typeset(fate.reason), made, digest=fate.digest))
    dated = [replace(one, received_at=came.get(one.source, instant(now.astimezone(zone)))) for one in ours]
    write_journal(place.journal, [*others, *sorted(dated, key=lambda one: (one.received_at, one.source))])


def _hour(place: SessionFolder, one: HandedIn) -> str:
    return hour(one.at, place.session.zone)


def _refused(one: HandedIn, reason: str) -> Refused:
    return Refused(shown(one.name), one.code, typeset(reason))


def _put(place: SessionFolder, copy: _Copy) -> str | None:
    """Put a copy in its place; return why not, None when it, or a better one, is there."""
    one = copy.one
    there = _already(place, one)
    if there is not None and (there <= place.session.deadline, there) > (one.at <= place.session.deadline, one.at):
        return f"celle du {hour(there, place.session.zone)}, déjà prise, est gardée."
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
