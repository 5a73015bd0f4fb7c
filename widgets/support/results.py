"""Les résultats d'un plan : ce qu'il prête, qui y a une place, et ce qu'il laisse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from liaison.support.needs.helped import requests_and_loans
from widgets.kit import Group, LabResults, ResultSentence, stack
from widgets.support.solving import Solving
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
FOLLOWED = [
    *("school", "seed", "own_needs", "loans", "workshops", "lent_on", "until", "zone", "kind", "policy", "partners"),
    *("own_answers", "costs", "workshop_plan"),
]


class PlanResults(LabResults):
    """The results of a plan, under the search of its workshops."""

    def __init__(self, state: PlanState, solving: Solving, makers: Mapping[str, Callable[[], Group]]) -> None:
        self.state, self.solving = state, solving
        waiting = ResultSentence(text=t("waiting"), detail=t("waiting-detail"))
        super().__init__(state, FOLLOWED, makers, waiting, lambda name: t(f"tab-{name}"))
        self.widget = stack([self.solving.widget, self.groups])

    def say(self) -> None:
        """Say what the plan gives."""
        say_plan(self.summary, self.state)


def say_plan(summary: ResultSentence, state: PlanState) -> None:
    """Say in one sentence what the plan gives, and in the next what it leaves."""
    loans, plan = state.allocations(), state.workshop_plan
    requests, lent = requests_and_loans(loans)
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


__all__ = ["PlanResults", "say_plan"]
