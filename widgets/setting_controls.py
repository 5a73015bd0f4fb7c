"""De quoi régler : ce que chaque étude montre pour répondre à ses propres questions de réglage."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import ipywidgets

from widgets.kit import Control, stack


class Controls(Protocol):
    """The parts by which one kind of settings is set; `fiction` says in a sentence on what they are tried."""

    widget: ipywidgets.Widget
    fiction: str

    def read(self) -> Any:
        """Return the settings on screen as the answers file holds them, None while one of them is refused."""

    def show(self, settings: Any) -> None:
        """Put settings on screen."""

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when the person changes a setting."""

    def disable(self, disabled: bool) -> None:
        """Close or open every setting."""


class PartsControls:
    """Settings that are the values of a few parts of the kit, one under the other."""

    def __init__(self, parts: Iterable[Control]) -> None:
        self.parts = tuple(parts)
        self.widget: ipywidgets.Widget = stack(self.parts)

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when a value changes."""
        for part in self.parts:
            part.observe(lambda _change: callback(), "value")

    def disable(self, disabled: bool) -> None:
        """Close or open every part."""
        for part in self.parts:
            part.disabled = disabled


__all__ = ["Controls", "PartsControls"]
