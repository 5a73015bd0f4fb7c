"""La question posée à qui vient de lire : une mission de lecture finit par une réponse, pas par le geste qui ouvre.

A question is not of the real ENT: it shows only during its mission, after what is to be read, and says so.
"""

from __future__ import annotations

from liaison.practice.model import Choice, Condition, Mission, Option, Screen, Sentence, Service, TextRef, Variable

UNASKED, ASKED = "sans", "posee"
HELP, AGAIN = "commun-question-aide", "commun-question-relire"
# The last hint of a mission that asks: the same for all, so it is not written in each.
HINT = "commun-question-indice"


def with_questions(service: Service) -> Service:
    """Return a service where the question of a mission is a choice on its screen, and its answer part of the goal."""
    asking = [mission for mission in service.missions if mission.asks]
    variables = {_variable(mission): Variable(values=(UNASKED, ASKED, *_values(mission))) for mission in asking}
    return service.model_copy(
        update={
            "variables": service.variables | variables,
            "screens": {name: _with_choices(screen, name, asking) for name, screen in service.screens.items()},
            "missions": tuple(_with_answer(mission) if mission.asks else mission for mission in service.missions),
        }
    )


def _variable(mission: Mission) -> str:
    return f"lu_{mission.id}"


def _values(mission: Mission) -> list[str]:
    assert mission.asks
    return [f"reponse_{number}" for number, _ in enumerate(mission.asks.answers, 1)]


def _right(mission: Mission) -> str:
    assert mission.asks
    return _values(mission)[mission.asks.right - 1]


def _with_choices(screen: Screen, name: str, asking: list[Mission]) -> Screen:
    added = [block for mission in asking if mission.asks and mission.asks.screen == name for block in _blocks(mission)]
    return screen.model_copy(update={"blocks": (*screen.blocks, *added)}) if added else screen


def _blocks(mission: Mission) -> tuple[Choice, Sentence]:
    assert mission.asks
    name, values = _variable(mission), _values(mission)
    options = tuple(Option(value=value, text=text) for value, text in zip(values, mission.asks.answers, strict=True))
    wrong = tuple(value for value in values if value != _right(mission))
    return (
        Choice(
            kind="choice",
            when=_and(mission.asks.when, name, (ASKED, *values)),
            variable=name,
            label=TextRef(key=f"mission-{mission.id}.question"),
            help=TextRef(key=HELP),
            options=options,
        ),
        Sentence(kind="text", when=_and(mission.asks.when, name, wrong), text=TextRef(key=AGAIN), tone="erreur"),
    )


def _with_answer(mission: Mission) -> Mission:
    name = _variable(mission)
    return mission.model_copy(
        update={"start": mission.start | {name: ASKED}, "goal": _and(mission.goal, name, (_right(mission),))}
    )


def _and(condition: Condition, name: str, values: tuple[str, ...]) -> Condition:
    return condition.model_copy(update={"all": condition.all | {name: values}})


__all__ = ["HINT", "with_questions"]
