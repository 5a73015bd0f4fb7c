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

from liaison.messaging.channels import CHANNEL_CODE, DIGITAL, REASON_CODE, REASONS, reach, seen_on
from liaison.messaging.clock import NEVER, Clock, Period
from liaison.messaging.hypotheses import Hypotheses
from liaison.messaging.policy import Policy, minutes
from liaison.messaging.prepared import Prepared, prepare
from liaison.messaging.traffic import AUDIENCE_OF_KIND, PUPIL, PURPOSE_CODE, RESPONSABLE, Messages
from liaison.messaging.vocabulary import CHANNELS, PURPOSES, Purpose
from liaison.school.tables import School

# By channel code: what rings, in the ENT or on a phone.
IS_DIGITAL = np.array([name in DIGITAL for name in CHANNELS])
# What is urgent does not wait: no setting holds it back.
NEVER_HELD: Purpose = "urgence"


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
        leg = {
            name: getattr(self, name)[order]
            for name in Trace.__annotations__
            if name not in ("prepared", "policy", "written")
        }
        clock, message = prepared.clock, rows.message[leg["row"]]
        return pd.DataFrame(
            {
                "message_id": prepared.messages.key[message],
                "purpose": _named(prepared.messages.purpose[message], list(PURPOSES)),
                "pupil": prepared.school.pupils["id"].to_numpy()[rows.pupil[leg["row"]]],
                "recipient": prepared.people.ids.to_numpy()[rows.recipient[leg["row"]]],
                "recipient_kind": _named(prepared.kind[leg["row"]], list(AUDIENCE_OF_KIND)),
                "channel": _named(leg["channel"], list(CHANNELS)),
                "fallback": leg["fallback"],
                "created_at": clock.timestamps(self.written[message]),
                "released_at": clock.timestamps(leg["released"]),
                "notified_at": clock.timestamps(leg["notified"]),
                "seen_at": clock.timestamps(leg["seen"]),
                "useful_until": clock.timestamps(prepared.messages.useful_until[message]),
                "informed": leg["informed"],
                "reason": _named(leg["reason"], list(REASONS)),
            }
        )


def simulate(
    school: School,
    policy: Policy,
    period: Period,
    seed: int,
    hypotheses: Hypotheses | None = None,
    block_size: int | None = None,
) -> Trace:
    """Return what becomes of every message of `period` under `policy`: same arguments, same trace.

    `block_size` bounds how many messages are worked on at once, recipients kept whole; it never changes the result.

    Raises:
        ValueError: the calendar does not know these years.
        RuleError: a hypothesis has no value at the period's first day.
    """
    prepared = prepare(school, period, seed, hypotheses)
    if block_size is None:
        return deliver(prepared, policy)
    traces = [deliver(block, policy) for block in prepared.blocks(block_size)]
    offsets = np.cumsum([0] + [len(trace.prepared.rows.message) for trace in traces[:-1]])
    rows = [trace.row + np.int32(offset) for trace, offset in zip(traces, offsets, strict=True)]
    outcome = {
        name: np.concatenate([getattr(trace, name) for trace in traces])
        for name in ("channel", "fallback", "released", "notified", "seen", "informed", "reason")
    }
    return Trace(prepared, policy, traces[0].written, np.concatenate(rows), **outcome)


def _named(codes: np.ndarray, names: Any) -> pd.Categorical:
    """Return the names that the codes stand for, without a copy of each."""
    return pd.Categorical.from_codes(codes.astype(np.int64), pd.Index(list(names)))


def deliver(prepared: Prepared, policy: Policy) -> Trace:
    """Return what becomes of the prepared messages under `policy`."""
    row, channel, fallback = _legs(prepared, policy)
    addressed = _addressed(prepared, policy)[row]
    written = _written(prepared, policy)
    released = np.where(addressed, _released(prepared, policy, written)[row], NEVER)
    digital = IS_DIGITAL[channel]
    # No bell rings for paper, nor for a call: the call is itself the notification (see _by_phone).
    notified = np.where(digital, _notified(prepared, policy, row, released), NEVER)
    seen, why_not = seen_on(prepared, row, channel, released, notified)
    notified = np.where(channel == CHANNEL_CODE["telephone"], seen, notified)
    understood = _understood(prepared, policy)[row]
    useful = prepared.useful_until[row]
    informed = addressed & (seen <= useful) & understood
    held = digital & (np.where(notified < NEVER, notified, released) > useful)
    # From the last word to the first: each reason is written over those that it outweighs.
    reason = np.full(len(row), REASON_CODE["vu_trop_tard"], dtype=np.int8)
    reason[held] = REASON_CODE["retenu"]
    reason[seen <= useful] = REASON_CODE["non_compris"]
    np.copyto(reason, why_not, where=seen >= NEVER)
    np.copyto(reason, _not_addressed(prepared, policy)[row], where=~addressed)
    reason[informed] = REASON_CODE["informe"]
    return Trace(prepared, policy, written, row, channel, fallback, released, notified, seen, informed, reason)


