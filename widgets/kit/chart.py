"""Un graphique de la suite : son constat pour titre, ses comptes écrits, ses données à côté."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import traitlets

from widgets.kit.chart_figures import PICTURES, ChartData, t
from widgets.kit.data_table import plain_rows
from widgets.kit.image_out import Pictured
from widgets.kit.part import refuse

KINDS = tuple(PICTURES)


class Chart(Pictured):
    """A figure whose title states what it shows, with its counts, a text alternative and its data table.

    `kind` and the rows of `data` (every count and value a number, `low`/`high` in the unit of the bar):

    - `bars`: `{label, count, total?, low?, high?, said?, share?}`: one bar from zero, « 148 sur 150 (99 %) » when there
      is a total; `said` replaces these words and `share` the computed one; a `count` of None is hatched, « caché », or
      in the range `low` to `high`;
    - `dots`: `{label, count}`: one dot for each, grouped by label, for the families left out and why;
    - `hours`: `{row, column, count, marked?}`: one small column for each hour, numbers on focus, `marked` hatched;
    - `lines`: `{label, <series id>: value, …}`: one line for each of `series`, with its name at its end;
    - `ranges`: `{label, values: [{label, value}], unit?, format?, scale?}`: minimum, median, maximum, one mark each;
    - `gaps`: `{label, values: [{label, value}], now, unit?}`: one scale for all rows, zero drawn, a bar at `now`;
    - `compare`: `{label, before, after, total?}`: two bars a row, named by the two `series`.

    `series` are `{id, label}`; `format` is `number` or `time` (minutes after midnight). `highlight` names the rows
    to bring out. `title` and `alt` are finished sentences of the caller. What is shown changes in one message.
    """

    word_keys = ("see_data", "download", "empty", "missing", "read_hours", "image")

    kind = traitlets.Enum(KINDS, "bars")
    title = traitlets.Unicode("")
    alt = traitlets.Unicode("")
    data = traitlets.List(traitlets.Dict())
    series = traitlets.List(traitlets.Dict())
    label_title = traitlets.Unicode("")
    x_label = traitlets.Unicode("")
    unit = traitlets.Unicode("")
    highlight = traitlets.List(traitlets.Unicode())
    note = traitlets.Unicode("")

    # Everything that the page draws, finished: the front end computes no figure.
    picture = traitlets.Dict().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("note", t("chart-fictitious"))
        super().__init__(**kwargs)
        self._draw()
        self.observe(self._draw, [*_INPUTS])

    def show(self, **inputs: Any) -> None:
        """Change several inputs at once (title, data, …): the page is redrawn once."""
        unknown = set(inputs) - set(_INPUTS)
        if unknown:
            raise TypeError(f"not an input of a chart: {', '.join(sorted(unknown))}")
        self.unobserve(self._draw, [*_INPUTS])
        try:
            with self.hold_trait_notifications():
                for name, value in inputs.items():
                    setattr(self, name, value)
        finally:
            self.observe(self._draw, [*_INPUTS])
        self._draw()

    @traitlets.validate("data")
    def _as_json_carries_them(self, proposal: dict[str, Any]) -> list[dict[str, Any]]:
        return plain_rows(proposal["value"])

    def _draw(self, _change: object = None) -> None:
        figure = ChartData(
            rows=self.data,
            series=self.series,
            highlight=frozenset(self.highlight),
            label_title=self.label_title,
            unit=self.unit,
        )
        picture: Callable[[ChartData], dict[str, Any]] = PICTURES[self.kind]
        try:
            drawn = picture(figure) if self.data else {"table": {"columns": [], "rows": []}}
        except KeyError as error:
            raise refuse("chart-missing-key", kind=self.kind, name=str(error.args[0])) from error
        common = {"kind": self.kind, "title": self.title, "alt": self.alt, "x_label": self.x_label, "note": self.note}
        self.picture = {**common, "empty": not self.data, **drawn}
        self.forget_image()

    def drawn(self) -> dict[str, Any]:
        """Return what the page draws."""
        return self.picture


_INPUTS = ("kind", "title", "alt", "data", "series", "label_title", "x_label", "unit", "highlight", "note")
