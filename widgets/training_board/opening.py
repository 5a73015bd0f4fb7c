"""Quelle séance suivre : celles que l'on trouve, ou le chemin d'une autre."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from liaison.base.quoting import unquoted_path
from liaison.base.suite import SUITE
from liaison.training.board.live import sessions_near
from liaison.training.session.definition import SessionError, load_session
from widgets.kit import Action, Heading, Notice, Question, SelectField, stack
from widgets.training_board.words import t

HOME = Path("notebooks", "accueil.ipynb")
VARIABLE = "CARNETS_SEANCE"  # the folder of the session under way, where a hub runs one


class Opening:
    """The sessions of the suite's folder and of its `seances`, then a field for any other; `on_open(folder)`.

    `words`: what another screen than the board says instead, by key (which, button, choose, choose-text).
    """

    def __init__(self, near: Path | None = None, words: Mapping[str, str] | None = None) -> None:
        labels = {key: t(f"open-{key}") for key in ("which", "button", "choose", "choose-text")} | dict(words or {})
        self.sessions = sessions_near(near or suite_folder())
        self.notice = Notice()
        options = [
            {"value": str(number), "label": session_label(folder)} for number, folder in enumerate(self.sessions)
        ]
        self.which = SelectField(label=labels["which"], help=t("open-which-help"), options=options)
        self.path = Question(kind="short_text", label=t("open-path"), help=t("open-path-help"))
        self.button = Action(label=labels["button"], main=True)
        self.button.on_press(self._press)
        self._callbacks: list[Callable[[Path], object]] = []
        none = (t("open-none"), t("open-none-text"))
        self.notice.title, self.notice.text = (labels["choose"], labels["choose-text"]) if options else none
        choice = [self.which] if options else []
        self.widget = stack([Heading(2, t("open-title")), self.notice, *choice, self.path, self.button])

    def on_open(self, callback: Callable[[Path], object]) -> None:
        """Call `callback` with the folder that was chosen."""
        self._callbacks.append(callback)

    @property
    def obvious(self) -> Path | None:
        """The session to open without asking: the one that a hub runs, or the only one there is."""
        if given := os.environ.get(VARIABLE):
            return Path(given)
        return self.sessions[0] if len(self.sessions) == 1 else None

    def refuse(self, reason: str) -> None:
        """Say why a folder cannot be followed."""
        with self.notice.hold_sync():
            self.notice.kind, self.notice.title, self.notice.text = "erreur", t("room-error-first-title"), reason

    def _press(self) -> None:
        written = unquoted_path(self.path.value)
        if written is None and not self.which.value:
            self.refuse(t("open-missing"))
            return
        chosen = written or self.sessions[int(self.which.value)]
        for callback in self._callbacks:
            callback(chosen)


def suite_folder() -> Path:
    """Return the folder that the server serves, above this notebook's; else the one in which the suite is."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / HOME).is_file()), SUITE)


def session_label(folder: Path) -> str:
    """Return what a session is called in a list: its title and its folder, or its folder alone, twice."""
    try:
        title = load_session(folder).session.title
    except SessionError:
        title = folder.name
    return t("open-option", title=title, folder=folder.name)
