"""Ce que l'équipe garde pour elle : qui reçoit, qui attend, qui vient à quel atelier, code par code, et pourquoi."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liaison.base.dates import numeric_date
from liaison.base.tables import csv_bytes
from liaison.support.loans.loans import Allocation
from liaison.support.loans.priorities import CRITERIA
from liaison.support.plan.plan import Plan
from liaison.support.workshops.plan import WorkshopPlan
from liaison.support.workshops.shares import shares, trait_words


def loans_csv(loan: Allocation) -> bytes:
    """Return who receives an item and who waits, from the first to the last, each criterion in words."""
    header = ("rang", "code", "recoit", *(CRITERIA[name].label for name in loan.criteria))
    rows = [
        (row["rang"], code, "oui" if row["sert"] else "non", *_words(loan, row))
        for code, row in loan.table.to_dict("index").items()
    ]
    return csv_bytes(header, rows, kind="prets-d-un-plan")


def _words(loan: Allocation, row: Mapping[Any, Any]) -> list[str]:
    return [CRITERIA[name].words(int(row[name])) for name in loan.criteria]


def workshops_csv(workshops: WorkshopPlan) -> bytes:
    """Return what becomes of each family that asks for a workshop, with its sentence, in the order of the table."""
    rows = [
        (code, workshops.rank(str(code)), row["etat"], row["atelier"], workshops.why(str(code)))
        for code, row in workshops.table.to_dict("index").items()
    ]
    return csv_bytes(("code", "rang_tirage", "etat", "atelier", "pourquoi"), rows, kind="ateliers-d-un-plan")


def shares_csv(workshops: WorkshopPlan) -> bytes:
    """Return who has a place by need, language, children and hours: small counts, that stay with the team."""
    rows = [(trait_words(trait), *counts) for trait, *counts in shares(workshops).itertuples(index=False)]
    return csv_bytes(("selon", "familles", "place", "attente", "sans_creneau"), rows, kind="places-d-ateliers")


def calendar_csv(plan: Plan) -> bytes:
    """Return the calendar of the plan, which names nobody; a date to be set is empty."""
    rows = [(numeric_date(day), what, detail) for day, what, detail in plan.calendar().itertuples(index=False)]
    return csv_bytes(("date", "quoi", "detail"), rows, kind="calendrier-d-un-plan")


def costs_csv(plan: Plan) -> bytes:
    """Return the costs of the plan, line by line."""
    table = plan.shown_costs().table()
    return csv_bytes(list(table.columns), table.itertuples(index=False), kind="couts-d-un-plan")


__all__ = ["calendar_csv", "costs_csv", "loans_csv", "shares_csv", "workshops_csv"]
