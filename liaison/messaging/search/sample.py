"""Un échantillon de familles, où essayer vite mille politiques, et ce que ses chiffres disent de toute l'école."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from liaison.messaging.search.aims import LESS_IS_BETTER, SHARES, Measure
from liaison.messaging.traffic.columns import take
from liaison.messaging.traffic.prepared import Prepared


def spread(prepared: Prepared, families: int) -> np.ndarray:
    """Return which families (bool) to choose to have about that many, of every profile as they are in the school.

    Families are taken at equal intervals in the order of their profiles: no draw, and none left out by chance.
    """
    order = np.argsort(prepared.family_profile, kind="stable")
    step = max(1, len(order) // families)
    chosen = np.zeros(len(order), dtype=bool)
    chosen[order[step // 2 :: step]] = True
    return chosen


def of_families(prepared: Prepared, chosen: np.ndarray) -> Prepared:
    """Return the same simulation for the families chosen (bool, by family), each with all that is written to it."""
    kept = chosen[prepared.families[prepared.rows.pupil]]
    return replace(prepared, rows=take(prepared.rows, kept), draws=take(prepared.draws, kept), cut=None)


def written_to(prepared: Prepared) -> int:
    """Return how many families something is written to."""
    return int(np.count_nonzero(np.bincount(prepared.families[prepared.rows.pupil])))


def of_all(measure: Measure, value: float, start: tuple[float, float], times: float) -> float:
    """Return what a value found on the sample makes for the whole school.

    `start`: the same measure of the policy as it is, on the whole school then on the sample; `times`: how many times
    more families the school has. What is too much, or lacks, grows in the proportion that the policy as it is shows:
    a policy under which nothing rings at night is silent for the whole school too.
    """
    too_much, for_all, for_some = (_too_much(measure, share) for share in (value, *start))
    if for_some > 0:
        estimate = too_much * for_all / for_some
    else:  # nothing to be in proportion to: what this policy adds, counted for all if it is a total
        estimate = for_all + too_much * (1 if measure != "travail_personnels" else times)
    return _too_much(measure, min(estimate, 1.0) if measure in SHARES else estimate)


def _too_much(measure: Measure, value: float) -> float:
    """Return what there is too much of: a share of which more is better is read from 1 down. Its own inverse."""
    return value if LESS_IS_BETTER[measure] else 1.0 - value


__all__ = ["of_all", "of_families", "spread", "written_to"]
