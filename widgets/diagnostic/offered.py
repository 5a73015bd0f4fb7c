"""Ce que cette étude montre pour toute la suite : de quoi répondre à chaque genre de question qu'elle offre."""

from __future__ import annotations

from widgets.diagnostic.collection_question import CollectionControls
from widgets.diagnostic.publication_question import PublicationControls

CONTROLS = {"collection": CollectionControls, "publication": PublicationControls}

__all__ = ["CONTROLS"]
