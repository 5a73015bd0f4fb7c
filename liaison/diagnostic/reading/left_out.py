"""Une question dont une colonne n'est pas lue n'est pas publiée comme si elle l'était toute : elle est mise de côté.

Whatever a form writes in its titles, some day one of them is not understood. Its families would count « sans réponse »,
or would not have ticked what they ticked. So a column that is not read, and that bears the title of a question, or one
of its answers, or holds its answers, leaves that question out: nothing of it is published, and it is said why.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import takewhile

from liaison.base.letters import key, normal
from liaison.diagnostic.own.written import is_other
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, Item
from liaison.diagnostic.reading.asked_twice import MARKS, MOSTLY, NO_MARKS, SELDOM, WhyLeftOut, asked_twice
from liaison.diagnostic.reading.cells import CellReader
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.unread import repeats_boxes
from liaison.diagnostic.reading.untitled import answers_in, bears_no_title
from liaison.diagnostic.reading.wording import Lexicon

_BLOCK = (
    4  # lignes par classe, en moyenne, à partir desquelles une classe écrite une fois vaut pour celles d'en dessous
)


def left_out(
    columns: Sequence[SourceColumn],
    readers: Sequence[CellReader],
    cells: Sequence[Sequence[str]],
    lexicon: Lexicon,
    waiting: Sequence[SourceColumn] = (),
) -> dict[str, WhyLeftOut]:
    """Return the questions to leave out, each with the column for which it is; `readers`: those of the columns read;
    `waiting`: the columns that are not, until a person says what they hold.

    Rows of a grid are questions each, that tell the truth without the others: a grid is left out only when one of them
    is asked twice.
    """
    read = {reader.column.cible: reader.source for reader in readers}
    positions = {column.position for column in read.values()}
    others = [column for column in columns if column.kind == "answer" and column.position not in positions]
    held = {column.position: _held(column, cells) for column in columns}
    boxed = {normal(column.question) for column in read.values() if column.part}
    twice = asked_twice(columns, readers, cells, lexicon, waiting)
    aside: dict[str, WhyLeftOut] = {}
    for item in lexicon.questionnaire.items:
        whole = read.get(item.id)
        boxes = {box for box in item.values if item.column(box) in read}
        in_part = whole is None and item.kind == "multiple" and len(boxes) < len(item.values)
        # A school's own form is read by a mapping made of it: what it leaves, it leaves for a reason that it says.
        if item.kind == "single" and not whole and not lexicon.own_words:
            unnamed = (
                column for column in others if _answers_under_another_title(held[column.position], item, lexicon)
            )
            if unread := next(unnamed, None):
                aside[item.id] = WhyLeftOut(unread, titled=_asks(unread, item, lexicon))
            continue
        if item.kind == "grid" or not (whole or boxes) or (lexicon.own_words and not in_part):
            continue
        if whole is not None and item.kind == "multiple" and _is_one_box(whole, item, held[whole.position], lexicon):
            aside[item.id] = WhyLeftOut(whole)
            continue
        of_boxes = {box: read[item.column(box)] for box in boxes}
        lost = _lost_boxes(list(of_boxes.values()), others, held, item, lexicon)
        elsewhere = _of_another_question(of_boxes, others, cells, item, lexicon) if in_part else ()
        for column in () if item.id in twice and not in_part else others:
            if column in elsewhere or (not in_part and repeats_boxes(column.question, column.part, boxed)):
                continue
            lacking = in_part and column in lost
            if lacking or _is_of(column, item, held[column.position], lexicon, in_part=in_part):
                aside[item.id] = WhyLeftOut(column)
                break
    return _written_once(read, cells) | twice | aside


def _written_once(read: Mapping[str, SourceColumn], cells: Sequence[Sequence[str]]) -> dict[str, WhyLeftOut]:
    """Return the level, where the class is written once for all the lines below it: cells merged by hand.

    Where most lines are empty, and the first one is not, each class being there once.
    """
    if (column := read.get(LEVEL)) is None:
        return {}
    words = [row[column.position].strip() if column.position < len(row) else "" for row in cells]
    classes = [word for word in words if word]
    once = len(classes) >= 2 and len(set(classes)) == len(classes) and words[0] != ""
    return {LEVEL: WhyLeftOut(column, once=True)} if once and len(words) >= _BLOCK * len(classes) else {}


def _lost_boxes(
    boxes: Sequence[SourceColumn],
    others: Sequence[SourceColumn],
    held: Mapping[int, Sequence[str]],
    item: Item,
    lexicon: Lexicon,
) -> list[SourceColumn]:
    """Return the columns that may be a box which a question lacks, for they stand where it would: between two of its
    boxes, or next to them with no title, or the beginning of theirs, and what a box holds.
    """
    by_position = {column.position: column for column in others if held[column.position]}
    titles = {key(title) for box in boxes for title in (f"{box.question} {box.part}", box.header) if title}
    marks = MARKS | {key(cell) for box in boxes for cell in held[box.position]}

    def goes_on(position: int) -> bool:
        column = by_position.get(position)
        if column is None:
            return False
        beginnings = {key(column.question), key(column.header)} - {""}
        cut = any(title.startswith(beginning) for title in titles for beginning in beginnings)
        as_box = _share(held[position], lambda cell: key(cell) in marks or lexicon.value(item.id, cell) is not None)
        return (bears_no_title(column) or cut) and as_box >= MOSTLY

    first = min((box.position for box in boxes), default=0)
    last = max((box.position for box in boxes), default=0)
    before = takewhile(goes_on, range(first - 1, -1, -1))
    beside = [*before, *range(first, last), *takewhile(goes_on, range(last + 1, last + 1 + len(others)))]
    return [by_position[position] for position in beside if position in by_position]


def _of_another_question(
    boxes: Mapping[str, SourceColumn],
    others: Sequence[SourceColumn],
    cells: Sequence[Sequence[str]],
    item: Item,
    lexicon: Lexicon,
) -> set[SourceColumn]:
    """Return the columns under a title that heads a box which the question has already, where the same families answer
    both: a question has a box once. `boxes`: those that are read."""
    by_title: dict[str, dict[SourceColumn, str]] = {}
    for column in others:
        for box in item.values:
            if title := lexicon.beside_part(item.id, box, column.title):
                by_title.setdefault(title, {})[column] = box
    answering = _ticked(boxes.values(), cells)
    apart: set[SourceColumn] = set()
    for under in by_title.values():
        lines = _ticked(under, cells)
        if not boxes.keys().isdisjoint(under.values()) and len(lines & answering) > SELDOM * len(lines):
            apart |= under.keys()
    return apart


def _ticked(columns: Collection[SourceColumn], cells: Sequence[Sequence[str]]) -> set[int]:
    """Return the ranks of the lines that tick one of these columns."""
    places = [column.position for column in columns]
    return {
        rank
        for rank, row in enumerate(cells)
        if any(place < len(row) and row[place].strip() and key(row[place]) not in NO_MARKS for place in places)
    }


def _is_of(column: SourceColumn, item: Item, held: Sequence[str], lexicon: Lexicon, *, in_part: bool) -> bool:
    """Return whether a column that is not read may hold what a question lacks; `in_part`: some of its boxes do."""
    titled = lexicon.holds_question(item.id, column.title) or _asks(column, item, lexicon)
    answers = _share(held, lambda cell: lexicon.value(item.id, cell) is not None)
    if in_part:
        named = any(lexicon.bears_part(item.id, box, column.title) for box in item.values)
        return named or (titled and bool(held)) or answers >= MOSTLY
    if item.kind == "multiple" and is_other(column.part or column.question.rpartition("?")[2]):
        return False  # an answer of the form's own, beside those of the questionnaire: see `asked_twice`
    if item.kind != "multiple":
        return titled and answers >= MOSTLY
    several = _share(held, lambda cell: bool(answers_in(cell, item, lexicon)))
    return titled and max(several, _share(held, lambda cell: key(cell) in MARKS)) >= MOSTLY


def _answers_under_another_title(held: Sequence[str], item: Item, lexicon: Lexicon) -> bool:
    """Return whether cells hold several answers to a question, and hardly anything else: « Oui » answers too many."""
    answers = {cell: lexicon.value(item.id, cell) for cell in held if key(cell) not in MARKS}
    mostly = _share(held, lambda cell: answers.get(cell) is not None) >= MOSTLY
    return mostly and len({*answers.values()} - {None}) > 1


def _asks(column: SourceColumn, item: Item, lexicon: Lexicon) -> bool:
    match = lexicon.question(column.question)
    return match is not None and match.sure and match.name == item.id


def _is_one_box(whole: SourceColumn, item: Item, held: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether a column read as a whole question seems to be one of its boxes.

    Its title holds one answer beside the question and its cells no other one, but a mark where it is not ticked; or
    they hold marks and no answer.
    """
    if held and _share(held, lambda cell: key(cell) in MARKS and lexicon.value(item.id, cell) is None) == 1.0:
        return True
    named = {box for box in item.values if lexicon.bears_part(item.id, box, whole.title)}
    values = ((lexicon.value(item.id, cell), cell) for cell in held)
    answered = {value for value, cell in values if value is not None or key(cell) not in MARKS}
    return len(named) == 1 and answered <= named


def _held(column: SourceColumn, cells: Sequence[Sequence[str]]) -> list[str]:
    return [text for row in cells if column.position < len(row) for text in [row[column.position].strip()] if text]


def _share(held: Collection[str], is_so: Callable[[str], bool]) -> float:
    return sum(map(is_so, held)) / len(held) if held else 0.0


__all__ = ["left_out"]
