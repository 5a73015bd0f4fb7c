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

from liaison.base.sentences import french_beside
from liaison.messaging.aims import Aim, Figures, Side, shown_number
from liaison.messaging.compliance import check
from liaison.messaging.moves import Move, moves
from liaison.messaging.policy import Policy
from liaison.messaging.prepared import Prepared
from liaison.messaging.search_reach import widest
from liaison.messaging.search_sample import of_all, of_families, spread, written_to
from liaison.messaging.simulate import deliver
from liaison.messaging.tried import SIDES, Held, OnDraw, Reached, Tried, gaps, harms, less, price
from liaison.messaging.uncertainty import CHANCE_DRAWS, drawn
from liaison.messaging.vocabulary import PROFILES
from liaison.school.vocabulary import SchoolKind

phrase = french_beside(__file__)

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

    `start`: the policy as it is. `singles`: changes of one setting, the first by the measure of the aim, and all those
    that reach it beyond chance. `sets`: sets of changes, the nearest to the aim first. `always_out`: families left out
    by everything that was simulated for them, by profile. `tried`: policies tried for the aim, sample included;
    `whole`: those of them simulated on all families; `wide`: those simulated on all families for their reach alone.
    `stopped`: it was stopped before its end.
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

    def new_remarks(self, candidate: Tried) -> tuple[str, ...]:
        """Return the titles of what the check newly says of a candidate, the most serious first."""
        after = {finding.code: finding.title for finding in check(candidate.policy, self.on, self.kind)}
        return tuple(title for code, title in after.items() if code not in self._remarks)

    @cached_property
    def _remarks(self) -> set[str]:
        return {finding.code for finding in check(self.start.policy, self.on, self.kind)}

    @property
    def free(self) -> bool:
        """Whether the aim leaves something to try."""
        return self.stopped or bool(self.singles)

    def reached(self, candidate: Tried) -> tuple[Reached, ...]:
        """Return, goal by goal, whether a policy reaches it."""
        return tuple(
            candidate.reached_goal(rank, here=goal.reached(value))
            for rank, (goal, value) in enumerate(zip(self.aim.goals, candidate.goals, strict=True))
        )

    @cached_property
    def front(self) -> tuple[Tried, ...]:
        """Those of all these that no other one betters by the numbers that a screen shows, the widest reach first."""
        return tuple(_front((self.start, *self.singles, *self.sets), self._shown))

    def _shown(self, candidate: Tried) -> tuple[float, ...]:
        """The numbers that a screen shows of a policy, so that less is better; first, how well it reaches the aim."""
        goals = ((goal.measure, value) for goal, value in zip(self.aim.goals, candidate.goals, strict=True))
        numbers = (less(measure, shown_number(measure, value)) for measure, value in (*goals, *candidate.sides.items()))
        return (float(candidate.held), float(_out(candidate)), float(len(self.new_remarks(candidate))), *numbers)

    def cost(self, candidate: Tried) -> int:
        """How many things a policy makes worse: what is much worse, and what its check newly says."""
        return len(price(self.start, candidate)) + len(self.new_remarks(candidate))

    @cached_property
    def best(self) -> Tried | None:
        """What reaches the aim most surely, at the least price, with fewest changes; None if nothing does.

        What chance is enough to explain is no gain. Of equals, the one that leaves out fewest families.
        """
        sure = self._surest
        if not sure or not sure[0].changes:
            return sure[0] if sure else None
        return min(sure, key=lambda candidate: (self.cost(candidate), *self._size(candidate)))

    @cached_property
    def enough(self) -> Tried | None:
        """The fewest changes that reach the aim as surely as the best, whatever their price."""
        best = self.best
        return best and min((best, *self._surest), key=lambda candidate: (len(candidate.changes), self.cost(candidate)))

    @cached_property
    def _surest(self) -> list[Tried]:
        """What reaches the aim most surely: first the policy as it is, where it does; nothing where nothing does."""
        every = (self.start, *self.singles, *self.sets)
        surest = min(candidate.held for candidate in every)
        sure = [candidate for candidate in every if candidate.held == surest] if surest != Held.NOT_HERE else []
        # The price of what was not tried on other draws is not known as that of the others is.
        return [candidate for candidate in sure if candidate.draws] or sure

    def _size(self, candidate: Tried) -> tuple[float, ...]:
        return (len(candidate.changes), _out(candidate), candidate.sides["travail_personnels"], *self._shown(candidate))

    @property
    def good(self) -> bool:
        """Whether something reaches the aim, more than by chance, and makes nothing else much worse."""
        return self.best is not None and self.best.held == Held.ALWAYS and not self.cost(self.best)

    @property
    def nearest(self) -> Tried:
        """The policy that comes nearest to the aim."""
        return min(self.front, key=lambda candidate: (candidate.missing, _out(candidate), len(candidate.changes)))

    @property
    def trails(self) -> tuple[Tried, ...]:
        """What is worth opening: what reaches the aim or comes nearest first, then the rest of the front."""
        first = self.best or self.nearest
        return (first, *(candidate for candidate in self.front if candidate.policy != first.policy))


