"""Ce que chaque question entraîne, et la place proposée dans les référentiels : à valider par le formateur."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from liaison.base.yaml_text import read_yaml

FILE = Path(__file__).with_name("competences.yaml")
TO_CHECK = "à valider par le formateur"


class Competence(BaseModel):
    """A competence in our words; `crcn_edu` and `digcompedu` are a proposal, never an official code."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    crcn_edu: str
    digcompedu: str
    status: Literal["à valider par le formateur"]


@cache
def competences() -> dict[str, Competence]:
    """Return every competence by its id, as competences.yaml has them."""
    entries = read_yaml(FILE.read_text(encoding="utf-8"))
    assert isinstance(entries, dict)
    return {name: Competence.model_validate(entry) for name, entry in entries.items()}


def competence(name: str) -> Competence:
    """Return a competence by its id.

    Raises:
        KeyError: no such competence.
    """
    return competences()[name]
