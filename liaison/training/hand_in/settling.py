"""Une seule décision sur tout ce qu'une personne a remis d'un module, de quelque porte que ce soit venu.

Whatever is taken, and in whichever order, what came by the other door is read again too: the copy that counts is put
in its place, and what becomes of each is said against it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from liaison.base.faults import nothing_more_is_written, why
from liaison.base.guarded import NotTakenError
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.module import EXERCISE
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.hand_in.archives_kept import Arrival, content_of, made_before, work_of, works_of
from liaison.training.hand_in.archives_kept import files_of as files_of_archive
from liaison.training.hand_in.copies_in_place import copy_in_place, is_linked, kept_at, put_files, stamped
from liaison.training.hand_in.deciding import ArrivedWork, another_in_time, decided, hour, same_work
from liaison.training.hand_in.emptied import what_it_holds
from liaison.training.hand_in.exchange import HandedIn, files_of
from liaison.training.hand_in.given_back import withdraw_others
from liaison.training.hand_in.line_words import State, Weight
from liaison.training.marks.copies import SECRET, TIMESTAMP
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)


MOST_TRIED = 20  # remises d'une personne dans la salle pour un module, celles à l'heure puis les plus récentes d'abord
_STRANGER = -1  # order of the copy that is in place, and that neither door knows


@dataclass(frozen=True)
class Settled:
    """What becomes of each work: of archives by rank of arrival and name, of the room by hand-in."""

    archives: dict[tuple[int, str], ArrivedWork] = field(default_factory=dict)
    room: list[tuple[HandedIn, ArrivedWork]] = field(default_factory=list)


@dataclass(frozen=True)
class _Candidate:
    """A work, and how to have the files of the copy that it makes."""

    work: ArrivedWork
    files: Callable[[], Mapping[str, bytes]]


@dataclass(frozen=True)
class Aside:
    """What becomes of the copy that should count, where it is not put in its place."""

    state: State
    reason: str
    weight: Weight = "non"


def settle(
    place: SessionFolder, arrivals: Sequence[Arrival], handed: Iterable[HandedIn], modules: Iterable[str]
) -> Settled:
    """Put the copy of each person that counts of each of these modules in its place, and return what becomes of all.

    Raises:
        OSError: the disk is full or read only, for everybody.
    """
    wanted = {*modules} & {*place.session.modules}
    before = made_before(arrivals)
    archives: dict[tuple[str, str], list[_Candidate]] = {}
    for rank, arrival in enumerate(arrivals):
        if hand_in := arrival.hand_in:
            for name in works_of(hand_in):
                if name in wanted:
                    work = work_of(hand_in, name, rank, before.get(rank))
                    given = _Candidate(work, partial(files_of_archive, hand_in, name, work.at))
                    archives.setdefault((hand_in.code, name), []).append(given)
    room: dict[tuple[str, str], list[HandedIn]] = {}
    for deposit in handed:
        if deposit.module in wanted:
            room.setdefault((deposit.code, deposit.module), []).append(deposit)
    done = Settled()
    for code, module in sorted({*archives, *room}):
        of_archives = archives.get((code, module), [])
        copies = sorted(room.get((code, module), []), key=partial(_rank, place.session.deadline), reverse=True)
        of_room, refused = _read(place, copies[:MOST_TRIED], len(arrivals))
        outcomes = {
            work.order: work
            for work in _settled(place, code, module, [*of_archives, *(candidate for _, candidate in of_room)])
        }
        done.archives.update(
            {(candidate.work.order, module): outcomes[candidate.work.order] for candidate in of_archives}
        )
        done.room.extend((copy, outcomes[candidate.work.order]) for copy, candidate in of_room)
        done.room.extend(refused)
        done.room.extend((copy, _untried(place, copy, outcomes.values())) for copy in copies[MOST_TRIED:])
    with contextlib.suppress(OSError):  # what is not ours to remove here, giving back removes, or says
        withdraw_others(place)
    return done


def _rank(deadline: dt.datetime, handed: HandedIn) -> tuple[bool, dt.datetime, str]:
    return handed.at <= deadline, handed.at, handed.name


def _read(
    place: SessionFolder, copies: Sequence[HandedIn], first: int
) -> tuple[list[tuple[HandedIn, _Candidate]], list[tuple[HandedIn, ArrivedWork]]]:
    """Return the hand-ins of the room that can be taken, and those that cannot, with why."""
    sound: list[tuple[HandedIn, _Candidate]] = []
    refused: list[tuple[HandedIn, ArrivedWork]] = []
    for order, copy in enumerate(reversed(copies), first):
        try:
            files = files_of(place, copy)
        except NotTakenError as error:
            refused.append((copy, ArrivedWork(copy.at, order, "", state="refusee", reason=typeset(str(error)))))
            continue
        answers = files.get(ANSWERS_FILE, b"")
        content = content_of(copy.module, answers, files.get(EXERCISE, b""))
        work = ArrivedWork(copy.at, order, content, what_it_holds(copy.module, answers), by_the_room=True)
        sound.append((copy, _Candidate(work, partial(_again, place, copy, content))))
    return sound, refused


def _again(place: SessionFolder, handed: HandedIn, content: str) -> Mapping[str, bytes]:
    """Return the files of a hand-in of the room, once more: whoever put it there may have changed it meanwhile.

    Raises:
        NotTakenError: it is no more what was read.
    """
    files = files_of(place, handed)
    if content_of(handed.module, files.get(ANSWERS_FILE, b""), files.get(EXERCISE, b"")) != content:
        raise NotTakenError(phrase("changee-entre-temps"))
    return files


def _untried(place: SessionFolder, handed: HandedIn, others: Iterable[ArrivedWork]) -> ArrivedWork:
    """Return what becomes of a hand-in that is not looked into: enough of that person's come before it."""
    deadline, zone = place.session.deadline, place.session.zone
    if handed.at > deadline and any(other.at <= deadline for other in others):
        state: State = "en_retard"
        reason = another_in_time(hour(handed.at, zone), kept_at(place, handed.code, handed.module))
    else:
        state, reason = "doublon", phrase("de-plus-recentes")
    return ArrivedWork(handed.at, 0, "", state=state, reason=typeset(reason), by_the_room=True)


