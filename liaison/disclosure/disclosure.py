"""Publier un tableau de familles sans rien apprendre d'une seule : les petites cases cachées, et d'autres avec elles.

A table of counts is published with its totals. A cell is **small** when it counts between 1 and `threshold - 1`
families. Small cells are hidden (primary suppression), and others with them (secondary, or complementary,
suppression), until no one who reads what is published and can subtract, program and solve, can bound a small cell
within fewer than `threshold` values.

The bounds of a cell (its audit interval) are those of the best attacker (see `attack`): the least and the greatest
value that a whole table of natural numbers, equal to everything published, can have in that cell. Hidden cells all look
alike: nothing says which are small and which only protect.

Who besides knows this very algorithm can rule out the tables for which it would have hidden other cells, and narrow a
cell a little more: how much is counted in tests/disclosure/test_attack.py and said in docs/modele_diagnostic.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.disclosure.attack import (
    Cell,
    Counts,
    Floats,
    Mask,
    alone_in_a_line,
    audit_interval,
    cheapest_move,
    flow_reach,
    protecting,
    reach,
)
from liaison.disclosure.publication_rules import publication_rules

phrase = french_beside(__file__)

_RULE = publication_rules()
DEFAULT_THRESHOLD, LOWEST_THRESHOLD = _RULE.seuil, _RULE.plancher
MOST_DIMENSIONS = 3
MOST_IN_A_NETWORK = 2**29  # the flows of scipy are counted on 32 bits
FEW_TIMES = 2
# What hiding a total costs, beside a cell inside: never while the inside is enough.
TOTAL_COST = 50.0


class DisclosureError(FrenchError):
    """A table that cannot be published under these rules, and what to do."""


@dataclass(frozen=True)
class PublishedTable:
    """A table of counts with its totals (last position of each axis), and what of it is hidden.

    `counts`: natural numbers, totals included, never to be shown where `hidden` is true.
    """

    counts: Counts
    hidden: Mask
    threshold: int

    @cached_property
    def small(self) -> Mask:
        """Which cells count between 1 and threshold - 1 families: for the authors of the table only."""
        return primary_suppression(self.counts, self.threshold)

    def shown(self) -> list[int | None]:
        """Return what may be shown, cell by cell in the order of `counts.ravel()`; None where it is hidden."""
        pairs = zip(self.counts.ravel(), self.hidden.ravel(), strict=True)
        return [None if hidden else int(count) for count, hidden in pairs]


def with_totals(counts: Counts) -> Counts:
    """Return the table with its totals along every axis, each in the last position of the axis."""
    for axis in range(counts.ndim):
        counts = np.concatenate([counts, counts.sum(axis=axis, keepdims=True)], axis=axis)
    return counts


def primary_suppression(counts: Counts, threshold: int) -> Mask:
    """Return which cells count between 1 and threshold - 1 families: those of primary suppression."""
    small: Mask = (counts > 0) & (counts < threshold)
    return small


def checked_threshold(threshold: int) -> int:
    """Return the threshold if it protects a family.

    Raises:
        DisclosureError: under 5.
    """
    if threshold < LOWEST_THRESHOLD:
        raise DisclosureError(phrase("seuil-trop-bas", lowest=LOWEST_THRESHOLD, threshold=threshold))
    return threshold


def protect(counts: Counts, threshold: int = DEFAULT_THRESHOLD) -> PublishedTable:
    """Return the table with its totals, small cells and what protects them hidden.

    `counts`: one axis per question, natural numbers, one to three axes, without totals. Tables that are published
    beside others with the same totals go through `linked.protect_linked` instead.

    Raises:
        DisclosureError: a threshold under 5, more than three axes, or a count below zero.
    """
    checked_threshold(threshold)
    _check(counts)
    full = with_totals(np.asarray(counts, dtype=np.int64))
    if few(full, threshold):
        return only_its_total(full, threshold)
    small = primary_suppression(full, threshold)
    widths = np.full(full.shape, threshold - 1)
    return PublishedTable(full, secondary_suppression(full, small, widths, np.zeros(full.shape, dtype=bool)), threshold)


def few(full: Counts, threshold: int) -> bool:
    """Whether a table counts too few families for anything but its total: less than twice the threshold.

    Who knows the rule would otherwise find them by the zeros: 8 families, threshold 5, two cells hidden, are 4 and 4.
    """
    return bool(full[(-1,) * full.ndim] < FEW_TIMES * threshold)


def only_its_total(full: Counts, threshold: int) -> PublishedTable:
    """Return a table of which only the total is shown, and not even it under the threshold."""
    hidden = np.ones(full.shape, dtype=bool)
    hidden[(-1,) * full.ndim] = 0 < full[(-1,) * full.ndim] < threshold
    return PublishedTable(full, hidden, threshold)


def suppressed_amounts(amounts: Counts, counts: Counts, largest: Counts, telling: Mask, threshold: int) -> Mask:
    """Return which cells of a table of sums, with its totals, are hidden: few families, or one that outweighs them.

    `amounts` (devices asked for, euros): a whole number per cell, without totals; `counts`: families behind each;
    `largest`: what the first of them weighs; `telling`: where, totals included, a sum of 0 would say what each family
    gives. With totals, a sum is hidden when fewer than `threshold` families make it or when one weighs too much of it
    (dominance: `domination` of the rule `diagnostic/publication`); the best attacker then knows no hidden sum to within
    its own value. A telling 0 is hidden, and could be what one family gives at most.
    """
    checked_threshold(threshold)
    _check(amounts)
    full, families, most = with_totals(amounts), with_totals(counts), _greatest(largest)
    dominated = (full > 0) & (most >= _RULE.domination * full)
    none = telling & (full == 0)
    sensitive = none | primary_suppression(families, threshold) | dominated
    widths = np.where(none, max(int(largest.max()), 1), full)
    return secondary_suppression(full, sensitive, widths, np.zeros(full.shape, dtype=bool))


def secondary_suppression(
    full: Counts, sensitive: Mask, widths: Counts, fixed: Mask, hidden: Mask | None = None
) -> Mask:
    """Return what to hide so that each sensitive cell can have `widths + 1` values or more for the reader.

    What is sensitive is primary suppression; what is hidden besides is secondary.

    `fixed`: cells shown whatever happens, and that no other table may change.
    """
    hidden = sensitive.copy() if hidden is None else hidden | sensitive
    cost = _cost(full)
    for cell in map(tuple, np.argwhere(sensitive)):
        width = int(widths[cell])
        if _wide_enough(full, hidden, cell, width, fixed):
            continue
        more = cheapest_move(full, hidden, cell, width, cost, fixed)
        if more is None:
            more = protecting(full, hidden, cell, width, cost, fixed)
        # Nothing else would do: a table whose every free cell is hidden tells no more than its fixed totals.
        hidden |= ~fixed if more is None else more
    return hidden


def _wide_enough(full: Counts, hidden: Mask, cell: Cell, width: int, fixed: Mask) -> bool:
    if reach(full, hidden, cell, fixed) >= width:
        return True
    if alone_in_a_line(hidden & ~fixed, cell):
        return False
    if full.ndim == 2 and full[-1, -1] < MOST_IN_A_NETWORK:
        return flow_reach(full, hidden, cell, fixed) >= width
    low, high = audit_interval(full, hidden, cell, fixed)
    return high - low >= width


def _check(counts: Counts) -> None:
    if not 1 <= counts.ndim <= MOST_DIMENSIONS:
        raise DisclosureError(phrase("trop-de-criteres", most=MOST_DIMENSIONS))
    no_negative(counts)


def no_negative(counts: Counts) -> None:
    """Check that no cell of a table is negative.

    Raises:
        DisclosureError: one is.
    """
    if (counts < 0).any():
        raise DisclosureError(phrase("case-negative"))


def _greatest(largest: Counts) -> Counts:
    for axis in range(largest.ndim):
        largest = np.concatenate([largest, largest.max(axis=axis, keepdims=True)], axis=axis)
    return largest


def _cost(full: Counts) -> Floats:
    """Return what hiding each cell costs the reader: far more for a total than inside."""
    totals = sum(np.indices(full.shape)[axis] == size - 1 for axis, size in enumerate(full.shape))
    cost: Floats = (1.0 + np.log1p(full)) * TOTAL_COST**totals
    return cost


__all__ = ["DEFAULT_THRESHOLD", "DisclosureError", "PublishedTable", "audit_interval", "protect", "with_totals"]
