"""Qui reçoit du matériel, qui devrait apprendre à s'en servir, qui en a l'occasion : par code, pour l'équipe seule."""

from __future__ import annotations

from collections.abc import Mapping

from liaison.support.loans.loans import Allocation
from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import Item
from liaison.support.workshops.plan import WorkshopPlan

Loans = Mapping[Item, Allocation]


def receiving(loans: Loans) -> list[str]:
    """Return the codes of the families that receive anything, each once, from the first."""
    return list(dict.fromkeys(code for loan in loans.values() for code in loan.served))


def requests_and_loans(loans: Loans) -> tuple[int, int]:
    """Return how many items are asked for, then how many are lent."""
    return sum(len(loan.table) for loan in loans.values()), sum(len(loan.served) for loan in loans.values())


def to_help(needs: Needs, loans: Loans) -> list[str]:
    """Return the codes of the families that receive something and have gestures to learn."""
    learning = needs.table["besoin_atelier"]
    return [code for code in receiving(loans) if learning[code]]


def unhelped(needs: Needs, loans: Loans, workshops: WorkshopPlan | None) -> list[str]:
    """Return the codes of the families that receive something, have gestures to learn, and come to no workshop.

    A loan without help is little used (rule `accompagnement/pret_seul`). Nobody comes while no plan has been found.
    """
    come = set() if workshops is None else set(workshops.table.index[workshops.table["etat"] == "place"])
    return [code for code in to_help(needs, loans) if code not in come]


__all__ = ["receiving", "requests_and_loans", "to_help", "unhelped"]
