"""Un texte à lire : qui l'a écrit, ce qui y est écrit, les points et le mot qu'on lui donne."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Literal

from traitlets import Dict, Int, Unicode

from widgets.kit import Part

Way = Literal["next", "after", "before"]


class TextReader(Part):
    """One text and the two fields of its mark, in a form: Enter in the points, or Ctrl+Enter anywhere, goes on.

    `text` is `{"id", "who", "place", "state", "waits", "text", "grid", "scale"}`: words, and in `grid` what is looked
    for; a new `id` moves the focus to the points. `points` and `comment` are what stands in the fields, typed or kept.
    `on_go` is called with the way to go: "next" (the next text that waits), "after" or "before".
    """

    words_of: ClassVar = ("grid", "comment", "comment-help", "next", "after", "before", "keys")

    text = Dict().tag(sync=True)
    points = Unicode().tag(sync=True)
    comment = Unicode().tag(sync=True)
    error = Unicode().tag(sync=True)
    line = Unicode().tag(sync=True)
    longest = Int(4000).tag(sync=True)

    def on_go(self, callback: Callable[[Way], object]) -> None:
        """Call `callback` each time somebody goes to another text."""

        def receive(_widget: Any, content: dict[str, Any], _buffers: Any) -> None:
            if (way := content.get("go")) in ("next", "after", "before"):
                callback(way)

        self.on_msg(receive)
