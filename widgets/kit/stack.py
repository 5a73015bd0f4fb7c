"""Des parties l'une sous l'autre, ou côte à côte quand la page est large."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from widgets.kit.part import shared_layout

NARROWEST = "30rem"  # a column: a line of text as wide as one reads


def stack(children: Sequence[ipywidgets.Widget] = ()) -> ipywidgets.VBox:
    """Return a box of parts one under the other; all boxes share one Layout, so style one by its class."""
    return ipywidgets.VBox(list(children), layout=shared_layout())


def beside(*columns: Sequence[ipywidgets.Widget]) -> ipywidgets.GridBox:
    """Return columns of parts, side by side where there is room for each; elsewhere one under the other."""
    layout = ipywidgets.Layout(
        grid_template_columns=f"repeat(auto-fit, minmax(min(100%, {NARROWEST}), 1fr))",
        grid_gap="0 32px",
        align_items="flex-start",
        overflow="visible",
    )
    return ipywidgets.GridBox([stack(column) for column in columns], layout=layout)
