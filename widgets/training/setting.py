"""« Réglez ceci pour que… » : les réglages de la messagerie, les conditions à tenir, la famille qui manque encore."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from liaison.messaging.policy import load_policy
from liaison.school.aggregates import load_preset
from liaison.training.consequences import missed_family, policy_of
from liaison.training.exercise import PolicyQuestion
from liaison.training.scoring import Marked
from widgets.kit import Action, FamilyCard, Heading, Notice, Paragraphs, SelectField, SourceNote, stack
from widgets.messaging import LabState
from widgets.messaging.settings import PolicySettings, summaries
from widgets.texts import texts

t = texts("training")
# Of the groups of the lab, neither the first (a model to start from could be the answer) nor the last (the
# hypotheses are those of the question).
SHOWN = slice(1, -1)
WHO_IS_REACHED = ("laissees_de_cote", "part_informee", "constats")


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


class PolicyAnswering:
    """The answer is a policy, whole unless one of the settings on screen was refused."""

    def __init__(self, question: PolicyQuestion) -> None:
        self.start = load_policy(question.start)
        scenario = question.scenario
        self.state = LabState(policy=self.start, school=scenario.school, weeks=scenario.weeks, seed=scenario.seed)
        self.settings = QuestionSettings(self.state)
        self.back = Action(label=t("policy-back"))
        self.back.on_press(lambda: self.show(None))
        conditions = [
            t("policy-condition", number=number, label=one.label, points=t("question-points", points=one.points))
            for number, one in enumerate(question.conditions, 1)
        ]
        fiction = t("policy-fiction", school=load_preset(scenario.school).name, weeks=scenario.weeks)
        self.widget = stack(
            [
                Paragraphs(lines=[question.text]),
                Heading(4, t("policy-conditions")),
                Paragraphs(lines=conditions),
                SourceNote(text=fiction),
                self.settings.widget,
                self.back,
            ]
        )

    def read(self) -> Any:
        """Return the policy on screen, None while one of its settings is refused."""
        return None if self.settings.fault.title else self.state.policy.model_dump(mode="json")

    def show(self, value: Any) -> None:
        """Put the settings of a kept policy back, or those that the question starts from."""
        self.state.policy = self.start if value is None else policy_of(value)
        self.settings.put_back()

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when a setting changes."""
        self.state.observe(lambda _change: callback(), "policy")

    def disable(self, disabled: bool) -> None:
        """Close or open every setting."""
        self.back.disabled = disabled
        self.settings.disable(disabled)


class MissedFamily:
    """One week of a family that a kept policy fails, for each condition that does not hold."""

    def __init__(self, question: PolicyQuestion) -> None:
        self.question = question
        self._value: Any = None
        self.condition = SelectField(label=t("policy-family-of"))
        self.condition.observe(lambda change: self._tell(change["new"]), "value")
        self.nobody = Notice(title=t("policy-family-none"))
        self.card = FamilyCard()
        self._title = Heading(4, t("policy-family"))
        self.widget = stack()

    def show(self, value: Any, marked: Marked) -> None:
        """Tell the family of the first condition that does not hold; nothing when all do."""
        self._value = value
        # Who is left out first: for how often telephones ring, a family says less.
        missed = sorted(
            (self.question.condition(one.id) for one in marked.conditions if not one.held),
            key=lambda condition: condition.measure not in WHO_IS_REACHED,
        )
        self.condition.options = []
        self.widget.children = ()
        if missed:
            self.condition.options = [{"value": one.id, "label": one.label} for one in missed]
            self.condition.value = missed[0].id

    def _tell(self, condition: str) -> None:
        if not condition:
            return
        story = missed_family(self.question, self._value, condition)
        if story is not None:
            told = story.model_dump()
            self.card.name, self.card.facts, self.card.summary = told["name"], list(told["facts"]), told["summary"]
            self.card.days = [{**day, "events": list(day["events"])} for day in told["days"]]
        self.widget.children = (self._title, self.condition, self.card if story else self.nobody)
