"""Comment oui et non s'écrivent dans un tableau."""

from __future__ import annotations

_TICKED = ("coche", "cochee", "selectionne", "selectionnee", "checked", "selected")
YES_WORDS = ("oui", "o", "x", "vrai", "true", "1", "yes", "y", "✓", "✔", "☑", *_TICKED)
NO_WORDS = (
    *("non", "n", "faux", "false", "0", "no", "☐", "decoche", "decochee", "unchecked", "unselected"),
    *(f"{denial} {ticked}" for denial in ("pas", "non", "not") for ticked in _TICKED),
)

__all__ = ["NO_WORDS", "YES_WORDS"]
