"""Deux états côte à côte, et ce qui a changé entre les deux, en mots."""

from __future__ import annotations

from typing import Any

import traitlets

from liaison.base.numbers import measured, number
from widgets.kit.chart_figures import signed
from widgets.kit.part import Part, refuse
from widgets.texts import texts

t = texts("kit")


class BeforeAfter(Part):
    """What a setting was giving and what it gives now, line by line, with the signed difference in words.

    `before` and `after` are `{title, lines: [{label, value, unit}]}`: the same lines in the same order, every
    value a number, its unit in the plural.
    """

    word_keys = ("what", "difference", "empty")

    label = traitlets.Unicode("").tag(sync=True)
    before = traitlets.Dict()
    after = traitlets.Dict()
    # Finished sentences: {titles: [before, after], lines: [{label, before, after, difference}]}.
    pair = traitlets.Dict().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._write()
        self.observe(self._write, ["before", "after"])

    def show(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Change both sides at once."""
        self.unobserve(self._write, ["before", "after"])
        self.before, self.after = before, after
        self.observe(self._write, ["before", "after"])
        self._write()

    def _write(self, _change: object = None) -> None:
        olds, news = self.before.get("lines", []), self.after.get("lines", [])
        if [line["label"] for line in olds] != [line["label"] for line in news]:
            raise refuse("before-after-lines", label=self.label)
        lines = [
            {
                "label": old["label"],
                "before": _value(old),
                "after": _value(new),
                "difference": signed(round(new["value"] - old["value"], 2)),
            }
            for old, new in zip(olds, news, strict=True)
        ]
        self.pair = {"titles": [self.before.get("title", ""), self.after.get("title", "")], "lines": lines}


def _value(line: dict[str, Any]) -> str:
    unit = line.get("unit", "")
    return measured(line["value"], unit) if unit else number(line["value"])
