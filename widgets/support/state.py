"""L'état d'un plan : des besoins, du matériel, des ateliers ; et ce que chaque calcul en dit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from traitlets import Bool, HasTraits, Instance, Int, Tuple, Unicode

from liaison.across.plan_reach import PlanReach
from liaison.diagnostic.answers import Answers
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.school.fictitious.aggregates import load_preset
from liaison.support.fictitious import Fiction, fiction
from liaison.support.loans.loans import LOAN_SETTINGS, Allocation, LoanSettings, allocate
from liaison.support.needs.helped import receiving, to_help, unhelped
from liaison.support.needs.needs import Needs
from liaison.support.plan.after_plan import Case, Done, done, done_for
from liaison.support.plan.costs import COST_SETTINGS, CostSettings
from liaison.support.plan.partners import LocalPartner
from liaison.support.vocabulary import Item
from liaison.support.workshops.efforts import SECONDS
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import WORKSHOP_SETTINGS, WorkshopSettings
from widgets.shown_before import REAL
from widgets.support.scenario import day, scenario

if TYPE_CHECKING:
    from liaison.across.changes_alone import ToldAlone
    from liaison.diagnostic.counting.indicators import AnswerIndicators
    from liaison.diagnostic.counting.weights import FamilyCounts
    from liaison.diagnostic.publication.already_shown import AlreadyShown
    from liaison.messaging.reading.indicators import Indicators
    from liaison.messaging.reading.worse_off import WorseOff
    from liaison.school.vocabulary import SchoolKind, Zone
    from liaison.support.loans.dates import Until
    from liaison.support.plan.modes import PolicyChanges
    from liaison.support.plan.plan import Plan


class PlanState(HasTraits):
    """What the screen of a plan holds: whose needs, what is lent and how, which workshops, and what comes of it.

    `own_needs`: those of a file that was opened, in the place of those of the fictitious `school`. `workshop_plan` is
    the latest plan found for the settings as they are, None until one is. `tried`: the loans and workshops before what
    is added on trial, and with it. Anything else is computed when asked for.
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
    own_reading = Unicode()  # what is published of how they were read: one sentence
    partners: tuple[LocalPartner, ...] = Tuple()  # type: ignore[assignment]
    costs = Instance(CostSettings)
    workshop_plan = Instance(WorkshopPlan, allow_none=True)
    tried = Tuple()
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
        self._allocated: tuple[Needs, tuple[object, ...], Mapping[Item, Allocation]] | None = None
        self._published: tuple[Answers, object, AnswerIndicators] | None = None
        self.already: Mapping[Hashable, AlreadyShown] = {}  # of the real families, as far as this page knows
        self._done: tuple[tuple[object, ...], Done] | None = None
        self.observe(self._take_place, "school")
        self.observe(self._forget_plan, ["school", "seed", "own_needs", "workshops"])

    @property
    def today(self) -> dt.date:
        """The day of the plan, which chooses the rules: that of the scenario for a fiction, else the real one."""
        return day(scenario()["today"]) if self.fictitious else dt.date.today()

    def fiction(self) -> Fiction:
        """Return the fictitious school with its families and its simulator, made once for a school and a seed."""
        return _fiction(self.school, self.seed)

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
            self._allocated = (needs, key, self.allocations_of(self.loans))
        return self._allocated[2]

    def allocations_of(self, loans: LoanSettings) -> Mapping[Item, Allocation]:
        """Return who would receive what by these settings."""
        return allocate(self.needs, loans, self.seed, self.today)

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

    def take_plan(self, loans: LoanSettings, workshops: WorkshopSettings, plan: WorkshopPlan) -> None:
        """Take these settings, and the workshops already found for them."""
        # The workshops first: what was found for others is forgotten before anybody looks at the loans beside it.
        self.workshops, self.loans = workshops, loans
        self.workshop_plan = plan

    def indicators(self) -> AnswerIndicators | None:
        """Return what may be published of the anonymous answers; None where the school has opened no answers."""
        answers = self.answers
        if answers is None:
            return None
        shown = self.shown()
        if self._published is None or self._published[0] is not answers or self._published[1] != shown.plans:
            self._published = (answers, shown.plans, shown.indicators(answers, self.population))
        return self._published[2]

    def shown(self) -> AlreadyShown:
        """Return what was already shown of the same families: nothing of a fictitious school is kept."""
        from liaison.diagnostic.publication.already_shown import AlreadyShown

        return self.already.get(self.whose, AlreadyShown())

    @property
    def whose(self) -> Hashable | None:
        """Whose needs these are, for what was already shown of them: a plan of a fictitious school hides nobody."""
        return None if self.fictitious else REAL

    @property
    def answers(self) -> Answers | None:
        """The anonymous answers; None where the school has opened none."""
        return self.fiction().answers if self.fictitious else self.own_answers

    @property
    def population(self) -> FamilyCounts | None:
        """The families by level, where they are known."""
        return self.fiction().population if self.fictitious else None

    def plan(self) -> Plan:
        """Return the whole plan, with the workshops already found.

        Raises:
            FrenchError: of the part that cannot be made.
        """
        from liaison.support.papers.beside_diagnosis import DiagnosisBeside
        from liaison.support.plan.plan import PlanSettings, make_plan

        settings = PlanSettings(
            loans=self.loans,
            workshops=self.workshops,
            seed=self.seed,
            zone=cast("Zone", self.zone),
            lent_on=self.lent_on,
            on=self.today,
            kind=cast("SchoolKind", self.kind),
            until=cast("Until", self.until),
            partners=self.partners,
            costs=self.costs,
        )
        diagnosis = DiagnosisBeside(self.indicators(), self.answers, self.population, self.shown().former)
        return make_plan(self.needs, settings, diagnosis, self.policy.model_dump(mode="json"), self.solve())

    def changes(self) -> PolicyChanges | None:
        """Return what the diagnosis changes in the policy; None where the school has opened no answers."""
        from liaison.across.changes_alone import changes_after

        indicators = self.indicators()
        return None if indicators is None else changes_after(self.policy, indicators, self.today)

    def messages_reach(self) -> PlanReach:
        """Return what the simulator says of the fictitious school, made once for a school and a seed."""
        return _reach(self.school, self.seed)

    def reach(self, policy: Policy, case: Case = "rien") -> Indicators:
        """Return whom a policy reaches in the fictitious school, as it is or once loans or workshops are done."""
        plan = Done() if case == "rien" else self._done_in_fiction().of(case)
        return self.messages_reach().reached(policy, plan).indicators

    def told_alone(self) -> list[ToldAlone]:
        """Return each change that the diagnosis calls for, with what it does alone in the fictitious school."""
        from liaison.across.changes_alone import told_alone

        changes = self.changes()
        return told_alone(self.messages_reach(), self.policy, changes.changes if changes else ())

    def lent_worse_off(self, policy: Policy) -> WorseOff:
        """Return whom the loans alone leave out in the fictitious school, and why."""
        return self.messages_reach().lent_worse_off(policy, self._done_in_fiction())

    def reach_cases(self, policy: Policy) -> dict[Case, Indicators]:
        """Return whom a policy reaches with nothing done, the loans, the workshops, both."""
        return self.messages_reach().cases(policy, self._done_in_fiction())

    def _done_in_fiction(self) -> Done:
        """Return what the plan does in the fictitious school, whose families are asked even when a file is open."""
        if self.fictitious:
            return done(self.allocations(), self.solve())
        key = (self.school, self.seed, self.loans, self.workshops)
        if self._done is None or self._done[0] != key:
            of_fiction = done_for(self.fiction().needs, self.loans, self.workshops, self.seed, self.today, SECONDS)
            self._done = (key, of_fiction)
        return self._done[1]

    def _take_place(self, _change: object) -> None:
        school = load_preset(self.school)
        self.zone, self.kind = school.zone, school.kind

    def _forget_plan(self, _change: object) -> None:
        self.workshop_plan = None


# Of a process, and not of a screen: a copied kernel has those that were made before it, and nobody changes them.
@lru_cache(maxsize=2)
def _fiction(school: str, seed: int) -> Fiction:
    values = scenario()
    return fiction(school, seed, values["ways"], day(values["today"]))


@lru_cache(maxsize=2)
def _reach(school: str, seed: int) -> PlanReach:
    return PlanReach(school, seed, _fiction(school, seed).school)


__all__ = ["PlanState"]
