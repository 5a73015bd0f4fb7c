"""Ce qu'une politique entraîne dans l'école fictive d'une question : chaque condition mesurée, la famille manquée."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from liaison.messaging.clock import WEEK_MIN, Period
from liaison.messaging.compliance import Finding, check
from liaison.messaging.indicators import Indicators, ProfileReach, PurposeReach, indicators
from liaison.messaging.policy import Policy, parse_policy
from liaison.messaging.prepared import Prepared, prepare
from liaison.messaging.simulate import deliver
from liaison.messaging.story import Story, tell
from liaison.messaging.traffic import PURPOSE_CODE, RESPONSABLE
from liaison.messaging.vocabulary import PROFILES
from liaison.school.generator import school_from
from liaison.training.exercise import Condition, PolicyQuestion, Scenario
from liaison.typography import typeset

# A room of thirty tries a few policies each; the figures of one are small.
KEPT_POLICIES = 2048
_UNITS = {
    "laissees_de_cote": "{value} famille{s} laissée{s} de côté",
    "part_informee": "{value} % des messages lus à temps",
    "notifications_nuit": "{value} notification{s} de nuit",
    "notifications_fin_de_semaine": "{value} notification{s} en fin de semaine",
    "notifications_par_semaine": "{value} notification{s} par semaine pour un responsable sur deux",
    "doublons": "{value} message{s} reçu{s} en double",
    "constats": "{value} constat{s}",
}


@dataclass(frozen=True)
class Measured:
    """A condition as the engine finds it: the figure, whether it holds, and the figure in words."""

    value: float
    holds: bool
    words: str


def measured(question: PolicyQuestion, policy: Policy) -> list[tuple[Condition, Measured]]:
    """Return each condition with what the engine says of it under `policy`: same policy, same answer."""
    found = _Consequences(policy, question.scenario)
    return [(condition, _measured(condition, found)) for condition in question.conditions]


def _measured(condition: Condition, found: _Consequences) -> Measured:
    value = _value(condition, found)
    holds = value <= condition.at_most if condition.at_most is not None else value >= (condition.at_least or 0)
    shown = 100 * value if condition.measure == "part_informee" else value
    number = f"{shown:.1f}".removesuffix(".0").replace(".", ",")
    words = _UNITS[condition.measure].format(value=number, s="s" if shown >= 2 else "")
    return Measured(value, holds, typeset(words))


class _Consequences:
    """The figures and the findings of a policy, each made only if a condition asks for it."""

    def __init__(self, policy: Policy, scenario: Scenario) -> None:
        self._policy, self._scenario = policy, scenario

    @cached_property
    def indicators(self) -> Indicators:
        # Neither the name nor the description changes anything: two teams with the same settings share the figures.
        settings = self._policy.model_copy(update={"name": "", "description": ""}).model_dump_json()
        return _indicators(settings, self._scenario)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return check(self._policy, self._scenario.start)


@lru_cache(maxsize=KEPT_POLICIES)
def _indicators(policy: str, scenario: Scenario) -> Indicators:
    return indicators(deliver(_prepared(scenario), Policy.model_validate_json(policy)))


@lru_cache(maxsize=8)
def _prepared(scenario: Scenario) -> Prepared:
    school = school_from(scenario.school, scenario.seed)
    return prepare(school, Period(scenario.start, scenario.weeks), scenario.seed)


def _value(condition: Condition, found: _Consequences) -> float:
    measure = condition.measure
    if measure == "constats":
        return sum(_counted(condition, finding) for finding in found.findings)
    figures = found.indicators
    if measure == "laissees_de_cote":
        reach = _of_profile(figures, condition.profile)
        return len(figures.left_out_families) if reach is None else reach.left_out
    if measure == "part_informee":
        chosen = _of_purpose(figures, condition.purpose) or _of_profile(figures, condition.profile) or figures.reach
        return chosen.share
    return {
        "notifications_nuit": figures.load.evening,
        "notifications_fin_de_semaine": figures.load.weekend,
        "notifications_par_semaine": figures.load.per_week_median,
        "doublons": figures.duplicates,
    }[measure]


def _counted(condition: Condition, finding: Finding) -> bool:
    if condition.codes:
        return finding.code in condition.codes
    return condition.severity is None or finding.severity == condition.severity


def _of_profile(figures: Indicators, profile: str | None) -> ProfileReach | None:
    return next((reach for reach in figures.by_profile if reach.profile == profile), None)


def _of_purpose(figures: Indicators, purpose: str | None) -> PurposeReach | None:
    return next((reach for reach in figures.by_purpose if reach.purpose == purpose), None)


def missed_family(question: PolicyQuestion, value: object, condition: str) -> Story | None:
    """Return one week of a family that the policy fails, for a condition: the one that misses most messages.

    The condition's profile and purpose choose among whom and what is counted. None when nobody misses anything.

    Raises:
        PolicyError: `value` is not a policy.
        KeyError: no such condition.
    """
    asked = question.condition(condition)
    trace = deliver(_prepared(question.scenario), policy_of(value))
    prepared = trace.prepared
    parents = prepared.kind[trace.row] == RESPONSABLE
    kept = np.flatnonzero(parents & ~trace.informed)
    kept = _narrowed(asked, prepared, trace.row, kept)
    if not kept.size:
        return None
    person = prepared.rows.recipient[trace.row[kept]]
    adult = int(np.bincount(person).argmax())
    hers = kept[person == adult]
    week = trace.written[prepared.rows.message[trace.row[hers]]] // WEEK_MIN
    return tell(trace, adult, int(np.bincount(week.clip(0, question.scenario.weeks - 1)).argmax()))


def _narrowed(condition: Condition, prepared: Prepared, row: np.ndarray, legs: np.ndarray) -> np.ndarray:
    """Return the legs of the condition's profile and purpose, when that leaves any."""
    kept = legs
    if condition.purpose is not None:
        kept = kept[prepared.purpose[row[kept]] == PURPOSE_CODE[condition.purpose]]
    if condition.profile is not None:
        kept = kept[prepared.people.profile[prepared.rows.recipient[row[kept]]] == PROFILES.index(condition.profile)]
    return kept


def policy_of(value: object) -> Policy:
    """Return the policy that an answer holds.

    Raises:
        PolicyError: in French, one line per fault.
    """
    return parse_policy(json.dumps(value), "La réponse")


__all__ = ["Measured", "measured", "missed_family", "policy_of"]
