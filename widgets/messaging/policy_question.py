"""Les réglages de la messagerie, ceux du laboratoire, sans son point de départ ni ses hypothèses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from liaison.messaging.policy.policy import Policy
from liaison.messaging.policy_question import PolicyQuestion
from liaison.school.fictitious.aggregates import load_preset
from widgets.messaging import LabState
from widgets.messaging.settings import PolicySettings, summaries
from widgets.texts import texts

t = texts("messaging_questions")
# Of the groups of the lab, neither the first (a model to start from could be the answer) nor the last two (the
# hypotheses and the seed are those of the question).
SHOWN = slice(1, -2)


class QuestionSettings(PolicySettings):
    """The settings of the lab, without its starting point and its hypotheses."""

    def __init__(self, state: LabState) -> None:
        super().__init__(state)
        panels = self.panels
        with panels.hold_trait_notifications():
            panels.open_index = -1
            panels.titles, panels.children = panels.titles[SHOWN], panels.children[SHOWN]

    def _summarise(self) -> None:
        self.panels.summaries = summaries(self.state.policy)[1:]

    def put_back(self) -> None:
        """Show the policy of the state again, and forget a setting that was refused."""
        self.fault.title = self.fault.text = ""
        self.show(self.state.policy)

    def disable(self, disabled: bool) -> None:
        """Close or open every setting."""
        for part, _trait in self._controls():
            part.disabled = disabled


class PolicyControls:
    """The policy of a question, set as in the lab."""

    def __init__(self, question: PolicyQuestion) -> None:
        scenario = question.scenario
        self.state = LabState(
            policy=question.started(), school=scenario.school, weeks=scenario.weeks, seed=scenario.seed
        )
        self.settings = QuestionSettings(self.state)
        self.widget = self.settings.widget
        self.fiction = t("policy-fiction", school=load_preset(scenario.school).name, weeks=scenario.weeks)

    def read(self) -> Any:
        """Return the policy on screen, None while one of its settings is refused."""
        return None if self.settings.fault.title else self.state.policy.model_dump(mode="json")

    def show(self, settings: Policy) -> None:
        """Put the settings of a policy on screen."""
        self.state.policy = settings
        self.settings.put_back()

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when a setting changes."""
        self.state.observe(lambda _change: callback(), "policy")

    def disable(self, disabled: bool) -> None:
        """Close or open every setting."""
        self.settings.disable(disabled)
