"""Ce que chaque question entraîne, et la place proposée dans les référentiels : dit par la fiche de chaque module."""

from __future__ import annotations

from functools import cache

from liaison.module import Competence, shipped_modules


@cache
def competences() -> dict[str, Competence]:
    """Return every competence by its id: those that the cards of the modules say they are the first to train."""
    return {name: skill for module in shipped_modules() for name, skill in module.card.competences.items()}


def competence(name: str) -> Competence:
    """Return a competence by its id.

    Raises:
        KeyError: no such competence.
    """
    return competences()[name]
