"""Former l'équipe : qui enseigne dans quelles classes, qui est professeur principal, et les autres fonctions."""

from __future__ import annotations

import math

import pandas as pd

from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.chance import Chance
from liaison.school.fictitious.population import PopulationHypotheses
from liaison.school.tables import STRUCTURE

# Une personne (ici son rang dans l'équipe), un groupe, une fonction.
Membership = tuple[int, str, str]


def make_staff(
    classes: pd.DataFrame, aggregates: Aggregates, population: PopulationHypotheses, chance: Chance
) -> tuple[list[str], list[Membership]]:
    """Return the profile of each member of staff (enseignant or personnel), teachers first, and their memberships.

    A membership is (rank of the person in the list, group, function), one per person and group.
    """
    ids = list(classes["id"])
    if aggregates.kind == "ecole":
        teachers, memberships = _teachers_of_ecole(ids, population)
    else:
        teachers, memberships = _teachers_of_second_degree(ids, aggregates, population, chance)
    profiles = ["enseignant"] * teachers
    whole_school = {person for person, group, _ in memberships if group == STRUCTURE}
    memberships += [(person, STRUCTURE, "enseignant") for person in range(teachers) if person not in whole_school]
    if aggregates.kind == "ecole" and len(ids) >= population.staff.directeur_sans_classe_a_partir_de:
        memberships.append((len(profiles), STRUCTURE, "direction"))
        profiles.append("personnel")
    for function, need in population.staff.needs(aggregates.kind).items():
        for turn in range(max(need.minimum, math.ceil(aggregates.pupils / need.eleves))):
            memberships.append((len(profiles), STRUCTURE, function))
            if function == "aesh":
                memberships.append((len(profiles), ids[(turn * 3) % len(ids)], function))
            profiles.append("personnel")
    return profiles, memberships


def _teachers_of_ecole(ids: list[str], population: PopulationHypotheses) -> tuple[int, list[Membership]]:
    """Return one teacher per class; in a small school the first of them is also the directeur."""
    memberships = [(position, class_id, "enseignant") for position, class_id in enumerate(ids)]
    if len(ids) < population.staff.directeur_sans_classe_a_partir_de:
        memberships.append((0, STRUCTURE, "direction"))
    return len(ids), memberships


def _teachers_of_second_degree(
    ids: list[str], aggregates: Aggregates, population: PopulationHypotheses, chance: Chance
) -> tuple[int, list[Membership]]:
    """Return how many teachers there are and their classes: each subject's classes are dealt to its teachers."""
    teachers = 0
    of_class: dict[str, list[int]] = {class_id: [] for class_id in ids}
    for subject, hours in population.services.subjects(aggregates.kind).items():
        needed = max(1, round(hours * len(ids) / population.services.service))
        for position, row in enumerate(chance.order(f"service {subject}", len(ids))):
            of_class[ids[row]].append(teachers + position % needed)
        teachers += needed
    charged: set[int] = set()
    memberships: list[Membership] = []
    for turn, class_id in enumerate(ids):
        team = of_class[class_id]
        free = [teacher for teacher in team if teacher not in charged] or team
        head = free[turn % len(free)]
        charged.add(head)
        memberships += [
            (teacher, class_id, "professeur_principal" if teacher == head else "enseignant") for teacher in team
        ]
    return teachers, memberships
