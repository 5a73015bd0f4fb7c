"""Ce qui compte pour prêter : des critères que l'équipe choisit et met en ordre, et comment chacun se dit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from liaison.support.needs import CONNECTIONS, SHARING

Criterion = Literal[
    "sans_appareil",
    "enfants_par_appareil",
    "annee_examen",
    "connexion",
    "sans_aide",
    "fratrie",
    "besoin_accompagnement",
]


@dataclass(frozen=True)
class Known:
    """A criterion: how it is called, how much each family needs by it (0: no more than others), how that is said."""

    label: str
    score: Callable[[pd.DataFrame, frozenset[str]], np.ndarray]
    said: Mapping[int, str]

    def words(self, score: int) -> str:
        """Return a score in words; the last words stand for every score above."""
        return self.said[min(score, max(self.said))].format(score=score)


def _scored(column: str, scores: Mapping[str, int]) -> Callable[[pd.DataFrame, frozenset[str]], np.ndarray]:
    """Return the score of each value of a column; no answer counts as no need, whatever the family did not say."""

    def score(table: pd.DataFrame, _: frozenset[str]) -> np.ndarray:
        return table[column].astype("object").map(scores).fillna(0).to_numpy(dtype=np.int64)

    return score


def _exam(table: pd.DataFrame, years: frozenset[str]) -> np.ndarray:
    return np.array([bool(years & set(str(text).split())) for text in table["niveaux"]], dtype=np.int64)


def _children(table: pd.DataFrame, _: frozenset[str]) -> np.ndarray:
    return table["enfants"].fillna(0).to_numpy(dtype=np.int64)


CRITERIA: dict[Criterion, Known] = {
    "sans_appareil": Known(
        "Aucun appareil entre 17 h et 20 h",
        _scored("partage", {"pas_d_appareil": 1}),
        {0: "un appareil à la maison, ou pas de réponse", 1: "aucun appareil entre 17 h et 20 h"},
    ),
    "enfants_par_appareil": Known(
        "Enfants pour un appareil",
        _scored("partage", {name: rank for rank, name in enumerate(SHARING, start=1)}),
        {
            0: "partage non renseigné",
            1: "un enfant pour un appareil",
            2: "deux enfants pour un appareil",
            3: "trois enfants ou plus pour un appareil",
            4: "pas d'appareil à partager",
        },
    ),
    "annee_examen": Known(
        "Année d'examen",
        _exam,
        {0: "pas d'année d'examen connue", 1: "un enfant en année d'examen"},
    ),
    "connexion": Known(
        "Connexion à la maison",
        _scored("connexion", {CONNECTIONS[2]: 1, CONNECTIONS[3]: 2}),
        {0: "connexion suffisante, ou pas de réponse", 1: "connexion mobile limitée", 2: "pas de connexion"},
    ),
    "sans_aide": Known(
        "Personne pour aider",
        _scored("aide", {"personne": 1}),
        {0: "de l'aide possible, ou pas de réponse", 1: "personne pour aider"},
    ),
    "fratrie": Known(
        "Enfants à l'école",
        _children,
        {0: "nombre d'enfants non renseigné", 1: "un enfant à l'école", 2: "{score} enfants à l'école"},
    ),
    "besoin_accompagnement": Known(
        "Démarches à apprendre",
        _scored("competences", {"a_accompagner": 1, "debutant": 2}),
        {
            0: "démarches faites sans aide, ou pas de réponse",
            1: "certaines démarches se font avec de l'aide",
            2: "la plupart des démarches restent à apprendre",
        },
    ),
}


def scores(table: pd.DataFrame, criteria: Iterable[Criterion], exam_years: Iterable[str]) -> pd.DataFrame:
    """Return, by family and criterion in the team's order, a whole number that grows with the need."""
    years = frozenset(exam_years)
    return pd.DataFrame({name: CRITERIA[name].score(table, years) for name in criteria}, index=table.index)


__all__ = ["CRITERIA", "Criterion", "Known", "scores"]
