"""Des familles qui se suivent et laissent toutes une question vide : elle ne leur a sans doute pas été posée.

A question that is added while families answer, or taken away, leaves its column empty above or below; so do sheets of
paper typed under an export, that do not ask it. Silence is scattered; what was not asked is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.questionnaire.item import Item
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, SEPARATOR
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.silence import chance_of_silence
from liaison.diagnostic.reading.withheld import withheld

phrase = french_beside(__file__)

ONE_OF_TWO = phrase("l-un-ou-l-autre")

BY_CHANCE = 1e-5  # chances qu'autant de familles qui se suivent aient passé une question comme les autres
FEWEST = 4  # familles qui se suivent, et familles des autres qui répondent
_PART = 0.1  # des familles : en deçà, ce qui en est publié change peu, et quelques familles d'une même classe suffisent


class Stretch(NamedTuple):
    """Lines of a file that follow each other: the numbers of the first and of the last; the `columns` of a table of
    answers that they leave empty: a question, a row of a grid, or one of several boxes."""

    first: int
    last: int
    columns: frozenset[str]


def without_stretches(part: ReadReport) -> ReadReport:
    """Return the report of one file, the questions that families who follow each other all pass among those left out.

    A row of a grid is a question of its own.
    """
    why: dict[str, str] = {}
    for key, stretches in (("vide-a-la-suite", _stretches(part)), ("case-vide-a-la-suite", _of_boxes(part))):
        for stretch in stretches:
            words = phrase(key, first=stretch.first, last=stretch.last, remedy=ONE_OF_TWO)
            why = dict.fromkeys(sorted(stretch.columns), words) | why  # of a question left out whole, no box is said
    return withheld(part, why, in_part=True)


def _stretches(part: ReadReport) -> Iterator[Stretch]:
    """Yield the questions, the rows of grids and the level that a stretch of lines leaves without an answer as chance
    does not put it.

    A cell that is not read is no answer either: what is published would tell it from one that is empty.
    """
    answers = part.answers
    asked_of_all = [name for item in answers.questionnaire.items for name in own_names(item)]
    if not asked_of_all:
        return
    order = np.argsort(part.lines, kind="stable")
    lines = part.lines[order]
    names = [*asked_of_all, *(name for name in answers.questionnaire.context if name == LEVEL)]
    filled = {name: answers.table[name].notna().to_numpy()[order] for name in names}
    answering = np.any([filled[name] for name in asked_of_all], axis=0)
    for name in names:
        if name in answers.unasked:
            continue
        here = filled[name][answering]
        start, end = _longest_silence(here)
        if _is_rare(here, end - start) and not _is_sorted(answers, name, order[answering], here):
            own = lines[answering]
            columns = columns_of(answers, name)
            yield Stretch(int(own[start]), int(own[end - 1]), columns)


def _of_boxes(part: ReadReport) -> Iterator[Stretch]:
    """Yield the boxes that nobody ticks of the first, or of the last, families that answer their question, as chance
    does not put it; not in a file put in order by these answers or by levels, of which some do not have it."""
    answers = part.answers
    order = np.argsort(part.lines, kind="stable")
    for item in answers.questionnaire.items:
        boxes = [name for name in sorted(columns_of(answers, item.id)) if name not in answers.unasked]
        if item.kind != "multiple" or len(boxes) < 2 or not len(answers):
            continue
        own = order[answers.table[boxes[0]].notna().to_numpy()[order]]
        for name in boxes:
            here = answers.table[name].fillna(value=False).to_numpy(dtype=bool)[own]
            start, end = _longest_silence(here)
            if 0 not in (start, len(here) - end) or not _is_rare(here, end - start):
                continue
            if not any(_is_in_blocks(answers, columns, own) for columns in (boxes, [LEVEL])):
                first, last = part.lines[own[start]], part.lines[own[end - 1]]
                yield Stretch(int(first), int(last), frozenset({name}))


def own_names(item: Item) -> list[str]:
    """Return the columns that tell who answered a question: one of its boxes, each of its rows."""
    if item.kind == "single":
        return [item.id]
    parts = [f"{item.id}{SEPARATOR}{part}" for part in (item.rows or item.values)]
    return parts if item.kind == "grid" else parts[:1]


def columns_of(answers: Answers, name: str) -> frozenset[str]:
    """Return the columns of a question of which `name` tells who answered it."""
    item = next((each for each in answers.questionnaire.items if each.id == name.partition(SEPARATOR)[0]), None)
    if item is None or item.kind != "multiple":
        return frozenset({name})
    return frozenset(f"{item.id}{SEPARATOR}{value}" for value in item.values)


def _longest_silence(here: NDArray[np.bool_]) -> tuple[int, int]:
    """Return the ranks of the first of the longest lines in a row that are empty, and of the one after the last."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], (~here).astype(np.int8), [0]])))
    begins, ends = edges[::2], edges[1::2]
    if not len(begins):
        return 0, 0
    at = int((ends - begins).argmax())
    return int(begins[at]), int(ends[at])


def _is_rare(here: NDArray[np.bool_], size: int) -> bool:
    """Return whether so many lines in a row are empty as chance does not put it, after how often the others are."""
    others, answered = len(here) - size, int(here.sum())
    if size < max(FEWEST, _PART * len(here)) or answered < FEWEST:
        return False
    return (others + 1) * chance_of_silence(size, others, others - answered) < BY_CHANCE


def _is_sorted(answers: Answers, name: str, order: NDArray[np.intp], here: NDArray[np.bool_]) -> bool:
    """Return whether a file is sorted by what answers this question: its empty cells stand together."""
    return _is_in_blocks(answers, sorted(columns_of(answers, name)), order[here])


def _is_in_blocks(answers: Answers, columns: Sequence[str], order: NDArray[np.intp]) -> bool:
    """Return whether lines, in this order, have all that answers these columns alike together."""
    held = [name for name in columns if name in answers.table]
    if not held:
        return False
    own = answers.table[held].astype("string").fillna("").agg("|".join, axis=1).to_numpy()[order]
    return bool((own[1:] != own[:-1]).sum() < len({*own}))


__all__ = ["BY_CHANCE", "FEWEST", "ONE_OF_TWO", "Stretch", "columns_of", "own_names", "without_stretches"]
