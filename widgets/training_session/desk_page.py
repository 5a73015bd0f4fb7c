"""La page d'une séance : le titre de ce qui est à l'écran, où va le clavier, et une adresse qui ne dit que ce pas."""

from __future__ import annotations

import ipywidgets
from traitlets import Instance, Int, List, Unicode

from widgets.kit import Part


class DeskPage(Part):
    """What is on screen under its `title`, that a button which leaves once pressed gives the focus to.

    `sessions` goes up each time a person takes another session than the one that the page had: the step in the address
    was of that one, and is dropped.
    """

    title = Unicode().tag(sync=True)
    children = List(Instance(ipywidgets.Widget)).tag(sync=True, **ipywidgets.widget_serialization)
    sessions = Int(0).tag(sync=True)

    def __init__(self, body: ipywidgets.Widget) -> None:
        super().__init__(children=[body])

    def take_another(self) -> None:
        """Have the next session begin at its own step, whatever step the address says."""
        self.sessions += 1


__all__ = ["DeskPage"]
