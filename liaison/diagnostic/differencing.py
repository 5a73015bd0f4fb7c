"""Deux publications des mêmes familles : leur différence ne doit pas montrer un petit groupe.

A school publishes 180 answers, then 184: what the second shows, less what the first shows, describes four families.
Before a publication, each former one is subtracted from it as the best reader would (see `attack`): two whole tables,
before and since, natural numbers, that agree with all that both show. The new one is refused when this reader would
bound more tightly than allowed

- a cell that the former publication hides, or a small cell of the new one;
- the number of families that came since in some cell, unless nobody did or `threshold` families or more.

What is compared is only what was published (`Publication`): nothing secret has to be kept beside an export. So the
program knows of no publication that it is not shown; it supposes that the answers of the former one are all in the
new one, which is the worst case; it compares two publications at a time, question by question, counts and not weighted
shares. See docs/modele_diagnostic.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from liaison.diagnostic.attack import Floats, Mask
from liaison.diagnostic.indicators import TOGETHER
from liaison.diagnostic.publication import Publication
from liaison.diagnostic.report_words import answer_words, question_words, value_words
from liaison.faults import FrenchError

MOST_NAMED = 5
_ROOM = 1e-6
Question = tuple[str, str]


class DifferencingError(FrenchError):
    """A publication that a former one would betray, and what to do."""


@dataclass(frozen=True)
class Crossed:
    """What two publications show of one question: groups × values, totals in the last row and column.

    NaN where hidden. `groups`, `values`: what the rows and columns are, the last of each being the total.
    """

    by: str
    question: Question
    groups: tuple[str, ...]
    values: tuple[str, ...]
    before: Floats
    now: Floats


def check_differencing(former: Iterable[Publication], new: Publication) -> None:
    """Refuse a publication whose difference with a former one would isolate a small group.

    Raises:
        DifferencingError: another grouping of the same questionnaire, or a difference that says too much.
    """
    for each in former:
        if each.questionnaire != new.questionnaire or _says_no_more(each, new):
            continue
        if each.par != new.par:
            former_groups, groups = question_words(each.par), question_words(new.par)
            raise DifferencingError(
                f"Ces réponses sont déjà publiées par « {former_groups} » (le {each.date:%d/%m/%Y}) : publiées aussi "
                f"par « {groups} », elles en diraient plus ensemble que chacune. Rien n'est écrit. Garder un seul "
                "regroupement."
            )
        found = list(dict.fromkeys(_isolated(each, new)))
        if found:
            raise DifferencingError(_told(each, new, found))


def _told(former: Publication, new: Publication, found: list[str]) -> str:
    named = " ; ".join(found[:MOST_NAMED]) + ("…" if len(found) > MOST_NAMED else "")
    return (
        f"Une publication du {former.date:%d/%m/%Y} montre déjà une partie de ces réponses : la différence des deux "
        f"isolerait moins de {new.seuil} familles ({named}). Rien n'est écrit. Publier une seule fois, quand la "
        "collecte est finie, ou attendre beaucoup plus de réponses."
    )


def _says_no_more(former: Publication, new: Publication) -> bool:
    """Whether all that the new one shows is already shown: the same export made again."""
    known, sizes = former.counts(), former.sizes()
    return all(count is None or known.get(key) == count for key, count in new.counts().items()) and all(
        size is None or sizes.get(group) == size for group, size in new.sizes().items()
    )


def _isolated(former: Publication, new: Publication) -> Iterator[str]:
    threshold = max(former.seuil, new.seuil)
    tables = list(_tables(former, new))
    for table in tables:  # what a mere subtraction gives, before what takes a program
        yield from _subtracted(table, threshold)
    if any(True for table in tables for _ in _subtracted(table, threshold)):
        return
    for table in tables:
        yield from _programmed(table, former.seuil, new.seuil)


def _subtracted(table: Crossed, threshold: int) -> Iterator[str]:
    since = np.abs(table.now - table.before)
    with np.errstate(invalid="ignore"):
        small = (since > 0) & (since < threshold)
    for row, column in np.argwhere(small):
        yield _named(table, row, column)


def _named(table: Crossed, row: int, column: int) -> str:
    value = table.values[column]
    group = table.groups[row] if table.groups[row] == TOGETHER else value_words(table.by, table.groups[row])
    return group if value == TOGETHER else f"{group}, {answer_words(*table.question, value)}"


def _tables(former: Publication, new: Publication) -> Iterator[Crossed]:
    """Return what both say of each question that both have, cell by cell."""
    before, now = former.counts(), new.counts()
    sizes_before, sizes_now = former.sizes(), new.sizes()
    groups = tuple(dict.fromkeys([*sizes_now, *sizes_before]))
    groups = (*(group for group in groups if group != TOGETHER), TOGETHER)
    for question in dict.fromkeys(key[1:3] for key in now):
        values = list(dict.fromkeys(key[3] for key in now if key[1:3] == question))
        names = (*values, TOGETHER)
        cells = [
            [
                [counts.get((group, *question, value), _absent(sizes, group)) for value in values]
                + [sizes.get(group, 0)]
                for group in groups
            ]
            for counts, sizes in ((before, sizes_before), (now, sizes_now))
        ]
        first, second = (np.array([[_nan(cell) for cell in row] for row in each], dtype=float) for each in cells)
        yield Crossed(new.par, question, groups, names, first, second)


def _absent(sizes: dict[str, int | None], group: str) -> int | None:
    """Return what a group that has no line of a question says of it: nobody, when nobody is in the group."""
    return 0 if sizes.get(group, 0) == 0 else None


def _nan(cell: int | None) -> float:
    return np.nan if cell is None else float(cell)


def _programmed(table: Crossed, threshold_before: int, threshold_now: int) -> Iterator[str]:
    """Return the cells that the best reader of both tables bounds too tightly."""
    reader = _Reader(table)
    if not reader.agree:
        return  # answers were taken away: they are not the same families, and nothing can be deduced by sums
    for cell in map(tuple, np.argwhere(np.isnan(table.before))):
        alone = min(reader.width(cell, "before", of_before=True), threshold_before - 1)
        if reader.width(cell, "before") < alone - _ROOM:
            yield _named(table, *cell)
    for cell in map(tuple, np.argwhere(np.isnan(table.now))):
        alone = min(reader.width(cell, "now", of_now=True), threshold_now - 1)
        if reader.width(cell, "now") < alone - _ROOM:
            yield _named(table, *cell)
    threshold = max(threshold_before, threshold_now)
    for cell in map(tuple, np.argwhere(np.isnan(table.now) | np.isnan(table.before))):
        low, high = reader.bounds(cell, "since")
        if high > _ROOM and low < threshold - _ROOM and high - low < threshold - 1 - _ROOM:
            yield _named(table, *cell)


class _Reader:
    """Whoever reads both tables: unknowns are the cells before, then those that came since."""

    def __init__(self, table: Crossed):
        rows, columns = (size - 1 for size in table.before.shape)
        self._lines = [[*range(rows)] if row == rows else [row] for row in range(rows + 1)]
        self._columns = self._columns_of(table, columns)
        self._shape, self._count = (rows, columns + 1), rows * (columns + 1)
        self._before = self._sums(table.before, (1.0, 0.0))
        self._now = self._sums(table.now, (1.0, 1.0))
        self.agree = self._solve(np.zeros(2 * self._count), *self._both()) is not None

    def _columns_of(self, table: Crossed, columns: int) -> list[list[int]]:
        # The total also counts values that have no line of their own (a box that is not ticked): a column of the rest.
        return [[column] for column in range(columns)] + [[*range(columns + 1)]]

    def _aimed(self, cell: tuple[int, int], shares: tuple[float, float]) -> Floats:
        own = np.zeros(self._shape)
        own[np.ix_(self._lines[cell[0]], self._columns[cell[1]])] = 1
        return np.concatenate([shares[0] * own.ravel(), shares[1] * own.ravel()])

    def _sums(self, shown: Floats, shares: tuple[float, float]) -> tuple[Floats, Floats]:
        known: Mask = ~np.isnan(shown)
        rows = [self._aimed((int(row), int(column)), shares) for row, column in np.argwhere(known)]
        return np.array(rows).reshape(-1, 2 * self._count), shown[known]

    def _both(self) -> tuple[Floats, Floats]:
        return np.vstack([self._before[0], self._now[0]]), np.concatenate([self._before[1], self._now[1]])

    def bounds(
        self, cell: tuple[int, int], which: str, known: tuple[Floats, Floats] | None = None
    ) -> tuple[float, float]:
        """Return the least and greatest value of a cell `before`, `now` or `since`, for who knows both tables."""
        aimed = self._aimed(cell, {"before": (1.0, 0.0), "now": (1.0, 1.0), "since": (0.0, 1.0)}[which])
        low, high = (self._solve(sign * aimed, *(known or self._both())) for sign in (1.0, -1.0))
        return (0.0 if low is None else low, np.inf if high is None else -high)

    def width(self, cell: tuple[int, int], which: str, of_before: bool = False, of_now: bool = False) -> float:
        """Return `high - low` of a cell; for who knows one table only, when so asked."""
        low, high = self.bounds(cell, which, self._before if of_before else self._now if of_now else None)
        return high - low

    @staticmethod
    def _solve(aim: Floats, rows: Floats, right: Floats) -> float | None:
        from scipy.optimize import linprog

        found = linprog(aim, A_eq=rows if len(rows) else None, b_eq=right if len(rows) else None, bounds=(0, None))
        return float(found.fun) if found.status == 0 else None


__all__ = ["DifferencingError", "check_differencing"]
