"""Ce que pèse chaque désaccord d'une équipe : combien de familles en dépendent, et ce que chaque valeur leur fait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from itertools import combinations

import numpy as np

from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.compliance import legal_remarks
from liaison.messaging.policy.matters import Alternative, Matter
from liaison.messaging.policy.policy import Policy, PolicyError
from liaison.messaging.policy.team import with_settings
from liaison.messaging.reading.family_states import STATES, FamilyStates, family_changes, family_states, states_of
from liaison.messaging.reading.school_counts import SchoolReplay
from liaison.messaging.search.aims import Figures
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.vocabulary import PROFILES


@dataclass(frozen=True)
class PolicyFigures:
    """What a policy makes of a school: families left out, families disturbed in the evening, hours of work a week."""

    out: int
    disturbed: int
    work: float


def best_on_each(figures: Sequence[PolicyFigures]) -> dict[str, tuple[int, ...]]:
    """Return, by figure, which of these policies do best on it, as it reads: with one decimal."""
    best: dict[str, tuple[int, ...]] = {}
    for figure in fields(PolicyFigures):
        values = [round(getattr(each, figure.name), 1) for each in figures]
        best[figure.name] = tuple(place for place, value in enumerate(values) if value == min(values))
    return best


@dataclass(frozen=True)
class ProfileCount:
    """How many families, and the profile that most of them have, with its own count; `profile` is "" for none."""

    families: int
    profile: str
    of_profile: int


@dataclass(frozen=True)
class OptionEffect:
    """What one value does, everything else being what the team starts from.

    `better`, `worse`: families, beside the first value; `remarks`: codes of what `check` newly finds that rests on a
    law or a règlement.
    """

    option: Alternative
    figures: PolicyFigures
    better: ProfileCount
    worse: ProfileCount
    exchanged: int
    remarks: frozenset[str]


@dataclass(frozen=True)
class Stake:
    """A matter, and what each of its values does, the first being what the team starts from.

    `width`: families whose state changes, or who begin or cease to be disturbed in the evening, between the two values
    that are the furthest apart. One ring more or one message less, without that, does not count.
    `refused`: values, in words, that make no valid policy with the rest: nothing is known of them.
    """

    matter: Matter
    effects: tuple[OptionEffect, ...]
    width: int
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class _Replayed:
    states: FamilyStates
    figures: PolicyFigures
    remarks: frozenset[str]


class Stakes:
    """Weighs the disagreements of a team: one change at a time from `start`, on the same school, with the same draws.

    `on`: the day of the texts that are checked.
    """

    def __init__(self, prepared: Prepared, start: Policy, on: dt.date) -> None:
        self.prepared, self.start, self.on = prepared, start, on
        self._school = SchoolReplay(deliver(prepared, start))
        self._start = self._replay(start)

    def widest(
        self, matters: Sequence[Matter], count: int = 5, stopped: Callable[[], bool] = lambda: False
    ) -> tuple[Stake, ...]:
        """Return the disagreements on which most families depend, at most `count`; none that moves no family.

        Fewer are weighed once `stopped()`. Of equals, the most disputed comes first, in the order of `matters`.
        """
        weighed = []
        for matter in matters:
            if stopped():
                break
            weighed.append(self.weigh(matter))
        moving = [stake for stake in weighed if stake.width]
        return tuple(sorted(moving, key=lambda stake: -stake.width)[:count])

    def weigh(self, matter: Matter) -> Stake:
        """Return what each value of a matter does."""
        refused = list[str]()
        options = matter.options
        by_place = [(options[0], self._start)]
        for option in options[1:]:
            try:
                by_place.append((option, self._replay(with_settings(self.start, option.values))))
            except PolicyError:
                refused.append(option.words)
        effects = tuple(self._effect(option, replayed) for option, replayed in by_place)
        pairs = combinations((replayed.states for _option, replayed in by_place), 2)
        width = max((int(np.count_nonzero(family_changes(*pair).any)) for pair in pairs), default=0)
        return Stake(matter, effects, width, tuple(refused))

    def _replay(self, policy: Policy) -> _Replayed:
        counts = self._school.counts(policy)
        states = states_of(counts.families, self.prepared)
        remarks = legal_remarks(policy, self.on, self.prepared.school.kind)
        return _Replayed(states, _figures(states, counts.tasks.hours(self.prepared)), remarks)

    def _effect(self, option: Alternative, replayed: _Replayed) -> OptionEffect:
        changes = family_changes(self._start.states, replayed.states)
        return OptionEffect(
            option=option,
            figures=replayed.figures,
            better=self._by_profile(changes.better),
            worse=self._by_profile(changes.worse),
            exchanged=int(np.count_nonzero(changes.exchanged)),
            remarks=replayed.remarks - self._start.remarks,
        )

    def _by_profile(self, families: np.ndarray) -> ProfileCount:
        counts = np.bincount(self.prepared.family_profile[families], minlength=len(PROFILES))
        most = int(counts.argmax())
        return ProfileCount(int(counts.sum()), PROFILES[most] if counts[most] else "", int(counts[most]))


def policy_figures(trace: Trace) -> PolicyFigures:
    """Return what a policy makes of a school, from its trace."""
    return _figures(family_states(trace), Figures(trace).of("travail_personnels"))


def _figures(states: FamilyStates, work: float) -> PolicyFigures:
    return PolicyFigures(
        out=int(np.count_nonzero(states.state == STATES.index("de_cote"))),
        disturbed=int(np.count_nonzero(states.disturbed)),
        work=work,
    )


__all__ = ["OptionEffect", "PolicyFigures", "ProfileCount", "Stake", "Stakes", "best_on_each", "policy_figures"]
