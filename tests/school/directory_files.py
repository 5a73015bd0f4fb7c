"""An annuaire and an IPS file of fictitious establishments, in the columns of the official files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from liaison.school.open_data.uai import control_letter

HEAD = (
    "identifiant_de_l_etablissement;nom_etablissement;type_etablissement;nombre_d_eleves;libelle_academie;code_nature"
)
IPS_HEAD = "rentree_scolaire;uai;ips"


def uai(digits: str) -> str:
    """Return a code with its control letter."""
    return digits + control_letter(digits)


def code_of(rank: int) -> str:
    """Return the code of a fictitious establishment."""
    return uai(f"999{rank:04d}")


def directory(folder: Path, pupils: Sequence[int | None], academy: str = "Rennes") -> tuple[Path, Path]:
    """Write collèges of these sizes (None: the file does not say), a CIO and an école; then their IPS, from 83 up."""
    lines = [
        f"{code_of(rank)};Collège fictif {rank};Collège;{count or ''};{academy};340"
        for rank, count in enumerate(pupils, start=1)
    ]
    lines += [f"{code_of(9990)};CIO fictif;Information et orientation;;{academy};500"]
    lines += [f"{code_of(9991)};École fictive;Ecole;80;{academy};151"]
    lines += [f"{code_of(9992)};Collège d'ailleurs;Collège;80;Lyon;340"]
    social = [f"2022-2023;{code_of(rank)};{80 + 3 * rank % 60}" for rank in range(1, len(pupils) + 1)]
    annuaire, ips = folder / "annuaire.csv", folder / "ips.csv"
    annuaire.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    ips.write_text("\n".join([IPS_HEAD, *social]) + "\n", encoding="utf-8")
    return annuaire, ips
