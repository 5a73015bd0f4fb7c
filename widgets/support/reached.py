"""Qui les messages joignent, dans l'école fictive, avant le plan et après : le simulateur du module 01, réutilisé."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from liaison.messaging.policy import Policy
from liaison.support.loans import Allocation
from liaison.support.vocabulary import Item
from liaison.support.workshop_plan import WorkshopPlan
from widgets.support.fiction import families_at
from widgets.support.scenario import day, scenario

if TYPE_CHECKING:
    from liaison.messaging.indicators import Indicators
    from liaison.school.tables import School

Case = Literal["rien", "prets", "ateliers", "tout"]
CASES: tuple[Case, ...] = ("rien", "prets", "ateliers", "tout")


def reached(school: School, policy: Policy, seed: int) -> Indicators:
    """Return what the simulator of module 01 says of a school, over the weeks of the scenario."""
    from liaison.messaging.indicators import indicators
    from liaison.messaging.prepared import prepare
    from liaison.messaging.simulate import Period, deliver

    weeks = scenario()["reach"]
    return indicators(deliver(prepare(school, Period(day(weeks["start"]), weeks["weeks"]), seed), policy))


@dataclass(frozen=True)
class Done:
    """What a plan does in a fiction: the codes that receive a computer, a key, and those that have a place."""

    lent: tuple[str, ...]
    keys: tuple[str, ...]
    came: tuple[str, ...]

    def of(self, case: Case) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Return what of it is done in a case."""
        loans, workshops = case in ("prets", "tout"), case in ("ateliers", "tout")
        return self.lent if loans else (), self.keys if loans else (), self.came if workshops else ()


def done(loans: Mapping[Item, Allocation], plan: WorkshopPlan) -> Done:
    """Return what these loans and these workshops do."""
    served = {item: tuple(one.served) for item, one in loans.items()}
    came = tuple(map(str, plan.table.index[plan.table["etat"] == "place"]))
    return Done(served.get("ordinateur", ()), served.get("cle_4g", ()), came)


def out_among(found: Indicators, codes: Iterable[str]) -> int:
    """Return how many of these families of a fiction are left out."""
    return len(set(found.left_out_families) & families_at(codes))


__all__ = ["CASES", "Case", "Done", "done", "out_among", "reached"]
