"""nbgrader's ways between the trainer and the places, as its commands and its formgrader take them in the room.

nbgrader copies whatever the exchange holds, under any name and through any link, with the rights of whoever marks:
here a copy is taken by `liaison.training.hand_in.gathering` alone.
"""

import datetime as dt
import os
from pathlib import Path

from nbgrader.exchange.default import Exchange, ExchangeCollect, ExchangeReleaseAssignment, ExchangeReleaseFeedback

from app.room.places import INBOUND_MODE
from liaison.training.hand_in.gathering import gather
from liaison.training.hand_in.given_back import withdraw_others
from liaison.training.session.definition import load_session

SESSION = "CARNETS_SEANCE"  # the variable that leads the trainer's server to the session


class RoomReleaseAssignment(ExchangeReleaseAssignment):
    """`nbgrader release_assignment`, and the button of formgrader: a course that nobody else can move or replace."""

    def ensure_root(self) -> None:
        """Leave the exchange as the room made it: nbgrader opens it to everybody, who could put a course there."""
        Exchange.ensure_root(self)

    def init_dest(self) -> None:
        """Make the folders of the course, each closed to those who may not write in it."""
        super().init_dest()
        Path(self.inbound_path).chmod(INBOUND_MODE)


class RoomCollect(ExchangeCollect):
    """`nbgrader collect`, and the button of formgrader: what each place handed in itself."""

    def init_src(self) -> None:
        """Nothing is chosen by names alone: see `copy_files`."""

    def copy_files(self) -> None:
        """Take the copies of this exercise, and say in nbgrader's own log what is refused."""
        place = load_session(Path(os.environ[SESSION]))
        gathered = gather(place, (self.coursedir.assignment_id,), dt.datetime.now(dt.UTC))
        for refusal in gathered.refused:
            self.log.warning("%s : %s", refusal.name, refusal.reason)


class RoomReleaseFeedback(ExchangeReleaseFeedback):
    """`nbgrader release_feedback`: pages that the accounts of the places can read, under names that nobody guesses."""

    def copy_files(self) -> None:
        """Copy the pages, which only the trainer can read, and open them to whoever knows their name.

        nbgrader copies whatever page there is, and leaves those of before: only that of the copy that counts stays.
        """
        super().copy_files()
        withdraw_others(load_session(Path(os.environ[SESSION])))
        for page in Path(self.dest_path).glob("*.html"):
            page.chmod(0o644)
