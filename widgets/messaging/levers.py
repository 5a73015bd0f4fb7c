"""« Changer une chose » : les trois réglages qui aident le plus de familles, à essayer un à la fois devant l'image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.messaging.policy.policy import Policy
from widgets.kit import ChangeWords, OneChange, Paragraphs, margin
from widgets.kit.background import Stop
from widgets.messaging.left_out import FamiliesPicture
from widgets.messaging.lever_words import does_words, price_words
from widgets.messaging.policy_name import changed_name
from widgets.messaging.state import LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search.levers import Lever

t = texts("messaging")


class LeversView:
    """The levers of a school, of which one is tried at a time; what it does, and the families it moves.

    The levers are those of the policy on trial as it was when they were looked for; another policy, school or period
    has them looked for again.
    """

    def __init__(self, state: LabState) -> None:
        self.state = state
        self._base: Policy | None = None
        self._of: tuple[object, ...] = ()
        words: ChangeWords[Lever] = ChangeWords(
            help=t("levers-help"),
            searching=t("levers-searching"),
            failed=t("levers-failed"),
            none=t("levers-none"),
            label=lambda lever: lever.move.label,
            does=does_words,
            price=price_words,
        )
        self.trial = OneChange(words, self._try)
        self.picture, self.beside = FamiliesPicture(state), Paragraphs()
        # Here the families stand still, that one may see which of them move.
        pictures = [self.picture.twice.widget, self.picture.compared, self.beside]
        self.widget = margin([self.picture.pressed.widget, self.trial.widget], pictures)

    def show(self, simulation: Simulation) -> None:
        """Draw the policy on trial beside what it is compared with; where its levers are others, look for them."""
        tried = self._tried()
        if tried and self._base is not None:
            if self.trial.chosen != tried[0]:  # undone, or done again
                self.trial.choose(tried[0])
        else:
            self._look(simulation)
        self.picture.show(simulation, twice=True)
        # What a lever does is counted from the policy that it is added to, which may not be the one drawn beside.
        more = self.state.simulation(self._base) is not self.state.simulation(self.state.reference)
        self.beside.lines = [t("levers-beside")] if more else []

    def _tried(self) -> list[Lever | None]:
        """Return the lever that the policy on trial is made with, None for none; nothing for another policy."""
        if self._base is None or self.state.on_trial()[1:] != self._of[1:]:
            return []
        return [lever for lever in (None, *self.trial.changes) if self.state.policy == self._wanted(lever)][:1]

    def _look(self, simulation: Simulation) -> None:
        self._base, self._of = self.state.policy, self.state.on_trial()
        start = self.state.start

        def search(stopped: Stop) -> tuple[Lever, ...]:
            from liaison.messaging.search.levers import levers

            return levers(simulation.trace, start, stopped=stopped)

        self.trial.look(search)

    def _wanted(self, lever: Lever | None) -> Policy | None:
        """Return the policy once a lever is pulled; what it was before, without one."""
        if lever is None or self._base is None:
            return self._base
        return lever.move.apply(self._base).changed(name=changed_name(self._base.name))

    def _try(self, lever: Lever | None) -> None:
        if (policy := self._wanted(lever)) is not None:
            self.state.policy = policy


__all__ = ["LeversView"]
