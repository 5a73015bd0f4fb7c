"""Ce qu'une politique entraîne : des constats, chacun avec la règle datée dont il vient et ce qu'il faut changer.

The sentences, severities and rules stand in constats.yaml; `conditions` says when each of them holds.
A finding is « à corriger » if and only if its rule is a loi or a règlement: a good practice is discussed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, computed_field

from liaison.base.labels import Labels
from liaison.base.sentences import french_beside, patterns
from liaison.base.words import upper_first
from liaison.base.yaml_text import read_yaml
from liaison.messaging.policy.conditions import CONDITIONS, Hit
from liaison.messaging.policy.policy import Policy
from liaison.messaging.vocabulary import (
    Purpose,
)
from liaison.messaging.wording import (
    purposes_of,
    purposes_words,
)
from liaison.rules import Rule, rule, rule_file
from liaison.school.vocabulary import SchoolKind

phrase = french_beside(__file__)

Severity = Literal["a_corriger", "a_discuter", "a_savoir"]
SEVERITIES: Mapping[Severity, str] = Labels(get_args(Severity), lambda severity: phrase(f"gravite-{severity}"))
CATALOGUE = Path(__file__).with_name("constats.yaml")

SHOWN_PURPOSES = 5  # named in a sentence; `Finding.purposes` has them all


class Finding(BaseModel):
    """One consequence of a policy: what happens to whom, the rule it rests on, what to change.

    `purposes` are those concerned (none when the finding is about the whole policy); `rule` is as it holds on
    the day of the check, with its kind, source and date.
    """

    model_config = ConfigDict(frozen=True)

    code: str
    severity: Severity
    title: str
    detail: str
    change: str
    purposes: tuple[Purpose, ...] = ()
    rule: Rule

    @computed_field  # type: ignore[prop-decorator]
    @property
    def purpose(self) -> Purpose | None:
        """The one purpose concerned, or None when there are several or none."""
        return self.purposes[0] if len(self.purposes) == 1 else None


class FindingText(BaseModel):
    """A finding as it stands in constats.yaml, its sentences as in a Fluent file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    severity: Severity
    rule: str
    title: str
    detail: str
    change: str


# Of a finding, where each of its sentences stands.
PARTS = {"title": "", "detail": ".detail", "change": ".change"}


@cache
def _phrases() -> Callable[..., str]:
    entries = catalogue().items()
    texts = {f"{code}{part}": getattr(entry, name) for code, entry in entries for name, part in PARTS.items()}
    return patterns(texts, CATALOGUE.name)


@cache
def catalogue() -> dict[str, FindingText]:
    """Return every finding that `check` can make, by code, in the order in which a screen shows them."""
    entries: Any = read_yaml(CATALOGUE.read_text(encoding="utf-8"))
    return {code: FindingText.model_validate(entry) for code, entry in entries.items()}


def check(policy: Policy, on: dt.date, kind: SchoolKind = "college", known: Container[str] = ()) -> tuple[Finding, ...]:
    """Return what the policy entails under the rules that hold on the day `on`, the most serious first.

    A rule that has no value on that day yet makes no finding: the circulaire of July 2025 says nothing of June. Nor
    does a purpose that `kind` of school does not have. `known`: codes that are left out.
    """
    order = {code: place for place, code in enumerate(catalogue())}
    severities = list(SEVERITIES)
    findings = [_finding(hit, on) for hit in _hits(policy, on, kind) if hit.code not in known]
    return tuple(sorted(findings, key=lambda finding: (severities.index(finding.severity), order[finding.code])))


def finding_codes(policy: Policy, on: dt.date, kind: SchoolKind = "college") -> frozenset[str]:
    """Return the codes of these findings, without their sentences."""
    return frozenset(hit.code for hit in _hits(policy, on, kind))


def legal_remarks(policy: Policy, on: dt.date, kind: SchoolKind = "college") -> frozenset[str]:
    """Return the codes of those of these findings that rest on a law or a règlement."""
    return binding_codes(finding_codes(policy, on, kind), on)


def binding_codes(codes: Iterable[str], on: dt.date) -> frozenset[str]:
    """Return those of these codes that rest on a law or a règlement on that day."""
    return frozenset(code for code in codes if rule(catalogue()[code].rule, on).binding)


def _hits(policy: Policy, on: dt.date, kind: SchoolKind) -> Iterator[Hit]:
    return _in_school((hit for look in CONDITIONS for hit in look(policy, on) if _in_force(hit.code, on)), kind)


def _in_school(hits: Iterable[Hit], kind: SchoolKind) -> Iterator[Hit]:
    """Keep what the hits say of the purposes that this kind of school has; those about nothing else are gone."""
    here = purposes_of(kind)
    for hit in hits:
        present = tuple(purpose for purpose in hit.purposes if purpose in here)
        if present or not hit.purposes:
            yield hit._replace(purposes=present)


def _in_force(code: str, on: dt.date) -> bool:
    return min(rule_file(catalogue()[code].rule).values) <= on


def _finding(hit: Hit, on: dt.date) -> Finding:
    entry = catalogue()[hit.code]
    motifs = _purposes_in_words(hit.purposes)
    words = {"motifs": motifs, "Motifs": upper_first(motifs), **hit.words}
    texts = {name: _phrases()(f"{hit.code}{part}", **words) for name, part in PARTS.items()}
    return Finding(code=hit.code, severity=entry.severity, purposes=hit.purposes, rule=rule(entry.rule, on), **texts)


def _purposes_in_words(purposes: tuple[Purpose, ...]) -> str:
    if len(purposes) <= SHOWN_PURPOSES + 1:
        return purposes_words(purposes)
    shown = purposes_words(purposes[:SHOWN_PURPOSES])
    return phrase("et-d-autres-motifs", shown=shown, others=len(purposes) - SHOWN_PURPOSES)


__all__ = ["SEVERITIES", "Finding", "Severity", "binding_codes", "catalogue", "check", "finding_codes", "legal_remarks"]
