"""Des familles pour qui le formulaire s'arrête à une réponse : « Acceptez-vous de participer ? Non ».

They sent the form and were asked nothing else: they are set aside, and counted for the team alone. What the others
answered there opens the form, and is not published: without them it would say that nobody refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison.base.letters import normal
from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.item import Item
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from liaison.diagnostic.reading.formats.suite import NAME as SUITE
from liaison.diagnostic.reading.reports import ReadReport, WhyUnasked
from liaison.diagnostic.reading.set_aside import said_aside
from liaison.diagnostic.reading.silence import chance_of_silence

phrase = french_beside(__file__)

_CHANCE = 1e-4  # chances que toutes celles qui donnent une réponse laissent vide tout le reste, comme les autres
_FEWEST = 2  # autres questions lues, et familles, quand aucun mot ne dit que l'on refuse
_TAKES_PART = re.compile(r"\b(?:accept\w*|consen\w*|autoris\w*|particip\w*|repondre|d accord)\b")
_REFUSES = re.compile(r"(?:non|no|je (?:n|ne|refuse)|nous (?:n|ne|refusons))\b")


class _Stop(NamedTuple):
    """The question at which a form stops, for those who gave one answer: the ranks of their lines."""

    item: Item
    answer: str
    ranks: NDArray[np.intp]


def without_stopped(part: ReadReport) -> ReadReport:
    """Return the report of one file without the families for whom the form stops at an answer, which is said."""
    if part.format == SUITE:  # it asks everything, of everybody
        return part
    for stop in _stops(part.answers):
        words = part.answers.questionnaire.own_words
        answer, question = value_words(stop.item.id, stop.answer, words), question_words(stop.item.id, words)
        (file,) = part.files
        lines = part.lines[stop.ranks].tolist()
        rest = part.without(lines, lines_aside=part.lines_aside + len(lines), stopped=part.stopped + len(lines))
        remarks = said_aside(phrase("mises-a-part", answer=answer, question=question), lines, file)
        own = frozenset({stop.item.id})
        why = WhyUnasked(phrase("ouvre-le-formulaire", answer=answer), in_a_column=True, columns=own)
        answers = rest.answers
        part = replace(
            rest,
            answers=replace(answers, unasked=answers.unasked | own, left_out=answers.left_out | own),
            flagged=(*rest.flagged, *remarks),
            unasked={name: {**rest.unasked.get(name, {}), stop.item.id: why} for name in rest.mappings},
        )
    return part


def _stops(answers: Answers) -> Iterator[_Stop]:
    """Yield the answers at which a form stops: all who give one answer no other question, as the others do not."""
    if not len(answers):
        return
    columns = [each for each in answers.questionnaire.columns() if each.name not in answers.unasked]
    filled = {each.name: answers.table[each.name].notna().to_numpy() for each in columns}
    has_level = LEVEL in answers.table and LEVEL not in answers.unasked
    level = answers.table[LEVEL].notna().to_numpy() if has_level else None
    for item in answers.questionnaire.items:
        others = [filled[each.name] for each in columns if each.item.id != item.id]
        if item.kind != "single" or item.id not in filled or not others:
            continue
        nothing_else = ~np.any(others, axis=0)
        given = answers.table[item.id].to_numpy()
        for answer in item.values:
            here = given == answer
            if not here.any() or not nothing_else[here].all():
                continue
            if _refuses(item, answer) or _left(here, nothing_else, level, len({e.item.id for e in columns}) - 1):
                yield _Stop(item, answer, np.flatnonzero(here))
                break


def _refuses(item: Item, answer: str) -> bool:
    """Return whether words say that a family takes no part."""
    asks = _TAKES_PART.search(normal(item.title)) is not None
    return asks and _REFUSES.match(normal(item.words.get(answer, answer))) is not None


def _left(
    here: NDArray[np.bool_], nothing_else: NDArray[np.bool_], level: NDArray[np.bool_] | None, others: int
) -> bool:
    """Return whether families left a form that asks several other things, and in which class their child is: to answer
    « no computer » is not to leave one that asks of computers alone."""
    if level is None or level[here].any() or others < _FEWEST or here.sum() < _FEWEST:
        return False
    rest = ~here
    alone = int((nothing_else & ~level)[rest].sum())
    return chance_of_silence(int(here.sum()), int(rest.sum()), alone) < _CHANCE


__all__ = ["without_stopped"]
