"""Ce qui est gardé dans remises/, relu à chaque fois : de ce qui est reçu, copies et journal se refont."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from liaison.base.guarded import NotTakenError, taken
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.module import EXERCISE
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.definition import exercise_names
from liaison.training.hand_in.copies_in_place import stamp
from liaison.training.hand_in.deciding import ArrivedWork, hour
from liaison.training.hand_in.emptied import what_it_holds
from liaison.training.hand_in.journal import JournalLine, instant
from liaison.training.hand_in.reading import LARGEST_ARCHIVE, HandIn, HandInError, parse_hand_in
from liaison.training.hand_in.whose import another_code
from liaison.training.marks.copies import TIMESTAMP
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)


TEAM = "equipe/"
MOST_NAMED = 5
TRIED_AGAIN = ""  # en place d'empreinte, pour ce que la séance ne garde pas : la ligne est oubliée au prochain passage
_CLOCK_MARGIN = dt.timedelta(hours=1)


@dataclass(frozen=True)
class Arrival:
    """A file received: a hand-in that is kept, or the lines that say why it is not."""

    received_at: str
    source: str
    digest: str
    archive: str = ""
    hand_in: HandIn | None = None
    lines: tuple[JournalLine, ...] = ()


def former(place: SessionFolder, lines: Iterable[JournalLine]) -> list[Arrival]:
    """Return what earlier runs received: kept archives are read again, refusals stay as they were said."""
    groups: dict[tuple[str, str], list[JournalLine]] = {}
    for line in lines:
        if line.module.startswith(TEAM) and line.digest == TRIED_AGAIN:
            continue
        groups.setdefault((line.source, line.digest), []).append(line)
    arrivals = []
    for (source, digest), lines_of in groups.items():
        archive = next((line.archive for line in lines_of if line.archive), "")
        hand_in = hand_in_kept(place, archive) if archive else None
        lines_kept = lines_of if hand_in is None else [line for line in lines_of if not line.archive]
        arrivals.append(
            Arrival(lines_of[0].received_at, source, digest, archive if hand_in else "", hand_in, tuple(lines_kept))
        )
    return arrivals


def orphans(place: SessionFolder, arrivals: Iterable[Arrival]) -> list[Arrival]:
    """Return the archives that are kept and of which no line speaks: a run was cut, or the journal is lost."""
    named = {arrival.archive for arrival in arrivals}
    unnamed = []
    for path in sorted(place.received.glob("*.zip")):
        hand_in = None if path.name in named else hand_in_kept(place, path.name)
        if hand_in and hand_in.code in place.session.participants:
            when = instant(dt.datetime.fromtimestamp(path.stat().st_mtime, place.session.zone))
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            unnamed.append(Arrival(when, f"{place.received.name}/{path.name}", digest, path.name, hand_in))
    return unnamed


def hand_in_kept(place: SessionFolder, archive: str) -> HandIn | None:
    """Return what an archive of remises/ holds, None when it is no more there or does not read."""
    try:
        return parse_hand_in(taken(place.received, archive, largest=LARGEST_ARCHIVE), archive)
    except (OSError, NotTakenError, HandInError):
        return None


def works_of(hand_in: HandIn) -> list[str]:
    """Return the name of each work of an archive, in the order of its lines."""
    return [*sorted(hand_in.modules), *(f"{TEAM}{name}" for name in sorted(hand_in.team))]


def made_before(arrivals: Sequence[Arrival]) -> dict[int, dt.datetime]:
    """Return, by rank of arrival, before when a hand-in was made, of those whose own hour is after they came.

    Their clock runs ahead: each was made before it came, and before those made later by that clock came too.
    """
    ahead = [
        (arrival.hand_in, came, rank)
        for rank, arrival in enumerate(arrivals)
        if arrival.hand_in and (came := _instant(arrival.received_at)) and arrival.hand_in.made_at > came
    ]
    return {
        rank: min(came for other, came, _ in ahead if other.code == own.code and other.made_at >= own.made_at)
        for own, _, rank in ahead
    }


def clock_runs_ahead(line: JournalLine) -> bool:
    """Whether what came was dated well after it came."""
    return _runs_ahead(_instant(line.made_at), line.received_at)


def _runs_ahead(made_at: dt.datetime | None, received_at: str) -> bool:
    came = _instant(received_at)
    return bool(made_at and came and made_at - _CLOCK_MARGIN > came)


def _instant(written: str) -> dt.datetime | None:
    """Return an instant of the journal, None where a spreadsheet that saved it wrote its hour otherwise."""
    try:
        moment = dt.datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def work_of(hand_in: HandIn, name: str, order: int, before: dt.datetime | None = None) -> ArrivedWork:
    """Return one work of an archive, of which nothing is decided yet; `before`: see `made_before`."""
    if name.startswith(TEAM):
        return ArrivedWork(hand_in.made_at, order, _digest(hand_in.team[name.removeprefix(TEAM)]), before=before)
    work = hand_in.modules[name]
    content = content_of(name, work.answers, work.notebook or b"")
    return ArrivedWork(hand_in.made_at, order, content, what_it_holds(name, work.answers), before=before)


def content_of(module: str, answers: bytes, notebook: bytes) -> str:
    """Return what tells a work from another, by whichever door: of an exercise of ours, its answers alone count."""
    return _digest(answers) if module in exercise_names() else _digest(answers, notebook)


def _digest(*contents: bytes) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(content).digest() for content in contents)).hexdigest()


def files_of(hand_in: HandIn, module: str, at: dt.datetime) -> Mapping[str, bytes]:
    """Return the files of the copy that a work of an archive makes, handed in at that instant."""
    work = hand_in.modules[module]
    files = {ANSWERS_FILE: work.answers, TIMESTAMP: stamp(at)}
    return files | {EXERCISE: work.notebook} if work.notebook else files


def line_of(arrival: Arrival, hand_in: HandIn, name: str, work: ArrivedWork, zone: dt.tzinfo) -> JournalLine:
    """Return what the journal says of one work of an archive."""
    remarks = [work.reason] if work.reason else []
    if _runs_ahead(hand_in.made_at, arrival.received_at):
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
        work.state,
        typeset(" ".join(remarks)),
        instant(hand_in.made_at.astimezone(zone)),
        arrival.archive,
        arrival.digest,
        work.weight,
    )


__all__ = [
    "TEAM",
    "TRIED_AGAIN",
    "Arrival",
    "clock_runs_ahead",
    "content_of",
    "files_of",
    "former",
    "hand_in_kept",
    "line_of",
    "made_before",
    "orphans",
    "work_of",
    "works_of",
]
