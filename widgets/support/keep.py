"""Ce que le navigateur garde du laboratoire du plan : des réglages, jamais des besoins ni des réponses."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt

from liaison.messaging.policy.policy import Policy
from liaison.school.vocabulary import SchoolKind, Zone
from liaison.support.loans.dates import Until
from liaison.support.loans.loans import LoanSettings
from liaison.support.plan.costs import CostSettings
from liaison.support.workshops.settings import WorkshopSettings
from widgets.kit import Bet, Keep
from widgets.support.scenario import scenario
from widgets.support.state import PlanState

SCHOOLS, SEED = tuple(scenario()["school"]["proposed"]), scenario()["seed"]


class PlanSettingsKept(BaseModel):
    """The fictitious school, what is lent, the workshops, the policy and the costs; no partner: it has a name.

    `tried`: loans and workshops before what is added on trial, and with it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    school: Literal[SCHOOLS]  # type: ignore[valid-type]
    seed: Annotated[StrictInt, Field(ge=SEED["minimum"], le=SEED["maximum"])]
    loans: LoanSettings
    workshops: WorkshopSettings
    zone: Zone
    kind: SchoolKind
    lent_on: dt.date
    until: Until
    policy: Policy
    costs: CostSettings
    tried: Annotated[tuple[tuple[LoanSettings, WorkshopSettings], ...], Field(max_length=2)] = ()


def plan_keep(state: PlanState, bet: Bet) -> Keep:
    """Return what keeps the settings, the bet and the step; nothing while needs or answers of families are open."""

    def private() -> bool:
        return not state.fictitious or state.own_answers is not None

    return Keep("accompagnement", state, PlanSettingsKept, bet, private)


__all__ = ["plan_keep"]
