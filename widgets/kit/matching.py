"""Relier deux listes : à chaque élément, un choix."""

from __future__ import annotations

from typing import Any

from traitlets import Dict, List, observe, validate

from widgets.kit.part import Control, refuse
from widgets.kit.select_field import accepted, checked_options


class Matching(Control):
    """Items, and for each the option that goes with it; an option may serve several times, or never.

    `items` and `options` are `{"value", "label"}` in the order shown. `value` is `{item: option}`; an item that it
    lacks is not answered yet. New items or options keep of the value what they still hold.
    """

    word_keys = ("choose", "empty")

    items: List[Any] = List().tag(sync=True)
    options: List[Any] = List().tag(sync=True)
    value = Dict().tag(sync=True)

    @validate("items", "options")
    def _each_one_is_one(self, proposal: dict[str, Any]) -> list[Any]:
        return checked_options(self.label, proposal["value"])

    @observe("items", "options")
    def _forget_what_is_gone(self, _change: object) -> None:
        items, options = ({choice["value"] for choice in side} for side in (self.items, self.options))
        pairs = {item: option for item, option in self.value.items() if item in items and option in options}
        if pairs != self.value:
            self.value = pairs

    @validate("value")
    def _only_what_is_proposed(self, proposal: dict[str, Any]) -> dict[str, str]:
        value: dict[str, str] = proposal["value"]
        for given, side in ((value, self.items), (value.values(), self.options)):
            known = [name["value"] for name in side]
            for name in given:
                if name not in known:
                    raise refuse("kit-error-value", value=str(name), label=self.label, accepted=accepted(side))
        return {item["value"]: value[item["value"]] for item in self.items if item["value"] in value}
