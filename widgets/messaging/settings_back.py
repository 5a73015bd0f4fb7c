"""Ce qui revient d'une politique quand un changement s'annule : chaque réglage qui diffère, et sa valeur, en mots."""

from __future__ import annotations

from liaison.messaging.policy.team import compare
from liaison.school.fictitious.aggregates import load_preset
from widgets.kit import Undo
from widgets.kit.undo import Settings, changed_names
from widgets.messaging.state import ON_TRIAL, LabState
from widgets.texts import texts

t = texts("messaging")


def messaging_undo(state: LabState) -> Undo:
    """Return what undoes the changes of a policy and of what it is tried on."""
    return Undo(state, ("policy", "origin", "reference", *ON_TRIAL), settings_back)


def settings_back(before: Settings, after: Settings) -> list[tuple[str, str]]:
    """Return the name and the value of each setting that differs, those of the policy first."""
    policy = after["policy"]
    values = {
        "school": lambda: load_preset(after["school"]).name,
        "weeks": lambda: t("weeks-of", weeks=after["weeks"]),
        "reference": lambda: after["reference"].name,
    }
    settings = [(each.label, each.words[1]) for each in compare([before["policy"], policy])]
    # Another model brings what it is compared with: it is one thing that comes back.
    whole = ("policy", "origin", "reference") if before.get("origin") != after.get("origin") else ("policy",)
    others = [name for name in changed_names(before, after) if name not in whole]
    labels = {"hypotheses": t("panel-suppose"), "reference": t("compare-reference")}
    for name in others:
        value = values[name]() if name in values else str(after[name]) if name == "seed" else ""
        settings.append((labels.get(name) or t(name), value))
    return settings or [(t("take-name"), policy.name)]


__all__ = ["messaging_undo", "settings_back"]
