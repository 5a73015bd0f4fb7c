"""Une mission où il y a quelque chose à lire finit après la lecture, jamais par le geste qui ouvre."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from liaison.practice.compiled import compiled
from liaison.practice.explore import solution
from liaison.practice.machine import Machine, State, holds
from liaison.practice.model import DOORSTEP, MENU, SCREEN, Bubbles, Case, Choice, Mission, Screen, Sentence, Service
from liaison.practice.scenario import ENTERING, cases_of, practice_scenario
from walking import begin, done, seen, walk

SCENARIO = practice_scenario()
ASKING = [name for name, (_, mission) in SCENARIO.missions.items() if mission.asks]
DONE = "fait"


def obtained(case: Case, mission: Mission) -> bool:
    """Whether a case gives one of the values that the goal wants."""
    return any(value in mission.goal.all.get(name, ()) for name, value in case.set.items())


def opened_by_a_tap(service: Service, mission: Mission) -> Iterator[str]:
    """What lets a mission end by opening a screen: the goal names it, or entering it is enough."""
    if SCREEN in mission.goal.variables():
        yield f"{mission.id} : le but est d'ouvrir un écran"
    for place, case in cases_of(service):
        if place.part == ENTERING and obtained(case, mission):
            yield f"{mission.id} : {place} suffit"


def turns(machine: Machine, state: State) -> set[str]:
    """What somebody wrote, as this screen shows it now."""
    return {
        turn.model_dump_json()
        for block in machine.blocks(state)
        if isinstance(block, Bubbles)
        for turn in block.turns
        if holds(turn.when, state.values)
    }


def sentences(machine: Machine, state: State) -> set[str]:
    """What this screen has to read now, other than that it is done."""
    return {block.text.key for block in machine.blocks(state) if isinstance(block, Sentence) and block.tone != DONE}


def silent(_: Service, mission: Mission) -> Iterator[str]:
    """The last tap of a mission, when it shows what is to be read without a word that it is done."""
    machine = Machine(SCENARIO)
    *before, last = solution(SCENARIO, mission.id)
    state = machine.start(mission.start)
    for event in before:
        state = machine.step(state, event)
    after = machine.step(state, last)
    opened = after.values[SCREEN]
    if after.said or opened in (MENU, DOORSTEP):
        return
    if opened == state.values[SCREEN]:
        if turns(machine, after) - turns(machine, state):
            yield f"{mission.id} : {last.target} montre ce qui a été écrit, et finit avant qu'on le lise"
        if sentences(machine, after) - sentences(machine, state):
            yield f"{mission.id} : {last.target} ouvre un texte, et finit avant qu'on le lise"
    elif not any(isinstance(block, Sentence) and block.tone == DONE for block in machine.blocks(after)):
        yield f"{mission.id} : {last.target} ouvre {opened} sans dire que c'est fait"


@pytest.mark.parametrize("fault", [opened_by_a_tap, silent])
def test_no_mission_ends_on_the_tap_that_opens_what_is_to_be_read(fault: Any) -> None:
    assert [one for service, mission in SCENARIO.missions.values() for one in fault(service, mission)] == []


def test_a_goal_that_is_a_screen_or_is_reached_by_entering_one_would_be_seen() -> None:
    entering = {
        "title": "t",
        "back": "lu",
        "enter": [{"set": {"mot": "lu"}}],
        "blocks": [{"kind": "heading", "text": "t"}],
    }
    service = Service.model_validate(
        {
            "service": "mots",
            "pictogram": "cle",
            "entry": "lu",
            "variables": {"mot": ["non_lu", "lu"]},
            "screens": {"lu": entering},
            "missions": [
                {"id": name, "level": 1, "minutes": 1, "start": {}, "hints": 1, "goal": goal}
                for name, goal in (("un", {"ecran": "lu"}), ("deux", {"mot": "lu"}))
            ],
        }
    )
    assert [len([*opened_by_a_tap(service, mission)]) for mission in service.missions] == [1, 1]


def test_every_first_level_mission_of_reading_asks_what_was_read() -> None:
    assert len(ASKING) >= 19


def question(screen: Screen, mission: str) -> Choice:
    return next(block for block in screen.blocks if isinstance(block, Choice) and block.variable == f"lu_{mission}")


@pytest.mark.parametrize("mission", ASKING)
def test_only_the_right_answer_ends_a_mission_of_reading_and_a_wrong_one_says_to_read_again(mission: str) -> None:
    asks = SCENARIO.missions[mission][1].asks
    assert asks is not None
    wanted = {**SCENARIO.missions[mission][1].goal.all, **asks.when.all}
    held = {name: values[0] for name, values in wanted.items() if not name.startswith("lu_")}
    there = begin(mission, ecran=asks.screen, **held)
    assert not done(mission, there)
    for option in question(SCENARIO.screens[asks.screen], mission).options:
        after = walk(there, f"lu_{mission}={option.value}")
        right = option.value == f"reponse_{asks.right}"
        assert done(mission, after) is right
        assert ("commun-question-relire" in seen(after)) is not right


@pytest.mark.parametrize("mission", ASKING)
def test_what_is_asked_can_be_read_on_the_screen_that_asks(mission: str) -> None:
    asks = SCENARIO.missions[mission][1].asks
    assert asks is not None
    blocks = compiled("fr")["screens"][asks.screen]["blocks"]
    asked = next(block for block in blocks if block.get("variable") == f"lu_{mission}")
    answer = asked["options"][asks.right - 1]["text"]
    readable = [
        text for block in blocks if block.get("variable", "").startswith("lu_") is False for text in strings(block)
    ]
    assert any(answer.casefold() in text.casefold() for text in readable)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def test_a_stroll_is_never_asked_anything() -> None:
    machine = Machine(SCENARIO)
    values = {"session": "responsable1"}
    asked = [
        name
        for name in SCENARIO.screens
        for block in machine.blocks(machine.start({**values, "ecran": name}))
        if isinstance(block, Choice) and block.variable.startswith("lu_")
    ]
    assert asked == []


@pytest.mark.parametrize(("code", "last"), [("fr", "question"), ("tr", "soru")])
def test_the_last_hint_of_a_mission_of_reading_tells_of_the_question(code: str, last: str) -> None:
    hints = {mission["id"]: mission["hints"] for mission in compiled(code)["missions"]}
    assert all(last in hints[mission][-1] for mission in ASKING)


def mission_that_asks(**changed: Any) -> dict[str, Any]:
    asks = {"screen": "lu", "answers": ["a", "b"], "right": 2} | changed
    return {"id": "lire", "level": 1, "minutes": 1, "start": {"session": "personne"}, "hints": 1, "asks": asks}


def service_with(mission: dict[str, Any]) -> dict[str, Any]:
    screen = {"title": "t", "back": "lu", "blocks": [{"kind": "heading", "text": "t"}]}
    return {"service": "mots", "pictogram": "cle", "entry": "lu", "screens": {"lu": screen}, "missions": [mission]}


@pytest.mark.parametrize(("changed", "why"), [({"right": 3}, "rang"), ({"screen": "ailleurs"}, "écran inconnu")])
def test_a_question_without_a_right_answer_or_a_screen_is_refused(changed: dict[str, Any], why: str) -> None:
    assert Service.model_validate(service_with(mission_that_asks()))
    with pytest.raises(ValidationError, match=why):
        Service.model_validate(service_with(mission_that_asks(**changed)))
