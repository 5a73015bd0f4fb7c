"""Des familles qui se suivent et laissent toutes une question vide : elle ne leur a sans doute pas été posée.

A question that is added while families answer, or taken away, leaves its column empty above or below; so do sheets of
paper typed under an export, that do not ask it. Silence is scattered; what was not asked is not. So it is of a box, or
of an answer, that the first families do not give, or the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.papers.report_words import value_words
from liaison.diagnostic.questionnaire.item import Item, question_of
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE
from liaison.diagnostic.reading.families_in_order import InOrder, of_each_file, of_each_tool
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.silence import chance_of_order, chance_of_silence
from liaison.diagnostic.reading.withheld import withheld

phrase = french_beside(__file__)

ONE_OF_TWO = phrase("l-un-ou-l-autre")

BY_CHANCE = 1e-5  # chances qu'autant de familles qui se suivent aient passé une question comme les autres
FEWEST = 4  # familles qui se suivent, et familles des autres qui répondent
_PART = 0.1  # des familles, qui en ont d'autres avant et après : en deçà, quelques familles d'une même classe suffisent
_OF_ORDERS = 1e-4  # part des ordres où autant de familles muettes se suivent : une question que peu remplissent en a


class Stretch(NamedTuple):
    """Families that follow each other: the ranks of the first and of the last; the `columns` of a table of answers that
    they leave empty (a question, a row of a grid, one of several boxes), or the question of which nobody gives the
    `answer`."""

    first: int
    last: int
    columns: frozenset[str]
    answer: str = ""


def without_stretches(parts: Sequence[ReadReport]) -> list[ReadReport]:
    """Return the same reports, the questions that families who follow each other all pass among those left out, in the
    order of one file or of all that a tool gave; so are a box, and a question, of which the first families, or the
    last, do not give an answer.

    A row of a grid is a question of its own.
    """
    why: dict[str, dict[str, str]] = {part.files[0]: {} for part in parts}
    several = len(why) > 1
    for families in of_each_file(parts):
        _add(why, families, "vide-a-la-suite", _stretches(families))
        _add(why, families, "case-vide-a-la-suite", _of_boxes(families))
    for families in of_each_tool(parts):
        _add(why, families, "vide-a-la-suite", _stretches(families) if several else ())
        _add(why, families, "case-vide-a-la-suite", _of_boxes(families))
        _add(why, families, "reponse-absente-a-la-suite", _of_answers(families))
    return [withheld(part, why[part.files[0]] if len(part.answers) else {}, in_part=True) for part in parts]


def _add(why: dict[str, dict[str, str]], families: InOrder, key: str, stretches: Iterable[Stretch]) -> None:
    """Say of the files of these families why columns are left out; of a question left out whole, no box is said."""
    own = families.answers.questionnaire.own_words
    for each in stretches:
        (question,) = {question_of(name) for name in each.columns}
        answer = value_words(question, each.answer, own) if each.answer else ""
        where = families.between(each.first, each.last)
        words = phrase(key, where=where, answer=answer, remedy=ONE_OF_TWO)
        for file in {place.file for place in families.places}:
            why[file] = dict.fromkeys(sorted(each.columns), words) | why[file]


def _stretches(families: InOrder) -> Iterator[Stretch]:
    """Yield the questions, the rows of grids and the level that a stretch of families leaves without an answer as
    chance does not put it.

    A cell that is not read is no answer either: what is published would tell it from one that is empty.
    """
    answers = families.answers
    asked_of_all = [name for item in answers.questionnaire.items for name in own_names(item)]
    if not asked_of_all:
        return
    names = [*asked_of_all, *(name for name in answers.questionnaire.context if name == LEVEL)]
    filled = {name: answers.table[name].notna().to_numpy() for name in names}
    answering = np.flatnonzero(np.any([filled[name] for name in asked_of_all], axis=0))
    for name in names:
        if name in answers.unasked:
            continue
        here = filled[name][answering]
        start, end = _longest_silence(here)
        columns = columns_of(answers, name)
        if _is_rare(here, start, end) and not _is_in_blocks(answers, sorted(columns), answering[here]):
            yield Stretch(int(answering[start]), int(answering[end - 1]), columns)


def _of_boxes(families: InOrder) -> Iterator[Stretch]:
    """Yield the boxes that nobody ticks of the first, or of the last, families that answer their question, as chance
    does not put it; not where these answers put them in order."""
    answers = families.answers
    for item in answers.questionnaire.items:
        boxes = [name for name in sorted(columns_of(answers, item.id)) if name not in answers.unasked]
        if item.kind != "multiple" or len(boxes) < 2 or not len(answers):
            continue
        own = np.flatnonzero(answers.table[boxes[0]].notna().to_numpy())
        for name in boxes:
            ticked = answers.table[name].fillna(value=False).to_numpy(dtype=bool)[own]
            stretch = _at_an_end(ticked, _apart(answers)[own])
            if stretch and not _is_in_blocks(answers, boxes, own):
                yield Stretch(int(own[stretch[0]]), int(own[stretch[1] - 1]), frozenset({name}))


def _of_answers(families: InOrder) -> Iterator[Stretch]:
    """Yield the questions of which the first, or the last, families do not give an answer that others give, as chance
    does not put it; not where its answers put them in order. A grid has one scale: all its rows with one of them."""
    answers = families.answers
    for item in answers.questionnaire.items:
        columns = columns_of(answers, item.id) if item.kind == "single" else frozenset(own_names(item))
        for name in sorted(columns - answers.unasked if item.kind != "multiple" else ()):
            codes = answers.table[name].cat.codes.to_numpy()
            own = np.flatnonzero(codes >= 0)
            for rank, answer in enumerate(item.values):
                stretch = _at_an_end(codes[own] == rank, _apart(answers)[own])
                if stretch and not _is_in_blocks(answers, [name], own):
                    yield Stretch(int(own[stretch[0]]), int(own[stretch[1] - 1]), columns, answer)


def _apart(answers: Answers) -> NDArray[np.intp]:
    """Return of which sort each family is, by what its school knows of it: a class answers on one day, and families on
    paper after the others. One sort's order says nothing of what another was offered."""
    known = [
        answers.table[name].cat.codes.to_numpy().astype(np.intp)
        for name in (LEVEL, MODE)
        if name in answers.table and name not in answers.unasked
    ]
    return (
        np.unique(np.column_stack(known), axis=0, return_inverse=True)[1].ravel()
        if known
        else np.zeros(len(answers), dtype=np.intp)
    )


