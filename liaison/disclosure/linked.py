"""Publier plusieurs tableaux qui ont des totaux en commun : ce que l'un cache, l'autre ne le montre pas.

« Niveau × connexion » and « niveau × prêt » both say how many families of each level answered. Each line of totals is
decided once, for all tables, before any inside:

1. one question alone: its small values are hidden, and the smallest others with them until those hidden add up to
   `threshold` families or more. Nobody can then tell how these share them.
2. two questions crossed: the whole line of a hidden value is hidden, here and in every table, so that families could
   be moved between hidden lines without changing anything that is shown anywhere. Hidden lines make one line
   together, whose sums the reader can find by subtraction: the inside is protected with that line in their place, and
   with every total held as it is, so that no table tells anything of another.

The proof is by construction: for each small cell, the other values come from tables that agree with all that is
published, together. It holds when crossings make no loop (`niveau × a`, `niveau × b`: yes; with `a × b` too: no), for
who knows nothing else of the families. A whole diagnosis, of which more is known, is protected by `protection`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from liaison.base.sentences import french_beside
from liaison.disclosure.attack import Counts, Mask
from liaison.disclosure.disclosure import (
    DEFAULT_THRESHOLD,
    DisclosureError,
    PublishedTable,
    checked_threshold,
    few,
    no_negative,
    only_its_total,
    primary_suppression,
    secondary_suppression,
    with_totals,
)

phrase = french_beside(__file__)

Crossing = tuple[str, str]


@dataclass(frozen=True)
class LinkedTables:
    """Tables published together: `alone` by question, `crossed` by pair of questions, each with its totals."""

    alone: Mapping[str, PublishedTable]
    crossed: Mapping[Crossing, PublishedTable]


def protect_linked(
    alone: Mapping[str, Counts],
    crossed: Mapping[Crossing, Counts],
    threshold: int = DEFAULT_THRESHOLD,
) -> LinkedTables:
    """Return tables of the same families protected together.

    `alone`: counts by value of each question; `crossed`: counts by values of two of these questions, in the order of
    the pair. All without totals, all of the same families: no answer is a value like the others.

    Raises:
        DisclosureError: a threshold under 5, totals that do not agree, or crossings that make a loop.
    """
    checked_threshold(threshold)
    _check(alone, crossed)
    hidden = {name: hidden_values(counts, threshold) for name, counts in alone.items()}
    return LinkedTables(
        {name: _margin(counts, hidden[name], threshold) for name, counts in alone.items()},
        {pair: _crossing(counts, hidden[pair[0]], hidden[pair[1]], threshold) for pair, counts in crossed.items()},
    )


def hidden_values(counts: Counts, threshold: int) -> Mask:
    """Return which values of one question are hidden: primary suppression, and the least secondary one that is enough.

    The shortest way when the total is shown: hidden values may be anything that adds up to their sum. One more value
    if one is enough, the smallest that is.
    """
    hidden: Mask = hidden_in_rows(counts[None], threshold)[0]
    return hidden


def hidden_in_rows(counts: Counts, threshold: int) -> Mask:
    """Return which values of one question are hidden, for several groups of families at once: a row for each."""
    hidden = primary_suppression(counts, threshold)
    if not hidden.any():
        return hidden
    large = np.where(counts >= threshold, counts, np.iinfo(np.int64).max)
    # Any value that is not small protects the others by itself.
    alone = (
        hidden.any(axis=1) & (np.where(hidden, counts, 0).sum(axis=1) < threshold) & (counts >= threshold).any(axis=1)
    )
    hidden[alone, large[alone].argmin(axis=1)] = True
    return hidden


def _margin(counts: Counts, hidden: Mask, threshold: int) -> PublishedTable:
    full = with_totals(counts)
    if few(full, threshold):
        return only_its_total(full, threshold)
    return PublishedTable(full, np.append(hidden, False), threshold)


def _crossing(counts: Counts, rows: Mask, columns: Mask, threshold: int) -> PublishedTable:
    full = with_totals(counts)
    if few(full, threshold):
        return only_its_total(full, threshold)
    row_of, column_of, whole = gathered(counts, rows, columns)
    fixed = totals_of(whole)
    sensitive = primary_suppression(whole, threshold) & ~fixed
    inside = secondary_suppression(whole, sensitive, np.full(whole.shape, threshold - 1), fixed)
    hidden = np.zeros(full.shape, dtype=bool)
    hidden[:-1, :-1] = inside[np.ix_(row_of, column_of)] | rows[:, None] | columns[None, :]
    hidden[:-1, -1], hidden[-1, :-1] = rows, columns
    return PublishedTable(full, hidden, threshold)


def gathered(counts: Counts, rows: Mask, columns: Mask) -> tuple[Counts, Counts, Counts]:
    """Return the table in which hidden lines make one line, with its totals: what a reader can make of the published.

    First, for each row then for each column, its place in that table: its own, or the last line, of all the hidden.
    """
    row_of, column_of = _place(rows), _place(columns)
    table = np.zeros((row_of.max() + 1, column_of.max() + 1), dtype=np.int64)
    np.add.at(table, (row_of[:, None], column_of[None, :]), counts)
    return row_of, column_of, with_totals(table)


def totals_of(whole: Counts) -> Mask:
    """Return which cells of a flat table with totals are totals."""
    totals = np.zeros(whole.shape, dtype=bool)
    totals[-1, :] = totals[:, -1] = True
    return totals


def _place(hidden: Mask) -> Counts:
    shown = np.cumsum(~hidden) - 1
    return np.where(hidden, int((~hidden).sum()), shown)


def _check(alone: Mapping[str, Counts], crossed: Mapping[Crossing, Counts]) -> None:
    totals = {int(counts.sum()) for counts in alone.values()}
    for (first, second), counts in crossed.items():
        for name, along in ((first, 1), (second, 0)):
            if name not in alone or not np.array_equal(counts.sum(axis=along), alone[name]):
                raise DisclosureError(phrase("familles-differentes", question=name))
    if len(totals) > 1:
        raise DisclosureError(phrase("totaux-differents"))
    for counts in (*alone.values(), *crossed.values()):
        no_negative(counts)
    _check_no_loop(list(crossed))


def _check_no_loop(pairs: list[Crossing]) -> None:
    group = {name: name for pair in pairs for name in pair}
    for first, second in pairs:
        if group[first] == group[second]:
            raise DisclosureError(phrase("deja-liees", first=first, second=second))
        old, new = group[second], group[first]
        group = {name: new if member == old else member for name, member in group.items()}


__all__ = ["LinkedTables", "hidden_in_rows", "hidden_values", "protect_linked"]
