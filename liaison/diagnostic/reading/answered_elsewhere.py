"""Les lignes remplies sans réponse à une question reconnue : combien de familles y ont répondu sans compter.

They are of families: a section in another language, titles that were written again, codes in the place of words. A line
that only begins as the others do (« Acceptez-vous de répondre ? Non ») is of a family that did not answer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice
from statistics import median
from typing import NamedTuple

from liaison.base.quoting import printable
from liaison.base.sentences import french_beside
from liaison.base.tables import Line
from liaison.base.words import shortened
from liaison.diagnostic.reading.asked_twice import MOSTLY, SELDOM
from liaison.diagnostic.reading.formats.source import SourceColumn

phrase = french_beside(__file__)

_LOOKED_AT = 2_000  # lignes qui comptent, dont on regarde ce qu'elles remplissent
_MOST_NAMES = 10


class LinesElsewhere(NamedTuple):
    """Of the lines of a block that answer no question that is recognised: those that hold something, and the others;
    how many hold answers all the same; what is said of the columns that they alone fill, if they do."""

    filled: list[int]
    empty: list[int]
    answering: int
    remark: str


class AnsweredElsewhere:
    """What tells, of the lines of one file that answer no question that is recognised, those that answer others."""

    def __init__(self, columns: Sequence[SourceColumn], read: Collection[int]):
        self._others = [each for each in columns if each.kind == "answer" and each.position not in read]
        self._answers = sorted({*read, *(each.position for each in self._others)})

    def among(self, silent: Sequence[Line], counted: Sequence[Line]) -> LinesElsewhere:
        """Return what these lines are; `counted`: those of the same block that answer a question."""
        filled = [line for line in silent if any(_holds(line, each.position) for each in self._others)]
        numbers = {line.number for line in filled}
        empty = [line.number for line in silent if line.number not in numbers]
        if not filled:
            return LinesElsewhere([], empty, 0, "")
        looked = list(islice(counted, _LOOKED_AT))
        shares = {
            each: sum(_holds(line, each.position) for line in looked) / (len(looked) or 1) for each in self._others
        }
        as_others = [each.position for each, share in shares.items() if share > MOSTLY]
        usual = median([self._answered(line) for line in looked] or [0])
        answering = [line for line in filled if not self._only_begun(line, as_others, usual)]
        own = [
            printable(each.in_file)
            for each, share in shares.items()
            if looked and share <= SELDOM and any(_holds(line, each.position) for line in answering)
        ]
        remark = phrase("dans-d-autres-colonnes", columns=shortened(own, _MOST_NAMES)) if own else ""
        return LinesElsewhere([line.number for line in filled], empty, len(answering), remark)

    def _only_begun(self, line: Line, as_others: Collection[int], usual: float) -> bool:
        """Return whether a line says little, and only where most of those that count say something too."""
        own = {each.position for each in self._others if _holds(line, each.position)}
        return own <= {*as_others} and 2 * self._answered(line) <= usual

    def _answered(self, line: Line) -> int:
        return sum(_holds(line, place) for place in self._answers)


def _holds(line: Line, place: int) -> bool:
    return place < len(line.cells) and bool(line.cells[place].strip())


__all__ = ["AnsweredElsewhere", "LinesElsewhere"]
