"""Ce que cette étude offre à toute la suite : ses genres de questions de réglage."""

from __future__ import annotations

from liaison.diagnostic.collection_question import CollectionQuestion
from liaison.diagnostic.publication_question import PublicationQuestion

QUESTIONS = (
    CollectionQuestion,
    PublicationQuestion,
)

__all__ = ["QUESTIONS"]
