"""« Que changer en premier ? » : l'effet de chaque réglage seul, puis les deux ou trois qui atteignent ensemble un but.

Thousands of policies are tried on a sample of families, to choose; whatever is shown is then simulated whole, on every
family. The order of the work is fixed: same school, same policy, same aim, same answer, stopped early or not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, islice

import numpy as np

from liaison.messaging.aims import LESS_IS_BETTER, Aim, Figures, Measure
from liaison.messaging.columns import take
from liaison.messaging.compliance import check
from liaison.messaging.moves import Move, moves
from liaison.messaging.policy import Policy
from liaison.messaging.prepared import Prepared
from liaison.messaging.simulate import deliver
from liaison.messaging.vocabulary import PROFILES

SAMPLED = 48  # families: enough of each profile to rank, few enough to try thousands of policies
PAIRED, TRIPLED = 36, 16  # single changes tried two by two, then three by three
SHOWN_SINGLES, SHOWN_SETS = 16, 24
MORE = 3  # changes added to the nearest set, one at a time, when three do not reach the aim
# What one gives up for another: the four sides of the front.
SIDES: tuple[Measure, ...] = ("part_informee", "notifications_soir", "notifications_par_semaine", "travail_personnels")
LAWS = ("loi", "reglement")


@dataclass(frozen=True)
class Tried:
    """A policy that was simulated: the changes that make it, the value of each goal, of each side, and of the rank."""

    changes: tuple[Move, ...]
    policy: Policy
    goals: tuple[float, ...]
    sides: dict[Measure, float]
    rank: float
    missing: float  # how far it is from the aim, 0 when it reaches it
    left_out: np.ndarray = field(compare=False, repr=False)  # bool, by family

    @property
    def reaches(self) -> bool:
        """Whether every goal is reached."""
        return self.missing == 0

    def better_than(self, other: Tried) -> bool:
        """Whether it is nowhere worse on the four sides, and better on one."""
        mine, its = (np.array([_less(side, one.sides[side]) for side in SIDES]) for one in (self, other))
        return bool((mine <= its).all() and (mine < its).any())


@dataclass(frozen=True)
class Progress:
    """How far the search is: policies tried, out of how many, and what is being done."""

    tried: int
    total: int
    doing: str


@dataclass(frozen=True)
class Found:
    """What a search found, every number of it from a whole simulation.

    `start`: the policy as it is. `singles`: changes of one setting, the best first by the measure of the aim. `sets`:
    sets of changes, the nearest to the aim first. `front`: those of all these that no other one betters. `always_out`:
    families left out in every policy simulated whole, by profile. `tried`: policies tried, sample included; `whole`:
    simulated on all families. `stopped`: it was stopped before its end.
    """

    aim: Aim
    start: Tried
    singles: tuple[Tried, ...]
    sets: tuple[Tried, ...]
    front: tuple[Tried, ...]
    always_out: dict[str, int]
    tried: int
    whole: int
    stopped: bool

    @property
    def best(self) -> Tried | None:
        """The fewest changes that reach the aim, then the least work; None when nothing tried reaches it."""
        reaching = [one for one in (self.start, *self.singles, *self.sets) if one.reaches]
        return min(reaching, key=lambda one: (len(one.changes), one.sides["travail_personnels"]), default=None)

    @property
    def nearest(self) -> Tried:
        """The policy that comes nearest to the aim."""
        return min((self.start, *self.singles, *self.sets), key=lambda one: (one.missing, len(one.changes)))


class Search:
    """A search under way: `steps()` does the work and says how far it is; `found()` says what there is so far."""

    def __init__(self, prepared: Prepared, policy: Policy, aim: Aim, on: dt.date | None = None) -> None:
        self.prepared, self.policy, self.aim = prepared, policy, aim
        self._on = on or prepared.period.start
        self._allowed = self._laws(policy)
        self._simulated = 0
        self._whole: dict[tuple[str, ...], Tried] = {}
        self._singles: list[Tried] = []
        self._sets: list[Tried] = []
        self._done = False
        self.start = self._tried(prepared, ())

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every single change that the frame allows."""
        found = moves(self.policy, self.prepared.people.languages, self.aim.keep)
        return tuple(one for one in found if self._laws(one.apply(self.policy)) <= self._allowed)

    @cached_property
    def sample(self) -> Prepared:
        """The same simulation for some families of every profile, each with all that is written to it."""
        return sampled(self.prepared, SAMPLED)

    @cached_property
    def total(self) -> int:
        """How many policies are to be tried, about."""
        pairs = PAIRED * (PAIRED - 1) // 2
        triples = TRIPLED * (TRIPLED - 1) * (TRIPLED - 2) // 6
        return len(self.moves) * (1 + MORE) + pairs + triples + SHOWN_SINGLES + SHOWN_SETS

    def steps(self, stop: Callable[[], bool] = lambda: False) -> Iterator[Progress]:
        """Try policies until all are tried or `stop()` says so; what is found meanwhile is never lost."""
        for doing, work in (
            ("Chaque réglage seul", self._try_singles),
            ("Les meilleurs, simulés sur toutes les familles", self._confirm_singles),
            ("Deux ou trois réglages ensemble", self._try_sets),
            ("Plus de réglages, s'il en faut", self._try_more),
            ("Les meilleurs ensembles, simulés sur toutes les familles", self._confirm_sets),
        ):
            for _ in work():
                yield Progress(min(self._simulated, self.total), self.total, doing)
                if stop():
                    return
        self._done = True

    def _try_singles(self) -> Iterator[None]:
        self._screened: list[Tried] = []
        self._screen_start = self._tried(self.sample, ())
        for move in self.moves:
            self._screened.append(self._tried(self.sample, (move,)))
            yield

    def _confirm_singles(self) -> Iterator[None]:
        ranked = sorted(self._screened, key=lambda one: _less(self.aim.rank_by, one.rank))
        for one in ranked[:SHOWN_SINGLES]:
            self._singles.append(self._confirmed(one.changes))
            yield

    def _try_sets(self) -> Iterator[None]:
        self._screened_sets: list[Tried] = []
        for size, kept in ((2, PAIRED), (3, TRIPLED)):
            useful = self._useful(kept)
            for changes in combinations(useful, size):
                if len({move.setting for move in changes}) == size:
                    self._screened_sets.append(self._tried(self.sample, changes))
                yield

    def _try_more(self) -> Iterator[None]:
        """Add to the nearest set the change that helps most, again while it helps and the aim is not reached."""
        nearest = min([*self._screened, *self._screened_sets], key=self._order)
        for _ in range(MORE):
            if nearest.reaches:
                return
            tried = []
            for move in self.moves:
                if move.setting not in {each.setting for each in nearest.changes}:
                    tried.append(self._tried(self.sample, (*nearest.changes, move)))
                    yield
            best = min(tried, key=self._order, default=nearest)
            if best.missing >= nearest.missing:
                return
            nearest = best
            self._screened_sets.append(best)

    def _confirm_sets(self) -> Iterator[None]:
        near = sorted(self._screened_sets, key=self._order)
        front = sorted(_front(self._screened_sets), key=self._order)
        half = SHOWN_SETS // 2
        chosen = {_key(one.changes): one for one in (*near[:half], *front[:half], *near[half:])}
        # What each change may do alone, several may not do together: a law that asks for one way or another.
        lawful = (one for one in chosen.values() if self._laws(one.policy) <= self._allowed)
        for one in islice(lawful, SHOWN_SETS):
            self._sets.append(self._confirmed(one.changes))
            yield

    def _order(self, one: Tried) -> tuple[float, int, float]:
        """The nearest to the aim first, then the fewest changes, then the best by the measure of the aim."""
        return one.missing, len(one.changes), _less(self.aim.rank_by, one.rank)

    def _useful(self, count: int) -> list[Move]:
        """Return the single changes that help most: those of the aim first, then of each side in turn."""
        orders: list[list[Tried]] = [sorted(self._screened, key=lambda one: one.missing)]
        orders.append(sorted(self._screened, key=lambda one: _less(self.aim.rank_by, one.rank)))
        orders += [sorted(self._screened, key=lambda one: _less(side, one.sides[side])) for side in SIDES]
        found: dict[int, Move] = {}
        for rank in range(len(self._screened)):
            for order in orders:
                move = order[rank].changes[0]
                found.setdefault(id(move), move)
                if len(found) == count:
                    return list(found.values())
        return list(found.values())

    def _confirmed(self, changes: tuple[Move, ...]) -> Tried:
        key = _key(changes)
        if key not in self._whole:
            self._whole[key] = self._tried(self.prepared, changes)
        return self._whole[key]

    def _tried(self, prepared: Prepared, changes: tuple[Move, ...]) -> Tried:
        self._simulated += 1
        policy = self.policy
        for move in changes:
            policy = move.apply(policy)
        figures = Figures(deliver(prepared, policy))
        values = tuple(figures.value(goal) for goal in self.aim.goals)
        return Tried(
            changes,
            policy,
            values,
            {side: figures.of(side) for side in SIDES},
            figures.of(self.aim.rank_by) if self.aim.rank_by != "part_prevenue" else self._prevenue(values),
            sum(goal.missing(value) for goal, value in zip(self.aim.goals, values, strict=True)),
            figures.left_out,
        )

    def _prevenue(self, values: Sequence[float]) -> float:
        goals = [value for goal, value in zip(self.aim.goals, values, strict=True) if goal.measure == "part_prevenue"]
        return goals[0] if goals else 0.0

    def _laws(self, policy: Policy) -> set[str]:
        """Return the findings of a policy that rest on a law or a règlement."""
        return {one.code for one in check(policy, self._on) if one.rule.kind in LAWS}

    def found(self) -> Found:
        """Return what is known so far."""
        whole = [self.start, *self._whole.values()]
        singles = sorted(self._singles, key=lambda one: _less(self.aim.rank_by, one.rank))
        sets = sorted(self._sets, key=self._order)
        out = np.logical_and.reduce([one.left_out for one in whole])
        profiles = np.bincount(self.prepared.family_profile[out], minlength=len(PROFILES))
        return Found(
            aim=self.aim,
            start=self.start,
            singles=tuple(singles),
            sets=tuple(sets),
            front=tuple(_front(whole)),
            always_out={name: int(count) for name, count in zip(PROFILES, profiles, strict=True) if count},
            tried=self._simulated,
            whole=len(whole),
            stopped=not self._done,
        )


