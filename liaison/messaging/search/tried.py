"""Une politique essayée : ce qu'elle donne au tirage montré, à d'autres, et ce qu'elle coûte à côté d'une autre.

What chance is enough to explain is what `uncertainty.overturned` says it is, here as wherever policies are compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

import numpy as np

from liaison.messaging.policy.moves import Move
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.uncertainty import Interval, extent, overturned
from liaison.messaging.search.aims import LESS_IS_BETTER, Side, read_as

# What one gives up for another: the sides of the front.
SIDES: tuple[Side, ...] = (
    "part_informee",
    "absence_a_temps",
    "notifications_soir",
    "notifications_par_semaine",
    "travail_personnels",
)
# What gets worse by more than this share of what it was is a price, and is said beside what is reached.
BEARABLE = 0.1
# Untied draws that tell a change from the policy as it is, and draws that are played to have them. A search keeps some
# 155 single changes and 24 sets, chosen on the first draw: 155 / 2 ** 12 + 24 / 2 ** 11 is one in twenty.
DECIDING_DRAWS, MOST_DRAWS = 12, 20
TOLD = 0.01  # less than that is not told apart on a screen (a point of a share, a hundredth of an hour or of a bell)


@dataclass(frozen=True)
class OnDraw:
    """What one draw gives of a policy: how far short of each goal (`Goal.short`), and how bad each side, from zero."""

    goals: tuple[float, ...]
    harms: Mapping[Side, float]


class Apart(IntEnum):
    """Whether a change is told apart from the policy as it is by draws that both met: yes, not yet, or not at all."""

    YES = 0
    NOT_YET = 1
    NO = 2


class Reliability(IntEnum):
    """How well something is reached: on every draw, on the one that is shown, or not on that one. Less is better."""

    ALWAYS = 0
    HERE = 1
    NOT_HERE = 2


@dataclass(frozen=True)
class GoalReach:
    """Whether a goal is reached on the draw that is shown, and on which of the others (None: no other was tried).

    `moved`: it is told apart from the policy as it is (`told_apart`), or that policy reaches it on all draws.
    """

    here: bool
    chance: Interval | None
    moved: bool = True

    @property
    def by_chance(self) -> bool:
        """Whether chance is enough to explain that it is reached, or that it is not."""
        return overturned(self.chance) or (self.here and not self.moved)

    @property
    def held(self) -> Reliability:
        """Return how well it is reached."""
        if not self.here:
            return Reliability.NOT_HERE
        return Reliability.HERE if self.chance is None or self.by_chance else Reliability.ALWAYS


def reached(here: bool, draws: Sequence[float], before: Sequence[float] = ()) -> GoalReach:
    """Return whether something is reached; `here`: on the draw that is shown, `draws`: how far short on all, it too.

    `before`: how far short the policy as it is falls, on the same draws. Many changes are tried, so that what that
    policy reaches on most draws is reached on all by some of them that move nothing.
    """
    sides = [1 if short <= 0 else -1 for short in draws]
    return GoalReach(here, extent(sides) if sides else None, told_apart(draws, before) == Apart.YES)


def told_apart(draws: Sequence[float], before: Sequence[float]) -> Apart:
    """Return whether what is reached on all these draws is reached thanks to the changes: a sign test, draw by draw.

    `draws`, `before`: how far short it falls, and the policy as it is, on the same draws. A draw on which both give the
    same number tells nothing. Of the others the change is the nearer on each, `DECIDING_DRAWS` at least: with nothing
    gained, that comes once in 2 ** 12, and in one search of twenty at most among all that it tries. Where the policy
    misses the goal on each of ten draws, these say so (once in 4 ** 10, or less); where it reaches it on each, nothing
    is to be gained.
    """
    missed = [first > 0 for first in before]
    if all(missed) or not any(missed):
        return Apart.YES
    pairs = [(short, first) for short, first in zip(draws, before, strict=True) if short != first]
    nearer = sum(short < first for short, first in pairs)
    if nearer < len(pairs) or nearer + MOST_DRAWS - len(draws) < DECIDING_DRAWS:
        return Apart.NO
    return Apart.YES if nearer >= DECIDING_DRAWS else Apart.NOT_YET


def gaps(before: Sequence[OnDraw], after: Sequence[OnDraw]) -> dict[Side, Interval]:
    """Return how much worse the second is than the first, draw by draw; nothing unless both were drawn."""
    pairs = list(zip(before, after, strict=True)) if before and after else []
    measures = pairs[0][0].harms if pairs else ()
    return {
        measure: extent(second.harms[measure] - first.harms[measure] for first, second in pairs) for measure in measures
    }


@dataclass(frozen=True)
class Tried:
    """A policy that was simulated: the changes that make it, the value of each goal, of each side, and of the rank."""

    changes: tuple[Move, ...]
    policy: Policy
    goals: tuple[float, ...]
    sides: dict[Side, float]
    rank: float
    missing: float  # how far it is from the aim, 0 when it reaches it
    left_out: np.ndarray = field(compare=False, repr=False)  # bool, by family
    # By how much it is worse than the policy as it is, over several draws; nothing while they are not tried.
    chance: Mapping[Side, Interval] = field(default_factory=dict, compare=False, repr=False)
    draws: tuple[OnDraw, ...] = field(default=(), compare=False, repr=False)  # the one that is shown first
    before: tuple[OnDraw, ...] = field(default=(), compare=False, repr=False)  # the policy as it is, on the same

    @property
    def left_out_count(self) -> int:
        """How many families it leaves out."""
        return int(self.left_out.sum())

    @property
    def reaches(self) -> bool:
        """Whether every goal is reached, on the draw that is shown."""
        return self.missing == 0

    @property
    def reached(self) -> GoalReach:
        """Whether every goal is reached, on the draw that is shown and on the others."""
        each = [self.reached_goal(rank, here=True) for rank in range(len(self.goals))]
        worst = reached(self.reaches, [max(draw.goals) for draw in self.draws])
        return replace(worst, moved=all(goal.moved for goal in each))

    def reached_goal(self, rank: int, here: bool) -> GoalReach:
        """Whether one goal is reached, `here` being whether it is on the draw that is shown."""
        return reached(here, *self.short_of(rank))

    def short_of(self, rank: int) -> tuple[list[float], list[float]]:
        """Return how far short of a goal it falls on each draw, then the policy as it is; it may be known on more."""
        draws, before = ([draw.goals[rank] for draw in some] for some in (self.draws, self.before))
        return draws, before[: len(draws)]

    @property
    def apart(self) -> Apart:
        """Whether more draws would tell it from the policy as it is: NO once a goal is missed, or not gained."""
        if any(short > 0 for draw in self.draws for short in draw.goals):
            return Apart.NO
        return max(told_apart(*self.short_of(rank)) for rank in range(len(self.goals)))

    def goal_gap(self, rank: int) -> Interval | None:
        """Return by how much it falls shorter of a goal than the policy as it is, draw by draw; None: on one draw."""
        draws, before = self.short_of(rank)
        return extent(short - first for short, first in zip(draws, before, strict=True)) if before else None

    @property
    def held(self) -> Reliability:
        """How well the aim is reached."""
        return self.reached.held


def price(start: Tried, candidate: Tried) -> tuple[Side, ...]:
    """Return what `candidate` makes much worse than `start`: sides, and families left out (`part_laissee`).

    What the chance of one draw is enough to explain is not a price.
    """
    return tuple(side for side in _worse(start, candidate) if not overturned(candidate.chance.get(side)))


def by_chance(candidate: Tried) -> tuple[Side, ...]:
    """Return what a candidate changes and the chance of one draw is enough to explain; nothing where not replayed."""
    return tuple(measure for measure, chance in candidate.chance.items() if overturned(chance))


def _worse(start: Tried, candidate: Tried) -> tuple[Side, ...]:
    """Return what `candidate` makes much worse than `start` on the draw that is shown."""
    before, after = (harms(each.sides, each.left_out) for each in (start, candidate))
    # A family is a family: one more is told, however many there are.
    least = {measure: TOLD if measure in SIDES else 0 for measure in before}
    return tuple(side for side, harm in before.items() if after[side] > harm * (1 + BEARABLE) + least[side])


def harms(sides: Mapping[Side, float], left_out: np.ndarray) -> dict[Side, float]:
    """How bad each side is, from zero: what is not told in time, rather than what is."""
    each = {side: value if LESS_IS_BETTER[read_as(side)] else 1 - value for side, value in sides.items()}
    return {**each, "part_laissee": float(left_out.mean())}


def less(measure: Side, value: float) -> float:
    """Return a value so that less is better."""
    return value if LESS_IS_BETTER[read_as(measure)] else -value


__all__ = [
    "DECIDING_DRAWS",
    "MOST_DRAWS",
    "SIDES",
    "Apart",
    "GoalReach",
    "OnDraw",
    "Reliability",
    "Tried",
    "by_chance",
    "gaps",
    "harms",
    "less",
    "price",
    "reached",
    "told_apart",
]
