"""Ce que cette étude offre à toute la suite : ses genres de questions de réglage, ses fichiers d'équipe."""

from __future__ import annotations

from liaison.messaging.policy.policy import POLICY_FILE
from liaison.messaging.policy_question import PolicyQuestion
from liaison.questions.team_file import TeamFile

QUESTIONS = (PolicyQuestion,)
TEAM_POLICY = TeamFile(POLICY_FILE, holding="purposes", named="politique")
TEAM_FILES = (TEAM_POLICY,)

__all__ = ["QUESTIONS", "TEAM_FILES", "TEAM_POLICY"]
