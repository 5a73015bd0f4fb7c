"""Le nom d'une politique que l'on change."""

from __future__ import annotations

from liaison.messaging.policy.policy import model_names
from widgets.texts import texts

t = texts("messaging")


def changed_name(name: str) -> str:
    """Return what a model of this name is called once it is changed; changed again, the same."""
    return name if name.endswith(t("changed-name", name="").strip()) else t("changed-name", name=name)


def suite_named(name: str) -> bool:
    """Return whether the suite gave this name: a model's, changed or not. Any other is its school's own word."""
    return name in {each for model in model_names() for each in (model, changed_name(model))}


__all__ = ["changed_name", "suite_named"]
