"""Fabriquer une école fictive à partir de quelques agrégats : mêmes agrégats, même graine, même école.

Each step is described in docs/generateur_ecole.md; each hypothesis is a rule in liaison/rules/population.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from liaison.base.sentences import french_beside
from liaison.school.fictitious.aggregates import PRESETS_FOLDER, Aggregates, AggregatesError, load_preset, preset_names
from liaison.school.fictitious.chance import Chance
from liaison.school.fictitious.classes import PupilClasses, make_places
from liaison.school.fictitious.families import Families, make_families
from liaison.school.fictitious.names import first_names, surnames
from liaison.school.fictitious.population import PopulationHypotheses, load_population
from liaison.school.fictitious.profiles import describe_adults
from liaison.school.fictitious.staff import Membership, make_staff
from liaison.school.tables import (
    CLASS_COLUMNS,
    LINK_COLUMNS,
    MEMBERSHIP_COLUMNS,
    PERSON_COLUMNS,
    STRUCTURE,
    School,
    typed_people,
)

phrase = french_beside(__file__)


def generate(aggregates: Aggregates, seed: int, population: PopulationHypotheses | None = None) -> School:
    """Return the fictitious school that these aggregates and this seed describe.

    Shares asked for are met to the nearest person or household; names are invented. The same arguments give
    the same school on every machine, and one share changed leaves the draws of the others where they were.

    Args:
        aggregates: what is known of the school.
        seed: 0 or more; shown in `School.origin`.
        population: the hypotheses; by default those of `liaison/rules/population` on the day of the rentrée.

    Raises:
        AggregatesError: the seed is not a whole number, 0 or more.
        RuleError: no hypothesis at the date of the rentrée.
    """
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer) or seed < 0:
        raise AggregatesError(phrase("graine-pas-nombre-entier", seed=seed))
    population = population or load_population(aggregates.opened_on)
    chance = Chance(int(seed))
    places = make_places(aggregates, population, chance)
    families = make_families(places, aggregates, population, chance)
    staff, staff_groups = make_staff(places.classes, aggregates, population, chance)
    ids = _Identifiers(len(places.level), len(families.family_of_adult), staff)
    return School(
        name=aggregates.name,
        kind=aggregates.kind,
        zone=aggregates.zone,
        origin=phrase("ecole-fictive-graine", seed=seed),
        seed=int(seed),
        classes=places.classes[list(CLASS_COLUMNS)],
        people=_people(ids, families, staff, aggregates, population, chance),
        memberships=_memberships(ids, places, families, staff_groups),
        links=_links(ids, families),
        opened_on=aggregates.opened_on,
    )


def school_from(source: str | Path, seed: int = 1) -> School:
    """Return the school of a preset name (see `preset_names`), of a folder of CSV, or of a YAML of aggregates.

    `seed` only matters for a preset or a YAML file.

    Raises:
        AggregatesError: unknown source or description that does not hold together.
        FolderError: a folder that does not hold a whole school, with every bad line.
    """
    # Imported here: the folder reader is not needed to generate.
    from liaison.school.fictitious.aggregates import read_aggregates
    from liaison.school.lists.folder import load_folder

    if (PRESETS_FOLDER / f"{source}.yaml").is_file() and str(source) in preset_names():
        return generate(load_preset(str(source)), seed)
    path = Path(source)
    if path.is_dir():
        return load_folder(path)
    if path.suffix in (".yaml", ".yml") and path.is_file():
        return generate(read_aggregates(path), seed)
    raise AggregatesError(phrase("ni-modele-connu-ni", source=source, preset_names=", ".join(preset_names())))


class _Identifiers:
    """The identifiers of pupils (E), responsables (R), teachers (T), other staff (P), households (F)."""

    def __init__(self, pupils: int, adults: int, staff: list[str]):
        self.pupils = _numbered("E", pupils)
        self.adults = _numbered("R", adults)
        teachers = staff.count("enseignant")
        self.staff = np.concatenate([_numbered("T", teachers), _numbered("P", len(staff) - teachers)])


def _numbered(letter: str, count: int) -> np.ndarray:
    return np.array([f"{letter}{number:04d}" for number in range(1, count + 1)], dtype=object)


def _people(
    ids: _Identifiers,
    families: Families,
    staff: list[str],
    aggregates: Aggregates,
    population: PopulationHypotheses,
    chance: Chance,
) -> pd.DataFrame:
    """Return `personnes`: pupils, then responsables légaux, then teachers, then other staff."""
    households = _numbered("F", len(families.quintile))
    adults = describe_adults(families, aggregates, population, chance)
    surname, partner = _surnames_of_adults(families, chance)
    # A child bears the name of the first responsable, or of the second.
    pupil_name = np.where(chance.uniform("nom de l'enfant", len(surname)) < 0.5, surname, partner)
    girls = chance.uniform("fille ou garçon", len(ids.pupils)) < 0.5
    women = chance.uniform("personnels", len(staff)) < 0.65
    active = np.full(len(ids.pupils), population.accounts.actives_eleves[aggregates.kind])
    pupils = pd.DataFrame(
        {
            "id": ids.pupils,
            "profil": "eleve",
            "nom": pupil_name[families.family_of_pupil],
            "prenom": first_names(chance, "prénoms des élèves", girls),
            "compte_active": chance.choose("compte des élèves", active),
            "foyer": households[families.family_of_pupil],
        }
    )
    responsables = pd.DataFrame(
        {
            "id": ids.adults,
            "profil": "responsable",
            "nom": np.where(families.rank == 1, surname[families.family_of_adult], partner[families.family_of_adult]),
            "prenom": first_names(chance, "prénoms des responsables", families.feminine, families.slot),
            "foyer": households[families.household],
            **adults,
        }
    )
    team = pd.DataFrame(
        {
            "id": ids.staff,
            "profil": staff,
            "nom": surnames(chance, "noms des personnels", len(staff)),
            "prenom": first_names(chance, "prénoms des personnels", women),
            "compte_active": True,
        }
    )
    return typed_people(pd.concat([pupils, responsables, team], ignore_index=True)[list(PERSON_COLUMNS)])


def _surnames_of_adults(families: Families, chance: Chance) -> tuple[np.ndarray, np.ndarray]:
    """Return the surname of the first and of the second responsable of each family, often the same."""
    count = len(families.large)
    surname = surnames(chance, "noms des familles", count)
    other = surnames(chance, "noms des seconds responsables", count)
    same = (chance.uniform("même nom", count) < 0.6) & ~families.separated
    return surname, np.where(same | families.single, surname, other)


def _memberships(
    ids: _Identifiers, places: PupilClasses, families: Families, staff_groups: list[Membership]
) -> pd.DataFrame:
    """Return `appartenances`: everybody in ETAB, and pupils, responsables and staff in their classes."""
    class_ids = places.classes["id"].to_numpy(dtype=object)
    pupil_class = class_ids[places.class_row]
    adults = _adults_of_pupils(families)
    pairs = pd.DataFrame({"personne": ids.adults[adults[1]], "groupe": pupil_class[adults[0]]}).drop_duplicates()
    parts = [
        pd.DataFrame({"personne": ids.pupils, "groupe": pupil_class, "fonction": "eleve"}),
        pd.DataFrame({"personne": ids.pupils, "groupe": STRUCTURE, "fonction": "eleve"}),
        pairs.assign(fonction="responsable"),
        pd.DataFrame({"personne": ids.adults, "groupe": STRUCTURE, "fonction": "responsable"}),
        pd.DataFrame(
            [(ids.staff[person], group, function) for person, group, function in sorted(set(staff_groups))],
            columns=list(MEMBERSHIP_COLUMNS),
        ),
    ]
    return pd.concat(parts, ignore_index=True)[list(MEMBERSHIP_COLUMNS)].astype("str")


def _adults_of_pupils(families: Families) -> tuple[np.ndarray, np.ndarray]:
    """Return pupil and adult positions, one pair per link, sorted by pupil then rank."""
    first_adult = np.concatenate([[0], np.cumsum(np.bincount(families.family_of_adult))])
    counts = np.bincount(families.family_of_adult)[families.family_of_pupil]
    pupil = np.repeat(np.arange(len(families.family_of_pupil)), counts)
    within = np.arange(len(pupil)) - np.repeat(np.cumsum(counts) - counts, counts)
    return pupil, first_adult[families.family_of_pupil[pupil]] + within


def _links(ids: _Identifiers, families: Families) -> pd.DataFrame:
    pupil, adult = _adults_of_pupils(families)
    kinship = np.where(families.guardian, "representant_legal", np.where(families.feminine, "mere", "pere"))
    links = pd.DataFrame(
        {
            "eleve": ids.pupils[pupil],
            "responsable": ids.adults[adult],
            "lien": kinship[adult],
            "rang": families.rank[adult].astype(np.int64),
            "part_residence": families.residence[adult].astype(np.float64),
        }
    )
    return links[list(LINK_COLUMNS)].astype({"eleve": "str", "responsable": "str", "lien": "str"})
