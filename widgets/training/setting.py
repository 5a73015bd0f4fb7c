"""« Réglez ceci pour que… » : des réglages, les conditions à tenir, et qui ou quoi manque encore."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.consequences import missed
from liaison.training.exercise.scoring import Marked
from widgets.kit import Action, FamilyCard, Heading, Notice, Paragraphs, SelectField, SourceNote, stack
from widgets.setting_controls import Controls
from widgets.texts import texts

t = texts("training")


def controls_of(question: SettingQuestion) -> Controls:
    """Return the parts in which that kind of settings is set, as the subject that asks it shows them.

    A kind of question stands in `liaison/<subject>`, its parts in `widgets/<subject>`: no other subject is opened.
    """
    subject = type(question).__module__.split(".")[1]
    made: Controls = import_module(f"widgets.{subject}.offered").CONTROLS[question.kind](question)
    return made


class SettingAnswering:
    """The answer is settings, whole unless one of those on screen is refused."""

    def __init__(self, question: SettingQuestion) -> None:
        self.question = question
        self.controls = controls_of(question)
        self.back = Action(label=t("setting-back"))
        self.back.on_press(lambda: self.show(None))
        conditions = [
            t(
                "setting-condition",
                number=number,
                label=condition.label,
                points=t("question-points", points=condition.points),
            )
            for number, condition in enumerate(question.conditions, 1)
        ]
        self.widget = stack(
            [
                Paragraphs(lines=[question.text]),
                Heading(4, t("setting-conditions")),
                Paragraphs(lines=conditions),
                SourceNote(text=self.controls.fiction),
                self.controls.widget,
                self.back,
            ]
        )

    def read(self) -> Any:
        """Return the settings on screen, None while one of them is refused."""
        return self.controls.read()

    def screen(self) -> Any:
        """Return the settings on screen; those refused are one and the same: None."""
        return self.read()

    def show(self, value: Any) -> None:
        """Put kept settings back, or those that the question starts from."""
        question = self.question
        self.controls.show(question.started() if value is None else question.settings_of(value))

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when a setting changes."""
        self.controls.on_change(callback)

    def disable(self, disabled: bool) -> None:
        """Close or open every setting."""
        self.back.disabled = disabled
        self.controls.disable(disabled)


class MissedView:
    """Who or what kept settings leave out, for each condition that does not hold."""

    def __init__(self, question: SettingQuestion) -> None:
        self.question = question
        self._value: Any = None
        self.condition = SelectField(label=t("setting-missed-of"))
        self.condition.observe(lambda change: self._tell(change["new"]), "value")
        self.nobody = Notice(title=t("setting-missed-none"))
        self.card = FamilyCard()
        self._title = Heading(4, t("setting-missed"))
        self.widget = stack()

    def show(self, value: Any, marked: Marked) -> None:
        """Tell who is missed by the first condition that does not hold; nothing when all do."""
        self._value = value
        # Who is left out first: for how often telephones ring, a family says less.
        lacking = sorted(
            (self.question.condition(held.id) for held in marked.conditions if not held.held),
            key=lambda condition: not self.question.measures[condition.measure].who,
        )
        self.condition.options = []
        self.widget.children = ()
        if lacking:
            self.condition.options = [{"value": condition.id, "label": condition.label} for condition in lacking]
            self.condition.value = lacking[0].id

    def _tell(self, condition: str) -> None:
        if not condition:
            return
        left_out = missed(self.question, self._value, condition)
        if left_out is not None:
            card = self.card
            # A week is told in its own words; without one, nothing says that it is empty.
            card.words = {**card.words, "empty": ""}
            card.show(left_out.name, left_out.facts, left_out.days, left_out.summary)
        self.widget.children = (self._title, self.condition, self.card if left_out else self.nobody)


__all__ = ["MissedView", "SettingAnswering", "controls_of"]
