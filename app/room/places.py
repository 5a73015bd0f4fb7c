"""What a session's folder holds for the room, under `salle/`: each person's space, the exchange, the hub's state."""

import contextlib
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from app.room.access import TRAINER
from app.room.accounts import Account
from liaison.base.files import put_whole, whole_folder
from liaison.base.suite import SUITE
from liaison.module import DEFINITION, EXERCISE, GUIDE
from liaison.training.marks.copies import COURSE_ID
from liaison.training.session.definition import SessionFolder
from liaison.training.session.ownership import ROOM

HUB = SUITE / "binder" / "hub"
SIDE_FILES = (DEFINITION, GUIDE, "README.md")  # the key of the exercise, and what a trainer reads
OF_TRAINER = ("seance", "textes")  # apps that open a session, by the path that is typed
OF_JUPYTERLAB = ("lecon.ipynb", "galerie.ipynb")
# Everybody puts folders there and nobody lists it; without the sticky bit, one could take away another's.
INBOUND_MODE = 0o1733


@dataclass(frozen=True)
class Room:
    """The places of one session; `session` says who takes part."""

    folder: SessionFolder

    @property
    def root(self) -> Path:
        """The session's folder, whole path: other processes read it."""
        return self.folder.root.resolve()

    @property
    def top(self) -> Path:
        """All that the hub adds to a session."""
        return self.root / ROOM

    @property
    def spaces(self) -> Path:
        """One folder a person, named by their code."""
        return self.top / "espaces"

    @property
    def exchange(self) -> Path:
        """nbgrader's exchange: what is released, handed in, given back."""
        return self.top / "echange"

    @property
    def hub(self) -> Path:
        """JupyterHub's own state."""
        return self.top / "hub"

    @property
    def settings(self) -> Path:
        """Where each server looks for settings of its person: none, and no place writes there."""
        return self.top / "reglages"

    @property
    def deadline(self) -> Path:
        """Until when a copy is on time, for places to read: the folder of the session is closed to them."""
        return self.settings / "limite.txt"

    @property
    def access(self) -> Path:
        """The passwords."""
        return self.top / "acces.json"

    @property
    def journal(self) -> Path:
        """What JupyterHub said, in English, since the last start."""
        return self.top / "journal.txt"

    @property
    def people(self) -> tuple[str, ...]:
        """Who has a space: every participant, and the trainer."""
        return (*self.folder.session.participants, TRAINER)

    def space(self, name: str) -> Path:
        """The private folder of a person."""
        return self.spaces / name

    def work_of(self, name: str) -> Path:
        """What a person sees as their files: their own space; the session itself for the trainer."""
        return self.root if name == TRAINER else self.space(name)


def lay_out(room: Room) -> None:
    """Make the folders of the room that are not there yet; what people made is never touched.

    Raises:
        OSError: a folder cannot be made.
    """
    for folder, mode in (
        # A code can be guessed by its folder: each place is shown its own alone (see `walled`).
        (room.top, 0o700),
        (room.spaces, 0o700),
        # Of the exchange, places write in what they hand in alone: a course that one made would be shown to the others.
        (room.exchange, 0o755),
        (room.hub, 0o700),
        (room.settings, 0o755),
    ):
        folder.mkdir(exist_ok=True)
        folder.chmod(mode)
    # Without it, Jupyter would write it, to say that nothing is left to bring from an older one.
    (room.settings / "migrated").touch(0o644)
    tell_deadline(room)


def tell_deadline(room: Room) -> None:
    """Write until when a copy is on time where places read it, if it is not what is written there.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    session = room.folder.session
    line = f"{session.deadline.isoformat()} {session.time_zone}\n".encode("ascii")
    if not room.deadline.is_file() or room.deadline.read_bytes() != line:
        put_whole(room.deadline, line)
        room.deadline.chmod(0o644)


def furnish(room: Room, name: str, account: Account | None, trainer: Account | None) -> None:
    """Give a person their space, once: the lessons and, for a participant, the released exercises.

    Without an account of its own a space has no lesson, which JupyterLab would open, and which is not there.

    Raises:
        OSError: it cannot be written; no half-made space stays.
    """
    home = room.space(name)
    if home.exists():
        return
    with whole_folder(home, to_disk=False) as fresh:
        _fill(room, fresh, exercises=name != TRAINER, lessons=name == TRAINER or account is not None)
        _give(fresh, account, trainer)


def _fill(room: Room, fresh: Path, exercises: bool, lessons: bool) -> None:
    others = (*(OF_TRAINER if exercises else ()), *(() if lessons else OF_JUPYTERLAB))
    unwanted = shutil.ignore_patterns(EXERCISE, *SIDE_FILES, *others, "reponses*.json", ".*", "__pycache__")
    shutil.copytree(SUITE / "notebooks", fresh / "notebooks", ignore=unwanted)
    for module in room.folder.session.modules if exercises else ():
        # As « fetch » would: whoever arrives finds the exercise, and nbgrader offers to hand it in.
        shutil.copytree(room.exchange / COURSE_ID / "outbound" / module, fresh / module)


def _give(folder: Path, account: Account | None, trainer: Account | None) -> None:
    """Make a new folder its person's, readable by the trainer and by nobody else."""
    folder.chmod(0o750)
    if account is None:
        return
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, account.uid, account.gid, follow_symlinks=False)
    if trainer is not None:
        os.chown(folder, account.uid, trainer.gid)


def close_to_others(room: Room) -> None:
    """Leave other accounts of the machine nothing of the session: its places see theirs through their walls."""
    _set_mode(room.root, 0o700, keep=0o770)
    for path in room.root.iterdir():
        if path != room.top and not path.is_symlink():
            # Marking goes on while the room is open: what was listed may be gone.
            with contextlib.suppress(FileNotFoundError):
                _set_mode(path, 0, keep=0o770)
    for path in (room.access, room.journal):
        with contextlib.suppress(FileNotFoundError):
            path.chmod(0o600)


def _set_mode(path: Path, wanted: int, keep: int) -> None:
    now = stat.S_IMODE(path.stat().st_mode)
    if (new := (now & keep) | wanted) != now:
        path.chmod(new)
