"""Un classeur d'une classe par feuille : une seule est lue, les réponses des autres sont refusées, pas oubliées."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import islice
from typing import NamedTuple

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import HEAD_LINES, Opened, SheetBeside, is_blank
from liaison.diagnostic.reading.formats import layout_of
from liaison.diagnostic.reading.formats.source import Layout
from liaison.diagnostic.reading.reports import Refused
from liaison.diagnostic.reading.wording import Lexicon

phrase = french_beside(__file__)


class SheetToGive(NamedTuple):
    """A sheet that has the columns of the one that is read: what was to be remarked of it, what is refused, how many
    responses it has."""

    remark: str
    refused: Refused
    lines: int


def sheets_to_give(opened: Opened, layout: Layout, lexicon: Lexicon, wanted: Set[str]) -> Iterator[SheetToGive]:
    """Yield the sheets that hold responses to the same questions as the one that is read, laid out so."""
    columns = {column.name for column in layout.columns}
    for sheet in opened.sheets:
        count = _responses(sheet, columns, lexicon, wanted)
        if count:
            reason = phrase("feuille-a-donner", sheet=shown(sheet.name), count=count)
            yield SheetToGive(sheet.remark, Refused(opened.name, None, "", "", reason), count)


def _responses(sheet: SheetBeside, columns: Set[str], lexicon: Lexicon, wanted: Set[str]) -> int:
    """Return how many lines are filled below the header of a sheet; 0 when it has other columns."""
    head = [line.cells or [""] for line in islice(sheet.lines(), HEAD_LINES)]
    if all(map(is_blank, head)):
        return 0
    own = layout_of(head, lexicon, wanted)
    if {column.name for column in own.columns} != columns:
        return 0
    return sum(not is_blank(line.cells) for line in islice(sheet.lines(), own.header_lines, None))


__all__ = ["SheetToGive", "sheets_to_give"]
