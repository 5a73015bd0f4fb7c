"""A table with its caption, sorted by its headers, that one takes away as a file for a spreadsheet."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import traitlets

from widgets.kit.part import Part, refuse


def plain_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows as JSON carries them: numpy scalars become numbers, NaN and NaT nothing, dates text."""
    return [{str(key): _plain(value) for key, value in row.items()} for row in rows]


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    # pandas' NaT is a date that differs from itself, as NaN does.
    if value is None or value != value:
        return None
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


class DataTable(Part):
    """Figures in a table: caption, sortable columns with their unit, « Télécharger le tableau » (CSV).

    `columns` are `{id, label, numeric?, unit?}`, `rows` are `{column_id: value}` (a missing value is shown as such),
    `sort` is `{by: column_id, descending: bool}`, empty for the order given. `plain`: only to be read, in that order.
    `cards`: in a narrow place, each row is a card, for rows of sentences rather than of figures.
    """

    word_keys = ("download", "empty", "missing", "sort")

    caption = traitlets.Unicode("").tag(sync=True)
    columns = traitlets.List(traitlets.Dict()).tag(sync=True)
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    sort = traitlets.Dict().tag(sync=True)
    plain = traitlets.Bool(False).tag(sync=True)
    cards = traitlets.Bool(False).tag(sync=True)

    @traitlets.validate("rows")
    def _as_json_carries_them(self, proposal: dict[str, Any]) -> list[dict[str, Any]]:
        return plain_rows(proposal["value"])

    @traitlets.validate("sort")
    def _by_a_column(self, proposal: dict[str, Any]) -> dict[str, Any]:
        sort: dict[str, Any] = proposal["value"]
        known = [column["id"] for column in self.columns]
        if sort and sort.get("by") not in known:
            raise refuse("data-table-unknown", id=str(sort.get("by")), known=", ".join(known))
        return sort
