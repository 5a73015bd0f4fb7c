"""Deux tableaux de peu de questions, sans numéro ni heure : un seul export donné deux fois, ou deux classes ?

Each line is given by many families, and proves nothing; all of them together may. Two classes that answer as often
alike say the same lines in the same numbers, or in the same order, with a chance that is counted here, in bits: under
one in a million, the two files are one. Lines that are sorted have no order of their own.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, takewhile

import numpy as np

SURE = 20.0  # bits: a chance in a million
SELDOM = 8.0  # bits: one in two hundred and fifty-six, which is asked


def same_export(former: Sequence[bytes], later: Sequence[bytes], nearly_all: float) -> bool:
    """Whether the lines of two files are one export given twice, or its sequel, and not two classes that agree.

    The same lines in the same order, from the beginning or to the end: `nearly_all` of the smaller file. Or, in any
    order, the same lines as many times each, or `nearly_all` of the smaller file within the other.
    """
    small = min(len(former), len(later))
    head = _common(former, later)
    tail = min(_common(former[::-1], later[::-1]), small - head)
    ends = [*former[:head], *former[len(former) - tail :]]
    if ends and len(ends) >= nearly_all * small and _of_counts(ends) + _of_order(ends) - math.log2(small) >= SURE:
        return True
    if same_counts(former, later) and _of_counts(former) >= SURE:
        return True
    return _of_part(former, later, nearly_all) >= SURE


def same_counts(former: Sequence[bytes], later: Sequence[bytes]) -> bool:
    """Whether two files have the same lines, as many times each."""
    return Counter(former) == Counter(later)


def may_be_part(former: Sequence[bytes], later: Sequence[bytes], nearly_all: float) -> bool:
    """Whether nearly all the lines of one of two files are in the other, likelier of a part than of another class."""
    return _of_part(former, later, nearly_all) > 0


def in_same_order(former: Sequence[bytes], later: Sequence[bytes]) -> tuple[int, int, int] | None:
    """Return where lines follow each other in both files as chance does not put them: the rank of the first in each,
    and how many; None where there are none.

    As rare, together, as each is among all: times the places where they might begin.
    """
    counts = Counter([*former, *later])
    rank = {line: place for place, line in enumerate(counts)}
    own, others = (np.array([rank[line] for line in lines], dtype=np.intp) for lines in (former, later))
    bits = -np.log2(np.array(list(counts.values())) / counts.total())
    best, end = 0.0, (0, 0)
    above = np.zeros(len(others))
    for place, line in enumerate(own.tolist()):
        above = np.where(others == line, bits[line] + np.concatenate([[0.0], above[:-1]]), 0.0)
        if len(above) and above.max() > best:
            best, end = float(above.max()), (place, int(above.argmax()))
    if best - math.log2(max(len(former) * len(later), 1)) < SELDOM:
        return None
    count = _common(former[end[0] :: -1], later[end[1] :: -1])
    return end[0] - count + 1, end[1] - count + 1, count


def _of_part(former: Sequence[bytes], later: Sequence[bytes], nearly_all: float) -> float:
    """Return, in bits, how much better the smaller file is explained as drawn from the other than as another class.

    Another class gives each line as often as the other file and it have shown so far, whichever it is; of a part, a
    line is not given again once it has been. What is found so often by chance is as rare as it says (a likelihood
    ratio); lines of the smaller file that are not in the other are left out in any way that suits, which is paid for.
    """
    small, large = sorted((former, later), key=len)
    own, other = Counter(small), Counter(large)
    met = own & other
    count = met.total()
    if not count or count < nearly_all * len(small):
        return 0.0
    lines = sum(_drawn(other[line], times) for line, times in met.items())
    return lines - _drawn(len(large), count) - _chosen(len(small), count)


def _drawn(among: int, number: int) -> float:
    """Return, in bits, how much less often a line is drawn so many times, never twice the same, than each time anew."""
    never_again = _factorial(among) - _factorial(among - number)
    anew = _factorial(among + number - 1) - _factorial(among - 1)
    return never_again - anew


def _common(first: Sequence[bytes], other: Sequence[bytes]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, other, strict=False)))


def _of_counts(lines: Sequence[bytes]) -> float:
    """Return how unlikely it is that as many other families give each line as many times, in bits."""
    size, counts = len(lines), Counter(lines).values()
    bits = _factorial(size) + sum(count * math.log2(count / size) - _factorial(count) for count in counts)
    return max(-bits, 0.0)


def _of_order(lines: Sequence[bytes]) -> float:
    """Return how unlikely it is that the same lines come in the same order, in bits: nothing when they are sorted.

    By the runs of lines alike: in how many ways each line can be cut in as many, and those be put one after the other;
    less the orders in which someone may sort.
    """
    counts = Counter(lines)
    runs = Counter(line for line, _ in groupby(lines))
    cuts = sum(_chosen(counts[line] - 1, own - 1) for line, own in runs.items())
    mixed = _factorial(runs.total()) - sum(map(_factorial, runs.values()))
    return max(cuts + mixed - _factorial(len(counts)), 0.0)


def _factorial(number: int) -> float:
    return math.lgamma(number + 1) / math.log(2)


def _chosen(among: int, number: int) -> float:
    return _factorial(among) - _factorial(number) - _factorial(among - number)


__all__ = ["in_same_order", "may_be_part", "same_counts", "same_export"]
