"""L'ENT d'entraînement en marche : un état, ce que l'on peut y faire, l'état d'après.

`widgets/phone/machine.js` says the same thing in the browser: both run the cases of `tests/cases/machine.yaml`, and a
test replays thousands of walks in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeGuard

from liaison.practice.inputs import class_of
from liaison.practice.model import (
    DOORSTEP,
    MENU,
    NOBODY,
    SCREEN,
    SESSION,
    Action,
    Block,
    Boxes,
    Case,
    Choice,
    Condition,
    Item,
    Items,
    TextField,
)
from liaison.practice.scenario import Scenario

Values = Mapping[str, str]
LONGEST_HISTORY = 20
TICKED = ("oui", "non")


@dataclass(frozen=True)
class Event:
    """One thing the learner does. `target` is the id of what is pressed, a variable, a field; `value` the rest."""

    kind: Literal["press", "choose", "type", "back", "home", "undo"]
    target: str = ""
    value: str = ""


@dataclass(frozen=True)
class State:
    """Where the learner is: variables (with `ecran` and `session`), typed texts, what was just said, past to undo."""

    values: Values
    typed: Mapping[str, str]
    said: Case | None = None
    past: tuple[tuple[Values, Mapping[str, str]], ...] = ()


def holds(condition: Condition, values: Values) -> bool:
    """Whether a condition holds for these values."""
    return (
        all(values[name] in accepted for name, accepted in condition.all.items())
        and (not condition.any or any(holds(alternative, values) for alternative in condition.any))
        and not (condition.none is not None and holds(condition.none, values))
    )


class Machine:
    """The practice ENT of a scenario: `start`, then `events` and `step`, as many times as one likes."""

    def __init__(self, scenario: Scenario):
        self.scenario = scenario

    def start(self, given: Values | None = None) -> State:
        """Return the state in which everything has its first value, except what is given."""
        values = {name: variable.values[0] for name, variable in self.scenario.variables.items()} | dict(given or {})
        return State(values, dict.fromkeys(self.scenario.inputs, ""))

    def blocks(self, state: State) -> Iterator[Block]:
        """Return what the screen shows now, in order."""
        screen = self.scenario.screens[state.values[SCREEN]]
        return (block for block in screen.blocks if holds(block.when, state.values))

    def pressable(self, state: State) -> dict[str, Action | Item]:
        """Return what can be pressed on the screen now, by id."""
        pressed: dict[str, Action | Item] = {}
        for block in self.blocks(state):
            if isinstance(block, Action):
                pressed[block.id] = block
            elif isinstance(block, Items):
                pressed |= {item.id: item for item in block.items if holds(item.when, state.values)}
        return pressed

    def events(self, state: State) -> list[Event]:
        """Return all that can be done now; for a field, its samples; `undo` only when there is something to undo."""
        possible = [Event("press", name) for name in self.pressable(state)]
        for block in self.blocks(state):
            if isinstance(block, Choice):
                shown = [option for option in block.options if holds(option.when, state.values)]
                possible += [Event("choose", block.variable, option.value) for option in shown]
            elif isinstance(block, Boxes):
                possible += [Event("choose", box.variable, value) for box in block.boxes for value in TICKED]
            elif isinstance(block, TextField):
                texts = self.scenario.inputs[block.input].samples.by_class().values()
                possible += [Event("type", block.input, text) for text in texts]
        possible += [Event("back"), Event("home")]
        return possible + ([Event("undo")] if state.past else [])

    def step(self, state: State, event: Event) -> State:
        """Return the state after an event; the same state when the event is not possible there."""
        if event.kind == "undo":
            return self._undone(state)
        if event.kind == "type":
            return self._typed(state, event)
        if event.kind == "choose":
            return self._chosen(state, event)
        if event.kind == "press":
            return self._pressed(state, event.target)
        screen = self.scenario.screens[state.values[SCREEN]]
        return self._entered(replace(state, said=None), screen.back if event.kind == "back" else self.home(state))

    def home(self, state: State) -> str:
        """Return where « Menu » leads: the menu of the account, or the doorstep when nobody is signed in."""
        return DOORSTEP if state.values[SESSION] == NOBODY else MENU

    def _undone(self, state: State) -> State:
        if not state.past:
            return state
        *past, (values, typed) = state.past
        return State(values, typed, None, tuple(past))

    def _typed(self, state: State, event: Event) -> State:
        shown = any(isinstance(block, TextField) and block.input == event.target for block in self.blocks(state))
        if not shown:
            return state
        input_class = class_of(self.scenario.inputs[event.target], event.value)
        values = {**state.values, event.target: input_class}
        return replace(state, values=values, typed={**state.typed, event.target: event.value}, said=None)

    def _chosen(self, state: State, event: Event) -> State:
        if event not in self.events(state):
            return state
        values = {**state.values, **self._emptied(state, event), event.target: event.value}
        return replace(state, values=values, said=None, past=_longer(state))

    def _emptied(self, state: State, event: Event) -> Values:
        """Return the boxes that ticking this one empties: one that stands alone and the others exclude each other."""
        boxes = next((block.boxes for block in self.blocks(state) if _has_box(block, event.target)), ())
        ticked = next((box for box in boxes if box.variable == event.target and event.value == "oui"), None)
        return {box.variable: "non" for box in boxes if ticked and box != ticked and (box.alone or ticked.alone)}

    def _pressed(self, state: State, name: str) -> State:
        pressed = self.pressable(state).get(name)
        case = _first(pressed.cases, state.values) if pressed else None
        if case is None:
            return state
        after = self._applied(state, case)
        if case.set:
            # « Annuler » must not open the account of the person before on a shared device, nor take back what
            # cannot be.
            same_person = after.values[SESSION] == state.values[SESSION]
            after = replace(after, past=_longer(state) if same_person and not case.lasting else ())
        after = replace(after, said=case if case.say else None)
        return self._entered(after, case.go) if case.go else after

    def _applied(self, state: State, case: Case) -> State:
        # A field set back to « vide » loses its text too; no other class can be set.
        given = self.scenario.settings(case)
        typed = {name: "" if name in given else text for name, text in state.typed.items()}
        return replace(state, values={**state.values, **given}, typed=typed)

    def _entered(self, state: State, name: str) -> State:
        state = replace(state, values={**state.values, SCREEN: name})
        case = _first(self.scenario.screens[name].enter, state.values)
        if case is None:
            return state
        after = self._applied(state, case)
        return replace(after, said=case) if case.say else after


def _has_box(block: Block, variable: str) -> TypeGuard[Boxes]:
    return isinstance(block, Boxes) and any(box.variable == variable for box in block.boxes)


def _longer(state: State) -> tuple[tuple[Values, Mapping[str, str]], ...]:
    return (*state.past, (state.values, state.typed))[-LONGEST_HISTORY:]


def _first(cases: tuple[Case, ...], values: Values) -> Case | None:
    return next((case for case in cases if holds(case.when, values)), None)