def own_names(item: Item) -> list[str]:
    """Return the columns that tell who answered a question: one of its boxes, each of its rows."""
    return [*item.columns] if item.kind == "grid" else [item.columns[0]]


def columns_of(answers: Answers, name: str) -> frozenset[str]:
    """Return the columns of a question of which `name` tells who answered it."""
    item = answers.questionnaire.item(name)
    if item is None or item.kind != "multiple":
        return frozenset({name})
    return frozenset(item.columns)


def _longest_silence(here: NDArray[np.bool_]) -> tuple[int, int]:
    """Return the ranks of the first of the longest lines in a row that are empty, and of the one after the last."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], (~here).astype(np.int8), [0]])))
    begins, ends = edges[::2], edges[1::2]
    if not len(begins):
        return 0, 0
    at = int((ends - begins).argmax())
    return int(begins[at]), int(ends[at])


def _is_rare(here: NDArray[np.bool_], start: int, end: int) -> bool:
    """Return whether so many families in a row pass a question as chance does not put it: after how often the others do
    so, and of all the orders in which they could stand."""
    size, answered = end - start, int(here.sum())
    others = len(here) - size
    at_an_end = start == 0 or end == len(here)
    if min(size, answered) < FEWEST or (not at_an_end and size < _PART * len(here)):
        return False
    of_orders = chance_of_order(size, others, answered) * (2 if at_an_end else others + 1)
    return of_orders < _OF_ORDERS and (others + 1) * chance_of_silence(size, others, others - answered) < BY_CHANCE


def _at_an_end(here: NDArray[np.bool_], apart: NDArray[np.intp]) -> tuple[int, int] | None:
    """Return the ranks of the first families, or of the last, who do not give an answer as chance does not put it, each
    beside the others of its sort (`apart`); None where there are no such ones. All the others give it: they stand
    together, and nothing was left to choose."""
    given, count = np.flatnonzero(here), len(here)
    if len(given) < FEWEST:
        return None
    for start, end in ((0, int(given[0])), (int(given[-1]) + 1, count)):
        if end - start < FEWEST or len(given) == count - end + start:
            continue
        if 2 * chance_of_order(end - start, count - end + start, len(given)) >= BY_CHANCE:
            continue
        sorts = int(apart.max()) + 1
        sizes, every, answered = (
            np.bincount(each, minlength=sorts).tolist() for each in (apart[start:end], apart, apart[here])
        )
        chances = [
            chance_of_order(size, whole - size, own) for size, whole, own in zip(sizes, every, answered, strict=True)
        ]
        if 2 * prod(chances) < BY_CHANCE:
            return start, end
    return None


def _is_in_blocks(answers: Answers, columns: Sequence[str], order: NDArray[np.intp]) -> bool:
    """Return whether lines, in this order, have all that answers these columns alike together."""
    held = [name for name in columns if name in answers.table]
    if not held:
        return False
    own = answers.table[held].astype("string").fillna("").agg("|".join, axis=1).to_numpy()[order]
    return bool((own[1:] != own[:-1]).sum() < len({*own}))


__all__ = ["BY_CHANCE", "FEWEST", "ONE_OF_TWO", "Stretch", "columns_of", "own_names", "without_stretches"]
