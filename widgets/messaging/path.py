"""Le parcours du laboratoire de messagerie : ce que chaque étape montre d'une politique."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import ipywidgets
from traitlets.traitlets import Bunch

from widgets.kit import Bet, LabPath, LabWay, Notice, StepMade, lab_way
from widgets.messaging.keep import Keep
from widgets.messaging.left_out import FamiliesPicture, ReasonsView
from widgets.messaging.levers import LeversView
from widgets.messaging.policy_link import open_link
from widgets.messaging.settings_back import messaging_undo
from widgets.messaging.state import ON_TRIAL, LabState, Simulation
from widgets.messaging.takeaway import PolicyFiles


class StepView(Protocol):
    """What a step shows of a simulation."""

    @property
    def widget(self) -> ipywidgets.Widget:
        """What is on the page."""

    def show(self, simulation: Simulation) -> None:
        """Draw it."""


def messaging_path(state: LabState, bet: Bet, keep: Keep, whole: Callable[[], ipywidgets.Widget]) -> LabPath:
    """Return the path of the lab; `whole` makes the lab entire."""

    def drawn(view: StepView) -> StepMade:
        return StepMade(view.widget, lambda: view.show(state.simulation()))

    opened = Notice()
    way = LabWay(
        bet=[opened, keep.widget, bet.asked],
        answer=[bet.answered],
        see=lambda: drawn(FamiliesPicture(state)),
        change=lambda: drawn(LeversView(state)),
        understand=lambda: drawn(ReasonsView()),
        take=lambda: drawn(PolicyFiles(state)),
        whole=whole,
        undo=messaging_undo(state),
    )
    path = lab_way(way, state, ["policy", *ON_TRIAL])

    def arrive(change: Bunch) -> None:
        if change["new"]:
            path.arrived = ""  # the same address can be opened again
            open_link(state, change["new"], opened)

    path.observe(arrive, "arrived")
    return path


__all__ = ["messaging_path"]
