"""Avant et après : les mêmes familles deux fois, aux mêmes places, celles qui ont changé encadrées."""

from __future__ import annotations

from typing import NamedTuple

from traitlets import link

from liaison.base.dots import Dots
from widgets.kit.action import Action
from widgets.kit.family_dots import FamilyDots
from widgets.kit.lab_path import unprojected
from widgets.kit.stack import stack
from widgets.texts import texts

t = texts("kit")
TWICE, TURNED = "carnets-dots-twice", "carnets-dots-turned"


class Titled(NamedTuple):
    """A picture, and what is found in it."""

    picture: Dots
    title: str


class DotsTwice:
    """The same dots `before` a change and `after` it: side by side, or on a narrow page in each other's place.

    There a press turns from one to the other. Who is pressed in one is pressed in both. Without anything before, there
    is one picture. `close`, for who shows a family that is pressed to have above it: on a narrow page, what it stands
    in takes the place of the step, and gives it back. Made of the labels of `FamilyDots`.
    """

    def __init__(self, states: list[str], of_one: list[str], mark: str) -> None:
        self.before, self.after = (FamilyDots(states=states, of_one=of_one, mark=mark) for _ in range(2))
        self.turn = Action(label=t("dots-turn-before"))
        self.turn.on_press(self._turn)
        self.close = unprojected(Action(label=t("dots-close")))
        self.close.add_class("carnets-close")
        self.close.on_press(self._close)
        self.widget = stack([self.after])
        link((self.before, "chosen"), (self.after, "chosen"))

    def show(self, after: Titled, before: Titled | None = None) -> None:
        """Draw what is, beside what was."""
        pair = None if before is None else (self.before, self.after)
        self.before.pair = self.after.pair = pair
        if before is None:
            self.after.show(*after)
            self.widget.children = (self.after,)
            self.widget.remove_class(TWICE)
            return
        self.before.show(before.picture, t("dots-before", title=before.title))
        self.after.show(after.picture, t("dots-after", title=after.title))
        if len(self.widget.children) == 1:
            self._turn_to_after()
            # What is drawn stays first: a picture that is made again would let the page shrink, then jump.
            self.widget.children = (self.after, self.turn, self.before)
            self.widget.add_class(TWICE)

    def say_school(self, name: str) -> None:
        """Have an image that is taken away say of which fictitious school it is."""
        self.after.of = t("dots-school", school=name)

    def _close(self) -> None:
        self.after.chosen = -1

    def _turn(self) -> None:
        if self.turn.label == t("dots-turn-after"):
            self._turn_to_after()
        else:
            self.widget.add_class(TURNED)
            self.turn.label = t("dots-turn-after")

    def _turn_to_after(self) -> None:
        self.widget.remove_class(TURNED)
        self.turn.label = t("dots-turn-before")


__all__ = ["DotsTwice", "Titled"]
