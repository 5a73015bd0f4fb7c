"""Deux publications des mêmes familles : leur différence ne doit pas montrer un petit groupe.

A school publishes 180 answers, then 184: what the second shows, less what the first shows, describes four families.
Before a publication, each former one is subtracted from it as the best reader would (see `attack`): two whole tables,
before and since, natural numbers, that agree with all that both show. The new one is refused when this reader would
bound more tightly than allowed

- a cell that the former publication hides, or a small cell of the new one;
- the number of families that came since in some cell, unless nobody did or `threshold` families or more.

Where no family is missing and the two still disagree, answers were corrected, or read otherwise, after they were
published: what this tells of those that are still hidden is in no sum, and the new publication is refused.

What is compared is only what was published (`Publication`): nothing secret has to be kept beside an export. So the
program knows of no publication that it is not shown; it supposes that the answers of the former one are all in the
new one, which is the worst case; it compares two publications at a time, question by question, counts and not weighted
shares, and not those of two forms (`same_form`). See docs/modele_diagnostic.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

import numpy as np

from liaison.base.dates import numeric_date
from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import TOGETHER
from liaison.diagnostic.disclosure.joint_differencing import isolated_together
from liaison.diagnostic.disclosure.merged_words import members, merged_name
from liaison.diagnostic.papers.report_words import answer_words, question_words, short_words, value_words
from liaison.diagnostic.publication.publication import Publication
from liaison.diagnostic.publication.same_form import compared_with
from liaison.disclosure.attack import Floats

phrase = french_beside(__file__)

MOST_NAMED = 5
REST = ""  # of a question, the answers that have no line of their own: a box that is not ticked
_ROOM = 1e-6
Question = tuple[str, str]
Range = tuple[float, float]
Shares = tuple[float, float]
_NOTHING: Range = (0, math.inf)
BEFORE, NOW, SINCE = (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)  # what a line adds up: cells before, cells that came since


class DifferencingError(FrenchError):
    """A publication that a former one would betray, and what to do."""


@dataclass(frozen=True)
class ComparedSum:
    """One sum that publications tell: groups and values (of the finest that are named), and its range in each."""

    groups: frozenset[str]
    values: frozenset[str]
    before: Range
    now: Range


@dataclass(frozen=True)
class Crossed:
    """What two publications tell of one question: every line, then sizes of groups, whose value is all of them.

    `words`: those of a school's own form.
    """

    by: str
    question: Question
    groups: tuple[str, ...]
    values: tuple[str, ...]
    lines: tuple[ComparedSum, ...]
    words: Mapping[str, str]


def check_differencing(former: Sequence[Publication], new: Publication, answers: Answers | None = None) -> None:
    """Refuse a publication whose difference with a former one of its form would isolate a small group.

    `answers`: those that the new one was made of. The reader then knows what every form obeys, too: the axes, the
    boxes that exclude the others, the zeros.

    Raises:
        DifferencingError: another grouping of the same form, a difference that says too much, or answers that have
            changed since.
    """
    for each in compared_with(former, new):
        if _says_no_more(each, new):
            continue
        if each.par != new.par:
            former_groups, groups = (
                short_words(question_words(publication.par, publication.mots)) for publication in (each, new)
            )
            raise DifferencingError(
                phrase("autre-regroupement", former=former_groups, date=numeric_date(each.date), new=groups)
            )
        cells_named = list(dict.fromkeys(_isolated(each, new)))
        if not cells_named and answers is not None:
            cells = islice(isolated_together(each, new, answers), MOST_NAMED + 1)
            cells_named = list(dict.fromkeys(_cell_named(new.par, *cell, {**each.mots, **new.mots}) for cell in cells))
        if cells_named:
            raise DifferencingError(_isolated_words(each, new, cells_named))


def _isolated_words(former: Publication, new: Publication, cells: list[str]) -> str:
    named = " ; ".join(cells[:MOST_NAMED]) + ("…" if len(cells) > MOST_NAMED else "")
    return phrase("isolerait-des-familles", date=numeric_date(former.date), threshold=new.seuil, cells=named)


def _says_no_more(former: Publication, new: Publication) -> bool:
    """Whether all that the new one tells is already told: the same export made again."""
    known, sizes = former.ranges(), former.sizes()
    return all(interval == _NOTHING or known.get(key) == interval for key, interval in new.ranges().items()) and all(
        size is None or sizes.get(group) == size for group, size in new.sizes().items()
    )


def _isolated(former: Publication, new: Publication) -> Iterator[str]:
    threshold = max(former.seuil, new.seuil)
    tables = list(_tables(former, new))
    isolated = [each for table in tables for each in _subtracted(table, threshold)]
    # What a mere subtraction gives, before what takes a program.
    yield from isolated or (each for table in tables for each in _programmed(table, former, new))


def _subtracted(table: Crossed, threshold: int) -> Iterator[str]:
    for line in table.lines:
        if _is_exact(line.before) and _is_exact(line.now) and 0 < abs(line.now[0] - line.before[0]) < threshold:
            yield _named(table, line)


def _is_exact(interval: Range) -> bool:
    return interval[0] == interval[1]


def _fewer(former: Publication, new: Publication) -> bool:
    before, now = (each.sizes().get(TOGETHER) for each in (former, new))
    return before is None or now is None or now < before


def _changed(former: Publication) -> str:
    # Who knows that some « sans réponse » have become answers bounds what is left of them: no sum of families says so.
    return phrase("reponses-changees", date=numeric_date(former.date))


def _named(table: Crossed, line: ComparedSum) -> str:
    every = line.groups == frozenset(table.groups)
    names = merged_name(each for each in table.groups if each in line.groups)
    group = TOGETHER if every else short_words(value_words(table.by, names, table.words))
    whole = line.values == frozenset((*table.values, REST))
    values = merged_name(each for each in table.values if each in line.values)
    return group if whole else f"{group}, {short_words(answer_words(*table.question, values, table.words))}"


def _cell_named(by: str, group: str, question: str, part: str, value: str, words: Mapping[str, str]) -> str:
    group_words = group if group == TOGETHER else short_words(value_words(by, group, words))
    return f"{group_words}, {short_words(answer_words(question, part, value, words))}"


def _tables(former: Publication, new: Publication) -> Iterator[Crossed]:
    """Yield what both say of each question that the new one has, by the finest groups and values named."""
    both = ((former.ranges(), former.sizes()), (new.ranges(), new.sizes()))
    groups = tuple(
        dict.fromkeys(member for _, sizes in both for name in sizes if name != TOGETHER for member in members(name))
    ) or (TOGETHER,)
    for question in dict.fromkeys(key[1:3] for key in both[1][0]):
        keys = dict.fromkeys(key for published, _ in both for key in published if key[1:3] == question)
        values = tuple(dict.fromkeys(member for key in keys for member in members(key[3])))
        every = frozenset((*values, REST))
        lines: dict[tuple[frozenset[str], frozenset[str]], list[Range]] = {}
        for place, (published, sizes) in enumerate(both):
            for name, size in sizes.items():
                cell = (_groups_of(name, groups), every)
                lines.setdefault(cell, [_NOTHING, _NOTHING])[place] = _NOTHING if size is None else (size, size)
            for key in keys:
                if key in published:
                    cell = (_groups_of(key[0], groups), frozenset(members(key[3])))
                    lines.setdefault(cell, [_NOTHING, _NOTHING])[place] = published[key]
            # Where groups are told, one that has no line is one where nobody is.
            there = {member for name in sizes if name != TOGETHER for member in members(name)}
            for group in set(groups) - there if there else ():
                lines.setdefault((frozenset({group}), every), [_NOTHING, _NOTHING])[place] = (0, 0)
        lines_of_table = tuple(ComparedSum(*cell, *ranges) for cell, ranges in lines.items())
        yield Crossed(new.par, question, groups, values, lines_of_table, {**former.mots, **new.mots})


def _groups_of(name: str, groups: tuple[str, ...]) -> frozenset[str]:
    return frozenset(groups) if name == TOGETHER else frozenset(members(name))


def _programmed(table: Crossed, former: Publication, new: Publication) -> Iterator[str]:
    """Yield the cells that the best reader of both tables bounds too tightly.

    Raises:
        DifferencingError: the same families, or more, of whom some answers are not what they were.
    """
    reader = _Reader(table)
    if not reader.agree:
        if _fewer(former, new):
            return  # answers were taken away: they are not the same families, and nothing can be deduced by sums
        raise DifferencingError(_changed(former))
    threshold_before, threshold_now = former.seuil, new.seuil
    threshold = max(threshold_before, threshold_now)
    # Of a question that a publication does not have, it hides nothing: who reads the other learns what that one shows.
    has_before, has_now = (any(key[1:3] == table.question for key in each.ranges()) for each in (former, new))
    for line in table.lines:
        both = ((line.before, BEFORE, threshold_before, has_before), (line.now, NOW, threshold_now, has_now))
        for interval, which, least, has_it in both:
            if not has_it:
                continue
            alone = min(reader.width(line, which, alone=True), least - 1) if not _is_exact(interval) else 0
            if alone and reader.width(line, which) < alone - _ROOM:
                yield _named(table, line)
        if not (_is_exact(line.before) and _is_exact(line.now)):
            low, high = reader.audit_interval(line, SINCE)
            if high > _ROOM and low < threshold - _ROOM and high - low < threshold - 1 - _ROOM:
                yield _named(table, line)


class _Reader:
    """Whoever reads both tables: unknowns are the cells before, then those that came since."""

    def __init__(self, table: Crossed):
        values = (*table.values, REST)
        self._places = {cell: place for place, cell in enumerate(product(table.groups, values))}
        self._lines = {line: self._own(line) for line in table.lines}
        self._published = {BEFORE: self._rows(BEFORE), NOW: self._rows(NOW)}
        self.agree = self._solve(np.zeros(2 * len(self._places)), (BEFORE, NOW)) is not None

    def _own(self, line: ComparedSum) -> Floats:
        own = np.zeros(len(self._places))
        own[[self._places[cell] for cell in product(line.groups, line.values)]] = 1
        return own

    def _aimed(self, line: ComparedSum, which: Shares) -> Floats:
        return np.concatenate([which[0] * self._lines[line], which[1] * self._lines[line]])

    def _rows(self, which: Shares) -> tuple[Floats, Floats, Floats]:
        published = [(line, line.before if which == BEFORE else line.now) for line in self._lines]
        published = [(line, ends) for line, ends in published if ends != _NOTHING]
        rows = np.array([self._aimed(line, which) for line, _ in published]).reshape(-1, 2 * len(self._places))
        return rows, np.array([low for _, (low, _) in published]), np.array([high for _, (_, high) in published])

    def audit_interval(self, line: ComparedSum, which: Shares, known: Sequence[Shares] = (BEFORE, NOW)) -> Range:
        """Return the least and greatest value of a line `which`, for who knows both tables, or one."""
        aimed = self._aimed(line, which)
        low, high = (self._solve(sign * aimed, known) for sign in (1.0, -1.0))
        return (0.0 if low is None else low, np.inf if high is None else -high)

    def width(self, line: ComparedSum, which: Shares, alone: bool = False) -> float:
        """Return `high - low` of a line; `alone`: for who knows that table only."""
        low, high = self.audit_interval(line, which, (which,) if alone else (BEFORE, NOW))
        return high - low

    def _solve(self, aim: Floats, known: Sequence[Shares]) -> float | None:
        from scipy.optimize import linprog

        rows, low, high = (
            np.concatenate(parts) for parts in zip(*(self._published[each] for each in known), strict=True)
        )
        same = low == high
        over = np.isfinite(high) & ~same
        unequal = np.vstack([rows[over], -rows[~same]])
        limits = np.concatenate([high[over], -low[~same]])
        solved = linprog(
            aim,
            A_ub=unequal if len(unequal) else None,
            b_ub=limits if len(unequal) else None,
            A_eq=rows[same] if same.any() else None,
            b_eq=low[same] if same.any() else None,
            bounds=(0, None),
        )
        return float(solved.fun) if solved.status == 0 else None


__all__ = ["DifferencingError", "check_differencing"]
