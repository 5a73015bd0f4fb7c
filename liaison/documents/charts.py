"""Un graphique en barres dans un document : une image, ce qu'elle dit à qui ne la voit pas, zéro sur l'axe."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.documents.content import Picture
from liaison.documents.pdf import compiled_png, compiled_svg

phrase = french_beside(__file__)


TEMPLATE = Path(__file__).with_name("bars.typ")
WIDTH_CM = 12.0  # wider, its words would be too small on a phone
MOST_BARS = 30
HIDDEN = "caché"


class Bar(BaseModel):
    """One bar: its label, its length (None: hidden), its interval when there is one, what is written after it.

    A hidden length with an interval is told to be in it. `of`: out of how many, drawn behind it in a lighter colour.

    `main`: the bar that the title speaks of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    count: float | None = Field(ge=0)
    said: str = ""
    low: float | None = None
    high: float | None = None
    of: float | None = None
    main: bool = False


def bars(title: str, rows: Sequence[Bar], axis: str, top: float | None = None) -> Picture:
    """Return bars from zero, one under the other, with their intervals; `axis` names the unit, `top` where it ends.

    `title`: the finding, which becomes the text alternative with every figure after it; write it above the picture.

    Raises:
        ValueError: no bar, or more than anybody reads.
        DocumentError: a character that no font of this machine can show.
    """
    if not 1 <= len(rows) <= MOST_BARS:
        raise ValueError(phrase("barres", most=MOST_BARS, count=len(rows)))
    longest = max((value for row in rows for value in (row.count, row.high, row.of) if value is not None), default=0)
    chart = {
        "rows": [row.model_dump() for row in rows],
        "axis": axis,
        "hidden": HIDDEN,
        "top": max(top or 0, longest) or 1,
        "width_cm": WIDTH_CM,
    }
    alt = (
        f"{title} {axis} : "
        + " ; ".join(f"{row.label}, {row.said or (HIDDEN if row.count is None else number(row.count))}" for row in rows)
        + "."
    )
    inputs = {"chart": json.dumps(chart)}
    png, svg = compiled_png(_template(), inputs), compiled_svg(_template(), inputs)
    return Picture(png=png, svg=svg, alt=alt, width_cm=WIDTH_CM, smooth=True)


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


__all__ = ["Bar", "bars"]
