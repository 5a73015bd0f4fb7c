"""Des parties l'une sous l'autre, ou côte à côte quand la page est large."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from widgets.kit.part import shared_layout


def stack(children: Sequence[ipywidgets.Widget] = ()) -> ipywidgets.VBox:
    """Return a box of parts one under the other; all boxes share one Layout, so style one by its class."""
    return ipywidgets.VBox(list(children), layout=shared_layout())


def beside(*columns: Sequence[ipywidgets.Widget]) -> ipywidgets.VBox:
    """Return columns of parts, side by side where there is room for each; elsewhere one under the other."""
    box = stack([stack(column) for column in columns])
    box.add_class("carnets-beside")
    return box
