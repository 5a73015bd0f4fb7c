"""Ce que le plan fait de chaque famille : tout ce qu'elle demande, une partie, rien ; et qui n'a rien demandé."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from liaison.base.dots import Dots, dots
from liaison.support.needs.helped import Loans, unhelped
from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import ITEMS
from liaison.support.workshops.plan import WorkshopPlan

FamilyOutcome = Literal["tout", "en_partie", "rien", "sans_demande"]
OUTCOMES: tuple[FamilyOutcome, ...] = ("tout", "en_partie", "rien", "sans_demande")


@dataclass(frozen=True, eq=False)
class FamilyOutcomes:
    """Arrays in the order of the table of needs: `outcome`, the position in OUTCOMES (int8), `alone`, whether a loan
    goes to a family that has gestures to learn and comes to no workshop (bool)."""

    outcome: np.ndarray
    alone: np.ndarray

    def counts(self) -> dict[FamilyOutcome, int]:
        """Return how many families there are of each outcome."""
        numbers = np.bincount(self.outcome, minlength=len(OUTCOMES)).tolist()
        return dict(zip(OUTCOMES, numbers, strict=True))


def family_outcomes(needs: Needs, loans: Loans, workshops: WorkshopPlan) -> FamilyOutcomes:
    """Return what the plan makes of each family: of each item that it asks for, and of a place if it wants to come.

    What is asked for and that the school does not lend is asked for all the same.
    """
    codes = needs.table.index
    placed = workshops.table.index[workshops.table["etat"] == "place"]
    wishes = [needs.table[f"demande_{item}"].to_numpy() for item in ITEMS] + [codes.isin(workshops.table.index)]
    gifts = [codes.isin(loan.served) for loan in loans.values()] + [codes.isin(placed)]
    wished, received = (np.sum(each, axis=0, dtype=int) for each in (wishes, gifts))
    outcome = np.full(len(codes), OUTCOMES.index("en_partie"), dtype=np.int8)
    outcome[received == wished] = OUTCOMES.index("tout")
    outcome[received == 0] = OUTCOMES.index("rien")
    outcome[wished == 0] = OUTCOMES.index("sans_demande")
    return FamilyOutcomes(outcome, codes.isin(unhelped(needs, loans, workshops)))


def outcomes_drawn(
    needs: Needs, outcomes: FamilyOutcomes, labels: dict[str, str], unknown: str, beside: FamilyOutcomes | None = None
) -> Dots:
    """Return the picture of the families, a dot each, by equipment; `labels` by its values, `unknown` for no answer.

    Beside what another plan makes of the same families, those for which it is otherwise have moved. Of a fictitious
    school only: a dot is a family.
    """
    equipment = needs.table["equipement"]
    names = [labels[value] for value in equipment.cat.categories]
    group = np.where(equipment.isna(), len(names), equipment.cat.codes)
    groups = [*names, unknown] if pd.isna(equipment).any() else names
    moved = None
    if beside is not None:
        moved = (outcomes.outcome != beside.outcome) | (outcomes.alone != beside.alone)
    return dots(groups, group, outcomes.outcome, len(OUTCOMES), outcomes.alone, moved)


__all__ = ["OUTCOMES", "FamilyOutcome", "FamilyOutcomes", "family_outcomes", "outcomes_drawn"]
