"""Ce que devient chaque message : écrit, publié, notifié, vu, utile ou trop tard, et sinon pourquoi.

`simulate` does it in one go. A screen that moves one setting calls `prepare` once (everything that no
setting changes: traffic, people, random draws) and `deliver` for each policy. The model is described,
step by step, in docs/modele_messagerie.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from liaison.messaging.delivery.channels import CHANNEL_CODE, REASON_CODE, REASONS, Deliveries, attention_left, seen_on
from liaison.messaging.delivery.sending import Sendings, sendings
from liaison.messaging.policy.policy import Policy
from liaison.messaging.traffic.clock import NEVER, Period
from liaison.messaging.traffic.columns import chosen, concatenate
from liaison.messaging.traffic.hypotheses import SimulationHypotheses
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.traffic.traffic import AUDIENCE_OF_KIND
from liaison.messaging.vocabulary import CHANNELS, PURPOSES
from liaison.school.tables import School

# What is seen in time informs, or is not understood.
VERDICT = np.array([REASON_CODE["non_compris"], REASON_CODE["informe"]], dtype=np.int8)


@dataclass(frozen=True, eq=False)
class Trace:
    """What became of each message for each recipient on each channel, in parallel arrays (`table` shows it)."""

    prepared: Prepared
    policy: Policy
    written: np.ndarray  # int32, by message: when it is written under this policy
    row: np.ndarray  # int32: position in prepared.rows
    channel: np.ndarray  # int8: CHANNEL_CODE
    fallback: np.ndarray  # bool
    released: np.ndarray
    notified: np.ndarray
    seen: np.ndarray
    informed: np.ndarray  # bool
    reason: np.ndarray  # int8: REASON_CODE

    def table(self) -> pd.DataFrame:
        """Return one row per message, recipient and channel.

        Columns: message_id (uint64), purpose, pupil, recipient, recipient_kind (responsables, eleves, personnels),
        channel, fallback, created_at, released_at, notified_at, seen_at, useful_until (aware, Europe/Paris; NaT for
        what never happens), informed, reason (see REASONS).
        """
        prepared, rows = self.prepared, self.prepared.rows
        order = np.argsort(self.row, kind="stable")
        delivery = {
            name: getattr(self, name)[order]
            for name in Trace.__annotations__
            if name not in ("prepared", "policy", "written")
        }
        clock, message = prepared.clock, rows.message[delivery["row"]]
        return pd.DataFrame(
            {
                "message_id": prepared.messages.key[message],
                "purpose": _named(prepared.messages.purpose[message], list(PURPOSES)),
                "pupil": prepared.school.pupils["id"].to_numpy()[rows.pupil[delivery["row"]]],
                "recipient": prepared.people.ids.to_numpy()[rows.recipient[delivery["row"]]],
                "recipient_kind": _named(prepared.kind[delivery["row"]], list(AUDIENCE_OF_KIND)),
                "channel": _named(delivery["channel"], list(CHANNELS)),
                "fallback": delivery["fallback"],
                "created_at": clock.timestamps(self.written[message]),
                "released_at": clock.timestamps(delivery["released"]),
                "notified_at": clock.timestamps(delivery["notified"]),
                "seen_at": clock.timestamps(delivery["seen"]),
                "useful_until": clock.timestamps(prepared.messages.useful_until[message]),
                "informed": delivery["informed"],
                "reason": _named(delivery["reason"], list(REASONS)),
            }
        )


def simulate(
    school: School,
    policy: Policy,
    period: Period,
    seed: int,
    hypotheses: SimulationHypotheses | None = None,
    block_size: int | None = None,
) -> Trace:
    """Return what becomes of every message of `period` under `policy`: same arguments, same trace.

    `block_size` bounds how many messages are worked on at once, recipients kept whole; it never changes the result.

    Raises:
        ValueError: the calendar does not know these years.
        RuleError: a hypothesis has no value at the period's first day.
    """
    return deliver(prepare(school, period, seed, hypotheses), policy, block_size)


def _named(codes: np.ndarray, names: Any) -> pd.Categorical:
    """Return the names that the codes stand for, without a copy of each."""
    return pd.Categorical.from_codes(codes.astype(np.int64), pd.Index(list(names)))


def deliver(prepared: Prepared, policy: Policy, block_size: int | None = None) -> Trace:
    """Return what becomes of the prepared messages under `policy`, whatever the size of the blocks (in rows)."""
    plan = sendings(prepared, policy)
    parts = prepared.parts if block_size is None else prepared.blocks(block_size)
    outcomes, first_row = [], 0
    for part in parts:
        outcomes.append(_outcome(part, plan, first_row))
        first_row += len(part.rows.message)
    return Trace(prepared, policy, plan.written, **vars(concatenate(outcomes or [_outcome(prepared, plan, 0)])))


@dataclass(frozen=True, eq=False)
class SentDeliveries:
    """The deliveries of a block before they are seen: its rows on each of their channels, and on the fallback."""

    row: np.ndarray
    sending: np.ndarray  # position in the arrays of Sendings
    fallback: np.ndarray
    channel: np.ndarray
    person: np.ndarray
    notified: np.ndarray
    week: np.ndarray  # int32: person and week of the notification, as one number


@dataclass(frozen=True, eq=False)
class Outcome:
    """The columns of a trace for one block."""

    row: np.ndarray
    channel: np.ndarray
    fallback: np.ndarray
    released: np.ndarray
    notified: np.ndarray
    seen: np.ndarray
    informed: np.ndarray
    reason: np.ndarray


def _outcome(part: Prepared, plan: Sendings, first_row: int) -> Outcome:
    """Return what becomes of a block's rows on each of their channels: all that its recipients get is there."""
    sent = sent_deliveries(part, plan)
    # Counted from the block's first recipient: the count stays as small as the block.
    week = (sent.week - sent.week.min(initial=NEVER)).astype(np.intp)
    attention = attention_left(part.hypotheses.fatigue, np.bincount(week)).take(week)
    return outcome_of(part, plan, sent, attention, first_row)


