"""Le scénario entier : les services lus dans leurs fichiers, les parcours, et ce qui les tient ensemble."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from liaison.base.faults import FrenchError, faults_in_french
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import place_of, read_yaml
from liaison.practice.asking import with_questions
from liaison.practice.inputs import class_of
from liaison.practice.model import (
    ACCOUNTS,
    DOORSTEP,
    EMPTY,
    FORMER,
    MENU,
    NOBODY,
    RIGHT,
    SCREEN,
    SESSION,
    WRONG,
    Action,
    Block,
    Boxes,
    Bubble,
    Bubbles,
    Case,
    Choice,
    Condition,
    Fact,
    Facts,
    Input,
    Item,
    Items,
    Mission,
    Name,
    Option,
    Row,
    Screen,
    Service,
    Table,
    TextField,
    TextRef,
    Typed,
    Variable,
)

phrase = french_beside(__file__)

FOLDER = Path(__file__).parent / "scenario"
PATHS_FILE = "parcours.yaml"
Model = TypeVar("Model", bound=BaseModel)
Part = Item | Option | Fact | Row | Bubble
ENTERING = "entree"


class ScenarioError(FrenchError):
    """A scenario file that cannot be used: which file, where, and what is expected."""


class Where(NamedTuple):
    """A screen, a mission or a field of a service, and which part of it; `str` says it in French."""

    service: str
    kind: Literal["ecran", "mission", "champ"]
    name: str
    part: str = ""

    def __str__(self) -> str:
        return phrase("lieu-detail" if self.part else "lieu", **self._asdict())


class MissionPath(BaseModel):
    """A ready-made series of missions. Its words: `parcours-<id>` and its attribute `.phrase`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    missions: tuple[Name, ...]


class MissionPaths(BaseModel):
    """What parcours.yaml holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    paths: tuple[MissionPath, ...]


@dataclass(frozen=True)
class Scenario:
    """The practice ENT: its services in the order of the menu, its ready-made paths."""

    services: tuple[Service, ...]
    paths: tuple[MissionPath, ...]

    @cached_property
    def screens(self) -> dict[str, Screen]:
        """Every screen, by name; the menu is made of the services' entries."""
        return {MENU: self._menu()} | {
            name: screen for service in self.services for name, screen in service.screens.items()
        }

    @cached_property
    def inputs(self) -> dict[str, Input]:
        """Every field, by name."""
        return {name: field for service in self.services for name, field in service.inputs.items()}

    @cached_property
    def variables(self) -> dict[str, Variable]:
        """Every variable, by name, with the screen, the session and the class of each field."""
        own = {name: variable for service in self.services for name, variable in service.variables.items()}
        fields = {
            name: Variable(values=(EMPTY, RIGHT, WRONG, *((FORMER,) if field.former else ())))
            for name, field in self.inputs.items()
        }
        return {
            SCREEN: Variable(values=(DOORSTEP, *(name for name in self.screens if name != DOORSTEP)), shared=True),
            SESSION: Variable(values=(NOBODY, *ACCOUNTS), shared=True),
            **own,
            **fields,
        }

    @cached_property
    def written(self) -> dict[str, str]:
        """What leaving an account sets back, so that the next person reads nothing of what was typed.

        Every field, and every variable that decides whether a typed text is shown.
        """
        conditions = (part.when for screen in self.screens.values() for part in _typed_parts(screen))
        names = {name for condition in conditions for name in condition.variables()}
        own = sorted(name for name in names if not self.variables[name].shared)
        return dict.fromkeys(self.inputs, EMPTY) | {name: self.variables[name].values[0] for name in own}

    def settings(self, case: Case) -> dict[str, str]:
        """Return all that a case sets: what it says and, when it leaves the account, what was written there."""
        return {**self.written, **case.set} if case.set.get(SESSION) == NOBODY else case.set

    @cached_property
    def missions(self) -> dict[str, tuple[Service, Mission]]:
        """Every mission with its service, by id."""
        return {mission.id: (service, mission) for service in self.services for mission in service.missions}

    def _menu(self) -> Screen:
        """The menu of the signed-in account: one line per service that this account has."""
        lines: list[dict[str, object]] = [
            {
                "id": f"menu_{service.service}",
                "text": f"{service.service}-nom",
                "pictogram": service.pictogram,
                "when": {SESSION: list(service.accounts)},
                "go": service.entry,
                "counts": _waiting(service),
            }
            for service in self.services
            if service.accounts
        ]
        lines.append(
            {
                "id": "menu_sortie",
                "text": "commun-se-deconnecter",
                "pictogram": "sortie",
                "set": {SESSION: NOBODY},
                "go": DOORSTEP,
                "say": "commun-deconnexion-faite",
            }
        )
        return Screen.model_validate(
            {"title": "commun-menu-titre", "back": MENU, "blocks": [{"kind": "items", "items": lines}]}
        )


