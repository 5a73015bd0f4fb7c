"""Une personne de l'oracle : ce qui l'atteint, quand elle dort, quand elle va voir."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from liaison.messaging.traffic.draws import identifiers, uniform
from liaison.messaging.traffic.hypotheses import SimulationHypotheses
from liaison.school.tables import School
from oracle.paris import Paris, bounds

AUDIENCES = {"responsable": "responsables", "eleve": "eleves"}


@dataclass
class Person:
    key: np.uint64
    audience: str
    account: bool
    equipped: bool
    skilled: bool
    phone: bool
    mail: bool
    opens: float
    opens_mail: float
    night: bool
    language: str | None  # the one read with ease; None: none of those that may be written
    asleep: list[bool]
    visits: list[int]
    rings: Counter[int] = field(default_factory=Counter)  # by week

    @property
    def online(self) -> bool:
        return self.account and self.equipped and self.skilled

    def next_visit(self, time: int) -> int | None:
        return next((visit for visit in self.visits if visit >= time), None)

    def can_be_reached(self, channel: str) -> bool:
        if channel in ("sms", "telephone"):
            return self.phone
        if channel == "courriel":
            return self.mail
        return channel in ("carnet", "affichage") or self.online


def people_of(school: School, paris: Paris, hypotheses: SimulationHypotheses, seed: int) -> dict[str, Person]:
    """Everybody of the school, by identifier, in the order of the file."""
    keys = identifiers(school.people["id"])
    records: list[Any] = school.people.to_dict("records")
    return {row["id"]: _person(row, key, paris, hypotheses, seed) for row, key in zip(records, keys, strict=True)}


def _person(row: dict[str, Any], key: np.uint64, paris: Paris, hypotheses: SimulationHypotheses, seed: int) -> Person:
    audience = AUDIENCES.get(row["profil"], "personnels")

    def said(column: str, otherwise: Any) -> Any:
        value = row[column]
        return value if audience == "responsables" and not pd.isna(value) else otherwise

    reaction, skill = hypotheses.reaction, said("competences", "autonome")
    own = {"eleves": reaction.eleve_ouvre, "personnels": reaction.personnel_ouvre}
    equipped = said("equipement", "ordinateur") != "aucun" and said("connexion", "fixe") != "aucune"
    night = bool(said("travail_nuit", False))
    language: str | None = "fr"
    if not said("lit_francais", True):
        language = said("langue", "fr")
        language = None if language == "fr" else language
    return Person(
        key=key,
        audience=audience,
        account=True if pd.isna(row["compte_active"]) else bool(row["compte_active"]),
        equipped=equipped,
        skilled=skill != "non_utilisateur",
        phone=bool(said("telephone_connu", True)),
        mail=bool(said("courriel_connu", True)) and equipped,
        opens=own.get(audience, reaction.ouvre[skill]),
        opens_mail=reaction.ouvre_courriel[skill],
        night=night,
        language=language,
        asleep=paris.daily(hypotheses.hours.nuit if night else hypotheses.hours.jour),
        visits=_visits(key, said("habitude", "quotidienne"), night, paris, hypotheses, seed),
    )


def _visits(
    key: np.uint64, habit: Any, night: bool, paris: Paris, hypotheses: SimulationHypotheses, seed: int
) -> list[int]:
    moments = hypotheses.moments
    first, last = bounds(moments.visite_travail_nuit if night else moments.visite)
    hour = int(first + (last - first) * float(uniform(seed, "heure de visite", np.array([key]))[0]))
    drawn = uniform(seed, "visite", np.array([key]), np.arange(paris.days))
    return [paris.minute(day, hour) for day in range(paris.days) if drawn[day] < hypotheses.visits[habit]]
