"""L'exercice d'un module, à l'écran : une question à la fois, chaque réponse gardée à côté du carnet."""

from __future__ import annotations

from pathlib import Path

import ipywidgets

from widgets.training.copy_view import CopyView
from widgets.training.question_view import QuestionView
from widgets.training.sheet import SheetState


class Sheet:
    """The sheet of whoever opened the notebook: `Sheet("01_messagerie_ent")`, its answers beside the notebook.

    `progress` says where the sheet stands; `question(id)` returns one question, the same one each time.
    """

    def __init__(self, name: str, folder: Path | None = None) -> None:
        # The folder of the notebook, as it is now: a later change of folder must not scatter the answers.
        self.state = SheetState(name, folder or Path.cwd())
        self.copy = CopyView(self.state)
        self.views: dict[str, QuestionView] = {}

    @property
    def progress(self) -> ipywidgets.Widget:
        """What is kept and what is missing."""
        return self.copy.widget

    def question(self, name: str) -> ipywidgets.Widget:
        """Return one question of the exercise.

        Raises:
            ExerciseError: no such question; the message names those there are.
        """
        if name not in self.views:
            self.views[name] = QuestionView(self.state, self.state.exercise.question(name))
        return self.views[name].widget


__all__ = ["Sheet", "SheetState"]
