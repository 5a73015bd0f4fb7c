"""Quelques phrases à écrire."""

from __future__ import annotations

from typing import Any

from traitlets import Int, Unicode, validate

from widgets.kit.part import Control, refuse


class TextArea(Control):
    """A text of several lines, at most `max_length` signs; how many are left is shown under it.

    A longer text raises: nothing is cut in silence.
    """

    word_keys = ("left",)

    lines = Int(5, min=2).tag(sync=True)
    max_length = Int(1000, min=1).tag(sync=True)
    value = Unicode().tag(sync=True)

    @validate("value")
    def _short_enough(self, proposal: dict[str, Any]) -> str:
        value: str = proposal["value"].replace("\r\n", "\n")
        if len(value) > self.max_length:
            raise refuse("text-area-too-long", label=self.label, max=self.max_length, count=len(value))
        return value
