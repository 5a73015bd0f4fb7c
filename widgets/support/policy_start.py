"""La messagerie de départ : un modèle de la suite, ou la politique que l'équipe a réglée dans le module 01."""

from __future__ import annotations

from typing import Any

from liaison.messaging.policy.policy import load_policy, parse_policy, preset_names
from widgets.kit import FileIn, SelectField, stack
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")


class PolicyStart:
    """The policy that the diagnosis changes."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        presets = [{"value": name, "label": load_policy(name).name} for name in preset_names()]
        self.preset = SelectField(label=t("policy-preset"), options=presets)
        self.open = FileIn(label=t("open-policy"), help=t("open-policy-help"), accept=".yaml,.yml,.json")
        self.preset.observe(self._take_preset, "value")
        self.open.on_file(self._take)
        state.observe(lambda _change: self.show(), "policy")
        self.show()
        self.widget = stack([self.preset, self.open])

    def show(self) -> None:
        """Show which preset the policy is, none when it comes from a file."""
        name = self.state.policy.name
        self.preset.value = next((preset for preset in preset_names() if load_policy(preset).name == name), "")

    def _take_preset(self, change: Any) -> None:
        if change["new"] and load_policy(change["new"]) != self.state.policy:
            self.state.policy = load_policy(change["new"])

    def _take(self, name: str, content: bytes) -> None:
        self.state.policy = parse_policy(content, f"« {name} »")

    def summary(self) -> str:
        """Return the name of the policy."""
        return self.state.policy.name


__all__ = ["PolicyStart"]
