"""Ce que cette étude offre à toute la suite : les genres de questions de réglage qu'elle sait poser et mesurer."""

from __future__ import annotations

from liaison.essai.essai_question import EssaiQuestion

QUESTIONS = (EssaiQuestion,)

__all__ = ["QUESTIONS"]
