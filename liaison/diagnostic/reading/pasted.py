"""Un fichier où les mêmes lignes se suivent deux fois : un export collé sous lui-même, ou deux familles ?

Two lines of one file are two families: all count, and the publication waits for a yes.
"""

from __future__ import annotations

import math
from collections import Counter

from liaison.base.sentences import french_beside
from liaison.diagnostic.reading.doubts import LIKELY, ExportDoubt
from liaison.diagnostic.reading.exports import Export
from liaison.diagnostic.reading.in_a_row import rarest_run

phrase = french_beside(__file__)


def pasted(export: Export) -> ExportDoubt | None:
    """Return what is said of a file of which some lines stand again below, in the same order, as chance does not put
    them: with the same answers, numbers and times.

    As rare, together, as each is without its second time, times the places where both might begin. Lines that are put
    in order have their like together: two kinds of them do not follow twice.
    """
    codes = [row.tobytes() for row in export.codes]
    lines = [(row, each.numbers, each.minute, each.seconds) for row, each in zip(codes, export.sent, strict=True)]
    counts = Counter(lines)
    bits = [math.log2(len(lines) / max(counts[line] - 1, 1)) for line in lines]
    run = rarest_run(lines, lines, bits, below=True)
    is_whole = 2 * run.size == len(lines)
    places = math.log2(len(lines)) * (1 if is_whole else 2) - (not is_whole)
    if len(set(lines[run.first : run.first + run.size])) <= 1 or run.bits - places < LIKELY:
        return None
    of = [each.place.line for each in export.responses]
    first, last, again, end = run.first, run.first + run.size - 1, run.again, run.again + run.size - 1
    words = phrase("collees", count=run.size, first=of[first], last=of[last], again=of[again], end=of[end])
    return ExportDoubt(words, run.size)


__all__ = ["pasted"]
