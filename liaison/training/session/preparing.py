"""Préparer une séance : ses codes, son titre, ses dates par défaut ; puis son dossier, posé entier ou pas du tout."""

from __future__ import annotations

import datetime as dt
import random
import secrets
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from liaison.base.closed import closed_to_others, way_to
from liaison.base.dates import numeric_date
from liaison.base.faults import disk_is_full, faults_in_french, why
from liaison.base.files import clear_leftovers, whole_folder
from liaison.base.sentences import french_beside
from liaison.training.exercise.definition import exercise
from liaison.training.session.codes import new_codes
from liaison.training.session.definition import Participant, Session, SessionError, SessionFolder, load_session
from liaison.training.session.folder_signs import check_folder
from liaison.training.session.making import make_session
from liaison.training.session.time_zone import zone_here

phrase = french_beside(__file__)

KEPT_DAYS = 30  # hypothèse, changée par qui anime : de quoi envoyer les attestations, pas davantage
SESSIONS = "seances"  # the folder of the suite in which sessions are
YEARS = range(2000, 2200)  # at the end of times there is no day more, on which names would go
CUT_AFTER_S = 600.0  # what is still unfinished then, nobody is writing


def checked_day(day: dt.date, text: str) -> dt.date:
    """Return the day of a session, as `text` says it.

    Raises:
        SessionError: its year is none in which a session is held.
    """
    if day.year not in YEARS:
        raise SessionError(phrase("pas-un-jour", text=text, first=YEARS[0], last=YEARS[-1]))
    return day


def session_drawn(date: dt.date, modules: Sequence[str], count: int, **values: Any) -> Session:
    """Return a session of that day for as many people, its codes drawn; `values` are other fields of a session.

    Where nothing is said of them: its title comes from its exercises, a copy is on time until the end of the day, in
    the time zone of this machine, and names are kept for `KEPT_DAYS`.

    Raises:
        ValidationError: the values do not hold together.
    """
    code, *codes = new_codes(count + 1)
    usual: dict[str, Any] = {
        "title": title_of(modules),
        "hand_in_until": dt.datetime.combine(date, dt.time(23, 59)),
        "time_zone": zone_here(),
        "names_until": date + dt.timedelta(days=KEPT_DAYS),
    }
    fields = {name: value for name, value in values.items() if value not in (None, "")}
    return Session.model_validate(
        {**usual, **fields, "code": code, "date": date, "modules": tuple(modules), "participants": tuple(codes)}
    )


def checked_session(date: dt.date, modules: Sequence[str], count: int, **values: Any) -> Session:
    """Return what `session_drawn` does.

    Raises:
        SessionError: no session is held in that year, or the values do not hold together: one line per fault.
    """
    checked_day(date, numeric_date(date))
    try:
        return session_drawn(date, modules, count, **values)
    except ValidationError as error:
        raise SessionError("\n".join(faults_in_french(error, values))) from error


def codes_given(
    session: Session, people: Sequence[Participant], draw: random.Random | None = None
) -> dict[str, Participant]:
    """Return who has which code of a session, in the order of their list; `draw` is for tests.

    Drawn: codes stay in their own order once names are erased, and whoever has the list would know them by their rank.
    """
    codes = (draw or secrets.SystemRandom()).sample(session.participants, len(people))
    return dict(zip(codes, people, strict=True))


def title_of(modules: Sequence[str]) -> str:
    """Return what a session is called after its exercises."""
    # A date would be said twice wherever the session is named, and a badge is for what was learnt.
    first, *others = (exercise(module).title for module in modules)
    return (
        phrase("titre-de-plusieurs", first=first, count=len(others))
        if len(others) > 2
        else " · ".join([first, *others])
    )


def usual_folder(session: Session) -> str:
    """Return the name of the folder of a session, where nobody chose one: its day and its code."""
    return f"{session.date.isoformat()}_{session.code}"


def put_session(
    target: Path,
    session: Session,
    people: Mapping[str, Participant],
    step: Callable[[str], None] = lambda _: None,
    warn: Callable[[str], None] = lambda _: None,
) -> SessionFolder:
    """Make a session in a folder that is still to be made, whole or not at all, for its owner alone, and return it.

    What a run that was cut left beside it, names included, is removed.

    Raises:
        SessionError: the folder is there already, nbgrader would not read its path, it cannot be written, the disk is
            full: nothing has changed.
    """
    if target.exists() or target.is_symlink():
        raise SessionError(phrase("deja-la", target=target))
    check_folder(target)
    try:
        with closed_to_others(), way_to(target.parent):
            clear_leftovers(target.parent, older_than_s=CUT_AFTER_S)
            with whole_folder(target) as fresh:
                make_session(fresh, session, people, step, warn)
    except Exception as error:
        if disk_is_full(error):
            raise SessionError(phrase("disque-plein", folder=target.parent)) from error
        if isinstance(error, OSError):
            raise SessionError(phrase("dossier-ferme", folder=target.parent, reason=why(error))) from error
        raise
    return load_session(target)


__all__ = [
    "KEPT_DAYS",
    "SESSIONS",
    "checked_day",
    "checked_session",
    "codes_given",
    "put_session",
    "session_drawn",
    "title_of",
    "usual_folder",
]
