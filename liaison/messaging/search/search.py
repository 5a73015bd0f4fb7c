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
from liaison.messaging.delivery.simulate import deliver
from liaison.messaging.policy.compliance import legal_remarks
from liaison.messaging.policy.moves import Move, moves
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.uncertainty import CHANCE_DRAWS
from liaison.messaging.search.aims import Aim, Figures
from liaison.messaging.search.reach import widest
from liaison.messaging.search.replay import Replay
from liaison.messaging.search.result import SearchResult, front_of
from liaison.messaging.search.sample import of_all, of_families, spread, written_to
from liaison.messaging.search.tried import SIDES, Tried, less
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.vocabulary import PROFILES

phrase = french_beside(__file__)

SAMPLED = 48  # families: enough of each profile to rank, few enough to try thousands of policies
PAIRED, TRIPLED = 36, 16  # single changes tried two by two, then three by three
SHOWN_SINGLES, SHOWN_SETS = 10, 24
MORE = 3  # changes added to the nearest set, one at a time, when three do not reach the aim


@dataclass(frozen=True)
class Progress:
    """How far the search is: policies tried, out of how many, and what is being done."""

    tried: int
    total: int
    doing: str


class Search:
    """A search under way: `steps()` does the work and says how far it is; `result()` says what there is so far."""

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
        front = sorted(front_of(self._screened_sets, _sides), key=self._order)
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
        yield from self._redraw(self._shown_singles)
        yield from self._redraw(
            [candidate for candidate in self._ranked if candidate.reaches and not candidate.draws], always=True
        )
        self._judged = True
        outcome = self.result()
        yield from self._redraw([candidate for candidate in outcome.sets if candidate in outcome.front])
        others = [candidate for candidate in outcome.sets if candidate.reaches and candidate not in outcome.front]
        yield from self._redraw(others if not outcome.good else [], always=True)
        while parts := self._parts_of_the_best() or self._parts_of_the_nearest():
            # Without a stop: what was said to suffice may be replaced by less, and nothing halfway is true.
            for _ in self._redraw(parts):
                pass

    def _parts_of_the_best(self) -> list[Tried]:
        """Return what reaches the aim with some changes of the best alone, and was not tried on other draws yet."""
        best = self.result().best
        changes = best.changes if best else ()
        parts = (self._confirmed(some) for size in range(1, len(changes)) for some in combinations(changes, size))
        return [candidate for candidate in parts if candidate.reaches and self._is_to_redraw(candidate)]

    def _parts_of_the_nearest(self) -> list[Tried]:
        """Return what comes nearest, then all its changes but one, where they were not tried on other draws yet."""
        outcome = self.result()
        if outcome.best is not None or not outcome.nearest.changes:
            return []
        changes = outcome.nearest.changes
        parts = [self._confirmed(some) for some in (changes, *combinations(changes, len(changes) - 1)) if some]
        return [candidate for candidate in parts if self._is_to_redraw(candidate)]

    def _is_to_redraw(self, candidate: Tried) -> bool:
        return not candidate.draws and self._laws(candidate.policy) <= self.allowed

    @cached_property
    def _replay_beside(self) -> Replay:
        return Replay(self.prepared, self.aim, self.start, CHANCE_DRAWS)

    def _redraw(self, some: Sequence[Tried], always: bool = False) -> Iterator[None]:
        """Try these on every other draw; `always`: keep those alone that reach the aim beyond chance."""
        yield from self._replay_beside.of(some, self._keep, always)

    def _keep(self, candidate: Tried) -> None:
        """Put what was tried on other draws in the place of what was not, or beside it."""
        if not candidate.changes:
            self.start = candidate
            return
        key = _key(candidate.changes)
        self.on_whole[key] = candidate
        some = self._singles if len(candidate.changes) == 1 else self._sets
        some[key] = candidate

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

    def _laws(self, policy: Policy) -> frozenset[str]:
        return legal_remarks(policy, self._on, self.prepared.school.kind)

    @property
    def _ranked(self) -> list[Tried]:
        """The single changes, the best first by the measure of the aim."""
        return sorted(self._singles.values(), key=lambda candidate: less(self.aim.rank_by, candidate.rank))

    @property
    def _shown_singles(self) -> list[Tried]:
        """The single changes to show: the best by the measure of the aim, then those that do most for each goal."""
        shown = {_key(candidate.changes): candidate for candidate in self._ranked[:SHOWN_SINGLES]}
        every = self._with_singles(self._ranked)
        for goal in self.aim.goals:
            shown |= {_key(candidate.changes): candidate for candidate in every.best_for(goal)}
        return list(shown.values())

    def result(self) -> SearchResult:
        """Return what is known so far."""
        shown = {_key(candidate.changes) for candidate in self._shown_singles}

        def is_kept(candidate: Tried) -> bool:
            reaches = candidate.reaches and not self._judged
            return bool(candidate.draws) or reaches or _key(candidate.changes) in shown

        return self._with_singles([candidate for candidate in self._ranked if is_kept(candidate)])

    def _with_singles(self, singles: Sequence[Tried]) -> SearchResult:
        sets = sorted(self._sets.values(), key=self._order)
        profiles = np.bincount(self.prepared.family_profile[self.always_out], minlength=len(PROFILES))
        return SearchResult(
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


def _sides(candidate: Tried) -> tuple[float, ...]:
    return tuple(less(side, candidate.sides[side]) for side in SIDES)


def _key(changes: tuple[Move, ...]) -> tuple[str, ...]:
    return tuple(sorted(f"{move.setting} {move.label}" for move in changes))


__all__ = ["Progress", "Search", "SearchResult"]
