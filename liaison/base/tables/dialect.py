"""Ce qui sépare les cellules d'un CSV, dit par ses premières lignes."""

from __future__ import annotations

import io
from itertools import islice
from typing import NamedTuple, TextIO

from liaison.base.tables.lines import lines_of

# The comma last: of two that cut as evenly, it is the one that a sentence or a number holds.
DELIMITERS = ";\t|,"
_SAMPLE = 40  # lignes lues pour reconnaître le séparateur


class Dialect(NamedTuple):
    """What cuts the cells of a table, and how many it has in a line."""

    delimiter: str
    width: int


def dialect_of(text: str | TextIO) -> Dialect:
    """Return the delimiter that cuts the first lines most evenly, and into how many cells; a stream is rewound."""
    stream = io.StringIO(text, newline=None) if isinstance(text, str) else text
    best: tuple[float, int, str] = (0.0, 1, DELIMITERS[0])
    for delimiter in DELIMITERS:
        stream.seek(0)
        sample = [line for line in islice(lines_of(stream, delimiter), _SAMPLE) if not line.fault]
        widths = [len(line.cells) for line in sample]
        if widths:
            width = max(set(widths), key=lambda each: (widths.count(each), each))
            even = widths.count(width) / len(widths) if width > 1 else 0.0
            best = max(best, (even, width, delimiter), key=lambda each: each[:2])
    stream.seek(0)
    return Dialect(best[2], best[1])
