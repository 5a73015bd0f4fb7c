"""Chercher les ateliers par efforts de plus en plus longs : un plan vient vite, les suivants prouvent davantage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from liaison.support.needs.needs import Needs
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import WorkshopSettings

SECONDS = 6.0
# Seconds given to the solver, one after the other, until every aim is proven.
EFFORTS = (0.5, 2.0, SECONDS)


def plan_by_efforts(
    needs: Needs,
    settings: WorkshopSettings,
    seed: int,
    on: dt.date,
    tell: Callable[[int, WorkshopPlan], object],
    stopped: Callable[[], bool],
) -> WorkshopPlan:
    """Return the best plan found; `tell(efforts made, plan)` after each, until all is proven or `stopped()` is true.

    Raises:
        WorkshopError: nobody can be received with these settings.
    """
    best = None
    for made, seconds in enumerate(EFFORTS, start=1):
        best = better(best, plan_workshops(needs, settings, seed, on, seconds))
        tell(made, best)
        if not best.unproven or stopped():
            break
    assert best is not None
    return best


def better(before: WorkshopPlan | None, after: WorkshopPlan) -> WorkshopPlan:
    """Return the plan that proves more; at equal proofs, the one with the most places."""
    if before is None:
        return after
    rank = [(len(plan.proven), plan.counts()["place"]) for plan in (before, after)]
    return before if rank[0] > rank[1] else after


__all__ = ["EFFORTS", "SECONDS", "better", "plan_by_efforts"]
