"""Reconnaître un nom de personne parmi les plus répandus, prénoms ou noms de famille, et ceux des écoles fictives.

A list never knows the rare names. Those show otherwise, since hardly anybody shares them (see `identifying`); those
that several families of a school share are mostly widespread ones.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from liaison.base.letters import normal
from liaison.base.yaml_text import read_yaml
from liaison.personal.family_names import PARTICLES
from liaison.school.fictitious.names import known_names

_FILE = Path(__file__).parent / "widespread_names.yaml"
_LINKS = PARTICLES | {"d", "l"}  # « Da Silva », « El Amrani », « L'Hermite »: they name nobody alone
_MOST_WORDS = 5


def is_widespread_name(cell: str) -> bool:
    """Return whether a cell holds names of persons and nothing else: « Diallo », « Da Silva », « MARTIN Léa »."""
    words = normal(cell).split()
    return len(words) <= _MOST_WORDS and bool(set(words) - _LINKS) and set(words) <= _known() | _LINKS


@cache
def _known() -> frozenset[str]:
    read = read_yaml(_FILE.read_text(encoding="utf-8"), ours=True)
    assert isinstance(read, dict)
    return frozenset(word for names in (*read.values(), " ".join(known_names())) for word in normal(names).split())


__all__ = ["is_widespread_name"]
