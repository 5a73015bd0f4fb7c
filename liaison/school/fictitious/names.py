"""Donner un nom à chacun : prénoms très répandus, noms inventés, tirés sans lien avec la langue ni le milieu."""

from __future__ import annotations

from functools import cache

import numpy as np

from liaison.base.suite import DATASETS
from liaison.base.tables import OPEN_DATA, csv_records
from liaison.school.fictitious.chance import Chance, Flags, Ints

_SET = "prenoms_noms_fictifs"


@cache
def _rows(file: str) -> list[dict[str, str]]:
    return csv_records((DATASETS / _SET / file).read_bytes(), OPEN_DATA)


@cache
def _first_names(gender: str) -> np.ndarray:
    return np.array([row["prenom"] for row in _rows("prenoms.csv") if row["genre"] == gender], dtype=object)


@cache
def _surnames() -> np.ndarray:
    return np.array([row["nom"] for row in _rows("noms.csv")], dtype=object)


def first_names(chance: Chance, use: str, feminine: Flags, at: Ints | None = None) -> np.ndarray:
    """Return one fictitious first name per person, by gender."""
    drawn = chance.uniform(use, len(feminine), at)
    result = np.empty(len(feminine), dtype=object)
    for gender, here in (("f", feminine), ("m", ~feminine)):
        names = _first_names(gender)
        result[here] = names[(drawn[here] * len(names)).astype(np.int64)]
    return result


def surnames(chance: Chance, use: str, size: int) -> np.ndarray:
    """Return `size` invented surnames; none comes twice until the list is used up."""
    names = _surnames()
    order: Ints = np.concatenate([chance.order(f"{use} {turn}", len(names)) for turn in range(size // len(names) + 1)])
    return names[order[:size]]


def known_names() -> frozenset[str]:
    """Return every first name and surname that a person of a fictitious school may bear."""
    return frozenset(row["prenom"] for row in _rows("prenoms.csv")) | frozenset(row["nom"] for row in _rows("noms.csv"))
