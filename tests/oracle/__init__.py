"""La messagerie réécrite événement par événement, d'après docs/modele_messagerie.md seul.

It shares with the engine the school's tables, the policy, the hypotheses, the school calendar and the random
numbers (liaison.messaging.traffic.draws). It imports nothing of the engine's clock, traffic, people, channels or
simulate:
`tests/messaging/test_oracle.py` checks that too.
"""

from __future__ import annotations

import pandas as pd

from liaison.messaging.policy.policy import Policy
from liaison.messaging.traffic.hypotheses import SimulationHypotheses
from liaison.school.tables import School
from oracle.lives import live
from oracle.paris import Span, paris_of
from oracle.people import people_of
from oracle.writing import lines_of


def oracle_table(
    school: School, policy: Policy, span: Span, seed: int, hypotheses: SimulationHypotheses
) -> pd.DataFrame:
    """Return the trace of the documented model, one row per message, person and channel, as `Trace.table` does."""
    paris = paris_of(span, school.zone, school.kind, hypotheses.hours.bureau)
    people = people_of(school, paris, hypotheses, seed)
    lines = lines_of(school, paris, people, hypotheses, seed)
    deliveries = live(lines, people, paris, policy, hypotheses, school.kind)
    rows = [
        {
            "message_id": delivery.line.message.key,
            "purpose": delivery.line.message.purpose,
            "pupil": delivery.line.pupil,
            "recipient": delivery.line.recipient,
            "recipient_kind": people[delivery.line.recipient].audience,
            "channel": delivery.channel,
            "fallback": delivery.fallback,
            "created_at": paris.stamp(delivery.written),
            "released_at": paris.stamp(delivery.released),
            "notified_at": paris.stamp(delivery.notified),
            "seen_at": paris.stamp(delivery.seen),
            "useful_until": paris.stamp(delivery.line.message.useful),
            "informed": delivery.reason == "informe",
            "reason": delivery.reason,
        }
        for delivery in deliveries
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


COLUMNS = [
    "message_id",
    "purpose",
    "pupil",
    "recipient",
    "recipient_kind",
    "channel",
    "fallback",
    "created_at",
    "released_at",
    "notified_at",
    "seen_at",
    "useful_until",
    "informed",
    "reason",
]
