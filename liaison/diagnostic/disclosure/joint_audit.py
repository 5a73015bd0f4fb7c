"""Avant qu'un diagnostic ne s'écrive : le tableau qui part, relu par qui sait tout ce que chacun sait, et rien d'autre.

Nothing is taken from what hid the numbers: what is told is read again in the table, line by line, and the reader's
program is made anew. What he may bound is known to the authors only, from the answers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import AnswerIndicators, most_of, strata_of, weighting_of
from liaison.diagnostic.counting.tabulation import Coded, coded
from liaison.diagnostic.counting.weights import FamilyCounts, compared
from liaison.diagnostic.disclosure.foreknown import blocks, foreknown
from liaison.diagnostic.disclosure.grouped_answers import GroupedAnswers, every_group
from liaison.diagnostic.disclosure.protection import Guarded, PublishedSum, Weighting, joined_boxes, looked_at
from liaison.diagnostic.disclosure.told_table import TOGETHER, merged_of, name_of, ranks_of, told_of
from liaison.diagnostic.publication.beside import ShownPlan, beside_of
from liaison.disclosure.joint import ROOM, Audit, AuditError, Joint, Sum

phrase = french_beside(__file__)


def check_joint(
    diagnosis: AnswerIndicators,
    answers: Answers,
    population: FamilyCounts | None = None,
    beside: Sequence[ShownPlan] = (),
) -> None:
    """Refuse to publish indicators from which a reader of everything bounds a small cell.

    `answers`, `population`, `beside`: those that the indicators were made of.

    Raises:
        AuditError: a cell has too few values, or what is told contradicts itself.
    """
    bounded = bounded_cells(diagnosis, answers, population)
    plans = beside_of(beside, coded(answers), diagnosis.by)
    if plans.published or plans.guarded:
        bounded += bounded_cells(diagnosis, answers, population, plans.published, plans.guarded, shown=True)
    if bounded:
        raise AuditError(phrase("nombres-retrouves", count=len(bounded)))


def bounded_cells(
    diagnosis: AnswerIndicators,
    answers: Answers,
    population: FamilyCounts | None = None,
    beside: Sequence[PublishedSum] = (),
    guarded: Sequence[Guarded] = (),
    *,
    shown: bool = False,
) -> list[Sum]:
    """Return the small cells that a reader of everything bounds within fewer values than promised.

    `beside`: what is told elsewhere of the same families; only the questions that it bears on are then read again.
    `guarded`: what is hidden there, and must stay so.
    `shown`: that is told already, and what it bounds alone is not asked of these indicators.
    """
    if diagnosis.answers is None or not len(answers):
        return []
    counted, by, threshold = coded(answers), diagnosis.by, diagnosis.threshold
    how = merged_of(diagnosis.table, counted, by)
    school = None if population is None else compared(answers, population)
    grouped = GroupedAnswers(counted, by, how, threshold, most_of(school, counted))
    layers, _ = strata_of(school, how, by, len(counted), threshold)
    weighting = None if layers is None else weighting_of(layers)
    bounded: list[Sum] = []
    for names in blocks(counted.variables):
        if answers.unasked.issuperset(names):
            continue  # what no form says is not in the table
        more = [each for each in beside if each.sum.of(names)]
        hidden = [each for each in guarded if each.sum.of(names)]
        if (beside or guarded) and not (more or hidden):
            continue
        own = told_of(diagnosis.table, counted, by, names) if grouped.published(names) else []
        limits = grouped.limits(names)
        small = grouped.small(names, limits.atoms)
        cells, wanted, ends = looked_at(small, grouped.promised(small, limits.atoms), hidden)
        if not cells:
            continue
        published = [*own, *_weighted(diagnosis.table, names, weighting, counted, by), *more]
        sums = [each.sum for each in published]
        rules = foreknown(answers.questionnaire, counted, names, joined_boxes((*sums, *cells)))
        joint = Joint(rules, limits, sums)
        if limits.known or shown:
            for place, each in enumerate(
                published[-len(more) :] if shown and more else (), start=len(published) - len(more)
            ):
                joint.tell(place, each.low, each.high)
            alone = Audit(joint, cells, wanted, ends)
            alone.bounded()
            wanted = np.minimum(wanted, alone.high - alone.low)
        for place, each in enumerate(published):
            joint.tell(place, each.low, each.high)
        audit = Audit(joint, cells, wanted, ends)
        bounded += [cells[place] for place in audit.bounded()]
    return bounded


def _weighted(
    table: pd.DataFrame, names: tuple[str, ...], weighting: Weighting | None, counted: Coded, by: str
) -> list[PublishedSum]:
    """Return what the weighted shares of these variables tell."""
    if weighting is None or "part_ponderee" not in table:
        return []
    every = every_group(counted, by)
    name = name_of(counted)
    published = []
    rows = table[(table["groupe"] == TOGETHER) & table["part_ponderee"].notna()]
    columns = ["question", "partie", "valeur", "part_ponderee", "arrondi_pondere"]
    for question, part, value, middle, step in rows[columns].itertuples(index=False, name=None):
        own = name[question, part]
        if own in names:
            weighted = Sum(every, own, ranks_of(counted.variables[own], value), 0, weighting.weights)
            half = step / 2
            low, high = ((middle + sign * half) * weighting.families for sign in (-1, 1))
            published.append(PublishedSum(weighted, low - ROOM, high + ROOM))
    return published


__all__ = ["bounded_cells", "check_joint"]
