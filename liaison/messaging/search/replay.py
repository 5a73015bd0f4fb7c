"""Ce qu'une recherche montre, rejoué sur d'autres tirages : tout ce qui se compare y rencontre les mêmes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from liaison.messaging.delivery.simulate import deliver
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.uncertainty import another_draw
from liaison.messaging.search.aims import Aim, Figures, Side
from liaison.messaging.search.tried import MOST_DRAWS, SIDES, Apart, OnDraw, Reliability, Tried, gaps, harms
from liaison.messaging.traffic.prepared import Prepared

MOST_ROWS = 1_000_000  # kept over all draws, some 100 MB; the draws of a larger school are made again each time


class Replay:
    """Policies on other draws, beside `start`, the policy as it is: on `draws` of them, and more to tell them apart."""

    def __init__(self, prepared: Prepared, aim: Aim, start: Tried, draws: int) -> None:
        self._aim, self._start, self._draws = aim, start.policy, draws
        self._made = {0: prepared}
        self._before = [self._shown(start)]

    def of(self, some: Sequence[Tried], keep: Callable[[Tried], object], always: bool = False) -> Iterator[None]:
        """Try these on every other draw, then give each to `keep`.

        `always`: those alone that reach the aim beyond chance, each left at the first draw that says that it does not.
        """
        going = [replace(candidate, draws=(self._shown(candidate),)) for candidate in some]
        for rank in range(1, MOST_DRAWS):
            further = [place for place, each in enumerate(going) if rank < self._draws or each.apart == Apart.NOT_YET]
            prepared = self._draw(rank) if further else None
            for place in further:
                assert prepared is not None
                going[place] = self._on(prepared, rank, going[place])
                yield
            going = [candidate for candidate in going if not always or candidate.apart != Apart.NO]
        for candidate in going:
            if not always or candidate.held == Reliability.ALWAYS:
                first = slice(self._draws)  # as many for every difference that is shown
                keep(replace(candidate, chance=gaps(candidate.before[first], candidate.draws[first])))

    def _on(self, prepared: Prepared, rank: int, candidate: Tried) -> Tried:
        """Return a policy with what it gives on one more draw, beside the policy as it is."""
        if rank == len(self._before):
            self._before.append(self._given(prepared, self._start))
        if not candidate.changes:
            return replace(candidate, draws=tuple(self._before[: rank + 1]))
        draws = (*candidate.draws, self._given(prepared, candidate.policy))
        return replace(candidate, draws=draws, before=tuple(self._before[: rank + 1]))

    def _shown(self, candidate: Tried) -> OnDraw:
        return self._on_draw(candidate.goals, candidate.sides, candidate.left_out)

    def _given(self, prepared: Prepared, policy: Policy) -> OnDraw:
        figures = Figures(deliver(prepared, policy))
        values = [figures.value(goal) for goal in self._aim.goals]
        return self._on_draw(values, {side: figures.of(side) for side in SIDES}, figures.left_out)

    def _on_draw(self, values: Sequence[float], sides: Mapping[Side, float], left_out: np.ndarray) -> OnDraw:
        short = (goal.short(value) for goal, value in zip(self._aim.goals, values, strict=True))
        return OnDraw(tuple(short), harms(sides, left_out))

    def _draw(self, rank: int) -> Prepared:
        if rank in self._made:
            return self._made[rank]
        prepared = another_draw(self._made[0], rank)
        if len(prepared.rows.recipient) * (rank + 1) <= MOST_ROWS:
            self._made[rank] = prepared
        return prepared


__all__ = ["Replay"]
