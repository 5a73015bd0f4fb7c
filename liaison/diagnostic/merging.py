"""Réunir avant de cacher : des réponses et des niveaux voisins comptés ensemble, quand chacun à part serait caché.

The questionnaire says which values go together (`regroup`), from the finest to the coarsest. For each question, what is
told is the partition that says most once its small parts, and what protects them, are hidden: the most entropy, in
families. Rows of one grid are merged alike. Who did not answer is a part like the others, or goes with the last one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from liaison.diagnostic.attack import Counts, Mask
from liaison.diagnostic.linked import hidden_values
from liaison.diagnostic.questionnaire import Questionnaire
from liaison.diagnostic.tabulation import NO_ANSWER, Coded, Variable

Part = tuple[int, ...]
MIN_GROUPS, ENOUGH = 2, 0.5
Partition = tuple[Part, ...]


@dataclass(frozen=True)
class Merged:
    """How values are told: `groups` of the grouping variable; for each variable, parts of the whole and of each group."""

    groups: Partition
    whole: Mapping[str, Partition]
    inside: Mapping[str, Partition]


def merged(counted: Coded, by: str, questionnaire: Questionnaire, threshold: int) -> Merged:
    """Return the partitions that say most of these answers, by group and in all."""
    others = {name: variable for name, variable in counted.variables.items() if name != by}
    crossed = {name: counted.crossed(by, name) for name in others}
    alone = counted.alone(by)
    own, living = counted.variables[by], np.flatnonzero(alone)
    # The finest groups of which half of the questions say something; otherwise those that say most.
    chosen: tuple[float, Partition, dict[str, Partition]] = (-1.0, tuple((one,) for one in living.tolist()), {})
    for groups in _partitions(own, questionnaire, alone, threshold):
        parts = tuple(part for part in (tuple(one for one in each if one in living) for each in groups) if part)
        if len(parts) < MIN_GROUPS:
            continue
        tables = {name: [table[list(part)].sum(axis=0) for part in parts] for name, table in crossed.items()}
        hidden = hidden_values(np.array([alone[list(part)].sum() for part in parts]), threshold)
        found = _best(others, tables, hidden, questionnaire, threshold)
        share = _share_said(others, tables, hidden, found, threshold)
        if share > chosen[0]:
            chosen = (share, parts, found)
        if share >= ENOUGH:
            break
    totals = {name: [counted.alone(name)] for name in others}
    whole = _best(others, totals, np.zeros(1, dtype=bool), questionnaire, threshold)
    return Merged(chosen[1], whole, chosen[2])


def _best(
    variables: Mapping[str, Variable],
    tables: Mapping[str, Sequence[Counts]],
    hidden: Mask,
    asked: Questionnaire,
    threshold: int,
) -> dict[str, Partition]:
    """Return the partition of each variable that tells most of the tables of groups that are not hidden."""
    found: dict[str, Partition] = {}
    for names in _by_question(variables):
        variable = variables[names[0]]
        told = [table for name in names for table, secret in zip(tables[name], hidden, strict=True) if not secret]
        choices = [tuple((rank,) for rank, value in enumerate(variable.values) if value in variable.shown)]
        if _has_values(variable):
            counts = np.sum(told, axis=0) if told else np.zeros(len(variable.values), dtype=np.int64)
            choices = list(_partitions(variable, asked, counts, threshold))
        best = max(choices, key=lambda parts: round(sum(_told(table, parts, threshold) for table in told), 6))
        found |= dict.fromkeys(names, best)
    return found


def _share_said(
    variables: Mapping[str, Variable],
    tables: Mapping[str, Sequence[Counts]],
    hidden: Mask,
    found: Mapping[str, Partition],
    threshold: int,
) -> float:
    """Return the share of questions, group by group, of which something is told."""
    said = [
        not secret and any(_told(tables[name][place], _whole(variables[name], found[name]), threshold) for name in names)
        for names in _by_question(variables)
        for place, secret in enumerate(hidden)
    ]
    return float(np.mean(said))


def _by_question(variables: Mapping[str, Variable]) -> list[list[str]]:
    questions = dict.fromkeys(variable.question for variable in variables.values())
    return [[name for name, variable in variables.items() if variable.question == each] for each in questions]


def _whole(variable: Variable, parts: Partition) -> Partition:
    """Return parts that hold every value: what is not ticked, beside what is."""
    rest = tuple(rank for rank in range(len(variable.values)) if not any(rank in part for part in parts))
    return (*parts, rest) if rest else parts


def _has_values(variable: Variable) -> bool:
    """Whether a variable has values of its own, and not a box that is ticked or not."""
    return variable.shown == variable.values


def _partitions(
    variable: Variable, asked: Questionnaire, counts: Counts | None, threshold: int
) -> Iterable[Partition]:
    """Yield the partitions of a variable, the finest first: silence apart, then with the last part."""
    silent = variable.values.index(NO_ANSWER)
    finest = tuple((rank,) for rank in range(silent))
    for parts in dict.fromkeys([finest, *_stated(variable, asked), *_rare(variable, asked, counts, threshold)]):
        yield (*parts, (silent,))
        yield (*parts[:-1], (*parts[-1], silent))


def _stated(variable: Variable, asked: Questionnaire) -> Iterable[Partition]:
    for words in asked.regroup.get(variable.question, ()):
        parts = [[variable.values.index(value) for value in part.split()] for part in words.split("|")]
        yield tuple(tuple(part) for part in parts)


def _rare(variable: Variable, asked: Questionnaire, counts: Counts | None, threshold: int) -> Iterable[Partition]:
    """Yield the partition where rare values go with « autre », when the questionnaire says so."""
    other = asked.rare_with.get(variable.question)
    if other is None or counts is None:
        return
    place = variable.values.index(other)
    rare = [rank for rank in range(len(variable.values) - 1) if rank != place and counts[rank] < threshold]
    if rare:
        kept = [rank for rank in range(len(variable.values) - 1) if rank not in (place, *rare)]
        yield (*((rank,) for rank in kept), (place, *rare))


def _told(table: Counts, parts: Partition, threshold: int) -> float:
    """Return how much is told of one table once its small parts are hidden, and others with them: its entropy."""
    counts = np.array([table[list(part)].sum() for part in parts])
    if counts.sum() < 2 * threshold:
        return 0.0
    hidden = hidden_values(counts, threshold)
    together = np.append(counts[~hidden], counts[hidden].sum())
    shares = together[together > 0] / counts.sum()
    return float(counts.sum() * -(shares * np.log(shares)).sum())


__all__ = ["Merged", "Part", "Partition", "merged"]
