"""« Que changer en premier ? » : l'effet de chaque réglage seul, puis les deux ou trois qui atteignent ensemble un but.

Thousands of policies are tried on a sample of families, to choose; whatever is shown is then simulated whole, on every
family. The order of the work is fixed: same school, same policy, same aim, same answer, stopped early or not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, islice

import numpy as np

from liaison.messaging.aims import Aim, Figures, shown_number
from liaison.messaging.compliance import check
from liaison.messaging.moves import Move, moves
from liaison.messaging.policy import Policy
from liaison.messaging.prepared import Prepared
from liaison.messaging.search_reach import widest
from liaison.messaging.search_sample import of_all, of_families, spread, written_to
from liaison.messaging.simulate import deliver
from liaison.messaging.tried import SIDES, Held, OnDraw, Reached, Tried, gaps, harms, leaves_fewer, less, price, reached
from liaison.messaging.uncertainty import CHANCE_DRAWS, drawn
from liaison.messaging.vocabulary import PROFILES
from liaison.school.vocabulary import SchoolKind

SAMPLED = 48  # families: enough of each profile to rank, few enough to try thousands of policies
PAIRED, TRIPLED = 36, 16  # single changes tried two by two, then three by three
SHOWN_SINGLES, SHOWN_SETS = 16, 24
MORE = 3  # changes added to the nearest set, one at a time, when three do not reach the aim
LAWS = ("loi", "reglement")


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

    def reached(self, one: Tried) -> tuple[Reached, ...]:
        """Return, goal by goal, whether a policy reaches it."""
        return tuple(
            reached(goal.reached(value), (draw.goals[rank] for draw in one.draws))
            for rank, (goal, value) in enumerate(zip(self.aim.goals, one.goals, strict=True))
        )

    @cached_property
    def front(self) -> tuple[Tried, ...]:
        """Those of all these that no other one betters by the numbers that a screen shows, the widest reach first."""
        return tuple(_front((self.start, *self.singles, *self.sets), self._shown))

    def _shown(self, one: Tried) -> tuple[float, ...]:
        """The numbers that a screen shows of a policy, so that less is better; first, how well it reaches the aim."""
        goals = ((goal.measure, value) for goal, value in zip(self.aim.goals, one.goals, strict=True))
        numbers = (less(measure, shown_number(measure, value)) for measure, value in (*goals, *one.sides.items()))
        return (float(one.held), float(_out(one)), *numbers)

    @cached_property
    def best(self) -> Tried | None:
        """What reaches the aim most surely, at the least price, leaving out fewest families; None if nothing does.

        What chance is enough to explain is no gain: of those that it alone tells apart, the one with fewest changes.
        """
        surest = min(one.held for one in self.front)
        if surest == Held.NOT_HERE:
            return None
        if self.start.held == surest:
            return self.start
        sure = [one for one in self.front if one.held == surest]
        least = min(len(price(self.start, one)) for one in sure)
        cheap = [one for one in sure if len(price(self.start, one)) == least]
        fewest = min(cheap, key=_out)
        as_good = [one for one in cheap if not leaves_fewer(fewest, one)]
        one = min(as_good, key=lambda one: (len(one.changes), _out(one), one.sides["travail_personnels"]))
        shorter = (other for other in self._parts(one) if not self._adds(one, other))
        return next(shorter, one)

    @property
    def enough(self) -> Tried | None:
        """The fewest changes of the best that reach the aim as surely: all, unless some are for something else."""
        return self.best and next(iter(self._parts(self.best)), self.best)

    def _parts(self, one: Tried) -> list[Tried]:
        """Return what reaches the aim as surely with some of its changes alone, the fewest first."""
        parts = [
            other
            for other in (self.start, *self.singles, *self.sets)
            if set(other.changes) < set(one.changes) and other.held <= one.held
        ]
        return sorted(parts, key=lambda other: len(other.changes))

    def _adds(self, one: Tried, part: Tried) -> bool:
        """Whether a policy is better than a part of it, by more than what chance is enough to explain."""
        if len(price(self.start, one)) < len(price(self.start, part)) or leaves_fewer(one, part):
            return True
        pairs = list(zip(self._shown(one), self._shown(part), strict=True))
        better = all(mine <= its for mine, its in pairs) and any(mine < its for mine, its in pairs)
        more = gaps(part.draws, one.draws)
        return better and (not more or any(gap.high < 0 for gap in more.values()))

    @property
    def good(self) -> bool:
        """Whether something reaches the aim, more than by chance, and makes nothing else much worse."""
        return self.best is not None and self.best.held == Held.ALWAYS and not price(self.start, self.best)

    @property
    def nearest(self) -> Tried:
        """The policy that comes nearest to the aim."""
        return min(self.front, key=lambda one: (one.missing, _out(one), len(one.changes)))

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
        ranked = sorted(self._screened, key=lambda one: less(self.aim.rank_by, one.rank))
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
        """Try on other draws what is shown and what reaches the aim, then what reaches it of the parts of the best.

        All meet the same draws: what chance alone explains is neither reached, nor gained, nor paid.
        """
        found = self.found()
        shown = {_key(one.changes) for one in (*found.front, *found.singles)}
        told = {key: one for key, one in self.on_whole.items() if key in shown or one.reaches}
        yield from self._redraw([self.start, *told.values()])
        while parts := self._parts_of_the_best():
            # Without a stop: what was said to suffice may be replaced by less, and nothing halfway is true.
            for _ in self._redraw(parts):
                pass

    def _parts_of_the_best(self) -> list[Tried]:
        """Return what reaches the aim with some changes of the best alone, and was not tried on other draws yet."""
        best = self.found().best
        changes = best.changes if best else ()
        parts = (self._confirmed(some) for size in range(1, len(changes)) for some in combinations(changes, size))
        return [one for one in parts if one.reaches and not one.draws and self._laws(one.policy) <= self.allowed]

    def _redraw(self, some: Sequence[Tried]) -> Iterator[None]:
        each: list[list[OnDraw]] = [[] for _ in some]
        for prepared in drawn(self.prepared, CHANCE_DRAWS):
            for one, draws in zip(some, each, strict=True):
                draws.append(self._drawn_on(prepared, one))
                yield
        for one, draws in zip(some, each, strict=True):
            self._keep(replace(one, draws=tuple(draws)))

    def _drawn_on(self, prepared: Prepared, one: Tried) -> OnDraw:
        figures = Figures(deliver(prepared, one.policy))
        sides = {side: figures.of(side) for side in SIDES}
        return OnDraw(
            tuple(goal.reached(figures.value(goal)) for goal in self.aim.goals), harms(sides, figures.left_out)
        )

    def _keep(self, one: Tried) -> None:
        """Put what was tried on other draws in the place of what was not, or beside it."""
        if not one.changes:
            self.start = one
            return
        key = _key(one.changes)
        self.on_whole[key] = replace(one, chance=gaps(self.start.draws, one.draws))
        some = self._singles if len(one.changes) == 1 else self._sets
        if key not in (known := [_key(each.changes) for each in some]):
            some.append(self.on_whole[key])
        else:
            some[known.index(key)] = self.on_whole[key]

    def _order(self, one: Tried) -> tuple[float, int, float]:
        """The nearest to the aim first, then the fewest changes, then the best by the measure of the aim."""
        return one.missing, len(one.changes), less(self.aim.rank_by, one.rank)

    def _useful(self, count: int) -> list[Move]:
        """Return the single changes that help most: those of the aim first, then of each side in turn."""
        orders: list[list[Tried]] = [sorted(self._screened, key=lambda one: one.missing)]
        orders.append(sorted(self._screened, key=lambda one: less(self.aim.rank_by, one.rank)))
        orders += [sorted(self._screened, key=lambda one: less(side, one.sides[side])) for side in SIDES]
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
        singles = sorted(self._singles, key=lambda one: less(self.aim.rank_by, one.rank))
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


def _out(one: Tried) -> int:
    """How many families are left out on the draw that is shown."""
    return int(one.left_out.sum())


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
    return tuple(less(side, one.sides[side]) for side in SIDES)


def _key(changes: tuple[Move, ...]) -> tuple[str, ...]:
    return tuple(sorted(f"{move.setting} {move.label}" for move in changes))


__all__ = ["Found", "Progress", "Search"]
