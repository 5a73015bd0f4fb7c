"""De très petites écoles où tout ce qui gêne arrive : fratries, deux foyers, cases vides, classe sans enseignant."""

from __future__ import annotations

import random
from typing import Any, get_args

import pandas as pd

from liaison.messaging.traffic.hypotheses import SimulationHypotheses, with_values
from liaison.school.tables import (
    CLASS_COLUMNS,
    LINK_COLUMNS,
    MEMBERSHIP_COLUMNS,
    PERSON_COLUMNS,
    STRUCTURE,
    School,
    typed_people,
)
from liaison.school.vocabulary import SchoolKind, Zone

SKILLS = ("autonome", "autonome", "fragile", "non_utilisateur")
LANGUAGES = ("fr", "ar", "tr", "pt")


def tiny_school(seed: int) -> School:
    """Return a school of one to eight pupils; any two may share a responsable, in any order of rank."""
    dice = random.Random(seed)
    classes = [f"{number}A" for number in range(1, dice.randint(1, 3) + 1)]
    pupils = [f"E{number}" for number in range(dice.randint(1, 8))]
    adults = [f"R{number}" for number in range(dice.randint(1, 8))]
    staff = [f"T{number}" for number in range(dice.randint(1, 3))]
    links = [link for pupil in pupils for link in _links(dice, pupil, adults)]
    people = (
        [_pupil(dice, one) for one in pupils]
        + [_adult(dice, one) for one in adults]
        + [_staff(dice, one) for one in staff]
    )
    dice.shuffle(people)
    return School(
        name="École fictive d'essai",
        kind=dice.choice(get_args(SchoolKind)),
        zone=dice.choice(get_args(Zone)),
        origin="École fictive",
        seed=seed,
        classes=pd.DataFrame([(one, "6e", one) for one in classes], columns=list(CLASS_COLUMNS)),
        people=typed_people(pd.DataFrame(people, columns=list(PERSON_COLUMNS))),
        memberships=pd.DataFrame(_members(dice, classes, pupils, staff), columns=list(MEMBERSHIP_COLUMNS)),
        links=pd.DataFrame(links, columns=list(LINK_COLUMNS)),
    )


def _links(dice: random.Random, pupil: str, adults: list[str]) -> list[tuple[Any, ...]]:
    chosen = dice.sample(adults, min(len(adults), dice.choice((0, 1, 2, 2, 2))))
    ranks = (1, 2) if len(chosen) == 2 else (dice.choice((1, 1, 1, 2)),)
    found = [
        (pupil, adult, "mere", rank, dice.choice((1.0, 1.0, 0.85, 0.5, 0.15, 0.0)))
        for adult, rank in zip(chosen, ranks, strict=False)
    ]
    return found if dice.random() < 0.5 else found[::-1]


def _members(
    dice: random.Random, classes: list[str], pupils: list[str], staff: list[str]
) -> list[tuple[str, str, str]]:
    found = [(pupil, dice.choice(classes), "eleve") for pupil in pupils if dice.random() < 0.95]
    for one in classes:
        for adult in dice.sample(staff, dice.randint(0, len(staff))):
            found.append((adult, one, dice.choice(("enseignant", "professeur_principal"))))
    found += [(who, STRUCTURE, "enseignant" if who in staff else "eleve") for who in (*pupils, *staff)]
    dice.shuffle(found)
    return found


def _pupil(dice: random.Random, who: str) -> dict[str, Any]:
    return {"id": who, "profil": "eleve", "nom": "Essai", "prenom": who, "compte_active": dice.random() < 0.8}


def _staff(dice: random.Random, who: str) -> dict[str, Any]:
    return {"id": who, "profil": "enseignant", "nom": "Essai", "prenom": who, "compte_active": dice.random() < 0.85}


def _adult(dice: random.Random, who: str) -> dict[str, Any]:
    def yes(share: float) -> bool:
        return dice.random() < share

    said = {
        "quintile": dice.randint(1, 5),
        "equipement": dice.choice(("ordinateur", "smartphone", "smartphone", "aucun")),
        "connexion": dice.choice(("fixe", "fixe", "mobile", "aucune")),
        "competences": dice.choice(SKILLS),
        "lit_francais": yes(0.6),
        "langue": dice.choice(LANGUAGES),
        "travail_nuit": yes(0.2),
        "compte_partage": yes(0.2),
        "telephone_connu": yes(0.8),
        "courriel_connu": yes(0.7),
        "habitude": dice.choice(("quotidienne", "hebdomadaire", "rare", "aucune")),
    }
    # A file that a school fills in has blanks.
    known = {name: value for name, value in said.items() if yes(0.95)}
    return {"id": who, "profil": "responsable", "nom": "Essai", "prenom": who, "compte_active": yes(0.75), **known}


def other_hypotheses(usual: SimulationHypotheses, seed: int) -> SimulationHypotheses:
    """Return hypotheses drawn anew within what they may be: much traffic, quick fatigue, odd hours."""
    dice = random.Random(seed)
    share = dice.random
    busy = dice.choice((0.3, 1.0, 3.0))
    traffic = {
        purpose: {"par_semaine": {kind: min(50, rate * busy) for kind, rate in one.par_semaine.items()}}
        for purpose, one in usual.traffic.items()
    }
    traffic["urgence"] = {"par_semaine": dict.fromkeys(get_args(SchoolKind), dice.choice((0.5, 7.0)))}
    return with_values(
        usual,
        {
            "traffic": traffic,
            "fatigue": {"seuil_par_semaine": dice.randint(0, 6), "baisse": share() / 5, "plancher": share()},
            "reaction": {"ouvre": {"autonome": share(), "fragile": share()}, "ouvre_sms": dice.choice((1.0, share()))},
            "phone": {"repond": share(), "appels": dice.randint(1, 6), "delai_min": dice.randint(0, 300)},
            "paper": {"perdu": dict.fromkeys(get_args(SchoolKind), dice.choice((0.0, share())))},
            "language": {"comprend": dice.choice((0.0, 1.0, share()))},
            "moments": {
                "appels_ecart_min": dice.randint(1, 900),
                "visite": dice.choice(("03:00-23:59", "17:30-21:30")),
            },
        },
    )


def family_of_one(zone: Zone) -> School:
    """Return a collège of one pupil and one responsable whom every channel reaches."""
    pupil, adult = _pupil(random.Random(0), "E1"), _adult(random.Random(0), "R1")
    sure = {
        "compte_active": True,
        "equipement": "ordinateur",
        "connexion": "fixe",
        "competences": "autonome",
        "lit_francais": True,
        "travail_nuit": False,
        "telephone_connu": True,
        "courriel_connu": True,
        "habitude": "aucune",
    }
    return School(
        name="École fictive d'essai",
        kind="college",
        zone=zone,
        origin="École fictive",
        seed=0,
        classes=pd.DataFrame([("6A", "6e", "6A")], columns=list(CLASS_COLUMNS)),
        people=typed_people(pd.DataFrame([pupil, {**adult, **sure}], columns=list(PERSON_COLUMNS))),
        memberships=pd.DataFrame([("E1", "6A", "eleve")], columns=list(MEMBERSHIP_COLUMNS)),
        links=pd.DataFrame([("E1", "R1", "mere", 1, 1.0)], columns=list(LINK_COLUMNS)),
    )
