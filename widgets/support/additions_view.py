"""« Changer une chose » : ce que l'école pourrait ajouter à son plan, une chose à la fois, devant l'image."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from liaison.base.words import upper_first
from liaison.support.loans.loans import LoanSettings
from liaison.support.workshops.settings import WorkshopSettings
from widgets.kit import ChangeWords, OneChange, Trials, margin
from widgets.kit.background import Stop
from widgets.kit.from_to import from_to
from widgets.support.everyone_view import EveryoneView
from widgets.support.state import PlanState
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.support.plan.additions import Addition
    from liaison.support.plan.family_outcomes import FamilyOutcomes
    from liaison.support.workshops.plan import WorkshopPlan

t = texts("support")
Added: TypeAlias = tuple[LoanSettings, WorkshopSettings]  # what is added to


class AdditionsView:
    """The things that would help most families of the plan, of which one is tried at a time.

    They are those of the plan as it was when they were looked for; other needs or other settings have them looked for
    again.
    """

    def __init__(self, state: PlanState) -> None:
        self.state = state
        words: ChangeWords[Addition] = ChangeWords(
            help=t("additions-help"),
            searching=t("additions-searching"),
            failed=t("additions-failed"),
            none=t("additions-none"),
            label=lambda addition: upper_first(addition.label),
            does=does_words,
            price=left_words,
        )
        self.trial = OneChange(words, self._try)
        self.trials = Trials(state, self.trial, self._search, _with, self.show)
        self.everyone = EveryoneView(state)
        self.widget = margin([self.everyone.pressed, self.trial.widget], [self.everyone.picture])

    def show(self) -> None:
        """Draw the plan beside the one that is added to, or look for what could be added to another."""
        state = self.state
        if state.workshop_plan is None:
            self.everyone.show()
            return
        # What could be added holds the needs that it is for: no others have their identity.
        self.trials.follow((state.loans, state.workshops), (id(state.needs), state.seed, state.today))
        self.everyone.show(self._before(state.workshop_plan))

    def _before(self, plan: WorkshopPlan) -> FamilyOutcomes | None:
        """Return what the plan that is added to leaves each family; None with nothing added, or before it is found."""
        from liaison.support.plan.family_outcomes import family_outcomes

        state, chosen, before = self.state, self.trial.chosen, self.trials.before
        if before is None:
            return None
        loans, workshops = before
        if chosen is not None:
            plan = chosen.base.plan
        elif workshops != state.workshops:
            return None
        return family_outcomes(state.needs, state.allocations_of(loans), plan)

    def _search(self, base: Added) -> Callable[[Stop], tuple[Addition, ...]]:
        state, (loans, workshops) = self.state, base
        needs, seed, today = state.needs, state.seed, state.today
        known = state.workshop_plan if workshops == state.workshops else None

        def search(stopped: Stop) -> tuple[Addition, ...]:
            from liaison.support.plan.additions import PlanBase, additions
            from liaison.support.workshops.efforts import plan_by_efforts

            plan = known or plan_by_efforts(needs, workshops, seed, today, lambda _made, _best: None, stopped)
            return additions(PlanBase(needs, loans, workshops, seed, today, plan), stopped=stopped)

        return search

    def _try(self, addition: Addition | None) -> None:
        to = addition or self.trial.changes[0].base
        self.state.take_plan(to.loans, to.workshops, to.plan)


def _with(_base: Added, addition: Addition) -> Added:
    return addition.loans, addition.workshops


def does_words(addition: Addition) -> str:
    """Return how many families receive all that they ask for, before and after."""
    return t("additions-whole", moved=from_to(*addition.whole))


def left_words(addition: Addition) -> str:
    """Return what is left: the families that receive nothing, and the loans without the workshop that they need."""
    before, after = addition.alone
    left = [t("additions-nothing", moved=from_to(*addition.nothing))]
    if before != after:
        left.append(t("additions-alone", moved=from_to(before, after)))
    return " ".join(left)


__all__ = ["AdditionsView", "does_words", "left_words"]
