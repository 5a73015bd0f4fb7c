"""Ce qui s'écrit pendant une période : les messages d'une école et leurs destinataires, avant tout réglage.

Nothing here depends on a policy: a setting that moves on a screen reuses what `prepare` returns.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from liaison.messaging.policy.policy import minutes
from liaison.messaging.traffic.clock import Clock
from liaison.messaging.traffic.columns import concatenate, take
from liaison.messaging.traffic.draws import identifiers, uniform
from liaison.messaging.traffic.hypotheses import PurposeTraffic, SimulationHypotheses
from liaison.messaging.vocabulary import PURPOSES, Audience, Purpose
from liaison.school.tables import STRUCTURE, School

PURPOSE_CODE: dict[Purpose, int] = {purpose: code for code, purpose in enumerate(PURPOSES)}
CLASS_DAYS_PER_WEEK = 5
RESPONSABLE, PUPIL, STAFF = 0, 1, 2
AUDIENCE_OF_KIND: tuple[Audience, ...] = ("responsables", "eleves", "personnels")


@dataclass(frozen=True, eq=False)
class Messages:
    """One entry per message, in parallel arrays; times are minutes of the clock (int32)."""

    key: np.ndarray  # uint64: identifies the message in random draws
    purpose: np.ndarray  # int8: PURPOSE_CODE
    day: np.ndarray  # int32: the class day on which it is written
    created: np.ndarray
    useful_until: np.ndarray


@dataclass(frozen=True, eq=False)
class Rows:
    """One entry per message and recipient, sorted by recipient then time, in parallel arrays."""

    message: np.ndarray  # int32
    pupil: np.ndarray  # int32: index in the school's pupils; the message is about them
    recipient: np.ndarray  # int32: index in People
    rank: np.ndarray  # int8: 1, 2, then 3 and more for responsables légaux, else 0
    residence: np.ndarray  # float32: share of the time that the pupil lives with the recipient


@dataclass(frozen=True, eq=False)
class Links:
    """Which pupils a class or the school has, and who their responsables are, as flat (start, values) pairs."""

    pupil_ids: np.ndarray
    pupil: np.ndarray  # int32: index in People of each pupil
    pupils_of_class: list[np.ndarray]
    teacher_of_class: np.ndarray  # int32: index in People of who answers for it; -1 without one
    responsable: np.ndarray
    rank: np.ndarray
    residence: np.ndarray
    first: np.ndarray  # first link of each pupil, and one more for the end


def links_of(school: School, people_ids: pd.Index) -> Links:
    """Return the school's links as positions: pupils in their classes, responsables of each pupil."""
    pupil_ids = school.pupils["id"].to_numpy()
    position = pd.Index(pupil_ids)
    enrolled = school.memberships[school.memberships["personne"].isin(position)]
    in_class = {
        name: position.get_indexer(pd.Index(group["personne"]))
        for name, group in enrolled.groupby("groupe", sort=False)
    }
    # In an école the class has one teacher; elsewhere the professeur principal answers for the class.
    teachers = school.memberships[school.memberships["fonction"].isin(["professeur_principal", "enseignant"])]
    heads = teachers.sort_values("fonction", ascending=False, kind="stable")
    head_of = heads.drop_duplicates("groupe").set_index("groupe")["personne"]
    links = school.links.assign(pupil=position.get_indexer(pd.Index(school.links["eleve"])))
    links = links[links["pupil"] >= 0].sort_values(["pupil", "rang"], kind="stable")
    return Links(
        pupil_ids=pupil_ids,
        pupil=people_ids.get_indexer(position).astype(np.int32),
        pupils_of_class=[in_class.get(name, np.array([], dtype=int)) for name in school.classes["id"]],
        teacher_of_class=people_ids.get_indexer(pd.Index(head_of.reindex(school.classes["id"]).fillna(""))).astype(
            np.int32
        ),
        responsable=people_ids.get_indexer(pd.Index(links["responsable"])).astype(np.int32),
        rank=links["rang"].to_numpy().astype(np.int8),
        residence=links["part_residence"].to_numpy().astype(np.float32),
        first=np.searchsorted(links["pupil"].to_numpy(), np.arange(len(pupil_ids) + 1)),
    )


def write_messages(
    clock: Clock,
    weeks: int,
    traffic: PurposeTraffic,
    purpose: Purpose,
    units: np.ndarray,
    rate: float,
    seed: int,
) -> tuple[Messages, np.ndarray]:
    """Return the messages of one purpose over the class days of `weeks`, and the unit each is about.

    `units` are uint64 identifiers (pupils, classes or the school). Each unit and class day has room for a few
    messages, each written with the same small probability: on average `rate` per week of five class days.
    """
    class_days = np.flatnonzero((clock.calendar["morning"] | clock.calendar["afternoon"]).to_numpy())
    days = class_days[class_days < weeks * 7]
    places = max(1, int(np.ceil(rate / CLASS_DAYS_PER_WEEK)))
    shape = (units[:, None, None], days[None, :, None], np.arange(places)[None, None, :])
    written = uniform(seed, f"{purpose}:ecrit", *shape) < rate / CLASS_DAYS_PER_WEEK / places
    unit, at, place = np.nonzero(written)
    day = days[at].astype(np.int32)
    keys = (units[unit], day, place)
    created = clock.midnight[day] + _time_of_day(traffic, purpose, keys, seed)
    if traffic.utile.minutes is not None:
        useful = created + traffic.utile.minutes
    else:
        useful = _class_days_later(clock, class_days, day, traffic.utile.jours or 0, minutes(traffic.utile.a))
    key = (uniform(seed, f"{purpose}:cle", *keys) * 2.0**53).astype(np.uint64)
    messages = Messages(
        key=key,
        purpose=np.full(len(day), PURPOSE_CODE[purpose], dtype=np.int8),
        day=day,
        created=created.astype(np.int32),
        useful_until=useful.astype(np.int32),
    )
    return messages, unit


