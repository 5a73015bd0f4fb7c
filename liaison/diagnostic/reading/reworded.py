"""Une question que le fichier n'a pas sous le titre attendu, et dont une colonne qu'on ne lit pas a les réponses.

A title that is written again between two exports leaves each file with one of both. Read beside the first, the second
would not ask the question, and its families would count « sans réponse ». What the column holds tells it, for no title
has to be the same; « oui » and « non », or numbers, answer too many questions: those are told by their place too.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from liaison.base.letters import key
from liaison.base.numbers import read_number
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from liaison.diagnostic.reading.asked_twice import MARKS, MOSTLY
from liaison.diagnostic.reading.cells import BLANK, MISSING, CellReader
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.mapping import SEPARATORS, MappedColumn, Mapping
from liaison.diagnostic.reading.questions_read import unasked
from liaison.diagnostic.reading.wording import Lexicon

_MOST_CELLS = 300  # cellules différentes : au-delà, c'est du texte libre
_FEWEST = 2  # réponses différentes qui font reconnaître une question


class _Lacking(NamedTuple):
    """A question, or a row of a grid, that a file does not have: the columns of a table of answers that it fills."""

    target: str
    columns: frozenset[str]


def reworded(
    columns: Sequence[SourceColumn],
    readers: Sequence[CellReader],
    rows: Sequence[Sequence[str]],
    mapping: Mapping,
    given: Mapping | None,
    lexicon: Lexicon,
) -> dict[str, SourceColumn]:
    """Return the columns of a table of answers that a file fills in a column which is not read, with it.

    `given`: the mapping that a person gave; what it leaves is not read.
    """
    places = {reader.column.cible: reader.source.position for reader in readers}
    taken = {*places.values()}
    held = {
        column: cells
        for column in columns
        if column.kind == "answer" and column.position not in taken
        for cells in [Counter(row[column.position].strip() for row in rows if column.position < len(row))]
        if len(cells) <= _MOST_CELLS
    }
    in_other_words: dict[str, SourceColumn] = {}
    named: set[SourceColumn] = set()
    lacked = unasked(lexicon.questionnaire, [reader.column.cible for reader in readers])
    for lacking in _lacking(lacked, given, lexicon):
        there = _between(lacking.target, places, given)
        shares = {
            column: _share(lacking.target, column, cells, mapping, lexicon, is_there=column.position in there)
            for column, cells in held.items()
        }
        # Two questions of the same answers have a column each.
        best = max(held, key=lambda each: (shares[each] > 0, each not in named, shares[each]), default=None)
        if best is not None and shares[best]:
            named.add(best)
            in_other_words |= dict.fromkeys(lacking.columns, best)
    return in_other_words


def _lacking(lacked: Collection[str], given: Mapping | None, lexicon: Lexicon) -> Iterator[_Lacking]:
    """Yield what a file does not have of what it is expected to ask."""
    expected = {each.cible for each in given.colonnes} if given else None
    for item in lexicon.questionnaire.items:
        if item.kind == "multiple":
            if {*item.columns} <= {*lacked} and (expected is None or not expected.isdisjoint({*item.columns, item.id})):
                yield _Lacking(item.id, frozenset(item.columns))
            continue
        for name in item.columns:
            if name in lacked and (expected is None or name in expected):
                yield _Lacking(name, frozenset((name,)))
    if LEVEL in lacked and (expected is None or LEVEL in expected):
        yield _Lacking(LEVEL, frozenset((LEVEL,)))


def _between(target: str, places: dict[str, int], given: Mapping | None) -> range:
    """Return where a column may stand: between those of questions that a given mapping names before and after it."""
    order = [each.cible for each in given.colonnes if each.cible != LEVEL] if given else []
    ranks = [rank for rank, name in enumerate(order) if target in (name, question_of(name))]
    if not ranks:
        return range(0)
    before = max((places[name] for name in order[: ranks[0]] if name in places), default=-1)
    following = (places[name] for name in order[ranks[-1] + 1 :] if name in places)
    return range(before + 1, min((place for place in following if place > before), default=sys.maxsize))


def _share(
    target: str, column: SourceColumn, cells: Counter[str], mapping: Mapping, lexicon: Lexicon, *, is_there: bool
) -> float:
    """Return how much of what a column holds answers a question, where it is most of it, in words that are of few
    others or where it stood; otherwise 0."""
    own = next((each for each in mapping.colonnes if each.cible == target), None)
    own = own or MappedColumn(source=column.name, cible=target)
    item = lexicon.items.get(target)
    shares = [0.0]
    for separator in SEPARATORS if item is not None and item.kind == "multiple" else (None,):
        tried = own.model_copy(update={"source": column.name, "sinon": None, "separateur": separator})
        reader = CellReader.of(tried, SourceColumn(column.name, 0), mapping, lexicon)
        codes = dict(zip(cells, reader.codes([[cell] for cell in cells]).tolist(), strict=True))
        filled = {cell: code for cell, code in codes.items() if code not in (BLANK, MISSING)}
        answers = {cell: code for cell, code in filled.items() if code >= 0}
        of_few = {code for cell, code in answers.items() if is_there or not _is_of_any(cell)}
        if len(of_few) >= _FEWEST:
            shares.append(sum(cells[cell] for cell in answers) / sum(cells[cell] for cell in filled))
    return max(shares) if max(shares) >= MOSTLY else 0.0


def _is_of_any(cell: str) -> bool:
    """Return whether a cell answers any question: « oui », « 2 »."""
    return key(cell) in MARKS or read_number(cell) is not None


__all__ = ["reworded"]
