"""Entre combien et combien : l'intervalle autour d'une part, quand une partie seulement des familles a répondu.

Wilson's score interval, with a continuity correction, and with the finite population correction: the variance of a
share is multiplied by (N - n) / (N - 1), as if n (N - 1) / (N - n) families had answered out of infinitely many.
Among N families the share then lies in it 95 times in 100, and never less than 94.6 whatever it is (computed exactly,
for N up to 600, in tests/diagnostic), **if those who answer are like those who do not**: no interval repairs the other
case.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
NORMAL_95 = 1.959964


def share_interval(
    counts: ArrayLike, answers: ArrayLike, population: ArrayLike | None = None, effective: ArrayLike | None = None
) -> tuple[Floats, Floats]:
    """Return the low and high bounds (0 to 1) of the share `counts / answers` among `population` families.

    `population`: families in all, infinitely many when it is not known (None, inf) or cannot be, being fewer than the
    answers: no correction then. When everybody answered, the share itself.
    `effective`: how many answers the weighted ones are worth, when `counts` and `answers` are sums of weights.
    NaN where nobody answered.
    """
    k, n = np.asarray(counts, dtype=float), np.asarray(answers, dtype=float)
    weighed = effective is not None
    size = np.asarray(effective, dtype=float) if weighed else n
    with np.errstate(divide="ignore", invalid="ignore"):
        share = k / n
        if population is None:
            low, high, worth = np.zeros_like(share), np.ones_like(share), size
        else:
            whole = _possible(np.asarray(population, dtype=float), size)
            worth = np.where(whole > size, size * (whole - 1) / (whole - size), np.inf)
            worth = np.where(np.isinf(whole), size, worth)
            # What was seen is certain: those who said so are at least so many, and the others who answered are not.
            seen = share * size
            low = np.zeros_like(share) if weighed else seen / whole
            high = np.ones_like(share) if weighed else 1 - (size - seen) / whole
        half = 0.5 / size
        low = np.maximum(low, _score(np.maximum(share - half, 0), worth)[0])
        high = np.minimum(high, _score(np.minimum(share + half, 1), worth)[1])
        everybody = np.isinf(worth)
        low, high = np.where(everybody, share, low), np.where(everybody, share, high)
    return np.minimum(low, share), np.maximum(high, share)


def _possible(population: Floats, answers: Floats) -> Floats:
    """Return the population, infinite where more answered than it counts."""
    # Weighted answers are worth whole ones to what the machine rounds.
    whole: Floats = np.where(population < answers * (1 - 1e-9), np.inf, np.maximum(population, answers))
    return whole


def _score(share: Floats, worth: Floats) -> tuple[Floats, Floats]:
    z2 = NORMAL_95**2 / worth
    centre = (share + z2 / 2) / (1 + z2)
    half = NORMAL_95 * np.sqrt(share * (1 - share) / worth + z2 / (4 * worth)) / (1 + z2)
    return centre - half, centre + half
