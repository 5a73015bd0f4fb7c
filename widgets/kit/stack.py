"""Des parties l'une sous l'autre, ou côte à côte quand la page est large."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from widgets.kit.part import shared_layout

NARROWEST = "30rem"  # a column: a line of text as wide as one reads


def stack(children: Sequence[ipywidgets.Widget] = ()) -> ipywidgets.VBox:
    """Return a box of parts one under the other; all boxes share one Layout, so style one by its class."""
    return ipywidgets.VBox(list(children), layout=shared_layout())


def standing(children: Sequence[ipywidgets.Widget] = ()) -> ipywidgets.VBox:
    """Return such a box with a layout of its own, that `show_if` hides: what is open in it stays so out of sight."""
    return ipywidgets.VBox(list(children), layout=ipywidgets.Layout())


def show_if(box: ipywidgets.Box, condition: bool) -> None:
    """Show a box that is `standing`, or put it out of sight."""
    box.layout.display = None if condition else "none"


def beside(*columns: Sequence[ipywidgets.Widget]) -> ipywidgets.GridBox:
    """Return columns of parts, side by side where there is room for each; elsewhere one under the other."""
    layout = ipywidgets.Layout(
        grid_template_columns=f"repeat(auto-fit, minmax(min(100%, {NARROWEST}), 1fr))",
        grid_gap="0 32px",
        align_items="flex-start",
        overflow="visible",
    )
    return ipywidgets.GridBox([stack(column) for column in columns], layout=layout)


def around(
    before: Sequence[ipywidgets.Widget], picture: ipywidgets.Widget, after: Sequence[ipywidgets.Widget] = ()
) -> ipywidgets.GridBox:
    """Return a picture with, on its left where there is room, what is read before it then after it; else in a row."""
    box = beside(before)
    box.layout.grid_template_rows = "auto auto 1fr"  # the last one takes what the picture has more: words stay together
    # Not grid_row: ipywidgets takes away an area that is not set, and a row with it.
    drawn = ipywidgets.VBox([picture], layout=ipywidgets.Layout(grid_area="span 3"))
    under = ipywidgets.VBox(list(after), layout=ipywidgets.Layout(grid_area="span 2"))
    box.children = (*box.children, drawn, under)
    return box


def margin(narrow: Sequence[ipywidgets.Widget], wide: Sequence[ipywidgets.Widget]) -> ipywidgets.Box:
    """Return a column in the margin of a wide one, where there is room for both; elsewhere one above the other."""
    layout = ipywidgets.Layout(
        display="flex", flex_flow="row wrap", grid_gap="0 24px", align_items="flex-start", overflow="visible"
    )
    columns = [
        ipywidgets.VBox(list(column), layout=ipywidgets.Layout(flex=flex, min_width="0"))
        for column, flex in ((narrow, "1 1 19rem"), (wide, "99 1 40rem"))
    ]
    return ipywidgets.Box(columns, layout=layout)
