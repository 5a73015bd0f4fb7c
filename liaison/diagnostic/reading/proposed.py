"""Ce que les en-têtes et les premières lignes d'un fichier font proposer : quelle colonne répond à quelle question.

Names and sentences of the questionnaire are known; what only looks like one, or stands where one would, is guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, partial

from liaison.base.letters import key, normal
from liaison.diagnostic.questionnaire.item import Item, part_of, question_and_part, question_of
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from liaison.diagnostic.reading.class_level import asks_of_the_child, has_no_one_level
from liaison.diagnostic.reading.formats.source import Layout, SourceColumn
from liaison.diagnostic.reading.formats.suite import NAME as SUITE
from liaison.diagnostic.reading.mapping import (
    MISSING_CODES,
    SEPARATORS,
    TOGETHER,
    MappedColumn,
    Mapping,
    Separator,
    is_missing,
    known_pieces,
    split_anyhow,
    split_list,
)
from liaison.diagnostic.reading.wording import Lexicon, RecognisedName, denies

_MOST_CELLS = 300  # cellules différentes dont les réponses servent à trouver ce qui les sépare
_MOST_WORDS = 60  # mots différents qu'une colonne de réponses peut montrer ; au-delà, c'est du texte libre
_LONGEST_WORD = 300
_CLASS = {"classe", "classes", "niveau", "niveaux", "section", "sections"}
_ODD = 0.2  # part des familles qui écrivent autre chose qu'une classe, là où les autres en écrivent une
_Proposed = dict[str, tuple[SourceColumn, RecognisedName]]


def propose_mapping(layout: Layout, sample: Sequence[Sequence[str]], lexicon: Lexicon) -> Mapping:
    """Return the mapping that the headers and the first lines of a file suggest.

    Names and sentences of the questionnaire first; what is only guessed is marked `a_verifier`, or its words are.
    """
    proposed: _Proposed = {}
    for column in layout.columns:
        if column.kind != "answer":
            continue
        target = _target(column, lexicon)
        if target and column.guessed:
            target = replace(target, sure=False)
        former = proposed.get(target.name) if target else None
        if target and (former is None or _names_better(column, target, *former, lexicon)):
            proposed[target.name] = (column, target)
    proposed |= _with_more_said(layout.columns, proposed, lexicon)
    proposed |= _by_a_code_alone(layout, proposed, lexicon)
    if LEVEL in proposed:
        proposed |= _one_of_the_levels(layout.columns, sample, lexicon)
    elif LEVEL in lexicon.questionnaire.context:
        taken = {column.position for column, _ in proposed.values()}
        proposed |= _level([each for each in layout.columns if each.position not in taken], sample, lexicon)
    boxed = {question_of(name) for name in proposed if part_of(name) and name not in lexicon.items}
    lists = {item.id for item in lexicon.questionnaire.items if item.kind == "multiple"}
    mapped = [
        _with_values(
            column, match, [row[column.position] for row in sample if column.position < len(row)], lexicon, layout
        )
        for name, (column, match) in proposed.items()
        if not (name in lists and name in boxed)
    ]
    return Mapping(
        questionnaire=lexicon.questionnaire.id,
        format=layout.format,
        colonnes=tuple(column for column in mapped if column is not None),
        manquantes=(*MISSING_CODES, *layout.elsewhere),
        rien_coche=layout.unticked,
    )


def _level(columns: Sequence[SourceColumn], sample: Sequence[Sequence[str]], lexicon: Lexicon) -> _Proposed:
    """Return the column that asks a class and holds nothing but levels: « Niveau de l'élève »; of those of several
    children, the first of those that most families fill. To be checked, but where it alone holds levels, all its cells
    are classes, and its title asks that of the child: « En quelle classe est votre enfant ? ».

    Beside them, classes without one level (« ULIS », « CE1-CE2 ») take none away, nor does what a few families write
    that is no class (« passe en 5e »): their cells are not read.
    """
    asking = [
        each
        for each in columns
        if each.kind == "answer" and not each.part and _CLASS & set(normal(each.question).split())
    ]
    held = {column.position: _levels_held(column, sample, lexicon) for column in asking}
    best = max(asking, key=lambda column: held[column.position], default=None)
    if best is None or not held[best.position]:
        return {}
    alone = sum(map(bool, held.values())) == 1 and not best.guessed
    whole = held[best.position] == sum(bool(cell) for cell in _cells_of(best, sample))
    return {LEVEL: (best, RecognisedName(LEVEL, sure=alone and whole and asks_of_the_child(best.question)))}


def _cells_of(column: SourceColumn, sample: Sequence[Sequence[str]]) -> list[str]:
    return [row[column.position].strip() for row in sample if column.position < len(row)]


def _levels_held(column: SourceColumn, sample: Sequence[Sequence[str]], lexicon: Lexicon) -> int:
    """Return how many families write a class in a column; 0 where too many write something else."""
    written = Counter(cell for cell in _cells_of(column, sample) if cell)
    known = {text for text in written if lexicon.is_level(text, column.question)}
    odd = sum(count for text, count in written.items() if text not in known and not has_no_one_level(text))
    return written.total() - odd if known and odd <= _ODD * written.total() else 0


def _one_of_the_levels(columns: Sequence[SourceColumn], sample: Sequence[Sequence[str]], lexicon: Lexicon) -> _Proposed:
    """Return, of several columns that bear the title of a level, the one that holds levels; of those that do, the one
    that most families fill, to be checked where another says something else: that of the tool, or of another child."""
    levels: list[tuple[SourceColumn, RecognisedName, list[str | None]]] = []
    for column in columns:
        target = _target(column, lexicon) if column.kind == "answer" else None
        cells = [row[column.position].strip() if column.position < len(row) else "" for row in sample]
        own = [lexicon.value(LEVEL, cell, column.question) for cell in cells] if target and target.name == LEVEL else []
        if target and 2 * sum(level is not None for level in own) > sum(map(bool, cells)):
            levels.append((column, target, own))
    if not levels:
        return {}
    column, target, best = max(levels, key=lambda each: (each[1].sure, sum(level is not None for level in each[2])))
    alike = all(level in (None, own) for _, _, other in levels for own, level in zip(best, other, strict=True))
    return {LEVEL: (column, replace(target, sure=target.sure and alike and not column.guessed))}


def _with_more_said(columns: Sequence[SourceColumn], proposed: Iterable[str], lexicon: Lexicon) -> _Proposed:
    """Return the questions that no column names, and of which one alone begins with the sentence, to be checked: what
    it says after, of how to answer, is in nobody's list. Several would be its boxes.
    """
    named = {question_of(name) for name in proposed}
    begun: dict[str, list[tuple[SourceColumn, RecognisedName]]] = {}
    for column in columns:
        match = lexicon.question_before(column.question) if column.kind == "answer" else None
        if match and match.name in lexicon.items and match.name not in named:
            begun.setdefault(match.name, []).append((column, match))
    return {
        name: own[0]
        for name, own in begun.items()
        if len(own) == 1 and not own[0][0].part and lexicon.items[name].kind != "grid"
    }


def _by_a_code_alone(layout: Layout, proposed: _Proposed, lexicon: Lexicon) -> _Proposed:
    """Return the columns that a file names by a code, to be checked, where nothing else says that it is one of ours.

    A code is a common word of French (« Langue », « Aide », « Prêt : ordinateur ») : a form of a school may ask another
    thing so. The codes of the form of the suite come together, or alone, and as it writes them.
    """
    if layout.format == SUITE:
        return {}
    coded = {
        name: column
        for name, (column, _) in proposed.items()
        if question_of(name) in lexicon.items and not _in_sentences(name, column, lexicon)
    }
    questions = {question_of(name) for name, column in coded.items() if _as_written(name, column)}
    # « imprimantes » asks nothing else than we do; « classe », beside « langue », is not of our form.
    ours = {
        column.position
        for name, (column, match) in proposed.items()
        if _as_written(name, column) or (not match.sure and name in lexicon.items)
    }
    nothing_else = all(column.position in ours for column in layout.columns if column.kind == "answer")
    of_the_form = nothing_else or 2 * len(questions) >= len(lexicon.items)
    return {
        name: (column, replace(proposed[name][1], sure=False))
        for name, column in coded.items()
        if not (of_the_form and _as_written(name, column))
    }


def _in_sentences(name: str, column: SourceColumn, lexicon: Lexicon) -> bool:
    """Return whether a title holds the sentence of a question, or is that of one of its rows or boxes."""
    question, part = question_and_part(name)
    own = {key(each) for each in (*lexicon.sentences(question), *(lexicon.sentences(question, part) if part else ()))}
    written = {key(each) for each in (column.title, column.header, column.question)}
    return bool(own & written) or lexicon.holds_question(question, column.title)


def _as_written(name: str, column: SourceColumn) -> bool:
    """Return whether a title holds the very code of a question: « langue », and not « Langue »."""
    return re.search(rf"(?<![^\W_]){question_of(name)}(?![^\W_])", column.title) is not None


def _names_better(
    column: SourceColumn, target: RecognisedName, former: SourceColumn, of_former: RecognisedName, lexicon: Lexicon
) -> bool:
    """Return whether a column names what it answers more surely than another does: by the sentence that families read,
    where the other has a word, that a tool may write too (« Langue », of the form)."""
    if target.sure != of_former.sure:
        return target.sure
    sentences = [lexicon.holds_question(target.name, each.title) for each in (column, former)]
    return target.name in lexicon.items and sentences == [True, False]


def _target(column: SourceColumn, lexicon: Lexicon) -> RecognisedName | None:
    """Return what a column answers, by its header; None when nothing is recognised."""
    if not column.part:
        whole = lexicon.column(column.question) or lexicon.column(column.name)
        if whole:
            return whole
    match = lexicon.question(column.question)
    if match is None:
        return None
    item = lexicon.items.get(match.name)
    if item is None:
        return match if not column.part else None
    if not column.part:
        return match if item.kind != "grid" else None
    part = lexicon.part(item, column.part) if item.kind != "single" else None
    return RecognisedName(item.column(part.name), match.sure and part.sure) if part else None


def _with_values(
    column: SourceColumn, target: RecognisedName, cells: Sequence[str], lexicon: Lexicon, layout: Layout
) -> MappedColumn | None:
    """Return the mapping of a column; None when it is free text, under a header that only looks right."""
    if key(column.question) != key(question_of(target.name)):
        layout = replace(layout, codes_guessed=True)  # those of a question that the form of the suite does not have
    words = list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    separator = None
    known: Callable[[str], str | None] = partial(lexicon.value, target.name, title=column.question)
    item = lexicon.items.get(target.name)
    if item is not None and item.kind == "multiple":
        separator = _separator(words, item, lexicon)
        known = known_pieces(separator, known, item.values)
        words = list(dict.fromkeys(each for word in words for each, _ in split_list(word, separator, known)))
    values: dict[str, str | None] = {}
    guessed: list[str] = []
    sure = target.sure
    unknown = 0
    for word in words[:_MOST_WORDS]:
        if len(word) > _LONGEST_WORD:
            continue
        value = known(word)
        if value is None and is_missing(word, MISSING_CODES):
            continue
        if value is None:
            near = _near(word, target.name, lexicon, layout)
            near = None if near and near.sure and separator == " " else near  # a word of which it is not the code
            value = near.name if near else None
            guessed += [word] if near and not near.sure else []
        unknown += value is None
        values[word] = value
    if layout.coded:
        # The next export will have codes that nobody chose in this one.
        others = {code: value for code, value in lexicon.codes_like(target.name, values).items() if code not in values}
        values = {**others, **values}
        guessed = [*guessed, *(others if layout.codes_guessed else ())]
    if len(words) > _MOST_WORDS or unknown > len(values) // 2 + 5:
        # Free text under a header that looks right: its words are nobody's business, and no mapping of values.
        values = {word: value for word, value in values.items() if value is not None}
        if not values and all(known(word) is None for word in words):
            return None
        sure = False
    return MappedColumn(
        source=column.name,
        cible=target.name,
        separateur=separator,
        valeurs=values,
        entre=column.between if column.twin_header else None,
        a_verifier=not sure,
        mots_a_verifier=tuple(sorted(guessed, key=list(values).index)),
    )


def _near(word: str, target: str, lexicon: Lexicon, layout: Layout) -> RecognisedName | None:
    """Return the value that a word, which names none, is taken for: the code of a tool, what looks alike, or several
    where several are given."""
    item = lexicon.items.get(target)
    joined = split_anyhow(word, partial(lexicon.value, target)) if item and item.kind == "multiple" else []
    if item and len(joined) > 1:
        several = _several(word, [each for each, _ in joined], item, lexicon)
        # Of answers that a hand joined, one alone would not be all of it.
        if several or any(value is not None for _, value in joined):
            return several
    code = lexicon.coded_value(target, word) if layout.coded else None
    return (replace(code, sure=not layout.codes_guessed) if code else None) or lexicon.close_value(target, word)


def _several(word: str, pieces: Sequence[str], item: Item, lexicon: Lexicon) -> RecognisedName | None:
    """Return the answers that a hand seems to have joined in one word; None when one of them is no answer, when the
    word denies something, or when one of them excludes the others."""
    near = [lexicon.close_value(item.id, piece) for piece in pieces]
    meant = {each.name for each in near if each is not None}
    if None in near or denies(word) or (len(meant) > 1 and not meant.isdisjoint(item.apart)):
        return None
    return RecognisedName(TOGETHER.join(value for value in item.values if value in meant), sure=False)


def _separator(words: Sequence[str], item: Item, lexicon: Lexicon) -> Separator:
    """Return the separator that gives the most answers that are known, or look like one; a space, where it leaves
    nothing but codes.

    Between those that give as many: the one that leaves the fewest different pieces, each to be decided once.
    """

    @cache
    def is_known(piece: str) -> bool:
        return lexicon.close_value(item.id, piece) is not None

    def score(separator: Separator) -> tuple[int, int]:
        known_there = known_pieces(separator, partial(lexicon.value, item.id), item.values)
        cells = [split_list(word, separator, known_there) for word in words[:_MOST_CELLS]]
        if separator == " ":
            known = sum(len(pairs) for pairs in cells if all(value is not None for _, value in pairs))
        else:
            known = sum(value is not None or is_known(written) for pairs in cells for written, value in pairs)
        return known, -len({written for pairs in cells for written, _ in pairs})

    return max(SEPARATORS, key=score)


__all__ = ["propose_mapping"]
