"""Chaque famille d'une école, d'un coup d'œil : jointe à temps, en retard ou laissée de côté, et dérangée le soir."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from liaison.base.dots import Dots, dots
from liaison.base.sentences import french_beside
from liaison.messaging.delivery.channels import REASON_CODE
from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.reading.indicators import LEFT_OUT_BELOW, Cases, in_the_evening
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.traffic.traffic import RESPONSABLE
from liaison.messaging.vocabulary import PROFILE_LABELS, PROFILES

phrase = french_beside(__file__)

FamilyState = Literal["a_temps", "en_retard", "de_cote"]
STATES: tuple[FamilyState, ...] = ("a_temps", "en_retard", "de_cote")
# A family is said to be late when it sees this share of its messages, or more, once they are of no use.
LATE_FROM = 0.2
# Rings in the evening or at night, a week with class, from which a family is said to be disturbed.
RINGS_A_WEEK = 1

SEEN_IN_TIME = (REASON_CODE["informe"], REASON_CODE["non_compris"])

Grouping = Literal["niveau", "classe", "profil"]
GROUPINGS: tuple[Grouping, ...] = ("niveau", "classe", "profil")


@dataclass(frozen=True, eq=False)
class FamilyStates:
    """What became of each family over the period: arrays by family number, as `Prepared.families` gives it."""

    state: np.ndarray  # int8: position in STATES
    disturbed: np.ndarray  # bool
    written: np.ndarray  # int64: messages
    informed: np.ndarray  # int64: of these, those that informed it in time
    late: np.ndarray  # int64: those that it saw once they were of no use
    rings: np.ndarray  # int64: on a responsable's device, in the evening or at night

    def counts(self) -> dict[FamilyState, int]:
        """Return how many families are in each state."""
        numbers = np.bincount(self.state, minlength=len(STATES)).tolist()
        return dict(zip(STATES, numbers, strict=True))


@dataclass(frozen=True, eq=False)
class FamilyPlaces:
    """Where each family stands: `labels`, in the order of the school, and by family the position of its own."""

    labels: tuple[str, ...]
    group: np.ndarray  # int32


@dataclass(frozen=True, eq=False)
class FamilyTotals:
    """What happened to each family over the period, in numbers that add up: int64 by family number."""

    written: np.ndarray  # messages
    informed: np.ndarray  # of these, those that informed it in time
    late: np.ndarray  # those that it saw once they were of no use
    rings: np.ndarray  # on a responsable's device, in the evening or at night


def family_states(trace: Trace, cases: Cases | None = None) -> FamilyStates:
    """Return the state of each family. One informed adult is enough, as in `Indicators`.

    A family to which nothing was written is not left out. `cases`: those of the trace, where they are already there.
    """
    return states_of(family_counts(trace, cases or Cases(trace)), trace.prepared)


def family_counts(trace: Trace, cases: Cases) -> FamilyTotals:
    """Return what the state of each family is told from; `cases`: those of the trace."""
    families = int(trace.prepared.families.max(initial=-1) + 1)
    # What is seen in time and not understood informs nobody, and is not late.
    in_time = _some_delivery(cases, np.isin(trace.reason.take(cases.deliveries), SEEN_IN_TIME))
    seen = _some_delivery(cases, trace.seen.take(cases.deliveries) < NEVER)
    return FamilyTotals(
        written=np.bincount(cases.family, minlength=families),
        informed=np.bincount(cases.family[cases.informed], minlength=families),
        late=np.bincount(cases.family[seen & ~in_time], minlength=families),
        rings=_evening_rings(trace, families),
    )


def states_of(counts: FamilyTotals, prepared: Prepared) -> FamilyStates:
    """Return the state of each family of a simulation, from what happened to it."""
    written, informed, late, rings = (getattr(counts, name) for name in FamilyTotals.__annotations__)
    state = np.zeros(len(written), dtype=np.int8)
    state[late >= np.maximum(LATE_FROM * written, 1)] = STATES.index("en_retard")
    state[(written > 0) & (informed < LEFT_OUT_BELOW * written)] = STATES.index("de_cote")
    weeks = max(len(prepared.timing.class_weeks), 1)
    return FamilyStates(state, rings >= RINGS_A_WEEK * weeks, written, informed, late, rings)


def state_words(count: int) -> tuple[str, ...]:
    """Return what is said of so many families: each state in the order of `STATES`, then that the evening disturbs."""
    return tuple(phrase(f"famille-{state}".replace("_", "-"), count=count) for state in (*STATES, "derangee"))


@dataclass(frozen=True, eq=False)
class FamilyChanges:
    """What a policy changes for each family, beside another: bool arrays by family number, at most one of them true.

    `better`: into a better state, or as well reached and no more disturbed in the evening; `worse`: the other way;
    `exchanged`: better reached and disturbed, or the other way.
    """

    better: np.ndarray
    worse: np.ndarray
    exchanged: np.ndarray

    @property
    def any(self) -> np.ndarray:
        """Whether something changes for each family (bool)."""
        return self.better | self.worse | self.exchanged

    @property
    def count(self) -> int:
        """For how many families something changes."""
        return int(self.any.sum())


def family_changes(before: FamilyStates, after: FamilyStates) -> FamilyChanges:
    """Return what changes for the same families from one policy to another."""
    nearer = np.sign(before.state.astype(int) - after.state)
    calmer = np.sign(before.disturbed.astype(int) - after.disturbed)
    return FamilyChanges(nearer + calmer > 0, nearer + calmer < 0, nearer * calmer < 0)


def families_drawn(places: FamilyPlaces, states: FamilyStates, beside: FamilyStates | None = None) -> Dots:
    """Return the picture of the families, a dot each, in their places: their states, and who is disturbed.

    `beside`: the states of the same families under another policy; those that are otherwise have moved, in both.
    """
    moved = None
    if beside is not None:
        moved = family_changes(beside, states).any
    return dots(places.labels, places.group, states.state, len(STATES), states.disturbed, moved)


def family_places(prepared: Prepared, by: Grouping) -> FamilyPlaces:
    """Return where each family stands: in the level or the class of its first pupil, or with those of its profile.

    Levels and classes are in the order of the school; profiles in that of `PROFILES`, those that it has.
    """
    if by == "profil":
        present = np.unique(prepared.family_profile)
        return FamilyPlaces(
            tuple(PROFILE_LABELS[PROFILES[code]] for code in present.tolist()),
            np.searchsorted(present, prepared.family_profile).astype(np.int32),
        )
    school = prepared.school
    in_class = (school.memberships["fonction"] == "eleve") & school.memberships["groupe"].isin(school.classes["id"])
    classes = school.memberships[in_class].drop_duplicates("personne")
    of_pupil = pd.Series(classes["groupe"].to_numpy(), index=classes["personne"]).reindex(school.pupils["id"])
    first = pd.DataFrame({"family": prepared.families, "class": of_pupil.to_numpy()}).groupby("family")["class"].first()
    levels = school.classes.set_index("id")["niveau"]
    own = first.map(levels) if by == "niveau" else first
    labels = tuple(dict.fromkeys(levels if by == "niveau" else levels.index))
    return FamilyPlaces(labels, pd.Index(labels).get_indexer(pd.Index(own)).astype(np.int32))


def _some_delivery(cases: Cases, which: np.ndarray) -> np.ndarray:
    """Return, by case, whether one of its deliveries is among `which`."""
    among = np.zeros(len(cases.family), dtype=bool)
    among[cases.case_of_delivery[which]] = True
    return among


def _evening_rings(trace: Trace, families: int) -> np.ndarray:
    """Return how many times a responsable's device of each family rings in the evening or at night."""
    prepared = trace.prepared
    rings = np.flatnonzero((prepared.kind.take(trace.row) == RESPONSABLE) & (trace.notified < NEVER))
    half = prepared.clock.weekday_and_half(trace.notified.take(rings))[1]
    row = trace.row.take(rings[in_the_evening(half)])
    return np.bincount(prepared.families.take(prepared.rows.pupil.take(row)), minlength=families)


__all__ = [
    "GROUPINGS",
    "LATE_FROM",
    "RINGS_A_WEEK",
    "STATES",
    "FamilyChanges",
    "FamilyPlaces",
    "FamilyState",
    "FamilyStates",
    "FamilyTotals",
    "Grouping",
    "families_drawn",
    "family_changes",
    "family_counts",
    "family_places",
    "family_states",
    "state_words",
    "states_of",
]
