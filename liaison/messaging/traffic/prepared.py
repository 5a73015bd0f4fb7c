"""Tout ce qu'aucun réglage ne change : messages, destinataires, habitudes, tirages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from liaison.messaging.traffic.clock import NEVER, Clock, Delay, NextOf, Period, clock_for, week_mask
from liaison.messaging.traffic.columns import take
from liaison.messaging.traffic.draws import Pairs, kept
from liaison.messaging.traffic.hypotheses import SimulationHypotheses, load_hypotheses
from liaison.messaging.traffic.people import People, on_draw, people_of
from liaison.messaging.traffic.traffic import (
    AUDIENCE_OF_KIND,
    RESPONSABLE,
    Links,
    Messages,
    Rows,
    links_of,
    write_traffic,
)
from liaison.messaging.vocabulary import PROFILES
from liaison.school.kinship import families_of
from liaison.school.tables import School

# Rows of a block: what is worked on at once stays in a core's own memory (2 Mio), and calls to numpy remain few.
ROWS_AT_HAND = 2**16
SORTS = 2 * len(AUDIENCE_OF_KIND)  # of recipients: their kind, and whether they come second


@dataclass(frozen=True, eq=False)
class RowDraws:
    """The random numbers of each row, in (0, 1), whatever the policy."""

    reacts: np.ndarray
    delay: np.ndarray
    paper: np.ndarray
    evening: np.ndarray
    home: np.ndarray
    call: np.ndarray
    understands: np.ndarray


@dataclass(frozen=True, eq=False)
class Batches:
    """One entry per message and sort of recipient: what a policy decides of one, it decides for all who get it."""

    message: np.ndarray  # int32
    kind: np.ndarray  # int8: RESPONSABLE, PUPIL or STAFF
    second: np.ndarray  # bool: for the responsables who come after the first


@dataclass(frozen=True, eq=False)
class OnTheClock:
    """What a simulation works out from its clock and hypotheses alone: once, whatever part of it is looked at."""

    period: Period
    hypotheses: SimulationHypotheses
    clock: Clock

    @cached_property
    def class_weeks(self) -> np.ndarray:
        """The weeks of the period (from 0) that hold at least one class day."""
        has_class = (self.clock.calendar["morning"] | self.clock.calendar["afternoon"]).to_numpy()
        days = has_class[: self.period.weeks * 7].reshape(self.period.weeks, 7)
        return np.flatnonzero(days.any(axis=1))

    @cached_property
    def office_slots(self) -> np.ndarray:
        """A bool per half-hour: office hours, Monday to Friday, public holidays excepted."""
        office = week_mask(self.hypotheses.hours.bureau)
        office[5:] = False
        closed = self.clock.calendar["public_holiday"].to_numpy()[self.clock.slot_day]
        return self.clock.on_slots(office) & ~closed

    @cached_property
    def next_leave(self) -> NextOf:
        """The next moment at which pupils leave school with what is in their bag."""
        calendar = self.clock.calendar
        has_class = (calendar["morning"] | calendar["afternoon"]).to_numpy()
        leave = self.clock.midnight[:-1] + calendar["last_minute"].fillna(0).to_numpy().astype(np.int32)
        return NextOf(self.clock, np.where(has_class, leave, NEVER).astype(np.int32))

    @cached_property
    def awake(self) -> tuple[Delay, Delay, Delay]:
        """Out of sleep by day, out of sleep for who works at night, into office hours."""
        hours, clock = self.hypotheses.hours, self.clock
        return (
            clock.delayed_to(clock.on_slots(week_mask(hours.jour))),
            clock.delayed_to(clock.on_slots(week_mask(hours.nuit))),
            clock.delayed_to(~self.office_slots),
        )


@dataclass(frozen=True, eq=False)
class Prepared:
    """Everything in a simulation that no setting changes."""

    school: School
    timing: OnTheClock
    seed: int
    people: People
    families: np.ndarray  # int32: family of each pupil
    links: Links
    messages: Messages
    rows: Rows
    draws: RowDraws
    cut: tuple[Batches, np.ndarray] | None = None  # of a part: the batches of the whole, and which of them its rows are

    @property
    def period(self) -> Period:
        """When messages are written."""
        return self.timing.period

    @property
    def hypotheses(self) -> SimulationHypotheses:
        """What the simulation supposes."""
        return self.timing.hypotheses

    @property
    def clock(self) -> Clock:
        """The days and half-hours that the period covers, and those in which held messages leave."""
        return self.timing.clock

    def blocks(self, size: int) -> Iterator[Prepared]:
        """Yield the same simulation in parts of about `size` rows, each recipient whole within one part."""
        recipient = self.rows.recipient
        last_of_person = np.append(np.flatnonzero(np.diff(recipient)) + 1, len(recipient))
        start = 0
        while start < len(recipient):
            end = int(last_of_person[np.searchsorted(last_of_person, min(start + max(1, size), len(recipient)))])
            part = slice(start, end)
            cut = (self.batches, self.batch[part])
            yield replace(self, rows=take(self.rows, part), draws=take(self.draws, part), cut=cut)
            start = end

    @cached_property
    def parts(self) -> tuple[Prepared, ...]:
        """The same simulation in blocks that a processor keeps at hand, cut once for all policies."""
        return tuple(self.blocks(ROWS_AT_HAND))

    @cached_property
    def purpose(self) -> np.ndarray:
        """Purpose code of each row (int8)."""
        return self.messages.purpose.take(self.rows.message)

    @cached_property
    def kind(self) -> np.ndarray:
        """Kind of recipient of each row (int8: RESPONSABLE, PUPIL, STAFF)."""
        return self.people.kind.take(self.rows.recipient)

    @cached_property
    def halvings(self) -> np.ndarray:
        """How many median delays each row's recipient lets pass before a notification is acted on (float64)."""
        # In double precision: a single-precision logarithm differs between processors, by a minute here and there.
        return -np.log2(self.draws.delay, dtype=np.float64)

    @property
    def batches(self) -> Batches:
        """The batches that rows point to: ten times fewer than rows in a collège, where a class gets most messages."""
        return self._batched[0]

    @property
    def batch(self) -> np.ndarray:
        """Position in `batches` of each row (int32)."""
        return self._batched[1]

    @cached_property
    def _batched(self) -> tuple[Batches, np.ndarray]:
        if self.cut is not None:
            return self.cut
        number: np.ndarray = self.rows.message * np.int32(SORTS) + self.kind * np.int8(2) + (self.rows.rank > 1)
        present = np.zeros(len(self.messages.key) * SORTS, dtype=bool)
        present[number] = True
        message, sort = np.divmod(np.flatnonzero(present), SORTS)
        place = np.cumsum(present, dtype=np.int32) - np.int32(1)
        return Batches(message.astype(np.int32), (sort // 2).astype(np.int8), sort % 2 == 1), place.take(number)

    @cached_property
    def _cases(self) -> tuple[np.ndarray, np.ndarray]:
        parents = np.flatnonzero(self.kind == RESPONSABLE)
        family = self.families[self.rows.pupil[parents]]
        number, pairs = pd.factorize(self.rows.message[parents].astype(np.int64) << 32 | family)
        by_row = np.full(len(self.kind), -1, dtype=np.int32)
        by_row[parents] = number
        return by_row, pairs

    @property
    def parent_case(self) -> np.ndarray:
        """The (message, family) case of each row that goes to a responsable, from 0; -1 for the others (int32)."""
        return self._cases[0]

    @cached_property
    def parent_cases(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Family, purpose code and message of each case."""
        pairs = self._cases[1]
        message = pairs >> 32
        return (pairs & 0xFFFFFFFF).astype(np.int32), self.messages.purpose[message], message

    @cached_property
    def family_profile(self) -> np.ndarray:
        """Position in PROFILES of each family: that of its responsable who is most at ease."""
        profile = np.full(self.families.max(initial=-1) + 1, len(PROFILES) - 1, dtype=np.int8)
        links = self.school.links
        pupil = pd.Index(self.school.pupils["id"]).get_indexer(pd.Index(links["eleve"]))
        adult = self.people.ids.get_indexer(pd.Index(links["responsable"]))
        np.minimum.at(profile, self.families[pupil], self.people.profile[adult])
        return profile


def prepare(school: School, period: Period, seed: int, hypotheses: SimulationHypotheses | None = None) -> Prepared:
    """Return what no setting changes: messages, recipients, habits and random draws."""
    hypotheses = hypotheses or load_hypotheses(period.start)
    clock = clock_for(school.zone, school.kind, period)
    people = people_of(school, clock, hypotheses, seed)
    timing, links = OnTheClock(period, hypotheses, clock), links_of(school, people.ids)
    return _written(school, timing, seed, people, families_of(school).to_numpy(), links)


def drawn_again(prepared: Prepared, seed: int) -> Prepared:
    """Return what `prepare` gives on another draw, for the same school, period and hypotheses."""
    timing = prepared.timing
    people = on_draw(prepared.people, timing.clock, timing.hypotheses, seed)
    return _written(prepared.school, timing, seed, people, prepared.families, prepared.links)


def _written(
    school: School, timing: OnTheClock, seed: int, people: People, families: np.ndarray, links: Links
) -> Prepared:
    messages, rows = write_traffic(school, timing.clock, timing.period.weeks, timing.hypotheses, links, seed)
    pairs = Pairs(messages.key, people.key, (rows.message, rows.recipient))
    draws = RowDraws(**{what: kept(pairs.uniform(seed, what)) for what in RowDraws.__annotations__})
    return Prepared(school, timing, seed, people, families, links, messages, rows, draws)
