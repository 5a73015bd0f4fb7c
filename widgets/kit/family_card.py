"""Une famille fictive, trois faits, et sa semaine racontée jour par jour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from widgets.kit.part import Part, refuse

TONES = ("bon", "alerte", "neutre")


class FamilyCard(Part):
    """The week of one fictitious family: a name, three facts, what arrives each day, and the week in a sentence.

    `days` are `{label, events: [{time, text, tone}]}` with tone `bon`, `alerte` or `neutre`; a mark and
    a word say the tone, which has no other colour. A day without an event says so. Where there are many events, a day
    says how many were in time, and opens.
    """

    word_keys = ("nothing", "empty", "week", "bon", "alerte")

    name = traitlets.Unicode("").tag(sync=True)
    facts = traitlets.List(traitlets.Unicode()).tag(sync=True)
    days = traitlets.List(traitlets.Dict()).tag(sync=True)
    summary = traitlets.Unicode("").tag(sync=True)

    @traitlets.validate("days")
    def _known_tones(self, proposal: dict[str, Any]) -> list[dict[str, Any]]:
        days: list[dict[str, Any]] = proposal["value"]
        for day in days:
            for event in day["events"]:
                if event.get("tone", "neutre") not in TONES:
                    raise refuse("family-card-tone", tone=str(event["tone"]), known=", ".join(TONES))
        return days

    def show(
        self, name: str, facts: Sequence[str] = (), days: Sequence[Mapping[str, Any]] = (), summary: str = ""
    ) -> None:
        """Tell the week of a family, all at once; without a name, that of nobody."""
        with self.hold_sync():
            self.name, self.facts, self.summary = name, list(facts), summary
            self.days = [{**day, "events": list(day["events"])} for day in days]
