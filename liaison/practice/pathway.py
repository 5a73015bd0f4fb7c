"""Un parcours de missions, d'un bout à l'autre : ses minutes, ses premiers gestes, les comptes qu'il trouve fermés."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from liaison.practice.explore import solution
from liaison.practice.machine import Machine
from liaison.practice.model import ACCOUNTS, SESSION
from liaison.practice.scenario import practice_scenario

DOING_LEVEL = 2  # at the first level one reads; from the second on, one writes, signs, asks


@dataclass(frozen=True)
class Closed:
    """A mission that begins in an account which the one before does not leave open: `open` is the one that it does."""

    mission: str
    needed: str
    open: str


@dataclass(frozen=True)
class Pathway:
    """What a series of missions comes to, done one after the other by somebody who makes no mistake.

    `gestures` counts, mission by mission, the shortest way through. `services` has for each service visited the highest
    level of its missions. `closed` are the missions before which somebody has to sign in again, outside any mission.
    """

    missions: tuple[str, ...]
    minutes: int
    gestures: tuple[int, ...]
    services: dict[str, int]
    closed: tuple[Closed, ...]

    def doing(self, service: str) -> bool:
        """Return whether something is done in a service, and not only read."""
        return self.services.get(service, 0) >= DOING_LEVEL


@cache
def _walked(mission: str) -> tuple[int, str]:
    """Return how many gestures the shortest way through a mission takes, and the account it ends in."""
    scenario = practice_scenario()
    machine = Machine(scenario)
    state = machine.start(scenario.missions[mission][1].start)
    events = solution(scenario, mission)
    for event in events:
        state = machine.step(state, event)
    return len(events), state.values[SESSION]


def pathway(missions: tuple[str, ...]) -> Pathway:
    """Return what a series of missions comes to.

    Raises:
        KeyError: no such mission.
    """
    known = practice_scenario().missions
    services: dict[str, int] = {}
    closed: list[Closed] = []
    gestures: list[int] = []
    open_account = ""
    for name in missions:
        service, mission = known[name]
        services[service.service] = max(services.get(service.service, 0), mission.level)
        # A mission that begins signed out can always begin; one that begins in an account needs that account open.
        needed = mission.start[SESSION]
        if needed in ACCOUNTS and needed != open_account:
            closed.append(Closed(name, needed, open_account))
        count, open_account = _walked(name)
        gestures.append(count)
    minutes = sum(known[name][1].minutes for name in missions)
    return Pathway(missions, minutes, tuple(gestures), services, tuple(closed))


__all__ = ["Closed", "Pathway", "pathway"]
