"""Ce qui est en train de se faire, où cela en est, et de quoi l'arrêter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from traitlets import Bool, Float, Unicode

from widgets.kit.part import Part, t


class Progress(Part):
    """What is being done and how far it is, with a button to stop it while it runs.

    `stops`: whether there is such a button; where nothing stops on the way, none is promised.
    `value` of `max` (0: not known beforehand); `said` is the sentence beside the bar, « 3 sur 12 » unless given.
    The kernel hears the button between two messages: work that is to be stopped runs in a thread, or in short
    blocks that await each other.
    """

    word_keys = ("stop", "stopping", "done", "halted")

    label = Unicode().tag(sync=True)
    value = Float(0).tag(sync=True)
    max = Float(0).tag(sync=True)
    running = Bool(False).tag(sync=True)
    stops = Bool(True).tag(sync=True)
    said = Unicode().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        self._stops: list[Callable[[], object]] = []
        super().__init__(**kwargs)
        self.on_msg(self._hear)

    def on_stop(self, callback: Callable[[], object]) -> None:
        """Call `callback` when the button is pressed."""
        self._stops.append(callback)

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("kind") == "stop" and self.running and self.stops:
            for callback in self._stops:
                callback()

    def advance(self, value: float, words: str = "") -> None:
        """Move to `value`, with the sentence that says it: one message to the page instead of two."""
        with self.hold_sync():
            self.value = value
            self.said = words or (t("progress-said", value=int(value), max=int(self.max)) if self.max else "")
