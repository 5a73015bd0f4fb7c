"""Ce qu'une autre politique change : seuls les messages qu'elle touche sont livrés de nouveau.

A change of one setting touches few messages: those that it sends otherwise, and those that their recipients open, or
no longer do, because it rings more or less often that week. What becomes of all others is known.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from liaison.messaging.delivery.channels import attention_left, bell_answered
from liaison.messaging.delivery.sending import IS_DIGITAL, Sendings, sendings, sendings_changed
from liaison.messaging.delivery.simulate import Trace, are_understood, outcome_of, sent_deliveries
from liaison.messaging.policy.policy import Policy
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.columns import chosen, take
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.vocabulary import CHANNELS, PURPOSES, Purpose

# What a plan says of a batch on each of its channels: two plans that say the same do the same.
SAID = ("channel", "released", "release_day", "notified", "week", "useful_until", "out", "failed")


class Changed(NamedTuple):
    """The messages that a policy touches, under the policy as it is and under it: two traces of the same rows.

    What is in neither becomes the same under both.
    """

    before: Trace
    after: Trace


@dataclass(frozen=True, eq=False)
class Touched:
    """The rows that a policy touches (bool, by row), and what delivering them again takes.

    `attention`: by person and week, what is left of it; `tires`: whether it is other than under the policy as it is.
    """

    policy: Policy
    rows: np.ndarray
    plan: Sendings
    attention: np.ndarray
    tires: bool


class Redelivery:
    """A trace, and what other policies change of it."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self._plan = sendings(trace.prepared, trace.policy)

    def touched(self, policy: Policy) -> Touched:
        """Return what a policy touches: what it sends or has understood otherwise, and what it has opened otherwise.

        A message to a family is touched with all its recipients, or not at all.
        """
        plan = sendings_changed(self._prepared, self._plan, self.trace.policy, policy)
        batches, backups = _batches_changed(self._plan, plan)
        sent_otherwise = self._sent_otherwise(batches, plan, policy)
        attention = self._attention(sent_otherwise, plan)
        rows = sent_otherwise | self._backed_up_otherwise(backups, plan) | self._understood_otherwise(plan)
        tires = attention is not self._attention_before and not np.array_equal(attention, self._attention_before)
        if tires:
            rows[self._opened_otherwise(attention)] = True
        number, cases = self._case
        whole = np.zeros(cases, dtype=bool)
        whole[number[rows]] = True
        return Touched(policy, whole.take(number), plan, attention, tires)

    def changed(self, touched: Touched, purposes: Collection[Purpose] = tuple(PURPOSES)) -> Changed | None:
        """Return what becomes of the messages touched, for some purposes: the same as if all were delivered again.

        None: none is.
        """
        rows = touched.rows
        if len(purposes) < len(PURPOSES):
            rows = rows & np.array([name in purposes for name in PURPOSES]).take(self._prepared.purpose)
        if not rows.any():
            return None
        part = self._part(rows)
        sent = sent_deliveries(part, touched.plan)
        after = outcome_of(part, touched.plan, sent, touched.attention.take(sent.week))
        return Changed(self._before(part, rows), Trace(part, touched.policy, touched.plan.written, **vars(after)))

    @property
    def _prepared(self) -> Prepared:
        return self.trace.prepared

    @cached_property
    def _case(self) -> tuple[np.ndarray, int]:
        """The message and family of each row, as one number from 0, and how many there are."""
        rows = self._prepared.rows
        number, pairs = pd.factorize(rows.message.astype(np.int64) << 32 | self._prepared.families.take(rows.pupil))
        return number, len(pairs)

    # Positions in the width that numpy looks them up by: each is looked up for every policy.

    @cached_property
    def _row(self) -> np.ndarray:
        return self.trace.row.astype(np.intp)

    @cached_property
    def _recipient(self) -> np.ndarray:
        return self._prepared.rows.recipient.astype(np.intp)

    @cached_property
    def _batch(self) -> np.ndarray:
        return self._prepared.batch.astype(np.intp)

    @cached_property
    def _week(self) -> np.ndarray:
        """Person and week of each delivery's notification, as one number; the last week of who is not rung."""
        trace, weeks = self.trace, np.int32(self._plan.weeks)
        rings = IS_DIGITAL.take(trace.channel) & (trace.notified < NEVER)
        week = chosen(rings, self._prepared.clock.week_of(trace.notified), weeks - np.int32(1))
        return (self._prepared.rows.recipient.take(self._row) * weeks + week).astype(np.intp)

    @cached_property
    def _rings(self) -> np.ndarray:
        """How many times each person is rung in each week; in the last, nothing rings."""
        return self._rung(self._week)

    def _rung(self, week: np.ndarray) -> np.ndarray:
        rings = np.bincount(week, minlength=len(self._prepared.people.ids) * self._plan.weeks)
        rings[self._plan.weeks - 1 :: self._plan.weeks] = 0
        return rings

    @cached_property
    def _opens(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """By delivery: whether it is opened at its bell, the draw that decides it, how likely it was with attention."""
        trace, prepared = self.trace, self._prepared
        answered = np.column_stack([bell_answered(prepared, channel) for channel in CHANNELS])
        person = prepared.rows.recipient.take(self._row)
        likely = answered.take(person * len(CHANNELS) + trace.channel)
        draw = prepared.draws.reacts.take(self._row)
        return draw < likely * self._attention_before.take(self._week), draw, likely

    @cached_property
    def _attention_before(self) -> np.ndarray:
        """By person and week, what is left of their attention under the policy as it is."""
        return self._attention_left(self._rings)

    def _attention_left(self, rings: np.ndarray) -> np.ndarray:
        return attention_left(self._prepared.hypotheses.fatigue, rings)

    @cached_property
    def _by_person_and_purpose(self) -> np.ndarray:
        """The recipient and purpose of each row, as one number."""
        return self._recipient * len(PURPOSES) + self._prepared.purpose

    def _sent_otherwise(self, batches: np.ndarray, plan: Sendings, policy: Policy) -> np.ndarray:
        """Return, by row, whether its channels do something else of it; `batches`: those that the plan sends otherwise.

        Bells that ring together are counted otherwise than alone, whenever they ring.
        """
        mine = self.trace.policy.purposes
        rhythm = [
            (policy.purposes[name].rhythm == "immediat") != (mine[name].rhythm == "immediat") for name in PURPOSES
        ]
        written = (self._plan.written != plan.written).take(self._prepared.batches.message)
        return (batches | np.array(rhythm).take(plan.purpose) | written).take(self._batch)

    def _backed_up_otherwise(self, backups: np.ndarray, plan: Sendings) -> np.ndarray:
        """Return, by row, whether the fallback does something else of it, or is for somebody else: it never rings."""
        mine, rows = self._plan, np.zeros(len(self._batch), dtype=bool)
        if backups.any():
            in_need = (mine.in_need | plan.in_need).take(self._by_person_and_purpose)
            rows |= backups.take(self._batch) & in_need
        if (in_need := mine.in_need != plan.in_need).any():
            rows |= in_need.take(self._by_person_and_purpose)
        return rows

    def _understood_otherwise(self, plan: Sendings) -> np.ndarray:
        """Return, by row, whether it is understood, once seen, under one plan alone."""
        fluent = self._plan.fluent != plan.fluent
        if not fluent.any():
            return np.zeros(len(self._batch), dtype=bool)
        return fluent.take(self._recipient) & ~are_understood(self._prepared, np.zeros_like(fluent))

    def _attention(self, sent_otherwise: np.ndarray, plan: Sendings) -> np.ndarray:
        """Return, by person and week, what is left of their attention once these rows are sent by a plan."""
        if not sent_otherwise.any():
            return self._attention_before
        former = self._rung(self._week[sent_otherwise.take(self._row)])
        latter = self._rung(sent_deliveries(self._part(sent_otherwise), plan).week)
        return self._attention_left(self._rings - former + latter)

    def _opened_otherwise(self, attention: np.ndarray) -> np.ndarray:
        """Return the rows of the deliveries that this attention opens at their bell, or no longer does."""
        moved = attention != self._attention_before
        deliveries = np.flatnonzero(moved.take(self._week))
        opened, draw, likely = (column.take(deliveries) for column in self._opens)
        otherwise = (draw < likely * attention.take(self._week.take(deliveries))) != opened
        return self._row.take(deliveries[otherwise])

    def _part(self, rows: np.ndarray) -> Prepared:
        """Return the same simulation for some rows (bool, by row)."""
        prepared, which = self._prepared, np.flatnonzero(rows)
        cut = (prepared.batches, prepared.batch.take(which))
        return replace(prepared, rows=take(prepared.rows, which), draws=take(prepared.draws, which), cut=cut)

    def _before(self, part: Prepared, rows: np.ndarray) -> Trace:
        """Return what becomes of these rows under the policy as it is."""
        trace, place = self.trace, np.empty(len(rows), dtype=np.int32)
        place[rows] = np.arange(len(part.rows.message), dtype=np.int32)
        deliveries = np.flatnonzero(rows.take(self._row))
        columns = {
            name: column.take(deliveries)
            for name, column in vars(trace).items()
            if name not in ("prepared", "policy", "written")
        }
        columns["row"] = place.take(columns["row"])
        return Trace(part, trace.policy, trace.written, **columns)


def _batches_changed(mine: Sendings, its: Sendings) -> tuple[np.ndarray, np.ndarray]:
    """Return, by batch, whether two plans differ on one of its channels, and whether they do on its fallback."""
    places = [len(plan.sent) for plan in (mine, its)]
    batches = len(mine.purpose)
    changed = np.zeros(batches, dtype=bool)
    for place in range(max(places)):
        if place >= min(places):
            changed |= (mine if place < places[0] else its).sent[place]
            continue
        otherwise = _otherwise(mine, its, slice(place * batches, (place + 1) * batches))
        changed |= (mine.sent[place] != its.sent[place]) | (otherwise & mine.sent[place])
    return changed, _otherwise(mine, its, slice(-batches, None))


def _otherwise(mine: Sendings, its: Sendings, where: slice) -> np.ndarray:
    return np.logical_or.reduce([getattr(mine, name)[where] != getattr(its, name)[where] for name in SAID])


__all__ = ["Changed", "Redelivery"]
