"""Qui lit un plan et un diagnostic des mêmes familles, avec un programme écrit à part : ce qu'il trouve des deux.

He reads the report as a text and the table as it is published. He knows what can be lent when the report says it, at
which moments there are slots, that all that can be lent is, and takes a coupon for a tick. What the diagnosis bounds by
itself, or the plan, is not counted; nor that all that can be lent is lent, since the school says it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
from diagnostic.independent_reader import Known, Reader
from diagnostic.schools_at_random import blank
from support.plan_reader import (
    ALL_HIDDEN,
    HIDDEN,
    LOANS,
    NO_MOMENT,
    OPENED,
    OUTCOME,
    PLACED,
    coming,
    left_out,
    text_of,
    ticking,
    told_by,
)

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.counting.tabulation import coded
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.support.papers.council_report import outcome_words
from liaison.support.plan.plan import Plan
from liaison.support.vocabulary import Item
from liaison.support.workshops.types import REASONS

ASKED = ("pret", "atelier")
ITEM_OF: dict[str, Item] = {"ordinateur": "ordinateur", "cle_internet": "cle_4g"}
Found = tuple[Any, ...]


def betrayed(answers: Answers, found: AnswerIndicators, plan: Plan) -> Iterator[Found]:
    """Yield the small numbers of the diagnosis, then of the plan, that both together bound more than promised."""
    text, moments = text_of(plan), {slot.moment for slot in plan.workshops.settings.creneaux}
    told = list(told_by(text, moments))
    yield from bounded(answers, found, told)
    both, alone = (_reader(answers, found, told, diagnosis=diagnosis) for diagnosis in (True, False))
    yield from _loans(plan, text, both, alone)
    yield from _workshops(plan, text, moments, both, alone)


def _reader(
    answers: Answers,
    found: AnswerIndicators,
    told: Sequence[Known],
    *,
    diagnosis: bool = True,
    asked: Sequence[str] = ASKED,
) -> Reader:
    counted, by = coded(answers), found.by
    own = zip(counted.variables[by].values, counted.alone(by), strict=True)
    groups = [str(value) for value, size in own if size]
    return Reader(
        found.table if diagnosis else blank(found.table), family_questionnaire(), asked, by, groups, beside=told
    )


def bounded(answers: Answers, found: AnswerIndicators, told: Sequence[Known]) -> Iterator[Found]:
    """Yield the small cells of a diagnosis that a reader of both bounds more than promised."""
    counted = coded(answers)
    both, plan_alone = (_reader(answers, found, told, diagnosis=diagnosis) for diagnosis in (True, False))
    cells = found.table[found.table["question"].isin(ASKED) & found.table["effectif"].isna()]
    for cell in cells[["groupe", "question", "partie", "valeur"]].itertuples(index=False, name=None):
        count = true_count(counted, found.by, *cell)
        if 0 < count < found.threshold and both.width(*cell) < found.threshold - 1:
            width = both.width(*cell)
            if width < plan_alone.width(*cell):
                yield (*cell, count, width)


def true_count(counted: Any, by: str, group: str, question: str, part: str, value: str) -> int:
    name = next(each for each, one in counted.variables.items() if (one.question, one.part) == (question, part))
    table = counted.crossed(by, name)
    levels, values = counted.variables[by].values, counted.variables[name].values
    own = [rank for rank, each in enumerate(levels) if group == "ensemble" or each in group.split("+")]
    return int(table[own][:, [values.index(each) for each in value.split("+")]].sum())


def _loans(plan: Plan, text: str, both: Reader, alone: Reader) -> Iterator[Found]:
    for words, box in LOANS.items():
        line = re.search(rf"^{words}\n(\d+)\n{HIDDEN}\n{HIDDEN}$", text, re.MULTILINE)
        if line is None:
            continue
        stock, loan = int(line[1]), plan.loans[ITEM_OF[box]]
        served, waiting = len(loan.served), len(loan.waiting)
        ranges = [reader.ends(ticking(box)) for reader in (both, alone)]
        limit = plan.published().threshold
        for name, count, low, high in (("attente", waiting, stock, None), ("servies", served, 0, stock)):
            width, free = (float(np.ptp(np.clip(each, low, high))) for each in ranges)
            if 0 < count < limit and count != high and width < min(limit - 1, free):
                yield ("plan", box, name, count, width)


def _workshops(plan: Plan, text: str, moments: Collection[str], both: Reader, alone: Reader) -> Iterator[Found]:
    shown = dict(OUTCOME.findall(text))
    if ALL_HIDDEN in text:  # one sentence for all of them, that names none
        closed_to = (outcome_words("sans_creneau", reason) for reason in REASONS)
        shown = dict.fromkeys((PLACED, "attendent une place", *closed_to), HIDDEN)
    all_hidden = set(shown.values()) == {HIDDEN} and len(shown) == len(plan.published().workshops)
    counts = plan.workshops.counts()
    unserved = plan.workshops.unserved()
    true = {
        PLACED: counts["place"],
        "attendent une place": counts["attente"],
        NO_MOMENT: unserved.get("moment", 0),
    }
    least = 0 if all_hidden else 1
    opened = OPENED.search(text)
    # Workshops are announced, and somebody comes to each.
    fewest = dict.fromkeys(shown, least) | {PLACED: max(least, int(opened[1]) if opened else 0)}
    threshold = plan.published().threshold
    for closed, who in ((False, coming(moments)), (True, left_out(moments))):
        own = {words: said for words, said in shown.items() if (words == NO_MOMENT) == closed}
        hidden = [words for words, said in own.items() if said == HIDDEN]
        known = sum(int(said) for said in own.values() if said != HIDDEN)
        for words in hidden:
            mine, rest = fewest[words], known + sum(fewest[each] for each in hidden if each != words)
            count = true.get(words, sum(unserved.values()) - unserved.get("moment", 0))
            ends = [reader.ends(who) for reader in (both, alone)]
            widths = [high - rest - (mine if len(hidden) > 1 else max(low - rest, mine)) for low, high in ends]
            if 0 < count < threshold and widths[0] < min(threshold - 1, widths[1]):
                yield ("plan", words, count, *widths)


__all__ = ["ASKED", "betrayed", "bounded"]
