"""Les changements d'un seul réglage qu'une équipe peut faire sans rien qu'une loi défende de plus, jugés une fois."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.policy.compliance import binding_codes, finding_codes
from liaison.messaging.policy.moves import Move, moves
from liaison.messaging.policy.policy import Policy
from liaison.messaging.search.aims import Family

# When homework and marks come out, and who may write to whom, is a school's own choice: not a way to reach families.
LOCKED: tuple[Family, ...] = ("notes", "devoirs", "ecriture")


class SingleChange(NamedTuple):
    """One change, the policy that it gives, and the codes of what the check newly says of that policy."""

    move: Move
    policy: Policy
    findings: frozenset[str]


def single_changes(trace: Trace, on: dt.date, keep: Container[Family] = ()) -> tuple[SingleChange, ...]:
    """Return every change of one setting of a trace's policy, in a fixed order, but those of the families to `keep`.

    What a law or a règlement forbids on the day `on`, and the policy does not do, is not there. Levers, cards and a
    family that is pressed ask for the same: those of the last trace are known.
    """
    with _JUDGING:
        every = _single_changes(trace, on)
    return tuple(single for single in every if single.move.family not in keep)


_JUDGING = Lock()


@lru_cache(maxsize=1)
def _single_changes(trace: Trace, on: dt.date) -> tuple[SingleChange, ...]:
    policy, kind = trace.policy, trace.prepared.school.kind
    known = finding_codes(policy, on, kind)
    singles = []
    for move in moves(policy, trace.prepared.people.languages):
        changed = move.apply(policy)
        newly = finding_codes(changed, on, kind) - known
        if not binding_codes(newly, on):
            singles.append(SingleChange(move, changed, newly))
    return tuple(singles)


__all__ = ["LOCKED", "SingleChange", "single_changes"]
