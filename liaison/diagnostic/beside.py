"""Ce qu'un plan déjà montré dit d'un diagnostic des mêmes familles : qui remet un coupon a d'ordinaire coché la case.

Each count of the plan is then one more sum of the diagnosis, for who reads both.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from liaison.diagnostic.joint import Sum
from liaison.diagnostic.protection import Told
from liaison.diagnostic.tabulation import Coded


class Coupons(BaseModel):
    """A number of families that a plan shows, by the answers that who hands a coupon usually gave.

    `reponses`: questions (rows, boxes) and their values. `sauf`: all families but those. `sens`: how many gave them:
    as many (`autant`), no fewer (`au_moins`), or no more (`au_plus`).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reponses: Annotated[tuple[tuple[str, tuple[str, ...]], ...], Field(min_length=1)]
    familles: Annotated[int, Field(ge=0)]
    sauf: bool = False
    sens: Literal["autant", "au_moins", "au_plus"] = "autant"


def told_beside(counts: Iterable[Coupons], counted: Coded, by: str) -> list[Told]:
    """Return what numbers of coupons tell of those who gave these answers: as many, or more, or less.

    Where it is not theirs, the reader who takes it for theirs is wrong; who takes it for a bound is not.
    """
    every = tuple(range(len(counted.variables[by].values)))
    return [told for each in counts for told in _told(each, counted, every)]


def _told(each: Coupons, counted: Coded, every: tuple[int, ...]) -> list[Told]:
    parts: list[Sum] = []
    for name, values in each.reponses:
        if name not in counted.variables:
            return []
        own = counted.variables[name].values
        ranks = tuple(rank for rank, value in enumerate(own) if value in values)
        parts.append(Sum(every, name, ranks, int(counted.alone(name)[list(ranks)].sum())))
    truth = sum(part.count for part in parts)
    count = len(counted) - each.familles if each.sauf else each.familles
    low = float(max(count, 0)) if count <= truth and each.sens != "au_plus" else 0.0
    high = float(count) if count >= truth and each.sens != "au_moins" else np.inf
    first, *more = parts
    return [Told(Sum(first.groups, first.name, first.values, truth, more=tuple(more)), low, high)]


__all__ = ["Coupons", "told_beside"]
