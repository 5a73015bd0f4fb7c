"""Quelques phrases, l'une sous l'autre."""

from __future__ import annotations

from traitlets import List, Unicode

from widgets.kit.part import Part


class Paragraphs(Part):
    """Plain sentences, one paragraph each."""

    lines = List(Unicode()).tag(sync=True)
