"""Le scénario compilé : un JSON par langue, que le navigateur interprète sans rien savoir du français ni de Python."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

from liaison.base.languages import Language, languages
from liaison.phone.words import frame_words
from liaison.practice.asking import HINT
from liaison.practice.inputs import months
from liaison.practice.model import (
    Condition,
    Input,
    Mission,
    Screen,
    Service,
    TextRef,
)
from liaison.practice.scenario import MissionPath, Scenario, practice_scenario
from liaison.practice.wording import Wording, spoken

VERSION = 1
CHROME = "commun-"
HELPER = ("regarder", "ne-pas-faire")


@cache
def wording(code: str) -> Wording:
    """Return the sentences of a language, read once."""
    return Wording(languages()[code])


def compiled(code: str, scenario: Scenario | None = None) -> dict[str, Any]:
    """Return the practice ENT in one language, as plain JSON values.

    Keys: version, language, languages, words (the sentences of the frame), variables, written (what leaving an
    account sets back), inputs, services, screens, missions, paths. Outside French, what the real ENT shows in French
    keeps its French words under `fr`.

    Raises:
        TextError: a sentence is missing in that language.
    """
    scenario = scenario or practice_scenario()
    writer = Writer(wording(code), wording("fr"))
    own = {key.removeprefix(CHROME): writer.t(key) for key in writer.t.keys if key.startswith(CHROME)}
    return {
        "version": VERSION,
        "language": _shown(languages()[code]),
        "languages": [_shown(language) for language in spoken().values()],
        "words": dict(sorted((frame_words(code) | own).items())),
        "variables": {name: list(variable.values) for name, variable in scenario.variables.items()},
        "written": scenario.written,
        "inputs": {name: input_of(field) for name, field in scenario.inputs.items()},
        "services": [writer.service(service) for service in scenario.services],
        "screens": {name: writer.screen(screen) for name, screen in scenario.screens.items()},
        "missions": [writer.mission(service, mission) for service, mission in scenario.missions.values()],
        "paths": [writer.path(path) for path in scenario.paths],
    }


def _shown(language: Language) -> dict[str, Any]:
    return language.model_dump(exclude={"locale", "day"})


def input_of(field: Input) -> dict[str, Any]:
    """Return how a text typed in a field is classed, as the page reads it."""
    made = field.model_dump(exclude_defaults=True, exclude_none=True)
    return {**made, "months": months()} if field.rule == "date" else made


class Writer:
    """Writes the models as JSON values with finished sentences; empty conditions and unset options are left out."""

    def __init__(self, t: Wording, french: Wording):
        self.t, self.french = t, french

    def service(self, service: Service) -> dict[str, Any]:
        named = self.named("name", TextRef(key=f"{service.service}-nom"))
        return {"id": service.service, **named, "pictogram": service.pictogram, "accounts": list(service.accounts)}

    def screen(self, screen: Screen) -> dict[str, Any]:
        return {
            **self.named("title", screen.title),
            "back": screen.back,
            **({"enter": [self.plain(case) for case in screen.enter]} if screen.enter else {}),
            "blocks": [self.plain(block) for block in screen.blocks],
        }

    def mission(self, service: Service, mission: Mission) -> dict[str, Any]:
        key = f"mission-{mission.id}"
        written = [f"{key}.indice-{number}" for number in range(1, mission.hints + 1)]
        return {
            "id": mission.id,
            "service": service.service,
            "level": mission.level,
            "minutes": mission.minutes,
            "start": dict(mission.start),
            "goal": self.plain(mission.goal),
            "text": self.t(key),
            "hints": [self.t(hint) for hint in (*written, *([HINT] if mission.asks else []))],
            "remember": self.t(f"{key}.retenir"),
            **{name: self.t(f"{key}.{name}") for name in HELPER},
        }

    def path(self, path: MissionPath) -> dict[str, Any]:
        key = f"parcours-{path.id}"
        return {"id": path.id, "text": self.t(key), "phrase": self.t(f"{key}.phrase"), "missions": list(path.missions)}

    def plain(self, value: object) -> Any:
        """Return a model, or a part of one, as JSON values."""
        if isinstance(value, TextRef):
            return self.t(value)
        if isinstance(value, Condition):
            return self._condition(value)
        if isinstance(value, BaseModel):
            return self._fields(value)
        if isinstance(value, tuple):
            return [self.plain(part) for part in value]
        return dict(value) if isinstance(value, dict) else value

    def _fields(self, model: BaseModel) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        pressed = "cases" in type(model).model_fields
        for name, field in type(model).model_fields.items():
            value = getattr(model, name)
            if name != "kind" and value == field.get_default(call_default_factory=True):
                continue
            fields |= self.named(name, value) if name == "text" and pressed else {name: self.plain(value)}
        return fields

    def named(self, name: str, ref: TextRef) -> dict[str, str]:
        own = self.t(ref)
        french = self.french(ref)
        return {name: own} if own == french or self.t.language.tag == "fr" else {name: own, "fr": french}

    def _condition(self, condition: Condition) -> dict[str, Any]:
        plain: dict[str, Any] = {name: list(values) for name, values in condition.all.items()}
        if condition.any:
            plain["any"] = [self._condition(alternative) for alternative in condition.any]
        if condition.none is not None:
            plain["not"] = self._condition(condition.none)
        return plain


__all__ = ["VERSION", "compiled", "wording"]
