"""Ce qui est demandé à `liaison simulate`, tel qu'on l'a écrit : rien n'en est encore lu."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from liaison.school.vocabulary import Zone


@dataclass(frozen=True, kw_only=True)
class SimulationRequest:
    """The policy to try, how long from which day, by which draws, with which hypotheses, and where to write."""

    policy: str
    weeks: int
    seed: int
    start: str | None
    hypotheses: Path | None
    out: Path | None


@dataclass(frozen=True, kw_only=True)
class SchoolRequest(SimulationRequest):
    """One school, and as many draws as it takes to say intervals."""

    school: str
    replications: int


@dataclass(frozen=True)
class Files:
    """The official files that say which establishments there are, of what size and social profile.

    `zone`: whose holidays are supposed where the académie has no zone (Corse, outre-mer).
    """

    annuaire: Path
    ips: tuple[Path, ...]
    effectifs: Path | None
    zone: Zone | None = None


@dataclass(frozen=True, kw_only=True)
class AcademyRequest(SimulationRequest):
    """Every establishment of official files or of one académie, and what computes them."""

    files: Files
    academy: str | None
    processes: int | None
    dask: str | None
    restart: bool


__all__ = ["AcademyRequest", "Files", "SchoolRequest", "SimulationRequest"]
