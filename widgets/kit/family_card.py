"""Une famille fictive, trois faits, et sa semaine racontée jour par jour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import traitlets

from widgets.kit.part import Part, refuse, t

TONES = ("bon", "alerte", "neutre")
# SVG paths, from the centre of a mark: a step is told by its shape, and no colour is needed. A message is drawn once,
# where it is written, as what became of it; then where it rings and is read.
FATES = {
    "a_temps": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "trop_tard": "m-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0zm1.7 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z",
    "non_compris": "m-2.6-1.7a2.6 2.6 0 1 1 3.5 2.4v.9h-1.8v-2.4h.9a.9.9 0 1 0-.9-.9zm1.7 4.3h1.8v1.7h-1.8z",
    "perdu": "m-4.3-2.9l1.4-1.4l2.9 2.9l2.9-2.9l1.4 1.4l-2.9 2.9l2.9 2.9l-1.4 1.4l-2.9-2.9l-2.9 2.9l-1.4-1.4l2.9-2.9z",
}
SHAPES = {
    **FATES,
    "sonne": "m-3-3h6v6h-6z",
    "lu": "m-4.5 0q4.5-6 9 0q-4.5 6-9 0zm3.2 0a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0z",  # an eye
}
# On a telephone, in hours of a day: how wide a mark is, and how much wider each figure of a count makes it.
WIDE, FIGURE = 0.9, 0.55


class FamilyCard(Part):
    """The week of one fictitious family: a name, three facts, what arrives each day, and the week in a sentence.

    `days` are `{label, events: [{time, text, tone}]}` with tone `bon`, `alerte` or `neutre`; a mark and
    a word say the tone, which has no other colour; those of its `step`, where an event has one. A day without an event
    says so. With `marks`, `[{hour, step}]`, a day is drawn as a line of twenty-four hours, the steps by their shapes,
    says how many events were in time, or its `note`, and opens; so does it where there are many events. Told anew of
    the same person, the days that were opened stay so.
    """

    word_keys = ("nothing", "empty", "week", "bon", "alerte", "written", "then", *SHAPES)

    name = traitlets.Unicode("").tag(sync=True)
    facts = traitlets.List(traitlets.Unicode()).tag(sync=True)
    days = traitlets.List(traitlets.Dict()).tag(sync=True)
    summary = traitlets.Unicode("").tag(sync=True)
    shapes = traitlets.Dict(SHAPES).tag(sync=True)
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
    """Return the marks of a day where they stand on its line, in hundredths of it, by lanes: none hides another.

    Those of one step within one hour are one mark with its `count`, which is on its right unless the day is about to
    end (`early`). What becomes of messages is in the first lanes; what rings or is read, as low as there is room.
    """
    counted: list[_Mark] = []
    for hour, step in sorted((mark["hour"], mark["step"]) for mark in marks):
        same = next((each for each in reversed(counted) if each.step == step), None)
        if same and hour < same.hour + 1:
            same.count += 1
        else:
            counted.append(_Mark(hour, step))
    lanes: list[list[_Mark]] = []
    for mark in sorted(counted, key=lambda mark: mark.step not in FATES):
        from_top = lanes if mark.step in FATES else lanes[::-1]
        lane = next((lane for lane in from_top if not any(map(mark.hides, lane))), None)
        if lane is None:
            lanes.append(lane := [])
        lane.append(mark)
    return [mark.drawn(lane) for lane, placed in enumerate(lanes) for mark in placed]


@dataclass
class _Mark:
    """What is drawn at an hour of a day: a step, and how many times."""

    hour: float
    step: str
    count: int = 1

    @property
    def early(self) -> bool:
        return self.hour < 22

    @property
    def figures(self) -> str:
        return str(self.count) if self.count > 1 else ""

    def hides(self, other: _Mark) -> bool:
        return self.start < other.end and other.start < self.end

    @property
    def start(self) -> float:
        return self.hour - WIDE / 2 - (0 if self.early else FIGURE * len(self.figures))

    @property
    def end(self) -> float:
        return self.hour + WIDE / 2 + (FIGURE * len(self.figures) if self.early else 0)

    def drawn(self, lane: int) -> dict[str, Any]:
        at = round(self.hour / 24 * 100, 1)
        return {"at": at, "lane": lane, "step": self.step, "count": self.figures, "early": self.early}
