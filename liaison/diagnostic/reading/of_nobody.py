"""Les lignes qui ne sont peut-être d'aucune famille : un exemple, un essai, un tableau tapé sous les réponses.

What words a line holds does not tell it, for a family may write them too. How it is filled does: a tool writes a number
or a time on each line that a family sends, and there a hand leaves nothing, or a word; a recap is a few cells, under a
blank line, or an answer and a number. Such lines count, for papers are typed below an export too, and it is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from statistics import median

from liaison.base.letters import normal
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import Line
from liaison.diagnostic.reading.asked_twice import MOSTLY, SELDOM
from liaison.diagnostic.reading.formats.marks import KNOWN_BY
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.reports import Flagged
from liaison.diagnostic.reading.set_aside import is_amount, said_aside

phrase = french_beside(__file__)

_WORD = re.compile(r"[^\W\d_]{3,}")
# What a person writes before a line of their own, in a column that asks nothing.
_LABELS = frozenset(
    (
        *("exemple", "ex", "test", "essai", "modele", "demo", "demonstration", "bidon", "fictif", "supprimer"),
        *("synthese", "bilan", "recapitulatif", "recap", "resume", "moyenne", "mode", "majorite", "resultat"),
        *("resultats", "majoritaire", "frequente", "total", "example", "sample", "trial"),
    )
)
_BESIDE = frozenset(("a", "de", "la", "le", "les", "des", "plus", "reponse", "reponses", "general", "generale"))


class OfNobody:
    """What tells, of the lines of a file that count, those that may be of no family, and those that a hand typed."""

    def __init__(self, columns: Sequence[SourceColumn], read: Collection[int], rows: Sequence[Sequence[str]]):
        self._answers = frozenset(read)
        self._unread = [each.position for each in columns if each.position not in self._answers]
        self._marks = [_Mark(each, rows) for each in columns if each.kind in KNOWN_BY]
        self._marks = [mark for mark in self._marks if mark.is_of_the_tool]
        self._usual = median(map(self._answered, rows)) if rows else 0
        self._labelled = sum(map(self._is_label, rows)) > SELDOM * len(rows)  # a table of two columns is filled so

    def among(self, lines: Sequence[Line], file: str) -> tuple[list[int], list[Flagged]]:
        """Return which lines may be of no family, and what is said of them and of those that a hand typed."""
        tail = self._thin_tail(lines)
        unmarked = {
            line.number for line in lines if self._marks and not any(each.is_on(line.cells) for each in self._marks)
        }
        nobody = [
            line.number
            for line in lines
            if line.number in tail or self._is_of_nobody(line.cells, is_unmarked=line.number in unmarked)
        ]
        typed = sorted(unmarked - {*nobody})
        name = shown(self._marks[0].column.in_file) if self._marks else ""
        return nobody, [
            *said_aside(phrase("peut-etre-d-aucune-famille"), nobody, file),
            *said_aside(phrase("tapees", column=name), typed, file),
        ]

    def _is_of_nobody(self, cells: Sequence[str], *, is_unmarked: bool) -> bool:
        """Return whether a line says that it is of nobody; `is_unmarked`: nothing there is what the tool writes."""
        first = next((place for place, cell in enumerate(cells) if cell.strip()), 0)
        if first in self._unread and _is_a_label(cells[first]):
            return True
        if is_unmarked:
            return self._is_thin(cells) or any(mark.holds(cells) for mark in self._marks)
        return not self._marks and not self._labelled and self._is_label(cells)

    def _answered(self, cells: Sequence[str]) -> int:
        return sum(bool(cells[place].strip()) for place in self._answers if place < len(cells))

    def _is_thin(self, cells: Sequence[str]) -> bool:
        return 2 * self._answered(cells) <= self._usual

    def _is_label(self, cells: Sequence[str]) -> bool:
        """Return whether a line is an answer and a number after it, and nothing else."""
        filled = [(place, cell.strip()) for place, cell in enumerate(cells) if cell.strip()]
        if len(filled) != len(("label", "count")) or not self._is_thin(cells):
            return False
        (place, label), (_, count) = filled
        return place in self._answers and is_amount(count) and not is_amount(label)

    def _thin_tail(self, lines: Sequence[Line]) -> set[int]:
        """Return the numbers of the last lines, under a blank one, when each of them says little."""
        tail: list[int] = []
        for rank in range(len(lines) - 1, 0, -1):
            if not self._is_thin(lines[rank].cells):
                return set()
            tail.append(lines[rank].number)
            if lines[rank].number - lines[rank - 1].number > 1:
                return set(tail)
        return set()


def _is_a_label(cell: str) -> bool:
    if any(map(str.isdigit, cell)):  # a time, or a number, as on nearly every line
        return False
    words = {*normal(cell).split()}
    return not words.isdisjoint(_LABELS) and words <= _LABELS | _BESIDE


class _Mark:
    """What a tool writes in one column, on each line that a family sends."""

    def __init__(self, column: SourceColumn, rows: Sequence[Sequence[str]]):
        self.column = column
        cells = [text for row in rows if column.position < len(row) and (text := row[column.position].strip())]
        shapes = Counter(map(self._shape, cells))
        self._shapes = {shape for shape, count in shapes.items() if count > SELDOM * len(cells)}
        numbered = any(digit for digit, _ in self._shapes)
        self.is_of_the_tool = len(cells) > MOSTLY * len(rows) and bool(self._shapes) and numbered

    def _shape(self, cell: str) -> tuple[bool, bool | int]:
        """Return whether a cell holds a digit; then whether it holds a word, or how long it is when it was drawn."""
        drawn = self.column.kind == "token"
        return (drawn or any(map(str.isdigit, cell)), len(cell) if drawn else bool(_WORD.search(cell)))

    def holds(self, cells: Sequence[str]) -> bool:
        return bool(cells[self.column.position].strip())

    def is_on(self, cells: Sequence[str]) -> bool:
        return self.holds(cells) and self._shape(cells[self.column.position].strip()) in self._shapes


__all__ = ["OfNobody"]
