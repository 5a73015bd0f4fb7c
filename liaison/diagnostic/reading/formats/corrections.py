"""Ce qu'un fichier de corrections de la suite ajoute à chaque ligne : le fichier et la ligne qu'elle corrige."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from liaison.base.letters import key
from liaison.base.tables import bare_cell
from liaison.diagnostic.reading.formats.source import SourceColumn

FILE, LINE, REASON = COLUMNS = ("fichier", "ligne", "raison")
_LONGEST_NUMBER = 9  # chiffres


CorrectedLine = Callable[[Sequence[str]], tuple[str, int] | None]


def corrected_line(columns: Sequence[SourceColumn]) -> CorrectedLine | None:
    """Return what reads, in the cells of a row, the file and the line that it corrects; None for any other table.

    A row that does not say so corrects nothing: it is one more answer.
    """
    places = {key(column.name): column.position for column in columns}
    file, line = places.get(FILE), places.get(LINE)
    if file is None or line is None:
        return None

    def read(cells: Sequence[str]) -> tuple[str, int] | None:
        name, number = bare_cell(cells[file]).strip(), cells[line].strip()
        whole = number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER
        return (name, int(number)) if name and whole else None

    return read


__all__ = ["COLUMNS", "CorrectedLine", "corrected_line"]
