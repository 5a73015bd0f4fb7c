"""Ce qui est écrit ou choisi à l'écran sans être gardé : gardé avant une remise, ou nommé avant qu'elle parte."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from liaison.base.faults import FrenchError
from liaison.base.words import named
from widgets.texts import texts

t = texts("sheet")


class NotKeptError(FrenchError):
    """What stands on screen and cannot be kept as it is: nothing is handed in yet."""


class Keepable(Protocol):
    """A question or a bet on screen."""

    title: str

    def unkept(self) -> bool:
        """Whether the screen holds something else than what is kept."""

    def keep(self) -> None:
        """Keep what the screen holds, or say beside it what is missing."""


class Standing:
    """What the parts of an exercise hold on screen, when its work is handed in."""

    def __init__(self, parts: Callable[[], Iterable[Keepable]]) -> None:
        self._parts = parts
        self._refused_once: list[str] = []

    def keep(self) -> str:
        """Keep it as each button would, and return the sentence that names it, "" for nothing.

        Raises:
            NotKeptError: some of it cannot be kept; asked again while it is the same, the hand-in goes without it.
        """
        saved: list[str] = []
        left: list[str] = []
        for part in self._parts():
            if part.unkept():
                part.keep()
                (left if part.unkept() else saved).append(part.title)
        sentence = t("standing-kept", titles=named(saved)) if saved else ""
        if left and left != self._refused_once:
            self._refused_once = left
            raise NotKeptError(f"{t('standing-left', titles=named(left))}\n{sentence}".strip())
        self._refused_once = []
        return sentence


__all__ = ["Keepable", "NotKeptError", "Standing"]
