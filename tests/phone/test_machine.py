"""La machine, dite une fois : les mêmes promenades (tests/cases/machine.yaml) en Python et dans la page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, cast

import pytest
from javascript import PHONE, value_of

from liaison.base.languages import languages
from liaison.base.yaml_text import read_yaml
from liaison.practice.compiled import Writer, input_of
from liaison.practice.machine import Event, Machine, State
from liaison.practice.model import Service, TextRef
from liaison.practice.scenario import Scenario
from liaison.practice.wording import Wording

CASES: Any = read_yaml((Path(__file__).parents[1] / "cases" / "machine.yaml").read_text(encoding="utf-8"))
MACHINE = Machine(Scenario(tuple(Service.model_validate(one) for one in CASES["services"]), ()))
WALKS: dict[str, list[dict[str, Any]]] = CASES["promenades"]
KINDS: dict[str, Literal["press", "choose", "type"]] = {"toucher": "press", "choisir": "choose", "écrire": "type"}
DONE = {"retour": Event("back"), "menu": Event("home"), "annuler": Event("undo")}


class Keys:
    """Sentences that are their own names: the cases have no text."""

    language = languages()["fr"]

    def __call__(self, ref: TextRef) -> str:
        return ref.key


def event_of(said: str) -> Event:
    """« choisir mots_choix = a », as the machine reads it."""
    if said in DONE:
        return DONE[said]
    found = re.fullmatch(r"(toucher|choisir|écrire) (\w+)(?: = (\w+)| : (.*))?", said)
    assert found, said
    verb, target, value, text = found.groups()
    return Event(KINDS[verb], target, value or text or "")


def expected(walk: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The whole state after each step: what the case does not say has not changed."""
    start = MACHINE.start()
    values, typed = dict(start.values), dict(start.typed)
    for step in walk:
        values |= step["change"]
        typed |= {"mots_texte": step["ecrit"]} if "ecrit" in step else {}
        yield {"values": dict(values), "typed": dict(typed), "said": step.get("dit"), "past": step["annulables"]}


def told(state: State) -> dict[str, Any]:
    said = state.said.say.key if state.said and state.said.say else None
    return {"values": dict(state.values), "typed": dict(state.typed), "said": said, "past": len(state.past)}


def for_the_page() -> dict[str, Any]:
    """The scenario of the cases, as the page receives any other."""
    scenario, keys = MACHINE.scenario, cast(Wording, Keys())
    return {
        "variables": {name: list(variable.values) for name, variable in scenario.variables.items()},
        "written": scenario.written,
        "inputs": {name: input_of(field) for name, field in scenario.inputs.items()},
        "screens": {name: Writer(keys, keys).screen(screen) for name, screen in scenario.screens.items()},
    }


@pytest.mark.parametrize("name", WALKS)
def test_python_does_what_the_cases_say(name: str) -> None:
    state, found = MACHINE.start(), []
    for step in WALKS[name]:
        state = MACHINE.step(state, event_of(step["geste"]))
        found.append(told(state))
    assert found == list(expected(WALKS[name]))


@pytest.fixture(scope="module")
def on_the_page() -> dict[str, list[dict[str, Any]]]:
    """What the page does of every walk, in one run."""
    walks = {name: [vars(event_of(step["geste"])) for step in walk] for name, walk in WALKS.items()}
    states = """Object.fromEntries(Object.entries(walks).map(([name, events]) => {
      let state = machine.startState(scenario);
      return [name, events.map((event) => {
        state = machine.step(scenario, state, event);
        return { values: state.values, typed: state.typed, said: state.said?.say ?? null, past: state.past.length };
      })];
    }))"""
    given = f"((scenario, walks) => {states})({json.dumps(for_the_page())}, {json.dumps(walks)})"
    found: dict[str, list[dict[str, Any]]] = value_of(given, machine=PHONE / "machine.js")
    return found


@pytest.mark.parametrize("name", WALKS)
def test_the_page_does_what_the_cases_say(name: str, on_the_page: dict[str, list[dict[str, Any]]]) -> None:
    assert on_the_page[name] == list(expected(WALKS[name]))


def test_both_offer_the_same_gestures_wherever_a_walk_leads() -> None:
    state, offered = MACHINE.start(), []
    for walk in WALKS.values():
        state = MACHINE.start()
        for step in walk:
            state = MACHINE.step(state, event_of(step["geste"]))
            offered.append((state, [vars(event) for event in MACHINE.events(state)]))
    states = [{"values": one.values, "typed": one.typed, "past": [{}] * len(one.past)} for one, _ in offered]
    given = f"{json.dumps(states)}.map((state) => gestures.possibleEvents({json.dumps(for_the_page())}, state))"
    assert value_of(given, gestures=Path(__file__).with_name("gestures.js")) == [events for _, events in offered]
