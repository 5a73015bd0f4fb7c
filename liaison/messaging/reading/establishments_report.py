"""Ce que la même politique donne d'un établissement à l'autre, rangé par indice de position sociale (IPS)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from liaison.base.numbers import number, percent
from liaison.base.sentences import french_beside
from liaison.documents import Bar, Block, Callout, Document, Table, bars, bold, heading, paragraph, write_formats
from liaison.documents.cited import long_date
from liaison.documents.typography import french_document
from liaison.messaging.reading.establishments import EstablishmentRow, Simulated, Unreadable

phrase = french_beside(__file__)

STEM = "etablissements_par_ips"
MOST_ALONE = 30  # au-delà, des groupes de même taille
GROUPS = 10
MOST_REASONS = 20


def write_establishments_report(
    rows: Sequence[EstablishmentRow],
    unreadable: Sequence[Unreadable],
    simulated: Simulated,
    where: str,
    folder: Path,
    on: dt.date,
) -> list[Path]:
    """Write the report in its three formats, all or none.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_formats(establishments_report(rows, unreadable, simulated, where, on), folder, STEM)


def establishments_report(
    rows: Sequence[EstablishmentRow], unreadable: Sequence[Unreadable], simulated: Simulated, where: str, on: dt.date
) -> Document:
    """Return the report: what was simulated, families left out by IPS, what could not be read."""
    body: list[Block] = [*_opening(rows, simulated, where), *_ranked(rows), *_unreadable(unreadable)]
    return french_document(
        Document(
            title=phrase("titre"),
            subtitle=f"{where} · {long_date(on)}",
            created=on,
            footer=phrase("pied-de-page", policy=simulated.policy.name),
            blocks=tuple(body),
        )
    )


def _opening(rows: Sequence[EstablishmentRow], simulated: Simulated, where: str) -> list[Block]:
    period = simulated.period
    families, out = sum(row.familles for row in rows), sum(row.laissees_de_cote for row in rows)
    return [
        paragraph(
            phrase(
                "ce-qui-est-simule",
                where=where,
                establishments=len(rows),
                families=families,
                families_counted=number(families),
                weeks=period.weeks,
                start=long_date(period.start),
                policy=simulated.policy.name,
                out=out,
                out_counted=number(out),
                seed=simulated.seed,
            )
        ),
        Callout(kind="attention", title=phrase("ce-que-ce-n-est-pas"), parts=(phrase("ni-mesure-ni-classement"),)),
    ]


def _ranked(rows: Sequence[EstablishmentRow]) -> list[Block]:
    groups = by_ips(rows)
    blocks: list[Block] = [heading(1, phrase("par-ips"))]
    if not groups:
        return [*blocks, paragraph(phrase("aucun-ips"))]
    lowest, highest = percent(groups[0].median, most=1, least=1), percent(groups[-1].median, most=1, least=1)
    title = phrase("du-plus-bas-au-plus-haut", lowest=lowest, highest=highest)
    axis = phrase("axe-des-groupes" if any(len(group.rows) > 1 for group in groups) else "axe")
    blocks += [paragraph(bold(title)), bars(title, [_bar(group) for group in groups], axis)]
    without = sum(row.ips is None for row in rows)
    if without:
        blocks.append(paragraph(phrase("sans-ips", establishments=without)))
    return blocks


@dataclass(frozen=True)
class IpsGroup:
    """Establishments whose IPS are next to one another: the range in words, and the rows."""

    label: str
    rows: tuple[EstablishmentRow, ...]

    def share(self, at: float) -> float:
        """Return the share of families left out (0 to 1) under which that share of these establishments is."""
        return float(np.quantile([row.part_laissee for row in self.rows], at))

    @property
    def median(self) -> float:
        """The median share of families left out."""
        return self.share(0.5)


def by_ips(rows: Sequence[EstablishmentRow]) -> list[IpsGroup]:
    """Return each establishment alone when few, else groups of the same size, from the lowest IPS to the highest."""
    known = sorted((row for row in rows if row.ips is not None), key=lambda row: (row.ips or 0, row.uai))
    if len(known) <= MOST_ALONE:
        return [IpsGroup(phrase("un-etablissement", name=row.nom, ips=_ips(row.ips)), (row,)) for row in known]
    ranked = [(rank * GROUPS // len(known), row) for rank, row in enumerate(known)]
    groups = [tuple(row for _, row in group) for _, group in groupby(ranked, key=lambda pair: pair[0])]
    return [
        IpsGroup(phrase("d-un-ips-a-l-autre", lowest=_ips(group[0].ips), highest=_ips(group[-1].ips)), group)
        for group in groups
    ]


def _bar(group: IpsGroup) -> Bar:
    share = percent(group.median, most=1, least=1)
    if len(group.rows) == 1:
        return Bar(label=group.label, count=100 * group.median, said=share)
    low, high = 100 * group.share(0.25), 100 * group.share(0.75)
    return Bar(
        label=phrase("groupe", label=group.label, establishments=len(group.rows)),
        count=100 * group.median,
        low=low,
        high=high,
        said=share,
    )


def _unreadable(unreadable: Sequence[Unreadable]) -> list[Block]:
    if not unreadable:
        return []
    shown = unreadable[:MOST_REASONS]
    blocks: list[Block] = [
        heading(1, phrase("illisibles")),
        Table(
            caption=phrase("sans-ligne", establishments=len(unreadable)),
            header=(phrase("code"), phrase("nom"), phrase("raison")),
            rows=[(each.uai, each.nom, each.raison) for each in shown],
            widths=(1, 2, 3),
        ),
    ]
    if len(unreadable) > len(shown):
        blocks.append(paragraph(phrase("et-d-autres", others=len(unreadable) - len(shown))))
    return blocks


def _ips(value: float | None) -> str:
    return number(value or 0, most=1, least=1)


__all__ = ["STEM", "IpsGroup", "by_ips", "establishments_report", "write_establishments_report"]
