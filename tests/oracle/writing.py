"""Ce qui s'écrit et à qui, dans l'oracle : un message après l'autre."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

import numpy as np

from liaison.messaging.traffic.draws import identifiers, kept, uniform
from liaison.messaging.traffic.hypotheses import PurposeTraffic, SimulationHypotheses
from liaison.messaging.vocabulary import Purpose
from liaison.school.tables import STRUCTURE, School
from oracle.paris import Paris, bounds, of_day
from oracle.people import Person

ROW_DRAWS = ("reacts", "delay", "paper", "evening", "home", "call", "understands")


@dataclass(frozen=True)
class Message:
    key: int
    purpose: Purpose
    about: tuple[str, ...]  # pupils
    day: int
    created: int
    useful: int


@dataclass
class Line:
    message: Message
    pupil: str
    recipient: str
    rank: int
    residence: float
    draws: dict[str, float] = field(default_factory=dict)


def lines_of(
    school: School, paris: Paris, people: dict[str, Person], hypotheses: SimulationHypotheses, seed: int
) -> list[Line]:
    """Every line of the trace, in the order of the documented model."""
    lines: list[Line] = []
    known = _Known(school)
    for purpose, traffic in hypotheses.traffic.items():
        for message in _messages(known, paris, purpose, traffic, seed):
            lines += _addressed(known, message, traffic, seed)
    place = {name: number for number, name in enumerate(people)}
    lines.sort(key=lambda line: (place[line.recipient], line.message.created))  # stable: writing order stays
    of_message = np.array([line.message.key for line in lines], dtype=np.uint64)
    of_person = np.array([people[line.recipient].key for line in lines], dtype=np.uint64)
    for what in ROW_DRAWS:
        for line, draw in zip(lines, kept(uniform(seed, what, of_message, of_person)), strict=True):
            line.draws[what] = float(draw)
    return lines


class _Known:
    """What the tables of a school say, read once: every message asks for it again."""

    def __init__(self, school: School) -> None:
        self.school = school

    @cached_property
    def units(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        """Each unit of a purpose and the pupils that it is about, by what the purpose is written for."""
        school = self.school
        pupils = school.people.loc[school.people["profil"] == "eleve", "id"].tolist()
        members = list(zip(school.memberships["personne"], school.memberships["groupe"], strict=True))
        known = set(pupils)
        return {
            "eleve": [(pupil, (pupil,)) for pupil in pupils],
            "etablissement": [(STRUCTURE, tuple(pupils))],
            "classe": [
                (one, tuple(who for who, where in members if where == one and who in known))
                for one in school.classes["id"]
            ],
        }

    @cached_property
    def links(self) -> dict[str, list[tuple[str, int, float]]]:
        found: dict[str, list[tuple[str, int, float]]] = {}
        columns = (self.school.links[name] for name in ("eleve", "responsable", "rang", "part_residence"))
        for pupil, adult, rank, share in zip(*columns, strict=True):
            found.setdefault(pupil, []).append((adult, int(rank), float(share)))
        return found

    @cached_property
    def class_of(self) -> dict[str, str]:
        classes = set(self.school.classes["id"])
        pairs = zip(self.school.memberships["personne"], self.school.memberships["groupe"], strict=True)
        return {who: where for who, where in pairs if where in classes}

    @cached_property
    def teacher(self) -> dict[str, str]:
        """Who answers for each class: the professeur principal, else the first teacher."""
        found: dict[str, str] = {}
        for wanted in ("professeur_principal", "enseignant"):
            columns = (self.school.memberships[name] for name in ("personne", "groupe", "fonction"))
            for who, where, role in zip(*columns, strict=True):
                if role == wanted:
                    found.setdefault(where, who)
        return found


def _messages(known: _Known, paris: Paris, purpose: Purpose, traffic: PurposeTraffic, seed: int) -> list[Message]:
    mean = traffic.par_semaine[known.school.kind]
    places = max(1, math.ceil(mean / 5))
    days = [day for day in paris.class_days if day < paris.span.weeks * 7]
    found = []
    for name, about in known.units[traffic.unite]:
        unit = identifiers([name])
        drawn = uniform(seed, f"{purpose}:ecrit", unit[0], np.array(days)[:, None], np.arange(places)[None, :])
        for number, day in enumerate(days):
            for place in range(places):
                if drawn[number, place] < mean / 5 / places:
                    found.append(_message(paris, purpose, traffic, about, (unit[0], day, place), seed))
    return found


def _message(
    paris: Paris,
    purpose: Purpose,
    traffic: PurposeTraffic,
    about: tuple[str, ...],
    key: tuple[np.uint64, int, int],
    seed: int,
) -> Message:
    def draw(what: str) -> float:
        return float(uniform(seed, f"{purpose}:{what}", *cast(Any, key)))

    total, summed, reached = sum(traffic.saisie.values()), 0.0, draw("plage")
    for text, weight in traffic.saisie.items():  # noqa: B007 - the one chosen is used after the loop
        summed += weight
        if summed / total >= reached:
            break
    first, last = bounds(text)
    created = paris.minute(key[1], int(first + (last - first) * draw("minute")))
    useful = traffic.utile
    if useful.minutes is not None:
        until = created + useful.minutes
    else:
        later = [day for day in paris.class_days if day > key[1]]
        target = key[1] if not useful.jours else ([*later, *[paris.days - 1] * useful.jours])[useful.jours - 1]
        until = paris.minute(target, of_day(useful.a))
    return Message(int(draw("cle") * 2.0**53), purpose, about, key[1], created, until)


def _addressed(known: _Known, message: Message, traffic: PurposeTraffic, seed: int) -> list[Line]:
    """One line per person: of several, the best rank, then the first pupil."""
    lines = [Line(message, pupil, *link) for pupil in message.about for link in known.links.get(pupil, [])]
    if message.purpose == "question_parent":
        return _question(known, message, lines, seed)
    if traffic.eleves:
        lines += [Line(message, pupil, pupil, 0, 1.0) for pupil in message.about]
    best: dict[str, Line] = {}
    for line in lines:
        if line.recipient not in best or line.rank < best[line.recipient].rank:
            best[line.recipient] = line
    return list(best.values())


def _question(known: _Known, message: Message, lines: list[Line], seed: int) -> list[Line]:
    pupil = message.about[0]
    first_asks = float(uniform(seed, "question_parent:qui", cast(Any, np.uint64(message.key)))) < 0.5
    asking = [line for line in lines if len(lines) == 1 or (line.rank == 1) == first_asks]
    teacher = known.teacher.get(known.class_of.get(pupil, ""))
    return [Line(message, pupil, teacher, 0, 1.0)] if asking and teacher else []
