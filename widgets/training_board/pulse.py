"""Le battement de la page : elle demande les nouvelles, tant qu'on la regarde ; fermée, plus rien n'est lu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from traitlets import Bool, Float, Int, Unicode

from widgets.kit import Part
from widgets.training_board.words import t


class Pulse(Part):
    """When the board was last brought up to date, in a line that is always there; `on_beat` is called by the page.

    The timer is the page's: it stops with it, waits while the page is out of sight, and while the board is `paused`.
    `beats` goes up each time something was read: when it no longer does, the page says so by itself. `aloud` is what a
    screen reader is told, a minute apart at least.
    """

    period_s = Float(5).tag(sync=True)
    paused = Bool(False).tag(sync=True)
    lost = Bool(False).tag(sync=True)  # nothing could be read: the line says so, and its mark too
    beats = Int(0).tag(sync=True)
    line = Unicode().tag(sync=True)
    aloud = Unicode().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(words={"stale": t("pulse-stale")}, **kwargs)

    def on_beat(self, callback: Callable[[], object]) -> None:
        """Call `callback` each time the page asks."""

        def receive(_widget: Any, content: dict[str, Any], _buffers: Any) -> None:
            if content.get("kind") == "beat":
                callback()

        self.on_msg(receive)
