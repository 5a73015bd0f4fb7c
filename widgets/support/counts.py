"""Ce que l'équipe compte dans son plan : qui reçoit du matériel, qui devrait apprendre à s'en servir, qui vient."""

from __future__ import annotations

from liaison.support.vocabulary import SKILLS
from widgets.support.state import PlanState

# Those whom the diagnostic places under « autonome » have gestures to learn.
TO_LEARN = tuple(skill for skill in SKILLS if skill != "autonome")


def lent(state: PlanState) -> list[str]:
    """Return the codes of the families that receive anything, each once, from the first."""
    return list(dict.fromkeys(code for one in state.allocations().values() for code in one.served))


def to_help(state: PlanState) -> list[str]:
    """Return the codes of the families that receive something and have gestures to learn."""
    skills = state.needs.table["competences"]
    return [code for code in lent(state) if skills[code] in TO_LEARN]


def placed(state: PlanState) -> set[str]:
    """Return the codes of the families that have a place in a workshop; none while none has been found."""
    plan = state.workshop_plan
    return set() if plan is None else set(plan.table.index[plan.table["etat"] == "place"])


def lent_without_help(state: PlanState) -> list[str]:
    """Return the codes of the families that receive something, have gestures to learn, and come to no workshop."""
    come = placed(state)
    return [code for code in to_help(state) if code not in come]


__all__ = ["TO_LEARN", "lent", "lent_without_help", "placed", "to_help"]
