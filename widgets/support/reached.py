"""Qui les messages joignent, dans l'école fictive, avant le plan et après : le simulateur du module 01, réutilisé."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from liaison.messaging.policy import Policy
from liaison.support.after_plan import families_at
from widgets.support.scenario import day, scenario

if TYPE_CHECKING:
    from liaison.messaging.indicators import Indicators
    from liaison.school.tables import School


def reached(school: School, policy: Policy, seed: int) -> Indicators:
    """Return what the simulator of module 01 says of a school, over the weeks of the scenario."""
    from liaison.messaging.indicators import indicators
    from liaison.messaging.prepared import prepare
    from liaison.messaging.simulate import Period, deliver

    weeks = scenario()["reach"]
    return indicators(deliver(prepare(school, Period(day(weeks["start"]), weeks["weeks"]), seed), policy))


def out_among(found: Indicators, codes: Iterable[str]) -> int:
    """Return how many of these families of a fiction are left out."""
    return len(set(found.left_out_families) & families_at(codes))


__all__ = ["out_among", "reached"]
