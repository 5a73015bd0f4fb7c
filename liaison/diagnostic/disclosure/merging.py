"""Réunir avant de cacher : des réponses et des niveaux voisins comptés ensemble, quand chacun à part serait caché.

The questionnaire says which values go together (`regroup`), from the finest to the coarsest. For each question, what is
told is the partition that says most once its small parts, and what protects them, are hidden: the most entropy, in
families. Rows of one grid are merged alike. Who did not answer is a part like the others, or goes with one of them.

Groups are told so that none is small: how many families each has is then no secret, and questions do not tell of each
other by them. Where no stated partition does, the smallest groups are gathered; levels with their neighbours, where as
many groups and as many questions are told so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from liaison.diagnostic.counting.tabulation import Coded, CountedVariable
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, NO_ANSWER, Questionnaire
from liaison.disclosure.attack import Counts, Floats, Mask
from liaison.disclosure.disclosure import FEW_TIMES
from liaison.disclosure.linked import hidden_in_rows

Part = tuple[int, ...]
Partition = tuple[Part, ...]
ENOUGH, TOO_FEW = 0.5, 0.25  # shares of questions, by group, of which something is told
_MOST_NEIGHBOURS = 12  # partitions looked at: a school of four levels has three at most


@dataclass(frozen=True)
class Merged:
    """How values are told: `groups` of the grouping variable; for each variable, parts of the whole and of each group.

    Groups where nobody is are in no part. One part alone: nothing is told by group, and what makes groups is a question
    like the others.
    """

    groups: Partition
    whole: Mapping[str, Partition]
    inside: Mapping[str, Partition]

    @property
    def by_group(self) -> bool:
        """Whether something is told by group."""
        return len(self.groups) > 1

    def told_of(self, names: Iterable[str], by: str) -> list[str]:
        """Return those of these variables whose values are told: all but the one that makes groups."""
        return [name for name in names if name != by or not self.by_group]


def merged(counted: Coded, by: str, questionnaire: Questionnaire, threshold: int, most: Floats | None = None) -> Merged:
    """Return the partitions that say most of these answers, by group and in all.

    `most`: families of each level, when a reader may know them.
    """
    others = {name: variable for name, variable in counted.variables.items() if name != by}
    crossed = {name: counted.crossed(by, name) for name in others}
    every = counted.variables
    whole = _best(every, {name: [counted.alone(name)] for name in every}, questionnaire, threshold)

    # The finest groups of which half of the questions say something; otherwise those that say most. Groups of which
    # nearly nothing is told would take from the whole, to protect what they hide.
    def tried(groups: Partition) -> tuple[float, Partition, dict[str, Partition]]:
        tables = {name: [table[list(part)].sum(axis=0) for part in groups] for name, table in crossed.items()}
        partitions = _best(others, tables, questionnaire, threshold)
        return _share_shown(others, tables, partitions, threshold), groups, partitions

    chosen: tuple[float, Partition, dict[str, Partition]] | None = None
    for groups in _groupings(counted, by, questionnaire, threshold, most):
        candidate = tried(groups)
        if candidate[0] >= TOO_FEW and (chosen is None or candidate[0] > chosen[0]):
            chosen = candidate
        if candidate[0] >= ENOUGH:
            break
    if chosen is not None and by == LEVEL:
        for groups in _neighbours(counted.alone(by), chosen[1], threshold, most):
            candidate = tried(groups)
            if candidate[0] >= chosen[0]:
                chosen = candidate
                break
    everybody = (tuple(np.flatnonzero(counted.alone(by)).tolist()),)
    return Merged(chosen[1], whole, chosen[2]) if chosen else Merged(everybody, whole, {})


def window(sizes: Counts, part: Part, group: int, most: Floats | None) -> tuple[float, float]:
    """Return between how many and how many families a group has, for who knows those of the part where it is told.

    Each group of a part has somebody; `most`: families of each group, when a reader may know them.
    """
    together, others = float(sizes[list(part)].sum()), [each for each in part if each != group]
    limit = np.full(len(sizes), np.inf) if most is None else most
    low = max(1.0, together - float(limit[others].sum()))
    return low, min(float(limit[group]), together - len(others))


def _groupings(
    counted: Coded, by: str, questionnaire: Questionnaire, threshold: int, most: Floats | None
) -> Iterator[Partition]:
    """Yield the partitions of groups that can be told, the finest first; those that corner nobody, if there are any."""
    variable, sizes = counted.variables[by], counted.alone(by)
    limit = most if by == LEVEL else None
    living = np.flatnonzero(sizes).tolist()
    stated = _partitions(variable, questionnaire, sizes, threshold) if _has_values(variable) else [_finest(variable)]
    rising = [int(place) for place in np.argsort(sizes, kind="stable") if sizes[place]]
    # The smallest together, or with one that is larger.
    several = [rising[:count] for count in range(1, len(rising))]
    several += [[*rising[:count], other] for count in range(1, len(rising)) for other in rising[count + 1 :]]
    gathered = [(*((rank,) for rank in living if rank not in own), tuple(sorted(own))) for own in several]
    groupings = []
    for parts in dict.fromkeys([*stated, *gathered]):
        own = tuple(part for part in (tuple(rank for rank in each if rank in living) for each in parts) if part)
        if len(own) > 1 and _are_large(own, sizes, threshold):
            groupings.append(own)
    yield from [parts for parts in groupings if not _corners(parts, sizes, threshold, limit)] or groupings


def _neighbours(sizes: Counts, chosen: Partition, threshold: int, most: Floats | None) -> list[Partition]:
    """Return as many groups of levels that follow each other, the most even first; none where `chosen` does already."""
    living = np.flatnonzero(sizes).tolist()
    place = {level: rank for rank, level in enumerate(living)}
    if all(place[part[-1]] - place[part[0]] == len(part) - 1 for part in map(sorted, chosen)):
        return []
    cuts = combinations(range(1, len(living)), len(chosen) - 1)
    runs = [tuple(tuple(living[a:b]) for a, b in pairwise((0, *cut, len(living)))) for cut in cuts]
    large = [parts for parts in runs if _are_large(parts, sizes, threshold)]
    safe = [parts for parts in large if not _corners(parts, sizes, threshold, most)]
    return sorted(safe, key=lambda parts: -min(sizes[list(part)].sum() for part in parts))[:_MOST_NEIGHBOURS]


def _are_large(parts: Partition, sizes: Counts, threshold: int) -> bool:
    """Whether no group is small, whoever knows that each of its levels has somebody."""
    return all(sizes[list(part)].sum() >= threshold + len(part) - 1 for part in parts)


def _corners(parts: Partition, sizes: Counts, threshold: int, most: Floats | None) -> bool:
    """Whether who knows the families of each group bounds one that is small."""
    small = [(part, rank) for part in parts for rank in part if sizes[rank] < threshold]
    return any(high - low < threshold - 1 for low, high in (window(sizes, *each, most) for each in small))


def _best(
    variables: Mapping[str, CountedVariable],
    tables: Mapping[str, Sequence[Counts]],
    questionnaire: Questionnaire,
    threshold: int,
) -> dict[str, Partition]:
    """Return the partition of each variable that tells most of its tables."""
    partitions: dict[str, Partition] = {}
    for names in _by_question(variables):
        variable = variables[names[0]]
        counted_by = np.array([table for name in names for table in tables[name]])
        choices = [_finest(variable)]
        if _has_values(variable):
            choices = list(_partitions(variable, questionnaire, counted_by.sum(axis=0), threshold))
        if len(choices) == 1:
            partitions |= {name: _finest(variables[name]) for name in names}
            continue
        # Of levels told together each has somebody: the others of its line are known in part.
        named = variable.question in questionnaire.context
        best = max(choices, key=lambda parts: round(_worth(counted_by, parts, threshold, named=named), 6))
        partitions |= dict.fromkeys(names, best)
    return partitions


def _share_shown(
    variables: Mapping[str, CountedVariable],
    tables: Mapping[str, Sequence[Counts]],
    partitions: Mapping[str, Partition],
    threshold: int,
) -> float:
    """Return the share of questions, group by group, of which something is told."""
    shown_at_all = [
        np.any(
            [
                _shown(np.array(tables[name]), _whole(variables[name], partitions[name]), threshold)[1].any(axis=1)
                for name in names
            ],
            axis=0,
        )
        for names in _by_question(variables)
    ]
    return float(np.mean(shown_at_all))


def _by_question(variables: Mapping[str, CountedVariable]) -> list[list[str]]:
    names: dict[str, list[str]] = {}
    for name, variable in variables.items():
        names.setdefault(variable.question, []).append(name)
    return list(names.values())


def _finest(variable: CountedVariable) -> Partition:
    return tuple((rank,) for rank, value in enumerate(variable.values) if value in variable.shown)


def _whole(variable: CountedVariable, parts: Partition) -> Partition:
    """Return parts that hold every value: what is not ticked, beside what is."""
    rest = tuple(rank for rank in range(len(variable.values)) if not any(rank in part for part in parts))
    return (*parts, rest) if rest else parts


def _has_values(variable: CountedVariable) -> bool:
    """Whether a variable has values of its own, and not a box that is ticked or not."""
    return variable.shown == variable.values


def _partitions(
    variable: CountedVariable, questionnaire: Questionnaire, counts: Counts, threshold: int
) -> Iterable[Partition]:
    """Yield the partitions of a variable, the finest first: silence apart, then with another part.

    Not with the last answer, which is the one a team looks for (who starts, who has nothing), unless nobody gave any
    other. Where rare values go with « autre », with it: a language that enough families ask for is told by itself. Of
    levels and ways of asking, with the last that somebody has, where somebody is silent: each that is named has
    somebody.
    """
    silent = variable.values.index(NO_ANSWER)
    finest = tuple((rank,) for rank in range(silent))
    rare, context = questionnaire.rare_with.get(variable.question), variable.question in questionnaire.context
    other = None if rare is None else variable.values.index(rare)
    for parts in dict.fromkeys(
        [finest, *_stated(variable, questionnaire, counts), *_rare(variable, questionnaire, counts, threshold)]
    ):
        yield (*parts, (silent,))
        living = [place for place, part in enumerate(parts) if counts[list(part)].sum()]
        hosts = [
            place for place in living if (silent - 1 not in parts[place] if other is None else other in parts[place])
        ]
        if context:
            hosts = living[-1:] if counts[silent] else []
        elif not hosts:
            hosts = living[-1:]
        for beside in hosts:
            yield tuple((*part, silent) if place == beside else part for place, part in enumerate(parts))


def _stated(variable: CountedVariable, questionnaire: Questionnaire, counts: Counts) -> Iterator[Partition]:
    """Yield the stated partitions; a level, or a way of asking, that has nobody is told with no other."""
    alone = {rank for rank in range(len(counts)) if variable.question in questionnaire.context and not counts[rank]}
    for words in questionnaire.regroup.get(variable.question, ()):
        parts = [[variable.values.index(value) for value in part.split()] for part in words.split("|")]
        lasting = [tuple(rank for rank in part if rank not in alone) for part in parts]
        empty = [(rank,) for part in parts for rank in part if rank in alone]
        yield tuple(sorted([*(part for part in lasting if part), *empty]))


def _rare(
    variable: CountedVariable, questionnaire: Questionnaire, counts: Counts, threshold: int
) -> Iterator[Partition]:
    """Yield the partition where rare values go with « autre », when the questionnaire says so."""
    other = questionnaire.rare_with.get(variable.question)
    if other is None:
        return
    place = variable.values.index(other)
    rare = [rank for rank in range(len(variable.values) - 1) if rank != place and counts[rank] < threshold]
    if rare:
        common = [rank for rank in range(len(variable.values) - 1) if rank not in (place, *rare)]
        yield (*((rank,) for rank in common), (place, *rare))


def _shown(tables: Counts, parts: Partition, threshold: int, *, named: bool = False) -> tuple[Counts, Mask]:
    """Return the counts of these parts, a row for each table, and which are told once small ones are hidden, and others
    with them; `named`: each value of a part has one family at least."""
    counts = np.column_stack([tables[:, list(part)].sum(axis=1) for part in parts])
    enough = counts.sum(axis=1, keepdims=True) >= FEW_TIMES * threshold
    known = np.array([named * (len(part) - 1) for part in parts])
    unknown = np.where(counts > 0, np.maximum(counts - known, 1), 0)
    return counts, enough & ~hidden_in_rows(unknown, threshold) & (counts > 0)


def _worth(tables: Counts, parts: Partition, threshold: int, *, named: bool) -> float:
    """Return how much is told of these tables: the entropy of what is shown."""
    counts, shown = _shown(tables, parts, threshold, named=named)
    families = tables.sum(axis=1, keepdims=True)
    shares = np.where(shown, counts / np.maximum(families, 1), 1.0)
    return float(-(families * shares * np.log(shares)).sum())


__all__ = ["Merged", "Part", "Partition", "merged", "window"]
