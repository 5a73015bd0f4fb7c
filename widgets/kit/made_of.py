"""De quoi un résultat est fait : quand les réglages de l'écran ne sont plus ceux-là, la page le dit."""

from __future__ import annotations

from collections.abc import Callable

from traitlets import HasTraits

from widgets.kit.notice import Notice
from widgets.kit.result_sentence import ResultSentence


class MadeOf:
    """Says when a result was made of other settings than those on screen, and takes its mark of success away meanwhile.

    `now()` returns the settings on screen that the result depends on; `notice` says `title` and `text` when they are no
    longer those that `made` was given, and is empty again once they are.
    """

    def __init__(self, now: Callable[[], object], answer: ResultSentence, title: str, text: str = "") -> None:
        self.now = now
        self.notice = Notice(kind="attention")
        self._answer, self._words = answer, (title, text)
        self._made: list[object] = []  # empty: nothing is shown
        self._tone = answer.tone

    def follow(self, source: HasTraits, *names: str) -> None:
        """Look again at each change of these traits of `source`."""
        source.observe(lambda _change: self.look(), list(names))

    def made(self, of: object) -> None:
        """Take what the answer now on screen was made of: what `now()` was when the work began."""
        self._made, self._tone = [of], self._answer.tone
        self.look()

    def forget(self) -> None:
        """Take that nothing made of settings is on screen."""
        self._made = []
        self.look()

    def look(self) -> None:
        """Say whether the settings have changed."""
        moved = bool(self._made) and self._made[0] != self.now()
        self.notice.title, self.notice.text = self._words if moved else ("", "")
        if self._made:
            self._answer.tone = "neutre" if moved else self._tone


__all__ = ["MadeOf"]
