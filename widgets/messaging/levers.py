"""« Changer une chose » : les trois réglages qui aident le plus de familles, à essayer un à la fois devant l'image."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from liaison.messaging.policy.policy import Policy
from widgets.kit import ChangeWords, OneChange, Paragraphs, Trials, margin
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
        self.trials = Trials(state, self.trial, self._search, _pulled, lambda: self.show(state.simulation()))
        self.picture, self.beside = FamiliesPicture(state), Paragraphs()
        # Here the families stand still, that one may see which of them move.
        pictures = [self.picture.twice.widget, self.picture.compared, self.beside]
        self.widget = margin([self.picture.pressed.widget, self.trial.widget], pictures)

    def show(self, simulation: Simulation) -> None:
        """Draw the policy on trial beside what it is compared with; where its levers are others, look for them."""
        state = self.state
        self.trials.follow(state.policy, state.on_trial()[1:])
        self.picture.show(simulation, twice=True)
        # What a lever does is counted from the policy that it is added to, which may not be the one drawn beside.
        before = self.trials.before
        more = before is not None and state.simulation(before) is not state.simulation(state.reference)
        self.beside.lines = [t("levers-beside")] if more else []

    def _search(self, base: Policy) -> Callable[[Stop], tuple[Lever, ...]]:
        trace, start = self.state.simulation(base).trace, self.state.start

        def search(stopped: Stop) -> tuple[Lever, ...]:
            from liaison.messaging.search.levers import levers

            return levers(trace, start, stopped=stopped)

        return search

    def _try(self, lever: Lever | None) -> None:
        if (base := self.trials.base) is not None:
            self.state.policy = base if lever is None else _pulled(base, lever)


def _pulled(base: Policy, lever: Lever) -> Policy:
    return lever.move.apply(base).changed(name=changed_name(base.name))


__all__ = ["LeversView"]
