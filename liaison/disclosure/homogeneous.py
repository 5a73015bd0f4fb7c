"""Un groupe dont toutes les familles, ou presque, ont donné la même réponse : la dire serait la dire de chacune.

A **group** is a line of a table, with its total: the families of one level, one commune, all of them. Its **rest** is
how many of them did not give the answer that most gave. A rest of 0 tells everybody's answer; a rest of 1 tells all the
others' to the one; a rest under the threshold, to whoever gathers it. A rest is therefore protected as a small cell is,
zero included: the reader must leave it as many values as the threshold, or as the group has families when they are
fewer. Along every axis, for nothing says which column everybody knows and which one is the answer.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from liaison.disclosure.attack import Cell, Counts, Mask
from liaison.disclosure.disclosure import secondary_suppression


def hide_shared_answers(full: Counts, hidden: Mask, threshold: int) -> Mask:
    """Return what to hide besides, so that no group of a table with its totals tells that it nearly all agrees.

    Every axis has two values or more. The size of the group is supposed to be known, hidden or not: an attendance list
    tells it.
    """
    for top, group in _agreeing(full, threshold):
        sensitive, known = np.zeros_like(hidden), np.zeros_like(hidden)
        sensitive[top] = known[group] = True
        widths = np.full(full.shape, min(threshold - 1, int(full[group])))
        hidden = secondary_suppression(full, sensitive, widths, known, hidden)
    return hidden


def in_agreeing_groups(full: Counts, threshold: int) -> Mask:
    """Return which cells of a table with its totals are in a group that nearly all agrees."""
    agreeing = np.zeros(full.shape, dtype=bool)
    for top, group in _agreeing(full, threshold):
        agreeing[tuple(at if at == end else slice(None) for at, end in zip(top, group, strict=True))] = True
    return agreeing


def _agreeing(full: Counts, threshold: int) -> Iterator[tuple[Cell, Cell]]:
    """Return, for each group whose rest is under the threshold, the cell of its first answer and that of its total."""
    for axis in range(full.ndim):
        inside, total = np.delete(full, -1, axis), full.take(-1, axis)
        first = inside.argmax(axis)
        rest = total - inside.max(axis)
        for group in map(tuple, np.argwhere((total > 0) & (rest < threshold))):
            before, after = group[:axis], group[axis:]
            yield (*before, int(first[group]), *after), (*before, full.shape[axis] - 1, *after)


__all__ = ["hide_shared_answers", "in_agreeing_groups"]
