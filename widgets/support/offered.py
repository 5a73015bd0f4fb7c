"""Ce que cette étude montre pour toute la suite : de quoi répondre à chaque genre de question qu'elle offre."""

from __future__ import annotations

from widgets.support.loan_question import LoanControls
from widgets.support.workshop_question import WorkshopControls

CONTROLS = {"loans": LoanControls, "workshops": WorkshopControls}

__all__ = ["CONTROLS"]
