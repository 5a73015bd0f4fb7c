"""« Changer une chose » : ce que l'école pourrait ajouter à son plan, une chose à la fois, devant l'image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.base.words import upper_first
from widgets.kit import ChangeWords, OneChange, margin
from widgets.kit.background import Stop
from widgets.support.everyone_view import EveryoneView
from widgets.support.state import PlanState
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.support.plan.additions import Addition, PlanBase
    from liaison.support.workshops.plan import WorkshopPlan

t = texts("support")


class AdditionsView:
    """The things that would help most families of the plan, of which one is tried at a time.

    They are those of the plan as it was when they were looked for; other needs or other settings have them looked for
    again.
    """

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self._base: PlanBase | None = None
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
        self.everyone = EveryoneView(state)
        self.widget = margin([self.everyone.pressed, self.trial.widget], [self.everyone.picture])

    def show(self) -> None:
        """Draw the plan beside the one that is added to, or look for what could be added to another."""
        from liaison.support.plan.family_outcomes import family_outcomes

        base, plan = self._base, self.state.workshop_plan
        if plan is None:
            self.everyone.show()
        elif base is not None and self._tried(base):
            loans = self.state.allocations_of(base.loans)
            added = self.trial.chosen is not None
            self.everyone.show(family_outcomes(base.needs, loans, base.plan) if added else None)
        else:
            self._look(plan)

    def _tried(self, base: PlanBase) -> bool:
        state = self.state
        if state.needs is not base.needs or (state.seed, state.today) != (base.seed, base.on):
            return False

        def is_on_trial(addition: Addition | None) -> bool:
            of = base if addition is None else addition
            return (state.loans, state.workshops) == (of.loans, of.workshops)

        return self.trial.follows(is_on_trial)

    def _look(self, plan: WorkshopPlan) -> None:
        from liaison.support.plan.additions import PlanBase

        state = self.state
        base = PlanBase(state.needs, state.loans, state.workshops, state.seed, state.today, plan)
        self._base = base
        self.everyone.show()

        def search(stopped: Stop) -> tuple[Addition, ...]:
            from liaison.support.plan.additions import additions

            return additions(base, stopped=stopped)

        self.trial.look(search)

    def _try(self, addition: Addition | None) -> None:
        if addition is not None:
            self.state.take_plan(addition.loans, addition.workshops, addition.plan)
        elif self._base is not None:
            self.state.take_plan(self._base.loans, self._base.workshops, self._base.plan)


def does_words(addition: Addition) -> str:
    """Return how many families receive all that they ask for, before and after."""
    before, after = addition.whole
    return t("additions-whole", before=before, after=after)


def left_words(addition: Addition) -> str:
    """Return what is left: the families that receive nothing, and the loans without the workshop that they need."""
    (nothing, nothing_after), (alone, alone_after) = addition.nothing, addition.alone
    return " ".join(
        [
            t("additions-nothing", before=nothing, after=nothing_after),
            t("additions-alone", before=alone, after=alone_after),
        ]
    )


__all__ = ["AdditionsView", "does_words", "left_words"]
