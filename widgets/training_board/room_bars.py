"""Les questions d'une salle en barres : une par question, ce qui est juste, à revoir, à lire, sans réponse."""

from __future__ import annotations

from traitlets import Dict, List, Unicode

from widgets.kit import Part


class RoomBars(Part):
    """One sentence about the room, big, then one bar a question.

    `rows` are `{id, title, text, parts: [{status, share}]}` with shares of the copies (0 to 1); `key` are
    `{status, label}`. A change of figures moves the bars where they are: nothing is drawn again, nothing jumps.
    """

    headline = Unicode().tag(sync=True)
    detail = Unicode().tag(sync=True)
    done = Unicode().tag(sync=True)
    title = Unicode().tag(sync=True)
    key = List(Dict()).tag(sync=True)
    rows = List(Dict()).tag(sync=True)
