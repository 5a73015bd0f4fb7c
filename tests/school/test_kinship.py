"""Une famille : des élèves reliés par un responsable commun, de proche en proche."""

import dataclasses

import pandas as pd

from liaison.school.fictitious.generator import school_from
from liaison.school.kinship import families_of
from liaison.school.tables import School


def school_with(*links: tuple[str, str]) -> School:
    """A school whose only links are these; the rest is that of a preset."""
    made = school_from("ecole_6_classes", 1)
    table = pd.DataFrame(links, columns=["eleve", "responsable"]).assign(lien="mere", rang=1, part_residence=1.0)
    return dataclasses.replace(made, links=table)


def test_brothers_and_sisters_are_one_family_and_others_another() -> None:
    found = families_of(school_with(("E0001", "R1"), ("E0002", "R1"), ("E0003", "R2")))
    assert found["E0001"] == found["E0002"] != found["E0003"]


def test_half_siblings_are_one_family_through_the_one_between() -> None:
    found = families_of(school_with(("E0003", "R3"), ("E0002", "R3"), ("E0002", "R2"), ("E0001", "R2")))
    assert found["E0001"] == found["E0002"] == found["E0003"]


def test_a_pupil_without_responsable_is_a_family_alone() -> None:
    found = families_of(school_with(("E0001", "R1")))
    assert found.nunique() == len(found)
