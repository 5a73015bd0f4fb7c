"""Un choix dans une liste courte."""

from __future__ import annotations

from typing import Any

from traitlets import List, Unicode, observe, validate

from widgets.kit.part import Control, refuse

Option = dict[str, str]


def checked_options(label: str, options: list[Any]) -> list[Any]:
    """Return the options as they are, once sure that each has its own value and a label."""
    values = [option.get("value") for option in options if isinstance(option, dict) and option.get("label")]
    if len(values) != len(options) or len(set(values)) != len(values) or None in values or "" in values:
        raise refuse("kit-error-options", label=label)
    return options


def accepted(options: list[Option]) -> str:
    """Return the values of the options, for a sentence."""
    return ", ".join(option["value"] for option in options)


class SelectField(Control):
    """A setting chosen in a short list.

    `options` are `{"value", "label"}` in the order shown; `value` is one of the values, or "" while nothing is
    chosen (« Choisir » is then shown). Taking away the chosen option empties the value.
    """

    word_keys = ("none", "empty")

    options: List[Any] = List().tag(sync=True)
    value = Unicode().tag(sync=True)

    @validate("options")
    def _each_option_is_one(self, proposal: dict[str, Any]) -> list[Any]:
        return checked_options(self.label, proposal["value"])

    @validate("value")
    def _value_is_an_option(self, proposal: dict[str, Any]) -> str:
        value = str(proposal["value"])
        if value and value not in {option["value"] for option in self.options}:
            raise refuse("kit-error-value", value=value, label=self.label, accepted=accepted(self.options))
        return value

    @observe("options")
    def _forget_what_is_gone(self, _change: object) -> None:
        if self.value and self.value not in {option["value"] for option in self.options}:
            self.value = ""
