"""Ce que cette étude offre à toute la suite : les genres de questions de réglage qu'elle sait poser et mesurer."""

from __future__ import annotations

from liaison.messaging.policy_question import PolicyQuestion

QUESTIONS = (PolicyQuestion,)

__all__ = ["QUESTIONS"]
