"""Ce qui revient d'une politique quand un changement s'annule : chaque réglage qui diffère, et sa valeur, en mots."""

from __future__ import annotations

from liaison.messaging.policy.policy import Policy
from liaison.messaging.policy.team import Disagreement, compare
from liaison.school.fictitious.aggregates import load_preset
from widgets.kit import Undo
from widgets.kit.undo import Settings, changed_names
from widgets.messaging.state import ON_TRIAL, TRIED, LabState
from widgets.texts import texts

t = texts("messaging")
MOST_NAMED = 3  # languages: more are counted, a sentence on a phone has two lines


def messaging_undo(state: LabState) -> Undo:
    """Return what undoes the changes of a policy and of what it is tried on."""
    return Undo(state, ("policy", "origin", "reference", *ON_TRIAL), settings_back, beside=TRIED)


def settings_back(before: Settings, after: Settings) -> list[tuple[str, str]]:
    """Return the name and the value of each setting that differs, those of the policy first."""
    policy = after["policy"]
    values = {
        "school": lambda: load_preset(after["school"]).name,
        "weeks": lambda: t("weeks-of", weeks=after["weeks"]),
        "reference": lambda: after["reference"].name,
    }
    settings = [(each.label, _in_short(each, policy)) for each in compare([before["policy"], policy])]
    # Another model brings what it is compared with: it is one thing that comes back.
    whole = ("policy", "origin", "reference") if before.get("origin") != after.get("origin") else ("policy",)
    others = [name for name in changed_names(before, after) if name not in whole]
    labels = {"hypotheses": t("panel-suppose"), "reference": t("compare-reference")}
    for name in others:
        value = values[name]() if name in values else str(after[name]) if name == "seed" else ""
        settings.append((labels.get(name) or t(name), value))
    return settings or [(t("take-name"), policy.name)]


def _in_short(setting: Disagreement, policy: Policy) -> str:
    if setting.path == "languages" and len(policy.languages) > MOST_NAMED:
        return t("languages-of", count=len(policy.languages))
    return setting.words[1]


__all__ = ["messaging_undo", "settings_back"]
