"""Une partie de l'ENT d'entraînement, assez petite pour être parcourue entièrement.

A `Projection` keeps some services whole (with the phone and the menu, which are always there) and forgets the rest.
What it forgets is one place, AWAY: « ailleurs », some screen of a service that is left out.

What is exact. A state is a tuple: the screen, then the values of the variables that a condition of the kept
screens reads. Values that no condition tells apart are one value, and a variable with a single value left is dropped:
the steps of such states are the same, so nothing is lost (a bisimulation). Sentences and rows that come and go change
nothing to what can be done, so their conditions do not count.

What is guessed. From AWAY, « Menu » certainly leads back (it exists on every screen). Besides, a service left out may
do there whatever one of its buttons does to what the kept services read: set a shared variable, open one of their
screens. Such a step is *possible*, never certain: the reached states are therefore at least the real ones, and what
certainly leads somewhere really does. A service left out that opens the menu or the doorstep itself is taken to do
what « Menu » does there: `liaison.practice.explore` verifies that the menu is only seen with an account, and the
doorstep only without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from liaison.practice.machine import Event, Values
from liaison.practice.model import (
    DOORSTEP,
    MENU,
    NOBODY,
    SCREEN,
    SESSION,
    Action,
    Block,
    Case,
    Choice,
    Condition,
    Item,
    Items,
    Screen,
    Service,
    TextField,
)
from liaison.practice.scenario import Scenario

AWAY = "ailleurs"
MOST_STATES = 300_000

Place = tuple[str, ...]
Test = Callable[[Place], bool]


class TooManyStatesError(Exception):
    """A part of the practice ENT that is too large to be walked entirely."""


@dataclass(frozen=True)
class Transition:
    """One step out of a state. `event` is None for what a service left out may do; `certain`: it really does that."""

    event: Event | None
    place: Place
    certain: bool


@dataclass(frozen=True)
class _Effect:
    """What a case does: the positions it writes, the screen it opens, whether that is certain."""

    when: Test
    writes: tuple[tuple[int, str], ...]
    go: str | None
    certain: bool = True


@dataclass(frozen=True)
class _Move:
    """Something to do on a screen: when it is shown, and its effects, of which the first that holds counts."""

    event: Event
    shown: Test
    effects: tuple[_Effect, ...]


def always(_: Place) -> bool:
    """Hold in every state."""
    return True


def _never(_: Place) -> bool:
    return False


def _every(tests: Sequence[Test]) -> Test:
    wanted = [test for test in tests if test is not always]
    if any(test is _never for test in wanted):
        return _never
    if not wanted:
        return always
    if len(wanted) == 1:
        return wanted[0]
    return lambda place: all(test(place) for test in wanted)


class Projection:
    """The kept services of a scenario as a graph: `place_of` a state, then `steps` out of it.

    `goals`: conditions that must stay decidable; `hub`: shared variables to keep although nothing here reads them.
    """

    def __init__(
        self, scenario: Scenario, services: Iterable[str], goals: Sequence[Condition] = (), hub: Iterable[str] = ()
    ):
        self.scenario = scenario
        phone = next(service.service for service in scenario.services if DOORSTEP in service.screens)
        whole = frozenset(services) | {phone}
        self.inside = [service for service in scenario.services if service.service in whole]
        self.outside = [service for service in scenario.services if service.service not in whole]
        self.screens: dict[str, Screen] = {MENU: scenario.screens[MENU]}
        for service in self.inside:
            self.screens |= service.screens
        own = {name for service in self.inside for name in _own(service)}
        phone_own = {name for service in self.inside if service.service == phone for name in _own(service)}
        self.common = {SESSION, *hub, *phone_own} | {
            name for name, variable in scenario.variables.items() if variable.shared and name != SCREEN
        }
        self._classes = self._merged(own, [*self._conditions(), *goals], {SESSION, *hub})
        self.names = (SCREEN, *self._classes)
        self.at = {name: position for position, name in enumerate(self.names)}
        self.hub = tuple(name for name in self.names if name in self.common)
        self._moves = {name: self._moves_of(name, screen) for name, screen in self.screens.items()}
        self._entering = {
            name: tuple(self._effect(case) for case in screen.enter) for name, screen in self.screens.items()
        }
        self._memo: dict[Place, tuple[tuple[Place, ...], tuple[Place, ...]]] = {}

    def place_of(self, values: Values) -> Place:
        """Return where the values of a whole state are in this part."""
        screen = values[SCREEN] if values[SCREEN] in self.screens else AWAY
        return (screen, *(classes[values[name]] for name, classes in self._classes.items()))

    def test(self, condition: Condition) -> Test:
        """Return a condition as a function of a state."""
        tests: list[Test] = [self._one_of(name, accepted) for name, accepted in condition.all.items()]
        if condition.any:
            alternatives = [self.test(alternative) for alternative in condition.any]
            tests.append(lambda place: any(test(place) for test in alternatives))
        if condition.none is not None:
            refused = self.test(condition.none)
            tests.append(lambda place: not refused(place))
        return _every(tests)

    def steps(self, place: Place) -> Iterator[Transition]:
        """Return every step out of a state: what can be done there, and what a service left out may do."""
        if place[0] == AWAY:
            yield Transition(Event("home"), self._home(place), True)
            for effect in self._foreign:
                if effect.when(place):
                    yield Transition(None, self._applied(place, effect), False)
            return
        for move in self._moves[place[0]]:
            if move.shown(place):
                for effect in move.effects:
                    if effect.when(place):
                        yield Transition(move.event, self._applied(place, effect), effect.certain)
                        break
        yield Transition(Event("back"), *self._opened(place, self.screens[place[0]].back))
        yield Transition(Event("home"), self._home(place), True)

    def pressable(self, place: Place) -> Iterator[tuple[str, bool]]:
        """Return what can be pressed in a state, and whether pressing it does something."""
        for move in self._moves.get(place[0], ()):
            if move.event.kind == "press" and move.shown(place):
                yield move.event.target, any(effect.when(place) for effect in move.effects)

    def after(self, place: Place) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """Return the states after this one: those it certainly can lead to, and those that are only possible."""
        after = self._memo.get(place)
        if after is None:
            steps = [step for step in self.steps(place) if step.place != place]
            certain = {step.place for step in steps if step.certain}
            after = tuple(certain), tuple({step.place for step in steps} - certain)
            self._memo[place] = after
        return after

    def reached(self, starts: Iterable[Place], stop: Test = _never, *, certainly: bool = False) -> list[Place]:
        """Return every state that can be reached, nearest first; nothing is done after a state where `stop` holds.

        Raises:
            TooManyStatesError: more than MOST_STATES.
        """
        reached = list(dict.fromkeys(starts))
        known = set(reached)
        for place in reached:
            if stop(place):
                continue
            certain, possible = self.after(place)
            for following in certain if certainly else (*certain, *possible):
                if following not in known:
                    known.add(following)
                    reached.append(following)
            if len(reached) > MOST_STATES:
                raise TooManyStatesError
        return reached

    def walk(
        self, start: Place, wanted: Test, stop: Test = _never, *, certainly: bool = False
    ) -> tuple[Transition, ...] | None:
        """Return the shortest series of steps to a state where `wanted` holds; None when there is none."""
        came: dict[Place, tuple[Place, Transition] | None] = {start: None}
        waiting = [start]
        for place in waiting:
            if wanted(place):
                return _steps_to(place, came)
            if stop(place):
                continue
            for step in self.steps(place):
                if step.place not in came and (step.certain or not certainly):
                    came[step.place] = place, step
                    waiting.append(step.place)
            if len(waiting) > MOST_STATES:
                raise TooManyStatesError
        return None

    def interfering(self) -> frozenset[str]:
        """Return the services left out that may change what is kept: an empty set means that nothing is guessed."""
        return frozenset(service.service for service in self.outside if any(self._foreign_of(service)))

    def _conditions(self) -> Iterator[Condition]:
        for screen in self.screens.values():
            yield from (case.when for case in screen.enter)
            for block in screen.blocks:
                if isinstance(block, (Action, Items, Choice, TextField)):
                    yield block.when
                if isinstance(block, Choice):
                    yield from (option.when for option in block.options)
                for pressed in _pressed(block):
                    yield pressed.when
                    yield from (case.when for case in pressed.cases)

    def _merged(self, own: set[str], read: list[Condition], whole: set[str]) -> dict[str, dict[str, str]]:
        """Return, for each variable kept, the value that stands for each of its values."""
        atoms: dict[str, list[frozenset[str]]] = {}
        for condition in read:
            _collect(condition, atoms)
        classes: dict[str, dict[str, str]] = {}
        for name, variable in self.scenario.variables.items():
            if name == SCREEN or (name not in atoms and name not in whole):
                continue
            standing: dict[tuple[bool, ...] | str, str] = {}
            class_of: dict[str, str] = {}
            # What services share is kept as it is: two parts must speak of it in the same words.
            apart = name in self.common or name not in own
            for value in variable.values:
                alike = value if apart else tuple(value in atom for atom in atoms[name])
                class_of[value] = standing.setdefault(alike, value)
            if len(standing) > 1:
                classes[name] = class_of
        return classes

    def _one_of(self, name: str, accepted: tuple[str, ...]) -> Test:
        if name not in self.at:
            return always if self.scenario.variables[name].values[0] in accepted else _never
        position, values = self.at[name], frozenset(accepted)
        return lambda place: place[position] in values

    def _effect(self, case: Case) -> _Effect:
        go = case.go if case.go is None or case.go in self.screens else AWAY
        writes = self._writes(self.scenario.settings(case))
        return _Effect(self.test(case.when), writes, go, go != AWAY or self._silent(case.go))

    def _writes(self, given: dict[str, str]) -> tuple[tuple[int, str], ...]:
        return tuple((self.at[name], self._classes[name][value]) for name, value in given.items() if name in self.at)

    def _silent(self, screen: str | None) -> bool:
        """Whether entering a screen that is left out changes nothing of what is kept."""
        entered = self.scenario.screens[screen].enter if screen else ()
        return not any(self._writes(self.scenario.settings(case)) for case in entered)

    def _moves_of(self, name: str, screen: Screen) -> tuple[_Move, ...]:
        moves: list[_Move] = []
        for block in screen.blocks:
            shown = self.test(block.when)
            for pressed in _pressed(block):
                own = always if pressed is block else self.test(pressed.when)
                effects = tuple(self._effect(case) for case in pressed.cases)
                moves.append(_Move(Event("press", pressed.id), _every([shown, own]), effects))
            if isinstance(block, Choice):
                for option in block.options:
                    writes = self._writes({block.variable: option.value})
                    event = Event("choose", block.variable, option.value)
                    moves.append(
                        _Move(event, _every([shown, self.test(option.when)]), (_Effect(always, writes, None),))
                    )
            elif isinstance(block, TextField):
                for value, text in self.scenario.inputs[block.input].samples.by_class().items():
                    writes = self._writes({block.input: value})
                    event = Event("type", block.input, text)
                    moves.append(_Move(event, shown, (_Effect(always, writes, None),)))
        return tuple(moves)

    @cached_property
    def _foreign(self) -> tuple[_Effect, ...]:
        return tuple(effect for service in self.outside for effect in self._foreign_of(service))

    def _foreign_of(self, service: Service) -> Iterator[_Effect]:
        """Return what a service left out may do to what is kept."""
        doors = set(self.screens) - {MENU, DOORSTEP}
        for screen in service.screens.values():
            if screen.back in doors:
                yield _Effect(always, (), screen.back, False)
            cases: list[tuple[Test, Case]] = [(always, case) for case in screen.enter]
            for block in screen.blocks:
                shown = self._possible(block.when)
                for pressed in _pressed(block):
                    cases += [(_every([shown, self._possible(pressed.when)]), case) for case in pressed.cases]
                if isinstance(block, Choice):
                    cases += [
                        (_every([shown, self._possible(option.when)]), Case(set={block.variable: option.value}))
                        for option in block.options
                    ]
            for shown, case in cases:
                writes = self._writes(self.scenario.settings(case))
                go = case.go if case.go in doors else None
                if writes or go:
                    yield _Effect(_every([shown, self._possible(case.when)]), writes, go or AWAY, False)

    def _possible(self, condition: Condition) -> Test:
        """Return whether a condition of a service left out may hold: what is not kept may have any value."""
        known = set(self.at) - {SCREEN}
        tests = [self._one_of(name, accepted) for name, accepted in condition.all.items() if name in known]
        if condition.any:
            alternatives = [self._possible(alternative) for alternative in condition.any]
            tests.append(lambda place: any(test(place) for test in alternatives))
        if condition.none is not None and condition.none.variables() <= known:
            refused = self.test(condition.none)
            tests.append(lambda place: not refused(place))
        return _every(tests)

    def _home(self, place: Place) -> Place:
        screen = DOORSTEP if place[self.at[SESSION]] == NOBODY else MENU
        return self._entered(place, screen)

    def _opened(self, place: Place, screen: str) -> tuple[Place, bool]:
        if screen in self.screens:
            return self._entered(place, screen), True
        return (AWAY, *place[1:]), self._silent(screen)

    def _applied(self, place: Place, effect: _Effect) -> Place:
        after = _written(place, effect.writes)
        if effect.go is None:
            return after
        return (AWAY, *after[1:]) if effect.go == AWAY else self._entered(after, effect.go)

    def _entered(self, place: Place, screen: str) -> Place:
        place = (screen, *place[1:])
        for effect in self._entering[screen]:
            if effect.when(place):
                return _written(place, effect.writes)
        return place


def _written(place: Place, writes: tuple[tuple[int, str], ...]) -> Place:
    if not writes:
        return place
    after = list(place)
    for position, value in writes:
        after[position] = value
    return tuple(after)


def _steps_to(place: Place, came: dict[Place, tuple[Place, Transition] | None]) -> tuple[Transition, ...]:
    steps: list[Transition] = []
    while (before := came[place]) is not None:
        place, step = before
        steps.append(step)
    return tuple(reversed(steps))


def _own(service: Service) -> tuple[str, ...]:
    return (*service.variables, *service.inputs)


def _pressed(block: Block) -> tuple[Action | Item, ...]:
    if isinstance(block, Items):
        return block.items
    return (block,) if isinstance(block, Action) else ()


def _collect(condition: Condition, atoms: dict[str, list[frozenset[str]]]) -> None:
    for name, accepted in condition.all.items():
        atoms.setdefault(name, []).append(frozenset(accepted))
    for inside in (*condition.any, *([condition.none] if condition.none else [])):
        _collect(inside, atoms)
