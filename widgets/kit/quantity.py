"""Un nombre et son unité."""

from __future__ import annotations

import math
from typing import Any

from traitlets import Dict, List, observe, validate

from widgets.kit.part import Control, refuse
from widgets.kit.select_field import accepted, checked_options


class Quantity(Control):
    """A number to type and the unit to choose for it; a single unit stands beside the number as a word.

    `units` are `{"value", "label"}`. `value` is `{"number": int | float | None, "unit": str}`, the unit "" until it
    is chosen. A unit that is taken away empties the choice.
    """

    word_keys = ("unit", "choose", "not-a-number")

    units: List[Any] = List().tag(sync=True)
    value = Dict({"number": None, "unit": ""}).tag(sync=True)

    @validate("units")
    def _each_unit_is_one(self, proposal: dict[str, Any]) -> list[Any]:
        return checked_options(self.label, proposal["value"])

    @observe("units")
    def _the_only_unit_is_chosen(self, _change: object) -> None:
        known = [unit["value"] for unit in self.units]
        unit = known[0] if len(known) == 1 else self.value["unit"] if self.value["unit"] in known else ""
        if unit != self.value["unit"]:
            self.value = {**self.value, "unit": unit}

    @validate("value")
    def _a_number_and_a_unit(self, proposal: dict[str, Any]) -> dict[str, Any]:
        value: dict[str, Any] = proposal["value"]
        number, unit = value.get("number"), value.get("unit")
        known = {unit["value"] for unit in self.units} | {""}
        if not isinstance(number, int | float | None) or isinstance(number, bool) or not math.isfinite(number or 0):
            raise refuse("quantity-error-number", value=str(number), label=self.label)
        if unit not in known:
            raise refuse("kit-error-value", value=str(unit), label=self.label, accepted=accepted(self.units))
        return {"number": number, "unit": unit}
