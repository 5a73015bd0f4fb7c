"""Lire les fichiers ouverts de l'Éducation nationale tels qu'ils sont publiés, quel que soit le millésime."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from liaison.base.faults import FrenchError, why
from liaison.base.numbers import read_number
from liaison.base.sentences import french_beside
from liaison.base.tables import CsvError, csv_rows, decoded, plain

phrase = french_beside(__file__)

# What a column is called here, and what it was called in the published files, once plain (see `plain`).
ALIASES: dict[str, tuple[str, ...]] = {
    "uai": (
        "identifiant_de_l_etablissement",
        "uai",
        "code_uai",
        "numero_uai",
        "code_etablissement",
        "numero_d_etablissement",
        "numero_etablissement",
        "numero_de_l_etablissement",
        "numero_de_l_ecole",
        "numero_ecole",
        "numero_du_college",
        "numero_college",
        "numero_du_lycee",
        "numero_lycee",
    ),
    "name": (
        "nom_etablissement",
        "nom_de_l_etablissement",
        "nom_de_l_etablissment",  # faute de frappe des fichiers IPS de 2022
        "appellation_officielle",
        "patronyme",
        "denomination_principale",
    ),
    "type": ("type_etablissement", "type_d_etablissement", "type_de_lycee"),
    "nature": ("libelle_nature", "nature", "nature_uai_libe", "denomination_principale"),
    "nature_code": ("code_nature", "nature_uai"),
    "academy": ("libelle_academie", "academie", "academie_libelle"),
    "priority": ("appartenance_education_prioritaire", "education_prioritaire"),
    "rep": ("rep",),
    "rep_plus": ("rep_plus",),
    "nursery": ("ecole_maternelle",),
    "elementary": ("ecole_elementaire",),
    "general": ("voie_generale",),
    "technological": ("voie_technologique",),
    "vocational": ("voie_professionnelle",),
    "state": ("etat", "etat_etablissement"),
    "year": ("rentree_scolaire", "annee_scolaire", "rentree"),
    "pupils": (
        "nombre_d_eleves",
        "nombre_total_d_eleves",
        "nombre_d_eleves_total",
        "effectifs",
        "effectif",
        "effectifs_ensemble_gt_pro",
        "effectif_ensemble_gt_pro",
        "effectif_total",
    ),
    "classes": ("nombre_total_de_classes", "nombre_de_classes", "nb_classes"),
    "ips": ("ips", "ips_etab", "ips_ensemble_gt_pro"),
    "ips_general": ("ips_voie_gt",),
    "ips_vocational": ("ips_voie_pro",),
    "pupils_general": ("effectifs_voie_gt", "effectif_voie_gt"),
    "pupils_vocational": ("effectifs_voie_pro", "effectif_voie_pro"),
    "pre_elementary": ("nombre_d_eleves_en_pre_elementaire_hors_ulis",),
    "level CP": ("nombre_d_eleves_en_cp_hors_ulis",),
    "level CE1": ("nombre_d_eleves_en_ce1_hors_ulis",),
    "level CE2": ("nombre_d_eleves_en_ce2_hors_ulis",),
    "level CM1": ("nombre_d_eleves_en_cm1_hors_ulis",),
    "level CM2": ("nombre_d_eleves_en_cm2_hors_ulis",),
    "level 6e": ("nombre_total_de_6emes", "6emes_total"),
    "level 5e": ("nombre_total_de_5emes", "5emes_total"),
    "level 4e": ("nombre_total_de_4emes", "4emes_total"),
    "level 3e": ("nombre_total_de_3emes", "3emes_total"),
}


class OpenDataError(FrenchError):
    """What is wrong with an open-data file, or what it does not tell of a school, in French."""


@dataclass(frozen=True)
class OpenTable:
    """An official file: its name, and its rows by UAI, each a dictionary of known columns (text, not empty)."""

    file: str
    rows: dict[str, list[dict[str, str]]]
    columns: frozenset[str]

    def latest(self, uai: str) -> dict[str, str]:
        """Return the row of the most recent school year for a school, empty if there is none."""
        return max(self.rows.get(uai, []), key=lambda row: row.get("year", ""), default={})


def read_open_table(path: Path) -> OpenTable:
    """Return the rows of an official file: any delimiter, any encoding.

    Raises:
        OpenDataError: unreadable or empty file, or no column that holds the UAI code.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise OpenDataError(phrase("fichier-peut-pas-etre", name=path.name, error=why(error))) from error
    try:
        lines = [line for line in csv_rows(decoded(raw).text) if line]
    except CsvError as error:
        raise OpenDataError(phrase("fichier-ligne-pas-csv", name=path.name, row=error.row)) from error
    if len(lines) < 2:
        raise OpenDataError(phrase("fichier-vide-telecharger-nouveau", name=path.name))
    columns = _known_columns([plain(name) for name in lines[0]])
    if "uai" not in columns:
        raise OpenDataError(phrase("fichier-pas-colonne-code", name=path.name, uai=", ".join(ALIASES["uai"])))
    rows: dict[str, list[dict[str, str]]] = {}
    for line in lines[1:]:
        row = {name: line[i].strip() for name, i in columns.items() if i < len(line) and line[i].strip()}
        rows.setdefault(row.get("uai", "").upper(), []).append(row)
    rows.pop("", None)
    return OpenTable(path.name, rows, frozenset(columns))


def _known_columns(header: list[str]) -> dict[str, int]:
    columns = {}
    for name, aliases in ALIASES.items():
        position = next((header.index(alias) for alias in aliases if alias in header), None)
        if position is None and name == "pupils":
            # The file of collèges explains its count in the name of the column itself.
            position = next(
                (i for i, each in enumerate(header) if each.startswith("nombre_d_eleves_total_nombre")), None
            )
        if position is not None:
            columns[name] = position
    return columns


def number(text: str | None) -> float | None:
    """Return a published number ("98,4", "1 234", "540.0"), None where it is absent or suppressed (« NS »)."""
    value = read_number(text or "")
    return None if value is None else float(value)
