"""Composer un parcours de missions : son temps, ce qu'on y fait, si chaque mission trouve son compte ouvert."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.questions.common import Model, Name, unique
from liaison.questions.setting import (
    ANSWERS_KEPT,
    Condition,
    Measure,
    Missed,
    SettingError,
    SettingQuestion,
    measure_words,
    settings_from,
)

if TYPE_CHECKING:
    from liaison.practice.pathway import Pathway

phrase = french_beside(__file__)
_words = partial(measure_words, phrase)

MOST_MISSIONS = 30


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
        "minutes": Measure(_words("mesure-minutes"), lambda walked, _: walked.path.minutes, who=False),
        "premiers_gestes": Measure(_words("mesure-premiers_gestes"), lambda walked, _: walked.path.gestures[0]),
        "services_sans_action": Measure(
            _words("mesure-services_sans_action"), lambda walked, _: len(walked.without_doing)
        ),
        "comptes_fermes": Measure(_words("mesure-comptes_fermes"), lambda walked, _: len(walked.path.closed)),
    }

    @model_validator(mode="after")
    def _of_the_practice_ent(self) -> PathwayQuestion:
        from liaison.practice.scenario import practice_scenario

        known = practice_scenario()
        missions = set(self.scenario.offered) - set(known.missions)
        services = set(self.scenario.needed) - {service.service for service in known.services}
        if unknown := sorted(missions | services):
            raise ValueError(phrase("inconnu-de-l-ent", names=", ".join(unknown)))
        return self

    def settings_of(self, value: object) -> PathwaySettings:
        """Return the missions that an answer holds.

        Raises:
            SettingError: a mission that is not offered, given twice, or none at all.
        """
        settings = settings_from(PathwaySettings, value)
        if unknown := [name for name in settings.missions if name not in self.scenario.offered]:
            raise SettingError(phrase("mission-pas-offerte", mission=unknown[0]))
        return settings

    def figures(self, settings: PathwaySettings) -> Walked:
        """Return what these missions come to, done one after the other."""
        return _walked(settings.missions, self.scenario.needed)

    def missed(self, settings: PathwaySettings, condition: Condition) -> Missed | None:
        """Return the mission or the service by which a condition does not hold."""
        walked = self.figures(settings)
        if condition.measure == "services_sans_action":
            return _service_missed(walked, walked.without_doing[0])
        if condition.measure == "comptes_fermes":
            return _account_missed(walked)
        return _mission_missed(walked, condition.measure)


class Walked:
    """A series of missions walked through, and the services asked for in which nothing is done."""

    def __init__(self, path: Pathway, needed: tuple[str, ...]) -> None:
        self.path = path
        self.without_doing = tuple(service for service in needed if not path.doing(service))


@lru_cache(maxsize=ANSWERS_KEPT)
def _walked(missions: tuple[str, ...], needed: tuple[str, ...]) -> Walked:
    from liaison.practice.pathway import pathway

    return Walked(pathway(missions), needed)


def _service_missed(walked: Walked, service: str) -> Missed:
    visited = service in walked.path.services
    return Missed(
        _of_the_ent(f"{service}-nom"),
        (phrase("missions-du-service", visited="oui" if visited else "non"),),
        typeset(phrase("on-y-lit" if visited else "on-n-y-passe-pas")),
    )


def _account_missed(walked: Walked) -> Missed:
    closed = walked.path.closed[0]
    place = walked.path.missions.index(closed.mission)
    facts = [phrase("compte-du-depart", name=account_name(closed.needed))]
    if place:
        facts.append(phrase("juste-avant", mission=_of_the_ent(f"mission-{walked.path.missions[place - 1]}")))
    else:
        facts.append(phrase("premiere-du-parcours"))
    open_account = account_name(closed.open)
    summary = phrase("autre-compte-ouvert", name=open_account) if open_account else phrase("aucun-compte-ouvert")
    return Missed(_of_the_ent(f"mission-{closed.mission}"), tuple(map(typeset, facts)), typeset(summary))


def _mission_missed(walked: Walked, measure: str) -> Missed:
    from liaison.practice.scenario import practice_scenario

    known = practice_scenario().missions
    first = measure == "premiers_gestes"
    path = walked.path
    name = path.missions[0] if first else max(path.missions, key=lambda mission: known[mission][1].minutes)
    mission = known[name][1]
    facts = (
        phrase("gestes-au-moins", n=path.gestures[path.missions.index(name)]),
        phrase("minutes-et-niveau", n=mission.minutes, level=mission.level),
    )
    summary = phrase("commence-par-elle" if first else "la-plus-longue")
    return Missed(_of_the_ent(f"mission-{name}"), tuple(map(typeset, facts)), typeset(summary))


ACCOUNT_NAMES = {"responsable1": "comptes-nadia", "responsable2": "comptes-karim", "eleve": "comptes-ines"}


def account_name(account: str) -> str:
    """Return the name of who holds an account of the practice ENT, "" for nobody."""
    return _of_the_ent(ACCOUNT_NAMES[account]) if account in ACCOUNT_NAMES else ""


def _of_the_ent(key: str) -> str:
    from liaison.practice.compiled import wording

    return wording("fr")(key)


__all__ = ["PathwayQuestion", "PathwaySettings", "Walked", "account_name"]
