"""Chaque famille du plan, point par point : ce qu'elle en reçoit, et pourquoi, pour celle que l'on touche."""

from __future__ import annotations

from functools import cached_property

import ipywidgets

from liaison.support.needs.needs import Needs
from liaison.support.plan.family_outcomes import OUTCOMES, FamilyOutcomes, family_outcomes, outcomes_drawn
from liaison.support.vocabulary import ITEMS, many_items
from widgets.kit import DotsTwice, Heading, Paragraphs, Titled, show_if, stack, standing, unprojected
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")


class EveryoneView:
    """Every family where its equipment puts it, in the state that the plan leaves it in; of a fictitious school only.

    Of a real school, a dot would be a family: nothing is drawn. Nor is anything before the workshops are found.
    """

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.twice = DotsTwice(
            states=[t(f"outcomes-{name}".replace("_", "-")) for name in OUTCOMES],
            of_one=[*(t(f"outcome-{name}".replace("_", "-")) for name in OUTCOMES), t("outcome-alone")],
            mark=t("outcomes-alone"),
        )
        self.families = self.twice.after
        self.heading = unprojected(Heading(3, t("pressed-heading"), small=True))
        self.why = unprojected(Paragraphs())
        self.families.observe(lambda _change: self._tell(), "chosen")
        self._drawn: Needs | None = None
        self.picture, self.pressed = standing(), stack()

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """The picture, and under it the family that is pressed."""
        return stack([self.picture, self.pressed])

    def show(self, before: FamilyOutcomes | None = None) -> None:
        """Draw every family, twice beside what was `before`, and tell of the one that is pressed."""
        state, plan = self.state, self.state.workshop_plan
        if not state.fictitious:
            self.picture.children = ()
        show_if(self.picture, plan is not None)
        if not state.fictitious or plan is None:
            self.pressed.children = ()
            return
        needs = state.needs
        if needs is not self._drawn:  # of another school, a number is another family
            self._drawn, self.families.chosen = needs, -1
        outcomes = family_outcomes(needs, state.allocations(), plan)
        equipment = needs.table["equipement"].cat.categories
        labels = {value: t(f"equipement-{value}".replace("_", "-")) for value in equipment}

        self.twice.say_school(state.fiction().name)

        def titled(drawn: FamilyOutcomes, beside: FamilyOutcomes | None) -> Titled:
            counts = drawn.counts()
            title = t("outcomes-title", count=counts["tout"], total=len(needs) - counts["sans_demande"])
            return Titled(outcomes_drawn(needs, drawn, labels, t("axis-unknown"), beside), title)

        self.twice.show(titled(outcomes, before), None if before is None else titled(before, outcomes))
        self._tell()

    def _tell(self) -> None:
        code = self._pressed()
        self.why.lines = [] if code is None else self._why(code)
        self.picture.children = (self.twice.widget,)
        self.pressed.children = () if code is None else (self.twice.close, self.heading, self.why)

    def _pressed(self) -> str | None:
        codes, pressed = self.state.needs.table.index, self.families.chosen
        return str(codes[pressed]) if 0 <= pressed < len(codes) else None

    def _why(self, code: str) -> list[str]:
        loans, plan = self.state.allocations(), self.state.workshop_plan
        row = self.state.needs.table.loc[code]
        lines = [sentence for loan in loans.values() if code in loan.table.index for sentence in loan.why(code)[:1]]
        unlent = [item for item in ITEMS if row[f"demande_{item}"] and item not in loans]
        lines += [t("pressed-unlent", code=code, things=many_items(item)) for item in unlent]
        if plan is not None and code in plan.table.index:
            lines.append(plan.why(code))
        return lines or [t("pressed-nothing", code=code)]


__all__ = ["EveryoneView"]