def sent_deliveries(part: Prepared, plan: Sendings) -> SentDeliveries:
    """Return how a plan sends each row of a block, and when it rings there."""
    row, sending, fallback = _rows_on_channels(part, plan)
    channel, notified = (table.take(sending) for table in (plan.channel, plan.notified))
    person = part.rows.recipient.take(row)
    # What cannot reach somebody does not ring there, nor tires them: no account, no device, a wrong number.
    deaf = plan.deaf.take(person * np.int32(len(CHANNELS)) + channel)
    week = chosen(deaf, np.int32(plan.weeks - 1), plan.week.take(sending))
    return SentDeliveries(
        row, sending, fallback, channel, person, chosen(deaf, NEVER, notified), person * np.int32(plan.weeks) + week
    )


def outcome_of(
    part: Prepared, plan: Sendings, sent: SentDeliveries, attention: np.ndarray, first_row: int = 0
) -> Outcome:
    """Return what becomes of these deliveries; `attention`: by delivery, what is left of it in that week (0 to 1)."""
    released = plan.released.take(sent.sending)
    deliveries = Deliveries(
        sent.row, sent.person, plan.release_day.take(sent.sending), released, sent.notified, attention
    )
    seen, why_not = seen_on(part, sent.channel, deliveries)
    in_time = seen <= plan.useful_until.take(sent.sending)
    understood = are_understood(part, plan.fluent).take(sent.row)
    reason = chosen(in_time, VERDICT.take(understood), plan.failed.take(sent.sending))
    never = (seen >= NEVER) & plan.out.take(sent.sending)
    return Outcome(
        row=sent.row.astype(np.int32) + np.int32(first_row),
        channel=sent.channel,
        fallback=sent.fallback,
        released=released,
        notified=chosen(sent.channel == CHANNEL_CODE["telephone"], seen, sent.notified),
        seen=seen,
        informed=in_time & understood,
        reason=chosen(never, why_not, reason),
    )


def _rows_on_channels(part: Prepared, plan: Sendings) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (row, sending, fallback): every row on its channels, and on paper or by voice for who is not on line."""
    batches = len(part.batches.message)
    rows = [np.arange(len(part.batch)) if on.all() else np.flatnonzero(on.take(part.batch)) for on in plan.sent]
    maybe = np.flatnonzero(plan.in_need.any(axis=1).take(part.rows.recipient))
    purpose = plan.purpose.take(part.batch.take(maybe))
    rows.append(maybe[plan.in_need[part.rows.recipient.take(maybe), purpose]])
    row = np.concatenate(rows)
    sending = np.concatenate([part.batch.take(of_row) + np.int32(place * batches) for place, of_row in enumerate(rows)])
    fallback = np.zeros(len(row), dtype=bool)
    fallback[len(row) - len(rows[-1]) :] = True
    return row, sending, fallback


def are_understood(part: Prepared, fluent: np.ndarray) -> np.ndarray:
    """Return, by row, whether the recipient understands a message once seen."""
    return fluent.take(part.rows.recipient) | (part.draws.understands < part.hypotheses.language.comprend)
