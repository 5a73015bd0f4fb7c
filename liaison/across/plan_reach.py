"""Qui les messages joignent dans l'école fictive d'un plan, telle quelle ou une fois le plan fait : le simulateur."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from liaison.messaging.policy.policy import Policy
from liaison.module import scenario_of
from liaison.school.fictitious.aggregates import load_preset
from liaison.support.plan.after_plan import CASES, Case, Done, after, families_at

if TYPE_CHECKING:
    from liaison.messaging.reading.change_alone import Chance
    from liaison.messaging.reading.indicators import Indicators
    from liaison.messaging.reading.worse_off import SchoolReach, WorseOff
    from liaison.messaging.traffic.clock import Period
    from liaison.school.tables import School

KEPT = 16
UNDONE = Done()


class PlanReach:
    """Whom messages reach in a fictitious school over the weeks of the module's scenario; the last few are kept.

    `school`: the one that `preset` and `seed` make, where it is already made. The engine and pandas are imported at the
    first simulation.
    """

    def __init__(self, preset: str, seed: int, school: School | None = None) -> None:
        self.preset, self.seed = preset, seed
        self._school = school
        self._reached: dict[tuple[str, Done], SchoolReach] = {}

    @property
    def name(self) -> str:
        """The name of the school."""
        return load_preset(self.preset).name

    @property
    def school(self) -> School:
        """The school before anything is done."""
        if self._school is None:
            from liaison.school.fictitious.generator import school_from

            self._school = school_from(self.preset, self.seed)
        return self._school

    def reached(self, policy: Policy, plan: Done = UNDONE) -> SchoolReach:
        """Return what the simulator says of the school under a policy, once a plan is done."""
        from liaison.messaging.reading.worse_off import reached_in

        key = (policy.model_dump_json(exclude={"name", "description"}), plan)
        if key not in self._reached:
            school = after(self.school, plan, _day("today"))
            self._reached[key] = reached_in(school, policy, weeks_of_messages(), self.seed)
            while len(self._reached) > KEPT:
                self._reached.pop(next(iter(self._reached)))
        return self._reached[key]

    def cases(self, policy: Policy, plan: Done) -> dict[Case, Indicators]:
        """Return whom a policy reaches with nothing done, the loans, the workshops, both."""
        return {case: self.reached(policy, plan.of(case)).indicators for case in CASES}

    def lent_worse_off(self, policy: Policy, plan: Done) -> WorseOff:
        """Return whom the loans of a plan, alone, leave out, and why."""
        from liaison.messaging.reading.worse_off import worse_off

        return worse_off(self.reached(policy), self.reached(policy, plan.of("prets")))

    def by_chance(self, policy: Policy, others: Sequence[Policy]) -> list[Chance]:
        """Return how each of `others` differs from `policy`, from draw to draw of the school."""
        if not others:
            return []
        return _by_chance(self.preset, self.seed, *(policy_run.model_dump_json() for policy_run in (policy, *others)))


@lru_cache(maxsize=16)  # a few figures each, and long to work out
def _by_chance(preset: str, seed: int, policy: str, *others: str) -> list[Chance]:
    from liaison.messaging.reading.change_alone import by_chance_alone
    from liaison.school.fictitious.generator import school_from

    first, *rest = map(Policy.model_validate_json, (policy, *others))
    return by_chance_alone(school_from(preset, seed), weeks_of_messages(), seed, first, rest)


def weeks_of_messages() -> Period:
    """Return the weeks of messages that the scenario simulates."""
    from liaison.messaging.traffic.clock import Period

    weeks: Mapping[str, Any] = scenario_of("support")["reach"]
    return Period(dt.date.fromisoformat(str(weeks["start"])), weeks["weeks"])


def out_among(indicators: Indicators, codes: Iterable[str]) -> int:
    """Return how many of these families of a fiction are left out."""
    return len(set(indicators.left_out_families) & families_at(codes))


@dataclass(frozen=True)
class LentAlone:
    """The truth of the bet on loans: families left out before them, once they are made, and with workshops too."""

    families: int
    before: int
    lent: int
    both: int

    @property
    def share(self) -> float:
        """The share of the families left out before that the loans alone reach, 0 when they reach none of them."""
        return max(0.0, (self.before - self.lent) / self.before) if self.before else 0.0


def lent_alone(cases: Mapping[Case, Indicators]) -> LentAlone:
    """Return what loans change on their own, from whom messages reach in each case."""
    before, lent, both = (len(cases[case].left_out_families) for case in ("rien", "prets", "tout"))
    return LentAlone(cases["rien"].families, before, lent, both)


def _day(name: str) -> dt.date:
    return dt.date.fromisoformat(str(scenario_of("support")[name]))


__all__ = ["LentAlone", "PlanReach", "lent_alone", "out_among", "weeks_of_messages"]
