"""Une école en quatre tables : classes, personnes, appartenances, liens.

Les noms de colonnes sont ceux des fichiers CSV que l'école peut remplir ou ouvrir elle-même.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from liaison.school.vocabulary import SchoolKind, Zone

STRUCTURE = "ETAB"  # nom du groupe de tout l'établissement dans appartenances.csv

# classes : une ligne par classe.
CLASS_COLUMNS = {
    "id": "identifiant de la classe, par exemple 6A",
    "niveau": "PS, MS, GS, CP, CE1, CE2, CM1, CM2, 6e, 5e, 4e, 3e, 2de, 1re, Tle, CAP1, CAP2 ; "
    "une classe à plusieurs niveaux les joint par un tiret : CE1-CE2",
    "libelle": "nom affiché",
}

# personnes : une ligne par personne ; ce qui suit `foyer` ne vaut que pour un responsable légal (vide ailleurs).
PERSON_COLUMNS = {
    "id": "identifiant de la personne",
    "profil": "eleve, responsable, enseignant, personnel ou invite",
    "nom": "nom, fictif",
    "prenom": "prénom, fictif",
    "compte_active": "le compte ENT a été activé (oui ou non)",
    "foyer": "identifiant du foyer où vit la personne ; pour un élève, celui où il vit le plus ; "
    "vide pour les personnels",
    "quintile": "quintile de niveau de vie du foyer, 1 à 5",
    "equipement": "ordinateur, smartphone ou aucun : le meilleur appareil disponible",
    "connexion": "fixe, mobile ou aucune",
    "competences": "autonome, fragile ou non_utilisateur",
    "lit_francais": "lit facilement le français (oui ou non)",
    "langue": "langue souhaitée pour les échanges, code ISO 639-1",
    "travail_nuit": "travaille la nuit (oui ou non)",
    "compte_partage": "laisse son enfant utiliser son compte (oui ou non)",
    "telephone_connu": "l'école a un numéro de mobile exact (oui ou non)",
    "courriel_connu": "l'école a une adresse électronique exacte (oui ou non)",
    "habitude": "quotidienne, hebdomadaire, rare ou aucune : visites spontanées de l'ENT",
}

# appartenances : une seule ligne par personne et par groupe (une classe, ou ETAB) ; chacun est dans ETAB, et élèves,
# responsables et enseignants aussi dans leurs classes. Un professeur principal y remplace « enseignant ».
MEMBERSHIP_COLUMNS = {
    "personne": "identifiant de la personne",
    "groupe": "identifiant de la classe, ou ETAB",
    "fonction": "eleve, responsable, enseignant, professeur_principal, direction, vie_scolaire, "
    "administration, sante, aesh",
}

# liens : une ligne par élève et par responsable légal.
LINK_COLUMNS = {
    "eleve": "identifiant de l'élève",
    "responsable": "identifiant du responsable légal",
    "lien": "mere, pere ou representant_legal",
    "rang": "1, 2, puis 3 et suivants : l'ordre de la fiche de renseignements, sans hiérarchie de droits",
    "part_residence": "part du temps où l'élève vit dans le foyer de ce responsable, 0 à 1 : 1 pour chacun des deux "
    "dans un même foyer",
}

# Ce qui n'est pas un texte dans `personnes` ; les colonnes facultatives (vides hors responsables) admettent l'absence.
PERSON_TYPES = {
    "compte_active": "bool",
    "quintile": "Int64",
    "lit_francais": "boolean",
    "travail_nuit": "boolean",
    "compte_partage": "boolean",
    "telephone_connu": "boolean",
    "courriel_connu": "boolean",
}


def typed_people(people: pd.DataFrame) -> pd.DataFrame:
    """Return `people` with the types of every school: text (missing: NaN), and those of PERSON_TYPES."""
    return people.astype({column: PERSON_TYPES.get(column, "str") for column in PERSON_COLUMNS})


@dataclass(frozen=True)
class School:
    """A school as four tables (see the *_COLUMNS of this module), its kind, its zone and where it comes from.

    `people` has one row per person, `links` one row per (pupil, responsable légal). A generated school
    says so in `origin`; `seed` is None for a school that was read from files.
    """

    name: str
    kind: SchoolKind
    zone: Zone
    origin: str
    seed: int | None
    classes: pd.DataFrame
    people: pd.DataFrame
    memberships: pd.DataFrame
    links: pd.DataFrame
    opened_on: dt.date = dt.date(2026, 9, 1)

    @property
    def pupils(self) -> pd.DataFrame:
        """The rows of `people` that are pupils."""
        return self.people[self.people["profil"] == "eleve"]

    @property
    def responsables(self) -> pd.DataFrame:
        """The rows of `people` that are responsables légaux."""
        return self.people[self.people["profil"] == "responsable"]
