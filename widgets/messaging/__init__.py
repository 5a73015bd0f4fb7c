"""Le laboratoire de messagerie : parier, régler, voir qui est joint, comparer, emporter une charte."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import ipywidgets

from widgets.kit import Group, lab_layout, stack
from widgets.messaging.bet import bet_policy, messaging_bet
from widgets.messaging.chance import ChanceView
from widgets.messaging.doubt import DoubtView
from widgets.messaging.improve import ImproveView
from widgets.messaging.keep import messaging_keep
from widgets.messaging.path import messaging_path
from widgets.messaging.results import MessagingResults
from widgets.messaging.settings import PolicySettings
from widgets.messaging.state import LabState, Simulation, scenario
from widgets.messaging.takeaway import PolicyFiles


class Lab:
    """The lab on one state: `widget`, its path, for a page; `bet`, `settings`, `results` one by one for a lesson.

    `whole` has everything on one screen.
    """

    def __init__(self, state: LabState | None = None) -> None:
        self.state = state or LabState()
        self.bet = messaging_bet(self.state)
        self.keep = messaging_keep(self.state, self.bet)

    @cached_property
    def settings(self) -> PolicySettings:
        """Return every setting; not made for who goes by the path alone."""
        return PolicySettings(self.state)

    @cached_property
    def results(self) -> MessagingResults:
        """Return the groups of results; not made for who goes by the path alone."""
        more: dict[str, Callable[[], Group]] = {
            "chance": lambda: ChanceView(self.state),
            "doubt": lambda: DoubtView(self.state),
            "improve": lambda: ImproveView(self.state),
            "take": lambda: PolicyFiles(self.state),
        }
        return MessagingResults(self.state, more)

    @cached_property
    def whole(self) -> ipywidgets.Widget:
        """Return every setting, the bet and every result on one page: what one starts from comes first."""
        results = stack([self.bet.widget, bet_policy(self.state), self.results.widget])
        return lab_layout(self.settings.widget, results, self.results.summary)

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """Return the path, one step on screen at a time."""
        return messaging_path(self.state, self.bet, self.keep, lambda: self.whole)


__all__ = ["Lab", "LabState", "Simulation", "scenario"]
