"""Tout ce qu'aucun réglage ne change : messages, destinataires, habitudes, tirages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from liaison.messaging.clock import NEVER, Clock, Delay, NextOf, Period, clock_for, week_mask
from liaison.messaging.draws import uniform
from liaison.messaging.hypotheses import Hypotheses, load_hypotheses
from liaison.messaging.people import People, families_of, people_of
from liaison.messaging.traffic import Messages, Rows, write_traffic
from liaison.school.tables import School


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
class Prepared:
    """Everything in a simulation that no setting changes."""

    school: School
    period: Period
    seed: int
    hypotheses: Hypotheses
    clock: Clock
    people: People
    families: np.ndarray  # int32: family of each pupil
    messages: Messages
    rows: Rows
    draws: RowDraws

    @cached_property
    def purpose(self) -> np.ndarray:
        """Purpose code of each row (int8)."""
        return self.messages.purpose[self.rows.message]

    @cached_property
    def kind(self) -> np.ndarray:
        """Kind of recipient of each row (int8: RESPONSABLE, PUPIL, STAFF)."""
        return self.people.kind[self.rows.recipient]

    @cached_property
    def useful_until(self) -> np.ndarray:
        """Until when each row's message is of use (int32)."""
        return self.messages.useful_until[self.rows.message]

    @cached_property
    def case(self) -> np.ndarray:
        """A number for each (message, family) pair, from 0, by row (int32): the unit in which a family is informed."""
        pair = self.rows.message.astype(np.int64) << 32 | self.families[self.rows.pupil]
        return pd.factorize(pair)[0].astype(np.int32)

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
        office = week_mask(hours.bureau)
        office[5:] = False
        return (
            clock.delayed_to(clock.on_slots(week_mask(hours.jour))),
            clock.delayed_to(clock.on_slots(week_mask(hours.nuit))),
            clock.delayed_to(~clock.on_slots(office)),
        )


def prepare(school: School, period: Period, seed: int, hypotheses: Hypotheses | None = None) -> Prepared:
    """Return what no setting changes: messages, recipients, habits and random draws."""
    hypotheses = hypotheses or load_hypotheses(period.start)
    clock = clock_for(school.zone, school.kind, period)
    people = people_of(school, clock, hypotheses, seed)
    messages, rows = write_traffic(school, clock, period.weeks, hypotheses, people.ids, seed)
    keys = (messages.key[rows.message], people.key[rows.recipient])
    draws = RowDraws(**{what: uniform(seed, what, *keys).astype(np.float32) for what in RowDraws.__annotations__})
    return Prepared(school, period, seed, hypotheses, clock, people, families_of(school), messages, rows, draws)
