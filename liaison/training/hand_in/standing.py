"""Où en est une séance : par code et par module, ce qui est remis, en retard, ou manque."""

from __future__ import annotations

import datetime as dt
import stat
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Literal

from liaison.base.sentences import french_beside
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.hand_in.emptied import what_a_copy_holds
from liaison.training.hand_in.exchange import in_room, source_of
from liaison.training.hand_in.journal import read_journal
from liaison.training.hand_in.line_words import State
from liaison.training.hand_in.not_replaced import not_replaced
from liaison.training.hand_in.room_folders import HOMES
from liaison.training.hand_in.whose import with_codes
from liaison.training.marks.copies import when_handed_in
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)


# remise: it came another way than `collect`, through nbgrader's exchange.
# a_prendre: handed in to the room, and not taken in yet. en_place: answered at a place of the room, not handed in.
# refusee: a file that bears that code came, by the room or otherwise, nothing could be taken from it, and nothing came
# since in its place.
# non_prise, effacee: names are erased; the copy was never taken from the room, or went because a name was in it.
# ferme: the system does not let us see what is in the folder of that person.
Handed = Literal[
    "recue", "en_retard", "remise", "effacee", "a_prendre", "non_prise", "en_place", "refusee", "ferme", "manque"
]
# Why a copy that came has nothing to mark.
Nothing = Literal["vide", "illisible"]


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
    lines = with_codes(place, read_journal(place.journal))
    journal: dict[tuple[str, str], Handed] = {
        (line.code, line.module): "recue" if line.state == "recue" else "en_retard" for line in lines if line.counts
    }
    modules = place.session.modules
    waiting = _waiting(place, now, {line.source: line.state for line in lines})
    standings: dict[str, dict[str, Handed]] = {}
    for code in place.session.participants:
        standings[code] = {}
        refused = {line.module for line in not_replaced([line for line in lines if line.code == code], modules)}
        for module in modules:
            copy = place.submitted / code / module
            state = _stands(copy)
            if _is_erased(place, copy, erased):
                state = "effacee"
            elif state == "remise":
                state = journal.get((code, module)) or _by_its_hour(copy, place.session.deadline)
            elif state == "manque" and waiting.get((code, module)):
                state = "non_prise" if place.erasure.exists() else "a_prendre"
            elif state == "manque" and ({"", module} & refused or (code, module) in waiting):
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


def who(standings: Mapping[str, Mapping[str, Handed]], *states: Handed) -> tuple[tuple[str, str], ...]:
    """Return whose copies stand so, and of which modules."""
    return tuple(
        (code, module)
        for code, by_module in standings.items()
        for module, state in by_module.items()
        if state in states
    )


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
    for handed in in_room(place, now or dt.datetime.now(dt.UTC)):
        states.setdefault((handed.code, handed.module), set()).add(became.get(source_of(handed)))
    return {work: "refusee" not in some or bool(some - {"refusee", "doublon"}) for work, some in states.items()}


def _answered(folder: Path) -> bool:
    try:
        return stat.S_ISREG((folder / ANSWERS_FILE).lstat().st_mode)
    except OSError:
        return False


__all__ = ["NOT_COME", "Handed", "Nothing", "handed_words", "nothing_to_mark", "standing", "who"]
