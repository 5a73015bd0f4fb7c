"""Un graphique de l'écran en image que l'on enregistre : son constat, ce qu'il dessine, sa source, et rien d'autre."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Literal

from liaison.documents.pdf import compiled_png, compiled_svg

TEMPLATE = Path(__file__).with_name("figure.typ")
Ending = Literal["svg", "png"]
# Of what a screen holds, what it does not draw: the table behind the picture says more of a whole than it shows.
_UNDRAWN = {"table", "alt", "empty"}


def figure(drawn: Mapping[str, Any], ending: Ending) -> bytes:
    """Return the picture of a chart as the screen draws it (`kind`, `title`, `note`, what its kind draws).

    The SVG has its letters as outlines, alike on every machine, and its title as words; the PNG can be printed.

    Raises:
        DocumentError: a character that no font of this machine can show.
    """
    inputs = {"figure": json.dumps({key: value for key, value in drawn.items() if key not in _UNDRAWN})}
    if ending == "png":
        return compiled_png(_template(), inputs)
    head, body = compiled_svg(_template(), inputs).split(">", 1)
    return f'{head} role="img"><title>{escape(str(drawn["title"]))}</title>{body}'.encode()


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


__all__ = ["Ending", "figure"]
