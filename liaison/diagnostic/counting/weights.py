"""Combien de familles par niveau l'école compte, et ce que pèse chaque réponse pour que les niveaux soient tous là.

Post-stratification: in each level, the families that answered stand for all families of the level. It mends what
depends on the level; it mends nothing of what makes families of one level answer or not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from liaison.base.faults import FrenchError
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.tables import CsvError, csv_rows, decoded, plain
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.papers.report_words import value_words
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, Questionnaire
from liaison.diagnostic.reading.wording import lexicon
from liaison.disclosure.attack import Counts, Floats

phrase = french_beside(__file__)

FAMILIES = ("familles", "effectif", "effectifs", "nombre", "nombre_de_familles")
TOTAL_WORDS = ("total", "ensemble", "tous")
MOST_FAMILIES = 100_000  # d'un niveau : bien plus qu'aucune école, et assez peu pour compter sans déborder


class PopulationError(FrenchError):
    """What is wrong with the numbers of families that a school gives, in French."""


class WeightError(FrenchError):
    """Why answers cannot be weighted, and what to do."""


@dataclass(frozen=True)
class FamilyCounts:
    """How many families the school has, by level: what answers are compared with."""

    families: Mapping[str, int]

    @property
    def total(self) -> int:
        """Families of the school."""
        return sum(self.families.values())


@dataclass(frozen=True)
class Compared:
    """The families that a school gives, beside the answers received: what of them can be used.

    `levels`: those of the questionnaire; `answers`: answers of each, then of no level; `given`: families, by level.
    A level that has more answers than families, or answers and no families at all, has a wrong number; the total is
    then wrong too.
    """

    levels: tuple[str, ...]
    answers: Counts
    given: FamilyCounts

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        """The levels whose number cannot be."""
        counts = zip(self.levels, self.answers, strict=False)
        return tuple(level for level, count in counts if count > self.given.families.get(level, 0))

    @property
    def families(self) -> dict[str, int]:
        """Families by level, where the number can be."""
        return {level: count for level, count in self.given.families.items() if level not in self.wrong}

    @property
    def total(self) -> int | None:
        """Families of the school; None when one level, or the whole, has more answers than families."""
        return None if self.wrong or self.answers.sum() > self.given.total else self.given.total

    @property
    def most(self) -> Floats:
        """How many families can have answered in each level, then without a level: inf where it is not known."""
        known = [np.inf if level in self.wrong else self.given.families.get(level, 0) for level in self.levels]
        return np.array([*known, np.inf], dtype=float)

    def refusal(self, published: Collection[str] = ()) -> str:
        """Return what to correct, in French, "" when all is well; `published`: the levels whose answers are."""
        if self.total is not None:
            return ""
        faults = [self._contradiction(level) for level in self.wrong if level in published]
        if set(self.wrong) - set(published):
            faults.append(phrase("dans-un-niveau-non-publie"))
        if not self.wrong:
            faults.append(phrase("reponses-en-tout", answers=self.answers.sum(), families=self.given.total))
        return phrase("nombres-contredits", faults=" ; ".join(faults))

    def _contradiction(self, level: str) -> str:
        answers, families = str(self.answers[self.levels.index(level)]), self.given.families.get(level)
        if families is None:
            return phrase("niveau-sans-nombre", level=value_words(LEVEL, level), answers=answers)
        return phrase("niveau-contredit", level=value_words(LEVEL, level), answers=answers, families=families)


@dataclass(frozen=True)
class Strata:
    """Levels as they are told, alone or together, and what an answer weighs there.

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


def read_population(source: str | Path | bytes, questionnaire: Questionnaire, name: str = "") -> FamilyCounts:
    """Return the families by level that a CSV gives: a column « niveau », a column « familles », one level a line.

    Levels as in the questionnaire, or as usually written (6e, CP). A line « total » is checked, not counted.

    Raises:
        PopulationError: unreadable file, unknown or repeated level, a number that is not one or is out of all
            proportion, a total that differs.
    """
    name = name or (Path(source).name if not isinstance(source, bytes) else "effectifs.csv")
    if not isinstance(source, bytes):
        try:
            source = Path(source).read_bytes()
        except OSError as error:
            raise PopulationError(phrase("effectifs-illisibles", file=name)) from error
    try:
        rows = [row for row in csv_rows(decoded(source).text) if any(row)]
    except CsvError as error:
        raise PopulationError(phrase("effectifs-pas-csv", file=name)) from error
    columns = [plain(title) for title in rows[0]] if rows else []
    level = columns.index(LEVEL) if LEVEL in columns else None
    count = next((columns.index(title) for title in FAMILIES if title in columns), None)
    if level is None or count is None:
        raise PopulationError(phrase("deux-colonnes-attendues", file=name))
    return _population(rows[1:], level, count, questionnaire, name)


