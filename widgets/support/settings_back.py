"""Ce qui revient d'un plan quand un changement s'annule."""

from __future__ import annotations

from liaison.base.dates import numeric_date
from liaison.school.fictitious.aggregates import load_preset
from widgets.kit import Undo
from widgets.kit.undo import Settings, changed_names
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
# A school brings its holidays and its kind: it comes before them.
NAMES = ("school", "seed", "loans", "workshops", "zone", "kind", "lent_on", "until", "policy", "partners", "costs")


def plan_undo(state: PlanState) -> Undo:
    """Return what undoes the changes of the settings; needs and answers that were opened stay as they are."""
    return Undo(state, NAMES, settings_back, beside=["tried"])


def settings_back(before: Settings, after: Settings) -> list[tuple[str, str]]:
    """Return the name of each setting that differs, with its value where a word holds it."""
    values = {
        "school": lambda: load_preset(after["school"]).name,
        "seed": lambda: str(after["seed"]),
        "zone": lambda: after["zone"],
        "kind": lambda: t(f"kind-{after['kind']}"),
        "lent_on": lambda: numeric_date(after["lent_on"]),
        "until": lambda: t(f"until-{after['until']}".replace("_", "-")),
        "policy": lambda: after["policy"].name,
    }
    labels = {
        "loans": t("undo-loans"),
        "workshops": t("undo-workshops"),
        "policy": t("panel-policy"),
        "partners": t("panel-partners"),
        "costs": t("panel-costs"),
    }
    return [
        (labels.get(name) or t(name.replace("_", "-")), values[name]() if name in values else "")
        for name in changed_names(before, after)
    ]


__all__ = ["plan_undo", "settings_back"]
