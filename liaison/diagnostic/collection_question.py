"""Régler une collecte : par quelles voies demander, à qui, dans quel ordre ; qui répond, qui ne répond pas encore."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, ClassVar, Literal

import numpy as np
import pandas as pd
from pydantic import Field, model_validator

from liaison.base.sentences import french_beside
from liaison.base.words import joined
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import answering, fictitious_families, true_situation
from liaison.diagnostic.hypotheses import WAYS, Way
from liaison.questions.common import Model
from liaison.questions.setting import (
    ANSWERS_KEPT,
    Condition,
    Measure,
    Missed,
    SettingQuestion,
    measure_words,
    settings_from,
)
from liaison.school.fictitious.chance import Chance
from liaison.school.fictitious.generator import school_from

phrase = french_beside(__file__)

Audience = Literal["tous", "compte_inactif", "sans_telephone_connu"]
Need = Literal["debutantes", "sans_connexion"]
WAY_WORDS: dict[Way, str] = {
    "en_ligne": phrase("en-ligne"),
    "telephone": phrase("par-telephone"),
    "papier": phrase("sur-papier"),
}
NEED_WORDS: dict[Need, str] = {
    "debutantes": phrase("besoin-debutantes"),
    "sans_connexion": phrase("besoin-sans-connexion"),
}


class ContactStep(Model):
    """One way of asking, and whom: of those who have not answered yet, all or some that the school knows."""

    way: Way
    to: Audience = "tous"


class CollectionSettings(Model):
    """The ways of asking, one after the other."""

    steps: Annotated[tuple[ContactStep, ...], Field(min_length=1, max_length=len(WAYS))]

    @model_validator(mode="after")
    def _each_way_once(self) -> CollectionSettings:
        ways = [step.way for step in self.steps]
        if len(set(ways)) < len(ways):
            raise ValueError(phrase("chaque-facon-une-fois"))
        return self


class CollectionScenario(Model):
    """The fictitious school that is asked; `minutes`: of a member of staff, for each family asked that way."""

    school: str
    seed: Annotated[int, Field(ge=0)]
    minutes: dict[Way, Annotated[float, Field(ge=0, le=240)]]

    def __hash__(self) -> int:
        return hash((self.school, self.seed, tuple(sorted(self.minutes.items()))))


class CollectionCondition(Condition):
    """A condition on a collection; `need`: the families that are looked for among the answers."""

    need: Need | None = None

    @model_validator(mode="after")
    def _somebody_is_looked_for(self) -> CollectionCondition:
        if (self.measure == "vues") != (self.need is not None):
            raise ValueError(phrase("besoin-et-mesure"))
        return self


@dataclass(frozen=True)
class FictitiousFamilies:
    """The families of a fictitious school: their table, who has each need, and who answers each way if asked."""

    table: pd.DataFrame
    need: Mapping[Need, np.ndarray]
    answer: Mapping[Way, np.ndarray]

    def __len__(self) -> int:
        return len(self.table)

    def known_by_the_school(self, audience: Audience) -> np.ndarray:
        """Return who is among those whom the school means."""
        if audience == "tous":
            return np.ones(len(self), dtype=bool)
        return self.table[audience].to_numpy(dtype=bool)


@dataclass(frozen=True)
class CollectedAnswers:
    """What a collection gives: who answered (one bool per family), how many were asked each way, staff hours."""

    families: FictitiousFamilies
    answered: np.ndarray
    contacted: Mapping[Way, np.ndarray]
    hours: float

    @property
    def rate(self) -> float:
        """The response rate, 0 to 1."""
        return float(self.answered.mean())

    def seen(self, need: Need) -> int:
        """Return how many families with this need are among the answers."""
        return int(self.answered[self.families.need[need]].sum())


class CollectionQuestion(SettingQuestion):
    """Ways of asking to choose and to order, so that those who answer least are seen as well."""

    kind: Literal["collection"]
    scenario: CollectionScenario
    conditions: Annotated[tuple[CollectionCondition, ...], Field(min_length=2)]

    measures: ClassVar[Mapping[str, Measure]] = {
        "taux": Measure(
            lambda _, value: phrase("mesure-taux", value=value), lambda collection, _: collection.rate, percent=True
        ),
        "vues": Measure(
            measure_words(phrase, "mesure-vues"),
            lambda collection, condition: collection.seen(condition.need or "debutantes"),
        ),
        "heures": Measure(measure_words(phrase, "mesure-heures"), lambda collection, _: collection.hours, who=False),
    }

    def settings_of(self, value: object) -> CollectionSettings:
        """Return the ways of asking that an answer holds.

        Raises:
            SettingError: one line per fault.
        """
        return settings_from(CollectionSettings, value)

    def figures(self, settings: CollectionSettings) -> CollectedAnswers:
        """Return who answers when the families are asked in these ways, one after the other."""
        return collected_by(settings, self.scenario)

    def missed(self, settings: CollectionSettings, condition: CollectionCondition) -> Missed | None:
        """Return a family that has not answered, among those that the condition looks for."""
        if condition.measure == "heures":
            return None
        collection = collected_by(settings, self.scenario)
        wanted = collection.families.need[condition.need or "debutantes"]
        places = np.flatnonzero(wanted & ~collection.answered)
        return (
            _missed_words(collection, settings, int(places[0]), condition.need or "debutantes") if places.size else None
        )


@lru_cache(maxsize=ANSWERS_KEPT)
def collected_by(settings: CollectionSettings, scenario: CollectionScenario) -> CollectedAnswers:
    """Return who answers: a way is tried on those it is meant for, of whom no former way had an answer."""
    families = _families(scenario.school, scenario.seed)
    answered, contacted, minutes = np.zeros(len(families), dtype=bool), {}, 0.0
    for step in settings.steps:
        meant = ~answered & families.known_by_the_school(step.to)
        contacted[step.way] = meant
        minutes += scenario.minutes.get(step.way, 0) * int(meant.sum())
        answered = answered | (meant & families.answer[step.way])
    return CollectedAnswers(families, answered, contacted, minutes / 60)


@lru_cache(maxsize=8)
def _families(school: str, seed: int) -> FictitiousFamilies:
    table = fictitious_families(school_from(school, seed), seed)
    chance = Chance(seed)
    # The same draws as `diagnostic.fictitious.collected`: a test holds the two together.
    answer: dict[Way, np.ndarray] = {
        way: chance.uniform(f"réponse {way}", len(table)) < answering(table, way) for way in WAYS
    }
    skills = axes(true_situation(table))["competences"]
    need: dict[Need, np.ndarray] = {
        "debutantes": (skills == "debutant").to_numpy(dtype=bool),
        "sans_connexion": (table["connexion"] == "aucune").to_numpy(dtype=bool),
    }
    return FictitiousFamilies(table, need, answer)


def _missed_words(collection: CollectedAnswers, settings: CollectionSettings, place: int, need: Need) -> Missed:
    row = collection.families.table.iloc[place]
    facts = [NEED_WORDS[need]]
    if row["compte_inactif"]:
        facts.append(phrase("compte-jamais-ouvert"))
    if row["sans_telephone_connu"]:
        facts.append(phrase("telephone-inconnu"))
    if row["lit_mal"]:
        facts.append(phrase("lit-peu-le-francais"))
    tried = [WAY_WORDS[step.way] for step in settings.steps if collection.contacted[step.way][place]]
    summary = phrase("demandee", ways=phrase("puis").join(tried)) if tried else phrase("rien-demande")
    others = [WAY_WORDS[way] for way in WAYS if collection.families.answer[way][place] and WAY_WORDS[way] not in tried]
    if others:
        summary += " " + phrase("aurait-repondu", ways=joined(others, "ou"))
    return Missed(phrase("une-famille-fictive", number=place + 1), tuple(facts), summary)


__all__ = ["CollectionQuestion", "CollectionSettings", "ContactStep", "collected_by"]
