"""Ce que cette étude offre à toute la suite : ses genres de questions de réglage, ses fichiers d'équipe."""

from __future__ import annotations

from liaison.questions.team_file import TeamFile
from liaison.support.loans.loans import LOAN_SETTINGS
from liaison.support.loans.question import LoanQuestion
from liaison.support.workshops.question import WorkshopQuestion
from liaison.support.workshops.settings import WORKSHOP_SETTINGS

QUESTIONS = (
    LoanQuestion,
    WorkshopQuestion,
)
TEAM_FILES = (
    TeamFile(LOAN_SETTINGS, holding="stock", named="reglages_prets"),
    TeamFile(WORKSHOP_SETTINGS, holding="creneaux", named="reglages_ateliers"),
)

__all__ = ["QUESTIONS", "TEAM_FILES"]
