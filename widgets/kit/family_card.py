"""Une famille fictive, trois faits, et sa semaine racontée jour par jour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from widgets.kit.part import Part, refuse, t

TONES = ("bon", "alerte", "neutre")
STEPS = {"ecrit": "○", "perdu": "✕", "sonne": "■", "lu": "●"}


class FamilyCard(Part):
    """The week of one fictitious family: a name, three facts, what arrives each day, and the week in a sentence.

    `days` are `{label, events: [{time, text, tone}]}` with tone `bon`, `alerte` or `neutre`; a mark and
    a word say the tone, which has no other colour. A day without an event says so. With `marks`, `[{hour, step}]`, a
    day is drawn as a line of twenty-four hours, the steps by their shapes, says how many events were in time, and
    opens; so does it where there are many events. Told anew of the same person, the days that were opened stay so.
    """

    word_keys = ("nothing", "empty", "week", "bon", "alerte")

    name = traitlets.Unicode("").tag(sync=True)
    facts = traitlets.List(traitlets.Unicode()).tag(sync=True)
    days = traitlets.List(traitlets.Dict()).tag(sync=True)
    summary = traitlets.Unicode("").tag(sync=True)
    # Of the shapes, what each means.
    key = traitlets.List(
        traitlets.Unicode(), [f"{shape} {t(f'family-card-{step}')}" for step, shape in STEPS.items()]
    ).tag(sync=True)
    opened = traitlets.List(traitlets.Unicode()).tag(sync=True)  # days, by their labels
    hours = traitlets.List(traitlets.Unicode(), [t("family-card-hour", hour=hour) for hour in range(0, 25, 6)]).tag(
        sync=True
    )

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
            if name != self.name:
                self.opened = []
            self.name, self.facts, self.summary = name, list(facts), summary
            self.days = [{**day, "events": list(day["events"]), "marks": _drawn(day.get("marks", ()))} for day in days]


def _drawn(marks: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the marks of a day where they stand on its line, in hundredths of it, and their shapes."""
    return [
        {"at": round(mark["hour"] / 24 * 100, 1), "step": mark["step"], "shape": STEPS[mark["step"]]} for mark in marks
    ]
