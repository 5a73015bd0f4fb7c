"""Prendre les copies remises dans la salle, à côté de ce qui est venu autrement, et dire ce qu'elles deviennent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from liaison.base.quoting import shown
from liaison.training.hand_in.archives_kept import former, line_of
from liaison.training.hand_in.deciding import ArrivedWork
from liaison.training.hand_in.exchange import (
    EXCHANGE,
    HandedIn,
    RefusedHandIn,
    elsewhere,
    handed_in,
    in_room,
    source_of,
)
from liaison.training.hand_in.journal import JournalLine, instant, read_journal, write_journal
from liaison.training.hand_in.room_folders import INBOUND
from liaison.training.hand_in.settling import Settled, settle
from liaison.training.session.definition import SessionFolder
from liaison.training.session.sole_use import alone_in_session, check_not_erased


@dataclass(frozen=True)
class GatheredHandIns:
    """What a run took, as (code, module), what it refused, and what it took that has to be looked at."""

    taken: tuple[tuple[str, str], ...]
    refused: tuple[RefusedHandIn, ...]
    to_look_at: tuple[RefusedHandIn, ...] = ()


@alone_in_session
def gather(place: SessionFolder, modules: Iterable[str], now: dt.datetime) -> GatheredHandIns:
    """Take in what was handed in in the room, and put the copy of each person that counts in its place.

    What became of each, and of what came otherwise, is a line of the journal.

    Raises:
        BusySessionError: something else is being done to the session.
        SessionError: the exchange or the journal cannot be read, or names are already erased.
        OSError: `submitted/` or the journal cannot be written.
    """
    check_not_erased(place)
    before = read_journal(place.journal)
    sound, refused = handed_in(place, now)
    strays = elsewhere(place)
    place.submitted.mkdir(exist_ok=True)
    wanted = set(modules)
    otherwise = [line for line in before if not is_of_the_room(line)]
    arrivals = former(place, otherwise)
    settled = settle(place, arrivals, sound, wanted)
    lines_of = {
        (arrival.source, arrival.digest, name): line_of(
            arrival, arrival.hand_in, name, settled.archives[rank, name], place.session.zone
        )
        for rank, arrival in enumerate(arrivals)
        if arrival.hand_in
        for name in arrival.hand_in.modules
        if (rank, name) in settled.archives
    }
    otherwise = [lines_of.get((line.source, line.digest, line.module), line) for line in otherwise]
    came = {line.source: line.received_at for line in before}
    moment = instant(now.astimezone(place.session.zone))
    of_room = [
        *(
            JournalLine(
                moment, refusal.place, refusal.module, f"{where.as_posix()}/{refusal.name}", "refusee", refusal.reason
            )
            for where, some in ((INBOUND, refused), (EXCHANGE, strays))
            for refusal in some
        ),
        *(_line(place, handed, work, moment) for handed, work in settled.room),
    ]
    seen = {line.source for line in of_room}
    of_room += [
        line for line in before if is_of_the_room(line) and line.module not in {"", *wanted} and line.source not in seen
    ]
    dated = [replace(line, received_at=came.get(line.source, line.received_at)) for line in of_room]
    write_journal(place.journal, [*otherwise, *in_order(dated)])
    changed = [line for line in otherwise if line not in set(before)]
    return GatheredHandIns(
        tuple(sorted((handed.code, handed.module) for handed, work in settled.room if work.counts)),
        (
            *refused,
            *strays,
            *(_named(handed, work) for handed, work in settled.room if _is_told(work)),
            *(RefusedHandIn(shown(line.source), line.code, line.reason) for line in changed if _is_told(line)),
        ),
        tuple(_named(handed, work) for handed, work in settled.room if work.weight == "rien"),
    )


def is_of_the_room(line: JournalLine) -> bool:
    """Whether a line is of what is in the exchange of the room."""
    return line.source.startswith(f"{EXCHANGE.as_posix()}/")


def known_in_room(place: SessionFolder, lines: Iterable[JournalLine], now: dt.datetime) -> list[HandedIn]:
    """Return what was already taken in from the room, and is still there: what is new waits for `gather`."""
    known = {line.source for line in lines if line.module}
    return [handed for handed in in_room(place, now) if source_of(handed) in known] if known else []


def lines_again(place: SessionFolder, lines: Iterable[JournalLine], settled: Settled) -> list[JournalLine]:
    """Return the lines of the room, each with what becomes of it now."""
    outcomes = {source_of(handed): _line(place, handed, work, "") for handed, work in settled.room}
    return in_order(
        replace(outcomes[line.source], received_at=line.received_at) if line.source in outcomes else line
        for line in lines
    )


def in_order(lines: Iterable[JournalLine]) -> list[JournalLine]:
    """Return the lines of the room in the order in which the journal has them, after all others."""
    return sorted(lines, key=lambda line: (line.received_at, line.source))


def _line(place: SessionFolder, handed: HandedIn, work: ArrivedWork, received_at: str) -> JournalLine:
    return JournalLine(
        received_at,
        handed.code,
        handed.module,
        source_of(handed),
        work.state,
        work.reason,
        instant(handed.at.astimezone(place.session.zone)),
        digest=work.content if work.counts else "",
        weight=work.weight,
    )


def _is_told(outcome: ArrivedWork | JournalLine) -> bool:
    """Whether the trainer hears of it at once, and not in the journal alone."""
    is_late = outcome.state == "en_retard" and not outcome.counts
    return outcome.state == "refusee" or is_late or outcome.weight == "moins"


def _named(handed: HandedIn, work: ArrivedWork) -> RefusedHandIn:
    return RefusedHandIn(shown(handed.name), handed.code, work.reason)


__all__ = ["GatheredHandIns", "gather", "is_of_the_room", "known_in_room", "lines_again"]
