"""La salle en direct : le dossier d'une séance, où seuls les fichiers qui ont changé sont lus de nouveau."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.training.board.one_reading import reading_of
from liaison.training.board.places import Place, Stamp, places, stamp_of
from liaison.training.board.tables import BoardTable, Reading, board_table
from liaison.training.exercise.answers import ExerciseAnswersError, read_answers
from liaison.training.exercise.definition import Exercise, exercise, exercise_names
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.marks.copies import CourseError
from liaison.training.marks.gradebook import DATABASE, SUBMITTED
from liaison.training.marks.trainer_marks import Marks, TrainerMark, trainer_marks
from liaison.training.session.definition import SESSION_NAME, SessionError, SessionFolder, load_session, told_apart

phrase = french_beside(__file__)


AT_ONCE = 40  # copies read in one look: the page answers between two of them
Key = tuple[str, str]


class BoardError(FrenchError):
    """A folder in which no session can be followed, and what to do."""


@dataclass(frozen=True)
class BoardSnapshot:
    """What a look at the folder gives: one table for each module, and what it could not take in.

    `waiting` copies are left for the next look, `writing` were being written just then, `closed` folders could not
    be opened.
    """

    title: str
    tables: dict[str, BoardTable]
    waiting: int
    writing: int
    closed: int


@dataclass(frozen=True)
class _LastRead:
    place: Place
    reading: Reading


class LiveBoard:
    """A session folder and what was last read of it: `LiveBoard(folder).look()`.

    The folder is that of `liaison session new`, or any course of nbgrader (then nobody is expected). Nothing is
    written in it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._last: dict[Key, _LastRead] = {}
        self._doubtful: dict[Key, Stamp | None] = {}
        self._exercises: dict[str, Exercise] = {}
        self._session: tuple[int, SessionFolder] | None = None
        self._marks: dict[str, Marks] = {}
        self._marks_of: tuple[int, int] | None = None

    def look(self, at_once: int = AT_ONCE) -> BoardSnapshot:
        """Read what changed since the last look, `at_once` copies at most, and return the tables.

        Raises:
            BoardError: the folder is gone, cannot be read or holds no session; what was read before is kept.
        """
        session = self._opened()
        modules = self._modules(session)
        read_from = places(self.folder, modules, session)
        changed = [key for key, place in read_from.by_copy.items() if self._differs(key, place)]
        writing = sum(not self._read(key, read_from.by_copy[key]) for key in changed[:at_once])
        self._last = {key: last for key, last in self._last.items() if key in read_from.by_copy}
        self._look_at_marks(modules)
        tables = {module: self._table(module, session) for module in modules}
        title = session.session.title if session else self.folder.name
        return BoardSnapshot(title, tables, max(0, len(changed) - at_once), writing, read_from.closed)

    def names(self) -> dict[str, str]:
        """Return the names of the participants by code; nobody when the session has only codes.

        Raises:
            SessionError: the list of names cannot be read.
        """
        session = self._opened()
        return told_apart(session.people()) if session else {}

    def _opened(self) -> SessionFolder | None:
        if not self.folder.is_dir():
            raise BoardError(phrase("dossier-absent", folder=self.folder))
        try:
            when = (self.folder / SESSION_NAME).stat().st_mtime_ns
        except FileNotFoundError:
            self._take_a_course()
            return None
        except OSError as error:
            raise BoardError(phrase("dossier-ferme", folder=self.folder)) from error
        if self._session is None or self._session[0] != when:
            try:
                self._session = (when, load_session(self.folder))
            except SessionError as error:
                raise BoardError(str(error)) from error
        return self._session[1]

    def _take_a_course(self) -> None:
        if not any((self.folder / name).is_dir() for name in (SUBMITTED, INBOUND, HOMES)):
            raise BoardError(phrase("pas-une-seance", folder=self.folder, session=SESSION_NAME, submitted=SUBMITTED))

    def _modules(self, session: SessionFolder | None) -> tuple[str, ...]:
        shipped = exercise_names()
        wanted = session.session.modules if session else shipped
        for name in wanted:
            if name in shipped and name not in self._exercises:
                self._exercises[name] = exercise(name)
        return tuple(name for name in wanted if name in self._exercises)

    def _differs(self, key: Key, place: Place) -> bool:
        last = self._last.get(key)
        return last is None or last.place != place

    def _read(self, key: Key, place: Place) -> bool:
        """Read one copy; False when it was being written, and what was read before stands until the next look."""
        asked_for = self._exercises[place.module]
        try:
            answers = read_answers(place.folder, asked_for, place.owner)
            reading = reading_of(asked_for, answers, place.code, place.handed_in)
        except ExerciseAnswersError as error:
            reading = Reading(place.code, place.handed_in, fault=str(error))
        except Exception as error:  # the others are waiting: what nobody foresaw is said, and they are read
            reading = Reading(place.code, place.handed_in, fault=_unforeseen(error))
        if not self._settled(key, place, reading):
            return False
        self._last[key] = _LastRead(place, reading)
        return True

    def _settled(self, key: Key, place: Place, reading: Reading) -> bool:
        """Whether a reading may be believed: the file did not move meanwhile, and was not cut for the first time.

        A copy on its way (a USB stick, nbgrader's own copy) is cut at one look and whole at the next; one that is
        damaged is the same at both.
        """
        try:
            moved = stamp_of(place.folder) != place.stamp
        except OSError:
            moved = True
        if moved or (reading.fault and self._doubtful.get(key, ()) != place.stamp):
            self._doubtful[key] = place.stamp
            return False
        self._doubtful.pop(key, None)
        return True

    def _look_at_marks(self, modules: tuple[str, ...]) -> None:
        """Take what trainers gave since the last look; while another program holds the gradebook, what was known."""
        try:
            seen = (self.folder / DATABASE).stat()
            stamp = (seen.st_mtime_ns, seen.st_size)
            if stamp != self._marks_of:
                self._marks = {module: trainer_marks(self.folder, module) for module in modules}
                self._marks_of = stamp
        except (OSError, CourseError):
            return

    def _table(self, module: str, session: SessionFolder | None) -> BoardTable:
        marks = self._marks.get(module, {})
        readings = [
            _marked(last.reading, marks.get(code, {})) for (code, of), last in self._last.items() if of == module
        ]
        return board_table(self._exercises[module], readings, session.session.participants if session else ())


def _marked(reading: Reading, given: Mapping[str, TrainerMark]) -> Reading:
    """Return a reading in which the texts that a trainer has read are read."""
    read = {name: result.read_by(given[name]) if name in given else result for name, result in reading.outcomes.items()}
    return replace(reading, outcomes=read)


def _unforeseen(error: Exception) -> str:
    return typeset(phrase("copie-a-regarder", error=type(error).__name__))


def sessions_near(start: Path) -> list[Path]:
    """Return the session folders of a folder, its own sub-folders and those of its `seances`, the latest first."""
    near = [start, *_folders(start), *_folders(start / "seances")]
    sessions = {folder.resolve(): folder for folder in near if (folder / SESSION_NAME).is_file()}
    return sorted(sessions.values(), key=lambda folder: (folder / SESSION_NAME).stat().st_mtime, reverse=True)


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    except OSError:
        return []


__all__ = ["AT_ONCE", "BoardError", "BoardSnapshot", "LiveBoard", "sessions_near"]
