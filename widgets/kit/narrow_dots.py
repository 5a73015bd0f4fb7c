"""Sur une page étroite, l'image des familles tient dans une hauteur : plus il y a de points, plus ils sont petits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import ceil
from typing import NamedTuple

from liaison.base.dots import PITCH

PAGE, HIGHEST = 344, 340  # what a telephone of 360 has across; what the groups may take, that a step holds two screens
FINEST = 7  # the least between two dots that are still told apart
GAPS, EDGE, LINE, LETTER = (8, 4), 2, 17, 7  # between groups, around dots; of a name, a line and a letter, in its 14 px
MOST_LETTERS = 8  # of names that stand beside their dots


class NarrowGroup(NamedTuple):
    """How a group is drawn: dots `across`, its `part` of a line (2: half), the ems of a name `beside`, 0 for above."""

    across: int
    part: int
    beside: float


class Arrangement(NamedTuple):
    """Groups at a `pitch`, and how `high` they are together."""

    high: float
    groups: list[NarrowGroup]
    pitch: float


@lru_cache(maxsize=8)  # a lever moves nobody to another group
def arranged(labels: tuple[str, ...], counts: tuple[int, ...]) -> Arrangement:
    """Return the groups as a narrow page draws them: in the largest dots that hold, else the lowest of the finest."""
    longest = max(map(len, labels), default=0)
    besides = (0, longest * LETTER + 4) if longest <= MOST_LETTERS else (0,)
    for half in range(2 * PITCH, 2 * FINEST - 1, -1):
        ways = product([half / 2], range(1, 6), besides, (3, 6))
        lowest = min(
            (drawn for way in ways for drawn in _drawn(labels, counts, *way)), default=Arrangement(0, [], PITCH)
        )
        if lowest.high <= HIGHEST:
            break
    return lowest


def _drawn(
    labels: tuple[str, ...], counts: tuple[int, ...], pitch: float, columns: int, beside: int, most: int
) -> Iterator[Arrangement]:
    """Give the groups in so many columns, but those of more than `most` lines of dots, which have a line each."""
    wide = (PAGE + GAPS[0]) / columns - GAPS[0]
    fit = _fit(wide - beside, pitch)
    if fit < 4:
        return
    groups, heights, high = list[NarrowGroup](), list[float](), 0.0
    for label, count in zip(labels, counts, strict=True):
        part = columns if count <= most * fit else 1
        across = fit if part == columns else _fit(PAGE - beside, pitch)
        name = LINE * (1 if beside else ceil(len(label) * LETTER / (wide if part == columns else PAGE)))
        dots = max(1, ceil(count / across)) * pitch + EDGE
        groups.append(NarrowGroup(across, part, beside / (2 * LETTER)))
        if part == 1 or len(heights) == columns:
            high, heights = high + max(heights, default=0) + GAPS[1] * bool(heights), []
        heights.append(max(name, dots) if beside else name + dots)
        if part == 1:
            high, heights = high + heights[0] + GAPS[1], []
    yield Arrangement(high + max(heights, default=0), groups, pitch)


def _fit(width: float, pitch: float) -> int:
    return int((width - EDGE) // pitch)


__all__ = ["FINEST", "HIGHEST", "PAGE", "Arrangement", "NarrowGroup", "arranged"]
