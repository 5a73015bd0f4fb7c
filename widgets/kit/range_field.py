"""Un nombre entre deux bornes : un curseur, et le nombre à côté."""

from __future__ import annotations

from typing import Any

from traitlets import Float, Unicode, observe, validate

from liaison.base.numbers import unit_beside
from widgets.kit.part import Control, refuse


def as_number(value: float) -> float:
    """Return a whole number as an int, so that it is written without « ,0 »."""
    return int(value) if float(value).is_integer() else value


class Number(Float):
    """A float, or an int when it is whole: also when it comes from the page, which only knows floats."""

    def validate(self, obj: Any, value: Any) -> float:
        """Return the number as it is written."""
        return as_number(super().validate(obj, value))


class RangeField(Control):
    """A number between two bounds, by a slider or by typing it; `unit`, in the plural, is said and shown after it.

    `value` is an int when it is whole. A value out of bounds raises; new bounds bring the value inside them.
    """

    word_keys = ("slider", "out-of-bounds", "not-a-number")

    value = Number(0).tag(sync=True)
    min = Number(0).tag(sync=True)
    max = Number(100).tag(sync=True)
    step = Number(1).tag(sync=True)
    unit = Unicode().tag(sync=True)
    unit_of_one = Unicode().tag(sync=True)

    @observe("unit")
    def _unit_after_one(self, _change: object) -> None:
        self.unit_of_one = unit_beside(1, self.unit)

    @validate("value")
    def _value_within_bounds(self, proposal: dict[str, Any]) -> float:
        value = proposal["value"]
        # Traits given together are checked in any order: bounds that cross are named first.
        self._check_bounds(self.min, self.max)
        if not self.min <= value <= self.max:
            raise refuse("kit-error-number", value=str(value), label=self.label, min=self.min, max=self.max)
        return value

    @validate("min", "max")
    def _bounds_in_order(self, proposal: dict[str, Any]) -> float:
        bounds = {"min": self.min, "max": self.max, proposal["trait"].name: proposal["value"]}
        self._check_bounds(bounds["min"], bounds["max"])
        return proposal["value"]

    def _check_bounds(self, low: float, high: float) -> None:
        if not low < high:
            raise refuse("kit-error-bounds", label=self.label, min=low, max=high)

    @validate("step")
    def _step_moves(self, proposal: dict[str, Any]) -> float:
        if not proposal["value"] > 0:
            raise refuse("kit-error-step", label=self.label, step=str(proposal["value"]))
        return proposal["value"]

    @observe("min", "max")
    def _stay_within(self, _change: object) -> None:
        self.value = min(max(self.value, self.min), self.max)