def _population(rows: list[list[str]], level: int, count: int, questionnaire: Questionnaire, name: str) -> FamilyCounts:
    words = lexicon(questionnaire)
    families: dict[str, int] = {}
    total: int | None = None
    for line, row in enumerate(rows, start=2):
        cells = [*row, *[""] * (max(level, count) + 1 - len(row))]
        whole = plain(cells[level]) in TOTAL_WORDS
        number = _number(
            cells[count], MOST_FAMILIES * (len(rows) if whole else 1), phrase("a-la-ligne", file=name, line=line)
        )
        if whole:
            total = number
            continue
        known = words.value(LEVEL, cells[level]) if LEVEL in questionnaire.context else None
        if known is None:
            accepted = ", ".join(questionnaire.context.get(LEVEL, ()))
            raise PopulationError(
                phrase("niveau-inconnu", file=name, line=line, level=cells[level][:40], accepted=accepted)
            )
        if known in families:
            raise PopulationError(phrase("niveau-deux-fois", file=name, line=line, level=value_words(LEVEL, known)))
        families[known] = number
    if not sum(families.values()):
        raise PopulationError(phrase("aucune-famille", file=name))
    if total is not None and total != sum(families.values()):
        raise PopulationError(phrase("total-different", file=name, sum=sum(families.values()), total=total))
    return FamilyCounts(families)


def _number(cell: str, most: int, place: str) -> int:
    written = "".join(cell.split())
    if not (written.isascii() and written.isdigit()):
        raise PopulationError(phrase("pas-un-nombre", place=place, cell=cell[:40]))
    # Python itself refuses to read thousands of digits.
    digits = written.lstrip("0")
    if len(digits) > len(str(most)) or int(digits or "0") > most:
        quoted = f"{cell[:40]}{'…' * (len(cell) > 40)}"
        raise PopulationError(phrase("nombre-trop-grand", place=place, cell=quoted, most=number(MOST_FAMILIES)))
    return int(digits or "0")


def compared(answers: Answers, population: FamilyCounts) -> Compared:
    """Return the families of a school beside the answers received, level by level."""
    levels = answers.questionnaire.context.get(LEVEL, ())
    codes = answers.table[LEVEL].cat.codes.to_numpy() if levels else np.full(len(answers), -1)
    counts = np.bincount(np.where(codes < 0, len(levels), codes), minlength=len(levels) + 1)
    return Compared(tuple(levels), counts, population)


def strata(school: Compared, groups: Sequence[Sequence[int]]) -> Strata:
    """Return the strata by level: the levels of each of these groups, by rank, stand for their families together.

    An answer without a level weighs the mean, unless it is told with those of a level.

    Raises:
        WeightError: a level where nobody answered, or more answers than families, or that the numbers do not have.
    """
    silent, total = len(school.levels), int(school.answers.sum())
    _check(school, [school.levels[group[0]] for group in groups if len(group) == 1 and group[0] < silent])
    families = np.array([school.given.families.get(level, 0) for level in school.levels] + [0])
    place = np.zeros(silent + 1, dtype=np.int64)
    for row, group in enumerate(groups):
        place[list(group)] = row
    answered = np.bincount(place, weights=school.answers, minlength=len(groups))
    stands_for = np.bincount(place, weights=families, minlength=len(groups))
    apart = [row for row, group in enumerate(groups) if tuple(group) == (silent,)]
    placed = 1 - answered[apart].sum() / total
    with np.errstate(divide="ignore", invalid="ignore"):
        weight = np.where(answered > 0, stands_for / answered * placed, 0.0)
    weight[apart] = stands_for.sum() / total
    return Strata(place, weight, answered)


def _check(school: Compared, published: Collection[str]) -> None:
    counts = school.answers
    if not counts.sum():
        raise WeightError(phrase("aucune-reponse"))
    if school.total is None:
        raise WeightError(school.refusal(published))
    # Nobody is a count that is shown.
    empty = [
        level for level, count in zip(school.levels, counts, strict=False) if school.families.get(level) and not count
    ]
    if empty:
        named = ", ".join(value_words(LEVEL, level) for level in empty)
        raise WeightError(phrase("personne-en", levels=named))
    if counts[-1] == counts.sum():
        raise WeightError(phrase("aucun-niveau-dit"))


__all__ = [
    "Compared",
    "FamilyCounts",
    "PopulationError",
    "Strata",
    "WeightError",
    "compared",
    "read_population",
    "strata",
]
