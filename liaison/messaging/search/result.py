"""Ce qu'une recherche a trouvé : ce qui atteint le but, ce qui s'en approche le plus, et ce que rien ne bat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from liaison.messaging.policy.compliance import check
from liaison.messaging.search.aims import SHARES, Aim, Goal, shown_number
from liaison.messaging.search.tried import GoalReach, Reliability, Tried, less, price
from liaison.school.vocabulary import SchoolKind

PER_GOAL = 8  # single changes shown for each goal


@dataclass(frozen=True)
class SearchResult:
    """What a search found, every number of it from a whole simulation.

    `start`: the policy as it is. `singles`: changes of one setting: the best by the measure of the aim, those that do
    most for each goal, and all those that reach the aim beyond chance. `sets`: sets of changes, the nearest to the aim
    first. `always_out`: families left out by everything that was simulated for them, by profile. `tried`: policies
    tried for the aim, sample included; `whole`: those of them simulated on all families; `wide`: those simulated on all
    families for their reach alone. `stopped`: it was stopped before its end.
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

    def reached(self, candidate: Tried) -> tuple[GoalReach, ...]:
        """Return, goal by goal, whether a policy reaches it."""
        return tuple(
            candidate.reached_goal(rank, here=goal.reached(value))
            for rank, (goal, value) in enumerate(zip(self.aim.goals, candidate.goals, strict=True))
        )

    @cached_property
    def front(self) -> tuple[Tried, ...]:
        """Those of all these that no other one betters by the numbers that a screen shows, the widest reach first."""
        return tuple(front_of((self.start, *self.singles, *self.sets), self._shown))

    def _shown(self, candidate: Tried) -> tuple[float, ...]:
        """The numbers that a screen shows of a policy, so that less is better; first, how well it reaches the aim."""
        goals = ((goal.measure, value) for goal, value in zip(self.aim.goals, candidate.goals, strict=True))
        numbers = (less(measure, shown_number(measure, value)) for measure, value in (*goals, *candidate.sides.items()))
        return (
            float(candidate.held),
            float(candidate.left_out_count),
            float(len(self.new_remarks(candidate))),
            *numbers,
        )

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
        sure = [candidate for candidate in every if candidate.held == surest] if surest != Reliability.NOT_HERE else []
        # The price of what was not tried on other draws is not known as that of the others is.
        return [candidate for candidate in sure if candidate.draws] or sure

    def _size(self, candidate: Tried) -> tuple[float, ...]:
        return (
            len(candidate.changes),
            candidate.left_out_count,
            candidate.sides["travail_personnels"],
            *self._shown(candidate),
        )

    @property
    def good(self) -> bool:
        """Whether something reaches the aim, more than by chance, and makes nothing else much worse."""
        return self.best is not None and self.best.held == Reliability.ALWAYS and not self.cost(self.best)

    @cached_property
    def nearest(self) -> Tried:
        """The policy that comes nearest to the aim, without the changes that gain nothing towards it."""
        every = (self.start, *self.singles, *self.sets)

        def order(candidate: Tried) -> tuple[float, int, int]:
            return self._far(candidate), candidate.left_out_count, len(candidate.changes)

        near = min(every, key=order)
        while parts := [some for some in every if _is_part(some, near) and not self._gains(near, some)]:
            near = min(parts, key=order)
        as_near = (some for some in every if self._far(some) <= self._far(near) and not self._gains(near, some))
        as_few = (some for some in as_near if len(some.changes) <= len(near.changes))
        return min(as_few, key=lambda some: (len(some.changes), some.left_out_count, *self._shown(some)))

    def _far(self, candidate: Tried) -> float:
        """How far a policy is from the aim, as it reads: less than a screen shows is not nearer."""
        return sum(
            goal.missing(shown_number(goal.measure, value) / (100 if goal.measure in SHARES else 1))
            for goal, value in zip(self.aim.goals, candidate.goals, strict=True)
        )

    def _gains(self, candidate: Tried, part: Tried) -> bool:
        """Whether the changes that `part` does not make bring nearer to the aim, and on no draw further from it."""
        pairs = [*zip(self._far_on_draws(candidate), self._far_on_draws(part), strict=False)]
        if not pairs:
            return self._far(candidate) < self._far(part)
        return all(mine <= its for mine, its in pairs) and any(mine < its for mine, its in pairs)

    def _far_on_draws(self, candidate: Tried) -> list[float]:
        goals = self.aim.goals
        return [
            sum(goal.missing_when(short) for goal, short in zip(goals, draw.goals, strict=True))
            for draw in candidate.draws
        ]

    def best_for(self, goal: Goal | None) -> tuple[Tried, ...]:
        """Return the single changes that do most for a goal of the aim, the best first; None: for families left out.

        Those that read no better than the policy as it is are not among them.
        """

        def far(candidate: Tried) -> float:
            if goal is None:
                return candidate.left_out_count
            value = candidate.goals[self.aim.goals.index(goal)]
            return less(goal.measure, shown_number(goal.measure, value))

        return tuple(sorted((some for some in self.singles if far(some) < far(self.start)), key=far)[:PER_GOAL])

    @property
    def trails(self) -> tuple[Tried, ...]:
        """What is worth opening: what reaches the aim or comes nearest first, then the rest of the front."""
        first = self.best or self.nearest
        return (first, *(candidate for candidate in self.front if candidate.policy != first.policy))


def _is_part(part: Tried, whole: Tried) -> bool:
    """Whether a policy makes all the changes of another but one."""
    fewer = {(move.setting, move.label) for move in part.changes}
    every = {(move.setting, move.label) for move in whole.changes}
    return len(fewer) == len(every) - 1 and fewer < every


def front_of(some: Sequence[Tried], figures: Callable[[Tried], tuple[float, ...]]) -> list[Tried]:
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


__all__ = ["PER_GOAL", "SearchResult", "front_of"]
