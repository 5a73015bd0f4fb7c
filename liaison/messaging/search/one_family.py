"""Une famille : qui y suit l'école, la semaine qui en dit le plus, et le seul changement qui la joindrait le mieux."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.compliance import legal_remarks
from liaison.messaging.policy.moves import Move, moves
from liaison.messaging.reading.family_states import STATES, FamilyState, FamilyStates, family_states
from liaison.messaging.search.sample import of_families
from liaison.messaging.traffic.traffic import RESPONSABLE


@dataclass(frozen=True)
class OneFamily:
    """What becomes of one family: its state, the messages written to it and those that informed it in time."""

    state: FamilyState
    written: int
    informed: int
    rings: int  # in the evening or at night


@dataclass(frozen=True)
class OneChange:
    """The single change of a policy that does most for one family, and what becomes of the family then."""

    move: Move
    before: OneFamily
    after: OneFamily

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


def telling_week(trace: Trace, adult: int) -> int:
    """Return the week (0 is the first) in which an adult misses most messages; of those, the one with most messages."""
    prepared = trace.prepared
    own = np.flatnonzero(prepared.rows.recipient[trace.row] == adult)
    message = prepared.rows.message[trace.row[own]]
    week = prepared.clock.day_of(trace.written[message]) // 7
    weeks = prepared.period.weeks
    missed = np.bincount(week[~trace.informed[own]], minlength=weeks)[:weeks]
    every = np.bincount(week, minlength=weeks)[:weeks]
    return int(np.lexsort((-every, -missed))[0])


def one_change(trace: Trace, family: int, on: dt.date) -> OneChange | None:
    """Return the change of one setting that does most for a family, alone; None when none does anything for it.

    Each is replayed on that family alone, with the draws of the whole school: it meets what it would meet there. Most
    is done by what brings it into the better state, then by what informs it of more messages, then by what rings less
    often in the evening; what a law or a règlement forbids, and the policy as it is does not do, is not tried. `on`:
    the day of these texts.
    """
    prepared, policy = trace.prepared, trace.policy
    alone = of_families(prepared, np.arange(len(prepared.family_profile)) == family)
    kind = prepared.school.kind
    allowed = legal_remarks(policy, on, kind)
    before = _of(family_states(trace), family)
    best: OneChange | None = None
    for move in moves(policy, prepared.people.languages):
        changed = move.apply(policy)
        if not legal_remarks(changed, on, kind) <= allowed:
            continue
        change = OneChange(move, before, _of(family_states(deliver(alone, changed)), family))
        if _worth(change.after) > _worth(best.after if best else before):
            best = change
    return best


def _of(states: FamilyStates, family: int) -> OneFamily:
    state = STATES[int(states.state[family])]
    return OneFamily(state, *(int(each[family]) for each in (states.written, states.informed, states.rings)))


def _worth(family: OneFamily) -> tuple[int, int, int]:
    return -STATES.index(family.state), family.informed, -family.rings


__all__ = ["OneChange", "OneFamily", "adult_of", "one_change", "telling_week"]
