"""Le plan d'une école tirée au hasard, et son diagnostic, montrés dans un ordre ou dans l'autre."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from diagnostic.schools_at_random import Drawn

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.publication.already_shown import AlreadyShown
from liaison.support.loans.loans import LoanSettings, Stock
from liaison.support.needs.needs import needs_of, wishes
from liaison.support.papers.beside_diagnosis import DiagnosisBeside, shown_plan
from liaison.support.plan.plan import Plan, PlanSettings, make_plan
from liaison.support.vocabulary import ITEMS
from liaison.support.workshops.plan import plan_workshops
from liaison.support.workshops.settings import WORKSHOP_SETTINGS, Slot, WorkshopSettings

DAY = dt.date(2026, 11, 25)
Order = Literal["plan", "diagnostic", "reponses"]
ORDERS: tuple[Order, ...] = ("plan", "diagnostic", "reponses")
NEAR = 13  # a stock is about as many as ask: it is then that few wait
SECONDS = 0.5


@dataclass(frozen=True)
class Both:
    """A diagnosis and a plan of the same families, as both are shown."""

    answers: Answers
    found: AnswerIndicators
    plan: Plan


def both_drawn(school: Drawn, first: Order, chance: np.random.Generator) -> Both:
    """Show the plan first, or the diagnosis, or both at once (`reponses`: the plan is made with the answers)."""
    coupons = _coupons(school.answers)
    needs = needs_of(coupons, axes(coupons), [f"F{rank:03d}" for rank in range(len(coupons))])
    asking = {item: int(needs.table[f"demande_{item}"].sum()) for item in ITEMS}
    stock = {item: Stock(nombre=max(0, count - int(chance.integers(-3, NEAR)))) for item, count in asking.items()}
    usual = WORKSHOP_SETTINGS.load("exemple")
    kept = chance.permutation(len(usual.creneaux))[: int(chance.integers(1, len(usual.creneaux) + 1))]
    kept_slots = {slot.id for rank, slot in enumerate(usual.creneaux) if rank in kept}
    settings = at(usual, lambda slot: slot.id in kept_slots)
    workshops = plan_workshops(needs, settings, 1, DAY, SECONDS)

    loans = LoanSettings(nom="a", stock=stock, priorites={})
    asked = PlanSettings(loans=loans, workshops=settings, seed=1, zone="C", lent_on=dt.date(2026, 12, 7), on=DAY)

    def planned(diagnosis: DiagnosisBeside | None = None) -> Plan:
        return make_plan(needs, asked, diagnosis, workshops=workshops)

    before = AlreadyShown()
    if first == "plan":
        plan = planned()
        before = before.with_more(plan=shown_plan(plan.published(), DAY))
    found = before.indicators(school.answers, school.population, school.threshold, school.by)
    shown = before.checked(found, school.answers, school.population, DAY)
    if first == "diagnostic":
        plan = planned(DiagnosisBeside(former=(shown,)))
    elif first == "reponses":
        plan = planned(DiagnosisBeside(found, school.answers, school.population))
    return Both(school.answers, found, plan)


def at(usual: WorkshopSettings, there: Callable[[Slot], bool]) -> WorkshopSettings:
    """Return workshops at some of their slots only."""
    slots = [slot for slot in usual.creneaux if there(slot)]
    names = {slot.id for slot in slots}
    return usual.model_validate(
        usual.model_dump()
        | {
            "creneaux": [slot.model_dump() for slot in slots],
            "garde": {slot: places for slot, places in usual.garde.items() if slot in names},
            "animation": [_on(each.model_dump(), names) for each in usual.animation],
            "interpretes": [_on(each.model_dump(), names) for each in usual.interpretes],
        }
    )


def _coupons(answers: Answers) -> Answers:
    """The families that ask for something: each hands a coupon, and no other."""
    asks = answers.table[list(wishes().values())].fillna(False).astype(bool).any(axis=1)
    return Answers(answers.table[asks.to_numpy()], answers.questionnaire)


def _on(one: dict[str, object], slots: set[str]) -> dict[str, object]:
    own = one.get("creneaux")
    return one if own is None else one | {"creneaux": [each for each in own if each in slots]}  # type: ignore[attr-defined]


__all__ = ["ORDERS", "Both", "Order", "at", "both_drawn"]
