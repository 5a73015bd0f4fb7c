"""« Réglez ceci pour que… » : des réglages, les conditions à tenir, et qui ou quoi manque encore."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import ipywidgets

from liaison.training.exercise.consequences import missed
from liaison.training.exercise.definition import (
    CollectionQuestion,
    LoanQuestion,
    NotificationQuestion,
    PathwayQuestion,
    PolicyQuestion,
    PublicationQuestion,
    SettingQuestion,
    WorkshopQuestion,
)
from liaison.training.exercise.scoring import Marked
from widgets.kit import Action, Control, FamilyCard, Heading, Notice, Paragraphs, SelectField, SourceNote, stack
from widgets.texts import texts

t = texts("training")


class Controls(Protocol):
    """The parts by which one kind of settings is set; `fiction` says in a sentence on what they are tried."""

    widget: ipywidgets.Widget
    fiction: str

    def read(self) -> Any:
        """Return the settings on screen as the answers file holds them, None while one of them is refused."""

    def show(self, settings: Any) -> None:
        """Put settings on screen."""

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when the person changes a setting."""

    def disable(self, disabled: bool) -> None:
        """Close or open every setting."""


class PartsControls:
    """Settings that are the values of a few parts of the kit, one under the other."""

    def __init__(self, parts: Iterable[Control]) -> None:
        self.parts = tuple(parts)
        self.widget: ipywidgets.Widget = stack(self.parts)

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when a value changes."""
        for part in self.parts:
            part.observe(lambda _change: callback(), "value")

    def disable(self, disabled: bool) -> None:
        """Close or open every part."""
        for part in self.parts:
            part.disabled = disabled


def controls_of(question: SettingQuestion) -> Controls:
    """Return the parts in which that kind of settings is set: each kind is made only where it is asked for."""
    match question:
        case PolicyQuestion():
            from widgets.training.setting_policy import PolicyControls

            return PolicyControls(question)
        case CollectionQuestion():
            from widgets.training.setting_collection import CollectionControls

            return CollectionControls(question)
        case PublicationQuestion():
            from widgets.training.setting_publication import PublicationControls

            return PublicationControls(question)
        case LoanQuestion():
            from widgets.training.setting_loans import LoanControls

            return LoanControls(question)
        case WorkshopQuestion():
            from widgets.training.setting_workshops import WorkshopControls

            return WorkshopControls(question)
        case PathwayQuestion():
            from widgets.training.setting_pathway import PathwayControls

            return PathwayControls(question)
        case NotificationQuestion():
            from widgets.training.setting_notifications import NotificationControls

            return NotificationControls(question)
    raise TypeError(question.kind)


class SettingAnswering:
    """The answer is settings, whole unless one of those on screen is refused."""

    def __init__(self, question: SettingQuestion) -> None:
        self.question = question
        self.controls = controls_of(question)
        self.back = Action(label=t("setting-back"))
        self.back.on_press(lambda: self.show(None))
        conditions = [
            t("setting-condition", number=number, label=one.label, points=t("question-points", points=one.points))
            for number, one in enumerate(question.conditions, 1)
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
            (self.question.condition(one.id) for one in marked.conditions if not one.held),
            key=lambda condition: not self.question.measures[condition.measure].who,
        )
        self.condition.options = []
        self.widget.children = ()
        if lacking:
            self.condition.options = [{"value": one.id, "label": one.label} for one in lacking]
            self.condition.value = lacking[0].id

    def _tell(self, condition: str) -> None:
        if not condition:
            return
        found = missed(self.question, self._value, condition)
        if found is not None:
            card = self.card
            # A week is told in its own words; without one, nothing says that it is empty.
            card.words = {**card.words, "empty": ""}
            card.name, card.facts, card.summary = found.name, list(found.facts), found.summary
            card.days = [dict(day) for day in found.days]
        self.widget.children = (self._title, self.condition, self.card if found else self.nobody)


__all__ = ["Controls", "MissedView", "PartsControls", "SettingAnswering", "controls_of"]
