"""Le champ où l'on tape un code de famille, où un lecteur de codes l'écrit, ou la caméra quand le navigateur sait."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from traitlets import Int, Unicode

from widgets.diagnostic.words import t
from widgets.kit.part import Control

LONGEST = 200  # caractères qu'un message peut porter : un code en a vingt


class CodeIn(Control):
    """One code at a time goes to Python; `accept` says what became of it, and `count` how many were taken."""

    said = Unicode().tag(sync=True)
    count = Int(0).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        self._codes: list[Callable[[str], object]] = []
        words = {name: t(f"code-{name}") for name in ("take", "camera", "stop", "refused", "blind", "closed")}
        super().__init__(words=words, **kwargs)
        self.on_msg(self._hear)

    def on_code(self, callback: Callable[[str], object]) -> None:
        """Call `callback(text)` for each code, as it was typed or read."""
        self._codes.append(callback)

    def take(self, line: str) -> None:
        """Say that the code counts."""
        self.error, self.said, self.count = "", line, self.count + 1

    def refuse(self, error: str) -> None:
        """Say why it does not; what was typed stays, to be corrected."""
        self.error, self.said = error, ""

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("kind") == "code":
            for callback in self._codes:
                callback(str(content.get("text", ""))[:LONGEST])
