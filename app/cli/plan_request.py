"""Ce qui est demandé à `liaison plan`, tel qu'on l'a écrit : rien n'en est encore lu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cli.answer_files import PublishingRequest
from liaison.school.vocabulary import SchoolKind, Zone
from liaison.support.loans.dates import Until


@dataclass(frozen=True, kw_only=True)
class PlanRequest(PublishingRequest):
    """The file of needs, what is lent and offered, and the answers of the diagnosis to join, if any."""

    needs: Path
    zone: Zone
    lent_on: str
    until: Until
    date: str | None
    seed: int
    loans: str
    workshops: str
    costs: str
    partners: Path | None
    policy: str | None
    kind: SchoolKind
    answers: Sequence[Path]


__all__ = ["PlanRequest"]
