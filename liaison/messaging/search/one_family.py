"""Une famille : qui y suit l'école, la semaine qui en dit le plus, et le seul changement qui la joindrait le mieux."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.moves import Move
from liaison.messaging.reading.family_states import STATES, FamilyState, FamilyStates, family_states
from liaison.messaging.reading.indicators import Cases
from liaison.messaging.search.levers import Lever, WholeSchool, proposable
from liaison.messaging.search.sample import of_families
from liaison.messaging.search.single_changes import SingleChange
from liaison.messaging.traffic.traffic import RESPONSABLE


@dataclass(frozen=True)
class OneFamily:
    """What becomes of one family: its state, the messages written to it and those that informed it in time."""

    state: FamilyState
    written: int
    informed: int
    rings: int  # in the evening or at night

    @classmethod
    def of(cls, states: FamilyStates, family: int) -> OneFamily:
        """Return what becomes of a family among those of a school, by its number."""
        state = STATES[int(states.state[family])]
        return cls(state, *(int(each[family]) for each in (states.written, states.informed, states.rings)))


@dataclass(frozen=True)
class OneChange:
    """The change that does most for one family and spares the others, what becomes of it then, and of the school."""

    before: OneFamily
    after: OneFamily
    school: Lever

    @property
    def move(self) -> Move:
        """The change itself."""
        return self.school.move

    @property
    def reaches(self) -> bool:
        """Whether the family is in time once the change is made."""
        return self.after.state == "a_temps"


def adult_of(trace: Trace, family: int) -> int | None:
    """Return the position in People of the responsable of a family to whom most is sent; None where nobody is."""
    prepared = trace.prepared
    own = (prepared.families[prepared.rows.pupil] == family) & (prepared.kind == RESPONSABLE)
    recipients = prepared.rows.recipient[trace.row[own[trace.row]]]
    return int(np.bincount(recipients).argmax()) if recipients.size else None


@dataclass(frozen=True)
class TellingWeek:
    """The week (0 is the first) in which a family misses most messages; of those, the one with most messages.

    `own`: of the messages that inform the family in time, those by which the adult of `adult_of` is informed.
    """

    week: int
    written: int
    informed: int
    own: int


def telling_week(trace: Trace, family: int, week: int | None = None) -> TellingWeek:
    """Return the week that says most of a family, or this `week`.

    One message is one case, however many adults and channels it has.
    """
    cases, prepared = Cases(trace), trace.prepared
    own = np.flatnonzero(cases.family == family)
    weeks = prepared.period.weeks
    week_of = prepared.clock.day_of(cases.created[own]) // 7
    inside = week_of < weeks
    written = np.bincount(week_of[inside], minlength=weeks)
    informed = np.bincount(week_of[inside & cases.informed[own]], minlength=weeks)
    most = int(np.lexsort((-written, informed - written))[0]) if week is None else week
    to_adult = prepared.rows.recipient.take(trace.row.take(cases.deliveries)) == adult_of(trace, family)
    by_adult = np.unique(cases.case_of_delivery[to_adult & trace.informed.take(cases.deliveries)])
    return TellingWeek(
        most, int(written[most]), int(informed[most]), int(np.isin(own[week_of == most], by_adult).sum())
    )


def one_change(trace: Trace, family: int, on: dt.date) -> OneChange | None:
    """Return the change of one setting that does most for a family, alone, and spares the others; None without one.

    Each of those that are `proposable` on the day `on` is replayed on that family alone, with the draws of the whole
    school: it meets what it would meet there. Most is done by what brings it into the better state, then by what
    informs it of more messages, then by what rings less often in the evening. The best that `spares` the school, which
    is replayed whole for it, is returned.
    """
    prepared = trace.prepared
    alone = of_families(prepared, np.arange(len(prepared.family_profile)) == family)
    before = OneFamily.of(family_states(trace), family)
    helping = list[tuple[OneFamily, SingleChange]]()
    for single in proposable(trace, on):
        after = OneFamily.of(family_states(deliver(alone, single.policy)), family)
        if _worth(after) > _worth(before):
            helping.append((after, single))
    school = WholeSchool(trace)
    for after, single in sorted(helping, key=lambda each: _worth(each[0]), reverse=True):
        if (lever := school.lever(single)).spares:
            return OneChange(before, after, lever)
    return None


def _worth(family: OneFamily) -> tuple[int, int, int]:
    return -STATES.index(family.state), family.informed, -family.rings


__all__ = ["OneChange", "OneFamily", "TellingWeek", "adult_of", "one_change", "telling_week"]
