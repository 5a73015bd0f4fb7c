"""Une question dont seule la première colonne porte le titre : ce que chacune des suivantes, sans titre, contient.

Exports with a line of header taken away, or merged cells, name a question once above all its boxes. Read as the whole
question, its first column would say that nobody ticked the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from liaison.base.letters import key, signed_key, signs_of
from liaison.diagnostic.questionnaire.item import column_name, part_of
from liaison.diagnostic.questionnaire.questionnaire import Item
from liaison.diagnostic.reading.formats.source import Layout, SourceColumn
from liaison.diagnostic.reading.mapping import SEPARATORS, MappedColumn, Mapping, split_list
from liaison.diagnostic.reading.wording import Lexicon

UNTOLD = "?"  # part of a column of which nothing says which box it is
_COUNTED = "0123456789. ()"  # a title written again is often counted: « Quels appareils ?2 »
# What a spreadsheet or a library writes where a title is empty.
_NO_TITLE = re.compile(r"(?:unnamed|colonne|column|champ|field)?\W*\d*", re.IGNORECASE)
_Rows = Sequence[Sequence[str]]


def with_boxes_told(layout: Layout, sample: _Rows, lexicon: Lexicon) -> Layout:
    """Return the layout, each box that bears no title of its own named by the one answer that its cells hold.

    Where one of them holds several, nothing says which boxes they are: all are `UNTOLD`, and none is read.
    """
    columns = _without_others_boxes(layout.columns, sample, lexicon)
    for place, column in enumerate(columns):
        item = _whole(column, lexicon)
        if item is None:
            continue
        following = _following(column, columns[place + 1 :], lexicon)
        held = [_held(each, sample, item, lexicon) for each in (column, *following)]
        if not any(held[1:]):
            continue
        # A column in which nobody answered is a box that nobody ticked: which one is not known.
        says_which = item.kind == "multiple" and all(len(values) <= 1 for values in held)
        columns[place : place + len(held)] = [
            replace(each, question=item.id, part=next(iter(values)) if says_which and values else UNTOLD, guessed=True)
            for each, values in zip((column, *following), held, strict=True)
        ]
    return replace(layout, columns=tuple(columns))


def _without_others_boxes(columns: Sequence[SourceColumn], sample: _Rows, lexicon: Lexicon) -> list[SourceColumn]:
    """Return the columns, those that are a box alone naming nothing where the column of the whole question holds its
    answers: Microsoft Forms writes so the statements of another question."""
    items = ((_whole(column, lexicon), column) for column in columns)
    whole = {item.id for item, column in items if item and len(_held(column, sample, item, lexicon)) > 1}
    return [
        replace(column, name=column.in_file, question=column.in_file, part="")
        if column.alone and column.question in whole
        else column
        for column in columns
    ]


def without_boxes(mapping: Mapping, layout: Layout, boxes: Layout, lexicon: Lexicon) -> Mapping:
    """Return the mapping, without a column that it takes for a whole question and that is only one box of it, or for a
    box and that is another one, as its cells tell: its place is all that the mapping knows it by.

    `boxes`: the same layout, each box named.
    """
    both = zip(layout.columns, boxes.columns, strict=True)
    by_cells = {signed_key(column.name): column for before, column in both if before.part != column.part}

    def is_another(column: MappedColumn) -> bool:
        source = by_cells.get(signed_key(column.source))
        if source is None or source.part == "":
            return False
        if not part_of(column.cible):
            return column.cible in lexicon.items
        return source.part != UNTOLD and column.cible != column_name(source.question, source.part)

    return mapping.model_copy(update={"colonnes": tuple(each for each in mapping.colonnes if not is_another(each))})


def bears_no_title(column: SourceColumn) -> bool:
    """Return whether a column has no title, but what a spreadsheet or a library writes where it is empty."""
    return not column.part and _NO_TITLE.fullmatch(column.question) is not None


def _whole(column: SourceColumn, lexicon: Lexicon) -> Item | None:
    """Return the question that a column names without saying a box of it; None when it is a grid, or names none."""
    if column.kind != "answer" or column.part or not column.question:
        return None
    own = lexicon.column(column.question)
    match = lexicon.question(column.question) or lexicon.question_before(column.question)
    of_part = own is not None and own.name in lexicon.columns and lexicon.columns[own.name].part
    item = lexicon.items.get(match.name) if match and not of_part else None
    return item if item is not None and item.kind != "grid" else None


def _following(titled: SourceColumn, columns: Sequence[SourceColumn], lexicon: Lexicon) -> list[SourceColumn]:
    """Return the columns right after a title that bear none, or the same one again; not those that ask another
    question, of which the title only has another number (« Activité 1 », « Activité 2 »)."""

    def goes_on(column: SourceColumn) -> bool:
        same = key(column.question.rstrip(_COUNTED)) == key(titled.question.rstrip(_COUNTED))
        same = same and signs_of(column.question) == signs_of(titled.question)
        numbered = (each for each in (titled.question, column.question) if each.rstrip(" .)")[-1:].isdigit())
        asks_another = titled.question != column.question and any(map(lexicon.named, numbered))
        return column.kind == "answer" and not column.part and not asks_another and (same or bears_no_title(column))

    return list(takewhile(goes_on, columns))


def _held(column: SourceColumn, sample: _Rows, item: Item, lexicon: Lexicon) -> set[str]:
    """Return the answers to a question that the cells of a column hold."""
    cells = {row[column.position].strip() for row in sample if column.position < len(row)}
    return {value for cell in cells if cell for value in answers_in(cell, item, lexicon)}


def answers_in(cell: str, item: Item, lexicon: Lexicon) -> list[str]:
    """Return the answers that a cell holds, whatever separates them; none where one of them is not known."""
    if own := lexicon.value(item.id, cell):
        return [own]
    for separator in SEPARATORS:
        values = [value for _, value in split_list(cell, separator, lambda word: lexicon.value(item.id, word))]
        if values and None not in values:
            return [value for value in values if value is not None]
    return []


__all__ = ["UNTOLD", "answers_in", "bears_no_title", "with_boxes_told", "without_boxes"]