def _settled(place: SessionFolder, code: str, module: str, given: Sequence[_Candidate]) -> Iterable[ArrivedWork]:
    """Put the work that counts in its place, and return what becomes of each."""
    try:
        return _in_place(place, code, module, given) if given else ()
    except OSError as error:
        aside = Aside("refusee", closed(place.submitted / code / module, error))
        entries = decided([candidate.work for candidate in given], place.session.deadline)
        return all_aside(entries, aside, kept_at(place, code, module), place.session.zone)


def _in_place(place: SessionFolder, code: str, module: str, given: Sequence[_Candidate]) -> Iterable[ArrivedWork]:
    works, deadline, zone = [candidate.work for candidate in given], place.session.deadline, place.session.zone
    if is_linked(place, code, module):
        return all_aside(decided(works, deadline), Aside("refusee", typeset(phrase("place-liee"))), "", zone)
    there = copy_in_place(place, code, module)
    is_ours = there is None or _is_one_of(module, there, works)
    stranger = None if there is None or is_ours else _stranger(module, there)
    entries = decided([*works, *([stranger] if stranger else [])], deadline)
    chosen = next(work for work in entries if work.counts)
    entries = tuple(work for work in entries if work.order != _STRANGER)
    if chosen.order == _STRANGER:
        return entries
    of_chosen = next(candidate for candidate in given if candidate.work.order == chosen.order)
    try:
        files = of_chosen.files()
    except NotTakenError as error:
        refused = replace(of_chosen.work, state="refusee", reason=typeset(str(error)))
        return [
            refused,
            *_settled(place, code, module, [candidate for candidate in given if candidate is not of_chosen]),
        ]
    # What nbgrader took from an exchange by hand gives way to the room alone, and what has no secret to nothing.
    if there is None or is_ours or (there[SECRET] and chosen.by_the_room):
        if there is None or there != {name: files.get(name, b"") for name in there}:
            put_files(place, code, module, files)
        return entries
    return all_aside(entries, _beside(place, code, module, there, files), kept_at(place, code, module), zone)


def _is_one_of(module: str, there: Mapping[str, bytes], works: Iterable[ArrivedWork]) -> bool:
    """Whether the copy that is in place is one of these works, by the same door."""
    of_there = content_of(module, there[ANSWERS_FILE], there[EXERCISE]), bool(there[SECRET])
    return any((work.content, work.by_the_room) == of_there for work in works)


def _stranger(module: str, there: Mapping[str, bytes]) -> ArrivedWork | None:
    """Return the copy that is in place as a work, when it came by an exchange that neither door knows."""
    at = stamped(there[TIMESTAMP]) if there[SECRET] else None
    if at is None:
        return None
    content = content_of(module, there[ANSWERS_FILE], there[EXERCISE])
    return ArrivedWork(at, _STRANGER, content, what_it_holds(module, there[ANSWERS_FILE]), by_the_room=True)


def _beside(
    place: SessionFolder, code: str, module: str, there: Mapping[str, bytes], files: Mapping[str, bytes]
) -> Aside:
    """Return what becomes of the copy that should count, beside one that came otherwise, and stays."""
    came_at, there_at = stamped(files[TIMESTAMP]), stamped(there[TIMESTAMP])
    deadline, zone = place.session.deadline, place.session.zone
    if came_at and there_at:
        if there_at <= deadline < came_at:
            return Aside("en_retard", typeset(another_in_time(hour(came_at, zone), hour(there_at, zone))))
        if there[ANSWERS_FILE] and there[ANSWERS_FILE] == files.get(ANSWERS_FILE):
            return Aside("doublon", typeset(same_work(hour(there_at, zone))), "pareil")
    return Aside("refusee", typeset(phrase("venue-autrement", code=code, module=module)))


def all_aside(entries: Sequence[ArrivedWork], aside: Aside, kept_hour: str, zone: dt.tzinfo) -> tuple[ArrivedWork, ...]:
    """Return what becomes of all where the one that should count is not put: a late one says what is kept."""
    chosen = next(work for work in entries if work.counts)
    outcomes = []
    for work in entries:
        is_same = work.counts or (work.state == "doublon" and work.content == chosen.content)
        if is_same and (work.counts or aside.state != "en_retard"):
            outcomes.append(replace(work, state=aside.state, reason=aside.reason, weight=aside.weight))
        elif is_same or work.state == "en_retard":
            late = typeset(another_in_time(hour(work.made_at, zone), kept_hour))
            outcomes.append(replace(work, state="en_retard", reason=late, weight="non"))
        else:
            outcomes.append(work)
    return tuple(outcomes)


def closed(where: Path, error: OSError) -> str:
    """Return why the system does not let a work be put where it goes: one place that is closed stops no other.

    Raises:
        OSError: the disk is full or read only, for everybody.
    """
    if nothing_more_is_written(error):
        raise error
    return typeset(phrase("place-fermee", path=where, reason=why(error)))


__all__ = ["MOST_TRIED", "Aside", "Settled", "all_aside", "closed", "settle"]
