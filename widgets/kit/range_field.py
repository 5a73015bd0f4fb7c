"""Un nombre entre deux bornes : un curseur, et le nombre à côté."""

from __future__ import annotations

from typing import Any

from traitlets import Float, Unicode, observe, validate

from widgets.kit.part import Control, refuse


def as_number(value: float) -> float:
    """Return a whole number as an int, so that it is written without « ,0 »."""
    return int(value) if float(value).is_integer() else value


class RangeField(Control):
    """A number between two bounds, by a slider or by typing it; `unit` is said and shown after it.

    `value` is an int when it is whole. A value out of bounds raises; new bounds bring the value inside them.
    """

    word_keys = ("slider", "out-of-bounds", "not-a-number")

    value = Float(0).tag(sync=True)
    min = Float(0).tag(sync=True)
    max = Float(100).tag(sync=True)
    step = Float(1).tag(sync=True)
    unit = Unicode().tag(sync=True)

    @validate("value")
    def _value_within_bounds(self, proposal: dict[str, Any]) -> float:
        value = proposal["value"]
        # Traits given together are checked in any order: bounds that cross are named first.
        self._check_bounds(self.min, self.max)
        if not self.min <= value <= self.max:
            bounds = {"min": as_number(self.min), "max": as_number(self.max)}
            raise refuse("kit-error-number", value=str(as_number(value)), label=self.label, **bounds)
        return as_number(value)

    @validate("min", "max")
    def _bounds_in_order(self, proposal: dict[str, Any]) -> float:
        bounds = {"min": self.min, "max": self.max, proposal["trait"].name: proposal["value"]}
        self._check_bounds(bounds["min"], bounds["max"])
        return as_number(proposal["value"])

    def _check_bounds(self, low: float, high: float) -> None:
        if not low < high:
            raise refuse("kit-error-bounds", label=self.label, min=as_number(low), max=as_number(high))

    @validate("step")
    def _step_moves(self, proposal: dict[str, Any]) -> float:
        if not proposal["value"] > 0:
            raise refuse("kit-error-step", label=self.label, step=str(proposal["value"]))
        return as_number(proposal["value"])

    @observe("min", "max")
    def _stay_within(self, _change: object) -> None:
        self.value = min(max(self.value, self.min), self.max)
