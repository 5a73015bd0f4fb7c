"""Le nom d'une politique que l'on change."""

from __future__ import annotations

from widgets.texts import texts

t = texts("messaging")


def changed_name(name: str) -> str:
    """Return what a model of this name is called once it is changed; changed again, the same."""
    return name if name.endswith(t("changed-name", name="").strip()) else t("changed-name", name=name)


__all__ = ["changed_name"]
