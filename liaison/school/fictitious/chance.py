"""Tirer au sort sans surprise : un tirage par usage, et exactement la part demandée.

Only raw uniforms of PCG64 and plain arithmetic are used: the same seed gives the same school on every machine,
and a new use of chance (a new stream) never shifts the others.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Chance:
    """One seed, and as many independent streams of uniform numbers as there are uses, each named."""

    def __init__(self, seed: int):
        self.seed = seed

    def uniform(self, use: str, size: int, at: Ints | None = None) -> Floats:
        """Return `size` numbers in [0, 1) for this `use`: asking for more keeps the first ones.

        With `at` (`size` positions, 0 or more), each thing has the number of its position, whatever the others are:
        when some are left out, those that remain keep theirs.
        """
        stream = np.random.SeedSequence([self.seed, zlib.crc32(use.encode())])
        generator = np.random.Generator(np.random.PCG64(stream))
        if at is None:
            return generator.random(size)
        return generator.random(int(at.max(initial=-1)) + 1)[at]

    def order(self, use: str, size: int) -> Ints:
        """Return a random order of `size` things."""
        return np.argsort(self.uniform(use, size), kind="stable")

    def pick(self, use: str, weights: Floats, at: Ints | None = None) -> Ints:
        """Return one column index per row of `weights` (rows × choices), drawn in proportion to the weights."""
        bounds = np.cumsum(weights, axis=1)
        drawn = self.uniform(use, len(weights), at) * bounds[:, -1]
        return np.minimum((drawn[:, None] >= bounds).sum(axis=1), weights.shape[1] - 1)

    def choose(self, use: str, probability: Floats, share: float | None = None, at: Ints | None = None) -> Flags:
        """Return who is chosen: as many as `probability` adds up to, each with about its own probability.

        With `share` (0 to 1), odds are first scaled so that the mean probability is that share. The number
        chosen is then fixed, not random (Pareto sampling: Rosén 1997), so that a school shows the share it
        was asked for, to the nearest person; a larger share keeps everybody that a smaller one had chosen.
        """
        wanted = probability if share is None else scaled(probability, share)
        count = round_half_up(float(np.sum(wanted)))
        drawn = self.uniform(use, len(wanted), at)
        with np.errstate(divide="ignore", invalid="ignore"):
            rank = np.where(wanted >= 1, -1.0, odds(drawn) / odds(wanted))
        chosen = np.zeros(len(wanted), dtype=bool)
        chosen[np.argsort(rank, kind="stable")[:count]] = True
        return chosen


def odds(probability: Floats) -> Floats:
    """Return p / (1 - p)."""
    return probability / (1 - probability)


def times(probability: Floats, *factors: tuple[Flags, float]) -> Floats:
    """Return the probability whose odds are multiplied by each factor where its condition holds."""
    scale = np.ones(len(probability))
    for condition, factor in factors:
        scale = np.where(condition, scale * factor, scale)
    return probability * scale / (1 - probability + probability * scale)


def scaled(probability: Floats, share: float) -> Floats:
    """Return probabilities whose odds are all multiplied by one number, so that their mean is `share`.

    Certainties (0 or 1) are kept as long as the share can be reached with them.
    """
    if not len(probability) or share <= 0 or share >= 1:
        return np.full(len(probability), min(max(share, 0.0), 1.0))
    free = (probability > 0) & (probability < 1)
    certain = float(np.sum(probability >= 1))
    wanted = share * len(probability) - certain
    if wanted <= 0 or wanted >= np.sum(free):
        return np.full(len(probability), share)
    low, high = 1e-12, 1e12
    for _ in range(100):
        middle = float(np.sqrt(low * high))
        mean = float(np.sum(times(probability[free], (np.ones(int(free.sum()), dtype=bool), middle))))
        low, high = (middle, high) if mean < wanted else (low, middle)
    result = probability.copy()
    result[free] = times(probability[free], (np.ones(int(free.sum()), dtype=bool), low))
    return result


def round_half_up(value: float) -> int:
    """Return the nearest integer; the last bits of a sum, which differ between machines, do not count."""
    return int(np.floor(round(value, 9) + 0.5))


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Return whole numbers in proportion to `weights` that add up to `total` (largest remainders)."""
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [int(round(value, 9)) for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: (-round(exact[i] - parts[i], 9), i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts
