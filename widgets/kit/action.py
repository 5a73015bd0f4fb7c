"""Un bouton : un verbe, et ce qu'il fait."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from traitlets import Bool, Unicode

from widgets.kit.part import Part


class Action(Part):
    """A button; `main` for the one that the screen is about. `on_press(callback)` is called at each press."""

    label = Unicode().tag(sync=True)
    main = Bool(False).tag(sync=True)
    disabled = Bool(False).tag(sync=True)

    def on_press(self, callback: Callable[[], object]) -> None:
        """Call `callback` each time the button is pressed."""

        def receive(_widget: Any, content: dict[str, Any], _buffers: Any) -> None:
            if content.get("event") == "press":
                callback()

        self.on_msg(receive)
