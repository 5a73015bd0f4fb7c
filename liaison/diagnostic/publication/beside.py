"""Ce qu'un plan déjà montré dit d'un diagnostic des mêmes familles, et ce qu'il cache : un coupon vaut une case cochée.

Each count of the plan is then one more sum of the diagnosis, for who reads both; and each number that the plan hides is
one that the diagnosis could give. Both are kept in the register: no number that the plan does not show is among them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from liaison.diagnostic.counting.tabulation import Coded
from liaison.diagnostic.disclosure.foreknown import boxes_of
from liaison.diagnostic.disclosure.protection import Guarded, PublishedSum
from liaison.disclosure.joint import Ends, Sum

GivenAnswers = tuple[tuple[str, tuple[str, ...]], ...]
Count = Annotated[int, Field(ge=0)]


class _OfAPlan(BaseModel):
    """Families by the answers that who hands a coupon usually gave.

    `reponses`: questions (rows, boxes) and their values, added up; `a+b`: one box at least of these, counted once.
    `moins`: those to take away.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reponses: Annotated[GivenAnswers, Field(min_length=1)]
    moins: GivenAnswers = ()


class CouponCount(_OfAPlan):
    """A number of families that a plan shows.

    `sauf`: all families but those. `sens`: how many gave them: as many (`autant`), no fewer (`au_moins`), or no more
    (`au_plus`).
    """

    familles: Count
    sauf: bool = False
    sens: Literal["autant", "au_moins", "au_plus"] = "autant"


class Hidden(_OfAPlan):
    """A number that a plan hides: how many families gave these answers, beyond `plancher`, and up to `plafond`.

    `plancher`: what can be lent to them, or what the plan shows of them. `plafond`: what can be lent to them; when all
    of it is lent, that is no secret. `partage`: several hidden numbers share it,
    and any of them can be nothing. `seuil`: of the plan, under which a number is small.
    """

    plancher: Count = 0
    plafond: Count | None = None
    partage: bool = False
    seuil: Annotated[int, Field(ge=5)]


class ShownPlan(BaseModel):
    """A plan of loans and workshops that was made to be shown: its day, what it tells of a diagnosis, what it hides."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    date: dt.date
    comptes: tuple[CouponCount, ...]
    caches: tuple[Hidden, ...] = ()


@dataclass(frozen=True)
class PlanSums:
    """What plans tell of a diagnosis, as sums of it, and the numbers that they hide."""

    published: tuple[PublishedSum, ...] = ()
    guarded: tuple[Guarded, ...] = ()


def beside_of(plans: Iterable[ShownPlan], counted: Coded, by: str) -> PlanSums:
    """Return what plans tell of those who gave these answers, as many, or more, or less; and what they hide.

    Where it is not theirs, the reader who takes it for theirs is wrong; who takes it for a bound is not.
    """
    shown = tuple(plans)
    guarded = (hidden_sum(each, counted, by) for plan in shown for each in plan.caches)
    return PlanSums(
        tuple(told_beside((each for plan in shown for each in plan.comptes), counted, by)),
        tuple(each for each in guarded if each and each.small),
    )


def told_beside(counts: Iterable[CouponCount], counted: Coded, by: str) -> list[PublishedSum]:
    """Return what numbers of coupons tell, for who knows the answers: what they are a bound of."""
    return [published for each in counts for published in _published_of(each, counted, by)]


def _published_of(each: CouponCount, counted: Coded, by: str) -> list[PublishedSum]:
    added = sum_of(each, counted, by)
    if added is None:
        return []
    count = len(counted) - each.familles if each.sauf else each.familles
    low = float(max(count, 0)) if count <= added.count and each.sens != "au_plus" else 0.0
    high = float(count) if count >= added.count and each.sens != "au_moins" else np.inf
    return [PublishedSum(added, low, high)]


def hidden_sum(each: Hidden, counted: Coded, by: str) -> Guarded | None:
    """Return a number that a plan hides, as a sum of answers; None where nobody was asked."""
    added = sum_of(each, counted, by)
    if added is None:
        return None
    return Guarded(
        added,
        Ends(each.plancher, np.inf if each.plafond is None else each.plafond, open=each.partage),
        each.seuil - 1.0,
    )


def sum_of(each: _OfAPlan, counted: Coded, by: str) -> Sum | None:
    """Return families by their answers as one sum; None where a question was not asked."""
    every = tuple(range(len(counted.variables[by].values)))
    parts = [(*given, 1) for given in each.reponses] + [(*given, -1) for given in each.moins]
    if any(box not in counted.variables for name, _, _ in parts for box in boxes_of(name)):
        return None
    first, *more = (_part(name, values, sign, counted, every) for name, values, sign in parts)
    return Sum(first.groups, first.name, first.values, sum(addend.count for addend in (first, *more)), more=tuple(more))


def _part(name: str, values: Sequence[str], sign: int, counted: Coded, every: tuple[int, ...]) -> Sum:
    boxes = boxes_of(name)
    own = counted.variables[boxes[0]].values
    ranks = tuple(rank for rank, value in enumerate(own) if value in values)
    having = np.any([np.isin(counted.codes[box], ranks) for box in boxes], axis=0)
    weights = () if sign == 1 else (float(sign),) * len(every)
    return Sum(every, name, ranks, sign * int(having.sum()), weights)


__all__ = [
    "CouponCount",
    "GivenAnswers",
    "Hidden",
    "PlanSums",
    "ShownPlan",
    "beside_of",
    "hidden_sum",
    "sum_of",
    "told_beside",
]
