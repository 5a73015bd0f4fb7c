"""Le pari du module 04 : combien de gestes demande une mission ; le scénario lui-même y répond."""

from __future__ import annotations

from liaison.module import scenario_of
from liaison.practice.explore import gestures
from liaison.practice.scenario import practice_scenario
from widgets.kit import Bet, Outcome
from widgets.texts import texts

t = texts("practice")


def gesture_bet() -> Bet:
    """Return the bet of the lesson: how many gestures a mission takes; the answer counts them in the scenario."""
    bet = dict(scenario_of("practice")["bet"])
    mission = str(bet.pop("mission"))

    def outcome() -> Outcome:
        possible = gestures(practice_scenario(), mission)
        detail = t("practice-pari-detail", fewest=min(possible), most=max(possible))
        return Outcome(len(possible), detail, text=t("practice-pari-reponse", count=len(possible)))

    return Bet(bet, outcome, place=t("practice-parier"))


__all__ = ["gesture_bet"]