def _waiting(service: Service) -> tuple[tuple[Condition, ...], ...]:
    """Return what waits in a service: the lines that its first screen marks, so that the menu counts what is there."""
    return tuple(
        (block.when, item.when, item.mark_when)
        for block in service.screens[service.entry].blocks
        if isinstance(block, Items)
        for item in block.items
        if item.mark
    )


def _typed_parts(screen: Screen) -> Iterator[Block | Part]:
    """Return what shows a typed text: a block of its own, or a turn of a conversation with its block."""
    for block in screen.blocks:
        if isinstance(block, Typed):
            yield block
        for turn in block.turns if isinstance(block, Bubbles) else ():
            if turn.typed:
                yield from (block, turn)


@cache
def practice_scenario(folder: Path = FOLDER) -> Scenario:
    """Return the practice ENT read from its files, verified as a whole.

    Raises:
        ScenarioError: one line per fault, with the file and the place.
    """
    files = [path for path in sorted(folder.glob("*.yaml")) if path.name != PATHS_FILE]
    services = tuple(with_questions(_read(path, Service)) for path in files)
    scenario = Scenario(services, _read(folder / PATHS_FILE, MissionPaths).paths)
    if faults := [*faults_of(scenario)]:
        raise ScenarioError(phrase("parties-pas-ensemble", faults="\n".join(f"- {fault}" for fault in faults)))
    return scenario


def _read(path: Path, model: type[Model]) -> Model:
    try:
        return model.model_validate(raw := read_yaml(path.read_text(encoding="utf-8"), ours=True))
    except yaml.YAMLError as error:
        raise ScenarioError(phrase("pas-du-yaml", file=path.name, place=place_of(error))) from error
    except ValidationError as error:
        faults = "\n".join(f"- {fault}" for fault in faults_in_french(error, raw))
        raise ScenarioError(phrase("pas-ce-qui-est-attendu", file=path.name, faults=faults)) from error


def faults_of(scenario: Scenario) -> Iterator[str]:
    """Return what does not hold between the parts of a scenario: a name twice, an unknown screen, a foreign write."""
    yield from _names_written_twice(scenario)
    known = scenario.variables
    owner = {name: service.service for service in scenario.services for name in (*service.variables, *service.inputs)}
    for service in scenario.services:
        for place, condition in conditions_of(service):
            for name in condition.variables():
                yield from _unknown_values(place, name, _all_values(condition, name), known)
                foreign = owner.get(name, service.service) != service.service
                if foreign and not known[name].shared:
                    yield phrase("lit-chez-un-autre", place=place, name=name, owner=owner[name])
        for place, case in cases_of(service):
            yield from _faults_of_case(place, case, service, scenario, owner)
        yield from _faults_of_places(service, scenario)
        for mission in service.missions:
            for name, value in mission.start.items():
                yield from _unknown_values(Where(service.service, "mission", mission.id), name, {value}, known)
    for path in scenario.paths:
        unknown = [name for name in path.missions if name not in scenario.missions]
        yield from (phrase("mission-inconnue", path=path.id, name=name) for name in unknown)


def _names_written_twice(scenario: Scenario) -> Iterator[str]:
    pressed = [block.id for _, block in pressed_blocks(scenario)]
    names = {
        "ecran": [name for service in scenario.services for name in service.screens],
        "variable": [name for service in scenario.services for name in (*service.variables, *service.inputs)],
        "mission": [mission.id for service in scenario.services for mission in service.missions],
        "bouton": pressed,
    }
    for kind, listed in names.items():
        written = Counter(listed)
        twice = [name for name, count in written.items() if count > 1]
        yield from (phrase("ecrit-plusieurs-fois", kind=kind, name=name, n=written[name]) for name in twice)
    reserved = {SCREEN, SESSION} & set(names["variable"])
    yield from (phrase("nom-reserve", name=name) for name in reserved)


def _faults_of_case(
    place: Where, case: Case, service: Service, scenario: Scenario, owner: dict[str, str]
) -> Iterator[str]:
    for name, value in case.set.items():
        yield from _unknown_values(place, name, {value}, scenario.variables)
        if name in scenario.inputs and value != EMPTY:
            yield phrase("champ-remis-a-vide", place=place, empty=EMPTY, value=value, name=name)
        variable = scenario.variables.get(name)
        if variable and owner.get(name, service.service) != service.service and not variable.shared:
            yield phrase("ecrit-chez-un-autre", place=place, name=name, owner=owner[name])
        if name == SCREEN:
            yield phrase("ecran-par-go", place=place)
    if case.go and case.go not in scenario.screens:
        yield phrase("ouvre-ecran-inconnu", place=place, screen=case.go)


