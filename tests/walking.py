"""Marcher dans l'ENT d'entraînement par des pas qui se lisent : « msg_photo=carte », « retour »."""

from liaison.practice.machine import Event, Machine, State, holds
from liaison.practice.scenario import parts_of, practice_scenario

MACHINE = Machine(practice_scenario())
MOVES = {"retour": Event("back"), "menu": Event("home"), "annuler": Event("undo")}


def event_of(step: str) -> Event:
    """`retour`, `menu`, a press, `variable=value`, or a field: `field:` and `field:faux` for its samples, or a text."""
    variable, chosen, value = step.partition("=")
    field, typed, text = step.partition(":")
    if step in MOVES:
        return MOVES[step]
    if chosen:
        return Event("choose", variable, value)
    return Event("type", field, _sample(field, text)) if typed else Event("press", step)


def _sample(field: str, text: str) -> str:
    samples = MACHINE.scenario.inputs[field].samples
    found = getattr(samples, text or "bon") if text in ("", "bon", "faux") else text
    assert found is not None, f"le champ {field} n'a pas d'exemple faux"
    return found


def walk(state: State, *steps: str) -> State:
    """The state after the steps; each one must be possible where it is taken."""
    for step in steps:
        event = event_of(step)
        shown = {_without_text(one) for one in MACHINE.events(state)}
        assert _without_text(event) in shown, f"{step} n'est pas possible sur {state.values['ecran']}"
        state = MACHINE.step(state, event)
    return state


def _without_text(event: Event) -> Event:
    return Event("type", event.target) if event.kind == "type" else event


def begin(mission: str, **changed: str) -> State:
    """The state in which a mission begins: as it is written, it is not done yet."""
    state = MACHINE.start({**MACHINE.scenario.missions[mission][1].start, **changed})
    assert changed or not done(mission, state)
    return state


def as_account(session: str, state: State, *steps: str) -> State:
    """The same week, seen with another account, from the menu."""
    return walk(State({**state.values, "session": session, "ecran": "menu"}, state.typed), *steps)


def done(mission: str, state: State) -> bool:
    """Whether the goal of a mission holds."""
    return holds(MACHINE.scenario.missions[mission][1].goal, state.values)


def seen(state: State) -> str:
    """What the screen shows now: the keys of its sentences, with what they hold."""
    blocks = [*MACHINE.blocks(state)]
    lines = [part for block in blocks for part in parts_of(block) if holds(part.when, state.values)]
    alone = [block for block in blocks if not parts_of(block)]
    return "\n".join(one.model_dump_json(exclude={"cases"}) for one in (*alone, *lines))


def said(state: State) -> str | None:
    """The key of what was just said, or None."""
    return state.said.say.key if state.said and state.said.say else None


def door(screen: str) -> str:
    """What to press on the phone's first screen to open a link."""
    pressed = MACHINE.pressable(MACHINE.start())
    return next(name for name, one in pressed.items() if any(case.go == screen for case in one.cases))
