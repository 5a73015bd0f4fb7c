"""Le tableau des textes à lire d'une séance : ce qui y est rempli est pris avant qu'il ne soit récrit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from liaison.base.faults import FrenchError, why
from liaison.base.files import put_whole, set_aside
from liaison.base.sentences import french_beside
from liaison.training.marks.of_session import asked_exercises
from liaison.training.marks.texts_file import MOST_FAULTS, TEXTS, Filled, not_in_gradebook, read_marks, texts_csv
from liaison.training.marks.texts_to_read import MarkError, Readings, texts_to_read, write_marks
from liaison.training.session.definition import SESSION_NAME, SessionFolder

phrase = french_beside(__file__)

TABLE = f"{TEXTS}.csv"
TABLE_SUFFIXES = (".csv", ".xlsx", ".ods")  # those that `read_marks` reads
NOTHING = Filled(())


class TableNotTakenError(FrenchError):
    """A filled table can neither be taken nor kept aside, and what to do."""


@dataclass(frozen=True)
class Taken:
    """What a table gave: how many marks it changed; where it is set aside, and why; `missing`: what was not taken.

    `missing` names the answers of which it gives what the gradebook neither holds nor had.
    """

    changed: int = 0
    filled: Filled = NOTHING
    aside: Path | None = None
    refused: str = ""
    missing: tuple[str, ...] = ()


def take(table: Path, module: str | None, course: Path, *, restoring: bool = True) -> Taken:
    """Take a filled table, even what stood in a gradebook that was lost (`restoring`), over no other mark.

    Raises:
        MarkError: it cannot be read, or some of its lines cannot be taken: none is.
        CourseError: the gradebook cannot be read or written in.
    """
    whole = None if (course / SESSION_NAME).is_file() else module  # the table may be that of every module
    exercises = asked_exercises(whole, course)
    filled = read_marks(table, texts_to_read(course, exercises).texts, restoring=restoring)
    changed = write_marks(course, filled.marks)
    return Taken(changed, filled, missing=not_in_gradebook(table, texts_to_read(course, exercises)))


def take_filled(table: Path, module: str | None, course: Path) -> Taken:
    """Take what somebody filled in a table that is about to be written anew; kept aside when it cannot be taken.

    It is kept aside too when it gives what the gradebook neither holds nor had: that one was lost, or is an older copy.
    Nobody asked for it: it is not given back here, where it may be given to participants in the next minute.

    Raises:
        TableNotTakenError: it can neither be taken nor kept aside: it is not to be written over.
        CourseError: the gradebook cannot be read or written in.
    """
    if not table.is_file():
        return Taken()
    try:
        taken = take(table, module, course, restoring=False)
    except MarkError as error:
        return Taken(aside=_aside(table, str(error)), refused=str(error))
    if not taken.missing:
        return taken
    answers = named_answers(taken.missing)
    reason = phrase("pas-au-carnet", table=table, answers=answers)
    return replace(taken, aside=_aside(table, reason), refused=reason)


def named_answers(answers: tuple[str, ...]) -> str:
    """Return the first of these answers, in one line."""
    return " ; ".join([*answers[:MOST_FAULTS], *(["…"] if len(answers) > MOST_FAULTS else [])])


def _aside(table: Path, reason: str) -> Path:
    names = (f"{table.stem}_garde{f'_{rank}' if rank else ''}{table.suffix}" for rank in count())
    try:
        return set_aside(table, names)
    except OSError as fault:
        raise TableNotTakenError(phrase("ne-peut-etre-garde", error=reason, table=table, reason=why(fault))) from fault


def filled_tables(place: SessionFolder, to_read: Readings) -> tuple[Path, ...]:
    """Return the tables of texts of a session that give what its gradebook does not hold.

    Those set aside or saved otherwise as well, and those that are refused as they stand.
    """
    tables = (path for path in sorted(place.documents.glob(f"{TEXTS}*")) if path.suffix.lower() in TABLE_SUFFIXES)
    return tuple(table for table in tables if table.is_file() and _gives_more(table, to_read))


def _gives_more(table: Path, to_read: Readings) -> bool:
    try:
        gives = any(mark.changes for mark in read_marks(table, to_read.texts).marks)
        return gives or bool(not_in_gradebook(table, to_read))
    except MarkError:
        return True


def write_table(place: SessionFolder) -> tuple[Taken, Readings]:
    """Take what is filled in the table of a session, then write it anew in its documents; what is to read, too.

    Raises:
        TableNotTakenError, CourseError: see `take_filled`.
        OSError: it cannot be written; the former one stays.
    """
    before = take_filled(place.documents / TABLE, None, place.root)
    to_read = texts_to_read(place.root, asked_exercises(None, place.root))
    put_whole(place.documents / TABLE, texts_csv(to_read.texts))
    return before, to_read


__all__ = [
    "TABLE",
    "TableNotTakenError",
    "Taken",
    "filled_tables",
    "named_answers",
    "take",
    "take_filled",
    "write_table",
]
