"""Ce que chaque colonne des quatre fichiers accepte, et comment une cellule se lit et s'écrit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from liaison.base.numbers import read_number
from liaison.base.sentences import french_beside
from liaison.base.tables.titles import plain
from liaison.school.fictitious.aggregates import LEVELS
from liaison.school.tables import CLASS_COLUMNS, LINK_COLUMNS, MEMBERSHIP_COLUMNS, PERSON_COLUMNS

phrase = french_beside(__file__)

LONGEST_CELL = 200
YES = ("oui", "o", "vrai", "true", "1")
NO = ("non", "n", "faux", "false", "0")
KINSHIPS = ("mere", "pere", "representant_legal")
# As a school's own lists say who else answers for a pupil.
OTHER_RELATIVES = frozenset(
    [
        "tiers",
        "tiers_digne_de_confiance",
        "tuteur",
        "tutrice",
        "ase",
        "famille_d_accueil",
        "assistant_familial",
        "assistante_familiale",
        "grand_parent",
        "grand_mere",
        "grand_pere",
        "ascendant",
        "beau_parent",
        "beau_pere",
        "belle_mere",
        "frere",
        "soeur",
        "fratrie",
        "oncle",
        "tante",
        "autre",
        "autre_lien",
        "autre_membre_de_la_famille",
    ]
)
# Levels that a school has and that no fictitious one is made of.
OTHER_LEVELS = ("TPS", "CLIS", "ULIS", "UPE2A", "SEGPA")
ALL_LEVELS = (*dict.fromkeys(level for levels in LEVELS.values() for level in levels), *OTHER_LEVELS)

# Ces colonnes de personnes.csv n'ont de valeur que pour un responsable légal, et sont alors obligatoires.
RESPONSABLE_ONLY = tuple(list(PERSON_COLUMNS)[list(PERSON_COLUMNS).index("foyer") + 1 :])

FUNCTIONS_OF_PROFILE = {
    "eleve": ("eleve",),
    "responsable": ("responsable",),
    "enseignant": ("enseignant", "professeur_principal", "direction"),
    "personnel": ("direction", "vie_scolaire", "administration", "sante", "aesh"),
    "invite": ("direction", "vie_scolaire", "administration", "sante", "aesh"),
}


@dataclass(frozen=True)
class Accepts:
    """What a column accepts: how to read a cell (ValueError if it cannot be), and the words that say it in French."""

    read: Callable[[str], Any]
    words: Callable[[], str]
    field: dict[str, Any]


def _one_of(*values: str) -> Accepts:
    def read(cell: str) -> str:
        if cell not in values:
            raise ValueError
        return cell

    return Accepts(read, lambda: ", ".join(values), {"type": "string", "constraints": {"enum": list(values)}})


def _matching(pattern: str, words: Callable[[], str]) -> Accepts:
    def read(cell: str) -> str:
        if not re.fullmatch(pattern, cell):
            raise ValueError
        return cell

    return Accepts(read, words, {"type": "string", "constraints": {"pattern": f"^{pattern}$"}})


def _yes_no(cell: str) -> bool:
    if cell.lower() not in YES + NO:
        raise ValueError
    return cell.lower() in YES


def _between(low: int, high: int) -> Accepts:
    def read(cell: str) -> int:
        if not re.fullmatch(r"\d{1,9}", cell, re.ASCII) or not low <= int(cell) <= high:
            raise ValueError
        return int(cell)

    field = {"type": "integer", "constraints": {"minimum": low, "maximum": high}}
    return Accepts(read, partial(phrase, "nombre-entier", low=low, high=high), field)


def _share(cell: str) -> float:
    value = read_number(cell)
    if value is None or not 0 <= value <= 1:
        raise ValueError
    return float(value)


def _level(cell: str) -> str:
    if any(part not in ALL_LEVELS for part in cell.split("-")):
        raise ValueError
    return cell


def _kinship(cell: str) -> str:
    """Return how a responsable is tied to a pupil: whoever is neither mother nor father, by decision or not, is one."""
    word = plain(cell)
    if word in OTHER_RELATIVES:
        return "representant_legal"
    if word not in KINSHIPS:
        raise ValueError
    return word


TEXT = Accepts(str, partial(phrase, "un-texte"), {"type": "string"})
IDENTIFIER = _matching(r"[^\s,;\"]{1,200}", partial(phrase, "un-identifiant"))
YES_NO = Accepts(
    _yes_no, partial(phrase, "oui-ou-non"), {"type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]}
)
LEVEL = Accepts(_level, partial(phrase, "un-niveau", levels=", ".join(ALL_LEVELS)), {"type": "string"})
KINSHIP = Accepts(_kinship, lambda: ", ".join(KINSHIPS), _one_of(*KINSHIPS).field)
SHARE = Accepts(
    _share, partial(phrase, "une-part"), {"type": "number", "unit": "part", "constraints": {"minimum": 0, "maximum": 1}}
)
FUNCTIONS = (
    "eleve",
    "responsable",
    "enseignant",
    "professeur_principal",
    "direction",
    "vie_scolaire",
    "administration",
    "sante",
    "aesh",
)


@dataclass(frozen=True)
class FolderTable:
    """One of the four files: its columns with what they say and accept, what identifies a row, what it refers to.

    `kind`: which table of `tables.yaml` it is.
    """

    file: str
    kind: str
    columns: dict[str, str]
    accepts: dict[str, Accepts]
    key: tuple[str, ...]
    optional: tuple[str, ...] = ()
    references: tuple[tuple[str, str], ...] = ()


CLASSES = FolderTable(
    "classes.csv",
    "classes-d-un-etablissement",
    CLASS_COLUMNS,
    {"id": IDENTIFIER, "niveau": LEVEL, "libelle": TEXT},
    ("id",),
)
PEOPLE = FolderTable(
    "personnes.csv",
    "personnes-d-un-etablissement",
    PERSON_COLUMNS,
    {
        "id": IDENTIFIER,
        "profil": _one_of("eleve", "responsable", "enseignant", "personnel", "invite"),
        "nom": TEXT,
        "prenom": TEXT,
        "compte_active": YES_NO,
        "foyer": IDENTIFIER,
        "quintile": _between(1, 5),
        "equipement": _one_of("ordinateur", "smartphone", "aucun"),
        "connexion": _one_of("fixe", "mobile", "aucune"),
        "competences": _one_of("autonome", "fragile", "non_utilisateur"),
        "lit_francais": YES_NO,
        "langue": _matching(r"[a-z]{2}", partial(phrase, "une-langue")),
        "travail_nuit": YES_NO,
        "compte_partage": YES_NO,
        "telephone_connu": YES_NO,
        "courriel_connu": YES_NO,
        "habitude": _one_of("quotidienne", "hebdomadaire", "rare", "aucune"),
    },
    ("id",),
    optional=("foyer", *RESPONSABLE_ONLY),
)
MEMBERSHIPS = FolderTable(
    "appartenances.csv",
    "groupes-d-un-etablissement",
    MEMBERSHIP_COLUMNS,
    {"personne": IDENTIFIER, "groupe": IDENTIFIER, "fonction": _one_of(*FUNCTIONS)},
    ("personne", "groupe"),
    references=(("personne", "personnes"),),
)
LINKS = FolderTable(
    "liens.csv",
    "liens-d-un-etablissement",
    LINK_COLUMNS,
    {
        "eleve": IDENTIFIER,
        "responsable": IDENTIFIER,
        "lien": KINSHIP,
        "rang": _between(1, 9),
        "part_residence": SHARE,
    },
    ("eleve", "responsable"),
    references=(("eleve", "personnes"), ("responsable", "personnes")),
)
TABLES = (CLASSES, PEOPLE, MEMBERSHIPS, LINKS)
