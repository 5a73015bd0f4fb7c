"""Une question qui n'est posée que selon la réponse à une autre : « Si oui, lequel ? ».

Families to whom a form does not show a question leave it empty, and did not pass it. What tells it is its own title; or
all who give one answer elsewhere leave it empty, as chance does not put it after how often the others do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from liaison.base.letters import normal
from liaison.base.sentences import french_beside
from liaison.base.words import joined
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.item import question_and_part, question_of
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from liaison.diagnostic.reading.empty_stretch import BY_CHANCE, FEWEST, ONE_OF_TWO, columns_of, own_names
from liaison.diagnostic.reading.formats.suite import NAME as SUITE
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.silence import chance_of_silence
from liaison.diagnostic.reading.withheld import withheld

phrase = french_beside(__file__)

_TICKED = "True"
_OF_SOME = re.compile(r"(?:si (?:oui|non|vous|c est|ce n est|tel est|votre|vos)|dans ce cas|le cas echeant)\b")


class _Asker(NamedTuple):
    """A column of which an answer may decide what is asked next: the rank of the answer of each family, -1 for none."""

    name: str
    answers: tuple[str, ...]
    codes: NDArray[np.intp]


class _Branch(NamedTuple):
    """What those who give some answers to a column are not asked: how likely their silence is, had they been."""

    chance: float
    name: str
    answers: tuple[str, ...]


def without_branched(part: ReadReport) -> ReadReport:
    """Return the report of one file, the questions that those who give another answer were not asked among those left
    out."""
    if part.format == SUITE:  # it asks everything, of everybody
        return part
    own = part.answers.questionnaire.own_words
    why = dict.fromkeys(_of_some(part.answers), phrase("selon-son-titre", remedy=ONE_OF_TWO))
    for name, branch in _branches(part):
        asker, box = question_and_part(branch.name)
        words = [value_words(asker, each, own) for each in ([box] if box else branch.answers)]
        quoted = joined([f"« {each} »" for each in words], "ou")
        of_box = "selon-une-case-cochee" if branch.answers == (_TICKED,) else "selon-une-case-non-cochee"
        key = "selon-le-niveau" if asker == LEVEL else of_box if box else "selon-une-reponse"
        reason = phrase(key, answers=quoted, question=question_words(asker, own), remedy=ONE_OF_TWO)
        why |= dict.fromkeys(sorted(columns_of(part.answers, name)), reason)
    return withheld(part, why, in_part=True)


def _of_some(answers: Answers) -> Iterator[str]:
    """Yield the columns of the questions that their own title asks of some families, where some left them empty."""
    for item in answers.questionnaire.items:
        if not _OF_SOME.match(normal(item.title)):
            continue
        names = [name for name in own_names(item) if name not in answers.unasked]
        if any(answers.table[name].isna().any() for name in names):
            for name in names:
                yield from sorted(columns_of(answers, name))


def _branches(part: ReadReport) -> Iterator[tuple[str, _Branch]]:
    """Yield the questions and the rows of grids that an answer elsewhere leaves out, with the surest such answer.

    Who gave another answer than those that a question has was asked it.
    """
    answers = part.answers
    otherwise = {(each.question, each.line) for each in part.otherwise}
    names = [name for item in answers.questionnaire.items for name in own_names(item)]
    askers = list(_askers(answers)) if len(answers) else []
    for name in (name for name in names if name not in answers.unasked):
        filled = answers.table[name].notna().to_numpy()
        question = question_of(name)
        filled = filled | np.array([(question, line) in otherwise for line in part.lines.tolist()], dtype=bool)
        others = [each for each in askers if question_of(each.name) != question]
        branches = [branch for each in others if (branch := _branch(each, filled))]
        surest = min(branches, key=lambda each: each.chance, default=None)
        if surest and surest.chance * len(askers) < BY_CHANCE:
            yield name, surest


def _askers(answers: Answers) -> Iterator[_Asker]:
    for column in answers.questionnaire.columns():
        if column.name not in answers.unasked and column.item.kind != "grid":
            yield _asker(column.name, answers.table[column.name])
    if LEVEL in answers.table and LEVEL not in answers.unasked:
        yield _asker(LEVEL, answers.table[LEVEL])


def _asker(name: str, cells: pd.Series) -> _Asker:
    codes, different = pd.factorize(cells.astype("string"))
    return _Asker(name, tuple(map(str, different)), codes)


def _branch(asker: _Asker, filled: NDArray[np.bool_]) -> _Branch | None:
    """Return which answers leave all their families without one to another question; None where there are none."""
    known = asker.codes >= 0
    families = np.bincount(asker.codes[known], minlength=len(asker.answers))
    answering = np.bincount(asker.codes[known & filled], minlength=len(asker.answers))
    silent = (families > 0) & (answering == 0)
    size, answered = int(families[silent].sum()), int(answering.sum())
    others = int(families[~silent].sum())
    if size < FEWEST or answered < FEWEST:
        return None
    chance = chance_of_silence(size, others, others - answered)
    return _Branch(chance, asker.name, tuple(np.array(asker.answers, dtype=object)[silent]))


__all__ = ["without_branched"]
