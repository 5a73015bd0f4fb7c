"""La politique à laquelle on compare : un modèle de la suite, le même partout où on le choisit."""

from __future__ import annotations

from typing import Any

from liaison.messaging.policy.policy import load_policy, preset_names
from widgets.kit import SelectField
from widgets.messaging.fields import options
from widgets.messaging.state import LabState
from widgets.texts import texts

t = texts("messaging")


def reference_field(state: LabState) -> SelectField:
    """Return the choice of the policy that is compared with, which says the one of the lab and changes it."""
    presets = {name: load_policy(name).name for name in preset_names()}
    field = SelectField(label=t("compare-reference"), options=options(presets))

    def follow(_change: object = None) -> None:
        field.value = next((name for name, title in presets.items() if title == state.reference.name), "")

    def take(change: Any) -> None:
        if change["new"]:
            state.reference = load_policy(change["new"])

    follow()
    state.observe(follow, "reference")
    field.observe(take, "value")
    return field


__all__ = ["reference_field"]
