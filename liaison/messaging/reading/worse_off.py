"""Qui un changement laisse de côté sans le vouloir : les familles qui le sont après, pas avant, et pourquoi."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from liaison.messaging.delivery.simulate import Period, Trace, deliver
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.indicators import Indicators, backed_up, indicators
from liaison.messaging.traffic.prepared import prepare
from liaison.school.tables import School


@dataclass(frozen=True, eq=False)
class SchoolReach:
    """Whom messages reach in a fictitious school: the indicators, and by family the messages of the fallback."""

    indicators: Indicators
    backed_up: np.ndarray


@dataclass(frozen=True)
class WorseOff:
    """Families left out after and not before, and those of them that the fallback has stopped serving as it did."""

    families: frozenset[int]
    without_fallback: frozenset[int]


def reached(trace: Trace) -> SchoolReach:
    """Return whom a simulation reaches, with what says why a family may be reached less."""
    return SchoolReach(indicators(trace), backed_up(trace))


def reached_in(school: School, policy: Policy, period: Period, seed: int) -> SchoolReach:
    """Return whom the messages of a period reach in a school, under a policy."""
    return reached(deliver(prepare(school, period, seed), policy))


def worse_off(before: SchoolReach, after: SchoolReach) -> WorseOff:
    """Return whom a change of the school (a loan, say) leaves out, the policy being the same.

    A home that is connected can be reached by the ENT: the fallback, which is for who cannot, stops. Whoever seldom
    opens the ENT then gets less than on paper.
    """
    families = frozenset(after.indicators.left_out_families) - frozenset(before.indicators.left_out_families)
    stopped = frozenset(family for family in families if after.backed_up[family] < before.backed_up[family])
    return WorseOff(families, stopped)


__all__ = ["SchoolReach", "WorseOff", "reached", "reached_in", "worse_off"]
