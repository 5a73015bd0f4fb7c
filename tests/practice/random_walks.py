"""Des promenades au hasard dans l'ENT d'entraînement, avec l'état de Python après chaque pas.

The browser replays them: `widgets/phone/machine.js` must be in the same state after each step.
"""

from __future__ import annotations

import random
from typing import Any, TypedDict

from liaison.practice.compiled import wording
from liaison.practice.machine import Event, Machine, State
from liaison.practice.scenario import Scenario

# What a learner types that no sample says: spaces, capitals, another way to write a number or a date, nothing.
ODD_TEXTS = (
    "   ",
    "",
    " SOLEIL-velo-2026 ",
    "+33 6 39 98 00 12",
    "06.39.98.00.12",
    "14-3-12",
    "٠٦ ٣٩ ٩٨ ٠٠ ١٢",
    "١٤/٠٣/٢٠١٢",
    "2012-03-14",
    "É",
    "oui\n\nnon",
)
# One event in so many is not possible where it is done: the state must stay as it is.
IMPOSSIBLE = 25
WEIGHTS = {"press": 6, "choose": 4, "type": 4, "back": 2, "home": 1, "undo": 1}


class After(TypedDict):
    """One step: the event, then the whole state it leads to. `said` is the finished sentence, or None."""

    event: dict[str, str]
    values: dict[str, str]
    typed: dict[str, str]
    said: str | None
    visible: list[str]


class Walk(TypedDict):
    """One walk: what it starts from (given to `start`), then its steps."""

    start: dict[str, str]
    steps: list[After]


def random_walks(scenario: Scenario, count: int, length: int, seed: int, code: str = "fr") -> list[Walk]:
    """Return walks of a given length, ready for JSON: half start at the doorstep, half where a mission starts.

    The same seed gives the same walks. Buttons are pressed more often than anything else; now and then something
    impossible is tried, or something odd is typed. `code`: the language of the sentences said.
    """
    machine = Machine(scenario)
    starts = [dict(mission.start) for _, mission in scenario.missions.values()]
    walks: list[Walk] = []
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        start = dict(chance.choice(starts)) if starts and number % 2 else {}
        state = machine.start(start)
        steps: list[After] = []
        for _ in range(length):
            event = _event(machine, state, chance)
            state = machine.step(state, event)
            steps.append(_after(machine, state, event, code))
        walks.append({"start": start, "steps": steps})
    return walks


def _event(machine: Machine, state: State, chance: random.Random) -> Event:
    if chance.randrange(IMPOSSIBLE) == 0:
        return _impossible(machine, chance)
    possible = machine.events(state)
    event = chance.choices(possible, [WEIGHTS[one.kind] for one in possible])[0]
    if event.kind == "type" and chance.randrange(4) == 0:
        return Event("type", event.target, chance.choice(ODD_TEXTS))
    return event


def _impossible(machine: Machine, chance: random.Random) -> Event:
    """Return something of another screen, most of the time: a button, a choice, a field, an empty undo."""
    kind = chance.choice(("press", "choose", "type", "undo"))
    variables = machine.scenario.variables
    if kind == "choose":
        name = chance.choice([*variables])
        return Event("choose", name, chance.choice(variables[name].values))
    if kind == "type" and machine.scenario.inputs:
        return Event("type", chance.choice([*machine.scenario.inputs]), chance.choice(ODD_TEXTS))
    if kind == "press":
        return Event("press", chance.choice([*machine.scenario.screens]))
    return Event("undo")


def _after(machine: Machine, state: State, event: Event, code: str) -> After:
    said = state.said.say if state.said else None
    return {
        "event": {"kind": event.kind, "target": event.target, "value": event.value},
        "values": dict(state.values),
        "typed": dict(state.typed),
        "said": wording(code)(said) if said else None,
        "visible": [*machine.pressable(state)],
    }


def as_event(given: dict[str, Any]) -> Event:
    """Return the event that a step of a walk tells."""
    return Event(given["kind"], given["target"], given["value"])


__all__ = ["After", "Walk", "as_event", "random_walks"]
