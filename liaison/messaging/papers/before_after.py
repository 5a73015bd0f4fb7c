"""Deux politiques de la même école fictive, avant et après : les comptes, l'image, ce qui diffère le plus."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from liaison.base.faults import FrenchError
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.documents import Picture
from liaison.documents.dot_pictures import Panel, dots_picture, dots_svg
from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.matters import Alternative, Matter, matters
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.family_states import (
    FamilyChanges,
    FamilyStates,
    families_drawn,
    family_changes,
    family_places,
    family_states,
    state_words,
)
from liaison.messaging.search.aims import Figures, amount_words, gap_words, unit_words
from liaison.messaging.search.stakes import Stakes
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.prepared import prepare
from liaison.school.tables import School

phrase = french_beside(__file__)


class NothingChangesError(FrenchError):
    """Two policies of which nothing can be compared, and what to do."""


class Amount(NamedTuple):
    """A figure of both policies, in words, and what it becomes: « 12 de moins »."""

    label: str
    before: str
    after: str
    difference: str


class Difference(NamedTuple):
    """A setting on which both differ, its two values in words, how many families it changes something for, alone."""

    label: str
    before: str
    after: str
    families: int


def compared(school: School, before: Policy, after: Policy, period: Period, seed: int) -> BeforeAfter:
    """Return what a policy makes of a fictitious school beside another.

    Raises:
        NothingChangesError: both have the same settings.
    """
    prepared = prepare(school, period, seed)
    return BeforeAfter(deliver(prepared, before), deliver(prepared, after))


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """What a policy makes of a school beside another: two traces of the same school, weeks and draws.

    A dot is a family: the school is fictitious, whoever makes one makes sure of it. `origin`: what was before is what
    one started from.

    Raises:
        NothingChangesError: both have the same settings.
    """

    before: Trace
    after: Trace
    origin: bool = False

    def __post_init__(self) -> None:
        if self.before.prepared is not self.after.prepared:
            raise ValueError("two traces of one school")
        if not self.matters:
            raise NothingChangesError(phrase("memes-reglages", policy=self.before.policy.name))

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        """What both differ on: the value of before, then the one of after."""
        differing = matters((self.before.policy, self.after.policy))
        return tuple(
            matter._replace(options=tuple(sorted(filter(_wanted, matter.options), key=_wanted))) for matter in differing
        )

    @property
    def families(self) -> int:
        """How many families the school has."""
        return len(self.before.prepared.family_profile)

    @property
    def words(self) -> dict[str, str]:
        """What the sentences of a paper name: what was before, and whether one started from it."""
        return {"before": self.before.policy.name, "origin": "oui" if self.origin else "non"}

    @cached_property
    def left_out(self) -> tuple[int, int]:
        """How many families are left out, before and after."""
        before, after = (states.counts()["de_cote"] for states in self._states)
        return before, after

    @property
    def moves_most(self) -> tuple[int, int, str] | None:
        """What moves more families than leaving out does: how many are late or disturbed, before, after, in words."""
        counts = [*zip(*self._counts, strict=True)]
        gaps = [abs(new - old) for old, new in counts]
        _in_time, late, out, disturbed = range(len(gaps))
        most = max((disturbed, late), key=lambda at: gaps[at])
        return (*counts[most], state_words(counts[most][1])[most]) if gaps[most] > gaps[out] else None

    @property
    def changes(self) -> FamilyChanges:
        """Which families find it better, worse, or exchange one thing for another."""
        return family_changes(*self._states)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The families in each state, those that the evening disturbs, the work of the staff."""
        counts = zip(*self._counts, state_words(2), strict=True)
        lines = [
            Amount(phrase("familles", state=words), number(old), number(new), _difference(new - old))
            for old, new, words in counts
        ]
        return (*lines, self._work())

    def most_felt(self, most: int) -> tuple[Difference, ...]:
        """Return the differences on which most families depend, each tried alone from the policy of before."""
        prepared = self.before.prepared
        stakes = Stakes(prepared, self.before.policy, prepared.timing.period.start)
        weighed = [(stake, stake.matter.options) for stake in stakes.widest(self.matters, most) if not stake.refused]
        return tuple(
            Difference(stake.matter.label, before.words, after.words, stake.width) for stake, (before, after) in weighed
        )

    def picture(self) -> Picture:
        """Return the families before and after, with what the picture says to who does not see it."""
        return dots_picture(self._panels, alt=self._alternative())

    def svg(self) -> str:
        """Return the same drawing by itself."""
        return dots_svg(self._panels)

    @cached_property
    def _states(self) -> tuple[FamilyStates, FamilyStates]:
        return family_states(self.before), family_states(self.after)

    @cached_property
    def _counts(self) -> tuple[tuple[int, ...], ...]:
        return tuple((*states.counts().values(), int(np.count_nonzero(states.disturbed))) for states in self._states)

    @cached_property
    def _panels(self) -> tuple[Panel, Panel]:
        places = family_places(self.before.prepared, "niveau")
        before, after = self._states
        old, new = families_drawn(places, before), families_drawn(places, after, before)
        moved = self.changes.count
        return (
            Panel(phrase("avant"), old, (*_legend(self._counts[0]), "")),
            Panel(phrase("apres"), new, (*_legend(self._counts[1]), phrase("change-quelque-chose", count=moved))),
        )

    def _alternative(self) -> str:
        before, after = (", ".join(_legend(counts)) for counts in self._counts)
        return phrase("dit-de-l-image", families=self.families, before=before, after=after)

    def _work(self) -> Amount:
        before, after = (Figures(trace).of("travail_personnels") for trace in (self.before, self.after))
        old, new = (amount_words("travail_personnels", value) for value in (before, after))
        unit = unit_words("travail_personnels")
        gap = gap_words("travail_personnels", before, after)
        return Amount(phrase("travail", unit=unit), old, new, _in_words(gap, after - before))


def _wanted(option: Alternative) -> tuple[int, ...]:
    return option.wanted_by


def _legend(counts: tuple[int, ...]) -> list[str]:
    return [f"{number(count)} {state_words(count)[at]}" for at, count in enumerate(counts)]


def _difference(gap: int) -> str:
    return _in_words(number(abs(gap)) if gap else "", gap)


def _in_words(amount: str, gap: float) -> str:
    return phrase("de-plus" if gap > 0 else "de-moins", amount=amount) if amount else phrase("pareil")


__all__ = ["Amount", "BeforeAfter", "Difference", "NothingChangesError", "compared"]
