"""« Que changer en premier ? » : l'effet de chaque réglage seul, puis les deux ou trois qui atteignent ensemble un but.

Thousands of policies are tried on a sample of families, to choose; whatever is shown is then simulated whole, on every
family. The order of the work is fixed: same school, same policy, same aim, same answer, stopped early or not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, islice

import numpy as np

from liaison.messaging.aims import LESS_IS_BETTER, Aim, Figures, Measure, shown_number
from liaison.messaging.compliance import check
from liaison.messaging.moves import Move, moves
from liaison.messaging.policy import Policy
from liaison.messaging.prepared import Prepared
from liaison.messaging.search_reach import widest
from liaison.messaging.search_sample import of_all, of_families, spread, written_to
from liaison.messaging.simulate import deliver
from liaison.messaging.uncertainty import CHANCE_DRAWS, Interval, drawn, extent, overturned
from liaison.messaging.vocabulary import PROFILES
from liaison.school.vocabulary import SchoolKind

SAMPLED = 48  # families: enough of each profile to rank, few enough to try thousands of policies
PAIRED, TRIPLED = 36, 16  # single changes tried two by two, then three by three
SHOWN_SINGLES, SHOWN_SETS = 16, 24
MORE = 3  # changes added to the nearest set, one at a time, when three do not reach the aim
# What one gives up for another: the four sides of the front.
SIDES: tuple[Measure, ...] = ("part_informee", "notifications_soir", "notifications_par_semaine", "travail_personnels")
LAWS = ("loi", "reglement")
# What gets worse by more than this share of what it was is a price, and is said beside what is reached.
BEARABLE = 0.1
TOLD = 0.01  # less than that is not told apart on a screen (a point of a share, a hundredth of an hour or of a bell)


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
    # By how much it is worse than the policy as it is, over several draws; nothing while they are not tried.
    chance: Mapping[Measure, Interval] = field(default_factory=dict, compare=False, repr=False)

    @property
    def reaches(self) -> bool:
        """Whether every goal is reached."""
        return self.missing == 0


def price(start: Tried, one: Tried) -> tuple[Measure, ...]:
    """Return what `one` makes much worse than `start`: sides, and families left out (`part_laissee`).

    What the chance of one draw is enough to explain is not a price.
    """
    return tuple(side for side in _worse(start, one) if not overturned(one.chance.get(side)))


def by_chance(one: Tried) -> tuple[Measure, ...]:
    """Return what `one` changes and the chance of one draw is enough to explain; nothing where it was not replayed."""
    return tuple(measure for measure, chance in one.chance.items() if overturned(chance))


def _worse(start: Tried, one: Tried) -> tuple[Measure, ...]:
    """Return what `one` makes much worse than `start` on the draw that is shown."""
    before, after = _harm(start), _harm(one)
    # A family is a family: one more is told, however many there are.
    least = {measure: TOLD if measure in SIDES else 0 for measure in before}
    return tuple(side for side, harm in before.items() if after[side] > harm * (1 + BEARABLE) + least[side])


def _harm(one: Tried) -> dict[Measure, float]:
    return _harms(one.sides, one.left_out)


def _harms(sides: Mapping[Measure, float], left_out: np.ndarray) -> dict[Measure, float]:
    """How bad each side is, from zero: what is not told in time, rather than what is."""
    harms = {side: value if LESS_IS_BETTER[side] else 1 - value for side, value in sides.items()}
    return {**harms, "part_laissee": float(left_out.mean())}


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
    sets of changes, the nearest to the aim first. `always_out`: families left out by everything that was simulated for
    them, by profile. `tried`: policies tried for the aim, sample included; `whole`: those of them simulated on all
    families; `wide`: those simulated on all families for their reach alone. `stopped`: it was stopped before its end.
    `on`, `kind`: the day and the kind of school by which policies are checked.
    """

    aim: Aim
    start: Tried
    singles: tuple[Tried, ...]
    sets: tuple[Tried, ...]
    always_out: dict[str, int]
    tried: int
    whole: int
    wide: int
    stopped: bool
    on: dt.date
    kind: SchoolKind

    def new_remarks(self, one: Tried) -> tuple[str, ...]:
        """Return the titles of what the check says of `one` and not of the policy as it is, the most serious first."""
        before = {finding.code for finding in check(self.start.policy, self.on, self.kind)}
        after = {finding.code: finding.title for finding in check(one.policy, self.on, self.kind)}
        return tuple(title for code, title in after.items() if code not in before)

    @property
    def free(self) -> bool:
        """Whether the aim leaves something to try."""
        return self.stopped or bool(self.singles)

    @cached_property
    def front(self) -> tuple[Tried, ...]:
        """Those of all these that no other one betters by the numbers that a screen shows, the widest reach first."""
        return tuple(_front((self.start, *self.singles, *self.sets), self._shown))

    def _shown(self, one: Tried) -> tuple[float, ...]:
        """The numbers that a screen shows of a policy, so that less is better, and first whether it reaches the aim."""
        goals = ((goal.measure, value) for goal, value in zip(self.aim.goals, one.goals, strict=True))
        numbers = (_less(measure, shown_number(measure, value)) for measure, value in (*goals, *one.sides.items()))
        return (float(not one.reaches), float(one.left_out.sum()), *numbers)

    @property
    def best(self) -> Tried | None:
        """What reaches the aim at the least price, then leaves out fewest families; None if nothing reaches it."""
        if self.start.reaches:
            return self.start

        def order(one: Tried) -> tuple[int, int, int, float]:
            price_paid = len(price(self.start, one))
            return price_paid, int(one.left_out.sum()), len(one.changes), one.sides["travail_personnels"]

        return min((one for one in self.front if one.reaches), key=order, default=None)

    @property
    def good(self) -> bool:
        """Whether something reaches the aim and makes nothing else much worse."""
        return self.best is not None and not price(self.start, self.best)

    @property
    def nearest(self) -> Tried:
        """The policy that comes nearest to the aim."""
        return min(self.front, key=lambda one: (one.missing, int(one.left_out.sum()), len(one.changes)))

    @property
    def trails(self) -> tuple[Tried, ...]:
        """What is worth opening: what reaches the aim or comes nearest first, then the rest of the front."""
        first = self.best or self.nearest
        return (first, *(one for one in self.front if one.policy != first.policy))


