"""Prendre les remises d'un dépôt : chaque archive gardée, la bonne copie à sa place, une ligne de journal pour tout.

What is kept in remises/ decides everything: copies and journal are made again from it at each run, so that a run that
was cut is ended by the next one, and that running twice changes nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.base.faults import FrenchError, disk_is_full, why
from liaison.base.guarded import NotTakenError, taken
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.training.hand_in.copies_in_place import (
    Aside,
    clear_unfinished,
    keep_archive,
    kept_at,
    put_copy,
    put_team_file,
)
from liaison.training.hand_in.deciding import (
    ArrivedWork,
    another_in_time,
    check_takes_hand_ins,
    decided,
    hour,
    nobody_here,
    too_early,
)
from liaison.training.hand_in.drop_folder import DropFolder, Dropped
from liaison.training.hand_in.emptied import UNKNOWN, Holds, what_it_holds
from liaison.training.hand_in.journal import JournalLine, State, instant, read_journal, write_journal
from liaison.training.hand_in.reading import LARGEST_ARCHIVE, HandIn, HandInError, parse_hand_in
from liaison.training.hand_in.whose import another_code, participant_in, with_codes
from liaison.training.session.codes import checked_code
from liaison.training.session.definition import SessionError, SessionFolder

phrase = french_beside(__file__)


TEAM = "equipe/"
MOST_NAMED = 5
_CLOCK_MARGIN = dt.timedelta(hours=1)
_TRIED_AGAIN = ""  # en place d'empreinte, pour ce que la séance ne garde pas : la ligne est oubliée au prochain passage


@dataclass(frozen=True)
class CollectedHandIns:
    """What a run did: the lines of this run, every line of the journal, and the files that it found no hand-ins."""

    new: tuple[JournalLine, ...]
    journal: tuple[JournalLine, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class _Arrival:
    """A file received: a hand-in that is kept, or the lines that say why it is not."""

    received_at: str
    source: str
    digest: str
    archive: str = ""
    hand_in: HandIn | None = None
    lines: tuple[JournalLine, ...] = ()


def collect(
    place: SessionFolder, drop: Path, now: dt.datetime, step: Callable[[str], None] = lambda _: None
) -> CollectedHandIns:
    """Take in what a drop folder holds and return what became of it; no file of it stops the others.

    Raises:
        SessionError: the drop folder is the session itself, the journal is spoiled, or names are already erased.
        DropFolderError: the drop folder cannot be read.
    """
    _check(place, drop)
    step(phrase("lecture-du-depot"))
    clear_unfinished(place)
    before = with_codes(place, read_journal(place.journal))
    arrivals = _former(place, before)
    folder = DropFolder(drop)
    arrivals += _received(place, folder, arrivals, instant(now.astimezone(place.session.zone)))
    arrivals += _orphans(place, arrivals)
    step(phrase("rangement"))
    lines = tuple(_line_by_line(place, arrivals))
    step(phrase("journal"))
    write_journal(place.journal, lines)
    known = set(before)
    return CollectedHandIns(tuple(line for line in lines if line not in known), lines, tuple(folder.others))


def _check(place: SessionFolder, drop: Path) -> None:
    check_takes_hand_ins(place)
    root, given = place.root.resolve(), drop.resolve()
    if given == root or root in given.parents or given in root.parents:
        raise SessionError(phrase("depot-dans-la-seance"))


def _former(place: SessionFolder, lines: Iterable[JournalLine]) -> list[_Arrival]:
    """Return what earlier runs received: kept archives are read again, refusals stay as they were said."""
    groups: dict[tuple[str, str], list[JournalLine]] = {}
    for line in lines:
        if line.module.startswith(TEAM) and line.digest == _TRIED_AGAIN:
            continue
        groups.setdefault((line.source, line.digest), []).append(line)
    arrivals = []
    for (source, digest), lines_of in groups.items():
        archive = next((line.archive for line in lines_of if line.archive), "")
        hand_in = _read_kept(place.received / archive) if archive else None
        lines_kept = lines_of if hand_in is None else [line for line in lines_of if not line.archive]
        arrivals.append(
            _Arrival(lines_of[0].received_at, source, digest, archive if hand_in else "", hand_in, tuple(lines_kept))
        )
    return arrivals


def _read_kept(path: Path) -> HandIn | None:
    try:
        return parse_hand_in(taken(path.parent, path.name, largest=LARGEST_ARCHIVE), path.name)
    except (OSError, NotTakenError, HandInError):
        return None


def _orphans(place: SessionFolder, arrivals: list[_Arrival]) -> list[_Arrival]:
    """Return the archives that are kept and of which no line speaks: a run was cut, or the journal is lost."""
    named = {arrival.archive for arrival in arrivals}
    orphans = []
    for path in sorted(place.received.glob("*.zip")):
        hand_in = None if path.name in named else _read_kept(path)
        if hand_in and hand_in.code in place.session.participants:
            when = instant(dt.datetime.fromtimestamp(path.stat().st_mtime, place.session.zone))
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            orphans.append(_Arrival(when, f"{place.received.name}/{path.name}", digest, path.name, hand_in))
    return orphans


def _received(place: SessionFolder, folder: DropFolder, former: list[_Arrival], now: str) -> list[_Arrival]:
    known = {(arrival.source, arrival.digest) for arrival in former}
    first = {
        arrival.digest: arrival.source
        for arrival in former
        if arrival.hand_in or any(line.state == "recue" for line in arrival.lines)
    }
    arrivals: list[_Arrival] = []
    for dropped in folder:
        digest = hashlib.sha256(dropped.content).hexdigest() if dropped.content is not None else ""
        if (dropped.source, digest) in known:
            continue
        known.add((dropped.source, digest))
        arrival = _Arrival(now, dropped.source, digest)
        if digest in first:
            arrivals.append(_refused(arrival, phrase("deja-recu", file=first[digest]), "doublon"))
            continue
        arrival = _taken(place, dropped, arrival)
        if arrival.hand_in or (dropped.team and arrival.lines[0].state == "recue"):
            first[digest] = dropped.source
        arrivals.append(arrival)
    for source in folder.others:
        if (source, "") not in known:
            arrivals.append(_refused(_Arrival(now, source, ""), phrase("pas-une-remise"), "autre"))
    return arrivals


def _taken(place: SessionFolder, dropped: Dropped, arrival: _Arrival) -> _Arrival:
    """Return a hand-in that is now kept, or the reason why this file is refused."""
    if dropped.content is None:
        return _refused(arrival, f"{dropped.fault}.", code=participant_in(place, dropped.source))
    if dropped.team:
        return _team_file(place, dropped, dropped.content, arrival)
    named = participant_in(place, dropped.source)
    try:
        hand_in = parse_hand_in(dropped.content, f"« {Path(dropped.source).name} »")
        code = checked_code(hand_in.code)
    except FrenchError as error:
        return _refused(arrival, str(error), code=named)
    except Exception as error:  # the others are waiting: what nobody foresaw is said
        return _refused(arrival, phrase("lecture-arretee", error=type(error).__name__), code=named)
    if other := another_code(f"{dropped.source} > {hand_in.inside}", code, place.session.participants):
        return _refused(arrival, two_codes(other, code), code=named or code)
    if code not in place.session.participants:
        return _refused(arrival, nobody_here(code), code=code)
    if reason := too_early(hand_in.made_at, place.session):
        return _refused(arrival, phrase("horloge-a-regler", reason=reason), code=code)
    return replace(arrival, archive=keep_archive(place, hand_in, dropped.content, arrival.digest), hand_in=hand_in)


def two_codes(named: str, written: str) -> str:
    """Return why a hand-in that bears a code and says another is not taken: it may be that of either person."""
    return phrase("deux-codes", named=named, written=written)


def _team_file(place: SessionFolder, dropped: Dropped, content: bytes, arrival: _Arrival) -> _Arrival:
    """Return what becomes of a file that a team dropped alone: it is in its place, or refused."""
    name = re.split(r"/| > ", dropped.source)[-1]
    digest = arrival.digest
    try:
        reason = put_team_file(place, "", name, content)
    except OSError as error:
        reason, digest = _closed(place.teams, error), _TRIED_AGAIN
    state: State = "refusee" if reason else "recue"
    line = JournalLine(arrival.received_at, "", f"{TEAM}{name}", arrival.source, state, reason or "", digest=digest)
    return replace(arrival, lines=(line,))


def _refused(arrival: _Arrival, reason: str, state: State = "refusee", code: str = "") -> _Arrival:
    line = JournalLine(arrival.received_at, code, "", arrival.source, state, typeset(reason), digest=arrival.digest)
    return replace(arrival, lines=(line,))


def _line_by_line(place: SessionFolder, arrivals: list[_Arrival]) -> Iterable[JournalLine]:
    """Put every copy that counts in its place, and yield the lines of the journal in the order of arrival."""
    works: dict[tuple[str, str], list[ArrivedWork]] = {}
    for order, arrival in enumerate(arrivals):
        if arrival.hand_in:
            for name, content in _works(arrival.hand_in).items():
                entry = ArrivedWork(
                    arrival.hand_in.made_at, order, content, arrival.archive, _holds(arrival.hand_in, name)
                )
                works.setdefault((arrival.hand_in.code, name), []).append(entry)
    decided_as: dict[tuple[int, str], ArrivedWork] = {}
    for (code, name), entries in works.items():
        for entry in _in_place(place, code, name, decided(entries, place.session.deadline), arrivals):
            decided_as[entry.order, name] = entry
    for order, arrival in enumerate(arrivals):
        yield from arrival.lines
        if arrival.hand_in:
            for name in _works(arrival.hand_in):
                yield _line(arrival, arrival.hand_in, name, decided_as[order, name], place.session.zone)


def _works(hand_in: HandIn) -> dict[str, str]:
    """Return each work of an archive by its name, with what tells it from another."""
    works = {name: _digest(work.answers, work.notebook or b"") for name, work in sorted(hand_in.modules.items())}
    return works | {f"{TEAM}{name}": _digest(content) for name, content in sorted(hand_in.team.items())}


def _holds(hand_in: HandIn, name: str) -> Holds:
    return UNKNOWN if name.startswith(TEAM) else what_it_holds(name, hand_in.modules[name].answers)


def _digest(*contents: bytes) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(content).digest() for content in contents)).hexdigest()


def _in_place(
    place: SessionFolder, code: str, name: str, entries: tuple[ArrivedWork, ...], arrivals: list[_Arrival]
) -> Iterable[ArrivedWork]:
    if not name.startswith(TEAM) and name not in place.session.modules:
        return [replace(entry, state="refusee", reason=typeset(phrase("module-hors-seance"))) for entry in entries]
    chosen = next(entry for entry in entries if entry.counts)
    hand_in = arrivals[chosen.order].hand_in
    assert hand_in is not None
    ours = {entry.content for entry in entries}
    file = name.removeprefix(TEAM)
    try:
        if name.startswith(TEAM):
            fault = put_team_file(place, code, file, hand_in.team[file])
            aside: Aside | None = ("refusee", fault) if fault else None
        else:
            aside = put_copy(place, code, name, hand_in, lambda *work: _digest(*work) in ours)
    except OSError as error:
        aside = ("refusee", _closed(place.teams if name.startswith(TEAM) else place.submitted / code / name, error))
    if aside is None:
        return entries
    kept_hour = "" if name.startswith(TEAM) else kept_at(place, code, name)
    return [_beside(entry, chosen, aside, kept_hour, place.session.zone) for entry in entries]


def _beside(entry: ArrivedWork, chosen: ArrivedWork, aside: Aside, kept_hour: str, zone: dt.tzinfo) -> ArrivedWork:
    """Return what becomes of an entry where the one that should count is put aside: a late one says what is kept."""
    state, reason = aside
    is_same = entry.counts or (entry.state == "doublon" and entry.content == chosen.content)
    if is_same and (entry.counts or state != "en_retard"):
        return replace(entry, state=state, reason=reason)
    if is_same or entry.state == "en_retard":
        return replace(entry, state="en_retard", reason=typeset(another_in_time(hour(entry.made_at, zone), kept_hour)))
    return entry


def _closed(where: Path, error: OSError) -> str:
    """Return why the system does not let a work be put where it goes: one place that is closed stops no other.

    Raises:
        OSError: the disk is full, for everybody.
    """
    if disk_is_full(error):  # none of the others could be put there either
        raise error
    return typeset(phrase("place-fermee", path=where, reason=why(error)))


def _line(arrival: _Arrival, hand_in: HandIn, name: str, entry: ArrivedWork, zone: dt.tzinfo) -> JournalLine:
    remarks = [entry.reason] if entry.reason else []
    if hand_in.made_at - _CLOCK_MARGIN > dt.datetime.fromisoformat(arrival.received_at):
        remarks.append(phrase("horloge-en-avance", hour=hour(hand_in.made_at, zone)))
    if other := another_code(arrival.source, hand_in.code):  # taken by an older version, which did not refuse it
        remarks.append(phrase("nom-d-un-autre", code=other))
    if hand_in.ignored:
        named, rest = ", ".join(map(shown, hand_in.ignored[:MOST_NAMED])), len(hand_in.ignored) - MOST_NAMED
        if rest > 0:
            remarks.append(phrase("laisses-de-cote-et-d-autres", names=named, rest=rest))
        else:
            remarks.append(phrase("laisses-de-cote", names=named))
    return JournalLine(
        arrival.received_at,
        hand_in.code,
        name,
        arrival.source,
        entry.state,
        typeset(" ".join(remarks)),
        instant(hand_in.made_at.astimezone(zone)),
        arrival.archive,
        arrival.digest,
    )


__all__ = ["TEAM", "CollectedHandIns", "collect"]
