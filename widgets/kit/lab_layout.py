"""La page d'un laboratoire : la phrase du résultat, les réglages, les résultats."""

from __future__ import annotations

import ipywidgets


def lab_layout(
    settings: ipywidgets.Widget, results: ipywidgets.Widget, summary: ipywidgets.Widget
) -> ipywidgets.Widget:
    """Return a lab: settings on the left, the sentence and the results on the right, in view while one scrolls.

    Where the room is narrow (under 940 px for the lab itself, so under 1,024 px of window): the sentence stays at
    the top, the settings come under it, then the results. The order of the page is that one everywhere.
    """
    areas = []
    for name, widget in (("summary", summary), ("settings", settings), ("results", results)):
        area = ipywidgets.VBox([widget])
        area.add_class(f"carnets-lab-{name}")
        areas.append(area)
    grid = ipywidgets.VBox(areas)
    grid.add_class("carnets-lab-grid")
    lab = ipywidgets.VBox([grid])
    for name in ("carnets", "carnets-lab"):
        lab.add_class(name)
    return lab