def sampled(prepared: Prepared, families: int) -> Prepared:
    """Return the same simulation for about that many families, spread over the profiles as they are in the school.

    Families are taken at equal intervals in the order of their profiles: no draw, and none left out by chance.
    """
    order = np.argsort(prepared.family_profile, kind="stable")
    step = max(1, len(order) // families)
    chosen = np.zeros(len(order), dtype=bool)
    chosen[order[step // 2 :: step]] = True
    kept = chosen[prepared.families[prepared.rows.pupil]]
    return replace(prepared, rows=take(prepared.rows, kept), draws=take(prepared.draws, kept))


def _front(some: Sequence[Tried]) -> list[Tried]:
    """Return those that no other one betters, the widest reach first; of equals, the fewest changes."""
    unique: dict[tuple[float, ...], Tried] = {}
    for one in sorted(some, key=lambda one: len(one.changes)):
        unique.setdefault(tuple(one.sides[side] for side in SIDES), one)
    left = list(unique.values())
    points = np.array([[_less(side, one.sides[side]) for side in SIDES] for one in left]).reshape(-1, len(SIDES))
    kept = [
        one
        for one, point in zip(left, points, strict=True)
        if not ((points <= point).all(axis=1) & (points < point).any(axis=1)).any()
    ]
    return sorted(kept, key=lambda one: (-one.sides["part_informee"], len(one.changes)))


def _key(changes: tuple[Move, ...]) -> tuple[str, ...]:
    return tuple(sorted(f"{move.setting} {move.label}" for move in changes))


def _less(measure: Measure, value: float) -> float:
    """Return a value so that less is better."""
    return value if LESS_IS_BETTER[measure] else -value


__all__ = ["SIDES", "Found", "Progress", "Search", "Tried", "sampled"]
