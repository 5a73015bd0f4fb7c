"""Parcourir un service après l'autre : ce que chacun promet aux autres, ce qui est atteint, ce qui est une impasse.

The argument that makes it enough is told in `liaison.practice.explore`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce

from liaison.base.sentences import french_beside
from liaison.practice.machine import Event, Machine, Values
from liaison.practice.model import (
    DOORSTEP,
    MENU,
    NOBODY,
    SCREEN,
    SESSION,
    Action,
    Choice,
    Condition,
    Items,
    Mission,
    Service,
)
from liaison.practice.projection import AWAY, Place, Projection, TooManyStatesError, Transition
from liaison.practice.scenario import Scenario, cases_of

phrase = french_beside(__file__)

HUBS = (MENU, DOORSTEP)

Backwards = Mapping[Place, list[Place]]


@dataclass
class Promises:
    """Where the services left out certainly can lead, from a hub with these shared values to another one."""

    hub: tuple[str, ...]
    known: dict[Place, set[Place]] = field(default_factory=dict)

    def after(self, part: Projection, place: Place) -> Iterator[Place]:
        """Return the states to which the promises lead from this one; what the services left out cannot touch stays."""
        if place[0] not in HUBS or not self.known:
            return
        positions = [part.at[name] for name in self.hub]
        for screen, *values in self.known.get((place[0], *(place[position] for position in positions)), ()):
            after = list(place)
            after[0] = screen
            for position, value in zip(positions, values, strict=True):
                after[position] = value
            yield tuple(after)


@dataclass(frozen=True)
class MissionProof:
    """What is known of a mission: how many states it can lead to, and a walk to a dead end, if there is one."""

    states: int
    dead_end: tuple[Transition, ...] | None = None
    guessed: bool = False


@dataclass(frozen=True)
class ServiceReach:
    """What someone reaches in a service. `wanted`: its buttons; `mute`: those sometimes shown without effect."""

    wanted: frozenset[str]
    screens: frozenset[str]
    pressed: frozenset[str]
    mute: frozenset[str]
    sure: bool


class Explorer:
    """Explores a scenario, service by service, keeping what has been built."""

    def __init__(self, scenario: Scenario):
        self.scenario = scenario
        machine = Machine(scenario)
        self.starts: list[Values] = [
            machine.start().values,
            *(machine.start(mission.start).values for _, mission in scenario.missions.values()),
        ]
        self._parts: dict[tuple[frozenset[str], tuple[str, ...]], Projection] = {}
        self._promises: dict[tuple[str, tuple[str, ...]], Promises] = {}
        self._possible: dict[str, list[Place]] = {}
        self._all_before: dict[Projection, Backwards] = {}

    def part(self, services: Iterable[str], hub: tuple[str, ...] = ()) -> Projection:
        """Return the projection on some services; their missions' goals can be decided in it."""
        key = (frozenset(services), tuple(sorted({*hub} - {SESSION})))
        if key not in self._parts:
            goals = [mission.goal for service, mission in self.scenario.missions.values() if service.service in key[0]]
            self._parts[key] = Projection(self.scenario, key[0], goals, key[1])
        return self._parts[key]

    def possible(self, service: Service) -> list[Place]:
        """Return every state that a service may be in, whatever the others do, from any start.

        Raises:
            TooManyStatesError: the service is too large.
        """
        if service.service not in self._possible:
            part = self.part(self._first(service))
            self._possible[service.service] = part.reached(part.place_of(values) for values in self.starts)
        return self._possible[service.service]

    def growing(self, service: Service) -> Iterator[Projection]:
        """Return the projections on a service, then with those that interfere with it, until nothing is guessed."""
        services = self._first(service)
        while True:
            part = self.part(services)
            yield part
            others = part.interfering()
            if not others:
                return
            services = services | others

    def verdict(self, service: Service, mission: Mission) -> MissionProof:
        """Return whether every state that a mission can lead to leads to its goal.

        Raises:
            TooManyStatesError: the service alone is too large.
        """
        verdict: MissionProof | None = None
        for part in self.growing(service):
            try:
                verdict = self._verdict(part, mission)
            except TooManyStatesError:
                if verdict is None:
                    raise
                return MissionProof(verdict.states, verdict.dead_end, guessed=True)
            if verdict.dead_end is None:
                break
        assert verdict is not None
        return verdict

    def shortest(self, service: Service, mission: Mission) -> tuple[Event, ...] | None:
        """Return the shortest walk that does a mission without leaving its service, or else with as few as it takes."""
        for part in self.growing(service):
            start = part.place_of(Machine(self.scenario).start(mission.start).values)
            try:
                steps = part.walk(start, part.test(mission.goal), certainly=True)
            except TooManyStatesError:
                return None
            if steps is not None:
                return tuple(step.event for step in steps if step.event)
        return None

    def faults_of_doors(self, service: Service) -> Iterator[str]:
        """Return what would show the menu to nobody, or the doorstep to somebody: the proof rests on neither."""
        part = self.part(self._first(service))
        session = part.at[SESSION]
        strange = {
            place[0]: place
            for place in self.possible(service)
            if place[0] in HUBS and (place[0] == MENU) == (place[session] == NOBODY)
        }
        for screen, place in strange.items():
            key = "menu-sans-compte" if screen == MENU else "seuil-avec-un-compte"
            yield phrase(key, service=service.service, walk=in_french(self._walk_to(part, place)))

    def seen(self, service: Service) -> ServiceReach:
        """Return what is reached in a service by someone, growing until all is, or nothing more can be."""
        menu = f"menu_{service.service}" if service.accounts else None
        wanted = frozenset({*_pressed(service), *([menu] if menu else [])})
        screens: set[str] = set()
        pressed: dict[str, bool] = {}
        sure = True
        for part in self.growing(service):
            try:
                certain = self._certain(part)
                reached = part.reached(part.place_of(values) for values in self.starts)
            except TooManyStatesError:
                sure = False
                break
            for place in certain:
                screens.add(place[0])
                for name, works in part.pressable(place):
                    pressed[name] = pressed.get(name, True) and works
            missing = ({*service.screens} - screens) | (wanted - set(pressed))
            if not missing or not missing & _shown(part, reached):
                break
        mute = frozenset(name for name, works in pressed.items() if not works and name in wanted)
        return ServiceReach(wanted, frozenset(screens - {AWAY}), frozenset(pressed), mute, sure)

    def _first(self, service: Service) -> frozenset[str]:
        """The service, and those whose screens its missions' goals name."""
        owner = {name: other.service for other in self.scenario.services for name in other.screens}
        named = {name for mission in service.missions for name in _screens_in(mission.goal)}
        return frozenset({service.service, *(owner[name] for name in named if name in owner)})

    def _verdict(self, part: Projection, mission: Mission) -> MissionProof:
        goal = part.test(mission.goal)
        start = part.place_of(Machine(self.scenario).start(mission.start).values)
        reached = part.reached([start], goal)
        good = _leading_to((place for place in reached if goal(place)), self._before(part, reached))
        dead = next((place for place in reached if place not in good), None)
        if dead is None:
            return MissionProof(len(reached))
        return MissionProof(len(reached), part.walk(start, lambda place: place == dead, goal))

    def _before(self, part: Projection, reached: list[Place]) -> Backwards:
        """Return what certainly leads to each state: built once for all missions, as long as that is not too large."""
        if part not in self._all_before:
            promises = self._promises_for(part, {left_out.service for left_out in part.outside})
            try:
                everything = part.reached(part.place_of(values) for values in self.starts)
            except TooManyStatesError:
                return _backwards(part, reached, promises)
            self._all_before[part] = _backwards(part, everything, promises)
        return self._all_before[part]

    def _certain(self, part: Projection) -> list[Place]:
        """Return what is certainly reached from one start or another."""
        promises = self._promises_for(part, {left_out.service for left_out in part.outside})
        reached = list(dict.fromkeys(part.place_of(values) for values in self.starts))
        known = set(reached)
        for place in reached:
            for following in (*part.after(place)[0], *promises.after(part, place)):
                if following not in known:
                    known.add(following)
                    reached.append(following)
        return reached

    def _walk_to(self, part: Projection, wanted: Place) -> tuple[Transition, ...]:
        walks = [part.walk(part.place_of(values), lambda place: place == wanted) for values in self.starts]
        return min((walk for walk in walks if walk is not None), key=len, default=())

    def _promises_for(self, part: Projection, given_by: set[str]) -> Promises:
        """Return what some services left out promise about what this part shares with them."""
        promises = Promises(part.hub)
        for service in self.scenario.services:
            if service.service in given_by and _writes(self.scenario, service) & set(part.hub):
                for hub, others in self._promised_by(service, part.hub).known.items():
                    promises.known.setdefault(hub, set()).update(others)
        return promises

    def _promised_by(self, service: Service, hub: tuple[str, ...]) -> Promises:
        """Return where a service certainly leads, whatever its own state: verified in its own projection."""
        key = (service.service, hub)
        if key in self._promises:
            return self._promises[key]
        self._promises[key] = promises = Promises(hub)
        part = self.part({service.service}, hub)
        # Who writes the account rests on no promise, the others on those of the account only: no circle.
        account = {left_out.service for left_out in part.outside if SESSION in _writes(self.scenario, left_out)}
        used = self._promises_for(part, set() if SESSION in _writes(self.scenario, service) else account)
        try:
            reached = part.reached(part.place_of(values) for values in self.starts)
        except TooManyStatesError:
            return promises
        # Nor does a promise pass through another service, whose own variables might change on the way.
        before = _backwards(part, [place for place in reached if place[0] != AWAY], used)
        positions = [0, *(part.at[name] for name in hub)]
        at_hub: dict[Place, list[Place]] = defaultdict(list)
        for place in reached:
            if place[0] in HUBS:
                at_hub[tuple(place[position] for position in positions)].append(place)
        for target, places in at_hub.items():
            good = _leading_to(places, before)
            for origin, others in at_hub.items():
                if origin != target and all(place in good for place in others):
                    promises.known.setdefault(origin, set()).add(target)
        return promises


