"""Ce qu'un graphique montre, calculé avant l'écran : longueurs, graduations, comptes en toutes lettres, tableau."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from liaison.base.numbers import NBSP, number, percent, unit_beside
from widgets.texts import texts

t = texts("kit")
Row = dict[str, Any]
Picture = dict[str, Any]
# A screen holds no more dots that one can still count; beyond, one dot stands for several, and says so.
MOST_DOTS = 500


@dataclass(frozen=True)
class ChartData:
    """What the caller gave: rows, the names of the series, the rows to bring out, the first column, the unit."""

    rows: list[Row]
    series: list[Row]
    highlight: frozenset[str]
    label_title: str
    unit: str


def clock(minutes: float) -> str:
    """Return minutes after midnight as « 07:30 »."""
    return f"{int(minutes) // 60:02d}:{int(minutes) % 60:02d}"


def _after(unit: str, count: float) -> str:
    """A unit, given in the plural, as it follows this number: it does not begin a new line."""
    return f"{NBSP}{unit_beside(count, unit)}" if unit else ""


def count_of(count: float, total: float | None) -> str:
    """Return a count and, of a whole, its share: « 148 sur 150 (99 %) »."""
    if not total:
        return number(count)
    return t("chart-count-of", count=number(count), total=number(total), share=percent(count / total))


def ticks(highest: float, most: int = 5) -> list[float]:
    """Return round graduations from zero to at least `highest`."""
    if highest <= 0:
        return [0, 1]
    step = 10 ** math.floor(math.log10(highest / most)) if highest > most else 1
    step = next(step * k for k in (1, 2, 5, 10, 20) if step * k * most >= highest)
    return [step * i for i in range(math.ceil(highest / step) + 1)]


def _axis(highest: float, text: Callable[[float], str] = number) -> Picture:
    marks = ticks(highest)
    return {"ticks": [{"at": mark / marks[-1], "text": text(mark)} for mark in marks], "end": marks[-1]}


def _percent_axis() -> Picture:
    return {"ticks": [{"at": p / 100, "text": percent(p / 100)} for p in (0, 25, 50, 75, 100)], "end": 1}


def _table(data: ChartData, columns: list[Row], rows: list[Row]) -> Picture:
    first = {"id": "label", "label": data.label_title or t("chart-label")}
    return {"columns": [first, *columns], "rows": rows}


def _column(name: str, unit: str = "", label: str = "") -> Row:
    return {"id": name, "label": label or t(f"chart-column-{name}"), "numeric": True, "unit": unit}


def bars(data: ChartData) -> Picture:
    """One bar from zero for each row, of its total when it has one, with its interval when it has one.

    A row whose `count` is None may not be told: its place is hatched, and says so; its interval, if it has one, is
    the range in which it is.
    """
    of_whole = all(row.get("total") for row in data.rows)
    axis = _percent_axis() if of_whole else _axis(max(row.get("high") or row["count"] or 0 for row in data.rows))
    drawn = []
    for row in data.rows:
        end = row["total"] if of_whole else axis["end"]
        interval = row.get("low") is not None and row.get("high") is not None
        drawn.append(
            {
                "label": row["label"],
                "text": _bar_text(row, interval),
                "length": (row["count"] or 0) / end,
                "interval": [row["low"] / end, row["high"] / end] if interval else None,
                "strong": row["label"] in data.highlight,
                "hidden": row["count"] is None,
            }
        )
    names = [name for name in ("count", "total", "low", "high") if any(row.get(name) is not None for row in data.rows)]
    columns = [_column(name, data.unit) for name in names]
    rows = [{"label": row["label"], **{name: row.get(name) for name in names}} for row in data.rows]
    if of_whole:
        columns.append(_column("share", "%"))
        rows = [{**row, "share": _bar_share(given)} for row, given in zip(rows, data.rows, strict=True)]
    return {"rows": drawn, "axis": axis, "table": _table(data, columns, rows)}


def _bar_text(row: Row, interval: bool) -> str:
    if row.get("said"):
        return str(row["said"])
    if row["count"] is None:
        return t("chart-hidden")
    text = count_of(row["count"], row.get("total"))
    return t("chart-interval", text=text, low=number(row["low"]), high=number(row["high"])) if interval else text


def _bar_share(row: Row) -> float | None:
    """The share of a bar in per cent: as it was given (None: not to be told), or of its total."""
    if "share" in row or row["count"] is None:
        return row.get("share")
    return round(100 * row["count"] / row["total"], 1)


def dots(data: ChartData) -> Picture:
    """One dot for each, grouped by label."""
    per = max(1, math.ceil(sum(row["count"] for row in data.rows) / MOST_DOTS))
    drawn = [
        {
            "label": row["label"],
            "text": number(row["count"]),
            "dots": math.ceil(row["count"] / per),
            "strong": row["label"] in data.highlight,
        }
        for row in data.rows
    ]
    rows = [{"label": row["label"], "count": row["count"]} for row in data.rows]
    per_dot = t("chart-dots-per", count=per) if per > 1 else ""
    return {"rows": drawn, "per_dot": per_dot, "table": _table(data, [_column("count", data.unit)], rows)}


def hours(data: ChartData) -> Picture:
    """One strip for each row, one small column from zero for each hour, all on the same scale."""
    row_labels = list(dict.fromkeys(cell["row"] for cell in data.rows))
    column_labels = list(dict.fromkeys(cell["column"] for cell in data.rows))
    counts = {(cell["row"], cell["column"]): cell for cell in data.rows}
    highest = max(cell["count"] for cell in data.rows) or 1
    strips = []
    for row in row_labels:
        cells = []
        for column in column_labels:
            cell = counts.get((row, column), {"count": 0})
            count, unit = number(cell["count"]), _after(data.unit, cell["count"])
            text = t("chart-hour", row=row, column=column, count=count, unit=unit)
            level = cell["count"] / highest
            cells.append({"text": text, "level": level, "marked": bool(cell.get("marked"))})
        strips.append({"label": row, "cells": cells, "strong": row in data.highlight})
    columns = [_column(f"c{i}", label=label) for i, label in enumerate(column_labels)]
    rows = [
        {"label": row, **{f"c{i}": counts.get((row, c), {"count": 0})["count"] for i, c in enumerate(column_labels)}}
        for row in row_labels
    ]
    scale = t("chart-hours-scale", highest=number(highest), unit=_after(data.unit, highest))
    return {"rows": strips, "columns": column_labels, "scale": scale, "table": _table(data, columns, rows)}


def lines(data: ChartData) -> Picture:
    """One line from a zero axis for each series, named at its end; a missing value breaks the line."""
    ids = [series["id"] for series in data.series]
    values = [row[name] for row in data.rows for name in ids if row[name] is not None]
    axis = _axis(max(values, default=0))
    drawn = [
        {
            "label": series["label"],
            "points": [None if row[series["id"]] is None else row[series["id"]] / axis["end"] for row in data.rows],
            "last": next(
                (number(row[series["id"]]) for row in reversed(data.rows) if row[series["id"]] is not None), ""
            ),
            "strong": series["label"] in data.highlight or series["id"] in data.highlight,
        }
        for series in data.series
    ]
    columns = [_column(series["id"], data.unit, series["label"]) for series in data.series]
    rows = [{"label": row["label"], **{name: row[name] for name in ids}} for row in data.rows]
    y_label = data.unit
    labels = [row["label"] for row in data.rows]
    return {"series": drawn, "labels": labels, "axis": axis, "y_label": y_label, "table": _table(data, columns, rows)}


def ranges(data: ChartData) -> Picture:
    """Each row on its own scale: every answer a mark, the stretch from the least to the greatest, the median."""
    drawn, rows = [], []
    for row in data.rows:
        text = clock if row.get("format") == "time" else number
        unit = row.get("unit", data.unit)
        values = [answer["value"] for answer in row["values"]]
        low, middle, high = min(values), median(values), max(values)
        start, end = row.get("scale") or (low, high)
        span = (end - start) or 1
        shown = t("chart-range", low=text(low), median=text(middle), high=text(high), unit=_after(unit, high))
        # Equal answers pile up, so that each member keeps a mark of their own.
        marks = [
            {
                "at": (answer["value"] - start) / span,
                "text": f"{answer['label']}\u00a0: {text(answer['value'])}",
                "pile": values[:place].count(answer["value"]),
            }
            for place, answer in enumerate(row["values"])
        ]
        drawn.append(
            {
                "label": row["label"],
                "text": t("chart-range-same", value=text(low), unit=_after(unit, low)) if low == high else shown,
                "ends": [text(start), text(end)],
                "stretch": [(low - start) / span, (high - start) / span],
                "median": (middle - start) / span,
                "marks": marks,
                "pile": max(mark["pile"] for mark in marks),
                "strong": row["label"] in data.highlight,
            }
        )
        rows += [
            {"label": row["label"], "member": answer["label"], "value": text(value) + _after(unit, value)}
            for answer, value in zip(row["values"], values, strict=True)
        ]
    columns = [{"id": name, "label": t(f"chart-column-{name}")} for name in ("member", "value")]
    return {"rows": drawn, "table": _table(data, columns, rows)}


def gaps(data: ChartData) -> Picture:
    """One scale for all rows, zero drawn on it: lengths compare from a row to the next, and sides are seen."""
    values = [answer["value"] for row in data.rows for answer in row["values"]]
    start, end = min(0, *values), max(0, *values)
    picture = ranges(replace(data, rows=[{**row, "scale": (start, end)} for row in data.rows]))
    span = (end - start) or 1
    for row, drawn in zip(data.rows, picture["rows"], strict=True):
        unit = row.get("unit", data.unit)
        # As things are is the same for every row, and drawn: only the two ends are said.
        ends = (row["values"][0], row["values"][-1])
        with_units = (f"{end['label']}\u00a0: {number(end['value'])}{_after(unit, end['value'])}" for end in ends)
        drawn["text"] = "\u00a0; ".join(with_units)
        drawn["median"] = (row["now"] - start) / span
    return {**picture, "zero": -start / span}


def compare(data: ChartData) -> Picture:
    """Two bars from zero a row, before and after, with the difference in words."""
    before, after = (series["label"] for series in data.series)
    of_whole = all(row.get("total") for row in data.rows)
    axis = _percent_axis() if of_whole else _axis(max(max(row["before"], row["after"]) for row in data.rows))
    drawn = []
    for row in data.rows:
        end = row["total"] if of_whole else axis["end"]
        pair = [
            {"name": name, "length": row[key] / end, "text": count_of(row[key], row.get("total"))}
            for name, key in ((before, "before"), (after, "after"))
        ]
        strong = row["label"] in data.highlight
        change = signed(row["after"] - row["before"])
        drawn.append({"label": row["label"], "pair": pair, "change": change, "strong": strong})
    columns = [_column("before", data.unit, before), _column("after", data.unit, after)]
    columns += [_column("total", data.unit)] if of_whole else []
    columns.append(_column("change", data.unit))
    rows = [
        {key: row.get(key) for key in ("label", "before", "after", "total")} | {"change": row["after"] - row["before"]}
        for row in data.rows
    ]
    return {"rows": drawn, "axis": axis, "names": [before, after], "table": _table(data, columns, rows)}


def signed(difference: float) -> str:
    """Return a difference in words: « 28 de plus », « 3 de moins », « sans changement »."""
    if not difference:
        return t("chart-no-change")
    return t("chart-more" if difference > 0 else "chart-fewer", count=number(abs(difference)))


PICTURES: dict[str, Callable[[ChartData], Picture]] = {
    "bars": bars,
    "dots": dots,
    "hours": hours,
    "lines": lines,
    "ranges": ranges,
    "gaps": gaps,
    "compare": compare,
}
