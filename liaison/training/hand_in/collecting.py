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

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.training.hand_in.archives_kept import (
    TEAM,
    TRIED_AGAIN,
    Arrival,
    former,
    line_of,
    made_before,
    orphans,
    work_of,
    works_of,
)
from liaison.training.hand_in.copies_in_place import clear_unfinished, keep_archive, put_team_file
from liaison.training.hand_in.deciding import ArrivedWork, decided, nobody_here, too_early
from liaison.training.hand_in.drop_folder import DropFolder, Dropped
from liaison.training.hand_in.gathering import is_of_the_room, known_in_room, lines_again
from liaison.training.hand_in.journal import JournalLine, instant, read_journal, write_journal
from liaison.training.hand_in.line_words import State
from liaison.training.hand_in.reading import parse_hand_in
from liaison.training.hand_in.settling import Aside, Settled, all_aside, closed, settle
from liaison.training.hand_in.whose import another_code, participant_in, with_codes
from liaison.training.session.codes import checked_code
from liaison.training.session.definition import SessionError, SessionFolder
from liaison.training.session.sole_use import alone_in_session, check_not_erased

phrase = french_beside(__file__)


@dataclass(frozen=True)
class CollectedHandIns:
    """What a run did: the lines of this run, every line of the journal, and the files that it found no hand-ins."""

    new: tuple[JournalLine, ...]
    journal: tuple[JournalLine, ...]
    others: tuple[str, ...]


@alone_in_session
def collect(
    place: SessionFolder, drop: Path, now: dt.datetime, step: Callable[[str], None] = lambda _: None
) -> CollectedHandIns:
    """Take in what a drop folder holds and return what became of it; no file of it stops the others.

    Raises:
        BusySessionError: something else is being done to the session.
        SessionError: the drop folder is the session itself, the journal is spoiled, or names are already erased.
        DropFolderError: the drop folder cannot be read.
    """
    _check(place, drop)
    step(phrase("lecture-du-depot"))
    clear_unfinished(place)
    before = with_codes(place, read_journal(place.journal))
    arrivals = former(place, [line for line in before if not is_of_the_room(line)])
    folder = DropFolder(drop)
    arrivals += _received(place, folder, arrivals, instant(now.astimezone(place.session.zone)))
    arrivals += orphans(place, arrivals)
    step(phrase("rangement"))
    of_room = [line for line in before if is_of_the_room(line)]
    settled = settle(place, arrivals, known_in_room(place, of_room, now), place.session.modules)
    lines = (*_works(place, arrivals, settled), *lines_again(place, of_room, settled))
    step(phrase("journal"))
    write_journal(place.journal, lines)
    known = set(before)
    return CollectedHandIns(tuple(line for line in lines if line not in known), lines, tuple(folder.others))


def _check(place: SessionFolder, drop: Path) -> None:
    check_not_erased(place)
    root, given = place.root.resolve(), drop.resolve()
    if given == root or root in given.parents or given in root.parents:
        raise SessionError(phrase("depot-dans-la-seance"))


def _received(place: SessionFolder, folder: DropFolder, former: list[Arrival], now: str) -> list[Arrival]:
    known = {(arrival.source, arrival.digest) for arrival in former}
    first = {
        arrival.digest: arrival.source
        for arrival in former
        if arrival.hand_in or any(line.state == "recue" for line in arrival.lines)
    }
    arrivals: list[Arrival] = []
    for dropped in folder:
        digest = hashlib.sha256(dropped.content).hexdigest() if dropped.content is not None else ""
        if (dropped.source, digest) in known:
            continue
        known.add((dropped.source, digest))
        arrival = Arrival(now, dropped.source, digest)
        if digest in first:
            arrivals.append(_refused(arrival, phrase("deja-recu", file=first[digest]), "doublon"))
            continue
        arrival = _taken(place, dropped, arrival)
        if arrival.hand_in or (dropped.team and arrival.lines[0].state == "recue"):
            first[digest] = dropped.source
        arrivals.append(arrival)
    for source in folder.others:
        if (source, "") not in known:
            arrivals.append(_refused(Arrival(now, source, ""), phrase("pas-une-remise"), "autre"))
    return arrivals


def _taken(place: SessionFolder, dropped: Dropped, arrival: Arrival) -> Arrival:
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


def _team_file(place: SessionFolder, dropped: Dropped, content: bytes, arrival: Arrival) -> Arrival:
    """Return what becomes of a file that a team dropped alone: it is in its place, or refused."""
    name = re.split(r"/| > ", dropped.source)[-1]
    digest = arrival.digest
    try:
        reason = put_team_file(place, "", name, content)
    except OSError as error:
        reason, digest = closed(place.teams, error), TRIED_AGAIN
    line = JournalLine(arrival.received_at, "", f"{TEAM}{name}", arrival.source, "recue", digest=digest, weight="oui")
    if reason:
        line = replace(line, state="refusee", reason=reason, weight="non")
    return replace(arrival, lines=(line,))


def _refused(arrival: Arrival, reason: str, state: State = "refusee", code: str = "") -> Arrival:
    line = JournalLine(arrival.received_at, code, "", arrival.source, state, typeset(reason), digest=arrival.digest)
    return replace(arrival, lines=(line,))


def _works(place: SessionFolder, arrivals: list[Arrival], settled: Settled) -> Iterable[JournalLine]:
    """Yield the lines of what archives hold, and of what was refused, in the order of arrival."""
    outcomes = settled.archives | _other_works(place, arrivals)
    for rank, arrival in enumerate(arrivals):
        yield from arrival.lines
        if arrival.hand_in:
            for name in works_of(arrival.hand_in):
                yield line_of(arrival, arrival.hand_in, name, outcomes[rank, name], place.session.zone)


def _other_works(place: SessionFolder, arrivals: list[Arrival]) -> dict[tuple[int, str], ArrivedWork]:
    """Put the files of teams in their place; return what becomes of them, and of the work of another session."""
    works: dict[tuple[str, str], list[ArrivedWork]] = {}
    before = made_before(arrivals)
    for rank, arrival in enumerate(arrivals):
        if arrival.hand_in:
            for name in works_of(arrival.hand_in):
                if name not in place.session.modules:
                    work = work_of(arrival.hand_in, name, rank, before.get(rank))
                    works.setdefault((arrival.hand_in.code, name), []).append(work)
    outcomes: dict[tuple[int, str], ArrivedWork] = {}
    for (code, name), given in works.items():
        entries = decided(given, place.session.deadline)
        if not name.startswith(TEAM):
            reason = typeset(phrase("module-hors-seance"))
            entries = tuple(replace(work, state="refusee", reason=reason, weight="non") for work in entries)
        else:
            hand_in = next(arrivals[work.order].hand_in for work in entries if work.counts)
            assert hand_in is not None
            file = name.removeprefix(TEAM)
            if fault := _put_for_team(place, code, file, hand_in.team[file]):
                entries = all_aside(entries, Aside("refusee", fault), "", place.session.zone)
        outcomes.update({(work.order, name): work for work in entries})
    return outcomes


def _put_for_team(place: SessionFolder, code: str, file: str, content: bytes) -> str | None:
    try:
        return put_team_file(place, code, file, content)
    except OSError as error:
        return closed(place.teams, error)


__all__ = ["CollectedHandIns", "collect"]
