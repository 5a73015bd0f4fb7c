"""D'où vient ce que l'on lit."""

from __future__ import annotations

from traitlets import Unicode

from widgets.kit.part import Part


class SourceNote(Part):
    """Where a figure or a sentence comes from, in the margin's voice, with the badge of its rule if there is one."""

    text = Unicode().tag(sync=True)