class Search:
    """A search under way: `steps()` does the work and says how far it is; `found()` says what there is so far."""

    def __init__(self, prepared: Prepared, policy: Policy, aim: Aim, on: dt.date | None = None) -> None:
        self.prepared, self.policy, self.aim = prepared, policy, aim
        self._on = on or prepared.period.start
        self.allowed = self._laws(policy)
        self._simulated = self._wide = 0
        self._screened: list[Tried] = []
        self._screened_sets: list[Tried] = []
        self.on_whole: dict[tuple[str, ...], Tried] = {}
        self._singles: list[Tried] = []
        self._sets: list[Tried] = []
        self._done = False
        self.start = self._tried(prepared, ())
        self.always_out = self.start.left_out  # families that nothing tried so far keeps informed (bool)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every single change that the frame allows."""
        found = moves(self.policy, self.prepared.people.languages, self.aim.keep)
        return tuple(one for one in found if self._laws(one.apply(self.policy)) <= self.allowed)

    @cached_property
    def sample(self) -> Prepared:
        """The same simulation for some families of every profile, and for those that nothing has reached yet."""
        return of_families(self.prepared, spread(self.prepared, SAMPLED) | self.always_out)

    @cached_property
    def total(self) -> int:
        """How many policies are to be tried, about."""
        if not self.moves:
            return 1
        pairs = PAIRED * (PAIRED - 1) // 2
        triples = TRIPLED * (TRIPLED - 1) * (TRIPLED - 2) // 6
        return len(self.moves) * (1 + MORE) + pairs + triples + SHOWN_SINGLES + SHOWN_SETS

    def steps(self, stop: Callable[[], bool] = lambda: False) -> Iterator[Progress]:
        """Try policies until all are tried or `stop()` says so; what is found meanwhile is never lost."""
        for doing, work in (
            ("Ce qui joint le plus de familles", self.try_widest),
            ("Chaque réglage seul", self._try_singles),
            ("Les meilleurs, simulés sur toutes les familles", self._confirm_singles),
            ("Deux ou trois réglages ensemble", self._try_sets),
            ("Plus de réglages, s'il en faut", self._try_more),
            ("Les meilleurs ensembles, simulés sur toutes les familles", self._confirm_sets),
            ("Ce qui est montré, sur d'autres tirages au sort", self._replay),
        ):
            for _ in work():
                yield Progress(min(self._simulated, self.total), self.total, doing)
                if stop():
                    return
        self._done = True

    def try_widest(self) -> Iterator[None]:
        """Simulate the policies of the widest reach: the families that they leave out are then followed throughout."""
        for policy in widest(self.policy, self.prepared.people.languages, self.aim.keep):
            if self._laws(policy) <= self.allowed:
                self.always_out = self.always_out & Figures(deliver(self.prepared, policy)).left_out
                self._wide += 1
                yield

    def _try_singles(self) -> Iterator[None]:
        for move in self.moves:
            self._screened.append(self.screen((move,)))
            yield

    def _confirm_singles(self) -> Iterator[None]:
        ranked = sorted(self._screened, key=lambda one: _less(self.aim.rank_by, one.rank))
        for one in ranked[:SHOWN_SINGLES]:
            self._singles.append(self._confirmed(one.changes))
            yield

    def _try_sets(self) -> Iterator[None]:
        for size, kept in ((2, PAIRED), (3, TRIPLED)):
            useful = self._useful(kept)
            for changes in combinations(useful, size):
                if len({move.setting for move in changes}) == size:
                    self._screened_sets.append(self.screen(changes))
                yield

    def _try_more(self) -> Iterator[None]:
        """Add to the nearest set the change that helps most, again while it helps and the aim is not reached."""
        if not self._screened:  # everything is kept
            return
        nearest = min([*self._screened, *self._screened_sets], key=self._order)
        for _ in range(MORE):
            if nearest.reaches:
                return
            tried = []
            for move in self.moves:
                if move.setting not in {each.setting for each in nearest.changes}:
                    tried.append(self.screen((*nearest.changes, move)))
                    yield
            best = min(tried, key=self._order, default=nearest)
            if best.missing >= nearest.missing:
                return
            nearest = best
            self._screened_sets.append(best)

    def _confirm_sets(self) -> Iterator[None]:
        near = sorted(self._screened_sets, key=self._order)
        front = sorted(_front(self._screened_sets, _sides), key=self._order)
        half = SHOWN_SETS // 2
        chosen = {_key(one.changes): one for one in (*near[:half], *front[:half], *near[half:])}
        # What each change may do alone, several may not do together: a law that asks for one way or another.
        lawful = (one for one in chosen.values() if self._laws(one.policy) <= self.allowed)
        for one in islice(lawful, SHOWN_SETS):
            self._sets.append(self._confirmed(one.changes))
            yield

    def _replay(self) -> Iterator[None]:
        """Compare what is to be shown with the policy as it is on other draws: what chance alone explains is no price.

        Both meet the same draws: it is their difference that is looked at.
        """
        found = self.found()
        # Of single changes: those that cost something, and those that are said to reach more families.
        telling = [
            one for one in found.singles if _worse(found.start, one) or one.left_out.sum() < found.start.left_out.sum()
        ]
        shown = {_key(one.changes): one for one in (*found.front, *telling) if one.changes}
        gaps: dict[tuple[str, ...], list[dict[Measure, float]]] = {key: [] for key in shown}
        for prepared in drawn(self.prepared, CHANCE_DRAWS):
            before = self._harms_on(prepared, self.start)
            for key, one in shown.items():
                after = self._harms_on(prepared, one)
                gaps[key].append({measure: after[measure] - harm for measure, harm in before.items()})
                yield
        for key, each in gaps.items():
            chance = {measure: extent(gap[measure] for gap in each) for measure in each[0]}
            self.on_whole[key] = replace(shown[key], chance=chance)
        self._singles, self._sets = (
            [self.on_whole[_key(one.changes)] for one in some] for some in (self._singles, self._sets)
        )

    def _harms_on(self, prepared: Prepared, one: Tried) -> dict[Measure, float]:
        if prepared is self.prepared:
            return _harm(one)
        figures = Figures(deliver(prepared, one.policy))
        return _harms({side: figures.of(side) for side in SIDES}, figures.left_out)

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
        if key not in self.on_whole:
            self.on_whole[key] = self._tried(self.prepared, changes)
            self.always_out = self.always_out & self.on_whole[key].left_out
        return self.on_whole[key]

    def screen(self, changes: tuple[Move, ...]) -> Tried:
        """Return what a policy gives on the sample, its goals as they would be for the whole school."""
        one = self._tried(self.sample, changes)
        self.always_out = self.always_out & one.left_out
        starts = zip(self.start.goals, self._sample_start, strict=True)
        goals = tuple(
            of_all(goal.measure, value, start, self._times)
            for goal, value, start in zip(self.aim.goals, one.goals, starts, strict=True)
        )
        return replace(one, goals=goals, missing=self._missing(goals))

    @cached_property
    def _sample_start(self) -> tuple[float, ...]:
        figures = Figures(deliver(self.sample, self.policy))
        return tuple(figures.value(goal) for goal in self.aim.goals)

    @cached_property
    def _times(self) -> float:
        return written_to(self.prepared) / max(1, written_to(self.sample))

    def _missing(self, goals: Sequence[float]) -> float:
        return sum(goal.missing(value) for goal, value in zip(self.aim.goals, goals, strict=True))

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
            self._rank(figures, values),
            self._missing(values),
            figures.left_out,
        )

    def _rank(self, figures: Figures, values: Sequence[float]) -> float:
        if self.aim.rank_by != "part_prevenue":
            return figures.of(self.aim.rank_by)
        # Its delay and its purpose are those of the first goal that has them: an aim without one cannot ask for it.
        return next(
            value for goal, value in zip(self.aim.goals, values, strict=True) if goal.measure == "part_prevenue"
        )

    def _laws(self, policy: Policy) -> set[str]:
        """Return the findings of a policy that rest on a law or a règlement."""
        return {one.code for one in check(policy, self._on, self.prepared.school.kind) if one.rule.kind in LAWS}

    def found(self) -> Found:
        """Return what is known so far."""
        singles = sorted(self._singles, key=lambda one: _less(self.aim.rank_by, one.rank))
        sets = sorted(self._sets, key=self._order)
        profiles = np.bincount(self.prepared.family_profile[self.always_out], minlength=len(PROFILES))
        return Found(
            aim=self.aim,
            start=self.start,
            singles=tuple(singles),
            sets=tuple(sets),
            always_out={name: int(count) for name, count in zip(PROFILES, profiles, strict=True) if count},
            tried=self._simulated,
            whole=1 + len(self.on_whole),
            wide=self._wide,
            stopped=not self._done,
            on=self._on,
            kind=self.prepared.school.kind,
        )


def _front(some: Sequence[Tried], figures: Callable[[Tried], tuple[float, ...]]) -> list[Tried]:
    """Return those whose figures (less is better) no other one betters, the widest reach first.

    Of equals, the one with fewest changes.
    """
    unique: dict[tuple[float, ...], Tried] = {}
    for one in sorted(some, key=lambda one: len(one.changes)):
        unique.setdefault(figures(one), one)
    points = np.array(list(unique))
    kept = [
        one
        for point, one in zip(points, unique.values(), strict=True)
        if not ((points <= point).all(axis=1) & (points < point).any(axis=1)).any()
    ]
    return sorted(kept, key=lambda one: (-one.sides["part_informee"], len(one.changes)))


def _sides(one: Tried) -> tuple[float, ...]:
    return tuple(_less(side, one.sides[side]) for side in SIDES)


def _key(changes: tuple[Move, ...]) -> tuple[str, ...]:
    return tuple(sorted(f"{move.setting} {move.label}" for move in changes))


def _less(measure: Measure, value: float) -> float:
    """Return a value so that less is better."""
    return value if LESS_IS_BETTER[measure] else -value


__all__ = ["SIDES", "Found", "Progress", "Search", "Tried", "by_chance", "price"]
