"""Une correspondance gardée, devant l'export d'un autre outil : ce qu'elle attend et que le fichier demande autrement.

One tool gives several answers in one cell, another a column a box; each writes its titles in its own way. A question of
which the mapping names columns that a file does not have is not one that its families were not asked: it is read as the
file names it, where that is recognised. What is only guessed there waits, as without a mapping.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from collections.abc import Mapping as Named
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from liaison.base.letters import key
from liaison.diagnostic.questionnaire.item import part_of, question_of
from liaison.diagnostic.reading.cells import BLANK, REFUSED, CellReader
from liaison.diagnostic.reading.formats.source import Layout, SourceColumn
from liaison.diagnostic.reading.mapping import (
    SEPARATORS,
    MappedColumn,
    Mapping,
    Separator,
    named_in,
    source_keys,
    source_of,
)
from liaison.diagnostic.reading.proposed import propose_mapping
from liaison.diagnostic.reading.wording import Lexicon

_MOST_CELLS = 300  # cellules différentes qui disent comment une colonne est écrite
_Rows = Sequence[Sequence[str]]


def as_this_file_asks(
    mapping: Mapping, given: Mapping, layout: Layout, sample: _Rows, lexicon: Lexicon, *, anywhere: bool = False
) -> Mapping:
    """Return a mapping that a person gave, with the columns of this file that ask what it does not find there.

    `given`: as it was given, with the columns that were not kept of it for this file. `anywhere`: the suite wrote the
    file, and its columns may stand elsewhere.
    """
    sources = source_keys(layout)
    mapping = _cut_as_here(mapping, sources, sample, lexicon, anywhere=anywhere)
    read = {each.cible: source for each in mapping.colonnes if (source := source_of(each, sources, anywhere=anywhere))}
    moved = {question_of(each.cible) for each in given.colonnes if each.cible not in read and named_in(each, sources)}
    proposed = propose_mapping(layout, sample, lexicon)
    unread = _in_other_words(mapping, proposed, sources, sample, lexicon)
    boxed = {target for target in read if _has_boxes(target, proposed, lexicon)}
    read = {target: source for target, source in read.items() if target not in boxed | unread}
    lacking = {each.cible for each in given.colonnes} - read.keys()
    lacking = {target for target in lacking if question_of(target) not in moved | lexicon.questionnaire.held_targets}
    taken = {source.name for source in read.values()}
    own = {each.cible: each for each in given.colonnes}
    added = [
        _with_words(each, own.get(each.cible))
        for each in proposed.colonnes
        if each.source not in taken and _asks(each.cible, lacking, read, lexicon)
    ]
    if not added:
        return mapping
    answered = {question_of(each.cible) if _is_several(each.cible, lexicon) else each.cible for each in added}
    others = [
        each for each in mapping.colonnes if each.cible in read or not answered & {each.cible, question_of(each.cible)}
    ]
    boxes = any(part_of(target) and _is_several(target, lexicon) for target in read)
    return mapping.model_copy(
        update={
            "colonnes": (*others, *added),
            "manquantes": tuple(dict.fromkeys((*mapping.manquantes, *layout.elsewhere))),
            "rien_coche": mapping.rien_coche if boxes else proposed.rien_coche,
        }
    )


def _cut_as_here(
    mapping: Mapping, sources: Named[str, SourceColumn], sample: _Rows, lexicon: Lexicon, *, anywhere: bool
) -> Mapping:
    """Return a mapping of which each column that holds several answers in one cell is cut at the sign that reads the
    most cells here: kept from another tool, or from a week of single ticks, its sign may not be the one."""

    def cut(column: MappedColumn) -> MappedColumn:
        item, source = lexicon.items.get(column.cible), source_of(column, sources, anywhere=anywhere)
        if source is None or item is None or item.kind != "multiple":
            return column

        def cells_read(separator: Separator | None) -> int:
            tried = column.model_copy(update={"separateur": separator, "sinon": None})
            return int((_codes(tried, source, mapping, sample, lexicon) != REFUSED).sum())

        best = max((column.separateur, *SEPARATORS), key=cells_read)
        return column.model_copy(update={"separateur": best})

    return mapping.model_copy(update={"colonnes": tuple(map(cut, mapping.colonnes))})


def _in_other_words(
    mapping: Mapping, proposed: Mapping, sources: Named[str, SourceColumn], sample: _Rows, lexicon: Lexicon
) -> set[str]:
    """Return what the columns answer of which the mapping does not read most of the different cells: they bear the same
    name in another tool, and that one writes its answers otherwise."""
    same = {(each.cible, each.source) for each in proposed.colonnes}
    unread: set[str] = set()
    for column in mapping.colonnes:
        source = named_in(column, sources)
        if source and (column.cible, source.name) in same and column.cible not in lexicon.questionnaire.held_targets:
            codes = _codes(column, source, mapping, sample, lexicon)
            if 2 * (codes == REFUSED).sum() > (codes != BLANK).sum():
                unread.add(column.cible)
    return unread


def _codes(
    column: MappedColumn, source: SourceColumn, mapping: Mapping, sample: _Rows, lexicon: Lexicon
) -> NDArray[np.int64]:
    """Return what the different cells of a column mean."""
    cells = dict.fromkeys(row[source.position] for row in sample if source.position < len(row))
    rows = [[*[""] * source.position, cell] for cell in islice(cells, _MOST_CELLS)]
    return CellReader.of(column, source, mapping, lexicon).codes(rows)


def _asks(target: str, lacking: Collection[str], read: Collection[str], lexicon: Lexicon) -> bool:
    """Return whether a column that answers `target` is lacking: as the mapping names it, or in another shape."""
    if target in lacking or not _is_several(target, lexicon):
        return target in lacking
    question = question_of(target)
    return question in map(question_of, lacking) and question not in map(question_of, read)


def _has_boxes(target: str, proposed: Mapping, lexicon: Lexicon) -> bool:
    """Return whether a cell of several answers stands beside a column for each of its boxes, as some tools write both.

    A school's own form is read as it was made.
    """
    boxes = any(each.cible != target and question_of(each.cible) == target for each in proposed.colonnes)
    return boxes and target in lexicon.items and _is_several(target, lexicon) and not lexicon.own_words


def _is_several(target: str, lexicon: Lexicon) -> bool:
    item = lexicon.items.get(question_of(target))
    return item is not None and item.kind == "multiple"


def _with_words(column: MappedColumn, own: MappedColumn | None) -> MappedColumn:
    """Return a column that answers what another one does elsewhere, its words meaning what they do there."""
    if own is None:
        return column
    decided = set(map(key, own.valeurs))
    values = {word: value for word, value in column.valeurs.items() if key(word) not in decided}
    guessed = tuple(word for word in column.mots_a_verifier if key(word) not in decided)
    update = {"valeurs": values | own.valeurs, "mots_a_verifier": guessed, "sinon": own.sinon}
    return column.model_copy(update=update)


__all__ = ["as_this_file_asks"]
