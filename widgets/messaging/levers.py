"""« Changer une chose » : les trois réglages qui aident le plus de familles, à essayer un à la fois devant l'image."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from liaison.messaging.policy.policy import Policy
from widgets.kit import ChangeWords, OneChange, Paragraphs, margin
from widgets.kit.background import Stop
from widgets.kit.undo import MOST
from widgets.messaging.left_out import FamiliesPicture
from widgets.messaging.lever_words import does_words, price_words
from widgets.messaging.policy_name import changed_name
from widgets.messaging.state import LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search.levers import Lever

t = texts("messaging")


class Offered(NamedTuple):
    """The levers that were looked for of a policy; `of`: what it was tried on."""

    base: Policy
    of: tuple[object, ...]
    levers: tuple[Lever, ...]


class LeversView:
    """The levers of a school, of which one is tried at a time; what it does, and the families it moves.

    The levers are those of the policy on trial as it was when they were looked for; another policy, school or period
    has them looked for again.
    """

    def __init__(self, state: LabState) -> None:
        self.state = state
        self._base: Policy | None = None
        self._of: tuple[object, ...] = ()
        self._former: deque[Offered] = deque(maxlen=MOST)
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
        if not self._follows() and not self._comes_back():
            self._look(simulation)
        self.picture.show(simulation, twice=True)
        # What a lever does is counted from the policy that it is added to, which may not be the one drawn beside.
        more = self.state.simulation(self._base) is not self.state.simulation(self.state.reference)
        self.beside.lines = [t("levers-beside")] if more and self.trial.chosen is not None else []

    def _follows(self) -> bool:
        """Whether the policy on trial is the base or one of its levers, which is then chosen, undone or done again."""
        if self._base is None or self.state.on_trial()[1:] != self._of[1:]:
            return False
        return self.trial.follows(lambda lever: self.state.policy == self._wanted(lever))

    def _comes_back(self) -> bool:
        """Whether the policy on trial is a former base or one of its levers; that base is then the base again."""
        policy, of = self.state.policy, self.state.on_trial()[1:]
        for former in reversed(self._former):
            if of == former.of[1:] and policy in (former.base, *(_pulled(former.base, each) for each in former.levers)):
                self._hold()
                self._base, self._of = former.base, former.of
                self.trial.offer_again(former.levers)
                return self.trial.follows(lambda lever: policy == self._wanted(lever))
        return False

    def _hold(self) -> None:
        """Hold the base and its levers: who undoes further than it comes back to them."""
        if self._base is None or not self.trial.changes:
            return
        held = Offered(self._base, self._of, tuple(self.trial.changes))
        if held not in self._former:
            self._former.append(held)

    def _look(self, simulation: Simulation) -> None:
        self._hold()
        self._base, self._of = self.state.policy, self.state.on_trial()
        start = self.state.start

        def search(stopped: Stop) -> tuple[Lever, ...]:
            from liaison.messaging.search.levers import levers

            return levers(simulation.trace, start, stopped=stopped)

        self.trial.look(search)

    def _wanted(self, lever: Lever | None) -> Policy | None:
        """Return the policy once a lever is pulled; what it was before, without one."""
        return self._base if lever is None or self._base is None else _pulled(self._base, lever)

    def _try(self, lever: Lever | None) -> None:
        if (policy := self._wanted(lever)) is not None:
            self.state.policy = policy


def _pulled(base: Policy, lever: Lever) -> Policy:
    return lever.move.apply(base).changed(name=changed_name(base.name))


__all__ = ["LeversView"]
