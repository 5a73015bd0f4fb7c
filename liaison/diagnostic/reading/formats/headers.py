"""Ce qu'un titre de colonne nomme, de quelque façon qu'un outil l'écrive : une question, ou l'une de ses cases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from liaison.base.letters import key
from liaison.diagnostic.questionnaire.item import question_and_part
from liaison.diagnostic.reading.formats.source import ColumnKind, SourceColumn
from liaison.diagnostic.reading.wording import Lexicon

Header = tuple[str, str, ColumnKind]
_CUTS = (
    re.compile(r"(.+?)\s*\[([^\[\]]+)\]$", re.DOTALL),
    re.compile(r"(.+?)\s*->\s*(.+)$", re.DOTALL),
    re.compile(r"(.+?)\s+>>?\s+(.+)$", re.DOTALL),
    re.compile(r"(.+?)\s*\(([^()]+)\)$", re.DOTALL),
    re.compile(r"(.+?)__(.+)$", re.DOTALL),
    re.compile(r"(.+?)\s*[:|]\s+(.+)$", re.DOTALL),
    re.compile(r"(.+?)\s+[-–—]\s+(.+)$", re.DOTALL),
    re.compile(r"(.+?)[.:|](.+)$", re.DOTALL),
)
_GAP = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"(?:q(?:uestion)?)?\d*")
_MOST_STEPS = 9  # parts of a name, between underscores
_GROUP = 3  # questions, under one beginning, from which on it is a group and not somebody


def in_order(row: Sequence[str], lexicon: Lexicon, header: Callable[[str, str], Header]) -> list[Header]:
    """Return (question, part, kind) for each column; a statement alone belongs to the last question that was named.

    `header`: what one says, after the question named last.
    """
    headers: list[Header] = []
    last = ""
    for cell in row:
        headers.append(header(cell.strip(), last))
        match = lexicon.question(headers[-1][0])
        last = match.name if match else last
    for place in range(len(headers) - 2, -1, -1):
        # « Un ordinateur » is a box of two questions: of the one that the next column is of, when no other says so.
        title, following = row[place].strip(), headers[place + 1]
        own = dict(lexicon.bare_parts(title)) if following[1] else {}
        own = own if len(own) > 1 or not headers[place][1] else {}
        box = own.get(following[0])
        if box is not None and not any((question, part) == (following[0], box) for question, part, _ in headers):
            headers[place] = (following[0], box, headers[place][2])
    return _claimed_once(headers, row, lexicon)


def _claimed_once(headers: Sequence[Header], row: Sequence[str], lexicon: Lexicon) -> list[Header]:
    """Return the headers, those that are a box or a row alone naming nothing where another is the same one, alone or
    with its question: two questions of a form may have the same statements, and nothing says which asks ours."""
    claims = Counter(_question_and_part(question, part, lexicon) for question, part, _ in headers if part)
    return [
        (title.strip(), "", kind)
        if _stands_alone(title, question, part, lexicon) and claims[_question_and_part(question, part, lexicon)] > 1
        else (question, part, kind)
        for (question, part, kind), title in zip(headers, row, strict=True)
    ]


def _stands_alone(title: str, question: str, part: str, lexicon: Lexicon) -> bool:
    """Return whether a title is a box or a row, and says of which question neither itself nor by its path."""
    path, _, last = title.strip().rpartition("/")
    alone = {*lexicon.bare_parts(title), *lexicon.bare_parts(last)}
    return (question, part) in alone and not any(key(step).endswith(key(question)) for step in path.split("/"))


def _question_and_part(question: str, part: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the names of the question and of the part that a header says; of what names none, its own words."""
    match = lexicon.column(question) or lexicon.question(question)
    name, own_part = question_and_part(match.name) if match else (question, "")
    item = lexicon.items.get(name)
    box = lexicon.part(item, part) if item and part and item.kind != "single" else None
    return name, own_part or (box.name if box else part)


def with_guesses(columns: Sequence[SourceColumn], titles: Sequence[str], lexicon: Lexicon) -> tuple[SourceColumn, ...]:
    """Return the columns, those marked whose title does not say all that they are taken for.

    A box that several questions have stands under one of them by its place alone, and one whose question is nowhere may
    be of another. What comes before a name, and that the reading leaves out, is a group where it stands before several
    questions; else it may say of whom they are asked (« frere_niveau », « frere/langue »).
    """
    before = [_left_out_before(column, title) for column, title in zip(columns, titles, strict=True)]
    questions = [_question_and_part(column.question, column.part, lexicon)[0] for column in columns]
    under: dict[str, set[str]] = {}
    for left, question in zip(before, questions, strict=True):
        under.setdefault(left, set()).add(question)
    names = [title.rpartition("/")[2] for title in titles]
    in_titles = {match.name for name in {*names, *titles} if (match := lexicon.question(name)) and match.sure}

    def is_of_somebody(left: str, question: str) -> bool:
        elsewhere = any(question in own for other, own in under.items() if other != left)
        return bool(left) and (elsewhere or len(under[left]) < _GROUP)

    return tuple(
        replace(
            column,
            alone=_stands_alone(title, column.question, column.part, lexicon),
            guessed=column.guessed
            or (bool(column.part) and len(lexicon.bare_parts(title)) > 1)
            or _is_box_of_none(column, title, in_titles, lexicon)
            or is_of_somebody(left, question),
        )
        for column, title, left, question in zip(columns, titles, before, questions, strict=True)
    )


