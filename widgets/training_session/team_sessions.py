"""Les séances de cette machine où des équipes ont remis des fichiers : où se prennent les politiques à réunir."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from liaison.messaging.offered import TEAM_POLICY
from liaison.training.board.live import sessions_near
from liaison.training.hand_in.team_files import handed_in, team_files
from liaison.training.session.definition import SessionError, SessionFolder, load_session
from widgets.hosts import host
from widgets.messaging.team_gather import HandedIn
from widgets.training_board.opening import session_label, suite_folder


def team_sessions(near: Path | None = None) -> list[HandedIn]:
    """Return the sessions of the suite's folder whose teams handed something in; none elsewhere than on one's machine.

    In a room, the session is the trainer's, and the page may be a participant's.
    """
    if host() != "machine":
        return []
    return [
        HandedIn(session_label(place.root), partial(team_files, place, TEAM_POLICY))
        for place in _sessions(near or suite_folder())
        if handed_in(place)
    ]


def _sessions(near: Path) -> Iterator[SessionFolder]:
    for folder in sessions_near(near):
        try:
            yield load_session(folder)
        except SessionError:
            continue  # the board, where it is opened, says what is wrong with it


__all__ = ["team_sessions"]
