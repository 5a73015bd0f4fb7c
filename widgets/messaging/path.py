"""Le parcours du laboratoire de messagerie : ce que chaque étape montre d'une politique."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import ipywidgets
from traitlets.traitlets import Bunch

from widgets.kit import (
    BESIDE_CARDS,
    Bet,
    Keep,
    LabPath,
    LabWay,
    Notice,
    Panels,
    StepMade,
    Undo,
    around,
    lab_way,
    margin,
    stack,
)
from widgets.messaging.bet import bet_policy
from widgets.messaging.first_changes import FirstChangesView
from widgets.messaging.left_out import FamiliesPicture, ReasonsView
from widgets.messaging.levers import LeversView
from widgets.messaging.policy_link import open_link
from widgets.messaging.settings_back import messaging_undo
from widgets.messaging.state import ON_TRIAL, LabState, Simulation
from widgets.messaging.takeaway import PolicyFiles
from widgets.texts import texts

t = texts("messaging")


class StepView(Protocol):
    """What a step shows of a simulation."""

    @property
    def widget(self) -> ipywidgets.Widget:
        """What is on the page."""

    def show(self, simulation: Simulation) -> None:
        """Draw it."""


class UnderstandView:
    """Who is left out and why; what to change first, and what undoes it; behind a fold, what the words mean."""

    def __init__(self, state: LabState, undo: Undo) -> None:
        self.reasons, self.first, self.undo = ReasonsView(), FirstChangesView(state), undo
        folds = {"words": self.reasons.meaning, "rule": self.first.rule}
        self._fold = Panels([t(f"understand-{name}") for name in folds], [*folds.values()], open_index=-1)
        for part in (self.reasons.chart, self.first.missing):
            part.add_class(BESIDE_CARDS)
        # Boxes that stay: to take one out would close the card that one reads.
        self._undo = stack()
        self.widget = margin([self.reasons.widget], [self.first.widget, self._undo, self._fold])

    def show(self, simulation: Simulation) -> None:
        """Draw both."""
        self.reasons.show(simulation)
        self.first.show(simulation)
        # Nothing to undo yet: no button.
        self._undo.children = (self.undo,) if self.undo.can_undo or self.undo.can_redo else ()


def messaging_path(state: LabState, bet: Bet, keep: Keep, whole: Callable[[], ipywidgets.Widget]) -> LabPath:
    """Return the path of the lab; `whole` makes the lab entire."""

    def drawn(view: StepView) -> StepMade:
        return StepMade(view.widget, lambda: view.show(state.simulation()))

    def see() -> StepMade:
        view = FamiliesPicture(state)
        # Not one word more before the picture: it is looked at first.
        about = [bet_policy(state), view.pressed.widget, bet.grounds]
        return StepMade(around([bet.answered], view.picture, about), drawn(view).draw)

    opened, undo = Notice(), messaging_undo(state)
    way = LabWay(
        bet=bet,
        asks=[opened, bet.asked],
        see=see,
        change=lambda: drawn(LeversView(state)),
        understand=lambda: drawn(UnderstandView(state, undo)),
        take=lambda: drawn(PolicyFiles(state)),
        whole=whole,
        undo=undo,
        keep=keep,
    )
    path = lab_way(way, state, ["policy", "reference", *ON_TRIAL])

    def arrive(change: Bunch) -> None:
        if change["new"]:
            path.arrived = ""  # the same address can be opened again
            with keep.brought():
                open_link(state, change["new"], opened)

    path.observe(arrive, "arrived")
    return path


__all__ = ["messaging_path"]
