"""Des parties l'une sous l'autre."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from widgets.kit.part import shared_layout


def stack(children: Sequence[ipywidgets.Widget] = ()) -> ipywidgets.VBox:
    """Return a box of parts one under the other; all boxes share one Layout, so style one by its class."""
    return ipywidgets.VBox(list(children), layout=shared_layout())
