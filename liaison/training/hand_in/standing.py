"""Où en est une séance : par code et par module, ce qui est remis, en retard, ou manque."""

from __future__ import annotations

import contextlib
import datetime as dt
import stat
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from liaison.base.faults import why
from liaison.base.guarded import NotTakenError, taken
from liaison.base.sentences import french_beside
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.answers import LARGEST as LARGEST_ANSWERS
from liaison.training.hand_in.collecting import TEAM
from liaison.training.hand_in.deciding import counts, is_kept, says_less
from liaison.training.hand_in.emptied import what_a_copy_holds
from liaison.training.hand_in.exchange import HandedIn, accounts_of, handed_in, source_of
from liaison.training.hand_in.journal import JournalLine, State, read_journal
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.hand_in.whose import is_refused, with_codes
from liaison.training.marks.copies import when_handed_in
from liaison.training.session.definition import SessionError, SessionFolder

phrase = french_beside(__file__)


# remise: it came another way than `collect`, through nbgrader's exchange.
# a_prendre: handed in to the room, and not taken in yet. en_place: answered at a place of the room, not handed in.
# refusee: a file that bears that code came, by the room or otherwise, and nothing could be taken from it.
# non_prise, effacee: names are erased; the copy was never taken from the room, or went because a name was in it.
# ferme: the system does not let us see what is in the folder of that person.
Handed = Literal[
    "recue", "en_retard", "remise", "effacee", "a_prendre", "non_prise", "en_place", "refusee", "ferme", "manque"
]
# Why a copy that came has nothing to mark.
Nothing = Literal["vide", "illisible"]


