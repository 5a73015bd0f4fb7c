"""L'état d'un laboratoire : une politique, une école, une période ; et ce que la simulation en dit."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from traitlets import Bool, HasTraits, Instance, Int, Tuple, Unicode

from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.traffic.hypotheses import SimulationHypotheses, load_hypotheses
from liaison.module import scenario_of

if TYPE_CHECKING:
    from liaison.messaging.delivery.simulate import Trace
    from liaison.messaging.reading.indicators import Indicators
    from liaison.messaging.reading.uncertainty import Trial
    from liaison.messaging.traffic.prepared import Prepared

KEPT_SIMULATIONS = 4
# By each way of trying a change, the policy before the one on trial, then with it.
TRIED = ("tried", "tried_card", "tried_family")
# What the simulation starts from, beside the policy.
ON_TRIAL = ("school", "weeks", "seed", "hypotheses")


def scenario() -> dict[str, Any]:
    """Return the values that lesson, app and exercise share."""
    return scenario_of("messaging")


class Simulation(NamedTuple):
    """A trace and what it says."""

    trace: Trace
    indicators: Indicators


@lru_cache(maxsize=1)
def _prepared(start: dt.date, school: str, weeks: int, seed: int, hypotheses: str) -> Prepared:
    """Return what no setting changes; the last is kept for the labs to come, as the one that a spare kernel makes."""
    from liaison.messaging.delivery.simulate import Period
    from liaison.messaging.traffic.prepared import prepare
    from liaison.school.fictitious.generator import school_from

    held = SimulationHypotheses.model_validate_json(hypotheses)
    return prepare(school_from(school, seed), Period(start, weeks), seed, held)


class LabState(HasTraits):
    """What a lab holds: `policy` on trial, its `origin`, which one started from, the fictitious school, the period.

    `brought`: the policies of others, of which the one on trial is made. `reference`: what is compared with,
    everywhere; the first of these, or the origin without any, until one chooses another. `tried`: the policy before the
    lever on trial, and with it; `tried_card`, `tried_family`: the same of a card of « Comprendre », of the change of a
    family that was pressed.

    The engine and pandas are imported at the first simulation, so that the first control does not wait for them.
    """

    policy = Instance(Policy)
    origin = Instance(Policy)
    brought = Tuple()
    reference = Instance(Policy)
    tried = Tuple()
    tried_card = Tuple()
    tried_family = Tuple()
    school = Unicode()
    weeks = Int()
    seed = Int()
    hypotheses = Instance(SimulationHypotheses)
    revealed = Bool(False)  # the bet has been placed: results may be shown

    def __init__(self, **kwargs: Any) -> None:
        values = scenario()
        policy = kwargs.get("policy") or load_policy(values["policies"]["second"])
        defaults = {
            "policy": policy,
            "origin": policy,
            "reference": policy,
            "school": values["school"]["default"],
            "weeks": values["weeks"]["default"],
            "seed": values["seed"]["default"],
            "hypotheses": load_hypotheses(self.start),
        }
        super().__init__(**{**defaults, **kwargs})
        self._prepared: tuple[tuple[str, int, int, str], Prepared] | None = None
        self._simulations: OrderedDict[str, Simulation] = OrderedDict()

    def begin(self, policy: Policy) -> None:
        """Start from a policy that comes whole: a model, a file, a link."""
        with self.hold_trait_notifications():
            self.policy = self.origin = self.reference = policy
            self.brought = ()

    def depart(self, origin: Policy, brought: Sequence[Policy]) -> None:
        """Say what the policy on trial is made from; what is compared with stays, where one chose another."""
        chosen = self.reference != self._before
        with self.hold_trait_notifications():
            self.origin, self.brought = origin, tuple(brought)
            self.reference = self.reference if chosen else self._before

    @property
    def _before(self) -> Policy:
        return next(iter(self.brought), self.origin)

    @property
    def start(self) -> dt.date:
        """The first day of the period."""
        return dt.date.fromisoformat(str(scenario()["start"]))

    @property
    def school_name(self) -> str:
        """Return the name of the fictitious school, as one chooses it."""
        from liaison.school.fictitious.aggregates import load_preset

        return load_preset(self.school).name

    def prepared(self) -> Prepared:
        """Return what no setting changes, made once for a school, a period, a seed and hypotheses."""
        key = (self.school, self.weeks, self.seed, self.hypotheses.model_dump_json())
        if self._prepared is None or self._prepared[0] != key:
            self._prepared = (key, _prepared(self.start, *key))
            self._simulations.clear()
        return self._prepared[1]

    def trial(self) -> Trial:
        """Return what a replay starts from: the same school and period, this seed first."""
        from liaison.messaging.delivery.simulate import Period
        from liaison.messaging.reading.uncertainty import Trial

        return Trial(self.prepared().school, Period(self.start, self.weeks), self.seed)

    def on_trial(self) -> tuple[object, ...]:
        """Return what the figures on screen are of, to be compared with what others are of."""
        return (self.policy, *(getattr(self, name) for name in ON_TRIAL))

    def simulation(self, policy: Policy | None = None) -> Simulation:
        """Return the trace and indicators of a policy (the one on trial by default); the last few are kept."""
        from liaison.messaging.delivery.simulate import deliver
        from liaison.messaging.reading.indicators import indicators

        policy = policy or self.policy
        prepared = self.prepared()
        key = policy.model_dump_json(exclude={"name", "description"})
        if key not in self._simulations:
            trace = deliver(prepared, policy)
            self._simulations[key] = Simulation(trace, indicators(trace))
            while len(self._simulations) > KEPT_SIMULATIONS:
                self._simulations.popitem(last=False)
        self._simulations.move_to_end(key)
        return self._simulations[key]
