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
from liaison.messaging.search.single_changes import single_changes

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


def levers(trace: Trace, on: dt.date, count: int = 3, stopped: Callable[[], bool] = lambda: False) -> tuple[Lever, ...]:
    """Return the changes that help most families more than they harm, at most `count`, of different kinds of settings.

    Each is replayed alone on the whole school, with its draws. What a law or a règlement forbids and the policy does
    not do as it is, is not tried (`on`: the day of these texts); what leaves more families out helps nobody for it.
    Fewer are tried once `stopped()`.
    """
    best: dict[str, Lever] = {}
    for lever in _tried(trace, on):
        kind = HELD if lever.move.family in HELD_FAMILIES else lever.move.family
        former = best.get(kind)
        helps = lever.better > lever.worse and lever.out[1] <= lever.out[0]
        if helps and (former is None or _worth(lever) > _worth(former)):
            best[kind] = lever
        if stopped():
            break
    return tuple(sorted(best.values(), key=_worth, reverse=True)[:count])


def _tried(trace: Trace, on: dt.date) -> Iterator[Lever]:
    prepared, replay = trace.prepared, replay_of(trace)
    states, work = states_of(replay.start.families, prepared), replay.start.tasks.hours(prepared)
    for single in single_changes(trace, on):
        counts = replay.counts(single.policy)
        after = states_of(counts.families, prepared)
        yield _lever(single.move, (states, after), (work, counts.tasks.hours(prepared)))


def _lever(move: Move, states: tuple[FamilyStates, FamilyStates], work: tuple[float, float]) -> Lever:
    before, after = states
    changes = family_changes(before, after)
    out = [int(np.count_nonzero(each.state == STATES.index("de_cote"))) for each in states]
    return Lever(
        move=move,
        better=int(np.count_nonzero(changes.better)),
        worse=int(np.count_nonzero(changes.worse)),
        exchanged=int(np.count_nonzero(changes.exchanged)),
        out=(out[0], out[1]),
        work=work,
    )


def _worth(lever: Lever) -> tuple[int, int]:
    return lever.better - lever.worse, lever.out[0] - lever.out[1]


__all__ = ["Lever", "levers"]
