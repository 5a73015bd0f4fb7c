"""Ce qu'une lecture retire de ce qui se publie, une fois les lignes lues : quelles colonnes, et pourquoi chacune."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.papers.report_words import value_words
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.reading.reports import ReadReport, WhyUnasked

phrase = french_beside(__file__)


def withheld(part: ReadReport, why: Mapping[str, str], *, in_part: bool) -> ReadReport:
    """Return a report without these columns of its table of answers, each with the reason; empty, it is that of another
    column of its question. `in_part`: they are asked and not read whole, and no other file makes up for it.
    """
    if not why:
        return part
    out, answers = frozenset(why), part.answers
    left_out = answers.left_out | out if in_part else answers.left_out
    of_question: dict[str, dict[str, str]] = defaultdict(dict)
    for name, reason in why.items():
        of_question[question_of(name)][name] = reason
    unasked = {file: dict(part.unasked.get(file, {})) for file in part.mappings}
    for reasons in unasked.values():
        for question, own in of_question.items():
            before = reasons[question].columns if question in reasons else frozenset()
            words = _words(question, own, answers)
            reasons[question] = WhyUnasked(words, in_a_column=True, columns=before | frozenset(own))
    answers = replace(answers, unasked=answers.unasked | out, left_out=left_out)
    return replace(part, answers=answers, unasked={**part.unasked, **unasked})


def _words(question: str, why: Mapping[str, str], answers: Answers) -> str:
    """Return why columns of one question are left out: once where all say the same, else by row."""
    reasons = {name: reason for name, reason in why.items() if reason}
    if len({*reasons.values()}) == 1:
        return next(iter(reasons.values()))
    parts = {column.name: column.part for column in answers.questionnaire.columns() if column.item.id == question}
    own = answers.questionnaire.own_words
    rows = {name: value_words(question, parts[name], own) for name in reasons}
    return " ; ".join(phrase("d-une-ligne", row=rows[name], reason=reason) for name, reason in reasons.items())


__all__ = ["withheld"]
