"""L'état d'un plan : des besoins, du matériel, des ateliers ; et ce que chaque calcul en dit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from traitlets import Bool, HasTraits, Instance, Int, Tuple, Unicode

from liaison.diagnostic.answers import Answers
from liaison.messaging.policy import Policy, load_policy
from liaison.school.aggregates import load_preset
from liaison.support.after_plan import CASES, Case, Done, after, done
from liaison.support.costs import COST_SETTINGS, CostSettings
from liaison.support.fictitious import Fiction, fiction
from liaison.support.helped import receiving, to_help, unhelped
from liaison.support.loans import LOAN_SETTINGS, Allocation, LoanSettings, allocate
from liaison.support.needs import Needs
from liaison.support.partners import LocalPartner
from liaison.support.vocabulary import Item
from liaison.support.workshop_plan import WorkshopPlan, plan_workshops
from liaison.support.workshops import WORKSHOP_SETTINGS, WorkshopSettings
from widgets.support.reached import by_chance, simulated
from widgets.support.scenario import day, scenario

if TYPE_CHECKING:
    from liaison.diagnostic.indicators import Indicators as Published
    from liaison.diagnostic.weights import Population
    from liaison.messaging.change_alone import Chance
    from liaison.messaging.indicators import Indicators
    from liaison.messaging.vocabulary import Purpose
    from liaison.messaging.worse_off import Reached, WorseOff
    from liaison.school.vocabulary import SchoolKind, Zone
    from liaison.support.loan_dates import Until
    from liaison.support.modes import Change, PolicyChanges
    from liaison.support.plan import Plan

SECONDS = 6.0
KEPT = 16


class PlanState(HasTraits):
    """What the screen of a plan holds: whose needs, what is lent and how, which workshops, and what comes of it.

    `own_needs`: those of a file that was opened, in the place of those of the fictitious `school`. `workshop_plan` is
    the latest plan found for the settings as they are, None until one is. Anything else is computed when asked for.
    """

    school = Unicode()
    seed = Int()
    own_needs = Instance(Needs, allow_none=True)
    own_name = Unicode()
    loans = Instance(LoanSettings)
    workshops = Instance(WorkshopSettings)
    zone = Unicode()  # of school holidays: A, B or C
    kind = Unicode()  # ecole, college, lgt or lp
    lent_on = Instance(dt.date)
    until = Unicode()
    policy = Instance(Policy)  # the messaging policy from which the plan starts
    own_answers = Instance(Answers, allow_none=True)
    own_reading = Unicode()  # how many lines of them were read, kept, refused: one sentence
    partners: tuple[LocalPartner, ...] = Tuple()  # type: ignore[assignment]
    costs = Instance(CostSettings)
    workshop_plan = Instance(WorkshopPlan, allow_none=True)
    revealed = Bool(False)  # the bet has been placed: results may be shown

    def __init__(self, **kwargs: Any) -> None:
        values = scenario()
        defaults = {
            "school": values["school"]["default"],
            "seed": values["seed"]["default"],
            "loans": LOAN_SETTINGS.load(values["loans"]),
            "workshops": WORKSHOP_SETTINGS.load(values["workshops"]),
            "lent_on": day(values["lent_on"]),
            "until": values["until"],
            "policy": load_policy(values["policy"]),
            "costs": COST_SETTINGS.load(values["costs"]),
        }
        given = {**defaults, **kwargs}
        school = load_preset(given["school"])
        super().__init__(**{"zone": school.zone, "kind": school.kind, **given})
        self._fiction: tuple[tuple[str, int], Fiction] | None = None
        self._allocated: tuple[Needs, tuple[object, ...], Mapping[Item, Allocation]] | None = None
        self._published: tuple[Answers, Published] | None = None
        self._reached: dict[tuple[object, ...], Reached] = {}
        self._done: tuple[tuple[object, ...], Done] | None = None
        self.observe(self._take_place, "school")
        self.observe(self._forget_plan, ["school", "seed", "own_needs", "workshops"])

    @property
    def today(self) -> dt.date:
        """The day of the plan, which chooses the rules: that of the scenario for a fiction, else the real one."""
        return day(scenario()["today"]) if self.fictitious else dt.date.today()

    def fiction(self) -> Fiction:
        """Return the fictitious school with its families and its simulator, made once for a school and a seed."""
        key = (self.school, self.seed)
        if self._fiction is None or self._fiction[0] != key:
            values = scenario()
            self._fiction = (key, fiction(self.school, self.seed, values["ways"], day(values["today"])))
        return self._fiction[1]

    @property
    def fictitious(self) -> bool:
        """Whether the needs are those of the fictitious school."""
        return self.own_needs is None

    @property
    def needs(self) -> Needs:
        """The needs that the plan answers."""
        return self.fiction().needs if self.own_needs is None else self.own_needs

    def allocations(self) -> Mapping[Item, Allocation]:
        """Return who receives what."""
        needs, key = self.needs, (self.loans, self.seed)
        if self._allocated is None or self._allocated[0] is not needs or self._allocated[1] != key:
            self._allocated = (needs, key, allocate(needs, self.loans, self.seed, self.today))
        return self._allocated[2]

    def receiving(self) -> list[str]:
        """Return the codes of the families that receive anything, from the first."""
        return receiving(self.allocations())

    def to_help(self) -> list[str]:
        """Return the codes of those of them that have gestures to learn."""
        return to_help(self.needs, self.allocations())

    def unhelped(self) -> list[str]:
        """Return the codes of those of them that come to no workshop; all while no plan of workshops is found."""
        return unhelped(self.needs, self.allocations(), self.workshop_plan)

    def solve(self, seconds: float = SECONDS) -> WorkshopPlan:
        """Return the workshops for the settings as they are, at once; solved here if they are not yet."""
        if self.workshop_plan is None:
            self.workshop_plan = plan_workshops(self.needs, self.workshops, self.seed, self.today, seconds)
        return self.workshop_plan

    def indicators(self) -> Published | None:
        """Return what may be published of the anonymous answers; None where the school has opened no answers."""
        from liaison.diagnostic.indicators import indicators

        answers, population = self._answered()
        if answers is None:
            return None
        if self._published is None or self._published[0] is not answers:
            self._published = (answers, indicators(answers, population))
        return self._published[1]

    def _answered(self) -> tuple[Answers | None, Population | None]:
        """Return the anonymous answers, and the families by level where they are known."""
        if self.fictitious:
            return self.fiction().answers, self.fiction().population
        return self.own_answers, None

    def plan(self) -> Plan:
        """Return the whole plan, with the workshops already found.

        Raises:
            FrenchError: of the part that cannot be made.
        """
        from liaison.support.plan import make_plan

        answers, population = self._answered()
        return make_plan(
            self.needs,
            loan_settings=self.loans,
            workshop_settings=self.workshops,
            seed=self.seed,
            zone=cast("Zone", self.zone),
            lent_on=self.lent_on,
            on=self.today,
            kind=cast("SchoolKind", self.kind),
            until=cast("Until", self.until),
            indicators=self.indicators(),
            answers=answers,
            population=population,
            policy=self.policy.model_dump(mode="json"),
            local_partners=self.partners,
            costs=self.costs,
            workshops=self.solve(),
        )

    def changes(self) -> PolicyChanges | None:
        """Return what the diagnosis changes in the policy; None where the school has opened no answers."""
        from liaison.support.modes import changed_policy, signs_of

        found = self.indicators()
        if found is None:
            return None
        return changed_policy(self.policy.model_dump(mode="json"), signs_of(found), self.today)

    def reach(self, policy: Policy, case: Case = "rien") -> Indicators:
        """Return whom a policy reaches in the fictitious school, as it is or once loans or workshops are done."""
        return self._simulated(policy, case).indicators

    def each_alone(self) -> list[tuple[Change, list[str]]]:
        """Return each change that the diagnosis calls for, with what it does alone in the fictitious school."""
        from liaison.messaging.change_alone import alone_words

        changes, start = self.changes(), self.policy.model_dump(mode="json")
        found = changes.changes if changes else ()
        alone = [Policy.model_validate(change.applied(start)) for change in found]
        told = []
        for change, policy, chance in zip(found, alone, self.by_chance(alone), strict=True):
            before, after = (self._simulated(each, "rien") for each in (self.policy, policy))
            said = alone_words(before, after, cast("tuple[Purpose, ...]", change.purposes), chance)
            told.append((change, said))
        return told

    def by_chance(self, alone: list[Policy]) -> list[Chance]:
        """Return how these policies differ, each alone, from the one in use, from draw to draw of the fiction."""
        return by_chance(self.school, self.seed, *(one.model_dump_json() for one in (self.policy, *alone)))

    def lent_worse_off(self, policy: Policy) -> WorseOff:
        """Return whom the loans alone leave out in the fictitious school, and why."""
        from liaison.messaging.worse_off import worse_off

        return worse_off(self._simulated(policy, "rien"), self._simulated(policy, "prets"))

    def _simulated(self, policy: Policy, case: Case) -> Reached:
        plan = Done() if case == "rien" else self._done_in_fiction().of(case)
        key = (self.school, self.seed, policy.model_dump_json(exclude={"name", "description"}), plan)
        if key not in self._reached:
            school = after(self.fiction().school, plan, day(scenario()["today"]))
            self._reached[key] = simulated(school, policy, self.seed)
            while len(self._reached) > KEPT:
                self._reached.pop(next(iter(self._reached)))
        return self._reached[key]

    def reach_cases(self, policy: Policy) -> dict[Case, Indicators]:
        """Return whom a policy reaches with nothing done, the loans, the workshops, both."""
        return {case: self.reach(policy, case) for case in CASES}

    def _done_in_fiction(self) -> Done:
        """Return what the plan does in the fictitious school, whose families are asked even when a file is open."""
        if self.fictitious:
            return done(self.allocations(), self.solve())
        key = (self.school, self.seed, self.loans, self.workshops)
        if self._done is None or self._done[0] != key:
            needs = self.fiction().needs
            loans = allocate(needs, self.loans, self.seed, self.today)
            plan = plan_workshops(needs, self.workshops, self.seed, self.today, SECONDS)
            self._done = (key, done(loans, plan))
        return self._done[1]

    def _take_place(self, _change: object) -> None:
        school = load_preset(self.school)
        self.zone, self.kind = school.zone, school.kind

    def _forget_plan(self, _change: object) -> None:
        self.workshop_plan = None


__all__ = ["SECONDS", "PlanState"]
