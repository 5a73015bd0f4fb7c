"""Compter d'avance : un regroupement se montre, et les autres se préparent, pour se dessiner dès qu'on les choisit."""

from __future__ import annotations

import asyncio

from widgets.diagnostic.state import DiagnosticState
from widgets.diagnostic.words import t
from widgets.kit.background import Background, Stop, Tell

PAUSE_S = 0.3  # what was asked for is drawn first


class Ahead:
    """Makes the groupings of the same answers that are not shown yet, in a thread; they stay in the state.

    Nothing of them is on the page: one that cannot be made says why when it is chosen.
    """

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        self._working = Background(t("counting"), pause_s=PAUSE_S)
        self._of: tuple[object, ...] | None = None

    def prepare(self) -> None:
        """Make what is not made yet; outside of a page, nobody waits to choose another, and nothing is."""
        state = self.state
        if self._of == state.asking() or not _in_a_page():
            return
        self._of = state.asking()
        wanted = [grouping for by in state.groupings if by != state.by and (grouping := state.grouping(by))]

        def work(_tell: Tell, outdated: Stop) -> None:
            for grouping in wanted:
                if outdated():
                    return
                state.indicators_of(grouping, outdated)

        self._working.start(work, lambda _done: None)

    def forget(self) -> None:
        """Make none any more: these answers are not those that are shown."""
        if self._of is not None and self._of != self.state.asking():
            self._of = None
            self._working.stop()


def _in_a_page() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


__all__ = ["Ahead"]
