"""Qui les messages joignent, dans l'école fictive, avant le plan et après : le simulateur du module 01, réutilisé."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from liaison.messaging.policy import Policy
from liaison.support.loans import Allocation
from liaison.support.vocabulary import Item
from widgets.support.fiction import after, families_at
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


def cases(
    school: School, policy: Policy, seed: int, loans: Mapping[Item, Allocation], placed: Iterable[str]
) -> dict[Case, Indicators]:
    """Return what is reached when nothing is done, with the loans alone, with the workshops alone, with both."""
    lent, keys = (loans[item].served if item in loans else [] for item in ("ordinateur", "cle_4g"))
    came = list(placed)
    schools: dict[Case, School] = {
        "rien": school,
        "prets": after(school, lent, keys, ()),
        "ateliers": after(school, (), (), came),
        "tout": after(school, lent, keys, came),
    }
    return {case: reached(one, policy, seed) for case, one in schools.items()}


def out_among(found: Indicators, codes: Iterable[str]) -> int:
    """Return how many of these families of a fiction are left out."""
    return len(set(found.left_out_families) & families_at(codes))


__all__ = ["CASES", "Case", "cases", "out_among", "reached"]
