"""Ce que la même politique donne d'un établissement à l'autre, rangé par indice de position sociale (IPS)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from liaison.base.numbers import number, percent
from liaison.documents import Bar, Block, Callout, Document, Table, bars, bold, heading, paragraph, write_formats
from liaison.documents.cited import long_date
from liaison.documents.typography import french_document
from liaison.messaging.establishments import Row, Simulated, Unreadable

STEM = "etablissements_par_ips"
MOST_ALONE = 30  # au-delà, des groupes de même taille
GROUPS = 10
MOST_REASONS = 20


def write_establishments_report(
    rows: Sequence[Row], unreadable: Sequence[Unreadable], asked: Simulated, where: str, folder: Path, on: dt.date
) -> list[Path]:
    """Write the report in its three formats, all or none.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_formats(establishments_report(rows, unreadable, asked, where, on), folder, STEM)


def establishments_report(
    rows: Sequence[Row], unreadable: Sequence[Unreadable], asked: Simulated, where: str, on: dt.date
) -> Document:
    """Return the report: what was simulated, families left out by IPS, what could not be read."""
    body: list[Block] = [*_opening(rows, asked, where), *_ranked(rows), *_unreadable(unreadable)]
    return french_document(
        Document(
            title="Une politique, des établissements",
            subtitle=f"{where} · {long_date(on)}",
            created=on,
            footer=f"Politique « {asked.policy.name} » · populations fictives",
            blocks=tuple(body),
        )
    )


def _opening(rows: Sequence[Row], asked: Simulated, where: str) -> list[Block]:
    period = asked.period
    families, out = sum(row.familles for row in rows), sum(row.laissees_de_cote for row in rows)
    return [
        paragraph(
            f"{where} : {len(rows)} établissements, {number(families)} familles inventées, {period.weeks} semaines "
            f"à partir du {long_date(period.start)}, la même politique partout : « {asked.policy.name} ». "
            f"{number(out)} familles sont laissées de côté. Graine : {asked.seed}."
        ),
        Callout(
            kind="attention",
            title="Ce que ce n'est pas",
            parts=(
                "Ni une mesure, ni un classement des établissements. Leur taille et leur IPS sont publiés ; leurs "
                "familles sont inventées d'après eux, et ce qu'elles font des messages est une suite d'hypothèses. "
                "Deux établissements de même IPS donnent presque la même chose : c'est l'hypothèse qui parle.",
            ),
        ),
    ]


def _ranked(rows: Sequence[Row]) -> list[Block]:
    groups = by_ips(rows)
    blocks: list[Block] = [heading(1, "Familles laissées de côté, par IPS")]
    if not groups:
        return [*blocks, paragraph("Aucun IPS n'est publié pour ces établissements : donner le fichier avec --ips.")]
    lowest, highest = percent(groups[0].median, most=1, least=1), percent(groups[-1].median, most=1, least=1)
    title = (
        f"{lowest} des familles sont laissées de côté là où l'IPS est le plus bas, {highest} là où il est le plus haut."
    )
    axis = "Part des familles laissées de côté (%)"
    if any(len(one.rows) > 1 for one in groups):
        axis += " ; trait : un établissement sur deux"
    blocks += [paragraph(bold(title)), bars(title, [_bar(one) for one in groups], axis)]
    without = sum(row.ips is None for row in rows)
    if without:
        blocks.append(paragraph(f"Établissements sans IPS publié, absents du graphique : {without}."))
    return blocks


@dataclass(frozen=True)
class IpsGroup:
    """Establishments whose IPS are next to one another: the range in words, and the rows."""

    label: str
    rows: tuple[Row, ...]

    def share(self, at: float) -> float:
        """Return the share of families left out (0 to 1) under which that share of these establishments is."""
        return float(np.quantile([row.part_laissee for row in self.rows], at))

    @property
    def median(self) -> float:
        """The median share of families left out."""
        return self.share(0.5)


def by_ips(rows: Sequence[Row]) -> list[IpsGroup]:
    """Return each establishment alone when few, else groups of the same size, from the lowest IPS to the highest."""
    known = sorted((row for row in rows if row.ips is not None), key=lambda row: (row.ips or 0, row.uai))
    if len(known) <= MOST_ALONE:
        return [IpsGroup(f"{row.nom}, IPS {_ips(row.ips)}", (row,)) for row in known]
    ranked = [(rank * GROUPS // len(known), row) for rank, row in enumerate(known)]
    groups = [tuple(row for _, row in group) for _, group in groupby(ranked, key=lambda pair: pair[0])]
    return [IpsGroup(f"IPS {_ips(group[0].ips)} à {_ips(group[-1].ips)}", group) for group in groups]


def _bar(group: IpsGroup) -> Bar:
    said = percent(group.median, most=1, least=1)
    if len(group.rows) == 1:
        return Bar(label=group.label, count=100 * group.median, said=said)
    low, high = 100 * group.share(0.25), 100 * group.share(0.75)
    return Bar(
        label=f"{group.label}, {len(group.rows)} établissements",
        count=100 * group.median,
        low=low,
        high=high,
        said=said,
    )


def _unreadable(unreadable: Sequence[Unreadable]) -> list[Block]:
    if not unreadable:
        return []
    shown = unreadable[:MOST_REASONS]
    blocks: list[Block] = [
        heading(1, "Établissements qui n'ont pas pu être lus"),
        Table(
            caption=f"{len(unreadable)} établissements sans ligne, et pourquoi",
            header=("Code", "Nom", "Raison"),
            rows=[(one.uai, one.nom, one.raison) for one in shown],
            widths=(1, 2, 3),
        ),
    ]
    if len(unreadable) > len(shown):
        blocks.append(paragraph(f"Et {len(unreadable) - len(shown)} autres, dans illisibles.csv."))
    return blocks


def _ips(value: float | None) -> str:
    return number(value or 0, most=1, least=1)


__all__ = ["STEM", "IpsGroup", "by_ips", "establishments_report", "write_establishments_report"]
