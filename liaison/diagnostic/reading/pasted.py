"""Un fichier où les mêmes lignes se suivent deux fois : un export collé sous lui-même, ou deux familles ?

Two lines of one file are two families: all count, and the publication waits for a yes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Sequence

from liaison.base.sentences import french_beside
from liaison.diagnostic.reading.doubts import ExportDoubt
from liaison.diagnostic.reading.exports import Export
from liaison.diagnostic.reading.one_form import LIKELY

phrase = french_beside(__file__)


def pasted(export: Export) -> ExportDoubt | None:
    """Return what is said of a file of which the first lines stand again below, in the same order, as chance does not
    put them: with the same answers, numbers and times."""
    codes = [row.tobytes() for row in export.codes]
    lines = [(row, each.numbers, each.minute, each.seconds) for row, each in zip(codes, export.sent, strict=True)]
    count = _said_again(lines)
    if not count:
        return None
    places = [each.place.line for each in export.responses]
    first, last, again, end = places[0], places[count - 1], places[count], places[2 * count - 1]
    return ExportDoubt(phrase("collees", count=count, first=first, last=last, again=again, end=end), count)


def _said_again(lines: Sequence[Hashable]) -> int:
    """Return how many of the first lines stand again just below, in the same order; 0 where chance may put them so."""
    counts = Counter(lines)
    for count in range(len(lines) // 2, 0, -1):
        if lines[count] != lines[0] or lines[:count] != lines[count : 2 * count]:
            continue
        if len(set(lines[:count])) == 1:  # a file put in order has its like lines together
            return 0
        # As many lines of a file that gives each as often, one after the other; wherever the second ones might begin.
        bits = -sum(math.log2(counts[line] / len(lines)) for line in lines[:count])
        elsewhere = 0.0 if 2 * count == len(lines) else math.log2(len(lines))
        if bits - elsewhere >= LIKELY:
            return count
    return 0


__all__ = ["pasted"]