def in_french(steps: Iterable[Transition]) -> str:
    """Return a walk as a person would do it, for who corrects the scenario."""
    gestures = [_gesture_in_french(step.event) for step in steps]
    return reduce(lambda before, after: phrase("puis", before=before, after=after), gestures or [phrase("au-depart")])


def _gesture_in_french(event: Event | None) -> str:
    if event is None:
        return phrase("ailleurs")
    return phrase(f"geste-{event.kind}", target=event.target, value=event.value)


def _backwards(part: Projection, reached: Iterable[Place], promises: Promises) -> Backwards:
    """Return, for each state, those that certainly can lead to it, in one step or by one promise."""
    before: dict[Place, list[Place]] = defaultdict(list)
    for place in reached:
        for following in (*part.after(place)[0], *promises.after(part, place)):
            before[following].append(place)
    return before


def _leading_to(targets: Iterable[Place], before: Backwards) -> set[Place]:
    leading = set(targets)
    waiting = list(leading)
    while waiting:
        for place in before.get(waiting.pop(), ()):
            if place not in leading:
                leading.add(place)
                waiting.append(place)
    return leading


def _shown(part: Projection, places: Iterable[Place]) -> set[str]:
    return {name for place in places for name in (place[0], *(button for button, _ in part.pressable(place)))}


def _pressed(service: Service) -> Iterator[str]:
    for screen in service.screens.values():
        for block in screen.blocks:
            if isinstance(block, Action):
                yield block.id
            elif isinstance(block, Items):
                yield from (item.id for item in block.items)


def _writes(scenario: Scenario, service: Service) -> set[str]:
    """Return every variable that a service may set."""
    chosen = {
        block.variable for screen in service.screens.values() for block in screen.blocks if isinstance(block, Choice)
    }
    return chosen.union(*(scenario.settings(case) for _, case in cases_of(service)))


def _screens_in(condition: Condition) -> set[str]:
    inner = (*condition.any, *([condition.none] if condition.none else []))
    return set(condition.all.get(SCREEN, ())).union(*(_screens_in(alternative) for alternative in inner))