def _time_of_day(traffic: PurposeTraffic, purpose: Purpose, keys: tuple[np.ndarray, ...], seed: int) -> np.ndarray:
    """Return minutes since midnight, drawn in the hours at which the team writes."""
    ranges = [tuple(minutes(bound) for bound in text.split("-")) for text in traffic.saisie]
    weights = np.cumsum(list(traffic.saisie.values()))
    chosen = np.searchsorted(weights / weights[-1], uniform(seed, f"{purpose}:plage", *keys))
    start, end = np.array(ranges)[chosen].T if len(chosen) else (np.array([], int), np.array([], int))
    return (start + (end - start) * uniform(seed, f"{purpose}:minute", *keys)).astype(np.int32)


def _class_days_later(clock: Clock, class_days: np.ndarray, day: np.ndarray, later: int, minute: int) -> np.ndarray:
    """Return the local `minute` of the class day that comes `later` class days after `day`."""
    known = np.append(class_days, np.full(later + 1, len(clock.calendar) - 1))
    target = known[np.searchsorted(class_days, day, side="right") + later - 1]
    return clock.at_local(minute)[target]


def address(
    messages: Messages,
    unit: np.ndarray,
    traffic: PurposeTraffic,
    purpose: Purpose,
    links: Links,
    seed: int,
) -> Rows:
    """Return who each message of one purpose is for: a row per message and person, in no special order."""
    if traffic.unite == "eleve":
        about, message = unit, np.arange(len(unit))
    else:
        groups = links.pupils_of_class if traffic.unite == "classe" else [np.arange(len(links.pupil_ids))]
        sizes = np.array([len(group) for group in groups], dtype=int)
        message = np.repeat(np.arange(len(unit)), sizes[unit])
        about = np.concatenate([groups[each] for each in unit]) if len(unit) else np.array([], dtype=int)
    count = links.first[about + 1] - links.first[about]
    link = np.repeat(links.first[about], count) + _ramp(count)
    rows = Rows(
        message=np.repeat(message, count).astype(np.int32),
        pupil=np.repeat(about, count).astype(np.int32),
        recipient=links.responsable[link],
        rank=links.rank[link],
        residence=links.residence[link],
    )
    if purpose == "question_parent":
        return _to_class_teacher(rows, messages, links, seed)
    if not traffic.eleves:
        return rows
    own = np.zeros(len(about))
    to_pupils = Rows(message.astype(np.int32), about.astype(np.int32), links.pupil[about], own.astype(np.int8), own + 1)
    return concatenate([rows, to_pupils])


def _to_class_teacher(rows: Rows, messages: Messages, links: Links, seed: int) -> Rows:
    """Keep one responsable per question, then turn the row round: they write, the professeur principal receives."""
    class_of = np.full(len(links.pupil_ids), -1)
    for position, pupils in enumerate(links.pupils_of_class):
        class_of[pupils] = position
    teacher = np.where(class_of[rows.pupil] >= 0, links.teacher_of_class[class_of[rows.pupil]], -1)
    alone = np.bincount(rows.message, minlength=len(messages.key))[rows.message] == 1
    first_asks = uniform(seed, "question_parent:qui", messages.key)[rows.message] < 0.5
    asks = (alone | (rows.rank == np.where(first_asks, 1, 2))) & (teacher >= 0)
    return Rows(
        rows.message[asks],
        rows.pupil[asks],
        teacher[asks].astype(np.int32),
        np.zeros(asks.sum(), np.int8),
        np.ones(asks.sum(), np.float32),
    )


def _ramp(counts: np.ndarray) -> np.ndarray:
    """Return 0, 1, … count-1 for each count, end to end."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)


def write_traffic(
    school: School, clock: Clock, weeks: int, hypotheses: SimulationHypotheses, links: Links, seed: int
) -> tuple[Messages, Rows]:
    """Return every message of the period and one row per message and recipient, sorted by recipient."""
    units = {
        "eleve": identifiers(links.pupil_ids),
        "classe": identifiers(school.classes["id"]),
        "etablissement": identifiers([STRUCTURE]),
    }
    all_messages, all_rows, count = [], [], 0
    for purpose, traffic in hypotheses.traffic.items():
        rate = traffic.par_semaine[school.kind]
        messages, unit = write_messages(clock, weeks, traffic, purpose, units[traffic.unite], rate, seed)
        rows = _once_per_recipient(address(messages, unit, traffic, purpose, links, seed))
        all_messages.append(messages)
        all_rows.append(Rows(rows.message + np.int32(count), rows.pupil, rows.recipient, rows.rank, rows.residence))
        count += len(messages.key)
    messages, rows = concatenate(all_messages), concatenate(all_rows)
    order = np.lexsort((rows.message, messages.created[rows.message], rows.recipient))
    return messages, take(rows, order)


def _once_per_recipient(rows: Rows) -> Rows:
    """Keep one row per message and person: a parent of two pupils gets a class or school message once.

    Of several rows, the one of the best rank: who comes first for one of the pupils is written to.
    """
    pair = rows.message.astype(np.int64) << 32 | rows.recipient
    best_first = np.argsort(rows.rank, kind="stable")
    _, first = np.unique(pair[best_first], return_index=True)
    return take(rows, best_first[first])
