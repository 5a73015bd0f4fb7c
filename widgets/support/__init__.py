"""Le plan d'accompagnement : parier, prêter, réunir, joindre, emporter un plan et son rapport."""

from __future__ import annotations

from functools import cached_property

import ipywidgets

from widgets.kit import lab_layout, stack
from widgets.support.bet import plan_bet
from widgets.support.budget import BudgetView, Prices
from widgets.support.enough_view import EnoughView
from widgets.support.keep import plan_keep
from widgets.support.loans_view import LoansView
from widgets.support.messages_view import MessagesView
from widgets.support.needs_view import NeedsView
from widgets.support.partners_view import LocalNames, PartnersView
from widgets.support.path import plan_path
from widgets.support.policy_start import PolicyStart
from widgets.support.results import PlanResults
from widgets.support.scenario import scenario
from widgets.support.settings import PlanSettings
from widgets.support.solving import Solving
from widgets.support.state import PlanState
from widgets.support.takeaway import PlanFiles
from widgets.support.workshops_view import WorkshopsView


class PlanLab:
    """The lab on one state: `widget`, its path, for a page; `bet`, `settings`, `results` one by one for a lesson.

    `whole` has everything on one screen.
    """

    def __init__(self, state: PlanState | None = None) -> None:
        self.state = state or PlanState()
        self.bet = plan_bet(self.state)
        self.keep = plan_keep(self.state, self.bet)
        self.solving = Solving(self.state)

    @cached_property
    def names(self) -> LocalNames:
        """The names of partners here."""
        return LocalNames(self.state)

    @cached_property
    def prices(self) -> Prices:
        """What the plan costs, as this school pays it."""
        return Prices(self.state)

    @cached_property
    def settings(self) -> PlanSettings:
        """Return every setting; not made for who goes by the path alone."""
        policy = PolicyStart(self.state)
        more = (
            ("policy", policy.widget, policy.summary),
            ("partners", self.names.widget, self.names.summary),
            ("costs", self.prices.widget, self.prices.summary),
        )
        return PlanSettings(self.state, more)

    @cached_property
    def results(self) -> PlanResults:
        """Return the groups of results; not made for who goes by the path alone."""
        return PlanResults(
            self.state,
            self.solving,
            {
                "needs": lambda: NeedsView(self.state),
                "loans": lambda: LoansView(self.state),
                "workshops": lambda: WorkshopsView(self.state),
                "enough": lambda: EnoughView(self.state),
                "messages": lambda: MessagesView(self.state),
                "partners": lambda: PartnersView(self.state),
                "budget": lambda: BudgetView(self.state),
                "take": lambda: PlanFiles(self.state),
            },
        )

    @cached_property
    def whole(self) -> ipywidgets.Widget:
        """Return every setting, the bet and every result on one page: what one starts from comes first."""
        return lab_layout(self.settings.widget, stack([self.bet.widget, self.results.widget]), self.results.summary)

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """Return the path, one step on screen at a time."""
        return plan_path(self.state, self.bet, self.solving.widget, self.keep, lambda: self.whole)


__all__ = ["PlanLab", "PlanState", "scenario"]
