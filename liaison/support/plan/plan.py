"""Le plan entier, en un objet : prêts, ateliers, messages, partenaires, coût, calendrier, et ce que l'on ne sait pas.

For the team only: it holds codes. What leaves it is `published`, and the report of the council.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pandas as pd

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.school.vocabulary import SchoolKind, Zone
from liaison.support.loans.dates import Until, date_to_verify, handed_over_without_class, return_date
from liaison.support.loans.loans import Allocation, LoanSettings, allocate, lent_without_connection, to_offer
from liaison.support.needs.helped import unhelped
from liaison.support.needs.needs import Needs
from liaison.support.papers.beside_diagnosis import DiagnosisBeside, kept_back
from liaison.support.papers.published import LOAN_PARTS, REPORT, PublishedKind, PublishedPlan, published_plan, stock_of
from liaison.support.plan.costs import COST_SETTINGS, Costs, CostSettings, costs_of
from liaison.support.plan.modes import PolicyChanges, changed_policy, signs_of
from liaison.support.plan.partners import LocalPartner, PartnerMatch, match_partners, needs_present
from liaison.support.vocabulary import Item, items, many_items, one_item
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import WorkshopSettings

phrase = french_beside(__file__)
CALENDAR_COLUMNS = ("date", "quoi", "detail")


@dataclass(frozen=True, kw_only=True)
class PlanSettings:
    """What a school decides before its plan is made.

    `loans`: stock and ordered criteria. `workshops`: slots, rooms, people. `seed`: of the draws, shown on screen.
    `zone`: A, B or C, for the return date. `lent_on`: the day on which equipment is handed over, until `until`. `on`:
    the day that chooses the rules. `partners`: the names that the school filled in. `costs`: prices and purchases,
    those of the example when the school gives none.
    """

    loans: LoanSettings
    workshops: WorkshopSettings
    seed: int
    zone: Zone
    lent_on: dt.date
    on: dt.date = field(default_factory=dt.date.today)
    kind: SchoolKind = "college"
    until: Until = "fin_annee"
    partners: Sequence[LocalPartner] = ()
    costs: CostSettings | None = None


@dataclass(frozen=True)
class Plan:
    """What a school does for its families, computed once from the same needs and the same day.

    `loans`, `workshops`: by code. `messages`: the policy changed after the diagnosis, None without one. `withheld`:
    counts that stay with the team, as they would bound a small number of the diagnosis, or it one that the plan hides.
    """

    needs: Needs
    loan_settings: LoanSettings
    loans: Mapping[Item, Allocation]
    lent_on: dt.date
    back_on: dt.date
    workshops: WorkshopPlan
    partners: tuple[PartnerMatch, ...]
    costs: Costs
    indicators: AnswerIndicators | None
    messages: PolicyChanges | None
    seed: int
    on: dt.date
    kind: SchoolKind
    zone: Zone
    withheld: frozenset[PublishedKind] = frozenset()

    def calendar(self) -> pd.DataFrame:
        """Return what happens when, in order (CALENDAR_COLUMNS); a workshop without a date comes last, date missing."""
        rows: list[tuple[dt.date | None, str, str]] = []
        lent = self.to_lend()
        if lent:
            rows.append((self.lent_on, phrase("remise"), phrase("remise.detail", items=joined(lent))))
            rows.append((self.back_on, phrase("retour"), phrase("retour.detail")))
        dates = {slot.id: slot.date for slot in self.workshops.settings.creneaux}
        for workshop in self.workshops.workshops:
            announced = self.workshops.announcement(workshop, dated=False)
            rows.append((dates[workshop.creneau], phrase("atelier"), announced))
        rows.sort(key=lambda row: (row[0] is None, row[0] or dt.date.max))
        table = pd.DataFrame(rows, columns=list(CALENDAR_COLUMNS))
        return table.assign(detail=[typeset(text) for text in table["detail"]])

    def to_lend(self) -> list[str]:
        """Return in words what can be lent, without its number where it stays with the team."""
        lent = [
            (item, loan.available) for item, loan in self.loans.items() if loan.available and item not in self.unasked
        ]
        return [
            phrase("nombre-tu", item=many_items(item)) if item in self.untold else items(item, count)
            for item, count in lent
        ]

    @property
    def untold(self) -> tuple[Item, ...]:
        """The items of which what can be lent stays with the team."""
        return tuple(item for item in self.loans if stock_of(item) in self.withheld)

    def left_untold(self) -> str:
        """Return in a sentence what is not counted where that would tell how many can be lent; empty where all is."""
        return phrase("stock-tu", items=joined(many_items(item) for item in self.untold)) if self.untold else ""

    @cached_property
    def unasked(self) -> tuple[Item, ...]:
        """The items that no family asks for, where that may be said: nobody votes on them nor pays for them."""
        counts = self.published().loans.set_index("objet")[list(LOAN_PARTS)]
        nobody = counts.eq(0).fillna(value=False).all(axis=1)
        return tuple(item for item in self.loans if nobody[item])

    @property
    def shareable(self) -> bool:
        """Whether a report may leave the team: not where what is announced to all would give a number it hides."""
        return REPORT not in self.withheld

    def due_costs(self) -> Costs:
        """Return the costs of what somebody asks for."""
        return self.costs.without(self.unasked)

    def shown_costs(self) -> Costs:
        """Return those of them that may leave the team: without what would tell how many of an item can be lent."""
        return self.due_costs().without(self.untold)

    def published(self, threshold: int | None = None) -> PublishedPlan:
        """Return the counts that may leave the team: after disclosure control, threshold of the diagnosis."""
        own = self.indicators.threshold if self.indicators is not None else None
        return published_plan(self.needs, self.loans, self.workshops, threshold or own, self.withheld)

    def lent_alone(self) -> list[str]:
        """Return the codes of the families that receive something, have to learn, and have no place in a workshop.

        A loan without help is little used (rule `accompagnement/pret_seul`): the team calls them.
        """
        return unhelped(self.needs, self.loans, self.workshops)

    def unknowns(self) -> tuple[str, ...]:
        """Return in sentences what the plan does not know or does not prove; no count of families in them."""
        return tuple(typeset(sentence) for sentence in (*self._not_seen(), *self._not_settled()))

    def _not_seen(self) -> Iterable[str]:
        if self.indicators is None:
            yield phrase("aucun-diagnostic")
        yield phrase("familles-sans-coupon")
        for item in self.loans:
            if to_offer(self.needs, item):
                yield phrase("manque-sans-demande", item=one_item(item))
        if lent_without_connection(self.needs, self.loans):
            yield phrase("ordinateur-sans-connexion")
        if self.lent_alone():
            yield phrase("pret-sans-atelier")

    def _not_settled(self) -> Iterable[str]:
        if self.workshops.unproven:
            yield phrase("peut-etre-mieux")
        # Where the report prints no number of workshops (a zero has no line there), that one is not zero is hidden too.
        if self.workshops.unserved() and self.published().workshops["familles"].fillna(0).gt(0).any():
            yield phrase("familles-sans-creneau")
        if any(slot.date is None for slot in self.workshops.settings.creneaux):
            yield phrase("creneaux-sans-date")
        if self.due_costs().supposed:
            yield phrase("prix-supposes")
        if any(not match.local for match in self.partners):
            yield phrase("partenaires-sans-nom")
        if self.to_lend():
            yield from filter(None, [handed_over_without_class(self.zone, self.lent_on, self.kind)])
        if self.to_lend() and date_to_verify(self.back_on) is not None:
            yield phrase("retour-a-verifier")
        yield phrase("effet-a-mesurer")


def make_plan(
    needs: Needs,
    settings: PlanSettings,
    diagnosis: DiagnosisBeside | None = None,
    policy: Mapping[str, Any] | None = None,
    workshops: WorkshopPlan | None = None,
) -> Plan:
    """Return the whole plan: same arguments, same plan, unless the workshops run out of time.

    Args:
        needs: of the families that gave a code.
        settings: what the school decides.
        diagnosis: of the same families, with what was published of them before.
        policy: the mapping of a messaging policy file, changed when the diagnosis is given too.
        workshops: workshops that were already solved with these needs and settings, to save their time.

    Raises:
        FrenchError: of the part that cannot be made (loans, dates, workshops, policy).
    """
    diagnosis = diagnosis or DiagnosisBeside()
    day, seed, lent_on = settings.on, settings.seed, settings.lent_on
    back_on = return_date(settings.zone, lent_on, settings.until, settings.kind)
    solved = workshops or plan_workshops(needs, settings.workshops, seed, day)
    messages = None
    if diagnosis.indicators is not None and policy is not None:
        messages = changed_policy(policy, signs_of(diagnosis.indicators), day)
    plan = Plan(
        needs=needs,
        loan_settings=settings.loans,
        loans=allocate(needs, settings.loans, seed, day),
        lent_on=lent_on,
        back_on=back_on,
        workshops=solved,
        partners=match_partners(needs_present(needs), settings.partners),
        costs=costs_of(settings.costs or COST_SETTINGS.load("exemple"), settings.loans, solved, lent_on, back_on, day),
        indicators=diagnosis.indicators,
        messages=messages,
        seed=seed,
        on=day,
        kind=settings.kind,
        zone=settings.zone,
    )

    def made(withheld: frozenset[PublishedKind]) -> PublishedPlan:
        return replace(plan, withheld=withheld).published()

    return replace(plan, withheld=kept_back(made, day, diagnosis))


__all__ = ["CALENDAR_COLUMNS", "Plan", "PlanSettings", "make_plan"]