def _faults_of_places(service: Service, scenario: Scenario) -> Iterator[str]:
    if service.entry not in scenario.screens:
        yield phrase("entree-pas-un-ecran", service=service.service, screen=service.entry)
    for name, screen in service.screens.items():
        place = Where(service.service, "ecran", name)
        if screen.back not in scenario.screens:
            yield phrase("retour-vers-ecran-inconnu", place=place, screen=screen.back)
        if any(case.go for case in screen.enter):
            yield phrase("entrer-ouvre-un-ecran", place=place)
        for block in screen.blocks:
            if isinstance(block, Choice):
                values = {option.value for option in block.options}
                yield from _unknown_values(place, block.variable, values, scenario.variables)
            if isinstance(block, Boxes):
                # Those who look for every way through a mission tick none.
                yield phrase("cases-a-cocher", place=place)
            if isinstance(block, (TextField, Typed)) and block.input not in scenario.inputs:
                yield phrase("champ-inconnu", place=place, name=block.input)
    for name, field in service.inputs.items():
        for expected, text in field.samples.by_class().items():
            if (given := class_of(field, text)) != expected:
                yield phrase("exemple-mal-classe", place=Where(service.service, "champ", name), text=text, given=given)


def _unknown_values(place: Where, name: str, values: set[str], known: dict[str, Variable]) -> Iterator[str]:
    if name not in known:
        yield phrase("variable-inconnue", place=place, name=name)
        return
    possible = ", ".join(known[name].values)
    for value in sorted(values - set(known[name].values)):
        yield phrase("valeur-inconnue", place=place, name=name, value=value, values=possible)


def _all_values(condition: Condition, name: str) -> set[str]:
    inner = [*condition.any, *([condition.none] if condition.none else [])]
    return set(condition.all.get(name, ())).union(*(_all_values(inside, name) for inside in inner))


def pressed_blocks(scenario: Scenario) -> Iterator[tuple[str, Action | Item]]:
    """Return everything that can be pressed, with the name of its screen."""
    for name, screen in scenario.screens.items():
        for block in screen.blocks:
            if isinstance(block, Action):
                yield name, block
            elif isinstance(block, Items):
                yield from ((name, item) for item in block.items)


def cases_of(service: Service) -> Iterator[tuple[Where, Case]]:
    """Return every case of a service with where it stands."""
    for name, screen in service.screens.items():
        yield from ((Where(service.service, "ecran", name, ENTERING), case) for case in screen.enter)
        for block in screen.blocks:
            pressed = block.items if isinstance(block, Items) else [block] if isinstance(block, Action) else []
            for part in pressed:
                yield from ((Where(service.service, "ecran", name, part.id), case) for case in part.cases)


def conditions_of(service: Service) -> Iterator[tuple[Where, Condition]]:
    """Return every condition of a service with where it stands."""
    for place, case in cases_of(service):
        yield place, case.when
    for name, screen in service.screens.items():
        for block in screen.blocks:
            for part in (block, *parts_of(block)):
                yield Where(service.service, "ecran", name), part.when
                if isinstance(part, Item):
                    yield Where(service.service, "ecran", name, part.id), part.mark_when
    for mission in service.missions:
        yield Where(service.service, "mission", mission.id), mission.goal


def parts_of(block: Block) -> tuple[Part, ...]:
    """Return the lines of a block that has some: items, options, rows, turns; each has its own `when`."""
    if isinstance(block, Items):
        return block.items
    if isinstance(block, Choice):
        return block.options
    if isinstance(block, (Facts, Table)):
        return block.rows
    return block.turns if isinstance(block, Bubbles) else ()


def texts_of(scenario: Scenario) -> Iterator[tuple[str, TextRef]]:
    """Return every sentence that the screens show, with the name of its screen."""
    for name, screen in scenario.screens.items():
        yield name, screen.title
        yield from ((name, case.say) for case in screen.enter if case.say)
        for block in screen.blocks:
            for part in (block, *parts_of(block)):
                yield from ((name, ref) for ref in _refs_in(part))


def _refs_in(part: BaseModel) -> Iterator[TextRef]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, TextRef):
            yield value
        elif name in ("columns", "cells"):
            yield from value
        elif name == "cases":
            yield from (case.say for case in value if case.say)


__all__ = [
    "MissionPath",
    "Scenario",
    "ScenarioError",
    "Where",
    "cases_of",
    "conditions_of",
    "faults_of",
    "parts_of",
    "practice_scenario",
    "pressed_blocks",
    "texts_of",
]
