"""Chercher les ateliers sans bloquer la page : par efforts de plus en plus longs, que l'on peut arrêter."""

from __future__ import annotations

import asyncio
from functools import partial

from liaison.support.workshop_plan import WorkshopPlan, plan_workshops
from liaison.support.workshops import WorkshopError
from widgets.kit import Notice, Progress, stack
from widgets.support.state import SECONDS, PlanState
from widgets.texts import texts

t = texts("support")
# Seconds given to the solver, one after the other, until every aim is proven.
EFFORTS = (0.5, 2.0, SECONDS)
PAUSE_S = 0.4  # somebody who types is not followed letter by letter


class Solving:
    """Keeps `state.workshop_plan` up to date with the settings: `widget` shows the search while it lasts.

    In a page, the search goes on in a thread and the page stays alive; outside of one (a test, a script), it is made
    at once.
    """

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.progress = Progress(label=t("solving"), max=len(EFFORTS))
        self.problem = Notice(kind="erreur")
        self.widget = stack([self.problem])
        self._task: asyncio.Task[None] | None = None
        self._stopped = False
        self.progress.on_stop(self._stop)
        state.observe(lambda _change: self.start(), ["school", "seed", "own_needs", "workshops", "revealed"])

    def start(self) -> None:
        """Search again for the settings as they are; a search under way is forgotten."""
        if not self.state.revealed or self.state.workshop_plan is not None:
            return
        if self._task is not None:
            self._task.cancel()
        self._stopped = False
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._at_once()
            return
        self._task = loop.create_task(self._search())

    def _at_once(self) -> None:
        self.problem.title = self.problem.text = ""
        try:
            self.state.solve()
        except WorkshopError as error:
            self._refuse(error)

    async def _search(self) -> None:
        await asyncio.sleep(PAUSE_S)
        state, found = self.state, None
        needs, settings, seed, today = state.needs, state.workshops, state.seed, state.today
        self._show_progress()
        for number, seconds in enumerate(EFFORTS, start=1):
            search = partial(plan_workshops, needs, settings, seed, today, seconds)
            try:
                found = _better(found, await asyncio.to_thread(search))
            except WorkshopError as error:
                self._refuse(error)
                return
            self.progress.advance(number, t("solving-placed", count=found.counts()["place"]))
            if not found.unproven or self._stopped:
                break
        self.progress.running = False
        self.widget.children = (self.problem,)
        # Somebody may have asked for the plan meanwhile, at once.
        state.workshop_plan = state.workshop_plan or found

    def _show_progress(self) -> None:
        self.problem.title = self.problem.text = ""
        self.progress.value, self.progress.said, self.progress.running = 0, "", True
        self.widget.children = (self.problem, self.progress)

    def _refuse(self, error: WorkshopError) -> None:
        self.progress.running = False
        self.problem.title, self.problem.text = t("no-plan"), str(error)
        self.widget.children = (self.problem,)

    def _stop(self) -> None:
        self._stopped = True


def _better(before: WorkshopPlan | None, after: WorkshopPlan) -> WorkshopPlan:
    """Return the plan that proves more; at equal proofs, the one with the most places."""
    if before is None:
        return after
    rank = [(len(one.proven), one.counts()["place"]) for one in (before, after)]
    return before if rank[0] > rank[1] else after


__all__ = ["EFFORTS", "Solving"]
