"""Le parcours du laboratoire : parier, voir, changer une chose, comprendre, emporter ; tout régler, à côté."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol

import ipywidgets

from widgets.kit import Bet, LabPath, PathStep, StepMade, stack
from widgets.messaging.keep import Keep
from widgets.messaging.left_out import FamiliesPicture, ReasonsView
from widgets.messaging.levers import LeversView
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


def messaging_path(state: LabState, bet: Bet, keep: Keep, whole: Callable[[], ipywidgets.Widget]) -> LabPath:
    """Return the steps of the lab; the bet opens them, and leads to what it was about. `whole` makes the lab entire.

    The levers are looked for while one reads « Voir », to be there when one comes to them.
    """
    levers = cache(lambda: LeversView(state))

    def step(
        key: str,
        view: Callable[[], StepView],
        above: Sequence[ipywidgets.Widget] = (),
        ahead: Callable[[], StepView] | None = None,
    ) -> PathStep:
        """Return a step that waits for the bet; `ahead`: what is made ready, meanwhile, for the step that follows."""

        def make() -> StepMade:
            step_view = view()

            def draw() -> None:
                step_view.show(state.simulation())
                if ahead is not None:
                    ahead().show(state.simulation())

            return StepMade(stack([*above, step_view.widget]), draw)

        return PathStep(key, t(f"step-{key}"), make, waits=True)

    path = LabPath(
        [
            PathStep("parier", t("step-parier"), lambda: StepMade(stack([keep.widget, bet.asked]))),
            step("voir", lambda: FamiliesPicture(state), [bet.answered], ahead=levers),
            step("changer", levers),
            step("comprendre", ReasonsView),
            step("emporter", lambda: PolicyFiles(state)),
            PathStep("regler", t("step-regler"), lambda: StepMade(whole()), beside=True),
        ],
        reason=t("step-reason"),
    )
    path.follow(state, ["policy", *ON_TRIAL])
    state.observe(lambda _change: path.unlock(then="voir"), "revealed")
    return path


__all__ = ["messaging_path"]
