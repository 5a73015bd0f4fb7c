"""L'ENT d'entraînement parcouru entièrement : toute mission peut être finie, de son départ et de tout faux pas.

Assume and guarantee. The product of all variables is too large, so each service is walked on its own, in a
`Projection` that forgets the others. Three facts make the answer good for the whole:

1. The others cannot touch what a service alone writes (`faults_of`, and the owners of choices and fields here). All
   they can do is to change a shared variable (the account, first of all) or to open a screen: the projection lets
   them do so at any time, hence the reached states are at least the real ones.
2. Coming back from the others is certain: « Menu » exists everywhere, so it leads to the menu or to the doorstep.
3. What a mission needs from the others (signing in again after a wrong sign-out) is *promised*: « from the doorstep
   or the menu, whatever the state of that service, it can lead to such account at the menu, the rest unchanged ».
   A promise is used only after it has been verified, state by state, in the projection of the service that makes
   it; and it may rest only on the promises of services that write the account, which rest on none. No circle.

A mission is good when, in the forward closure of its start (where 1 guesses too much, never too little), every state
leads to the goal by certain steps and promises (where nothing is guessed). When it is not, the service is walked again
with the services that interfere with it, until nothing is guessed any more: a fault reported without reserve is real.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.practice.explorer import Explorer, in_french
from liaison.practice.machine import Event, Machine, holds
from liaison.practice.model import Choice, Mission, Service, TextField
from liaison.practice.projection import MOST_STATES, TooManyStatesError
from liaison.practice.scenario import Scenario, ScenarioError, Where, cases_of
from liaison.practice.text_faults import text_faults

phrase = french_beside(__file__)

FEWEST_MISSIONS = 24
LEVELS = (1, 2, 3)


@dataclass(frozen=True)
class MissionReport:
    """One mission: the shortest walk that does it, and how many states its start can lead to."""

    shortest: tuple[Event, ...]
    states: int


@dataclass(frozen=True)
class Report:
    """What was found: faults in French (none: all is well), the missions, the screens seen, the states per service."""

    faults: list[str]
    missions: dict[str, MissionReport]
    screens: frozenset[str]
    states: dict[str, int]


def explore(scenario: Scenario, progress: Callable[[str], None] | None = None) -> Report:
    """Return whether every mission can be finished, from its start and from every state a wrong turn leads to.

    Also: every screen and every button reached by someone, no button without effect, no mission done at its start,
    at least 24 missions, three levels in each service that has missions. `progress` is told each service's name.
    """
    explorer = Explorer(scenario)
    faults = [*faults_of_writing(scenario), *_faults_of_missions(scenario)]
    screens: set[str] = set()
    missions: dict[str, MissionReport] = {}
    states: dict[str, int] = {}
    for service in scenario.services:
        if progress:
            progress(service.service)
        try:
            states[service.service] = len(explorer.possible(service))
        except TooManyStatesError:
            faults.append(phrase("trop-d-etats", service=service.service, most=number(MOST_STATES)))
            continue
        faults += explorer.faults_of_doors(service)
        faults += _faults_of_reach(explorer, service, screens)
        for mission in service.missions:
            faults += _faults_of_mission(explorer, service, mission, missions)
    return Report(faults, missions, frozenset(screens), states)


def solution(scenario: Scenario, mission_id: str) -> tuple[Event, ...]:
    """Return the shortest walk that does a mission: what to do, from its start, one event after the other.

    Shortest among the walks that stay in the mission's service; when none does, with the services it depends on.

    Raises:
        ScenarioError: the mission cannot be done.
        KeyError: no such mission.
    """
    service, mission = scenario.missions[mission_id]
    walk = Explorer(scenario).shortest(service, mission)
    if walk is None:
        raise ScenarioError(phrase("mission-impossible", mission=mission_id))
    return walk


def gestures(scenario: Scenario, mission_id: str) -> tuple[int, ...]:
    """Return, for each step of the shortest walk that does a mission, how many things can be done there.

    Raises:
        ScenarioError: the mission cannot be done.
        KeyError: no such mission.
    """
    machine = Machine(scenario)
    state = machine.start(scenario.missions[mission_id][1].start)
    possible = []
    for event in solution(scenario, mission_id):
        possible.append(len(machine.events(state)))
        state = machine.step(state, event)
    return tuple(possible)


def back_on_track(scenario: Scenario, mission_id: str) -> bool:
    """Return whether « Retour », after a first wrong press, then the shortest walk, still does a mission.

    Where it does not, another walk does: `explore` proves it of every state.

    Raises:
        ScenarioError: the mission cannot be done.
        KeyError: no such mission.
    """
    machine, mission, walk = Machine(scenario), scenario.missions[mission_id][1], solution(scenario, mission_id)
    state = machine.start(mission.start)
    wrong = next(event for event in machine.events(state) if event != walk[0])
    for event in (wrong, Event("back"), *walk):
        state = machine.step(state, event)
    return holds(mission.goal, state.values)


def faults_of_writing(scenario: Scenario) -> Iterator[str]:
    """Return the choices and fields of a service that write what belongs to another, and the cases that do nothing."""
    owner = {name: service.service for service in scenario.services for name in (*service.variables, *service.inputs)}
    for service in scenario.services:
        for name, screen in service.screens.items():
            for block in screen.blocks:
                if not isinstance(block, Choice | TextField):
                    continue
                written = block.variable if isinstance(block, Choice) else block.input
                variable = scenario.variables.get(written)
                if owner.get(written) != service.service and not (variable and variable.shared):
                    yield phrase("ecrit-chez-un-autre", place=Where(service.service, "ecran", name), name=written)
        for place, case in cases_of(service):
            if not (case.set or case.go or case.say):
                yield phrase("cas-muet", place=place)


def _faults_of_missions(scenario: Scenario) -> Iterator[str]:
    """Return what the set of missions lacks, and the missions that start done or without an account."""
    if len(scenario.missions) < FEWEST_MISSIONS:
        yield phrase("missions-trop-peu", n=len(scenario.missions), fewest=FEWEST_MISSIONS)
    for service in scenario.services:
        levels = {mission.level for mission in service.missions}
        if missing := [str(level) for level in LEVELS if service.missions and level not in levels]:
            yield phrase("aucune-mission-du-niveau", service=service.service, levels=", ".join(missing))
    machine = Machine(scenario)
    for service, mission in scenario.missions.values():
        place = Where(service.service, "mission", mission.id)
        if "session" not in mission.start:
            yield phrase("depart-sans-session", place=place)
        if holds(mission.goal, machine.start(mission.start).values):
            yield phrase("finie-des-le-depart", place=place)


def _faults_of_reach(explorer: Explorer, service: Service, screens: set[str]) -> Iterator[str]:
    """Return what nobody reaches in a service, and the buttons that do nothing; adds to the screens seen."""
    seen = explorer.seen(service)
    screens |= seen.screens
    sure = "oui" if seen.sure else "non"
    for name in sorted(set(service.screens) - seen.screens):
        yield phrase("ecran-jamais-atteint", service=service.service, name=name, sure=sure)
    for name in sorted(seen.wanted - seen.pressed):
        yield phrase("bouton-jamais-vu", service=service.service, name=name, sure=sure)
    for name in sorted(seen.mute):
        yield phrase("bouton-muet", service=service.service, name=name)


def _faults_of_mission(
    explorer: Explorer, service: Service, mission: Mission, missions: dict[str, MissionReport]
) -> Iterator[str]:
    verdict = explorer.verdict(service, mission)
    missions[mission.id] = MissionReport(explorer.shortest(service, mission) or (), verdict.states)
    if verdict.dead_end is not None:
        place, walk = Where(service.service, "mission", mission.id), in_french(verdict.dead_end)
        yield phrase("impasse", place=place, walk=walk, guessed="oui" if verdict.guessed else "non")


__all__ = [
    "MissionReport",
    "Report",
    "back_on_track",
    "explore",
    "faults_of_writing",
    "gestures",
    "solution",
    "text_faults",
]