@dataclass(frozen=True)
class SinceHandedIn:
    """Whose answers of which module changed or went at their place of the room, since they last handed in.

    `unread`: those of which nobody can tell, and why, as the end of a sentence whose subject is the file.
    """

    changed: tuple[tuple[str, str], ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    unread: tuple[tuple[str, str, str], ...] = ()


NOT_COME: tuple[Handed, ...] = (
    "a_prendre",
    "non_prise",
    "en_place",
    "refusee",
    "manque",
)  # the copy is not in the folder of the session


def handed_words(state: Handed) -> str:
    """Return where a copy stands, as its trainer reads it."""
    return phrase(f"copie-{state}")


def standing(
    place: SessionFolder, now: dt.datetime | None = None, erased: Collection[str] = ()
) -> dict[str, dict[str, Handed]]:
    """Return, for each participant and each module of the session, where the copy stands.

    `erased`: the paths of the files that went with the names, as the proof of it gives them.

    Raises:
        SessionError: the journal was spoiled.
    """
    journal: dict[tuple[str, str], Handed] = {}
    lines = with_codes(place, read_journal(place.journal))
    refused = {(line.code, line.module) for line in lines if line.state == "refusee"}
    for line in lines:
        if line.state == "recue":
            journal[line.code, line.module] = "recue"
        elif counts(line):
            journal.setdefault((line.code, line.module), "en_retard")
    waiting = _waiting(place, now, {line.source: line.state for line in lines})
    standings: dict[str, dict[str, Handed]] = {}
    for code in place.session.participants:
        standings[code] = {}
        for module in place.session.modules:
            copy = place.submitted / code / module
            state = _stands(copy)
            if _is_erased(place, copy, erased):
                state = "effacee"
            elif state == "remise":
                state = journal.get((code, module)) or _by_its_hour(copy, place.session.deadline)
            elif state == "manque" and waiting.get((code, module)):
                state = "non_prise" if place.erasure.exists() else "a_prendre"
            elif state == "manque" and ({(code, ""), (code, module)} & refused or (code, module) in waiting):
                state = "refusee"
            elif state == "manque" and _answered(place.root / HOMES / code / module):
                state = "en_place"
            standings[code][module] = state
    return standings


def nothing_to_mark(
    place: SessionFolder, standings: Mapping[str, Mapping[str, Handed]]
) -> dict[str, dict[str, Nothing]]:
    """Return, for each participant and module, why nothing can be marked in a copy that came: only where it is so.

    Nothing of a session whose names are being erased, or are: it took from some copies what they held, and takes no
    other in their place.
    """
    if place.erasure.exists():
        return {}
    nothing: dict[str, dict[str, Nothing]] = {}
    for code, by_module in standings.items():
        for module, state in by_module.items():
            if state in (*NOT_COME, "ferme"):
                continue
            holds = what_a_copy_holds(place.submitted / code / module, module)
            if not holds.to_mark:
                nothing.setdefault(code, {})[module] = "vide" if holds.empty else "illisible"
    return nothing


def refused_beside(place: SessionFolder, standings: Mapping[str, Mapping[str, Handed]]) -> tuple[str, ...]:
    """Return who has a copy, and sent something else that was refused: it may be what they wanted to be marked.

    Nobody of whom something newer is kept, nor whose copy is missing: what was refused is asked again for it. Nobody
    once names are being erased.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = () if place.erasure.exists() else with_codes(place, read_journal(place.journal))
    return tuple(
        code
        for code, by_module in standings.items()
        if "refusee" not in by_module.values()
        and any(state not in NOT_COME for state in by_module.values())
        and _left([line for line in lines if line.code == code], place.session.modules)
    )


def to_take(
    place: SessionFolder, standings: Mapping[str, Mapping[str, Handed]], now: dt.datetime | None = None
) -> tuple[tuple[str, str], ...]:
    """Return whose copies of which modules wait in the room, be it beside another that is already taken.

    Nobody's once names are being erased: no session takes any then.

    Raises:
        SessionError: the journal was spoiled.
    """
    if place.erasure.exists():
        return ()
    looked_at = {line.source for line in read_journal(place.journal)}
    new = {(handed.code, handed.module) for handed in _in_room(place, now) if source_of(handed) not in looked_at}
    return tuple(
        work for work in who(standings, *get_args(Handed)) if work in new or standings[work[0]][work[1]] == "a_prendre"
    )


def refused_of_teams(place: SessionFolder) -> int:
    """Return how many files of teams, dropped alone, were refused and not replaced since.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = [line for line in read_journal(place.journal) if not line.code and line.module.startswith(TEAM)]
    return len(_left(lines, ()))


def _left(lines: Sequence[JournalLine], modules: Collection[str]) -> list[JournalLine]:
    """Return what was refused and is not settled by what is kept; a module of another session is nobody's loss."""
    refused = [
        line
        for line in lines
        if line.state == "refusee" and (line.module in ("", *modules) or line.module.startswith(TEAM))
    ]
    settling = [line for line in lines if is_kept(line)]
    return [line for line in refused if not any(_settles(other, line) for other in settling)]


def _settles(other: JournalLine, refused: JournalLine) -> bool:
    """Whether a work came after what was refused; of a file that nobody could open, nobody knows what was in it.

    Instants of one journal are written in one zone: they sort as they are.
    """
    if refused.module not in ("", other.module) or (not refused.code and refused.source != other.source):
        return False
    if refused.made_at and other.made_at:
        return other.made_at > refused.made_at
    # The room is read long after work was put there.
    in_room = other.source.startswith(f"{INBOUND.as_posix()}/")
    return (other.made_at if in_room else other.received_at) > refused.received_at


def refused_of_nobody(place: SessionFolder) -> int:
    """Return how many files were refused that bear nobody's code.

    Raises:
        SessionError: the journal was spoiled.
    """
    return sum(is_refused(line) and not line.code for line in with_codes(place, read_journal(place.journal)))


def said_less(place: SessionFolder) -> tuple[tuple[str, str], ...]:
    """Return who handed in less than before, and of which module: what came before is kept aside, to be looked at.

    Nobody once names are being erased: what was kept aside goes.

    Raises:
        SessionError: the journal was spoiled.
    """
    lines = () if place.erasure.exists() else read_journal(place.journal)
    return tuple(dict.fromkeys((line.code, line.module) for line in lines if line.module and says_less(line.reason)))


def since_handed_in(place: SessionFolder, standings: Mapping[str, Mapping[str, Handed]]) -> SinceHandedIn:
    """Return what became of the answers that people keep at their place of the room, once they had handed in.

    Nothing once names are being erased: no session takes any copy then.
    """
    if place.erasure.exists():
        return SinceHandedIn()
    accounts = accounts_of(place.root, place.session.participants)
    last = _last_of_the_room(place)
    changed: list[tuple[str, str]] = []
    gone: list[tuple[str, str]] = []
    unread: list[tuple[str, str, str]] = []
    for code, module in who(standings, "recue", "en_retard", "remise", "a_prendre"):
        if code not in accounts:
            continue
        now = _at_place(place, code, module, accounts[code])
        if now is None:
            # Who handed in a file of their own may have answered nothing in the room.
            if (code, module) in last:
                gone.append((code, module))
        elif isinstance(now, str):
            unread.append((code, module, now))
        else:
            # A copy that cannot be read is told as such, and compared with nothing.
            with contextlib.suppress(NotTakenError, OSError):
                if now != _given(place, code, module, last.get((code, module))):
                    changed.append((code, module))
    return SinceHandedIn(tuple(changed), tuple(gone), tuple(unread))


def unread_in_place(
    place: SessionFolder, standings: Mapping[str, Mapping[str, Handed]]
) -> tuple[tuple[str, str, str], ...]:
    """Return whose answers wait at a place of the room and cannot be handed in as they are, of which module, and why.

    Nobody's once names are being erased.
    """
    accounts = {} if place.erasure.exists() else accounts_of(place.root, place.session.participants)
    return tuple(
        (code, module, why_not)
        for code, module in who(standings, "en_place")
        if code in accounts and isinstance(why_not := _at_place(place, code, module, accounts[code]), str)
    )


def who(standings: Mapping[str, Mapping[str, Handed]], *states: Handed) -> tuple[tuple[str, str], ...]:
    """Return whose copies stand so, and of which modules."""
    return tuple(
        (code, module)
        for code, by_module in standings.items()
        for module, state in by_module.items()
        if state in states
    )


def _at_place(place: SessionFolder, code: str, module: str, account: int) -> bytes | str | None:
    """Return the answers that somebody keeps at their place, why they cannot be read, None where there are none."""
    try:
        return taken(place.root / HOMES, code, module, ANSWERS_FILE, largest=LARGEST_ANSWERS, owner=account)
    except FileNotFoundError:
        return None
    except NotTakenError as error:
        return str(error)
    except OSError as error:
        return phrase("ne-se-lit-pas", reason=why(error))


def _stands(copy: Path) -> Handed:
    try:
        return "remise" if stat.S_ISDIR(copy.lstat().st_mode) else "manque"
    except PermissionError:
        return "ferme"
    except OSError:
        return "manque"


def _is_erased(place: SessionFolder, copy: Path, erased: Collection[str]) -> bool:
    answers = copy / ANSWERS_FILE
    return answers.relative_to(place.root).as_posix() in erased and not _answered(copy)


def _by_its_hour(copy: Path, deadline: dt.datetime) -> Handed:
    """Return whether a copy that came by nbgrader's exchange is late, as its own date says."""
    at, _doubt = when_handed_in(copy)
    return "en_retard" if at and at.replace(tzinfo=dt.UTC) > deadline else "remise"


def _waiting(place: SessionFolder, now: dt.datetime | None, became: Mapping[str, State]) -> dict[tuple[str, str], bool]:
    """Return whose work of which module is in the exchange of the room, and whether any of it can still be taken.

    `became`: what the journal says of each source. Where the last copies were refused, nothing else is tried.
    """
    states: dict[tuple[str, str], set[State | None]] = {}
    for handed in _in_room(place, now):
        states.setdefault((handed.code, handed.module), set()).add(became.get(source_of(handed)))
    return {work: "refusee" not in some or bool(some - {"refusee", "doublon"}) for work, some in states.items()}


def _last_of_the_room(place: SessionFolder) -> dict[tuple[str, str], HandedIn]:
    by_hour = sorted(_in_room(place), key=lambda handed: handed.at)
    return {(handed.code, handed.module): handed for handed in by_hour}


def _in_room(place: SessionFolder, now: dt.datetime | None = None) -> Sequence[HandedIn]:
    try:
        return handed_in(place, now or dt.datetime.now(dt.UTC))[0]
    except SessionError:  # no room was opened for this session
        return ()


def _given(place: SessionFolder, code: str, module: str, last: HandedIn | None) -> bytes | None:
    """Return the answers that somebody gave last, None where the copy has none: in the exchange, else as collected.

    Raises:
        NotTakenError, OSError: see `taken`.
    """
    with contextlib.suppress(FileNotFoundError):
        if last:
            return taken(place.root / INBOUND, last.name, ANSWERS_FILE, largest=LARGEST_ANSWERS, owner=last.account)
        return taken(place.submitted / code / module, ANSWERS_FILE, largest=LARGEST_ANSWERS)
    return None


def _answered(folder: Path) -> bool:
    try:
        return stat.S_ISREG((folder / ANSWERS_FILE).lstat().st_mode)
    except OSError:
        return False


__all__ = [
    "NOT_COME",
    "Handed",
    "Nothing",
    "SinceHandedIn",
    "handed_words",
    "nothing_to_mark",
    "refused_beside",
    "refused_of_nobody",
    "refused_of_teams",
    "said_less",
    "since_handed_in",
    "standing",
    "to_take",
    "unread_in_place",
    "who",
]
