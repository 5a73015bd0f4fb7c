"""Le parcours du plan : ce que chaque étape montre des prêts et des ateliers."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets

from widgets.kit import Bet, Group, Keep, LabPath, LabWay, ResultSentence, StepMade, around, lab_way
from widgets.support.additions_view import AdditionsView
from widgets.support.enough_view import EnoughView
from widgets.support.everyone_view import EveryoneView
from widgets.support.results import FOLLOWED, say_plan
from widgets.support.settings_back import plan_undo
from widgets.support.state import PlanState
from widgets.support.takeaway import PlanFiles
from widgets.texts import texts

t = texts("support")


class SeenView:
    """The answer to the bet, every family as the plan leaves it, what it gives in a sentence, what the bet rests on."""

    def __init__(self, state: PlanState, bet: Bet, solving: ipywidgets.Widget) -> None:
        self.state = state
        self.summary, self.everyone = ResultSentence(), EveryoneView(state)
        everyone = self.everyone
        self.widget = around([bet.answered, solving], everyone.picture, [everyone.pressed, self.summary, bet.grounds])

    def show(self) -> None:
        """Say it and draw them."""
        say_plan(self.summary, self.state)
        self.everyone.show()


def plan_path(
    state: PlanState, bet: Bet, solving: ipywidgets.Widget, keep: Keep, whole: Callable[[], ipywidgets.Widget]
) -> LabPath:
    """Return the path of the lab; `solving` shows the search of the workshops, `whole` makes the lab entire."""

    def drawn(view: Group) -> StepMade:
        return StepMade(view.widget, view.show)

    way = LabWay(
        bet=bet,
        asks=[bet.asked],
        see=lambda: drawn(SeenView(state, bet, solving)),
        change=lambda: drawn(AdditionsView(state)),
        understand=lambda: drawn(EnoughView(state)),
        take=lambda: drawn(PlanFiles(state)),
        whole=whole,
        undo=plan_undo(state),
        keep=keep,
        private=lambda: "" if state.fictitious and state.own_answers is None else t("path-private"),
    )
    return lab_way(way, state, FOLLOWED)


__all__ = ["plan_path"]
