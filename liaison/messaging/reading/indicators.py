"""Ce que dit une simulation : qui est informé à temps, qui reste dehors et pourquoi, ce que cela pèse pour chacun."""

from __future__ import annotations

from typing import Literal

import numpy as np
from pydantic import BaseModel, ConfigDict

from liaison.messaging.delivery.channels import REASONS
from liaison.messaging.delivery.simulate import Trace
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.traffic.traffic import PURPOSE_CODE, RESPONSABLE, STAFF
from liaison.messaging.vocabulary import CHANNELS, EVENING, PROFILE_LABELS, PROFILES, PURPOSES, Purpose

# A family is said to be left out when it misses more than half of what was written to it while it was of use.
LEFT_OUT_BELOW = 0.5
CONFIDENTIAL: tuple[Purpose, ...] = ("absence", "retard", "mot", "sanction", "bourse", "orientation")


class _Figures(BaseModel):
    model_config = ConfigDict(frozen=True)


class Reach(_Figures):
    """Messages (one per family written to) and how many informed that family in time."""

    messages: int
    informed: int

    @property
    def share(self) -> float:
        """Informed in time, 0 to 1; 1 when nothing was written."""
        return self.informed / self.messages if self.messages else 1.0


class ProfileReach(Reach):
    """The same for the families of one profile."""

    profile: str
    label: str
    families: int
    left_out: int


class PurposeReach(Reach):
    """The same for one purpose, with the minutes from writing to being informed (None: nobody was)."""

    purpose: Purpose
    label: str
    median_min: int | None
    p95_min: int | None


class LeftOut(_Figures):
    """Families left out, by the reason that costs them most messages."""

    reason: str
    label: str
    families: int


class Load(_Figures):
    """Notifications that responsables get."""

    per_week_median: float
    per_week_p95: float
    evening: int  # responsables' devices only, de 20 h à 7 h
    weekend: int  # samedi et dimanche
    total: int
    by_hour: tuple[tuple[int, ...], ...]  # 7 jours, 24 heures


class StaffLoad(_Figures):
    """What the policy asks of staff: messages outside office hours, in both directions, and replies owed."""

    written_out_of_hours: int
    notified_out_of_hours: int
    notified_at_night: int  # of these, de 20 h à 7 h: a ring held back until 7 h is still outside office hours
    replies_owed: int
    replies_in_time: int


class SharedAccounts(_Figures):
    """What a pupil could read on a parent's account: accounts lent, and confidential messages on them."""

    accounts: int
    messages: int


class Indicators(_Figures):
    """Every indicator of a simulation, with counts; `left_out_families` holds the family numbers."""

    version: Literal[1] = 1
    families: int
    reach: Reach
    by_profile: tuple[ProfileReach, ...]
    by_purpose: tuple[PurposeReach, ...]
    left_out: tuple[LeftOut, ...]
    left_out_families: tuple[int, ...]
    load: Load
    duplicates: int
    staff: StaffLoad
    shared: SharedAccounts


def indicators(trace: Trace) -> Indicators:
    """Return the indicators of a simulation. The unit of reach is the family: one informed adult is enough."""
    prepared = trace.prepared
    cases = Cases(trace)
    families = int(prepared.families.max(initial=-1) + 1)
    written = np.bincount(cases.family, minlength=families)
    informed = np.bincount(cases.family, weights=cases.informed, minlength=families).astype(int)
    out = (written > 0) & (informed < LEFT_OUT_BELOW * written)
    return Indicators(
        families=families,
        reach=Reach(messages=len(cases.family), informed=int(cases.informed.sum())),
        by_profile=_by_profile(prepared, written, informed, out),
        by_purpose=_by_purpose(cases),
        left_out=_left_out(trace, cases, out),
        left_out_families=tuple(np.flatnonzero(out).tolist()),
        load=_load(trace),
        duplicates=_duplicates(trace),
        staff=_staff(trace),
        shared=_shared(trace),
    )


def backed_up(trace: Trace) -> np.ndarray:
    """Return, by family, how many messages the fallback carries: to responsables whom no channel can reach."""
    prepared = trace.prepared
    row = trace.row[trace.fallback]
    family = prepared.families.take(prepared.rows.pupil.take(row))
    return np.bincount(family, minlength=int(prepared.families.max(initial=-1) + 1))


class Cases:
    """One entry per (message, family) that has a responsable among its recipients: the best that came of it."""

    def __init__(self, trace: Trace) -> None:
        prepared = trace.prepared
        number = prepared.parent_case.take(trace.row)
        self.deliveries = np.flatnonzero(number >= 0)
        number = number.take(self.deliveries)
        self.case_of_delivery = number
        self.family, self.purpose, message = prepared.parent_cases
        self.created = trace.written.take(message)
        self.informed = np.zeros(len(self.family), dtype=bool)
        good = np.flatnonzero(trace.informed.take(self.deliveries))
        self.informed[number.take(good)] = True
        self.seen = np.full(len(self.family), NEVER, dtype=np.int32)
        np.minimum.at(self.seen, number.take(good), trace.seen.take(self.deliveries.take(good)))


def _by_profile(
    prepared: Prepared, written: np.ndarray, informed: np.ndarray, out: np.ndarray
) -> tuple[ProfileReach, ...]:
    profile = prepared.family_profile
    return tuple(
        ProfileReach(
            profile=name,
            label=PROFILE_LABELS[name],
            families=int(of.sum()),
            messages=int(written[of].sum()),
            informed=int(informed[of].sum()),
            left_out=int(out[of].sum()),
        )
        for code, name in enumerate(PROFILES)
        if (of := profile == code).any()
    )


