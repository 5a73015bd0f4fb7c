"""Ce que la leçon ajoute à la pratique : ses valeurs, et un pari auquel le scénario lui-même répond."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from liaison.practice.explore import solution
from liaison.practice.machine import Machine
from liaison.practice.scenario import practice_scenario
from liaison.typography import typeset
from liaison.yaml_text import read_yaml
from widgets.kit import Action, Notice, Question, ResultSentence, stack
from widgets.texts import texts

VALUES = Path(__file__).parents[2] / "notebooks" / "04_decouverte_ent" / "scenario.yaml"
t = texts("practice")


@cache
def values() -> dict[str, Any]:
    """Return the values that the lesson and the home share."""
    read = read_yaml(VALUES.read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


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


class GestureBet:
    """The bet of the lesson: how many gestures a mission takes; the answer counts them in the scenario."""

    def __init__(self) -> None:
        bet = values()["bet"]
        self.options = bet["options"]
        self.mission = str(bet["mission"])
        options = [{"value": option["value"], "label": typeset(option["label"])} for option in self.options]
        self.question = Question(label=typeset(bet["question"]), kind="radio", options=options)
        self.place = Action(label=t("practice-parier"), main=True)
        self.missing = Notice(kind="attention")
        self.answer = ResultSentence()
        self.place.on_press(self._place)
        self.widget = stack([self.question, self.place, self.missing, self.answer])

    def _place(self) -> None:
        self.missing.title = "" if self.question.value else t("practice-pari-manque")
        if not self.question.value:
            return
        possible = gestures(self.mission)
        right = next(option for option in self.options if len(possible) <= option["upto"])
        chosen = next(option for option in self.options if option["value"] == self.question.value)
        self.answer.tone = "bon" if chosen is right else "neutre"
        self.answer.text = t("practice-pari-reponse", count=len(possible))
        self.answer.detail = t("practice-pari-detail", fewest=min(possible), most=max(possible))


__all__ = ["GestureBet", "gestures", "values"]
