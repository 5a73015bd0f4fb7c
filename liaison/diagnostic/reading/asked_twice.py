"""Une question posée dans deux colonnes, ou à côté de laquelle des familles ont répondu autre chose.

A form of which a title is edited while families answer begins a new column. Read alone, either says « sans réponse » of
the families of the other: the question is left out. What lines hold tells it, for no title has to be the same: where
one column is filled the other is not, and both hold answers to the question.

So it is of what families answered beside: « Autre », « Si autre, lequel ? », a box that the form adds. Where the column
stands and which lines it fills tell it, whatever it is called and whatever it holds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import count as count_from
from itertools import takewhile
from math import comb

import numpy as np
from numpy.typing import NDArray

from liaison.base.letters import key
from liaison.base.yes_no import NO_WORDS, YES_WORDS
from liaison.diagnostic.own.may_name import is_in_french
from liaison.diagnostic.own.written import is_other
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.reading.cells import BLANK, MISSING, CellReader
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.mapping import MISSING_CODES, MappedColumn, is_missing
from liaison.diagnostic.reading.wording import Lexicon, look_alike

NO_MARKS = frozenset(map(key, NO_WORDS))
MARKS = NO_MARKS | frozenset(map(key, YES_WORDS))
MOSTLY = 0.5  # des cellules remplies d'une colonne : ce qu'elles contiennent est ce qu'elle demande
SELDOM = 0.1  # des lignes d'une colonne où l'autre est remplie aussi : au-delà, ce sont deux questions
_BY_CHANCE = 3  # familles en deçà desquelles deux colonnes que rien ne lie peuvent n'être jamais remplies ensemble
_WAYS = 200  # de ranger des lignes : deux questions quelconques se suivent ainsi par hasard une fois sur cent
_PART_SIGNS = ("[", "(", "/", ">", ":", "|", "-", "–", "—")  # après un titre : ce qui suit en est une partie
_Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class WhyLeftOut:
    """Why a question is left out: a column that is not understood; that families filled where `read` is empty, for
    both ask the same thing; or that holds what some answered `beside` the answers of the questionnaire, and no other.
    `titled`: the column bears the very title of the question. `reworded`: nothing recognises the title of the column.
    `once`: each of its values is written once, at the first line of those that it is of. `otherwise`: other families
    filled the column, which may ask the same thing in another language.
    """

    column: SourceColumn
    read: SourceColumn | None = None
    beside: bool = False
    titled: bool = False
    reworded: bool = False
    once: bool = False
    otherwise: bool = False


@dataclass(frozen=True)
class _FilledColumn:
    """What a column holds, line by line; where it is `filled`; where it is `ticked`, when it is taken for boxes."""

    source: SourceColumn
    texts: NDArray[np.object_]
    filled: NDArray[np.bool_]
    ticked: NDArray[np.bool_]

    @classmethod
    def of(cls, source: SourceColumn, rows: _Rows) -> _FilledColumn:
        texts = [row[source.position].strip() for row in rows]
        filled = {text: bool(text) and not is_missing(text, MISSING_CODES) for text in set(texts)}
        ticked = {text: is_filled and key(text) not in NO_MARKS for text, is_filled in filled.items()}
        lines = ([filled[text] for text in texts], [ticked[text] for text in texts])
        return cls(source, np.array(texts, dtype=object), *(np.array(each, dtype=bool) for each in lines))

    def unlike(self, other: _FilledColumn) -> int:
        """Return how many more different answers one of two columns holds."""
        return abs(len({*self.texts[self.filled]}) - len({*other.texts[other.filled]}))


def asked_twice(
    columns: Sequence[SourceColumn],
    readers: Sequence[CellReader],
    rows: _Rows,
    lexicon: Lexicon,
    waiting: Sequence[SourceColumn] = (),
) -> dict[str, WhyLeftOut]:
    """Return the questions that other families answered in another column, with it; `waiting`: columns that are not
    read until a person says what they hold."""
    width = max((column.position for column in (*columns, *waiting)), default=-1) + 1
    whole_rows = [row for row in rows if len(row) >= width]
    by_question: dict[str, list[CellReader]] = {}
    for reader in readers if whole_rows else ():
        by_question.setdefault(question_of(reader.column.cible), []).append(reader)
    held = [_FilledColumn.of(column, whole_rows) for column in columns if column.kind == "answer"]
    unread = [*held, *(_FilledColumn.of(column, whole_rows) for column in waiting)]
    counted = _counted(by_question, whole_rows, lexicon)
    read = {reader.source.position for reader in readers}
    twice: dict[str, WhyLeftOut] = {}
    for name, own in by_question.items():
        # A school's own form may have been made of an export that asks the same thing twice.
        of_others = [each for other in by_question for each in by_question[other] if other != name]
        not_asked = own if lexicon.own_words else [*own, *of_others]
        taken = {reader.source.position for reader in not_asked}
        grid = name in lexicon.items and lexicon.items[name].kind == "grid"
        # A column beside a row of a grid may be another row, that asks something else.
        beside = [] if grid else [each for each in columns if each.position not in read and each.kind == "answer"]
        under = _under(own, beside, lexicon)
        for together in [[reader] for reader in own] if grid else [own]:  # a row of a grid is a question of its own
            answered = _answered(together, whole_rows)
            others = [each for each in unread if each.source.position not in taken]
            others = [each for each in others if _in_another_language(each, together, answered, counted)]
            if others and name not in twice:
                here = _FilledColumn.of(together[0].source, whole_rows)
                twice[name] = WhyLeftOut(min(others, key=here.unlike).source, otherwise=True)
            for column in held:
                if column.source.position in taken or name in twice:
                    continue
                apart = not grid and _is_part_apart(column.source, name, lexicon)
                titled = apart or (column.source in beside and _holds_title(column.source, name, together))
                alone = _alone(column, answered | ~counted) if apart or column.source in beside else 0
                if alone and _is_of(column.source, together, under):
                    twice[name] = WhyLeftOut(column.source, beside=True)
                elif _takes_turns(column, together, answered, whole_rows):
                    twice[name] = WhyLeftOut(column.source, together[0].source)
                elif (alone and titled) or (column.source in under and _is_mostly_alone(column, alone)):
                    twice[name] = WhyLeftOut(column.source, beside=True)
    return twice


def is_box(reader: CellReader) -> bool:
    """Return whether a column that is read is one box of a question."""
    own = reader.lexicon.columns.get(reader.column.cible)
    return own is not None and not own.values


def _answered(readers: Sequence[CellReader], rows: _Rows) -> NDArray[np.bool_]:
    """Return which lines answer a question; a box that is not ticked answers nothing."""
    codes = [(reader, reader.codes(rows)) for reader in readers]
    answering = [own == 1 if is_box(reader) else ~np.isin(own, (BLANK, MISSING)) for reader, own in codes]
    return np.any(answering, axis=0)


def _counted(by_question: dict[str, list[CellReader]], rows: _Rows, lexicon: Lexicon) -> NDArray[np.bool_]:
    """Return which lines answer some question: the others are of nobody who counts."""
    lines = [_answered(own, rows) for name, own in by_question.items() if name in lexicon.items]
    return np.any(lines, axis=0) if lines else np.zeros(len(rows), dtype=bool)


def _in_another_language(
    column: _FilledColumn, own: Sequence[CellReader], answered: NDArray[np.bool_], counted: NDArray[np.bool_]
) -> bool:
    """Return whether only those who did not answer a question fill a column, as chance does not put it, and its title
    does not say that it asks another thing: one of both is not in French."""
    filled = (column.ticked if is_box(own[0]) else column.filled) & counted
    lines, answering, count = int(counted.sum()), int((answered & counted).sum()), int(filled.sum())
    both = int((filled & answered).sum())
    if count < _BY_CHANCE or both > SELDOM * count:
        return False
    ways = sum(comb(answering, each) * comb(lines - answering, count - each) for each in range(both + 1))
    if ways * _WAYS >= comb(lines, count):
        return False
    title = own[0].source.question or own[0].source.header
    return not (is_in_french(column.source.question or column.source.header) and is_in_french(title))


def _takes_turns(column: _FilledColumn, own: Sequence[CellReader], answered: NDArray[np.bool_], rows: _Rows) -> bool:
    """Return whether a column holds what other families answered to a question, where those that are read are empty."""
    multiple = own[0].is_list or is_box(own[0])
    filled = column.ticked if multiple else column.filled
    count, both = int(filled.sum()), int((filled & answered).sum())
    if not count or both > SELDOM * count:
        return False
    titled = _is_titled(column.source, own)
    if not titled and own[0].lexicon.own_words:
        return _goes_on(column, own[0], answered, rows)
    if not titled and count < _BY_CHANCE:
        return False
    marks = [key(text) in MARKS for text in column.texts[filled]] if multiple and titled else [False]
    answers = _as_answers(column.source, own[0]).codes(rows)[filled] >= 0
    return bool(max(np.mean(marks), answers.mean()) >= MOSTLY)


def _goes_on(column: _FilledColumn, reader: CellReader, answered: NDArray[np.bool_], rows: _Rows) -> bool:
    """Return whether a column of a school's own form holds, under any title, the answers of another one, from the line
    on where that one ends or up to where it begins: its title was written again.

    Such a form asks some families one question, the others another of the same answers: their lines are then mixed.
    """
    reader = replace(reader, column=reader.column.model_copy(update={"sinon": None}))
    codes = _as_answers(column.source, reader).codes(rows)[column.filled]
    worded = {key(text) for text in column.texts[column.filled]} - MARKS
    if len(worded) < 2 or not (codes >= 0).all():
        return False
    former, later = np.flatnonzero(answered & ~column.filled), np.flatnonzero(column.filled & ~answered)
    if comb(len(former) + len(later), len(later)) < _WAYS:
        return False
    before = np.searchsorted(former, later).mean() / max(len(former), 1)
    return bool(max(before, 1 - before) >= 1 - SELDOM / 2)


def _alone(column: _FilledColumn, answered: NDArray[np.bool_]) -> int:
    """Return how many families ticked a column, or wrote in it, and gave no answer that is read."""
    return int((column.ticked & ~answered).sum())


def _is_mostly_alone(column: _FilledColumn, alone: int) -> bool:
    """Return whether several families answered a column `alone`, and hardly any the question too."""
    return alone >= _BY_CHANCE and alone >= (1 - SELDOM) * int(column.ticked.sum())


def _holds_title(column: SourceColumn, name: str, own: Sequence[CellReader]) -> bool:
    """Return whether a column bears the whole title of a question of the suite and more: without, it may repeat its
    boxes. In a school's own form, « Avez-vous internet mobile ? » holds another title.
    """
    lexicon, titles = own[0].lexicon, {key(reader.source.question) for reader in own}
    more = key(column.question) not in titles and not lexicon.own_words
    return more and lexicon.holds_question(name, column.title)


def _is_part_apart(column: SourceColumn, name: str, lexicon: Lexicon) -> bool:
    """Return whether a column that a school's own form reads as another question bears the title of one, and a part."""
    title, written = lexicon.own_words.get(name, ""), column.header or column.name
    return bool(title) and written.startswith(title) and written.removeprefix(title).strip()[:1] in _PART_SIGNS