def _by_purpose(cases: Cases) -> tuple[PurposeReach, ...]:
    delay = cases.seen - cases.created
    reaches = []
    for purpose, label in PURPOSES.items():
        of = cases.purpose == PURPOSE_CODE[purpose]
        if not of.any():
            continue
        delays = delay[of & cases.informed]
        quantiles = np.quantile(delays, [0.5, 0.95]).round().astype(int) if delays.size else [None, None]
        reaches.append(
            PurposeReach(
                purpose=purpose,
                label=label,
                messages=int(of.sum()),
                informed=int(cases.informed[of].sum()),
                median_min=quantiles[0],
                p95_min=quantiles[1],
            )
        )
    return tuple(reaches)


def _left_out(trace: Trace, cases: Cases, out: np.ndarray) -> tuple[LeftOut, ...]:
    """Count the families left out by the reason that weighs most among the deliveries that failed them."""
    family = cases.family.take(cases.case_of_delivery)
    failed = np.flatnonzero(~trace.informed.take(cases.deliveries) & out.take(family))
    family = family.take(failed).astype(np.int64)
    reason = trace.reason.take(cases.deliveries.take(failed))
    weight = np.bincount(family * len(REASONS) + reason, minlength=len(out) * len(REASONS))
    main = weight.reshape(len(out), len(REASONS)).argmax(axis=1)[out]
    counts = np.bincount(main, minlength=len(REASONS))
    names = list(REASONS)
    order = sorted(np.flatnonzero(counts), key=lambda code: (-counts[code], code))
    return tuple(LeftOut(reason=names[code], label=REASONS[names[code]], families=int(counts[code])) for code in order)


def in_the_evening(half: np.ndarray) -> np.ndarray:
    """Return whether each half-hour of a day is in the evening or the night."""
    start, end = EVENING
    return (half >= start * 2) | (half < end * 2)


def _load(trace: Trace) -> Load:
    prepared = trace.prepared
    clock = prepared.clock
    rings = np.flatnonzero((prepared.kind.take(trace.row) == RESPONSABLE) & (trace.notified < NEVER))
    time = trace.notified.take(rings)
    weekday, half = clock.weekday_and_half(time)
    evening = in_the_evening(half)
    people = np.flatnonzero(prepared.people.kind == RESPONSABLE)
    position = np.cumsum(prepared.people.kind == RESPONSABLE) - 1
    week = clock.week_of(time)
    in_period = np.flatnonzero(week < prepared.period.weeks)
    person = position.take(prepared.rows.recipient.take(trace.row.take(rings.take(in_period))))
    weeks = prepared.period.weeks
    count = np.bincount(person * weeks + week.take(in_period), minlength=len(people) * weeks)
    # Weeks without class would make every policy look light: only weeks with class are counted.
    count = count.reshape(len(people), weeks)[:, prepared.timing.class_weeks]
    median, p95 = np.quantile(count, [0.5, 0.95]) if count.size else (0.0, 0.0)
    by_hour = np.bincount(weekday * 24 + half // 2, minlength=7 * 24).reshape(7, 24)
    return Load(
        per_week_median=float(median),
        per_week_p95=float(p95),
        evening=int(evening.sum()),
        weekend=int((weekday >= 5).sum()),
        total=len(rings),
        by_hour=tuple(tuple(row) for row in by_hour.tolist()),
    )


def _duplicates(trace: Trace) -> int:
    """Count the deliveries beyond the first of one message to one person, on the channels that all families have."""
    main = trace.row[~trace.fallback & (trace.released < NEVER)]
    deliveries = np.bincount(main, minlength=1)
    return int(np.maximum(deliveries - 1, 0).sum())


def _staff(trace: Trace) -> StaffLoad:
    prepared = trace.prepared
    messages, clock = prepared.messages, prepared.clock
    question = messages.purpose == PURPOSE_CODE["question_parent"]
    out = ~prepared.timing.office_slots
    written = trace.written[~question]
    questions = np.flatnonzero((prepared.kind.take(trace.row) == STAFF) & (trace.released < NEVER))
    rings = trace.notified[questions][trace.notified[questions] < NEVER]
    promise = trace.policy.reply_within_hours
    created = trace.written[prepared.rows.message[trace.row[questions]]]
    # An answer is written in office hours, once the question has been read.
    answered = prepared.timing.awake[2](np.minimum(trace.seen[questions], NEVER))
    limit = NEVER if promise is None else created + promise * 60
    return StaffLoad(
        written_out_of_hours=int(out[clock.slot_of(written)].sum()),
        notified_out_of_hours=int(out[clock.slot_of(rings)].sum()),
        notified_at_night=int(in_the_evening(clock.weekday_and_half(rings)[1]).sum()),
        replies_owed=len(questions),
        replies_in_time=int(((answered <= limit) & (answered < NEVER)).sum()) if promise is not None else 0,
    )


def _shared(trace: Trace) -> SharedAccounts:
    prepared = trace.prepared
    lent = prepared.people.shared & prepared.people.account & (prepared.people.kind == RESPONSABLE)
    on_portal = np.array([name in ("ent", "vie_scolaire") for name in CHANNELS]).take(trace.channel)
    rows = trace.row.take(np.flatnonzero(on_portal & (trace.released < NEVER)))
    rows = rows.take(np.flatnonzero(lent.take(prepared.rows.recipient.take(rows))))
    confidential = np.array([name in CONFIDENTIAL for name in PURPOSES])
    seen_by_child = confidential.take(prepared.purpose.take(rows))
    return SharedAccounts(accounts=int(lent.sum()), messages=int(seen_by_child.sum()))
