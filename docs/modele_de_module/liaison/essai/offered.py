"""Ce que cette étude offre à toute la suite : ses genres de questions de réglage ; ses fichiers d'équipe, s'il en est.

A file that a team may join to its hand-in is a `TeamFile` of `TEAM_FILES`, as messaging has: it is held to its format.
"""

from __future__ import annotations

from liaison.essai.essai_question import EssaiQuestion

QUESTIONS = (EssaiQuestion,)

__all__ = ["QUESTIONS"]
