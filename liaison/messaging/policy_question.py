"""Régler une messagerie : la politique essayée sur une école fictive, et la semaine d'une famille qu'elle manque."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import cached_property, lru_cache, partial
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from pydantic import Field, model_validator

from liaison.base.sentences import french_beside
from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.compliance import Finding, Severity, catalogue, check
from liaison.messaging.policy.policy import Policy, load_policy, parse_policy, preset_names
from liaison.messaging.reading.indicators import Indicators, ProfileReach, PurposeReach, indicators
from liaison.messaging.reading.story import tell
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.traffic.traffic import PURPOSE_CODE, RESPONSABLE
from liaison.messaging.vocabulary import PROFILE_LABELS, PROFILES, Purpose
from liaison.questions.common import Model
from liaison.questions.setting import Condition, Measure, Missed, SettingQuestion, measure_words
from liaison.school.fictitious.aggregates import load_preset
from liaison.school.fictitious.generator import school_from

phrase = french_beside(__file__)
_words = partial(measure_words, phrase)

# A room of thirty tries a few policies each; the figures of one are small.
KEPT_POLICIES = 2048


class PolicyScenario(Model):
    """The fictitious school and weeks on which a policy is tried."""

    school: str
    start: dt.date
    weeks: Annotated[int, Field(ge=1, le=12)]
    seed: Annotated[int, Field(ge=0)]


class PolicyCondition(Condition):
    """A condition on a policy.

    `profile` and `purpose` narrow the measure and choose the family that is shown; `severity` and `codes` say which
    findings are counted.
    """

    profile: str | None = None
    purpose: Purpose | None = None
    severity: Severity | None = None
    codes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _known_words(self) -> PolicyCondition:
        if self.profile is not None and self.profile not in PROFILE_LABELS:
            raise ValueError(phrase("profil-inconnu", profile=self.profile, profiles=", ".join(PROFILE_LABELS)))
        if unknown := set(self.codes) - set(catalogue()):
            raise ValueError(phrase("constats-inconnus", codes=", ".join(sorted(unknown))))
        return self


class Consequences:
    """The figures and the findings of a policy, each made only if a condition asks for it."""

    def __init__(self, policy: Policy, scenario: PolicyScenario) -> None:
        self._policy, self._scenario = policy, scenario

    @cached_property
    def indicators(self) -> Indicators:
        """What the simulation counts."""
        return _indicators(_plain(self._policy), self._scenario)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the texts say of the policy."""
        return check(self._policy, self._scenario.start, load_preset(self._scenario.school).kind)


class PolicyQuestion(SettingQuestion):
    """A policy to set; `start` and `key` are the names of policies that ship with the suite."""

    kind: Literal["policy"]
    start: str
    key: str
    scenario: PolicyScenario
    conditions: Annotated[tuple[PolicyCondition, ...], Field(min_length=2)]

    measures: ClassVar[Mapping[str, Measure]] = {
        "laissees_de_cote": Measure(
            _words("mesure-laissees_de_cote"), lambda figures, condition: _left_out(figures.indicators, condition)
        ),
        "part_informee": Measure(
            _words("mesure-part_informee"),
            lambda figures, condition: _share(figures.indicators, condition),
            percent=True,
        ),
        "notifications_nuit": Measure(
            _words("mesure-notifications_nuit"), lambda figures, _: figures.indicators.load.evening, who=False
        ),
        "notifications_fin_de_semaine": Measure(
            _words("mesure-notifications_fin_de_semaine"), lambda figures, _: figures.indicators.load.weekend, who=False
        ),
        "notifications_par_semaine": Measure(
            _words("mesure-notifications_par_semaine"),
            lambda figures, _: figures.indicators.load.per_week_median,
            who=False,
        ),
        "doublons": Measure(_words("mesure-doublons"), lambda figures, _: figures.indicators.duplicates, who=False),
        "constats": Measure(
            _words("mesure-constats"), lambda figures, condition: _findings(figures.findings, condition)
        ),
    }

    @model_validator(mode="before")
    @classmethod
    def _policies_that_ship(cls, given: Any) -> Any:
        for name in (given.get("start"), given.get("key")) if isinstance(given, dict) else ():
            if name not in preset_names():
                raise ValueError(phrase("modele-inconnu", name=name, presets=", ".join(preset_names())))
        return given

    def started(self) -> Policy:
        """Return the policy that one starts from."""
        return load_policy(self.start)

    def solved(self) -> Policy:
        """Return a policy under which every condition holds."""
        return load_policy(self.key)

    def settings_of(self, value: object) -> Policy:
        """Return the policy that an answer holds.

        Raises:
            PolicyError: in French, one line per fault.
        """
        return parse_policy(json.dumps(value), phrase("la-reponse"))

    def figures(self, settings: Policy) -> Consequences:
        """Return what the simulation and the texts say of a policy."""
        return Consequences(settings, self.scenario)

    def missed(self, settings: Policy, condition: PolicyCondition) -> Missed | None:
        """Return one week of the family that misses most messages, among those that the condition is about."""
        trace = _trace(_plain(settings), self.scenario)
        prepared = trace.prepared
        parents = prepared.kind[trace.row] == RESPONSABLE
        deliveries = _narrowed(condition, prepared, trace.row, np.flatnonzero(parents & ~trace.informed))
        if not deliveries.size:
            return None
        person = prepared.rows.recipient[trace.row[deliveries]]
        adult = int(np.bincount(person).argmax())
        hers = deliveries[person == adult]
        week = prepared.clock.week_of(trace.written[prepared.rows.message[trace.row[hers]]])
        story = tell(trace, adult, int(np.bincount(week.clip(0, self.scenario.weeks - 1)).argmax()))
        return Missed(story.name, story.facts, story.summary, tuple(day.model_dump(mode="json") for day in story.days))


