"""Ce que la leçon ajoute à la pratique : ses valeurs, et un pari auquel le scénario lui-même répond."""

from __future__ import annotations

from typing import Any

from liaison.module import scenario_of
from liaison.practice.explore import solution
from liaison.practice.machine import Machine
from liaison.practice.scenario import practice_scenario
from widgets.kit import Bet, Outcome
from widgets.texts import texts

t = texts("practice")


def values() -> dict[str, Any]:
    """Return the values that the lesson and the home share."""
    return scenario_of("practice")


def gestures(mission: str) -> list[int]:
    """Return, for each step of the shortest way through a mission, how many things can be done there."""
    scenario = practice_scenario()
    machine = Machine(scenario)
    state = machine.start(scenario.missions[mission][1].start)
    possible = []
    for event in solution(scenario, mission):
        possible.append(len(machine.events(state)))
        state = machine.step(state, event)
    return possible


def gesture_bet() -> Bet:
    """Return the bet of the lesson: how many gestures a mission takes; the answer counts them in the scenario."""

    def outcome() -> Outcome:
        possible = gestures(str(values()["bet"]["mission"]))
        detail = t("practice-pari-detail", fewest=min(possible), most=max(possible))
        return Outcome(len(possible), detail, text=t("practice-pari-reponse", count=len(possible)))

    return Bet(values()["bet"], outcome, place=t("practice-parier"))


__all__ = ["gesture_bet", "gestures", "values"]
