"""Le parcours d'un laboratoire : une étape à l'écran, l'adresse dit laquelle, le laboratoire entier à côté."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import ipywidgets
from traitlets import Bool, HasTraits, Instance, List, Unicode, observe, validate

from widgets.kit.part import Part, refuse, t


class StepMade(NamedTuple):
    """What a step has on the page, and what draws it from the lab as it is."""

    widget: ipywidgets.Widget
    draw: Callable[[], object] = lambda: None


@dataclass(frozen=True)
class PathStep:
    """One step: its key in the address, its name, what makes it at the first arrival.

    `waits`: it stays closed until the path is `opened`. `beside`: it is no part of the way, and stands beside it.
    """

    key: str
    label: str
    make: Callable[[], StepMade]
    waits: bool = False
    beside: bool = False


class LabPath(Part):
    """The steps of a lab, one on screen at a time; a step is made when one first comes to it, then kept.

    It is drawn each time that one comes to it, and when what it `follow`s changes while it is on screen.

    `current` is the key of the present one. Steps that wait are closed, `reason` saying why, until `opened`. Where the
    page is an application, the address says the step (`#etape=voir`) and the browser's back button works.

    `arrived`: the settings that the address holds (`#reglages=…`), as somebody wrote them.

    Where it `projects`, a step can be projected, without what is `unprojected` in it, nor any control; while `private`
    says why, none can.
    """

    word_keys = (
        "list",
        *("project", "this-step", "project-key", "projected", "leave", "leave-key"),
        *("previous", "previous-key", "following", "following-key"),
    )

    # {key, label, waits, beside}; in finished sentences, which one it is, « place », and how to come to it, « next ».
    steps: List[Any] = List().tag(sync=True)
    current = Unicode().tag(sync=True)
    opened = Bool(False).tag(sync=True)
    reason = Unicode().tag(sync=True)
    projects = Bool(False).tag(sync=True)
    private = Unicode().tag(sync=True)
    arrived = Unicode().tag(sync=True)
    shown = Instance(ipywidgets.Widget, allow_none=True).tag(sync=True, **ipywidgets.widget_serialization)
    shown_of = Unicode().tag(sync=True)  # the key of the step that is shown

    def __init__(self, steps: Sequence[PathStep], reason: str = "", **kwargs: Any) -> None:
        self._steps = {step.key: step for step in steps}
        self._made: dict[str, StepMade] = {}
        self.resumed = ""  # the step where former work that is taken up was
        count = sum(not step.beside for step in steps)
        sent = [_sent(step, number, count) for number, step in enumerate(steps, 1)]
        super().__init__(steps=sent, reason=reason, **kwargs)
        self.current = self.current or steps[0].key

    @validate("current")
    def _an_open_step(self, proposal: dict[str, Any]) -> str:
        key = str(proposal["value"])
        if not self.opens(key):
            raise refuse("lab-path-error-step", step=key, known=", ".join(filter(self.opens, self._steps)))
        return key

    @observe("current")
    def _arrive(self, _change: object) -> None:
        key = self.current
        if key not in self._made:
            self._made[key] = self._steps[key].make()
        self._made[key].draw()
        with self.hold_sync():
            self.shown, self.shown_of = self._made[key].widget, key

    def opens(self, key: str) -> bool:
        """Whether one can go to this step now."""
        step = self._steps.get(key)
        return step is not None and (self.opened or not step.waits)

    def follow(self, state: HasTraits, names: Sequence[str]) -> None:
        """Draw the step on screen again when one of these traits changes."""
        state.observe(lambda _change: self._made[self.current].draw(), [*names])

    def unlock(self, then: str = "") -> None:
        """Open the steps that wait, and go from the first, if one is still there, to the step `then`, or that which is
        `resumed`."""
        with self.hold_sync():
            self.opened = True
            if then and self.current == self.steps[0]["key"]:
                self.current = self.resumed if self.opens(self.resumed) else then


W = TypeVar("W", bound=ipywidgets.DOMWidget)


def unprojected(widget: W) -> W:
    """Return a widget that no room sees when its step is projected: it names a family, or is for the team alone."""
    widget.add_class("carnets-unprojected")
    return widget


def projected_only(widget: W) -> W:
    """Return a widget that stands on screen once its step is projected, in the place of what is `unprojected`."""
    widget.add_class("carnets-projected-only")
    return widget


def _sent(step: PathStep, number: int, count: int) -> dict[str, Any]:
    """Return what the page is sent of a step; those beside the way come last, and have no number."""
    place = "" if step.beside else t("lab-path-place", number=number, count=count)
    words = {"label": step.label, "place": place, "next": t("lab-path-next", name=step.label)}
    return {"key": step.key, "waits": step.waits, "beside": step.beside, **words}


__all__ = ["LabPath", "PathStep", "StepMade", "projected_only", "unprojected"]
