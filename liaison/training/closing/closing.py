"""Clore une séance sans rien imprimer : chaque partie faite par ce qui la calcule, ce qui reste rendu d'un bloc."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from liaison.base.closed import closed_to_others
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.base.words import lower_first
from liaison.documents import write_files, write_formats
from liaison.training.board.class_report import STEM
from liaison.training.closing.attended import without_line_said
from liaison.training.closing.attestations import write_attestations
from liaison.training.closing.badges import BadgeWishes, sign_badges
from liaison.training.closing.left import LeftToDo, left_to_do
from liaison.training.closing.parts import Doing, attempt, clear_papers, part_title, parts_of
from liaison.training.closing.report import room_report
from liaison.training.closing.results_files import addresses_of, check_no_mark_lost, results_files
from liaison.training.hand_in.gathering import gather
from liaison.training.marks.feedback_files import give_back
from liaison.training.marks.filled_table import TABLE, Taken, take_filled, write_table
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.of_session import asked_exercises
from liaison.training.session.definition import SessionFolder, load_session
from liaison.training.session.sole_use import alone_in_session, check_not_erased

phrase = french_beside(__file__)


@dataclass(frozen=True)
class ClosedSession:
    """The parts that were tried, in order, and what they leave; `remarks`: what some left out, in a sentence."""

    parts: tuple[str, ...]
    left: LeftToDo
    remarks: Mapping[str, str]


@alone_in_session
def close_session(
    place: SessionFolder,
    *,
    all_present: bool = False,
    hours: str | None = None,
    doing: Doing | None = None,
    tell: Callable[[int, int, str], object] = lambda _done, _count, _what: None,
    refuse: Callable[[str], object] = lambda _reason: None,
    stopped: Callable[[], bool] = lambda: False,
) -> ClosedSession:
    """Mark, then write every paper, for the owner alone; it may be done again, and loses nothing.

    `doing` does each part; unless it is given, nothing is printed, and what a place of a room is given back is left
    to the room. `tell` is told each part as it begins, `refuse` why one is not done, as soon as it is. `stopped` is
    asked before each part: those that are left then are not done, and said so.

    Raises:
        BusySessionError: something else is being done to the session.
        ErasedSessionError: its names are erased, and copies with them.
    """
    check_not_erased(place)
    refused: dict[str, str] = {}
    aside: dict[str, object] = {}
    doing = doing or _doing(place, all_present, hours)
    parts = parts_of(place, doing)
    with closed_to_others():
        clear_papers(place)
        for rank, name in enumerate(parts):
            tell(rank, len(parts), part_title(name))
            left_out, reason = (None, phrase("arrete-ici")) if stopped() else attempt(doing[name])
            if left_out:
                aside[name] = left_out
            if reason:
                refused[name] = reason
                refuse(reason)
    remarks = {name: left_out for name, left_out in aside.items() if isinstance(left_out, str)}
    return ClosedSession(parts, left_to_do(load_session(place.root), refused, [*aside]), remarks)


def _doing(place: SessionFolder, all_present: bool, hours: str | None) -> dict[str, Callable[[], object]]:
    root = place.root
    return {
        "salle": lambda: _gathered(place),
        "notes": lambda: _marked(place),
        "tableau": lambda: _aside(take_filled(place.documents / TABLE, None, root), place),
        "badges": lambda: without_line_said(
            sign_badges(place, BadgeWishes(all_present=all_present, as_they_are=True)).left_out
        ),
        "attestations": lambda: without_line_said(
            write_attestations(place, all_present=all_present, hours=hours).left_out
        ),
        "retours": lambda: _given_back(place),
        "resultats": lambda: _results(place),
        "compte-rendu": lambda: _report(place),
        "textes": lambda: _aside(write_table(place)[0], place),
    }


def _aside(before: Taken, place: SessionFolder) -> str:
    if before.aside is None:
        return ""
    if before.missing:
        command = typed("liaison", "session", "texts", "--session", place.root, "--marks", before.aside)
        return phrase("tableau-a-reprendre", reason=before.refused, file=before.aside, command=command)
    return phrase("tableau-garde", reason=before.refused, file=before.aside, table=TABLE)


def _gathered(place: SessionFolder) -> str:
    done = gather(place, place.session.modules, dt.datetime.now(dt.UTC))
    return phrase("remises-a-regarder", journal=place.journal.name) if done.refused or done.to_look_at else ""


def _marked(place: SessionFolder) -> str:
    copies = [copy for each in asked_exercises(None, place.root) for copy in grade_course(place.root, each)]
    return "\n".join(
        phrase("pas-notee", code=copy.shown, reason=lower_first(copy.refused or ""))
        for copy in copies
        if copy.result is None
    )


def _given_back(place: SessionFolder) -> str:
    zone = place.session.zone
    today = dt.datetime.now(zone).date()
    given = [
        person
        for each in asked_exercises(None, place.root)
        for person in give_back(place.root, each, today, pdf=True, zone=zone)
    ]
    return "\n".join(
        phrase("pas-de-retour", code=person.copy.shown, reason=lower_first(person.copy.refused))
        for person in given
        if person.copy.refused
    )


def _results(place: SessionFolder) -> str:
    """Write the marks, and the file for Moodle too where the list of participants has addresses."""
    if any(person.email for person in place.people().values()):
        done = results_files(place.root, None, "email", addresses_of(place.root))
    else:
        done = results_files(place.root)
    check_no_mark_lost(done.marks, place.documents)
    write_files(place.documents, dict(done.files))
    return "\n".join(phrase("une-seule-adresse", codes=", ".join(codes)) for codes in done.shared.values())


def _report(place: SessionFolder) -> None:
    document, _ = room_report(place.root)
    write_formats(document, place.documents, STEM)


__all__ = ["ClosedSession", "close_session"]
