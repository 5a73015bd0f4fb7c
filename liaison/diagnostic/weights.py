"""Combien de familles par niveau l'école compte, et ce que pèse chaque réponse pour que les niveaux soient tous là.

Post-stratification: in each level, the families that answered stand for all families of the level. It mends what
depends on the level; it mends nothing of what makes families of one level answer or not.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.disclosure import DEFAULT_THRESHOLD
from liaison.diagnostic.linked import hidden_values
from liaison.diagnostic.questionnaire import Questionnaire
from liaison.diagnostic.wording import lexicon
from liaison.faults import FrenchError
from liaison.school.csv_text import decoded, plain

LEVEL = "niveau"
FAMILIES = ("familles", "effectif", "effectifs", "nombre", "nombre_de_familles")
TOTAL_WORDS = ("total", "ensemble", "tous")


class PopulationError(FrenchError):
    """What is wrong with the numbers of families that a school gives, in French."""


class WeightError(FrenchError):
    """Why answers cannot be weighted, and what to do."""


@dataclass(frozen=True)
class Population:
    """How many families the school has, by level: what answers are compared with."""

    families: Mapping[str, int]

    @property
    def total(self) -> int:
        """Families of the school."""
        return sum(self.families.values())


@dataclass(frozen=True)
class Strata:
    """Levels gathered until each has enough answers, and what an answer weighs there.

    `place`: for each level of the questionnaire, then for no level, the row of its stratum; `weight`: families that
    one answer of each stratum stands for; `counts`: answers of each stratum.
    """

    place: np.ndarray
    weight: np.ndarray
    counts: np.ndarray

    @property
    def effective(self) -> float:
        """How many equal answers these are worth (Kish): weights cost precision."""
        return float((self.counts * self.weight).sum() ** 2 / (self.counts * self.weight**2).sum())


def read_population(source: str | Path | bytes, questionnaire: Questionnaire, name: str = "") -> Population:
    """Return the families by level that a CSV gives: a column « niveau », a column « familles », one level a line.

    Levels as in the questionnaire, or as usually written (6e, CP). A line « total » is checked, not counted.

    Raises:
        PopulationError: unreadable file, unknown or repeated level, a number that is not one, a total that differs.
    """
    name = name or (Path(source).name if not isinstance(source, bytes) else "effectifs.csv")
    if not isinstance(source, bytes):
        try:
            source = Path(source).read_bytes()
        except OSError as error:
            raise PopulationError(
                f"Le fichier d'effectifs « {name} » ne peut pas être lu : vérifier son nom et son dossier."
            ) from error
    text, _ = decoded(source)
    header = text.lstrip("\r\n").partition("\n")[0]
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=max(";,\t", key=header.count)) if any(row)]
    except csv.Error as error:
        raise PopulationError(f"Le fichier d'effectifs « {name} » n'est pas du CSV lisible.") from error
    columns = [plain(title) for title in rows[0]] if rows else []
    level = columns.index(LEVEL) if LEVEL in columns else None
    count = next((columns.index(title) for title in FAMILIES if title in columns), None)
    if level is None or count is None:
        raise PopulationError(
            f"Le fichier d'effectifs « {name} » doit avoir deux colonnes, « niveau » et « familles », "
            "et une ligne par niveau."
        )
    return _population(rows[1:], level, count, questionnaire, name)


def _population(rows: list[list[str]], level: int, count: int, questionnaire: Questionnaire, name: str) -> Population:
    words = lexicon(questionnaire)
    found: dict[str, int] = {}
    total: int | None = None
    for line, row in enumerate(rows, start=2):
        cells = [*row, *[""] * (max(level, count) + 1 - len(row))]
        number = "".join(cells[count].split())
        if not (number.isascii() and number.isdigit()):
            raise PopulationError(
                f"« {name} », ligne {line} : « {cells[count][:40]} » n'est pas un nombre de familles."
            )
        if plain(cells[level]) in TOTAL_WORDS:
            total = int(number)
            continue
        known = words.value(LEVEL, cells[level]) if LEVEL in questionnaire.context else None
        if known is None:
            accepted = ", ".join(questionnaire.context.get(LEVEL, ()))
            raise PopulationError(
                f"« {name} », ligne {line} : le niveau « {cells[level][:40]} » n'est pas connu. Niveaux : {accepted}."
            )
        if known in found:
            raise PopulationError(f"« {name} », ligne {line} : le niveau « {known} » y est deux fois.")
        found[known] = int(number)
    if not sum(found.values()):
        raise PopulationError(f"Le fichier d'effectifs « {name} » ne compte aucune famille.")
    if total is not None and total != sum(found.values()):
        raise PopulationError(
            f"« {name} » : les niveaux font {sum(found.values())} familles, la ligne de total en dit {total}. "
            "Une famille qui a plusieurs enfants compte une fois, dans un seul niveau."
        )
    return Population(found)


def strata(answers: Answers, population: Population, threshold: int = DEFAULT_THRESHOLD) -> Strata:
    """Return the strata by level; levels with fewer than `threshold` answers are gathered with the smallest others.

    An answer without a level weighs the mean.

    Raises:
        WeightError: a level where nobody answered, or more answers than families, or that the numbers do not have.
    """
    levels = answers.questionnaire.context.get(LEVEL, ())
    codes = answers.table[LEVEL].cat.codes.to_numpy() if levels else np.full(len(answers), -1)
    counts = np.bincount(np.where(codes < 0, len(levels), codes), minlength=len(levels) + 1)
    families = np.array([population.families.get(level, 0) for level in levels] + [0])
    _check(levels, counts, families)
    hidden = hidden_values(counts, threshold)
    place = np.where(hidden, int((~hidden).sum()), np.cumsum(~hidden) - 1)
    size = int(place.max()) + 1
    answered = np.bincount(place, weights=counts, minlength=size)
    stands_for = np.bincount(place, weights=families, minlength=size)
    unplaced = np.zeros(size) if hidden[-1] else np.bincount(place[-1:], weights=counts[-1:], minlength=size)
    mean = population.total / len(answers)
    with np.errstate(divide="ignore", invalid="ignore"):
        weight = stands_for / answered * (1 - unplaced.sum() / len(answers))
    weight = np.where(unplaced > 0, mean, np.where(answered > 0, weight, 0.0))
    return Strata(place, weight, answered)


def post_stratified(answers: Answers, population: Population, threshold: int = DEFAULT_THRESHOLD) -> pd.Series:
    """Return what each answer weighs: how many families of the school it stands for (they add up to all of them).

    Raises:
        WeightError: see `strata`.
    """
    found = strata(answers, population, threshold)
    codes = answers.table[LEVEL].cat.codes.to_numpy() if LEVEL in answers.table else np.full(len(answers), -1)
    return pd.Series(found.weight[found.place[codes]], index=answers.table.index, name="poids")


def _check(levels: tuple[str, ...], counts: np.ndarray, families: np.ndarray) -> None:
    if not counts.sum():
        raise WeightError("Aucune réponse : il n'y a rien à pondérer.")
    empty = [level for level, n, size in zip(levels, counts, families, strict=False) if size and not n]
    if empty:
        raise WeightError(
            f"Personne n'a répondu en {', '.join(empty)} : aucune réponse ne peut parler pour ces familles, et rien "
            "n'est pondéré. Recueillir des réponses dans ce niveau, ou compter ces familles avec celles du niveau "
            "voisin."
        )
    strange = [level for level, n, size in zip(levels, counts, families, strict=False) if n > size]
    if strange:
        raise WeightError(
            f"Il y a plus de réponses que de familles en {', '.join(strange)} : vérifier les effectifs, ou les "
            "réponses données deux fois. Rien n'est pondéré."
        )
    if counts[-1] == counts.sum():
        raise WeightError("Aucune réponse ne dit son niveau : rien n'est pondéré.")


__all__ = ["Population", "PopulationError", "Strata", "WeightError", "post_stratified", "read_population", "strata"]