def _is_of(column: SourceColumn, own: Sequence[CellReader], under: Collection[SourceColumn]) -> bool:
    """Return whether a column says that it holds other answers to a question: « Autre », a box that the form adds."""
    part, item = column.part, own[0].lexicon.items.get(question_of(own[0].column.cible))
    other = is_other(part or column.question.rpartition("?")[2] or column.question)
    if other and column in under:
        return True
    known = item is not None and item.kind == "multiple" and own[0].lexicon.part(item, part) is not None
    return (other or (part != "" and not known)) and _is_titled(column, own)


def _under(own: Sequence[CellReader], others: Sequence[SourceColumn], lexicon: Lexicon) -> frozenset[SourceColumn]:
    """Return the columns, of those that are not read, between those of a question and after it, up to another one."""
    places = {reader.source.position for reader in own}
    named = question_of(own[0].column.cible)
    names = {column: lexicon.question(column.question) for column in others}
    of_none = {column.position: column for column, name in names.items() if name is None or name.name == named}
    following = takewhile(lambda place: place in of_none, count_from(max(places) + 1))
    between = (place for place in range(min(places), max(places)) if place in of_none)
    return frozenset(of_none[place] for place in (*between, *following))


def _as_answers(column: SourceColumn, reader: CellReader) -> CellReader:
    """Return the reader of a column as if it answered, whole, the question that another one does."""
    if not is_box(reader):
        return replace(reader, source=column, reasons={}, unknown={}, _codes={})
    item = reader.lexicon.columns[reader.column.cible].item
    whole = MappedColumn(source=column.name, cible=item.id)
    return CellReader(whole, column, item.values, reader.lexicon, reader.missing, is_list=True)


def _is_titled(column: SourceColumn, own: Sequence[CellReader]) -> bool:
    """Return whether the title of a column names a question, or looks like one of those that are read."""
    lexicon, name = own[0].lexicon, question_of(own[0].column.cible)
    match = lexicon.question(column.question)
    if lexicon.holds_question(name, column.title) or (match is not None and match.name == name):
        return True
    # Where a school's own form is read, what stands above a column may be the title of the question before it.
    above = [lexicon.own_words.get(name) or reader.source.question for reader in own]
    titles = {title for title in (*above, *(reader.source.header for reader in own)) if title}
    return any(look_alike(each, title) for each in (column.question, column.header) if each for title in titles)


__all__ = ["MARKS", "MOSTLY", "NO_MARKS", "SELDOM", "WhyLeftOut", "asked_twice"]
