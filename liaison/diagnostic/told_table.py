"""Le tableau qui se publie, ligne par ligne, et ce qu'un lecteur en relit : les mêmes sommes, dites ou tues.

Values or groups told together are written `a+b`: nothing but this table is needed to know what each line adds up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from liaison.diagnostic.joint import Sum
from liaison.diagnostic.merged_words import members, merged_name
from liaison.diagnostic.merging import Merged, Partition
from liaison.diagnostic.protection import Protected, Told, sums_of
from liaison.diagnostic.tabulation import Coded, Variable

TOGETHER = "ensemble"
RANGE = ("au_moins", "au_plus")
COUNTED = ("groupe", "question", "partie", "valeur", "effectif", *RANGE, "reponses")
WEIGHTED = ("part_ponderee", "bas_pondere", "haut_pondere", "arrondi_pondere")


def joined_name(variable: Variable, ranks: Sequence[int]) -> str:
    """Return how the table writes these values of a variable, told together."""
    return merged_name(variable.values[rank] for rank in ranks)


def table_of(found: Protected, counted: Coded, by: str) -> pd.DataFrame:
    """Return the table (COUNTED) of all that is told, and of what is hidden: no number there."""
    own, every = counted.variables[by], tuple(range(len(counted.variables[by].values)))
    sizes = {each.sum.groups: each for each in found.told if not each.sum.name}
    columns: dict[str, list[object]] = {name: [] for name in COUNTED}

    def add(groups: tuple[int, ...], variable: Variable, ranks: tuple[int, ...], told: Told) -> None:
        group = TOGETHER if groups == every else joined_name(own, groups)
        size = sizes[groups]
        cells = (group, variable.question, variable.part, joined_name(variable, ranks), *_numbers(told))
        for column, cell in zip(columns.values(), (*cells, _exact(size)), strict=True):
            column.append(cell)

    of_variable: dict[tuple[str, bool], list[Told]] = {}
    for each in found.told:
        of_variable.setdefault((each.sum.name, each.sum.groups == every), []).append(each)
    for name, variable in counted.variables.items():
        if name == by and (name, True) not in of_variable:
            for told, ranks in _sizes_of(found, counted, by):
                add(every, variable, ranks, told)
        for told in of_variable.get((name, True), []):
            add(every, variable, told.sum.values, told)
    groups = [group for group in sizes if group != every]
    for group in groups if len(groups) > 1 else ():
        for name, variable in counted.variables.items():
            for told in of_variable.get((name, False), []):
                if told.sum.groups == group:
                    add(group, variable, told.sum.values, told)
    kinds = dict.fromkeys(("effectif", *RANGE, "reponses"), "Int64")
    return pd.DataFrame(columns).astype(kinds)


def _sizes_of(found: Protected, counted: Coded, by: str) -> Iterator[tuple[Told, tuple[int, ...]]]:
    """Yield what is told of the families of each group, empty ones too, in the order of the questionnaire."""
    own, every = counted.variables[by], tuple(range(len(counted.variables[by].values)))
    told = [(each, each.sum.groups) for each in found.told if not each.sum.name and each.sum.groups != every]
    if found.told[0].low == found.told[0].high and len(told) > 0 and told[0][0].low == told[0][0].high:
        somewhere = {rank for _, groups in told for rank in groups}
        told += [(Told(Sum((rank,), "", (), 0), 0, 0), (rank,)) for rank in every if rank not in somewhere]
    shown = {rank for rank, value in enumerate(own.values) if value in own.shown}
    yield from sorted(((one, ranks) for one, ranks in told if shown & set(ranks)), key=lambda pair: pair[1])


def _numbers(told: Told) -> tuple[object, object, object]:
    if told.low == told.high:
        return (int(told.low),) * 3
    if np.isfinite(told.high):
        return (pd.NA, int(told.low), int(told.high))
    return (pd.NA,) * 3


def _exact(told: Told) -> object:
    return int(told.low) if told.low == told.high else pd.NA


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
    found: dict[str, dict[tuple[int, ...], None]] = {}
    names = name_of(counted)
    for question, part, value in rows[["question", "partie", "valeur"]].itertuples(index=False, name=None):
        name = names[question, part]
        found.setdefault(name, {})[ranks_of(counted.variables[name], value)] = None
    return {name: tuple(parts) for name, parts in found.items()}


def ranks_of(variable: Variable, name: str) -> tuple[int, ...]:
    """Return the ranks of the values that a name of the table stands for."""
    return tuple(variable.values.index(value) for value in members(name))


def name_of(counted: Coded) -> dict[tuple[str, str], str]:
    """Return the variable that each question and part of the table is."""
    return {(variable.question, variable.part): name for name, variable in counted.variables.items()}


def told_of(table: pd.DataFrame, counted: Coded, by: str, names: Sequence[str]) -> list[Told]:
    """Return what a published table tells of each sum of these variables, for who reads it.

    Where something is told of a question in a group, zeros are: a hidden number of it is one family at least.
    """
    shown = {
        (group, *line): (exact, low, high)
        for group, *line, exact, low, high, _ in table[list(COUNTED)].itertuples(index=False, name=None)
    }
    own, every = counted.variables[by], tuple(range(len(counted.variables[by].values)))
    found: list[tuple[Sum, str, tuple[object, object, object]]] = []
    for one in sums_of(counted, by, merged_of(table, counted, by), names):
        variable = counted.variables[one.name]
        group = TOGETHER if one.groups == every else joined_name(own, one.groups)
        key = (group, variable.question, variable.part, joined_name(variable, one.values))
        found.append((one, variable.question, shown[key]))
    said = {(one.groups, question) for one, question, numbers in found if numbers[1] is not pd.NA}
    return [
        Told(one, *_interval(numbers, 1 if (one.groups, question) in said else 0)) for one, question, numbers in found
    ]


def _interval(numbers: tuple[object, object, object], least: int) -> tuple[float, float]:
    _, low, high = numbers
    return (least, np.inf) if low is pd.NA else (float(low), float(high))  # type: ignore[arg-type]


__all__ = ["COUNTED", "RANGE", "TOGETHER", "WEIGHTED", "merged_of", "name_of", "ranks_of", "table_of", "told_of"]
