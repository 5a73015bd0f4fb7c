"""Ce qu'une équipe veut atteindre : des buts chiffrés, ce à quoi elle ne touche pas, et comment on les mesure.

Every measure is a number of one trace; a goal says how much of it is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.labels import Labels
from liaison.base.numbers import number, rounded
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import lower_first
from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.reading.indicators import LEFT_OUT_BELOW, Cases, in_the_evening
from liaison.messaging.reading.school_counts import bells_of, distinct, ringable, tasks_of, time_of
from liaison.messaging.traffic.traffic import PURPOSE_CODE
from liaison.messaging.vocabulary import PROFILE_LABELS, PROFILES, Purpose, evening_hours
from liaison.messaging.wording import purposes_words

phrase = french_beside(__file__)

Measure = Literal[
    "part_laissee",
    "part_informee",
    "part_prevenue",
    "notifications_soir",
    "notifications_par_semaine",
    "travail_personnels",
]
# What a policy is also weighed by, that no aim asks for by this name: families told of an absence while it is of use.
Side = Measure | Literal["absence_a_temps"]
# What is better, lower or higher, and how a number of each is said.
LESS_IS_BETTER: dict[Measure, bool] = {
    "part_laissee": True,
    "part_informee": False,
    "part_prevenue": False,
    "notifications_soir": True,
    "notifications_par_semaine": True,
    "travail_personnels": True,
}
LABELS: Mapping[Measure, str] = Labels(
    LESS_IS_BETTER, lambda measure: phrase(f"mesure-{measure}", evening_hours=evening_hours())
)
SHARES: frozenset[Measure] = frozenset({"part_laissee", "part_informee", "part_prevenue"})
Family = Literal[
    "canaux",
    "replis",
    "rythmes",
    "destinataires",
    "publication_suspendue",
    "heures_calmes",
    "envois_groupes",
    "notes",
    "devoirs",
    "langues",
    "ecriture",
]


class AimError(FrenchError):
    """An aim that cannot be read or does not hold together, and what to do."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Goal(_Model):
    """One measure and how much of it is enough: `at_least` or `at_most`, shares from 0 to 1.

    `purpose` and `profile` narrow the measure; `within_min` is the delay of `part_prevenue`, in minutes.
    """

    measure: Measure
    purpose: Purpose | None = None
    profile: str | None = None
    within_min: Annotated[int, Field(ge=1, le=7 * 24 * 60)] | None = None
    at_least: FiniteFloat | None = None
    at_most: FiniteFloat | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> Goal:
        wanted = "at_most" if LESS_IS_BETTER[self.measure] else "at_least"
        other = "at_least" if wanted == "at_most" else "at_most"
        if getattr(self, wanted) is None or getattr(self, other) is not None:
            raise ValueError(phrase("se-donne-avec", measure=self.measure, bound=wanted))
        self._within_its_scale()
        if (self.measure == "part_prevenue") != (self.within_min is not None):
            raise ValueError(phrase("delai-de-la-part-prevenue"))
        if self.profile is not None and self.profile not in PROFILES:
            raise ValueError(phrase("profil-inconnu", profile=self.profile, profiles=", ".join(PROFILES)))
        narrow = {"part_informee", "part_prevenue"}
        if self.purpose is not None and self.measure not in narrow:
            raise ValueError(phrase("motif-d-une-part"))
        if self.profile is not None and self.measure not in narrow | {"part_laissee"}:
            raise ValueError(phrase("profil-d-une-part"))
        return self

    def _within_its_scale(self) -> None:
        """Refuse what nothing reaches, or everything: most often « 95 » for 95 %."""
        wanted = "at_most" if LESS_IS_BETTER[self.measure] else "at_least"
        if self.measure in SHARES and not 0 <= self.bound <= 1:
            share = phrase("est-une-part", measure=self.measure)
            if not 1 < self.bound <= 100:
                raise ValueError(share)
            setting, percents = f"{wanted}: {self.bound / 100:g}", number(self.bound, most=None)
            raise ValueError(phrase("ecrire-une-part", share=share, setting=setting, percents=percents))
        if self.bound < 0:
            raise ValueError(phrase("pas-sous-zero", measure=self.measure, bound=wanted))

    @property
    def bound(self) -> float:
        """How much is enough."""
        bound = self.at_most if self.at_least is None else self.at_least
        assert bound is not None
        return bound

    def reached(self, value: float) -> bool:
        """Whether a value is enough."""
        return self.short(value) <= 0

    def short(self, value: float) -> float:
        """Return by how much a value falls short, in its own unit: zero or less when it is enough.

        What a computer rounds does not count.
        """
        away = value - self.bound if LESS_IS_BETTER[self.measure] else self.bound - value
        return away if away > 1e-9 else min(away, 0.0)

    def missing(self, value: float) -> float:
        """Return how far a value is from enough, 0 when it is: a share of 1, or of the bound."""
        return self.missing_when(self.short(value))

    def missing_when(self, short: float) -> float:
        """Return how far from enough is what falls short by so much (`short`)."""
        scale = 1.0 if self.measure in SHARES else max(abs(self.bound), 1.0)
        return max(short, 0.0) / scale

    def what(self) -> str:
        """Return what the goal measures, without how much of it is enough, in French."""
        what = LABELS[self.measure]
        if self.within_min:
            what = phrase("en-minutes", what=what, minutes=self.within_min)
        if self.purpose:
            what = phrase("pour-un-motif", what=what, purpose=purposes_words([self.purpose]))
        if self.profile:
            what = phrase("parmi", what=what, profile=lower_first(PROFILE_LABELS[self.profile]))
        return typeset(what)

    def words(self) -> str:
        """Return the goal in one French sentence, without its full stop."""
        key = "au-plus" if LESS_IS_BETTER[self.measure] else "au-moins"
        return typeset(phrase(key, what=self.what(), value=value_words(self.measure, self.bound)))


