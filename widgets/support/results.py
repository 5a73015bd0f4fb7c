"""Les résultats d'un plan : une phrase, puis des groupes qui ne se calculent qu'ouverts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import ipywidgets

from widgets.kit import Panels, ResultSentence, stack
from widgets.support.solving import Solving
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
FOLLOWED = [
    *("school", "seed", "own_needs", "loans", "workshops", "lent_on", "until", "zone", "kind", "policy", "partners"),
    *("own_answers", "costs", "workshop_plan", "revealed"),
]


class View(Protocol):
    """A group of results: its widget, and how it shows the state."""

    widget: ipywidgets.Widget

    def show(self) -> None:
        """Draw what the state says."""


class PlanResults:
    """The results side: `summary` is the sentence, `widget` the search and the groups; each follows the state."""

    def __init__(self, state: PlanState, makers: dict[str, Callable[[], View]]) -> None:
        self.state = state
        self.summary = ResultSentence(text=t("waiting"), detail=t("waiting-detail"))
        self.solving = Solving(state)
        self._makers = makers
        self.views: dict[str, View] = {}
        self.groups = stack()
        self.widget = stack([self.solving.widget, self.groups])
        state.observe(lambda _change: self.refresh(), FOLLOWED)
        self.refresh()

    def refresh(self) -> None:
        """Write the sentence again, and draw the open group; the others wait until they are opened."""
        if not self.state.revealed:
            return
        if not self.views:
            self._make_groups()
        say_plan(self.summary, self.state)
        if self.panels.open_index >= 0:
            list(self.views.values())[self.panels.open_index].show()

    def _make_groups(self) -> None:
        self.views = {name: make() for name, make in self._makers.items()}
        self.panels = Panels([t(f"tab-{name}") for name in self.views], [view.widget for view in self.views.values()])
        self.panels.observe(lambda _change: self.refresh(), "open_index")
        self.groups.children = (self.panels,)


def say_plan(summary: ResultSentence, state: PlanState) -> None:
    """Say in one sentence what the plan gives, and in the next what it leaves."""
    loans, plan = state.allocations(), state.workshop_plan
    requests = sum(len(loan.table) for loan in loans.values())
    lent = sum(len(loan.served) for loan in loans.values())
    if plan is None:
        summary.tone = "neutre"
        summary.text, summary.detail = t("result-loans", lent=lent, asked=requests), t("result-searching")
        return
    counts = plan.counts()
    alone = len(state.unhelped())
    placed, wanting = counts["place"], sum(counts.values())
    nobody_comes = wanting > 0 and placed == 0
    summary.tone = "alerte" if alone or counts["sans_creneau"] or nobody_comes else "bon"
    summary.text = t("result", lent=lent, asked=requests, placed=placed, wanting=wanting)
    summary.detail = " ".join(
        [
            t("result-alone", count=alone),
            t("result-unserved", count=counts["sans_creneau"]),
            t("fictitious") if state.fictitious else "",
        ]
    ).strip()


__all__ = ["PlanResults", "View", "say_plan"]
