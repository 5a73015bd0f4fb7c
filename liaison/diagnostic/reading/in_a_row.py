"""Des lignes qui se suivent de même en deux endroits : où, combien, et si le hasard les y met."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np


class Run(NamedTuple):
    """Lines that follow each other alike in two places: the ranks of the first of them in both, how many they are, and
    how rare they are together, in bits."""

    first: int
    again: int
    size: int
    bits: float


def bits_of_order(lines: Sequence[Hashable]) -> list[float]:
    """Return how rare each line is, in bits, where it stands: only one that comes back after others shows an order, for
    lines that are sorted have their like together."""
    counts, above, bits = Counter(lines), set[Hashable](), []
    for place, line in enumerate(lines):
        comes_back = line in above and line != lines[place - 1]
        bits.append(math.log2(len(lines) / counts[line]) if comes_back else 0.0)
        above.add(line)
    return bits


def rarest_run(
    own: Sequence[Hashable], others: Sequence[Hashable], bits: Sequence[float], *, below: bool = False
) -> Run:
    """Return the rarest lines that follow each other in both files, each as rare as the `bits` of `own` say; `below`:
    both are one file, and the lines stand again lower in it."""
    ranks = {line: place for place, line in enumerate({*own, *others})}
    first, second = (np.array([ranks[line] for line in lines], dtype=np.intp) for lines in (own, others))
    sums = np.concatenate([[0.0], np.cumsum(bits)])
    best = Run(0, 0, 0, 0.0)
    for apart in range(1 if below else 1 - len(own), len(others)):
        start, end = max(0, -apart), min(len(own), len(others) - apart)
        same = first[start:end] == second[start + apart : end + apart]
        edges = start + np.flatnonzero(np.diff(np.concatenate([[0], same.astype(np.int8), [0]])))
        begins, ends = edges[::2], edges[1::2]
        ends = np.minimum(ends, begins + apart) if below else ends
        if len(begins) and (rare := sums[ends] - sums[begins]).max() > best.bits:
            at = int(rare.argmax())
            best = Run(int(begins[at]), int(begins[at]) + apart, int(ends[at] - begins[at]), float(rare[at]))
    return best


__all__ = ["Run", "bits_of_order", "rarest_run"]