def read_as(side: Side) -> Measure:
    """Return the measure by whose unit and sense a side is read."""
    return "part_informee" if side == "absence_a_temps" else side


def shown_number(measure: Side, value: float) -> float:
    """Return a measured value as its words round it: two that read alike are equal."""
    shown, digits = _shown(read_as(measure), value)
    return rounded(shown, digits)


def _shown(measure: Measure, value: float) -> tuple[float, int]:
    """How a value is counted on a screen, and with how many decimals."""
    shown = 100 * value if measure in SHARES else value
    return shown, 1 if abs(shown) >= 1 or not shown else 2


def value_words(side: Side, value: float, apart_from: float | None = None) -> str:
    """Return a measured value with its unit: « 4,6 % », « 1 heure par semaine ».

    A number near zero keeps what tells it from zero. `apart_from`: another value, from which enough decimals are shown
    to tell this one.
    """
    return typeset(f"{amount_words(side, value, apart_from)} {unit_words(side, value)}")


def unit_words(side: Side, value: float = 2) -> str:
    """Return the unit of a measure, as it is said after a value: of several, unless one is given."""
    measure = read_as(side)
    return phrase(f"unite-{measure}", value=int(shown_number(measure, value)))  # French counts « 1,5 heure »


def amount_words(side: Side, value: float, apart_from: float | None = None) -> str:
    """Return a measured value as `value_words` does, without its unit."""
    measure = read_as(side)
    shown, digits = _shown(measure, value)
    if apart_from is not None:
        other = 100 * apart_from if measure in SHARES else apart_from
        digits = next((more for more in range(digits, 9) if rounded(shown, more) != rounded(other, more)), digits)
    if shown and not rounded(shown, digits):
        return typeset(phrase("moins-de", value=number(0.01)))
    return number(shown, digits)


def gap_words(side: Side, before: float, after: float) -> str:
    """Return the difference between two values as `amount_words` writes them, so that who subtracts finds it too; ""
    where they are written alike."""
    measure = read_as(side)
    (old, digits), (new, others) = (_shown(measure, value) for value in (before, after))
    gap = abs(rounded(new, others) - rounded(old, digits))
    return number(gap, max(digits, others)) if gap else ""


class Aim(_Model):
    """What a team wants, versioned: goals, the measure by which single changes are ranked, and what stays as it is."""

    version: Literal[1] = 1
    name: Annotated[str, Field(min_length=1, max_length=200)]
    goals: Annotated[tuple[Goal, ...], Field(min_length=1, max_length=8)]
    rank_by: Measure = "part_laissee"
    keep: tuple[Family, ...] = ()

    @model_validator(mode="after")
    def _can_be_ranked(self) -> Aim:
        if self.rank_by == "part_prevenue" and all(goal.measure != "part_prevenue" for goal in self.goals):
            raise ValueError(phrase("classer-sans-delai"))
        return self


