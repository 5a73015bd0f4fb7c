"""Chercher les ateliers sans bloquer la page : par efforts de plus en plus longs, que l'on peut arrêter."""

from __future__ import annotations

from liaison.support.workshops.efforts import EFFORTS, plan_by_efforts
from liaison.support.workshops.plan import WorkshopPlan
from widgets.kit.background import Background, Stop, Tell
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
PAUSE_S = 0.4  # somebody who types is not followed letter by letter


class Solving:
    """Keeps `state.workshop_plan` up to date with the settings: `widget` shows the search while it lasts."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.working = Background(t("solving"), failed=t("no-plan"), pause_s=PAUSE_S)
        self.widget = self.working.widget
        state.observe(lambda _change: self.start(), ["school", "seed", "own_needs", "workshops", "revealed"])
        state.observe(lambda _change: self._given(), "workshop_plan")

    def start(self) -> None:
        """Search again for the settings as they are; a search under way is forgotten."""
        state = self.state
        if not state.revealed or state.workshop_plan is not None:
            return
        needs, settings, seed, today = state.needs, state.workshops, state.seed, state.today

        def work(tell: Tell, stopped: Stop) -> WorkshopPlan:
            def tell_best(made: int, best: WorkshopPlan) -> None:
                tell(made, len(EFFORTS), t("solving-placed", count=best.counts()["place"]))

            return plan_by_efforts(needs, settings, seed, today, tell_best, stopped)

        self.working.start(work, self._take)

    def _given(self) -> None:
        """Search no more for what is found, here or elsewhere."""
        if self.state.workshop_plan is not None:
            self.working.stop()

    def _take(self, best: WorkshopPlan) -> None:
        # Somebody may have asked for the plan meanwhile, at once.
        self.state.workshop_plan = self.state.workshop_plan or best


__all__ = ["Solving"]
