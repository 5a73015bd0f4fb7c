"""Les colonnes d'un fichier, reconnues ou non, avec leurs mots : de quoi corriger une correspondance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from liaison.base.tables import HEAD_LINES, is_blank
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.formats import layout_of, open_file
from liaison.diagnostic.reading.formats.source import Layout, SourceColumn
from liaison.diagnostic.reading.mapping import MappedColumn, Mapping, wanted_by
from liaison.diagnostic.reading.proposed import propose_mapping
from liaison.diagnostic.reading.set_aside import header_again, is_total
from liaison.diagnostic.reading.unread import never_read
from liaison.diagnostic.reading.unsent import Unsent
from liaison.diagnostic.reading.untitled import with_boxes_told
from liaison.diagnostic.reading.wording import lexicon

SAMPLE_LINES = 2_000


@dataclass(frozen=True)
class FileColumns:
    """The columns of a file that may hold an answer, how it is laid out, its first lines.

    `asking`: the columns whose header names a question.
    """

    layout: Layout
    sample: tuple[Sequence[str], ...]
    asking: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[SourceColumn, ...]:
        """Columns that may hold an answer, in the order of the file: none that designates somebody, nor free text."""
        never = self.never_read
        return tuple(each for each in self.layout.columns if each.kind == "answer" and each.name not in never)

    @cached_property
    def never_read(self) -> dict[str, str]:
        """The columns that designate somebody or are what families wrote, and why: not a word of them is shown."""
        reasons = {}
        for column in self.layout.columns:
            cells = [row[column.position] for row in self.sample if column.position < len(row)]
            if column.kind == "answer" and column.name not in self.asking and (why := never_read(column, cells)):
                reasons[column.name] = why
        return reasons

    @property
    def names(self) -> frozenset[str]:
        """The names by which a mapping knows these columns."""
        return frozenset(column.name for column in self.columns)

    def column(self, name: str) -> SourceColumn:
        """Return the column of that name."""
        return next(column for column in self.columns if column.name == name)

    def words(self, name: str) -> list[str]:
        """Return the different words of a column in the first lines, in the order they come."""
        position = self.column(name).position
        cells = (row[position].strip() for row in self.sample if position < len(row))
        return list(dict.fromkeys(cell for cell in cells if cell))


def file_columns(
    name: str, content: Path | bytes, questionnaire: Questionnaire, mapping: Mapping | None = None
) -> FileColumns | None:
    """Return the columns of a file, named as `mapping` knows them; None when it does not open as a table."""
    words, wanted = lexicon(questionnaire), wanted_by(mapping)
    opened = open_file(content, name, words, wanted)
    head = list(islice(opened.lines, HEAD_LINES)) if not opened.fault else []
    if all(line.fault or is_blank(line.cells) for line in head):
        return None
    layout = layout_of([line.cells or [""] for line in head], words, wanted)
    lines = [*head[layout.header_lines :], *islice(opened.lines, SAMPLE_LINES)]
    again = {line.number for line in header_again(lines, [line.cells for line in head[: layout.header_lines]])}
    lines = [line for line in lines if not line.fault and line.number not in again]
    unsent = Unsent(layout, [line.cells for line in lines])
    own = (line.cells for line in lines if not unsent.is_so(line.cells))
    sample = tuple(cells for cells in own if not is_total(cells, words.is_level))
    layout = with_boxes_told(layout, sample, words)
    asking = frozenset(column.source for column in propose_mapping(layout, sample, words).colonnes)
    return FileColumns(layout, sample, asking)


def mapped_to(columns: FileColumns, name: str, target: str, questionnaire: Questionnaire) -> MappedColumn:
    """Return the mapping of a column to a question that a person chose: what each of its words then seems to mean."""
    # As if the header named the question itself.
    column = replace(columns.column(name), question=target, part="")
    layout = replace(columns.layout, columns=(column,))
    proposed = propose_mapping(layout, columns.sample, lexicon(questionnaire)).colonnes
    # What looks like free text is mapped all the same when a person says so.
    own = proposed[0] if proposed else MappedColumn(source=column.name, cible=target)
    return own.model_copy(update={"a_verifier": False})
