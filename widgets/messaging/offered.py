"""Ce que cette étude montre pour toute la suite : de quoi répondre à chaque genre de question qu'elle offre."""

from __future__ import annotations

from widgets.messaging.policy_question import PolicyControls

CONTROLS = {"policy": PolicyControls}

__all__ = ["CONTROLS"]
