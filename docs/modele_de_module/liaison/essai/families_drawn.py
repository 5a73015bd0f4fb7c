"""Les familles en points : à chacune sa feuille, ou non. De familles fictives seulement : un point en est une."""

from __future__ import annotations

import numpy as np

from liaison.base.dots import Dots, dots
from liaison.essai.fiche import Fiche

WITH_PAPER, WITHOUT_PAPER = range(2)


def families_drawn(fiche: Fiche, group: str, beside: Fiche | None = None) -> Dots:
    """Return the picture of the families, a dot each; beside another number of papers, those for which it is otherwise
    have moved."""
    state = _states(fiche)
    moved = None if beside is None else state != _states(beside)
    return dots([group], np.zeros(fiche.familles, dtype=np.int64), state, 2, moved=moved)


def _states(fiche: Fiche) -> np.ndarray:
    return np.where(np.arange(fiche.familles) < fiche.feuilles, WITH_PAPER, WITHOUT_PAPER)


__all__ = ["families_drawn"]
