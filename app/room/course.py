"""nbgrader's own commands on a session: release the exercises, take in what is handed in, give back."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

from app.room.access import TRAINER
from app.room.accounts import Account
from app.room.environment import environment
from app.room.places import INBOUND_MODE, Room
from liaison.base.faults import FrenchError, cause_in, why
from liaison.base.terminal import typed
from liaison.training.hand_in.gathering import GatheredHandIns, gather
from liaison.training.hand_in.given_back import pages_to_give
from liaison.training.marks.copies import COURSE_ID
from liaison.training.session.sole_use import check_not_erased
from widgets.texts import texts

COMMAND_S = 300
t = texts("room")


class CourseError(FrenchError):
    """nbgrader refused, and what to do."""


def release(room: Room, trainer: Account | None, runtime: Path) -> None:
    """Put each exercise of the session in the exchange, where it is not yet.

    Raises:
        CourseError: an exercise is not in the session, or nbgrader refused.
    """
    for module in room.folder.session.modules:
        if (room.exchange / COURSE_ID / "outbound" / module).is_dir():
            continue
        if not (room.root / "release" / module).is_dir():
            raise CourseError(t("room-erreur-exercice", module=module))
        nbgrader(room, trainer, runtime, "release_assignment", module)
    (room.exchange / COURSE_ID / "inbound").chmod(INBOUND_MODE)


def collect(room: Room) -> GatheredHandIns:
    """Take in the copy that counts of each person, and say what else was in the exchange.

    Raises:
        CourseError: nobody can have handed in, or the copies cannot be written.
        SessionError: the exchange cannot be read, or names are erased.
    """
    _opened_once(room)
    try:
        return gather(room.folder, room.folder.session.modules, dt.datetime.now(dt.UTC))
    except OSError as error:
        raise CourseError(t("room-erreur-copies", folder=str(room.folder.submitted), detail=why(error))) from error


def give_back(room: Room, runtime: Path) -> None:
    """Put what is given back in the exchange, where each person fetches theirs.

    Raises:
        CourseError: there is nobody or nothing to give back to, or nbgrader refused.
        ErasedSessionError: the names of the session are erased, and copies with them.
    """
    _opened_once(room)
    written = [module for module in room.folder.session.modules if _has_feedback(room, module)]
    if not written:
        raise CourseError(t("room-erreur-aucun-retour", course=typed(room.folder.root)))
    for module in written:
        nbgrader(room, None, runtime, "release_feedback", module)


def _opened_once(room: Room) -> None:
    check_not_erased(room.folder)  # first: a session whose names go opens no room
    # Without its exchange nbgrader refuses in English, in words that nobody can use.
    if not any((room.exchange / COURSE_ID / "outbound" / module).is_dir() for module in room.folder.session.modules):
        raise CourseError(t("room-erreur-jamais-ouverte", course=typed(room.folder.root)))


def _has_feedback(room: Room, module: str) -> bool:
    """Whether `session feedback` wrote a page for a copy that was handed in here, and counts: these alone go back."""
    return any(page.parent.name == module for page in pages_to_give(room.folder))


def nbgrader(room: Room, trainer: Account | None, runtime: Path, *words: str) -> str:
    """Run one of nbgrader's commands in the session, as the trainer; what it said.

    Raises:
        CourseError: it refused.
    """
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *words],
        cwd=room.root,
        env={**inherited, **environment(room, TRAINER, runtime)},
        capture_output=True,
        text=True,
        timeout=COMMAND_S,
        **(trainer.popen() if trainer else {}),
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [""]
        detail = cause_in(done.stderr) or last[0][-300:]
        raise CourseError(t("room-erreur-nbgrader", command=" ".join(words), detail=detail))
    return done.stderr
