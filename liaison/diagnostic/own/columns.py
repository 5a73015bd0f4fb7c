"""Les colonnes d'un export rangées par question : les cases d'une question, les lignes d'une grille, et où elle finit.

Titles say what belongs together: « question [ligne] », « question/case ». Framaforms names a question above its first
column only: the next question may be of one column, and bears no name there. What is answered then says where a
question ends, for the rows of a grid share their answers, and its boxes hold a cross and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from liaison.base.letters import key
from liaison.base.quoting import printable
from liaison.base.yes_no import NO_WORDS, YES_WORDS
from liaison.diagnostic.own.written import is_other
from liaison.diagnostic.reading.formats.framaforms import NAME as FRAMAFORMS
from liaison.diagnostic.reading.formats.kobo import NAME as KOBO
from liaison.diagnostic.reading.formats.source import SourceColumn

TICKS = {key(word) for word in (*YES_WORDS, *NO_WORDS)}
Part = tuple[SourceColumn, str]
Words = Callable[[SourceColumn], Sequence[str]]
_CUTS = tuple(
    re.compile(cut, re.DOTALL)
    for cut in (r"(.+?)\s*\[(.+)\]$", r"(.+?)\s*->\s*(.+)$", r"(.+?)\s+>>?\s+(.+)$", r"(.+?)\s*\(([^()]+)\)$")
)
# A question ends with its mark, and how to answer it; what comes after, whatever sign stands between, is a part of it.
_ASKED = re.compile(r"(.+?\?(?:\s*\([^()]*\))?)\s*(->|>>?|[\[(:|–—-])\s*(.+)", re.DOTALL)
_DASHED = re.compile(r"(.+?)\s+[-–—:]\s+(.+)", re.DOTALL)
_MARKS = TICKS - {key(word) for word in ("oui", "non", "yes", "no")}
# What ticks a box that says nothing where it is not: « o » and « n » are letters, and « non » makes a question of it.
_CROSSES = {key(word) for word in YES_WORDS} - {"o", "y"}
SAID_NO = frozenset(map(key, ("non", "no")))
_FEWEST_BOXES = 2
_CLOSING = {"(": ")", "[": "]"}
# Microsoft Forms: « Votre avis.L'accueil »; « 1.2 » is a number, and « M. Petit » somebody.
_DOTTED = re.compile(r"(.*[^\W\d_]{2}.*?[\w)?!»])\.([^\W\d_].*)", re.DOTALL)


@dataclass(frozen=True)
class ColumnGroup:
    """Columns that one title names, each with its part of it: a box, a row of a grid, empty for a question alone.

    `guessed`: that they are one question is only what the beginning of their titles and their cells suggest;
    `side_by_side`: only their place and their cells do, and the title is all of theirs.
    """

    title: str
    parts: tuple[Part, ...]
    guessed: bool = False
    side_by_side: bool = False


def groups(columns: Sequence[SourceColumn], form: str, words: Words) -> list[ColumnGroup]:
    """Return the columns by question, in the order of the file; `words`: the different cells of a column.

    Columns of one title whose answers are not those of the others stand alone.
    """
    every_group: list[ColumnGroup] = []
    titled, guessed = _titled(columns, form, words)
    for title, parts in titled:
        if _only_end_alike(parts, words):
            every_group += [ColumnGroup(column.header, ((column, ""),)) for column, _ in parts]
            continue
        together, apart = _split(parts, form, words)
        every_group.append(ColumnGroup(title, tuple(together), len(together) > 1 and together[0][0].name in guessed))
        # Framaforms says nothing of a column past the last row of a question, but its own title.
        own = [replace(column, question=column.header, part="") for column, _ in apart] if form == FRAMAFORMS else []
        every_group += [ColumnGroup(each.question, ((each, ""),)) for each in own or [column for column, _ in apart]]
    place = {column.name: rank for rank, column in enumerate(columns)}
    return _side_by_side(sorted(every_group, key=lambda group: place[group.parts[0][0].name]), words)


def _side_by_side(every_group: Sequence[ColumnGroup], words: Words) -> list[ColumnGroup]:
    """Return the groups, neighbours that hold crosses and nothing else together: boxes typed by hand.

    A column that nobody filled may stand between them.
    """
    joined: list[ColumnGroup] = []
    run: list[ColumnGroup] = []
    for group, following in zip_longest(every_group, every_group[1:]):
        run.append(group)
        if following is None or not (
            _is_a_box(group, words) and _is_a_box(following, words) and _touch(group, following)
        ):
            joined += _as_one(run, words)
            run = []
    return joined


def _is_a_box(group: ColumnGroup, words: Words) -> bool:
    (column, part), *others = group.parts
    marks = {key(word) for word in words(column)}
    return not others and not part and not group.title.rstrip().endswith("?") and marks <= _CROSSES


def _touch(group: ColumnGroup, following: ColumnGroup) -> bool:
    return following.parts[0][0].position == group.parts[0][0].position + 1


def _as_one(run: list[ColumnGroup], words: Words) -> list[ColumnGroup]:
    ticked = [rank for rank, group in enumerate(run) if len(run) > 1 and words(group.parts[0][0])]
    if len(ticked) < _FEWEST_BOXES:
        return run
    first, last = ticked[0], ticked[-1] + 1
    boxes = tuple((group.parts[0][0], group.title) for group in run[first:last])
    title = ", ".join(printable(box) for _, box in boxes)
    return [*run[:first], ColumnGroup(title, boxes, side_by_side=True), *run[last:]]


def are_ticks(words: Collection[str]) -> bool:
    """Return whether cells say that a box is ticked, or is not, and nothing else."""
    return {key(word) for word in words} <= TICKS


def _titled(
    columns: Sequence[SourceColumn], form: str, words: Words
) -> tuple[list[tuple[str, list[Part]]], Collection[str]]:
    """Return the columns by title, and the names of those whose title is only guessed."""
    headers = {each.header for each in columns}
    cuts = {each.name: _cut(each, headers) for each in columns}
    whole = [each for each in columns if not cuts[each.name][1]]
    guessed = (_by_path(whole, words) if form == KOBO else {}) | _by_beginning(whole, words)
    cuts |= guessed
    several: dict[str, list[Part]] = {}
    for column in columns:
        title, part = cuts[column.name]
        # What ends « (plusieurs réponses possibles) » is a title when other columns are its boxes.
        if part and not any(title != other == column.header for other, _ in cuts.values()):
            several.setdefault(title, []).append((column, part))
    parted = {column.name for parts in several.values() if len(parts) > 1 for column, _ in parts}
    alone = [(each.header or each.name, [(each, "")]) for each in columns if each.name not in parted]
    return [*alone, *((title, parts) for title, parts in several.items() if len(parts) > 1)], guessed


def _only_end_alike(parts: Sequence[Part], words: Words) -> bool:
    """Return whether columns that begin alike and end with a parenthesis are questions each, « Avez-vous un ordinateur
    (fixe) »: what says no is no box, and what does not have the answers of the others is no row beside them."""
    if any(column.part or not column.header.endswith(")") or _ASKED.fullmatch(column.header) for column, _ in parts):
        return False
    chosen = [column for column, part in parts if not is_other(part)]
    answers = [own for column in chosen if (own := {key(word) for word in words(column)})]
    most, whole = max(answers, key=len, default=set()), set[str]().union(*answers)
    says_no = bool(whole & SAID_NO) and whole <= TICKS
    return len(parts) > 1 and (says_no or any(own - most and 2 * len(own & most) < len(most) for own in answers))


def _split(parts: Sequence[Part], form: str, words: Words) -> tuple[list[Part], list[Part]]:
    """Return the columns of a title that are answered alike, and the others."""
    if len(parts) == 1:
        return list(parts), []
    answers = [{key(word) for word in words(column)} for column, _ in parts]
    if form == FRAMAFORMS:
        end = _end([part for _, part in parts], answers)
        return list(parts[:end]), list(parts[end:])
    shared = max(answers, key=lambda own: sum(_alike(own, other) for other in answers))
    # What families write is in the box « Autre » of a question.
    alike = [
        not own or _alike(own, shared) or (shared <= TICKS and is_other(part))
        for own, (_, part) in zip(answers, parts, strict=True)
    ]
    return [each for each, fits in zip(parts, alike, strict=True) if fits], [
        each for each, fits in zip(parts, alike, strict=True) if not fits
    ]


def _end(parts: Sequence[str], answers: Sequence[set[str]]) -> int:
    """Return how many columns of Framaforms the question named above the first one has."""
    shared: set[str] = set()
    end = 1
    for rank, (part, own) in enumerate(zip(parts, answers, strict=True)):
        asks = part.rstrip().endswith("?") and not parts[0].rstrip().endswith("?")
        crosses = shared or own
        if asks or (own and shared and (not _alike(own, shared) or (crosses == {"x"} and own != {"x"}))):
            break
        shared |= own
        # A row that nobody answered is one when another follows it; a box that nobody ticked is a box.
        end = rank + 1 if own or shared == {"x"} else end
    return end


def _alike(first: set[str], other: set[str]) -> bool:
    return 2 * len(first & other) >= min(len(first), len(other)) > 0


def _by_path(columns: Sequence[SourceColumn], words: Words) -> dict[str, tuple[str, str]]:
    """Return the question and the part of each column of KoboToolbox whose path others share: « question/ligne ».

    A group of questions has such paths too. Rows of a grid are answered alike, and boxes by 0 and 1: « Oui » and
    « Non » under one path are two questions.
    """
    paths: dict[str, tuple[str, str]] = {}
    answers_of = {each.name: {key(word) for word in words(each)} for each in columns}
    under: dict[str, list[SourceColumn]] = {}
    for column in columns:
        if "/" in column.header:
            under.setdefault(column.header.rpartition("/")[0], []).append(column)
    for path, own in under.items():
        given = [answers_of[each.name] for each in own if answers_of[each.name]]
        numbers = all(answers <= {"0", "1"} for answers in given)
        of_one = numbers or not any(answers <= TICKS for answers in given)
        if len(own) > 1 and given and of_one and all(_alike(answers, given[0]) for answers in given):
            paths |= {each.name: (path, each.header.rpartition("/")[2]) for each in own}
    return paths


def _by_beginning(columns: Sequence[SourceColumn], words: Words) -> dict[str, tuple[str, str]]:
    """Return the question and the box of each column whose title begins as others do: « Vos activités - Sport ».

    Where all hold marks and nothing else, and each is no question by itself: « Oui » and « Non » would make it one.
    """
    under: dict[str, list[tuple[SourceColumn, str]]] = {}
    for column in columns:
        if halves := _DASHED.fullmatch(column.header or column.name):
            under.setdefault(halves[1].strip(), []).append((column, halves[2].strip()))
    return {
        column.name: (title, part)
        for title, own in under.items()
        for marks in [{key(word) for column, _ in own for word in words(column)}]
        if len(own) > 1 and marks and marks <= _MARKS
        for column, part in own
    }


def _cut(column: SourceColumn, headers: Collection[str]) -> tuple[str, str]:
    """Return the title of a column and the part of it that a header names, empty when it names none.

    `headers`: those of the file; KoboToolbox writes « question/case » beside « question ».
    """
    if column.part:
        return printable(column.question), column.part  # as names are, of which the titles of other columns are cut
    slashes = (each.start() for each in re.finditer("/", column.header))
    if cut := next((at for at in slashes if column.header[:at] in headers), None):
        return column.header[:cut], column.header[cut + 1 :]
    # A box of the suite that stands alone is known by a name that its header has not.
    name = column.header if column.header == column.question else column.name
    if question := _ASKED.fullmatch(name):
        return question[1].strip(), question[3].removesuffix(_CLOSING.get(question[2], "")).strip()
    halves = next((match for cut in (*_CUTS, _DOTTED) if (match := cut.fullmatch(name))), None)
    return (halves[1].strip(), halves[2].strip()) if halves else (name, "")


__all__ = ["SAID_NO", "ColumnGroup", "Part", "are_ticks", "groups"]