def _plain(policy: Policy) -> str:
    # Neither the name nor the description changes anything: two teams with the same settings share the figures.
    return policy.model_copy(update={"name": "", "description": ""}).model_dump_json()


@lru_cache(maxsize=KEPT_POLICIES)
def _indicators(policy: str, scenario: PolicyScenario) -> Indicators:
    return indicators(_trace(policy, scenario))


@lru_cache(maxsize=4)  # a policy is measured, then told: the messages of one are not sent twice for that
def _trace(policy: str, scenario: PolicyScenario) -> Trace:
    return deliver(_prepared(scenario), Policy.model_validate_json(policy))


@lru_cache(maxsize=8)
def _prepared(scenario: PolicyScenario) -> Prepared:
    school = school_from(scenario.school, scenario.seed)
    return prepare(school, Period(scenario.start, scenario.weeks), scenario.seed)


def _left_out(figures: Indicators, condition: PolicyCondition) -> float:
    reach = _of_profile(figures, condition.profile)
    return len(figures.left_out_families) if reach is None else reach.left_out


def _share(figures: Indicators, condition: PolicyCondition) -> float:
    chosen = _of_purpose(figures, condition.purpose) or _of_profile(figures, condition.profile) or figures.reach
    return chosen.share


def _findings(findings: tuple[Finding, ...], condition: PolicyCondition) -> float:
    return sum(_counted(condition, finding) for finding in findings)


def _counted(condition: PolicyCondition, finding: Finding) -> bool:
    if condition.codes:
        return finding.code in condition.codes
    return condition.severity is None or finding.severity == condition.severity


def _of_profile(figures: Indicators, profile: str | None) -> ProfileReach | None:
    return next((reach for reach in figures.by_profile if reach.profile == profile), None)


def _of_purpose(figures: Indicators, purpose: str | None) -> PurposeReach | None:
    return next((reach for reach in figures.by_purpose if reach.purpose == purpose), None)


def _narrowed(condition: PolicyCondition, prepared: Prepared, row: np.ndarray, deliveries: np.ndarray) -> np.ndarray:
    """Return the deliveries of the condition's profile and purpose, when that leaves any."""
    if condition.purpose is not None:
        deliveries = deliveries[prepared.purpose[row[deliveries]] == PURPOSE_CODE[condition.purpose]]
    if condition.profile is not None:
        deliveries = deliveries[
            prepared.people.profile[prepared.rows.recipient[row[deliveries]]] == PROFILES.index(condition.profile)
        ]
    return deliveries


__all__ = ["PolicyCondition", "PolicyQuestion", "PolicyScenario"]
