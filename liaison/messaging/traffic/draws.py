"""Random numbers that depend on what they are for, never on the order in which they are drawn.

A draw is a pure function of a seed, a purpose and identifiers (a message, a person, a day): recomputing
one recipient alone, in blocks or in several processes, gives the same numbers. The mixing function is
SplitMix64's finaliser (Steele, Lea & Flood, OOPSLA 2014), applied once per identifier.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_BELOW_ONE = np.nextafter(np.float32(1), np.float32(0))


def identifiers(ids: pd.Series | np.ndarray | list[str]) -> np.ndarray:
    """Return a stable uint64 for each text identifier, the same on every machine and in any order."""
    return pd.util.hash_array(np.asarray(ids, dtype=object), categorize=False)


def _mix(state: np.ndarray) -> np.ndarray:
    state = (state ^ (state >> np.uint64(30))) * _FIRST
    state = (state ^ (state >> np.uint64(27))) * _SECOND
    return state ^ (state >> np.uint64(31))


def uniform(seed: int, what: str, *keys: np.ndarray | int) -> np.ndarray:
    """Return float64 in (0, 1), one per broadcast combination of `keys` (unsigned or non-negative integers)."""
    state = _start(seed, what)
    for key in keys:
        state = _with(state, _own(key))
    return _between_0_and_1(state)


class Pairs:
    """Draws for pairs of identifiers: `uniform(seed, what, first[i], second[j])` for each pair (i, j).

    What concerns one identifier alone is mixed once, not once for each pair that it is in.
    """

    def __init__(self, first: np.ndarray, second: np.ndarray, pairs: tuple[np.ndarray, np.ndarray]) -> None:
        self._first, self._second = _own(first), _own(second).take(pairs[1])
        self._i = pairs[0]

    def uniform(self, seed: int, what: str) -> np.ndarray:
        """Return float64 in (0, 1), one per pair."""
        return _between_0_and_1(_with(_with(_start(seed, what), self._first).take(self._i), self._second))


def _start(seed: int, what: str) -> np.ndarray:
    return np.asarray(identifiers([f"{seed}:{what}"])[0])


def _own(key: np.ndarray | int) -> np.ndarray:
    """Return what an identifier adds to any draw."""
    with np.errstate(over="ignore"):
        return _mix(np.asarray(key).astype(np.uint64) + _GOLDEN)


def _with(state: np.ndarray, own: np.ndarray) -> np.ndarray:
    with np.errstate(over="ignore"):
        return _mix((state + _GOLDEN) ^ own)


def _between_0_and_1(state: np.ndarray) -> np.ndarray:
    # 53 bits, moved by half a step: never 0 nor 1, so that a logarithm is always finite.
    return ((state >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53


def kept(draws: np.ndarray) -> np.ndarray:
    """Return the draws as a simulation keeps them by row: float32, still in (0, 1), where rounding alone gives 1s."""
    return np.minimum(draws.astype(np.float32), _BELOW_ONE)
