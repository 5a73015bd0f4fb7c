"""Compter une école : élèves, familles, foyers, comptes, équipement, avec l'unité et le total de chaque compte."""

from __future__ import annotations

import pandas as pd

from liaison.school.kinship import families_of
from liaison.school.tables import STRUCTURE, School

COLUMNS = {
    "mesure": "ce qui est compté",
    "effectif": "combien",
    "sur": "parmi combien (vide : rien à rapporter)",
    "part": "effectif / sur, de 0 à 1 (vide : rien à rapporter)",
    "unite": "élèves, familles, foyers, responsables…",
}
Line = tuple[str, int, int | None, str]


def describe(school: School) -> pd.DataFrame:
    """Return the counts of a school, one per row, in the columns of this module's COLUMNS."""
    lines = [*_pupils(school), *_families(school), *_households(school), *_responsables(school), *_staff(school)]
    frame = pd.DataFrame(lines, columns=["mesure", "effectif", "sur", "unite"]).astype({"sur": "Int64"})
    frame["part"] = (frame["effectif"] / frame["sur"].where(frame["sur"] > 0)).astype("Float64")
    return frame[list(COLUMNS)]


def _pupils(school: School) -> list[Line]:
    count = len(school.pupils)
    active = int(school.pupils["compte_active"].sum())
    return [
        ("Élèves", count, None, "élèves"),
        ("Classes", len(school.classes), None, "classes"),
        ("Comptes d'élèves activés", active, count, "comptes"),
    ]


def _families(school: School) -> list[Line]:
    family_of_pupil = families_of(school)
    people = school.responsables.set_index("id")
    links = school.links.assign(famille=family_of_pupil.reindex(school.links["eleve"]).to_numpy())
    adults = links[["famille", "responsable"]].drop_duplicates()
    adults = adults.join(people[["foyer", "compte_active", "langue"]], on="responsable")
    by_family = adults.groupby("famille")
    count = family_of_pupil.nunique()
    two_homes = int((by_family["foyer"].nunique() == 2).sum())
    return [
        ("Familles", count, None, "familles"),
        ("Familles de plusieurs enfants ici", int((family_of_pupil.value_counts() > 1).sum()), count, "familles"),
        ("Familles en deux foyers", two_homes, count, "familles"),
        ("Familles à un seul responsable légal", int((by_family.size() == 1).sum()), count, "familles"),
        ("Familles sans aucun compte activé", int((~by_family["compte_active"].any()).sum()), count, "familles"),
        (
            "Familles qui souhaitent une autre langue que le français",
            int(adults["langue"].ne("fr").groupby(adults["famille"]).any().sum()),
            count,
            "familles",
        ),
    ]


def _households(school: School) -> list[Line]:
    homes = school.responsables.drop_duplicates("foyer")
    count = len(homes)
    return [
        ("Foyers", count, None, "foyers"),
        ("Foyers sans ordinateur", int((homes["equipement"] != "ordinateur").sum()), count, "foyers"),
        ("Foyers sans aucun appareil", int((homes["equipement"] == "aucun").sum()), count, "foyers"),
        ("Foyers sans internet", int((homes["connexion"] == "aucune").sum()), count, "foyers"),
        ("Foyers en connexion mobile seulement", int((homes["connexion"] == "mobile").sum()), count, "foyers"),
    ]


def _responsables(school: School) -> list[Line]:
    adults = school.responsables
    count, active = len(adults), adults[adults["compte_active"]]
    weak = adults["competences"] != "autonome"
    counted = [
        ("Comptes de responsables activés", adults["compte_active"]),
        ("Responsables aux compétences fragiles ou non-utilisateurs", weak),
        ("dont non-utilisateurs", adults["competences"] == "non_utilisateur"),
        ("Responsables qui lisent difficilement le français", ~adults["lit_francais"].astype(bool)),
        ("Responsables qui travaillent la nuit", adults["travail_nuit"]),
        ("Responsables dont le mobile est connu", adults["telephone_connu"]),
        ("Responsables dont le courriel est connu", adults["courriel_connu"]),
    ]
    regular = active["habitude"].isin(["quotidienne", "hebdomadaire"])
    return [
        ("Responsables légaux", count, None, "responsables"),
        *((label, int(here.sum()), count, "responsables") for label, here in counted),
        ("Comptes activés dont l'enfant se sert", int(active["compte_partage"].sum()), len(active), "comptes"),
        ("Responsables qui viennent chaque semaine", int(regular.sum()), count, "responsables"),
    ]


def _staff(school: School) -> list[Line]:
    whole_school = school.memberships[school.memberships["groupe"] == STRUCTURE]
    functions = whole_school["fonction"].value_counts()
    teachers = int((school.people["profil"] == "enseignant").sum())
    heads = school.memberships.query("fonction == 'professeur_principal'")["personne"].nunique()
    labels = {
        "direction": "Personnes de direction",
        "vie_scolaire": "Personnels de vie scolaire",
        "administration": "Personnels d'administration",
        "sante": "Personnels de santé",
        "aesh": "AESH",
    }
    return [
        ("Enseignants", teachers, None, "personnes"),
        ("dont professeurs principaux", int(heads), teachers, "personnes"),
        *((label, int(functions.get(name, 0)), None, "personnes") for name, label in labels.items()),
    ]