_ABSENCE = Goal(measure="part_informee", purpose="absence", at_least=1)
AIM_FILE = FileFormat(
    Aim, 1, partial(phrase, "un-but"), "version, name, goals", AimError, Path(__file__).parents[1] / "presets" / "buts"
)


@dataclass(frozen=True, eq=False)
class Figures:
    """What one trace says of each measure; each is worked out when it is asked for."""

    trace: Trace

    def value(self, goal: Goal) -> float:
        """Return the measure of a goal."""
        if goal.measure == "part_prevenue":
            assert goal.within_min is not None
            return self._share(self._informed & (self._delay <= goal.within_min), goal)
        if goal.measure == "part_informee":
            return self._share(self._informed, goal)
        if goal.measure == "part_laissee":
            return self._left_out(goal.profile)
        return self.of(goal.measure)

    def of(self, measure: Side) -> float:
        """Return a measure over all purposes and all families, or one of the sides.

        Raises:
            KeyError: `part_prevenue`, which needs a delay.
        """
        return {
            "part_laissee": lambda: self._left_out(None),
            "part_informee": lambda: float(self._informed.mean()) if len(self._informed) else 1.0,
            "absence_a_temps": lambda: self.value(_ABSENCE),
            "notifications_soir": lambda: self._rings[1],
            "notifications_par_semaine": lambda: self._rings[0],
            "travail_personnels": lambda: self._work,
        }[measure]()

    @cached_property
    def _cases(self) -> Cases:
        return Cases(self.trace)

    @property
    def _informed(self) -> np.ndarray:
        return self._cases.informed

    @cached_property
    def _delay(self) -> np.ndarray:
        return self._cases.seen - self._cases.created

    def _share(self, good: np.ndarray, goal: Goal) -> float:
        of = np.ones(len(good), dtype=bool)
        if goal.purpose is not None:
            of &= self._cases.purpose == PURPOSE_CODE[goal.purpose]
        if goal.profile is not None:
            of &= self.trace.prepared.family_profile[self._cases.family] == PROFILES.index(goal.profile)
        return float(good[of].mean()) if of.any() else 1.0

    @cached_property
    def left_out(self) -> np.ndarray:
        """Which families are left out, among all of the school (bool, by family number)."""
        return self.written & (self._got < LEFT_OUT_BELOW * self._sent)

    @cached_property
    def _sent(self) -> np.ndarray:
        return np.bincount(self._cases.family, minlength=self._families)

    @cached_property
    def _got(self) -> np.ndarray:
        return np.bincount(self._cases.family, weights=self._informed, minlength=self._families)

    @property
    def written(self) -> np.ndarray:
        """Whether each family was written to at all (bool)."""
        return self._sent > 0

    @property
    def _families(self) -> int:
        return int(self.trace.prepared.families.max(initial=-1) + 1)

    def _left_out(self, profile: str | None) -> float:
        of = self.written
        if profile is not None:
            of = of & (self.trace.prepared.family_profile == PROFILES.index(profile))
        return float(self.left_out[of].mean()) if of.any() else 0.0

    @cached_property
    def _rings(self) -> tuple[float, float]:
        """How often it rings by responsable and week of class, then at night; what is sent together rings once."""
        bells = bells_of(self.trace)
        together = time_of(distinct(bells.together))
        # What is urgent rings at night whatever is set: it is not what a team wants to keep out of its evenings.
        may_wait = bells.alone[bells.alone_purpose != PURPOSE_CODE["urgence"]]
        at_night = self._at_night(together) + self._at_night(may_wait)
        each = ringable(self.trace.prepared)
        return (len(together) + len(bells.alone)) / each, at_night / each

    def _at_night(self, times: np.ndarray) -> int:
        _, half = self.trace.prepared.clock.weekday_and_half(times)
        return int(in_the_evening(half).sum())

    @cached_property
    def _work(self) -> float:
        """Hours of work by week of class: families called, papers handed out, questions answered."""
        return tasks_of(self.trace).hours(self.trace.prepared)


__all__ = [
    "AIM_FILE",
    "LABELS",
    "LESS_IS_BETTER",
    "Aim",
    "AimError",
    "Family",
    "Figures",
    "Goal",
    "Measure",
    "Side",
    "amount_words",
    "gap_words",
    "read_as",
    "shown_number",
    "unit_words",
    "value_words",
]
