"""Deux publications, relues ensemble par qui sait ce que chacun sait : axes, zéros, « aucun » qui exclut le reste.

The reader is that of one publication (`joint`), whose groups come twice: the families of before, and those that came
since. Both answered under the same rules (`foreknown`); what the first publication tells is a sum of the former, what
the second tells a sum of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import TOGETHER
from liaison.diagnostic.counting.tabulation import Coded, coded
from liaison.diagnostic.disclosure.foreknown import blocks, foreknown
from liaison.diagnostic.disclosure.merged_words import merged_name
from liaison.diagnostic.publication.publication import Publication
from liaison.diagnostic.publication.published_sums import Cell, PublishedSums, published_sums
from liaison.disclosure.joint import ROOM, Atom, Audit, Joint, Limits, Sum, is_whole

BEFORE, NOW, SINCE = range(3)


def isolated_together(former: Publication, new: Publication, answers: Answers) -> Iterator[tuple[str, str, str, str]]:
    """Yield the cells (group, question, part, values, as the table writes them) that both publications corner.

    Those of one publication that it leaves free alone; those that came since, when some did. `answers`: those of the
    new one, which say what rules their forms obey.
    """
    counted = coded(answers)
    if new.par not in counted.variables:
        return
    for names in blocks(counted.variables):
        pair = tuple(published_sums(each, counted, new.par, names) for each in (former, new))
        if all(each.ranges for each in pair):
            for cell in _Pair(former, new, answers, counted, names, (pair[0], pair[1])).isolated():
                yield _written(cell, counted, new.par)


class _Pair:
    """The reader of both publications, for one block of tied questions."""

    def __init__(
        self,
        former: Publication,
        new: Publication,
        answers: Answers,
        counted: Coded,
        names: Sequence[str],
        pair: tuple[PublishedSums, PublishedSums],
    ):
        self._seuils = (former.seuil, new.seuil, max(former.seuil, new.seuil))
        self._pair, self._by, self._names = pair, new.par, names
        self._count = len(counted.variables[new.par].values)
        sums = [
            (self._sum(cell, period), *ends) for period in (BEFORE, NOW) for cell, ends in pair[period].ranges.items()
        ]
        sums += [
            (self._sum((groups, "", ()), period), *ends)
            for period in (BEFORE, NOW)
            for groups, ends in pair[period].sizes.items()
        ]
        self._period_of = [period for period in (BEFORE, NOW) for _ in pair[period].ranges]
        self._period_of += [period for period in (BEFORE, NOW) for _ in pair[period].sizes]
        self._published = sums
        rules = foreknown(answers.questionnaire, counted, names)
        self._joint = Joint(rules, Limits(self._atoms(), None, self._own_groups()), [each for each, _, _ in sums])

    def _sum(self, cell: Cell, period: int) -> Sum:
        """Return a cell of the families of before, of those that came since, or of both."""
        groups, name, values = cell
        since = tuple(self._count + rank for rank in groups)
        return Sum({BEFORE: groups, NOW: groups + since, SINCE: since}[period], name, values, 0)

    def _atoms(self) -> tuple[Atom, ...]:
        every = tuple(range(self._count))
        grouped = self._by in self._names or any(set(each.sizes) - {every} for each in self._pair)
        parts = [(rank,) for rank in every] if grouped else [every]
        return tuple(
            Atom(tuple(shift + rank for rank in part), 0, np.inf) for shift in (0, self._count) for part in parts
        )

    def _own_groups(self) -> tuple[tuple[Sum, float, float], ...]:
        """Return that in a group, everybody has the value of `by` that makes it."""
        if self._by not in self._names:
            return ()
        return tuple(
            (Sum((shift + group,), self._by, tuple(value for value in range(self._count) if value != group), 0), 0, 0)
            for shift in (0, self._count)
            for group in range(self._count)
        )

    def _tell(self, *periods: int) -> None:
        for place, (_, low, high) in enumerate(self._published):
            known = self._period_of[place] in periods
            self._joint.tell(place, low if known else -np.inf, high if known else np.inf)

    def isolated(self) -> Iterator[Cell]:
        """Yield the cells that both publications bound more tightly than allowed."""
        self._tell(BEFORE, NOW)
        possible = [table for table in self._joint.tables(np.zeros(self._joint.size)) if table is not None]
        whole = next((np.round(table) for table in possible if is_whole(table)), None)
        if whole is None:
            return  # answers were taken away: they are not the same families, and nothing can be deduced by sums
        audited = list(self._audited())
        cells = [self._sum(cell, period) for cell, period in audited]
        counts = self._joint.matrix(cells) @ whole
        cells = [replace(cell, count=float(count)) for cell, count in zip(cells, counts, strict=True)]
        wanted = np.array([self._seuils[period] - 1.0 for _, period in audited])
        audit = Audit(self._joint, cells, wanted)
        for place in audit.bounded():
            cell, period = audited[place]
            low, high = audit.low[place], audit.high[place]
            if period == SINCE:
                if high > ROOM and low < self._seuils[SINCE] - ROOM:
                    yield cell
            elif high - low < self._alone(cells[place], period, wanted[place]) - ROOM:
                yield cell

    def _audited(self) -> Iterator[tuple[Cell, int]]:
        """Yield what must stay free: of each publication what it does not tell exactly; those that came since."""
        before, now = (each.ranges for each in self._pair)
        # Of a question that a publication does not have, it hides nothing: the other shows what it shows.
        questions = [{name for _, name, _ in ranges} for ranges in (before, now)]
        for cell in dict.fromkeys([*before, *now]):
            exact = [cell in ranges and ranges[cell][0] == ranges[cell][1] for ranges in (before, now)]
            hiding = [period for period in (BEFORE, NOW) if cell[1] in questions[period] and not exact[period]]
            yield from ((cell, period) for period in hiding)
            if not all(exact):
                yield cell, SINCE

    def _alone(self, cell: Sum, period: int, wanted: float) -> float:
        """Return how many values a cell has, less one, for who knows its publication only; no more than `wanted`."""
        self._tell(period)
        alone = Audit(self._joint, [cell], np.array([wanted]))
        alone.bounded()
        self._tell(BEFORE, NOW)
        return min(wanted, float(alone.high[0] - alone.low[0]))


def _written(cell: Cell, counted: Coded, by: str) -> tuple[str, str, str, str]:
    groups, name, values = cell
    own, variable = counted.variables[by], counted.variables[name]
    every = len(groups) == len(own.values)
    group = TOGETHER if every else merged_name(own.values[rank] for rank in groups)
    return group, variable.question, variable.part, merged_name(variable.values[rank] for rank in values)


__all__ = ["isolated_together"]
