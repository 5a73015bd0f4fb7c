"""Les leviers d'une école : les changements d'un réglage qui aident le plus de ses familles, et ce que chacun fait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.policy.moves import Move
from liaison.messaging.reading.family_states import STATES, FamilyStates, family_changes, states_of
from liaison.messaging.reading.school_counts import replay_of
from liaison.messaging.search.aims import Family
from liaison.messaging.search.single_changes import SingleChange, single_changes

# Evenings held by one setting or by the other are one lever: one hardly adds to the other.
HELD_FAMILIES: tuple[Family, ...] = ("publication_suspendue", "heures_calmes")
HELD = "heures"


@dataclass(frozen=True)
class Lever:
    """One change, and what it does over the whole school, on the draw that is shown.

    `better`, `worse`, `exchanged`: families, as `family_changes` tells them apart. `out`: families left out, before
    then after. `work`: what it asks of the staff, before then after, as `travail_personnels` counts it.
    """

    move: Move
    better: int
    worse: int
    exchanged: int
    out: tuple[int, int]
    work: tuple[float, float]

    @property
    def moved(self) -> int:
        """How many families it brings to another state, or disturbs more or less."""
        return self.better + self.worse + self.exchanged

    @property
    def spares(self) -> bool:
        """Whether no more families are left out than before, nor more harmed than helped."""
        return self.out[1] <= self.out[0] and self.worse <= self.better


class WholeSchool:
    """What a change of the policy of a trace does over the whole school, with the same draws."""

    def __init__(self, trace: Trace) -> None:
        self._prepared, self._replay = trace.prepared, replay_of(trace)
        self._before = self._replay.start
        self._states = states_of(self._before.families, trace.prepared)

    def lever(self, single: SingleChange) -> Lever:
        """Return one change, with what it does."""
        counts = self._replay.counts(single.policy)
        after = states_of(counts.families, self._prepared)
        changes = family_changes(self._states, after)
        return Lever(
            move=single.move,
            better=int(np.count_nonzero(changes.better)),
            worse=int(np.count_nonzero(changes.worse)),
            exchanged=int(np.count_nonzero(changes.exchanged)),
            out=(_left_out(self._states), _left_out(after)),
            work=(self._before.tasks.hours(self._prepared), counts.tasks.hours(self._prepared)),
        )


def _left_out(states: FamilyStates) -> int:
    return int(np.count_nonzero(states.state == STATES.index("de_cote")))


def proposable(trace: Trace, on: dt.date) -> Iterator[SingleChange]:
    """Yield the changes that may be proposed alone: those of which the check newly says nothing, on that day."""
    return (single for single in single_changes(trace, on) if not single.findings)


def levers(trace: Trace, on: dt.date, count: int = 3, stopped: Callable[[], bool] = lambda: False) -> tuple[Lever, ...]:
    """Return the changes that help most families more than they harm, at most `count`, of different kinds of settings.

    Each is replayed alone on the whole school, with its draws, among those that are `proposable`; what leaves more
    families out helps nobody for it. Fewer are tried once `stopped()`.
    """
    best: dict[str, Lever] = {}
    school = WholeSchool(trace)
    for lever in map(school.lever, proposable(trace, on)):
        kind = HELD if lever.move.family in HELD_FAMILIES else lever.move.family
        former = best.get(kind)
        helps = lever.spares and lever.better > lever.worse
        if helps and (former is None or _worth(lever) > _worth(former)):
            best[kind] = lever
        if stopped():
            break
    return tuple(sorted(best.values(), key=_worth, reverse=True)[:count])


def _worth(lever: Lever) -> tuple[int, int]:
    return lever.better - lever.worse, lever.out[0] - lever.out[1]


__all__ = ["Lever", "WholeSchool", "levers", "proposable"]