class Search:
    """A search under way: `steps()` does the work and says how far it is; `found()` says what there is so far."""

    def __init__(self, prepared: Prepared, policy: Policy, aim: Aim, on: dt.date | None = None) -> None:
        self.prepared, self.policy, self.aim = prepared, policy, aim
        self._on = on or prepared.period.start
        self.allowed = self._laws(policy)
        self._simulated = self._wide = 0
        self._screened_sets: list[Tried] = []
        self.on_whole: dict[tuple[str, ...], Tried] = {}
        self._singles: dict[tuple[str, ...], Tried] = {}
        self._sets: dict[tuple[str, ...], Tried] = {}
        self._judged = self._done = False
        self.start = self._tried(prepared, ())
        self.always_out = self.start.left_out  # families that nothing tried so far keeps informed (bool)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every single change that the frame allows."""
        possible = moves(self.policy, self.prepared.people.languages, self.aim.keep)
        return tuple(move for move in possible if self._laws(move.apply(self.policy)) <= self.allowed)

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
        return len(self.moves) * (1 + MORE) + pairs + triples + SHOWN_SETS

    def steps(self, stop: Callable[[], bool] = lambda: False) -> Iterator[Progress]:
        """Try policies until all are tried or `stop()` says so; what is found meanwhile is never lost."""
        for doing, work in (
            (phrase("ce-qui-joint-le-plus"), self.try_widest),
            (phrase("chaque-reglage-seul"), self._try_singles),
            (phrase("deux-ou-trois"), self._try_sets),
            (phrase("plus-de-reglages"), self._try_more),
            (phrase("les-meilleurs-ensembles"), self._confirm_sets),
            (phrase("d-autres-tirages"), self._replay),
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
        """Simulate each whole: a sample would miss one that is enough, and several would be said to be needed."""
        for move in self.moves:
            self._singles[_key((move,))] = self._confirmed((move,))
            yield

    def _try_sets(self) -> Iterator[None]:
        for size, most in ((2, PAIRED), (3, TRIPLED)):
            useful = self._useful(most)
            for changes in combinations(useful, size):
                if len({move.setting for move in changes}) == size:
                    self._screened_sets.append(self.screen(changes))
                yield

    def _try_more(self) -> Iterator[None]:
        """Add to the nearest set the change that helps most, again while it helps and the aim is not reached."""
        if not self._singles:  # everything is kept
            return
        nearest = min([*self._singles.values(), *self._screened_sets], key=self._order)
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
        chosen = {_key(candidate.changes): candidate for candidate in (*near[:half], *front[:half], *near[half:])}
        # What each change may do alone, several may not do together: a law that asks for one way or another.
        lawful = (candidate for candidate in chosen.values() if self._laws(candidate.policy) <= self.allowed)
        for candidate in islice(lawful, SHOWN_SETS):
            self._sets[_key(candidate.changes)] = self._confirmed(candidate.changes)
            yield

    def _replay(self) -> Iterator[None]:
        """Try on other draws what is shown and what reaches the aim, then what reaches it of the parts of the best.

        All meet the same draws: what chance alone explains is neither reached, nor gained, nor paid. Single changes
        first: where one reaches the aim and costs nothing, several are tried only where they are shown.
        """
        yield from self._redraw([self.start])
        yield from self._redraw(self._ranked[:SHOWN_SINGLES])
        yield from self._redraw(
            [candidate for candidate in self._ranked[SHOWN_SINGLES:] if candidate.reaches], always=True
        )
        self._judged = True
        outcome = self.found()
        yield from self._redraw([candidate for candidate in outcome.sets if candidate in outcome.front])
        others = [candidate for candidate in outcome.sets if candidate.reaches and candidate not in outcome.front]
        yield from self._redraw(others if not outcome.good else [], always=True)
        while parts := self._parts_of_the_best():
            # Without a stop: what was said to suffice may be replaced by less, and nothing halfway is true.
            for _ in self._redraw(parts):
                pass

    def _parts_of_the_best(self) -> list[Tried]:
        """Return what reaches the aim with some changes of the best alone, and was not tried on other draws yet."""
        best = self.found().best
        changes = best.changes if best else ()
        parts = (self._confirmed(some) for size in range(1, len(changes)) for some in combinations(changes, size))
        return [
            candidate
            for candidate in parts
            if candidate.reaches and not candidate.draws and self._laws(candidate.policy) <= self.allowed
        ]

    def _redraw(self, some: Sequence[Tried], always: bool = False) -> Iterator[None]:
        """Try these on every other draw; `always`: keep those alone that reach the aim beyond chance.

        A draw on which one does not is enough to leave it there.
        """
        going = [
            replace(candidate, draws=(self._on_draw(candidate.goals, candidate.sides, candidate.left_out),))
            for candidate in some
        ]
        for rank, prepared in enumerate(drawn(self.prepared, CHANCE_DRAWS) if some else ()):
            if not rank:  # the one that is shown
                continue
            for place, candidate in enumerate(going):
                figures = Figures(deliver(prepared, candidate.policy))
                values = [figures.value(goal) for goal in self.aim.goals]
                sides = {side: figures.of(side) for side in SIDES}
                draws = (*candidate.draws, self._on_draw(values, sides, figures.left_out))
                going[place] = replace(candidate, draws=draws, before=self.start.draws)
                yield
            going = [candidate for candidate in going if not always or candidate.held == Held.ALWAYS]
        for candidate in going:
            self._keep(candidate)

    def _on_draw(self, values: Sequence[float], sides: dict[Side, float], left_out: np.ndarray) -> OnDraw:
        short = (goal.short(value) for goal, value in zip(self.aim.goals, values, strict=True))
        return OnDraw(tuple(short), harms(sides, left_out))

    def _keep(self, candidate: Tried) -> None:
        """Put what was tried on other draws in the place of what was not, or beside it."""
        if not candidate.changes:
            self.start = replace(candidate, before=())
            return
        key = _key(candidate.changes)
        self.on_whole[key] = replace(candidate, chance=gaps(candidate.before, candidate.draws))
        some = self._singles if len(candidate.changes) == 1 else self._sets
        some[key] = self.on_whole[key]

    def _order(self, candidate: Tried) -> tuple[float, int, float]:
        """The nearest to the aim first, then the fewest changes, then the best by the measure of the aim."""
        return candidate.missing, len(candidate.changes), less(self.aim.rank_by, candidate.rank)

    def _useful(self, count: int) -> list[Move]:
        """Return the single changes that help most: those of the aim first, then of each side in turn."""
        every = self._singles.values()
        orders: list[list[Tried]] = [sorted(every, key=lambda candidate: candidate.missing)]
        orders.append(sorted(every, key=lambda candidate: less(self.aim.rank_by, candidate.rank)))
        orders += [sorted(every, key=lambda candidate: less(side, candidate.sides[side])) for side in SIDES]
        useful: dict[int, Move] = {}
        for rank in range(len(every)):
            for order in orders:
                move = order[rank].changes[0]
                useful.setdefault(id(move), move)
                if len(useful) == count:
                    return list(useful.values())
        return list(useful.values())

    def _confirmed(self, changes: tuple[Move, ...]) -> Tried:
        key = _key(changes)
        if key not in self.on_whole:
            self.on_whole[key] = self._tried(self.prepared, changes)
            self.always_out = self.always_out & self.on_whole[key].left_out
        return self.on_whole[key]

    def screen(self, changes: tuple[Move, ...]) -> Tried:
        """Return what a policy gives on the sample, its goals as they would be for the whole school."""
        candidate = self._tried(self.sample, changes)
        self.always_out = self.always_out & candidate.left_out
        starts = zip(self.start.goals, self._sample_start, strict=True)
        goals = tuple(
            of_all(goal.measure, value, start, self._times)
            for goal, value, start in zip(self.aim.goals, candidate.goals, starts, strict=True)
        )
        return replace(candidate, goals=goals, missing=self._missing(goals))

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
        return {
            finding.code for finding in check(policy, self._on, self.prepared.school.kind) if finding.rule.kind in LAWS
        }

    @property
    def _ranked(self) -> list[Tried]:
        """The single changes, the best first by the measure of the aim."""
        return sorted(self._singles.values(), key=lambda candidate: less(self.aim.rank_by, candidate.rank))

    def found(self) -> Found:
        """Return what is known so far."""
        first, rest = self._ranked[:SHOWN_SINGLES], self._ranked[SHOWN_SINGLES:]
        reaching = [
            candidate for candidate in rest if (candidate.held == Held.ALWAYS if self._judged else candidate.reaches)
        ]
        sets = sorted(self._sets.values(), key=self._order)
        profiles = np.bincount(self.prepared.family_profile[self.always_out], minlength=len(PROFILES))
        return Found(
            aim=self.aim,
            start=self.start,
            singles=(*first, *reaching),
            sets=tuple(sets),
            always_out={name: int(count) for name, count in zip(PROFILES, profiles, strict=True) if count},
            tried=self._simulated,
            whole=1 + len(self.on_whole),
            wide=self._wide,
            stopped=not self._done,
            on=self._on,
            kind=self.prepared.school.kind,
        )


def _out(candidate: Tried) -> int:
    """How many families are left out on the draw that is shown."""
    return int(candidate.left_out.sum())


def _front(some: Sequence[Tried], figures: Callable[[Tried], tuple[float, ...]]) -> list[Tried]:
    """Return those whose figures (less is better) no other one betters, the widest reach first.

    Of equals, the one with fewest changes.
    """
    unique: dict[tuple[float, ...], Tried] = {}
    for candidate in sorted(some, key=lambda candidate: len(candidate.changes)):
        unique.setdefault(figures(candidate), candidate)
    points = np.array(list(unique))
    front = [
        candidate
        for point, candidate in zip(points, unique.values(), strict=True)
        if not ((points <= point).all(axis=1) & (points < point).any(axis=1)).any()
    ]
    return sorted(front, key=lambda candidate: (-candidate.sides["part_informee"], len(candidate.changes)))


def _sides(candidate: Tried) -> tuple[float, ...]:
    return tuple(less(side, candidate.sides[side]) for side in SIDES)


def _key(changes: tuple[Move, ...]) -> tuple[str, ...]:
    return tuple(sorted(f"{move.setting} {move.label}" for move in changes))


__all__ = ["Found", "Progress", "Search"]
