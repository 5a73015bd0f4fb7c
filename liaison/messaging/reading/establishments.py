"""La même politique dans beaucoup d'établissements : une ligne d'indicateurs chacun, sa population inventée.

Establishments are worked on in blocks; a block is all that a process needs, and its result all that it gives back, so
that blocks can be done in any order, anywhere, and only once.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from liaison.messaging.delivery.simulate import deliver
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.indicators import indicators
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.hypotheses import SimulationHypotheses
from liaison.messaging.traffic.prepared import prepare
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate

BLOCK = 8  # establishments: some seconds of work, so that little is lost with a block


class Establishment(BaseModel):
    """One establishment to simulate: its code, its official name, what the open data say of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uai: str
    name: str
    aggregates: Aggregates


class EstablishmentRow(BaseModel):
    """What the simulation says of one establishment, as it is written: a line of the table.

    Shares from 0 to 1; notifications by responsable and week; counts over the whole period. `ips` is the published
    index, None where there is none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    uai: str
    nom: str
    nature: str
    eleves: int
    ips: float | None
    familles: int
    messages: int
    part_informee: float
    laissees_de_cote: int
    part_laissee: float
    notifications_mediane: float
    notifications_p95: float
    soir: int
    fin_de_semaine: int
    doublons: int
    ecrits_hors_horaires: int
    notifies_hors_horaires: int


class Unreadable(BaseModel):
    """An establishment of which nothing can be said, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uai: str
    nom: str
    raison: str


class BlockResult(BaseModel):
    """What a block gives: a row for each of its establishments, or the reason why there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: tuple[EstablishmentRow, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


@dataclass(frozen=True)
class Simulated:
    """What is simulated everywhere: the policy, the weeks, the seed, what is supposed of families."""

    policy: Policy
    period: Period
    seed: int
    hypotheses: SimulationHypotheses | None = None

    def signature(self, establishments: Sequence[Establishment]) -> str:
        """Return what tells two simulations apart: same text, same rows."""
        parts = [
            self.policy.model_dump_json(),
            f"{self.period.start} {self.period.weeks} {self.seed} {BLOCK}",
            "" if self.hypotheses is None else self.hypotheses.model_dump_json(),
            *(each.model_dump_json() for each in establishments),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def blocks(establishments: Sequence[Establishment]) -> list[tuple[Establishment, ...]]:
    """Return the establishments in blocks, in their order."""
    return [tuple(establishments[start : start + BLOCK]) for start in range(0, len(establishments), BLOCK)]


def simulate_block(block: Sequence[Establishment], simulated: Simulated) -> BlockResult:
    """Return the row of each establishment of a block; one that fails says why, and the others are done."""
    rows, unreadable = [], []
    for establishment in block:
        try:
            rows.append(simulate_one(establishment, simulated))
        except (ValueError, ArithmeticError, LookupError) as error:
            unreadable.append(
                Unreadable(uai=establishment.uai, nom=establishment.name, raison=str(error) or type(error).__name__)
            )
    return BlockResult(rows=tuple(rows), unreadable=tuple(unreadable))


def simulate_one(establishment: Establishment, simulated: Simulated) -> EstablishmentRow:
    """Return the row of one establishment: same code, same seed, same row, whatever the others are."""
    seed = zlib.crc32(f"{simulated.seed}|{establishment.uai}".encode())
    prepared = prepare(generate(establishment.aggregates, seed), simulated.period, seed, simulated.hypotheses)
    figures = indicators(deliver(prepared, simulated.policy))
    out = len(figures.left_out_families)
    return EstablishmentRow(
        uai=establishment.uai,
        nom=establishment.name,
        nature=establishment.aggregates.kind,
        eleves=establishment.aggregates.pupils,
        ips=establishment.aggregates.ips,
        familles=figures.families,
        messages=figures.reach.messages,
        part_informee=round(figures.reach.share, 4),
        laissees_de_cote=out,
        part_laissee=round(out / figures.families, 4) if figures.families else 0.0,
        notifications_mediane=figures.load.per_week_median,
        notifications_p95=figures.load.per_week_p95,
        soir=figures.load.evening,
        fin_de_semaine=figures.load.weekend,
        doublons=figures.duplicates,
        ecrits_hors_horaires=figures.staff.written_out_of_hours,
        notifies_hors_horaires=figures.staff.notified_out_of_hours,
    )


__all__ = [
    "BLOCK",
    "BlockResult",
    "Establishment",
    "EstablishmentRow",
    "Simulated",
    "Unreadable",
    "blocks",
    "simulate_block",
    "simulate_one",
]
