"""Le laboratoire de messagerie : parier, régler, voir qui est joint, comparer, décider, emporter une charte."""

from __future__ import annotations

from collections.abc import Callable

from widgets.kit import Group, lab_layout, stack
from widgets.messaging.bet import messaging_bet
from widgets.messaging.chance import ChanceView
from widgets.messaging.doubt import DoubtView
from widgets.messaging.improve import ImproveView
from widgets.messaging.keep import Keep
from widgets.messaging.results import MessagingResults
from widgets.messaging.settings import PolicySettings
from widgets.messaging.state import LabState, Simulation, scenario
from widgets.messaging.takeaway import PolicyFiles
from widgets.messaging.team import TeamView


class Lab:
    """The whole lab on one state: `widget` for a page, or `bet`, `settings`, `results` one by one for a lesson."""

    def __init__(self, state: LabState | None = None) -> None:
        self.state = state or LabState()
        self.bet = messaging_bet(self.state)
        self.keep = Keep(self.state)
        self.settings = PolicySettings(self.state)
        more: dict[str, Callable[[], Group]] = {
            "chance": lambda: ChanceView(self.state),
            "doubt": lambda: DoubtView(self.state),
            "improve": lambda: ImproveView(self.state),
            "team": lambda: TeamView(self.state),
            "take": lambda: PolicyFiles(self.state),
        }
        self.results = MessagingResults(self.state, more)
        lab = lab_layout(self.settings.widget, self.results.widget, self.results.summary)
        self.widget = stack([self.keep.widget, self.bet.widget, lab])


__all__ = ["Lab", "LabState", "Simulation", "scenario"]
