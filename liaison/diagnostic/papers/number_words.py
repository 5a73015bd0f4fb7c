"""Un nombre de familles, une part, un intervalle, comme un tableau et un écran les montrent ; ou « caché »."""

from __future__ import annotations

import math
from typing import Any

from liaison.base.numbers import NBSP, percent
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

HIDDEN, NONE = "caché", "–"


def missing(value: Any) -> bool:
    """Return whether a cell of a table of indicators is hidden or empty."""
    # pandas' own NA answers neither yes nor no to a comparison.
    return value is None or str(value) in ("<NA>", "nan")


def count_words(count: Any) -> str:
    """Return a number of families as a table shows it: the number, or « caché »."""
    return HIDDEN if missing(count) else str(int(count))


def told_words(count: Any, low: Any, high: Any) -> str:
    """Return families as a table shows them: the number, « entre 13 et 25 », or « caché »."""
    if missing(count) and not missing(low) and not missing(high):
        return phrase("entre", low=int(low), high=int(high))
    return count_words(count)


def share_words(share: Any) -> str:
    """Return a share as a table shows it, whole: « 4 % », or a dash."""
    if missing(share):
        return NONE
    return percent(share)


def interval_words(low: Any, high: Any) -> str:
    """Return an interval of shares, rounded outwards: « de 87 à 91 % »."""
    if missing(low) or missing(high):
        return NONE
    least, most = outwards(low, high, 100)
    return phrase("de-a", low=least, high=most, nbsp=NBSP)


def outwards(low: float, high: float, of: int) -> tuple[int, int]:
    """Return an interval of shares as whole numbers of `of`, rounded outwards; what floats lose adds none."""
    return math.floor(round(of * low, 6)), math.ceil(round(of * high, 6))


__all__ = ["HIDDEN", "NONE", "count_words", "interval_words", "missing", "outwards", "share_words", "told_words"]
