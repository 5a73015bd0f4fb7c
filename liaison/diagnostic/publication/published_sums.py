"""Ce qu'une publication d'avant dit, relu dans le registre : des sommes, chacune entre combien et combien."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from liaison.diagnostic.counting.indicators import TOGETHER
from liaison.diagnostic.counting.tabulation import Coded, CountedVariable
from liaison.diagnostic.disclosure.merged_words import members
from liaison.diagnostic.disclosure.told_table import name_of
from liaison.diagnostic.publication.publication import Publication

Ranks = tuple[int, ...]
Cell = tuple[Ranks, str, Ranks]  # groups, variable, values
Range = tuple[float, float]


@dataclass(frozen=True)
class PublishedSums:
    """What one publication tells of the variables of a block: each sum, and its range; then sizes of groups."""

    ranges: dict[Cell, Range]
    sizes: dict[Ranks, Range]


def published_sums(publication: Publication, counted: Coded, by: str, names: Sequence[str]) -> PublishedSums:
    """Return what a publication tells of the variables of a block, and of its groups.

    What the questionnaire `counted` no longer has is left out.
    """
    own, name = counted.variables[by], name_of(counted)
    rows = [row for row in publication.lignes if name.get((row.question, row.partie)) in names]
    # Where something is told of a question in a group, zeros are: a hidden number of it is one family at least.
    ranged = {(row.groupe, row.question) for row in rows if row.au_plus is not None}
    ranges: dict[Cell, Range] = {}
    for row in rows:
        groups = _groups(row.groupe, own)
        values = _ranks(row.valeur, counted.variables[name[row.question, row.partie]])
        if groups and values:
            hidden = (1.0 * ((row.groupe, row.question) in ranged), np.inf)
            ends = hidden if row.au_plus is None else (float(row.au_moins or 0), float(row.au_plus))
            ranges[groups, name[row.question, row.partie], values] = ends
    sizes: dict[Ranks, Range] = {}
    for group, size in publication.sizes().items():
        if groups := _groups(group, own):
            sizes[groups] = (0.0, np.inf) if size is None else (size, size)
    if any(group != TOGETHER for group in publication.sizes()):
        named = {rank for group in publication.sizes() if group != TOGETHER for rank in _groups(group, own)}
        sizes |= {(rank,): (0.0, 0.0) for rank in range(len(own.values)) if rank not in named}
    return PublishedSums(ranges, sizes)


def _groups(name: str, own: CountedVariable) -> Ranks:
    return tuple(range(len(own.values))) if name == TOGETHER else _ranks(name, own)


def _ranks(name: str, variable: CountedVariable) -> Ranks:
    """Return the ranks of values; none when the questionnaire has changed since."""
    known = {value: rank for rank, value in enumerate(variable.values)}
    return tuple(known[value] for value in members(name)) if set(members(name)) <= set(known) else ()


__all__ = ["Cell", "PublishedSums", "Range", "Ranks", "published_sums"]
