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
    with np.errstate(over="ignore"):
        state = np.asarray(identifiers([f"{seed}:{what}"])[0])
        for key in keys:
            state = _mix((state + _GOLDEN) ^ _mix(np.asarray(key).astype(np.uint64) + _GOLDEN))
    # 53 bits, moved by half a step: never 0 nor 1, so that a logarithm is always finite.
    return ((state >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53


def kept(draws: np.ndarray) -> np.ndarray:
    """Return the draws as a simulation keeps them by row: float32, still in (0, 1), where rounding alone gives 1s."""
    return np.minimum(draws.astype(np.float32), _BELOW_ONE)
