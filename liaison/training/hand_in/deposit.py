"""Remettre à la salle depuis un exercice : le même geste que le bouton de « Votre place », et ce qu'il en reste."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from liaison.base.dates import hour_words
from liaison.base.guarded import NotTakenError, taken
from liaison.base.quoting import printable
from liaison.training.exercise.answers import ANSWERS_FILE, LARGEST
from liaison.training.hand_in.emptied import what_a_copy_holds
from liaison.training.marks.copies import COURSE_ID, SECRET, TIMESTAMP
from liaison.training.session.time_zone import PARIS

DEADLINE = "CARNETS_LIMITE"  # where each place reads it: the folder of the session is closed to it


# Why nothing can be handed in: the folder is closed, holds no answer, or one that nobody could read.
Stops = Literal["ferme", "vide", "illisible"]


class DepositError(Exception):
    """Nothing was handed in: why, and the file that is in question."""

    def __init__(self, reason: Stops | Literal["pas-un-fichier", "echec"], file: str = ""):
        super().__init__(f"{reason} {file}")
        self.reason, self.file = reason, file


# What became of the answers at a place since they were handed in: changed, gone, or no longer readable.
Since = Literal["", "changee", "plus-la", "plus-lisible"]


@dataclass(frozen=True)
class Deposit:
    """What a place last handed in of a module: when, what became of the answers since, when it handed in at all."""

    at: dt.datetime
    since: Since
    hours: tuple[dt.datetime, ...] = ()


def hand_in(folder: Path) -> Deposit:
    """Hand in the exercise of a folder of one's own place, and return what was handed in.

    Raises:
        DepositError: no answer is kept there, they cannot be read, or nbgrader did not take it.
    """
    from nbgrader.server_extensions.assignment_list.handlers import AssignmentList

    if missing := what_stops(folder):
        raise DepositError(missing, folder.name)
    if file := not_copied(folder):
        raise DepositError("pas-un-fichier", file)
    listed = AssignmentList()
    listed.root_dir = str(folder.parent)
    # nbgrader looks for the exercise from where the program stands: a notebook stands in its own folder.
    with contextlib.chdir(folder.parent):
        done = listed.submit_assignment(COURSE_ID, folder.name)
    made = last_deposit(folder)
    if not done["success"] or made is None:
        raise DepositError("echec")
    return made


def last_deposit(folder: Path, environment: Mapping[str, str] = os.environ) -> Deposit | None:
    """Return what was last handed in from a folder, by the copy that nbgrader keeps of it; None before the first."""
    cache = Path(environment.get("JUPYTER_DATA_DIR", ""), "nbgrader_cache", COURSE_ID)
    deposits = [(when, copy) for copy in cache.glob(f"*+{folder.name}+*") if (when := _made_at(copy))]
    if not deposits:
        return None
    when, copy = max(deposits)
    return Deposit(when, _since(copy, folder), tuple(sorted(at for at, _ in deposits)))


def what_stops(folder: Path) -> Stops | Literal[""]:
    """Return why the exercise of a folder is not handed in, "" when it can be: nobody could mark it.

    A bet alone is no answer, and would come as empty; a link, a pipe, a damaged file would be refused or unread.
    """
    if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        return "ferme"
    held = what_a_copy_holds(folder, folder.name)
    if not held.readable:
        return "illisible"
    return "vide" if held.empty or not os.path.lexists(folder / ANSWERS_FILE) else ""


def not_copied(folder: Path) -> str:
    """Return the first file or folder of a folder that cannot go with a copy, as one reads it; "" when there is none.

    A pipe, what is closed to its account, a folder that has the name of a file which nbgrader writes beside a copy; a
    link to a folder too, which may lead to itself, or to the whole disk; the heaviest file, where the folder is heavier
    than what is handed in. nbgrader leaves at their place the few names that it ignores, and no others, be they hidden.
    """
    from nbgrader.coursedir import CourseDirectory

    ignored, most = CourseDirectory().ignore, 1000 * CourseDirectory().max_dir_size
    for above, folders, files in os.walk(folder):
        for names in (folders, files):
            names[:] = sorted(name for name in names if not any(fnmatch(name, pattern) for pattern in ignored))
        for name in sorted([*folders, *files]):
            path = Path(above, name)
            if not (_folder_goes(path, folder) if name in folders else _file_goes(path)):
                return printable(path.relative_to(folder).as_posix())
    sizes = dict(_sizes(folder))
    return printable(max(sizes, key=sizes.__getitem__)) if sum(sizes.values()) > most else ""


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield each file of a folder and what it weighs, as nbgrader counts: what it ignores too, and no link."""
    for above, _, files in os.walk(folder):
        for path in (Path(above, name) for name in files):
            with contextlib.suppress(OSError):  # gone since it was listed
                if not path.is_symlink():
                    yield path.relative_to(folder).as_posix(), path.stat().st_size


def _folder_goes(path: Path, of: Path) -> bool:
    taken_by_nbgrader = path in (of / TIMESTAMP, of / SECRET)
    return os.access(path, os.R_OK | os.X_OK) and not path.is_symlink() and not taken_by_nbgrader


def _file_goes(path: Path) -> bool:
    return os.access(path, os.R_OK) and path.is_file()


def deadline(environment: Mapping[str, str] = os.environ) -> dt.datetime | None:
    """Return until when work is on time, as `places.tell_deadline` last wrote it; None where nothing says so."""
    try:
        instant, zone = Path(environment[DEADLINE]).read_text(encoding="ascii").split()
        return dt.datetime.fromisoformat(instant).astimezone(ZoneInfo(zone))
    except (KeyError, OSError, ValueError):  # a zone that does not exist is a KeyError
        return None


def clock(moment: dt.datetime) -> str:
    """Return the hour of an instant as one says it where the session is."""
    until = deadline()
    return hour_words(moment.astimezone(until.tzinfo if until else PARIS))


def same_answers(copy: Path, other: Path) -> bool:
    """Whether two copies that a place handed in hold the same answers; False where one of them cannot be read."""
    try:
        return copy == other or taken(copy, ANSWERS_FILE, largest=LARGEST) == taken(
            other, ANSWERS_FILE, largest=LARGEST
        )
    except (OSError, NotTakenError):
        return False


def _since(copy: Path, folder: Path) -> Since:
    try:
        given = taken(copy, ANSWERS_FILE, largest=LARGEST)
    except (OSError, NotTakenError):
        given = None
    try:
        return "" if taken(folder, ANSWERS_FILE, largest=LARGEST) == given else "changee"
    except FileNotFoundError:
        return "plus-la" if given is not None else ""
    except (OSError, NotTakenError):
        return "plus-lisible"


def _made_at(copy: Path) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(copy.name.split("+")[2], "%Y-%m-%d %H:%M:%S.%f %Z").replace(tzinfo=dt.UTC)
    except (IndexError, ValueError):
        return None


__all__ = [
    "DEADLINE",
    "Deposit",
    "DepositError",
    "Since",
    "Stops",
    "clock",
    "deadline",
    "hand_in",
    "last_deposit",
    "not_copied",
    "same_answers",
    "what_stops",
]