def _legs(prepared: Prepared, policy: Policy) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (row, channel, fallback): every row on its channels, and on paper or by voice for who is not on line."""
    settings = [policy.purposes[purpose] for purpose in PURPOSES]
    purpose, everyone = prepared.purpose, np.arange(len(prepared.purpose), dtype=np.int32)
    # Pupils get one copy, on the first channel; the others are for their responsables.
    adults = prepared.kind != PUPIL
    legs = []
    for place in range(max(len(one.channels) for one in settings)):
        codes = np.array([CHANNEL_CODE[one.channels[place]] if place < len(one.channels) else -1 for one in settings])
        channel = codes[purpose]
        on = channel >= 0 if place == 0 else (channel >= 0) & adults
        legs.append((everyone[on], channel[on], np.zeros(on.sum(), dtype=bool)))
    backup = np.array(
        [-1 if one.fallback is None or one.fallback in one.channels else CHANNEL_CODE[one.fallback] for one in settings]
    )
    reached = (reach(prepared.people) @ np.array([[name in one.channels for one in settings] for name in CHANNELS])) > 0
    in_need = (prepared.kind == RESPONSABLE) & ~reached[prepared.rows.recipient, purpose]
    on = (backup[purpose] >= 0) & in_need
    legs.append((everyone[on], backup[purpose][on], np.ones(on.sum(), dtype=bool)))
    row, channel, fallback = (np.concatenate(part) for part in zip(*legs, strict=True))
    return row, channel.astype(np.int8), fallback


def _addressed(prepared: Prepared, policy: Policy) -> np.ndarray:
    """Return, by row, whether the recipient is written to at all."""
    only_first = np.array([policy.purposes[purpose].recipients == "un" for purpose in PURPOSES])
    second = (prepared.rows.rank == 2) & only_first[prepared.purpose]
    return ~second & ~_closed_to_parents(prepared, policy)


def _closed_to_parents(prepared: Prepared, policy: Policy) -> np.ndarray:
    question = prepared.purpose == PURPOSE_CODE["question_parent"]
    return question & (policy.writing["responsables"]["enseignants"] == "non")


def _not_addressed(prepared: Prepared, policy: Policy) -> np.ndarray:
    closed = _closed_to_parents(prepared, policy)
    return np.where(closed, REASON_CODE["ecriture_fermee"], REASON_CODE["non_destinataire"]).astype(np.int8)


def _written(prepared: Prepared, policy: Policy) -> np.ndarray:
    """Return, by message, when it is written: the team keeps to its own hour for homework."""
    messages = prepared.messages
    if policy.homework_by is None:
        return messages.created
    limit = prepared.clock.at_local(minutes(policy.homework_by))[messages.day]
    homework = messages.purpose == PURPOSE_CODE["devoirs"]
    return np.where(homework, np.minimum(messages.created, limit), messages.created)


def _released(prepared: Prepared, policy: Policy, written: np.ndarray) -> np.ndarray:
    """Return, by row, when the message becomes visible to its recipient: at once, but for the delays of marks."""
    messages, clock = prepared.messages, prepared.clock
    for_adults, for_pupils = written.copy(), written.copy()
    marks, delay = messages.purpose == PURPOSE_CODE["notes"], policy.marks.pupils_after_days
    for_pupils[marks] = _published(clock, messages, marks, delay, policy)
    for_adults[marks] = _published(clock, messages, marks, delay + policy.marks.parents_after_pupils_days, policy)
    return np.where(prepared.kind == PUPIL, for_pupils[prepared.rows.message], for_adults[prepared.rows.message])


def _published(clock: Clock, messages: Messages, which: np.ndarray, delay: int, policy: Policy) -> np.ndarray:
    """Return when marks entered by these messages show: `delay` days after the test, at the publication hour."""
    day = np.minimum(messages.day[which] + delay, len(clock.calendar) - 1)
    earliest = np.maximum(messages.created[which], clock.midnight[day])
    if policy.marks.published_at is None:
        return earliest
    return clock.next_daily(minutes(policy.marks.published_at))(earliest)


def _notified(prepared: Prepared, policy: Policy, row: np.ndarray, released: np.ndarray) -> np.ndarray:
    """Return when each leg rings: at once or with the digest, then out of the quiet hours unless it passes."""
    clock, purpose, kind = prepared.clock, prepared.purpose[row], prepared.kind[row]
    rhythm = ["immediat" if name == NEVER_HELD else policy.purposes[name].rhythm for name in PURPOSES]
    never, each_day, each_week = (
        np.array([one == wanted for one in rhythm])[purpose] for wanted in ("jamais", "quotidien", "hebdomadaire")
    )
    time = np.where(never, NEVER, released)
    daily, weekly = np.flatnonzero(each_day), np.flatnonzero(each_week)
    time[daily] = clock.next_daily(minutes(policy.digests.daily_at))(time[daily])
    time[weekly] = clock.next_weekly(policy.digests)(time[weekly])
    for code, audience in enumerate(AUDIENCE_OF_KIND):
        hours = policy.quiet[audience]
        held = np.array([name not in (*hours.passes, NEVER_HELD) for name in PURPOSES])
        which = np.flatnonzero((kind == code) & held[purpose])
        time[which] = clock.out_of(hours)(time[which])
    return time


def _understood(prepared: Prepared, policy: Policy) -> np.ndarray:
    """Return, by row, whether the recipient understands a message once seen."""
    people, person = prepared.people, prepared.rows.recipient
    offered = np.array([language in policy.languages for language in people.languages])
    reads = people.reads[person]
    fluent = (reads >= 0) & ((reads == 0) | offered[reads])
    return fluent | (prepared.draws.understands < prepared.hypotheses.language.comprend)
