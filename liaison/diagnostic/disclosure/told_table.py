"""Le tableau qui se publie, ligne par ligne, et ce qu'un lecteur en relit : les mêmes sommes, dites ou tues.

Values or groups told together are written `a+b`: nothing but this table is needed to know what each line adds up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from liaison.diagnostic.counting.tabulation import Coded, CountedVariable
from liaison.diagnostic.disclosure.grouped_answers import every_group, sums_of
from liaison.diagnostic.disclosure.merged_words import members, merged_name
from liaison.diagnostic.disclosure.merging import Merged, Partition
from liaison.diagnostic.disclosure.protection import ProtectedSums, PublishedSum
from liaison.disclosure.joint import Sum

TOGETHER = "ensemble"
RANGE = ("au_moins", "au_plus")
COUNTED = ("groupe", "question", "partie", "valeur", "effectif", *RANGE, "reponses")
WEIGHTED = ("part_ponderee", "bas_pondere", "haut_pondere", "arrondi_pondere")


def joined_name(variable: CountedVariable, ranks: Sequence[int]) -> str:
    """Return how the table writes these values of a variable, told together."""
    return merged_name(variable.values[rank] for rank in ranks)


def table_of(protection: ProtectedSums, counted: Coded, by: str) -> pd.DataFrame:
    """Return the table (COUNTED) of all that is told, and of what is hidden: no number there."""
    own, every = counted.variables[by], every_group(counted, by)
    sizes = {each.sum.groups: each for each in protection.published if not each.sum.name}
    columns: dict[str, list[object]] = {name: [] for name in COUNTED}

    def add(groups: tuple[int, ...], variable: CountedVariable, ranks: tuple[int, ...], interval: PublishedSum) -> None:
        group = TOGETHER if groups == every else joined_name(own, groups)
        size = sizes[groups]
        cells = (group, variable.question, variable.part, joined_name(variable, ranks), *_numbers(interval))
        for column, cell in zip(columns.values(), (*cells, _exact(size)), strict=True):
            column.append(cell)

    of_variable: dict[tuple[str, bool], list[PublishedSum]] = {}
    for each in protection.published:
        of_variable.setdefault((each.sum.name, each.sum.groups == every), []).append(each)
    for name, variable in counted.variables.items():
        if name == by and (name, True) not in of_variable:
            for interval, ranks in _sizes_of(protection, counted, by):
                add(every, variable, ranks, interval)
        for interval in of_variable.get((name, True), []):
            add(every, variable, interval.sum.values, interval)
    groups = [group for group in sizes if group != every]
    for group in groups if len(groups) > 1 else ():
        for name, variable in counted.variables.items():
            for interval in of_variable.get((name, False), []):
                if interval.sum.groups == group:
                    add(group, variable, interval.sum.values, interval)
    kinds = dict.fromkeys(("effectif", *RANGE, "reponses"), "Int64")
    return pd.DataFrame(columns).astype(kinds)


def _sizes_of(protection: ProtectedSums, counted: Coded, by: str) -> Iterator[tuple[PublishedSum, tuple[int, ...]]]:
    """Yield what is told of the families of each group, empty ones too, in the order of the questionnaire."""
    own, every = counted.variables[by], every_group(counted, by)
    sizes = [(each, each.sum.groups) for each in protection.published if not each.sum.name and each.sum.groups != every]
    if (
        protection.published[0].low == protection.published[0].high
        and len(sizes) > 0
        and sizes[0][0].low == sizes[0][0].high
    ):
        somewhere = {rank for _, groups in sizes for rank in groups}
        sizes += [(PublishedSum(Sum((rank,), "", (), 0), 0, 0), (rank,)) for rank in every if rank not in somewhere]
    shown = {rank for rank, value in enumerate(own.values) if value in own.shown}
    yield from sorted(((size, ranks) for size, ranks in sizes if shown & set(ranks)), key=lambda pair: pair[1])


def _numbers(interval: PublishedSum) -> tuple[object, object, object]:
    if interval.low == interval.high:
        return (int(interval.low),) * 3
    if np.isfinite(interval.high):
        return (pd.NA, int(interval.low), int(interval.high))
    return (pd.NA,) * 3


def _exact(interval: PublishedSum) -> object:
    return int(interval.low) if interval.low == interval.high else pd.NA


def merged_of(table: pd.DataFrame, counted: Coded, by: str) -> Merged:
    """Return how the values of a published table are told: what it says itself."""
    own = counted.variables[by]
    sizes = counted.alone(by)
    groups = [ranks_of(own, name) for name in dict.fromkeys(table["groupe"]) if name != TOGETHER]
    living = tuple(np.flatnonzero(sizes).tolist())
    whole, inside = _partitions(table, counted, True), _partitions(table, counted, False)
    return Merged(tuple(groups) or (living,), whole, inside)


def _partitions(table: pd.DataFrame, counted: Coded, together: bool) -> dict[str, Partition]:
    rows = table[(table["groupe"] == TOGETHER) == together]
    parts_of: dict[str, dict[tuple[int, ...], None]] = {}
    names = name_of(counted)
    for question, part, value in rows[["question", "partie", "valeur"]].itertuples(index=False, name=None):
        name = names[question, part]
        parts_of.setdefault(name, {})[ranks_of(counted.variables[name], value)] = None
    return {name: tuple(parts) for name, parts in parts_of.items()}


def ranks_of(variable: CountedVariable, name: str) -> tuple[int, ...]:
    """Return the ranks of the values that a name of the table stands for."""
    return tuple(variable.values.index(value) for value in members(name))


def name_of(counted: Coded) -> dict[tuple[str, str], str]:
    """Return the variable that each question and part of the table is."""
    return {(variable.question, variable.part): name for name, variable in counted.variables.items()}


def told_of(table: pd.DataFrame, counted: Coded, by: str, names: Sequence[str]) -> list[PublishedSum]:
    """Return what a published table tells of each sum of these variables, for who reads it.

    Where something is told of a question in a group, zeros are: a hidden number of it is one family at least.
    """
    shown = {
        (group, *line): (exact, low, high)
        for group, *line, exact, low, high, _ in table[list(COUNTED)].itertuples(index=False, name=None)
    }
    own, every = counted.variables[by], every_group(counted, by)
    lines: list[tuple[Sum, str, tuple[object, object, object]]] = []
    for added in sums_of(counted, by, merged_of(table, counted, by), names):
        variable = counted.variables[added.name]
        group = TOGETHER if added.groups == every else joined_name(own, added.groups)
        key = (group, variable.question, variable.part, joined_name(variable, added.values))
        lines.append((added, variable.question, shown[key]))
    shown_questions = {(added.groups, question) for added, question, numbers in lines if numbers[1] is not pd.NA}
    return [
        PublishedSum(added, *_interval(numbers, 1 if (added.groups, question) in shown_questions else 0))
        for added, question, numbers in lines
    ]


def _interval(numbers: tuple[object, object, object], least: int) -> tuple[float, float]:
    _, low, high = numbers
    return (least, np.inf) if low is pd.NA else (float(low), float(high))  # type: ignore[arg-type]


__all__ = ["COUNTED", "RANGE", "TOGETHER", "WEIGHTED", "merged_of", "name_of", "ranks_of", "table_of", "told_of"]
