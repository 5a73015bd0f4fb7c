"""Ce qu'une politique fait d'une école, en nombres entiers qui s'ajoutent : familles, messages, sonneries, travail.

They add up message by message: where a policy touches some only, their counts take the place of
what they were.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from threading import Lock

import numpy as np

from liaison.messaging.delivery.channels import CHANNEL_CODE
from liaison.messaging.delivery.redelivery import Redelivery, Touched
from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.family_states import FamilyTotals, family_counts
from liaison.messaging.reading.indicators import Cases
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.columns import instead
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.traffic.traffic import PURPOSE_CODE, RESPONSABLE, STAFF
from liaison.messaging.vocabulary import PURPOSES, Purpose
from liaison.rules import rule

UNREAD_MIN = 7 * 24 * 60  # what is not read in time waits a week


@dataclass(frozen=True, eq=False)
class Tasks:
    """What a policy has the staff do over the period: families called, papers handed out, questions answered."""

    calls: int
    papers: int
    questions: int

    def hours(self, prepared: Prepared) -> float:
        """Return the hours of work that they make by week of class."""
        minutes = rule("comportement/travail", prepared.period.start).value
        total = (
            self.calls * minutes["appel_min"]
            + self.papers * minutes["papier_min"]
            + self.questions * minutes["reponse_min"]
        )
        return float(total / 60 / max(1, len(prepared.timing.class_weeks)))


@dataclass(frozen=True, eq=False)
class PurposeCounts:
    """Messages to a family, by purpose code: written, read in time, and minutes that all of them wait to be read."""

    written: np.ndarray
    read: np.ndarray
    waits: np.ndarray


@dataclass(frozen=True, eq=False)
class SchoolCounts:
    """All that is counted of a policy; `rings`: of responsables, what is sent together rings once."""

    families: FamilyTotals
    purposes: PurposeCounts
    tasks: Tasks
    rings: int


def tasks_of(trace: Trace) -> Tasks:
    """Return what a policy has the staff do."""
    prepared = trace.prepared
    sent = trace.released < NEVER
    on_paper = trace.row[sent & (trace.channel == CHANNEL_CODE["carnet"])]
    message, pupil = prepared.rows.message.take(on_paper), prepared.rows.pupil.take(on_paper)
    return Tasks(
        calls=int(np.count_nonzero(sent & (trace.channel == CHANNEL_CODE["telephone"]))),
        papers=len(distinct(message.astype(np.int64) << 32 | pupil)),
        questions=int(np.count_nonzero(sent & (prepared.kind.take(trace.row) == STAFF))),
    )


@dataclass(frozen=True, eq=False)
class Bells:
    """When it rings for responsables: what is sent alone, each time; what is sent together, once.

    `together`: by delivery, who is rung, on which channel and when, as one number (`time_of` reads it).
    """

    alone: np.ndarray
    alone_purpose: np.ndarray
    together: np.ndarray


def bells_of(trace: Trace) -> Bells:
    """Return when it rings for responsables under a policy."""
    prepared = trace.prepared
    rung = np.flatnonzero((trace.notified < NEVER) & (prepared.kind.take(trace.row) == RESPONSABLE))
    row, notified = trace.row.take(rung), trace.notified.take(rung)
    purpose = prepared.purpose.take(row)
    waits = np.array([trace.policy.purposes[name].rhythm != "immediat" for name in PURPOSES]).take(purpose)
    person = prepared.rows.recipient.take(row[waits]).astype(np.int64)
    which = person * len(CHANNEL_CODE) + trace.channel.take(rung[waits])
    return Bells(notified[~waits], purpose[~waits], which << 32 | notified[waits])


def ringable(prepared: Prepared) -> int:
    """Return by how many responsables, each in each week of class, rings are divided: those that are written to."""
    to = prepared.rows.recipient[prepared.kind == RESPONSABLE]
    return max(1, int(np.count_nonzero(np.bincount(to))) * len(prepared.timing.class_weeks))


def time_of(together: np.ndarray) -> np.ndarray:
    """Return when each of these bells rings."""
    return together & 0xFFFFFFFF


def distinct(numbers: np.ndarray) -> np.ndarray:
    """Return the different numbers, sorted in place: np.unique goes through a table, three times slower here."""
    numbers.sort()
    first = np.ones(len(numbers), dtype=bool)
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    return numbers[first]


def counts_of(trace: Trace) -> SchoolCounts:
    """Count all of a trace."""
    bells = bells_of(trace)
    counts = _counted_alone(trace, bells)
    return replace(counts, rings=counts.rings + len(distinct(bells.together)))


@dataclass(frozen=True, eq=False)
class _Gain:
    """What a policy changes of some messages: what was counted of them, what is, and what rings together for them."""

    before: SchoolCounts
    after: SchoolCounts
    rang_together: np.ndarray
    rings_together: np.ndarray


class SchoolReplay:
    """What policies make of a school, from the trace of one: for each, only what it changes is counted again.

    Several searches may ask at once, each from its thread: what one counts, the other waits for and does not redo.
    """

    def __init__(self, trace: Trace) -> None:
        self.prepared = trace.prepared
        self._redelivery = Redelivery(trace)
        self.start = counts_of(trace)
        self._counts: dict[str, SchoolCounts] = {}
        self._gains: dict[tuple[str, ...], _Gain | None] = {}
        self._counting = Lock()

    def counts(self, policy: Policy) -> SchoolCounts:
        """Return what another policy makes of the school; asked again, it is known."""
        key = policy.model_dump_json(exclude={"name", "description"})
        with self._counting:
            if key not in self._counts:
                self._counts[key] = self._counted(policy)
            return self._counts[key]

    def _counted(self, policy: Policy) -> SchoolCounts:
        touched = self._redelivery.touched(policy)
        counts, former, latter = self.start, [self._together[:0]], [self._together[:0]]
        # Of what tires, nothing is kept: all of it is counted at once.
        for purposes in [tuple(PURPOSES)] if touched.tires else self._apart(policy):
            gain = self._gain(touched, purposes)
            if gain is not None:
                counts = instead(counts, gain.before, gain.after)
                former.append(gain.rang_together)
                latter.append(gain.rings_together)
        return replace(counts, rings=counts.rings + self._together_gained(*map(np.concatenate, (former, latter))))

    def _apart(self, policy: Policy) -> list[tuple[Purpose, ...]]:
        """Return each purpose that has other settings than under the policy of the trace, then all others together."""
        mine = self._redelivery.trace.policy.purposes
        own = [name for name in PURPOSES if policy.purposes[name] != mine[name]]
        return [*((name,) for name in own), tuple(name for name in PURPOSES if name not in own)]

    def _gain(self, touched: Touched, purposes: tuple[Purpose, ...]) -> _Gain | None:
        """Return what a policy changes of some purposes: known, if it tires nobody, from any that sets them alike."""
        if touched.tires:
            return self._gained(touched, purposes)
        policy = touched.policy
        alike = policy.model_dump_json(exclude={"name", "description", "purposes"})
        key = (alike, *(policy.purposes[name].model_dump_json() for name in purposes), *purposes)
        if key not in self._gains:
            self._gains[key] = self._gained(touched, purposes)
        return self._gains[key]

    def _gained(self, touched: Touched, purposes: tuple[Purpose, ...]) -> _Gain | None:
        traces = self._redelivery.changed(touched, purposes)
        if traces is None:
            return None
        rang, rings = (bells_of(trace) for trace in traces)
        before, after = _counted_alone(traces.before, rang), _counted_alone(traces.after, rings)
        return _Gain(before, after, rang.together, rings.together)

    def _together_gained(self, former: np.ndarray, latter: np.ndarray) -> int:
        """Return how many more bells ring for what is sent together, once the latter take the place of the former."""
        bells, times = np.unique(former, return_counts=True)
        gone = bells[times == self._times(bells)]
        come = distinct(latter)
        return int(np.count_nonzero(self._times(come) == 0) + np.isin(come, gone).sum() - len(gone))

    def _times(self, bells: np.ndarray) -> np.ndarray:
        """How many messages each of these bells rings for under the policy of the trace."""
        first, last = (np.searchsorted(self._together, bells, side) for side in ("left", "right"))
        return last - first

    @cached_property
    def _together(self) -> np.ndarray:
        return np.sort(bells_of(self._redelivery.trace).together)


def replay_of(trace: Trace) -> SchoolReplay:
    """Return the replay of a trace: who asks of the same one again, or at the same time, has what was counted.

    The last one is kept: some 18 MB, once the three cards of a college of four hundred families are looked for.
    """
    with _MAKING:
        return _replay_of(trace)


_MAKING = Lock()


@lru_cache(maxsize=1)
def _replay_of(trace: Trace) -> SchoolReplay:
    return SchoolReplay(trace)


def _counted_alone(trace: Trace, bells: Bells) -> SchoolCounts:
    """Count all of a trace but what rings together."""
    cases = Cases(trace)
    waits = np.minimum(cases.seen - cases.created, UNREAD_MIN)
    of_purpose = partial(np.bincount, minlength=len(PURPOSE_CODE))
    return SchoolCounts(
        families=family_counts(trace, cases),
        purposes=PurposeCounts(
            written=of_purpose(cases.purpose),
            read=of_purpose(cases.purpose[cases.informed]),
            waits=of_purpose(cases.purpose, waits),
        ),
        tasks=tasks_of(trace),
        rings=len(bells.alone),
    )


__all__ = [
    "UNREAD_MIN",
    "Bells",
    "PurposeCounts",
    "SchoolCounts",
    "SchoolReplay",
    "Tasks",
    "bells_of",
    "counts_of",
    "distinct",
    "replay_of",
    "ringable",
    "tasks_of",
    "time_of",
]
