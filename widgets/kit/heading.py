"""Un titre."""

from __future__ import annotations

from traitlets import Int, Unicode

from widgets.kit.part import Part


class Heading(Part):
    """A heading of level 1 to 6; `small`: no larger than the text around, whatever its level."""

    level = Int(2, min=1, max=6).tag(sync=True)
    text = Unicode().tag(sync=True)

    def __init__(self, level: int = 2, text: str = "", small: bool = False, **kwargs: object) -> None:
        super().__init__(level=level, text=text, **kwargs)
        if small:
            self.add_class("carnets-small")
