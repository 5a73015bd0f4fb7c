"""nbgrader's four ways between a place and the exchange, for our course alone, whatever the server of a place is asked.

nbgrader joins to the exchange whatever name of a course or of an exercise it is given: one that another place made, or
that leads into what others hand in, would come in as ours.
"""

import contextlib
import os
import shutil
import stat
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import (
    Exchange,
    ExchangeFetchAssignment,
    ExchangeFetchFeedback,
    ExchangeList,
    ExchangeSubmit,
)

from liaison.training.marks.copies import COURSE_ID
from widgets.texts import texts


class OwnCourse(Exchange):
    """What the four have in common."""

    def ensure_root(self) -> None:
        """Nothing: nbgrader wants an exchange in which everybody writes, and in ours only the trainer does."""

    def start(self) -> Any:
        """Do it for an exercise of our course, named as what stands in a folder.

        Raises:
            ExchangeError: it is something else.
        """
        exercise = self.coursedir.assignment_id
        if self.coursedir.course_id != COURSE_ID or "/" in exercise or exercise.startswith("."):
            self.fail(texts("room")("room-erreur-pas-un-exercice"))
        return super().start()


class RoomList(OwnCourse, ExchangeList):
    """`nbgrader list`."""


class RoomFetchAssignment(OwnCourse, ExchangeFetchAssignment):
    """`nbgrader fetch_assignment`."""


class RoomSubmit(OwnCourse, ExchangeSubmit):
    """`nbgrader submit`: whole, or not at all."""

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        """Copy a folder, and let its account write in the copy: nbgrader adds files to it, and copies rights too."""
        super().do_copy(src, dest, log)
        _open(Path(dest))

    def copy_files(self) -> None:
        """Copy what is handed in; of a copy that stops half way, nothing stays for the trainer to be told of for ever.

        nbgrader writes when it was made, and its secret, last: until then it is no hand-in.
        """
        own_copy = Path(self.cache_path, self.assignment_filename.rsplit("+", 1)[0])
        made = [
            folder for folder in (Path(self.inbound_path, self.assignment_filename), own_copy) if not folder.exists()
        ]
        try:
            super().copy_files()
        except BaseException:
            for folder in made:
                with contextlib.suppress(OSError):  # what stopped the copy is what is told
                    _open(folder)  # nothing is removed from a folder that is closed to writing
                shutil.rmtree(folder, ignore_errors=True)
            raise


def _open(copy: Path) -> None:
    """Let the account that made a copy write in all of it."""
    for above, _, files in os.walk(copy):
        _add(Path(above), stat.S_IRWXU)
        for name in files:
            _add(Path(above, name), stat.S_IRUSR | stat.S_IWUSR)


def _add(path: Path, rights: int) -> None:
    path.chmod(stat.S_IMODE(path.stat().st_mode) | rights)


class RoomFetchFeedback(OwnCourse, ExchangeFetchFeedback):
    """`nbgrader fetch_feedback`."""
