"""Ce qui compte pour prêter : des critères que l'équipe choisit et met en ordre, et comment chacun se dit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from liaison.base.sentences import french_beside
from liaison.support.needs.needs import CONNECTIONS, SHARING

Criterion = Literal[
    "sans_appareil",
    "enfants_par_appareil",
    "annee_examen",
    "connexion",
    "sans_aide",
    "fratrie",
    "besoin_accompagnement",
]


phrase = french_beside(__file__)


@dataclass(frozen=True)
class ScoredCriterion:
    """A criterion: how it is called, how much each family needs by it (0: no more than others), how that is said."""

    name: Criterion
    score: Callable[[pd.DataFrame, frozenset[str]], np.ndarray]

    @property
    def label(self) -> str:
        """How the criterion is called."""
        return phrase(f"critere-{self.name}".replace("_", "-"))

    def words(self, score: int) -> str:
        """Return a score in words; the last words stand for every score above."""
        return phrase(f"critere-{self.name}.besoin".replace("_", "-"), score=score)


def _scored(column: str, scores: Mapping[str, int]) -> Callable[[pd.DataFrame, frozenset[str]], np.ndarray]:
    """Return the score of each value of a column; no answer counts as no need, whatever the family did not say."""

    def score(table: pd.DataFrame, _: frozenset[str]) -> np.ndarray:
        return table[column].astype("object").map(scores).fillna(0).to_numpy(dtype=np.int64)

    return score


def _exam(table: pd.DataFrame, years: frozenset[str]) -> np.ndarray:
    return np.array([bool(years & set(str(text).split())) for text in table["niveaux"]], dtype=np.int64)


def _children(table: pd.DataFrame, _: frozenset[str]) -> np.ndarray:
    return table["enfants"].fillna(0).to_numpy(dtype=np.int64)


_SCORES: dict[Criterion, Callable[[pd.DataFrame, frozenset[str]], np.ndarray]] = {
    "sans_appareil": _scored("partage", {"pas_d_appareil": 1}),
    "enfants_par_appareil": _scored("partage", {name: rank for rank, name in enumerate(SHARING, start=1)}),
    "annee_examen": _exam,
    "connexion": _scored("connexion", {CONNECTIONS[2]: 1, CONNECTIONS[3]: 2}),
    "sans_aide": _scored("aide", {"personne": 1}),
    "fratrie": _children,
    "besoin_accompagnement": _scored("competences", {"a_accompagner": 1, "debutant": 2}),
}
CRITERIA = {name: ScoredCriterion(name, score) for name, score in _SCORES.items()}


def scores(table: pd.DataFrame, criteria: Iterable[Criterion], exam_years: Iterable[str]) -> pd.DataFrame:
    """Return, by family and criterion in the team's order, a whole number that grows with the need."""
    years = frozenset(exam_years)
    return pd.DataFrame({name: CRITERIA[name].score(table, years) for name in criteria}, index=table.index)


__all__ = ["CRITERIA", "Criterion", "ScoredCriterion", "scores"]
