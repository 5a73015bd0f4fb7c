"""Chaque politique est un point qui porte son nom : familles laissées de côté, travail des personnels, soirées."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from traitlets import Dict, List, Unicode

from widgets.kit import Part


class PlotPoint(NamedTuple):
    """A policy: its name, how many families it leaves out, its hours of work a week, how many it disturbs at night.

    `cells`: the same three in words, for the table; `words`: all of it in a sentence. `strong`: to be brought out.
    `projected`: its name, as a room reads it.
    """

    name: str
    projected: str
    out: float
    work: float
    disturbed: float
    cells: Sequence[str]
    words: str
    strong: bool = False


class PolicyPlot(Part):
    """A dot a policy, on two axes that start at zero; the third figure is the size of the dot, written beside its name.

    The arrows go from dot to dot, and a table says the same. `families`: of the school, all disturbed at the largest.
    """

    title = Unicode().tag(sync=True)
    projected = Unicode().tag(sync=True)  # the title, as a room reads it
    axes = List(Dict()).tag(sync=True)  # {label, ticks: [{at, text}]}, across then up
    points = List(Dict()).tag(sync=True)  # {name, projected, x, y, size, beside, words, strong}: x, y, size to 1
    table = Dict().tag(sync=True)  # {columns: [label], rows: [[name, cell, cell, cell]]}

    def show(
        self,
        titles: tuple[str, str],
        points: Sequence[PlotPoint],
        families: int,
        names: Mapping[str, str],
        columns: Sequence[str],
    ) -> None:
        """Draw them under a title, and what a room reads in its place; `names`: the words of the axes (out, work), of
        `columns`, and how to read it."""
        from widgets.kit.chart_figures import ticks

        across = ticks(max((point.out for point in points), default=0))
        up = ticks(max((point.work for point in points), default=0))
        with self.hold_sync():
            (self.title, self.projected), self.words = titles, {"how": names["how"]}
            self.axes = [_axis(names["out"], across), _axis(names["work"], up)]
            self.table = {
                "columns": [*columns],
                "rows": [[point.name, *point.cells] for point in points],
            }
            self.points = [
                {
                    "name": point.name,
                    "projected": point.projected,
                    "x": point.out / across[-1],
                    "y": point.work / up[-1],
                    "size": point.disturbed / families if families else 0,
                    "beside": point.cells[2],
                    "words": point.words,
                    "strong": point.strong,
                }
                for point in points
            ]


def _axis(label: str, marks: Sequence[float]) -> dict[str, Any]:
    from liaison.base.numbers import number

    return {"label": label, "ticks": [{"at": mark / marks[-1], "text": number(mark)} for mark in marks]}


__all__ = ["PlotPoint", "PolicyPlot"]
