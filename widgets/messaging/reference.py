"""La politique à laquelle on compare, la même partout : ce dont on est parti, ou un modèle de la suite."""

from __future__ import annotations

from typing import Any

from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from widgets.kit import SelectField
from widgets.messaging.fields import options
from widgets.messaging.policy_name import suite_named
from widgets.messaging.state import LabState
from widgets.texts import texts

t = texts("messaging")
ORIGIN = "origine"


def reference_field(state: LabState) -> SelectField:
    """Return the choice of the policy that is compared with, which says the one of the lab and changes it."""
    presets = {name: load_policy(name) for name in preset_names()}
    policies: dict[str, Policy] = {}
    field = SelectField(label=t("compare-reference"))

    def follow(_change: object = None) -> None:
        # A model is not offered twice, once as what one started from.
        # First what is compared with until one chooses another (`LabState.brought`).
        offered = {**{f"groupe{at}": each for at, each in enumerate(state.brought)}, ORIGIN: state.origin}
        offered |= {name: policy for name, policy in presets.items() if policy not in offered.values()}
        policies.clear()
        policies.update(offered)
        names = {key: policy.name for key, policy in offered.items()}
        field.options = options({**names, ORIGIN: t("compare-origin", name=state.origin.name)})
        field.value = next((key for key, policy in offered.items() if policy == state.reference), "")

    def take(change: Any) -> None:
        if change["new"] and state.reference != (chosen := policies[change["new"]]):
            state.reference = chosen

    follow()
    state.observe(follow, ["origin", "brought", "reference"])
    field.observe(take, "value")
    return field


def compared_words(state: LabState, moved: int) -> str:
    """Return what the families that are ringed, `moved` of them, are compared with; its name only where the suite gave
    it.

    Any other is its school's own word: no room sees it.
    """
    name = state.reference.name if suite_named(state.reference.name) else ""
    return t("families-compared", named="oui" if name else "non", name=name, origin=_origin(state), moved=moved)


def before_title(state: LabState) -> str:
    """Return the title of what was, beside what is."""
    return t("compare-before", name=state.reference.name, origin=_origin(state))


def _origin(state: LabState) -> str:
    return "oui" if state.reference == state.origin else "non"


__all__ = ["ORIGIN", "before_title", "compared_words", "reference_field"]
