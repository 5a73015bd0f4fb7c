"""De quoi répondre à chaque genre de question : la partie du kit, ce qu'elle dit, ce qui lui manque encore."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import ipywidgets

from liaison.questions import common as ex
from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.definition import Question
from widgets import kit
from widgets.texts import texts

t = texts("training")


class Answering(Protocol):
    """A part in which one question is answered."""

    widget: ipywidgets.Widget

    def read(self) -> Any:
        """Return the answer as the answers file holds it, None while it is not whole."""

    def screen(self) -> Any:
        """Return what is on screen, whole or not, to be compared with what was."""

    def show(self, value: Any) -> None:
        """Put a kept answer, one that fits its question, back on screen; None: nothing was answered."""

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when the person changes the answer."""

    def disable(self, disabled: bool) -> None:
        """Close or open the part."""


def options(entries: Sequence[ex.Choice | ex.Item | ex.Unit]) -> list[dict[str, str]]:
    """Return what a list, a question or a matching proposes."""
    return [{"value": entry.id, "label": entry.label} for entry in entries]


class OnePart:
    """An answer that is the value of one part of the kit: `whole` makes it an answer, `back` a value again."""

    def __init__(
        self,
        part: kit.Control,
        whole: Callable[[Any], Any] = lambda value: value or None,
        back: Callable[[Any], Any] = lambda value: value,
    ) -> None:
        part.add_class("carnets-asked")
        self.widget = part
        self._whole, self._back, self._empty = whole, back, part.value

    def read(self) -> Any:
        """Return the answer, None while it is not whole."""
        return self._whole(self.widget.value)

    def screen(self) -> Any:
        """Return the value of the part."""
        return self.widget.value

    def show(self, value: Any) -> None:
        """Put a kept answer back."""
        self.widget.value = self._empty if value is None else self._back(value)

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when the value changes."""
        self.widget.observe(lambda _change: callback(), "value")

    def disable(self, disabled: bool) -> None:
        """Close or open the part."""
        self.widget.disabled = disabled


def matching(question: ex.Matching) -> OnePart:
    """Return two lists to match; the answer is whole once every line has its choice."""
    part = kit.Matching(label=question.text, items=options(question.left), options=options(question.right))
    return OnePart(part, whole=lambda value: value if len(value) == len(question.left) else None)


def number(question: ex.Number) -> OnePart:
    """Return a number and its unit."""
    part = kit.Quantity(label=question.text, units=options(question.units))

    def whole(value: dict[str, Any]) -> dict[str, Any] | None:
        missing = value["number"] is None or not value["unit"]
        return None if missing else {"value": value["number"], "unit": value["unit"]}

    return OnePart(part, whole, back=lambda answer: {"number": answer["value"], "unit": answer["unit"]})


def answering(question: Question) -> Answering:
    """Return the part in which a question of that kind is answered."""
    match question:
        case ex.Single():
            return OnePart(kit.Question(kind="radio", label=question.text, options=options(question.choices)))
        case ex.Multiple():
            return OnePart(
                kit.Question(
                    kind="checkbox",
                    label=question.text,
                    help=t("multiple-help"),
                    options=options(question.choices),
                )
            )
        case ex.Ordering():
            return OnePart(
                kit.Question(
                    kind="ordering", label=question.text, help=t("ordering-help"), options=options(question.items)
                )
            )
        case ex.Matching():
            return matching(question)
        case ex.Number():
            return number(question)
        case ex.Text():
            part = kit.TextArea(label=question.text, lines=6, max_length=question.longest)
            return OnePart(part, whole=lambda value: value if value.strip() else None)
        case SettingQuestion():
            # Settings are a screen of their own: made only where some are asked for.
            from widgets.training.setting import SettingAnswering

            return SettingAnswering(question)
