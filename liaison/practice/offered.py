"""Ce que cette étude offre à toute la suite : ses genres de questions de réglage."""

from __future__ import annotations

from liaison.practice.notification_question import NotificationQuestion
from liaison.practice.pathway_question import PathwayQuestion

QUESTIONS = (
    PathwayQuestion,
    NotificationQuestion,
)

__all__ = ["QUESTIONS"]
