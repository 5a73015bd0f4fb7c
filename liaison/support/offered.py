"""Ce que cette étude offre à toute la suite : les genres de questions de réglage qu'elle sait poser et mesurer."""

from __future__ import annotations

from liaison.support.loans.question import LoanQuestion
from liaison.support.workshops.question import WorkshopQuestion

QUESTIONS = (
    LoanQuestion,
    WorkshopQuestion,
)

__all__ = ["QUESTIONS"]
