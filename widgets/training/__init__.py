"""L'exercice d'un module, à l'écran : une question à la fois, chaque réponse gardée à côté du carnet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ipywidgets

from liaison.training.exercise.definition import ExerciseBet, ExerciseError
from widgets.hosts import host
from widgets.texts import texts
from widgets.training.bet import BetAfter, BetBefore
from widgets.training.copy_view import CopyView
from widgets.training.handing_in import HandInView
from widgets.training.handing_in_room import RoomHandInView
from widgets.training.question_view import QuestionView
from widgets.training.sheet import SheetState
from widgets.training.standing import Keepable, Standing

t = texts("sheet")

End = BetBefore | BetAfter | HandInView | RoomHandInView


class Sheet:
    """The sheet of whoever opened the notebook: `Sheet("01_messagerie_ent")`, its answers beside the notebook.

    `progress` says where the sheet stands; `question(id)` returns one question, the same one each time; `bet` and
    `bet_again` are what one bets on at both ends; `hand_in` hands in, as the place where it runs does.
    """

    def __init__(self, name: str, folder: Path | None = None) -> None:
        # The folder of the notebook, as it is now: a later change of folder must not scatter the answers.
        self.state = SheetState(name, folder or Path.cwd())
        self.copy = CopyView(self.state)
        self.views: dict[str, QuestionView] = {}
        self.ends: dict[str, End] = {}
        self.standing = Standing(self._on_screen)

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

    @property
    def bet(self) -> ipywidgets.Widget:
        """The bet, before anything else.

        Raises:
            ExerciseError: the exercise has none.
        """
        return self._end("bet", lambda: BetBefore(self.state, self._offered())).widget

    @property
    def bet_again(self) -> ipywidgets.Widget:
        """The same bet, at the end.

        Raises:
            ExerciseError: the exercise has none.
        """
        return self._end("bet_again", lambda: BetAfter(self.state, self._offered())).widget

    @property
    def hand_in(self) -> ipywidgets.Widget:
        """What hands the work in: a button in the room, else a code and a file."""
        made = RoomHandInView if host() == "salle" else HandInView
        return self._end("hand_in", lambda: made(self.state, self.standing)).widget

    def _on_screen(self) -> list[Keepable]:
        bets = [end for end in self.ends.values() if isinstance(end, BetBefore | BetAfter)]
        return [*bets, *self.views.values()]

    def _end(self, name: str, make: Callable[[], End]) -> End:
        if name not in self.ends:
            self.ends[name] = make()
        return self.ends[name]

    def _offered(self) -> ExerciseBet:
        if self.state.exercise.bet is None:
            raise ExerciseError(t("bet-none", exercise=self.state.exercise.id))
        return self.state.exercise.bet


__all__ = ["RoomHandInView", "Sheet", "SheetState"]
