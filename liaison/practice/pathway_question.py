"""Composer un parcours de missions : son temps, ce qu'on y fait, si chaque mission trouve son compte ouvert."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from liaison.base.typography import typeset
from liaison.questions.common import Model, Name, unique
from liaison.questions.setting import (
    Condition,
    Measure,
    Missed,
    SettingError,
    SettingQuestion,
    settings_from,
)

if TYPE_CHECKING:
    from liaison.practice.pathway import Pathway

MOST_MISSIONS = 30
KEPT = 1024


class PathwaySettings(Model):
    """Missions, in the order in which they are done; each once."""

    missions: Annotated[tuple[Name, ...], Field(min_length=1, max_length=MOST_MISSIONS)]

    @model_validator(mode="after")
    def _each_mission_once(self) -> PathwaySettings:
        unique(list(self.missions))
        return self


class PathwayScenario(Model):
    """The missions that may be chosen, in the order shown, and the services that this workshop is for."""

    offered: Annotated[tuple[Name, ...], Field(min_length=2, max_length=MOST_MISSIONS)]
    needed: Annotated[tuple[Name, ...], Field(min_length=1)]


class PathwayQuestion(SettingQuestion):
    """A series of missions to choose and to order, walked through by the practice ENT itself."""

    kind: Literal["pathway"]
    scenario: PathwayScenario

    measures: ClassVar[Mapping[str, Measure]] = {
        "minutes": Measure("{value} minute{s} de missions", lambda found, _: found.path.minutes, who=False),
        "premiers_gestes": Measure("{value} geste{s} pour la première", lambda found, _: found.path.gestures[0]),
        "services_sans_action": Measure(
            "{value} service{s} où l'on ne fait rien", lambda found, _: len(found.without_doing)
        ),
        "comptes_fermes": Measure("{value} mission{s} devant un compte fermé", lambda found, _: len(found.path.closed)),
    }

    @model_validator(mode="after")
    def _of_the_practice_ent(self) -> PathwayQuestion:
        from liaison.practice.scenario import practice_scenario

        known = practice_scenario()
        missions = set(self.scenario.offered) - set(known.missions)
        services = set(self.scenario.needed) - {service.service for service in known.services}
        if unknown := sorted(missions | services):
            raise ValueError(f"l'ENT d'entraînement ne connaît pas : {', '.join(unknown)}")
        return self

    def settings_of(self, value: object) -> PathwaySettings:
        """Return the missions that an answer holds.

        Raises:
            SettingError: a mission that is not offered, given twice, or none at all.
        """
        settings = settings_from(PathwaySettings, value)
        if unknown := [name for name in settings.missions if name not in self.scenario.offered]:
            raise SettingError(f"« {unknown[0]} » n'est pas une mission que l'on peut choisir ici.")
        return settings

    def figures(self, settings: PathwaySettings) -> Walked:
        """Return what these missions come to, done one after the other."""
        return _walked(settings.missions, self.scenario.needed)

    def missed(self, settings: PathwaySettings, condition: Condition) -> Missed | None:
        """Return the mission or the service by which a condition does not hold."""
        found = self.figures(settings)
        if condition.measure == "services_sans_action":
            return _service_missed(found, found.without_doing[0])
        if condition.measure == "comptes_fermes":
            return _account_missed(found)
        return _mission_missed(found, condition.measure)


class Walked:
    """A series of missions walked through, and the services asked for in which nothing is done."""

    def __init__(self, path: Pathway, needed: tuple[str, ...]) -> None:
        self.path = path
        self.without_doing = tuple(service for service in needed if not path.doing(service))


@lru_cache(maxsize=KEPT)
def _walked(missions: tuple[str, ...], needed: tuple[str, ...]) -> Walked:
    from liaison.practice.pathway import pathway

    return Walked(pathway(missions), needed)


def _service_missed(found: Walked, service: str) -> Missed:
    read = service in found.path.services
    summary = "On y lit seulement : personne n'y a encore écrit, signé ou demandé quelque chose."
    return Missed(
        _said(f"{service}-nom"),
        (f"Missions de ce service dans votre parcours : {'de lecture' if read else 'aucune'}.",),
        typeset(summary if read else "On n'y passe pas : une famille repart sans l'avoir essayé."),
    )


def _account_missed(found: Walked) -> Missed:
    closed = found.path.closed[0]
    place = found.path.missions.index(closed.mission)
    before = _said(f"mission-{found.path.missions[place - 1]}") if place else ""
    facts = [f"Elle commence dans le compte de {account_name(closed.needed)}."]
    facts.append(f"Juste avant : « {before} »" if place else "C'est la première du parcours.")
    left = "aucun compte n'est ouvert" if not account_name(closed.found) else f"c'est {account_name(closed.found)}"
    summary = f"À ce moment, {left} : il faut entrer d'abord, et personne ne l'a montré."
    return Missed(_said(f"mission-{closed.mission}"), tuple(map(typeset, facts)), typeset(summary))


def _mission_missed(found: Walked, measure: str) -> Missed:
    from liaison.practice.scenario import practice_scenario

    known = practice_scenario().missions
    first = measure == "premiers_gestes"
    name = found.path.missions[0] if first else max(found.path.missions, key=lambda one: known[one][1].minutes)
    gestures = found.path.gestures[found.path.missions.index(name)]
    facts = (f"{gestures} gestes au moins.", f"{known[name][1].minutes} minutes, niveau {known[name][1].level}.")
    said = "C'est par elle que l'on commence." if first else "C'est la plus longue de votre parcours."
    return Missed(_said(f"mission-{name}"), tuple(map(typeset, facts)), typeset(said))


ACCOUNT_NAMES = {"responsable1": "comptes-nadia", "responsable2": "comptes-karim", "eleve": "comptes-ines"}


def account_name(account: str) -> str:
    """Return the name of who holds an account of the practice ENT, "" for nobody."""
    return _said(ACCOUNT_NAMES[account]) if account in ACCOUNT_NAMES else ""


def _said(key: str) -> str:
    from liaison.practice.compiled import wording

    return wording("fr")(key)


__all__ = ["PathwayQuestion", "PathwaySettings", "Walked", "account_name"]
