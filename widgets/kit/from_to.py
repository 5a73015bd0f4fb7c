"""Un nombre avant et après un changement, en mots : ce qui ne bouge pas n'est pas dit bouger."""

from __future__ import annotations

from widgets.texts import texts

t = texts("kit")


def from_to(before: object, after: object) -> str:
    """Return « 17 → 16 »; « 16, comme avant » for what does not move."""
    return t("as-before", value=after) if before == after else t("from-to", before=before, after=after)


__all__ = ["from_to"]
