"""Un tableau dont la première ligne nomme les colonnes : chaque ligne de sa largeur, chaque colonne par son nom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from liaison.base.faults import FrenchError
from liaison.base.letters import key
from liaison.base.sentences import french_beside
from liaison.base.tables.opened import Line, Opened, is_blank

phrase = french_beside(__file__)

QUOTE: Final = 40  # signes du nom d'une colonne, là où une phrase la cite


class TableError(FrenchError):
    """A table that cannot be taken as asked: which line, which column, what is expected."""


@dataclass(frozen=True)
class TableLines:
    """The lines of a file: names of the columns, then for each line its number and its cells.

    `remarks`: what is worth saying of how the file was read, such as a sheet that was not.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Line, ...]
    remarks: tuple[str, ...] = ()

    def column(self, wanted: str) -> list[str]:
        """Return the cells of a column, by its name, capitals and accents aside.

        Raises:
            TableError: there is no such column, or there are several.
        """
        places = [place for place, name in enumerate(self.columns) if name == wanted]
        places = places or [place for place, name in enumerate(self.columns) if key(name) == key(wanted)]
        if len(places) != 1:
            listed = ", ".join(name[:QUOTE] for name in self.columns[:20])
            sentence_key = "colonne-plusieurs-fois" if places else "colonne-absente"
            raise TableError(phrase(sentence_key, file=self.name, column=wanted[:QUOTE], columns=listed))
        return [str(line.cells[places[0]]).strip() for line in self.rows]


def titled_lines(opened: Opened, *, may_be_empty: bool = False) -> TableLines:
    """Return the lines of a file whose first line names the columns; `may_be_empty`: titles alone are a table too.

    Raises:
        TableError: it could not be opened, has no line, or one of its lines is not of its width.
    """
    if opened.fault:
        raise TableError(f"« {opened.name} » : {opened.fault}.")
    lines = [line for line in opened.lines if line.fault or not is_blank(line.cells)]
    if len(lines) < (1 if may_be_empty else 2):
        raise TableError(phrase("table-vide", file=opened.name))
    head, *rows = lines
    for line in lines:
        width = len(line.cells)
        if line.fault or width < len(head.cells) or not is_blank(line.cells[len(head.cells) :]):
            reason = line.fault or phrase("cellules-attendues", width=width, expected=len(head.cells))
            raise TableError(phrase("ligne-a-corriger", file=opened.name, line=line.number, reason=reason))
    return TableLines(opened.name, tuple(str(cell).strip() for cell in head.cells), tuple(rows), opened.remarks)
