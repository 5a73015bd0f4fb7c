"""Où l'on en est."""

from __future__ import annotations

from typing import Any

from traitlets import Int, List, Unicode, observe, validate

from widgets.kit.part import Part, refuse, t


class Stepper(Part):
    """Where one is among steps: « Étape 2 sur 5 : Les horaires », and the list of all of them.

    `steps` are their names, `current` the index of the present one, from 0; `said` is the sentence shown.
    """

    word_keys = ("done", "list")

    steps: List[Any] = List(Unicode()).tag(sync=True)
    current = Int(0).tag(sync=True)
    said = Unicode().tag(sync=True)

    @validate("current")
    def _a_step_that_exists(self, proposal: dict[str, Any]) -> int:
        current = int(proposal["value"])
        if not 0 <= current < max(len(self.steps), 1):
            raise refuse("stepper-error-current", current=current, last=len(self.steps) - 1)
        return current

    @observe("steps", "current")
    def _say(self, _change: object = None) -> None:
        if not self.steps:
            self.said = ""
            return
        # Fewer steps than before: one is then at the last.
        self.current = min(self.current, len(self.steps) - 1)
        self.said = t("stepper-said", number=self.current + 1, count=len(self.steps), name=self.steps[self.current])
