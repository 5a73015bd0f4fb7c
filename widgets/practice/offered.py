"""Ce que cette étude montre pour toute la suite : de quoi répondre à chaque genre de question qu'elle offre."""

from __future__ import annotations

from widgets.practice.notification_question import NotificationControls
from widgets.practice.pathway_question import PathwayControls

CONTROLS = {"pathway": PathwayControls, "notifications": NotificationControls}

__all__ = ["CONTROLS"]
