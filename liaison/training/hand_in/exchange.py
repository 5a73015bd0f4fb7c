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
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.module import EXERCISE
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.answers import LARGEST as LARGEST_ANSWERS
from liaison.training.hand_in.copies_in_place import Aside, kept_at, put_files, stamp, stamped
from liaison.training.hand_in.deciding import (
    after_hours,
    another_in_time,
    check_takes_hand_ins,
    hour,
    nobody_here,
    nothing_instead,
    remark_on,
    replaced,
    too_early,
)
from liaison.training.hand_in.emptied import Holds, what_it_holds
from liaison.training.hand_in.journal import JournalLine, State, instant, read_journal, write_journal
from liaison.training.hand_in.reading import LARGEST_NOTEBOOK
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.marks.copies import SECRET, TIMESTAMP
from liaison.training.session.definition import SessionError, SessionFolder

phrase = french_beside(__file__)


MOST_TRIED = 20  # remises d'une personne pour un module, les plus récentes d'abord
MOST_LOOKED_AT = 1000  # dossiers d'un même compte : au-delà, c'est l'échange que l'on remplit
LARGEST_SECRET = 1000
EXCHANGE = INBOUND.parents[1]
_OF_COURSE = frozenset({INBOUND.name, "outbound", "feedback"})  # what nbgrader has in the folder of a course
# As nbgrader names what it hands in: code, module, instant, and letters that nobody can guess.
_NAME = re.compile(r"(?P<code>[^+]+)\+(?P<module>[^+]+)\+(?P<at>[0-9: .-]{19,26}) UTC(?:\+[\w=-]{1,40})?", re.ASCII)
_SECRET = re.compile(rb"[0-9a-f]{128}\s*")


@dataclass(frozen=True)
class RefusedHandIn:
    """What is not taken: its name in the exchange, the place that put it there ("" when no place did), and why."""

    name: str
    place: str
    reason: str


@dataclass(frozen=True)
class GatheredHandIns:
    """What a run took, as (code, module), what it refused, and what it took that has to be looked at."""

    taken: tuple[tuple[str, str], ...]
    refused: tuple[RefusedHandIn, ...]
    to_look_at: tuple[RefusedHandIn, ...] = ()


@dataclass(frozen=True)
class HandedIn:
    """A folder of the exchange whose name, owner and hour hold: what is in it has still to be taken with care."""

    name: str
    code: str
    module: str
    at: dt.datetime
    account: int


def gather(place: SessionFolder, modules: Iterable[str], now: dt.datetime) -> GatheredHandIns:
    """Put the copy that counts of each person in `submitted/`: the last one on time, the last one when all are late.

    What became of each is a line of the journal.

    Raises:
        SessionError: the exchange or the journal cannot be read, or names are already erased.
        OSError: `submitted/` or the journal cannot be written.
    """
    check_takes_hand_ins(place)
    before = read_journal(place.journal)
    sound, refused = handed_in(place, now)
    elsewhere = _elsewhere(place)
    place.submitted.mkdir(exist_ok=True)
    works: dict[tuple[str, str], list[HandedIn]] = {}
    for handed in sound:
        works.setdefault((handed.code, handed.module), []).append(handed)
    wanted = set(modules)
    fates = [fate for work, copies in sorted(works.items()) if work[1] in wanted for fate in _fates(place, copies)]
    refusals = {INBOUND: refused, EXCHANGE: elsewhere}
    _note(place, before, fates, refusals, wanted, now)
    return GatheredHandIns(
        tuple((fate.handed.code, fate.handed.module) for fate in fates if fate.counts),
        (
            *refused,
            *elsewhere,
            *(_refused(fate.handed, fate.reason) for fate in fates if fate.announced and not fate.counts),
        ),
        tuple(_refused(fate.handed, fate.reason) for fate in fates if fate.announced and fate.counts),
    )


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
            refused.append(RefusedHandIn(shown(name), put_by[0] if len(put_by) == 1 else "", typeset(outcome)))
    return sound, refused


def source_of(handed: HandedIn) -> str:
    """Return what names a hand-in of the room in the journal of the session."""
    return f"{INBOUND.as_posix()}/{shown(handed.name)}"


def _elsewhere(place: SessionFolder) -> list[RefusedHandIn]:
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
                own = accounts[parts["code"]] == seen.st_uid
                named = shown((where / INBOUND.name / name).as_posix())
                refusals.append(RefusedHandIn(named, parts["code"] if own else "", reason))
    except (OSError, SessionError):  # closed to this account, or no course at all: it is named whole
        return refusals
    return refusals


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


@dataclass(frozen=True)
class _Copy:
    """A copy whose files were taken one by one, and what there is in it."""

    handed: HandedIn
    files: dict[str, bytes]
    holds: Holds


@dataclass(frozen=True)
class _Fate:
    """What becomes of a copy, and why; `announced`: the trainer hears of it at once, and not in the journal alone."""

    handed: HandedIn
    state: State
    reason: str = ""
    announced: bool = True
    counts: bool = False
    digest: str = ""


