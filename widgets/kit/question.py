"""Une question et sa réponse."""

from __future__ import annotations

from typing import Any

import traitlets
from traitlets import Enum, List, TraitType, Unicode, observe, validate

from liaison.base.numbers import unit_beside
from widgets.kit.part import Control, refuse
from widgets.kit.select_field import accepted, checked_options

EMPTY: dict[str, Any] = {"radio": "", "checkbox": [], "ordering": [], "number": None, "short_text": ""}


class Question(Control):
    """A question, answered in one of five ways; nothing is marked here.

    `kind`, and what `value` then is:
    radio: one option's value, or "" ; checkbox: the list of ticked values, in the order of `options` ;
    ordering: every value, in the order chosen (that of `options` at first) ;
    number: an int or float, or None, followed by `unit`, in the plural ; short_text: the sentence written.
    `options` are `{"value", "label"}`. A value that does not fit its kind raises; new options keep of the value
    what they still hold.
    """

    word_keys = ("up", "down", "moved", "not-a-number", "empty")

    kind = Enum(tuple(EMPTY), "radio").tag(sync=True)
    options: List[Any] = List().tag(sync=True)
    unit = Unicode().tag(sync=True)
    unit_of_one = Unicode().tag(sync=True)
    # Not traitlets.Any, which lets None through without asking the validator.
    value: Any = TraitType().tag(sync=True)

    @traitlets.default("value")
    def _nothing_answered(self) -> Any:
        if self.kind == "ordering":
            return self._option_values()
        empty = EMPTY[self.kind]
        return list(empty) if isinstance(empty, list) else empty

    def _option_values(self) -> list[str]:
        return [option["value"] for option in self.options]

    @observe("unit")
    def _unit_after_one(self, _change: object) -> None:
        self.unit_of_one = unit_beside(1, self.unit)

    @validate("options")
    def _each_option_is_one(self, proposal: dict[str, Any]) -> list[Any]:
        return checked_options(self.label, proposal["value"])

    @observe("options")
    def _forget_what_is_gone(self, _change: object) -> None:
        known = self._option_values()
        if self.kind == "radio" and self.value not in known:
            self.value = ""
        elif self.kind == "checkbox":
            self.value = [value for value in self.value if value in known]
        elif self.kind == "ordering":
            chosen = [value for value in self.value if value in known]
            self.value = chosen + [value for value in known if value not in chosen]

    @validate("value")
    def _value_fits_its_kind(self, proposal: dict[str, Any]) -> Any:
        value, known = proposal["value"], self._option_values()
        if self.kind == "number":
            if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
                return value
        elif self.kind == "short_text":
            if isinstance(value, str):
                return value
        elif self.kind == "radio":
            if value == "" or value in known:
                return value
        elif isinstance(value, list | tuple):
            if self.kind == "checkbox" and set(value) <= set(known):
                return [option for option in known if option in value]
            if self.kind == "ordering" and sorted(value) == sorted(known):
                return list(value)
        raise refuse(
            "kit-error-value", value=str(value), label=self.label, accepted=accepted(self.options) or self.kind
        )
