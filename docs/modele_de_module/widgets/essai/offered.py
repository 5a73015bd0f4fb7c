"""Ce que cette étude montre pour toute la suite : de quoi répondre à chaque genre de question qu'elle offre."""

from __future__ import annotations

from widgets.essai.essai_question import EssaiControls

CONTROLS = {"essai": EssaiControls}

__all__ = ["CONTROLS"]