def _fates(place: SessionFolder, copies: Iterable[HandedIn]) -> list[_Fate]:
    """Put the copy of one work that counts in its place, and return what became of it and of the others."""
    counting, aside = _counting(place, copies)
    if counting is None:
        return aside
    if outcome := _put(place, counting):
        state, reason = outcome
        kept_hour = kept_at(place, counting.handed.code, counting.handed.module)
        aside = [
            replace(fate, reason=another_in_time(_hour(place, fate.handed), kept_hour))
            if fate.state == "en_retard"
            else fate
            for fate in aside
        ]
        return [_Fate(counting.handed, state, reason, announced=state != "doublon"), *aside]
    deadline = place.session.deadline
    late = counting.handed.at > deadline
    remark = remark_on(counting.holds)
    after = after_hours(_hour(place, counting.handed), hour(deadline, place.session.zone)) if late else ""
    digest = hashlib.sha256(counting.files.get(ANSWERS_FILE, b"")).hexdigest()
    reason = " ".join(filter(None, (after, remark)))
    return [_Fate(counting.handed, "en_retard" if late else "recue", reason, bool(remark), True, digest), *aside]


def _counting(place: SessionFolder, copies: Iterable[HandedIn]) -> tuple[_Copy | None, list[_Fate]]:
    """Return which copy of one work counts, as `deciding` has it, and what becomes of the others."""
    deadline = place.session.deadline
    tried = sorted(copies, key=lambda handed: (handed.at <= deadline, handed.at), reverse=True)
    counting: _Copy | None = None
    looking = True  # for an older copy that holds more
    aside: list[_Fate] = []
    for rank, handed in enumerate(tried):
        if counting and counting.handed.at <= deadline < handed.at:
            by = another_in_time(_hour(place, handed), _hour(place, counting.handed))
            aside.append(_Fate(handed, "en_retard", by))
            continue
        if not looking or rank >= MOST_TRIED:
            by = phrase("remplacee", hour=_hour(place, counting.handed)) if counting else phrase("de-plus-recentes")
            aside.append(_Fate(handed, "doublon", by, announced=False))
            continue
        try:
            files = _files(place.root / INBOUND, handed)
        except (NotTakenError, OSError) as error:
            reason = str(error) if isinstance(error, NotTakenError) else phrase("illisible", reason=why(error))
            aside.append(_Fate(handed, "refusee", reason))
            continue
        older = _Copy(handed, files, what_it_holds(handed.module, files.get(ANSWERS_FILE, b"")))
        if counting is None:
            counting = older
        elif older.holds.to_mark and not counting.holds.to_mark:
            aside.append(_Fate(counting.handed, "doublon", nothing_instead(counting.holds, _hour(place, handed))))
            counting = older
        else:
            by = replaced(older.holds, counting.holds, _hour(place, counting.handed), phrase("lieu"))
            less = counting.holds.less_than(older.holds)
            aside.append(_Fate(handed, "doublon", by, announced=less))
            looking = not less
    return counting, aside


def _note(
    place: SessionFolder,
    before: Iterable[JournalLine],
    fates: Iterable[_Fate],
    refused: Mapping[Path, Iterable[RefusedHandIn]],
    wanted: set[str],
    now: dt.datetime,
) -> None:
    """Write what became of each in the journal of the session, beside what came otherwise and other modules."""
    zone = place.session.zone
    exchange = f"{EXCHANGE.as_posix()}/"
    came = {line.source: line.received_at for line in before}
    others = [
        line for line in before if not line.source.startswith(exchange) or (line.module and line.module not in wanted)
    ]
    ours = [
        JournalLine("", refusal.place, "", f"{where.as_posix()}/{refusal.name}", "refusee", refusal.reason)
        for where, some in refused.items()
        for refusal in some
    ]
    for fate in fates:
        handed, source = fate.handed, source_of(fate.handed)
        made = instant(handed.at.astimezone(zone))
        ours.append(
            JournalLine(
                "", handed.code, handed.module, source, fate.state, typeset(fate.reason), made, digest=fate.digest
            )
        )
    dated = [replace(line, received_at=came.get(line.source, instant(now.astimezone(zone)))) for line in ours]
    write_journal(place.journal, [*others, *sorted(dated, key=lambda line: (line.received_at, line.source))])


def _hour(place: SessionFolder, handed: HandedIn) -> str:
    return hour(handed.at, place.session.zone)


def _refused(handed: HandedIn, reason: str) -> RefusedHandIn:
    return RefusedHandIn(shown(handed.name), handed.code, typeset(reason))


def _put(place: SessionFolder, copy: _Copy) -> Aside | None:
    """Put a copy in its place; return what becomes of it otherwise, None when it is there."""
    handed = copy.handed
    there = _already(place, handed)
    if there is not None and (there <= place.session.deadline, there) > (
        handed.at <= place.session.deadline,
        handed.at,
    ):
        return "refusee", phrase("deja-prise", hour=hour(there, place.session.zone))
    # What came otherwise (a stick) has no secret of the exchange, and stays.
    return put_files(place, handed.code, handed.module, copy.files, lambda former: bool(former[SECRET]))


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


def _already(place: SessionFolder, handed: HandedIn) -> dt.datetime | None:
    """Return when the copy that is in place came through the exchange, None when there is none."""
    folder = place.submitted / handed.code / handed.module
    try:
        taken(folder, SECRET, largest=LARGEST_SECRET)
        return stamped(taken(folder, TIMESTAMP, largest=LARGEST_SECRET))
    except (OSError, NotTakenError):
        return None


__all__ = ["GatheredHandIns", "HandedIn", "RefusedHandIn", "accounts_of", "gather", "handed_in", "source_of"]
