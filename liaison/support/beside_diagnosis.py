"""Ce que les comptes des coupons ajoutent à un diagnostic des mêmes familles, et ce qui reste alors à l'équipe.

A reader takes who hands a coupon for who ticked the box. Each count of the plan is then one more sum of the diagnosis:
those by which a small cell of it would be bounded stay with the team.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import numpy as np
import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.indicators import Indicators
from liaison.diagnostic.joint import Sum
from liaison.diagnostic.joint_audit import bounded_cells
from liaison.diagnostic.protection import Told
from liaison.diagnostic.questionnaire import SEPARATOR
from liaison.diagnostic.tabulation import NO_ANSWER, SKILLS_AXIS, TICKED, Coded, coded
from liaison.diagnostic.weights import Population
from liaison.support.needs import wishes
from liaison.support.published import PublishedPlan
from liaison.support.vocabulary import ITEMS, Item
from liaison.support.workshop_shares import PAIRS

# What of a plan stays with the team: the line of an item, what becomes of workshops, or only who has a place.
Kept = Item | Literal["ateliers", "parts"]
_WORKSHOP = "atelier"
_LANGUAGE = ("langue", "francais")


def kept_back(
    found: PublishedPlan, diagnosis: Indicators, answers: Answers, population: Population | None = None
) -> frozenset[Kept]:
    """Return which counts of a plan stay with the team, beside this diagnosis of these answers."""
    counted, by = coded(answers), diagnosis.by
    every = tuple(range(len(counted.variables[by].values)))
    kept: set[Kept] = set()
    said: list[Told] = []
    for name, told in _told(found, counted, every):
        if told and bounded_cells(diagnosis, answers, population, [*said, *told]):
            kept.add(name)
        else:
            said += told
    return frozenset(kept)


def _told(found: PublishedPlan, counted: Coded, every: tuple[int, ...]) -> Iterator[tuple[Kept, list[Told]]]:
    """Yield what each count of a plan tells of the diagnosis."""
    columns = wishes()
    for item in ITEMS:
        line = found.loans[found.loans["objet"] == item]
        asking = (line["servies"] + line["attente"]).dropna().tolist()
        box = [(columns[f"demande_{item}"], (TICKED,))]
        yield item, [told for count in asking for told in _as_ticked(counted, every, box, count)]
    yield "ateliers", _workshops(found, counted, every)
    yield "parts", _parts(found, counted, every)


def _workshops(found: PublishedPlan, counted: Coded, every: tuple[int, ...]) -> list[Told]:
    """Return what is told of who asks for a workshop: all but who ticks « aucun » or answers nothing."""
    counts = found.workshops.set_index("etat")["familles"]
    without = counts["sans_demande"]
    if without is pd.NA or found.families is None:
        whole, asking = False, int(counts.drop("sans_demande").sum())
    else:
        whole, asking = True, found.families - int(without)
    others = [
        (f"{_WORKSHOP}{SEPARATOR}aucun", (TICKED,)),
        (f"{_WORKSHOP}{SEPARATOR}{NO_ANSWER}", (NO_ANSWER,)),
    ]
    return list(_as_ticked(counted, every, others, len(counted) - asking, most_only=not whole))


def _parts(found: PublishedPlan, counted: Coded, every: tuple[int, ...]) -> list[Told]:
    """Return what is told by who has a place: at least so many families that speak French, or do not, or begin."""
    language, french = _LANGUAGE
    if language not in counted.variables or SKILLS_AXIS not in counted.variables:
        return []
    others = tuple(value for value in counted.variables[language].values if value not in (french, NO_ANSWER))
    boxes = {
        ("langue", PAIRS["langue"][0]): (language, (french,)),
        ("langue", PAIRS["langue"][1]): (language, others),
        ("besoin", PAIRS["besoin"][0]): (SKILLS_AXIS, ("debutant",)),
    }
    told: list[Told] = []
    for trait, value, place, waiting in found.shares.itertuples(index=False):
        if box := boxes.get((trait, value)):
            told += _as_ticked(counted, every, [box], int(place) + int(waiting), least_only=True)
    return told


def _as_ticked(
    counted: Coded,
    every: tuple[int, ...],
    boxes: Iterable[tuple[str, tuple[str, ...]]],
    count: int,
    *,
    least_only: bool = False,
    most_only: bool = False,
) -> Iterator[Told]:
    """Yield what a number of coupons tells of those who gave these answers: as many, or more, or less.

    Where it is not theirs, the reader who takes it for theirs is wrong; who takes it for a bound is not.
    """
    parts: list[Sum] = []
    for name, values in boxes:
        if name not in counted.variables:
            return
        own = counted.variables[name].values
        ranks = tuple(own.index(value) for value in values)
        parts.append(Sum(every, name, ranks, int(counted.alone(name)[list(ranks)].sum())))
    truth = sum(part.count for part in parts)
    low = float(min(count, truth) if count <= truth and not most_only else 0)
    high = float(count) if count >= truth and not least_only else np.inf
    first, *more = parts
    yield Told(Sum(first.groups, first.name, first.values, truth, more=tuple(more)), low, high)


__all__ = ["Kept", "kept_back"]