def _is_box_of_none(column: SourceColumn, title: str, in_titles: Set[str], lexicon: Lexicon) -> bool:
    """Return whether a title is a box alone (« Le soir ») of a question that no title of the file asks: a school may
    have asked something else with that box. The statements of a grid stand alone in some tools."""
    boxes = {question for question, _ in lexicon.bare_parts(title) if lexicon.items[question].kind == "multiple"}
    return bool(column.part) and bool(boxes) and not boxes & in_titles


def _left_out_before(column: SourceColumn, title: str) -> str:
    """Return what a title says before the names that are read in it; empty when it is nothing, or a number."""
    whole, names = key(title), key(column.question + column.part)
    left = whole.removesuffix(names) if column.kind == "answer" and names and whole.endswith(names) else ""
    return "" if _NUMBER.fullmatch(left.strip()) else left.strip()


def named(name: str, lexicon: Lexicon, last: str) -> tuple[str, str] | None:
    """Return the question and the part that a header names; None when nothing is recognised in it.

    `last`: the question that a header before it named.
    """
    if lexicon.column(name):
        return name, ""
    match = lexicon.question(name)
    if match and match.sure:
        return name, ""
    if bare := lexicon.bare_part(name, last):
        return bare
    if whole := whole_title(name, lexicon):
        return whole
    for cut in _CUTS:
        parts = cut.fullmatch(name)
        # A short answer behind a long question looks like the question alone: « Quels appareils… ? (Une tablette) ».
        if parts and _fits(parts[1], parts[2], lexicon, surely=match is not None):
            return parts[1], parts[2]
    return (name, "") if match else _in_a_group(name, lexicon)


def whole_title(name: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the question and the part of which a title holds both sentences, in either order.

    Whatever stands between them: a space, a new line, an arrow, a slash, brackets.
    """
    for gap in _GAP.finditer(name):
        before, after = name[: gap.start()], name[gap.end() :].rstrip("])} ")
        # The mark that ends the question may stand in the gap: it is of the title.
        title = before + gap[0][: gap[0].rfind("?") + 1]
        if own := lexicon.whole_title(before, after):
            return (title, after) if lexicon.named(before) else own
        if own := lexicon.whole_title(after, before):
            return (name[gap.end() :], before) if lexicon.named(after) else own
    return None


def split_path(name: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the question and the part of a header like `groupe/question/valeur`; groups are left out.

    A sentence may hold slashes of its own: each cut is tried, the longest part first.
    """
    # A group before a sentence must not count as a sentence that looks alike.
    return (
        _in_path(name, lexicon, only_sure=True)
        or _column_in_path(name, lexicon)
        or _group_in_path(name, lexicon)
        or _in_path(name, lexicon, only_sure=False)
    )


def _column_in_path(name: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return what « groupe/question_ligne » names: a row of a grid, or a box, is a question of its own there."""
    steps = name.split("/")
    for begin in range(1, len(steps)):
        column = lexicon.column("/".join(steps[begin:]))
        if column and (own := lexicon.columns.get(column.name)) and own.part:
            return own.item.id, own.part
    return None


def _group_in_path(name: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return what « groupe/groupe_nom » names: the name bears its group by its sign, and its path before it."""
    steps = name.split("/")
    for begin in range(1, len(steps)):
        if own := _in_a_group("/".join(steps[begin:]), lexicon):
            return own
    return None


def _in_path(name: str, lexicon: Lexicon, *, only_sure: bool) -> tuple[str, str] | None:
    steps = name.split("/")
    for cut in range(1, len(steps)):
        part = "/".join(steps[cut:])
        for begin in range(cut):
            question = "/".join(steps[begin:cut])
            match = lexicon.question(question)
            item = lexicon.items.get(match.name) if match and (match.sure or not only_sure) else None
            if item and lexicon.part(item, part):
                return question, part
    for begin in range(len(steps)):
        question = "/".join(steps[begin:])
        match = lexicon.question(question)
        if match and (match.sure or not only_sure):
            return question, ""
    return None


def _in_a_group(name: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return what « groupe_nom » names, whatever comes before: a column, or a question and one of its parts.

    KoboToolbox may write « groupe_nom/case » too.
    """
    first, slash, rest = name.partition("/")
    steps = first.split("_")
    for begin in range(len(steps)) if 1 < len(steps) <= _MOST_STEPS else ():
        own = "_".join(steps[begin:])
        if slash:
            if path := _in_path(f"{own}/{rest}", lexicon, only_sure=True):
                return path
            continue
        if (column := lexicon.column(own)) and (target := lexicon.columns.get(column.name)) and target.part:
            return target.item.id, target.part
        if column or lexicon.named(own):
            return own, ""
        for end in range(begin + 1, len(steps)):
            question, part = "_".join(steps[begin:end]), "_".join(steps[end:])
            if lexicon.named(question) and _fits(question, part, lexicon):
                return question, part
    return None


def _fits(question: str, part: str, lexicon: Lexicon, *, surely: bool = False) -> bool:
    """Return whether a question has that part: by its very name or sentence when it must be `surely`."""
    match = lexicon.question(question)
    item = lexicon.items.get(match.name) if match else None
    fitting = lexicon.part(item, part) if item else None
    return fitting is not None and (fitting.sure or not surely)


__all__ = ["Header", "in_order", "named", "split_path", "whole_title", "with_guesses"]
