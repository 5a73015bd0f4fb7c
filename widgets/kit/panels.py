"""Des groupes que l'on ouvre un à la fois."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets
from traitlets import Instance, Int, List, Unicode, observe, validate

from widgets.kit.part import Part, refuse


class Panels(Part):
    """Groups of which one is open at a time, each holding any widget (a box, a part of the kit).

    `open_index` is the open group (-1 for none); `summaries`, when given, say in short the current value of each
    group beside its title. A child is drawn at its first opening, then kept: closing a group loses nothing.
    """

    titles = List(Unicode()).tag(sync=True)
    summaries = List(Unicode()).tag(sync=True)
    children = List(Instance(ipywidgets.Widget)).tag(sync=True, **ipywidgets.widget_serialization)
    open_index = Int(0).tag(sync=True)

    def __init__(self, titles: Sequence[str] = (), children: Sequence[ipywidgets.Widget] = (), **kwargs: Any) -> None:
        super().__init__(titles=list(titles), children=list(children), **kwargs)

    @validate("open_index")
    def _open_a_group_that_exists(self, proposal: dict[str, Any]) -> int:
        index = int(proposal["value"])
        if not -1 <= index < max(len(self.titles), 1):
            raise refuse("panels-error-index", index=index, last=len(self.titles) - 1)
        return index

    @validate("children")
    def _one_child_a_title(self, proposal: dict[str, Any]) -> list[ipywidgets.Widget]:
        children = proposal["value"]
        if len(children) != len(self.titles):
            raise refuse("panels-error-children", titles=len(self.titles), children=len(children))
        return list(children)

    @observe("titles")
    def _close_what_is_gone(self, _change: object) -> None:
        if self.open_index >= len(self.titles):
            self.open_index = -1
