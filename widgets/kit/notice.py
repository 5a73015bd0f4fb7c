"""Une information, une mise en garde ou une erreur."""

from __future__ import annotations

from traitlets import Enum, Unicode

from widgets.kit.part import Part


class Notice(Part):
    """Something to know: information, attention or erreur (what happened, what is kept, what to do).

    Empty title and text: nothing is shown. What appears later is announced, an error at once.
    """

    word_keys = ("information", "attention", "erreur")

    kind = Enum(("information", "attention", "erreur"), "information").tag(sync=True)
    title = Unicode().tag(sync=True)
    text = Unicode().tag(sync=True)

    def say(self, kind: str = "information", title: str = "", text: str = "") -> None:
        """Show something else, all of it at once; without words, show nothing."""
        with self.hold_sync():
            self.kind, self.title, self.text = kind, title, text
