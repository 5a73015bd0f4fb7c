"""Avec qui : des genres de partenaires, ce que chacun peut faire pour un besoin, et les noms que l'école y met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import pandas as pd

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.base.suite import DATASETS
from liaison.base.tables import OPEN_DATA, CsvError, bare_cell, csv_bytes, csv_records, csv_rows, decoded
from liaison.base.typography import typeset
from liaison.base.words import listed
from liaison.support.file_faults import other_cells, other_columns
from liaison.support.needs.needs import Needs

Need = Literal["ordinateur", "cle_4g", "atelier", "interprete", "hors_ecran", "garde"]
NEEDS: tuple[Need, ...] = get_args(Need)
phrase = french_beside(__file__)
LOCAL_COLUMNS = ("genre", "nom", "contact", "lieu", "horaires")
_SET = "partenaires"
_LONGEST = 200
_MOST_FAULTS = 20


class PartnersError(FrenchError):
    """What is wrong with a file of local partners: where, what was read, what is accepted."""


@dataclass(frozen=True)
class Kind:
    """A kind of partner: what it is, how to approach it, what to ask, what it can do for each need."""

    id: str
    label: str
    role: str
    approach: str
    ask: str
    actions: Mapping[Need, str]


@dataclass(frozen=True)
class LocalPartner:
    """A partner of the neighbourhood. `contact`: a function, never the name of a person."""

    kind: str
    name: str
    contact: str = ""
    place: str = ""
    hours: str = ""


@dataclass(frozen=True)
class PartnerMatch:
    """What one kind of partner can do for one need, and who it is here."""

    need: Need
    kind: Kind
    action: str
    local: tuple[LocalPartner, ...]

    def sentence(self) -> str:
        """Return the match in one French sentence."""
        here = ", ".join(map(_described, self.local))
        if not here:
            return typeset(phrase("peut", kind=self.kind.label, action=self.action))
        return typeset(phrase("peut-ici", kind=self.kind.label, action=self.action, here=here))


def _described(partner: LocalPartner) -> str:
    more = ", ".join(part for part in (partner.contact, partner.place, partner.hours) if part)
    return f"{partner.name} ({more})" if more else partner.name


@cache
def partner_kinds() -> tuple[Kind, ...]:
    """Return the kinds of partners of the data set, in its order (rule `accompagnement/partenaires`, a hypothesis)."""
    actions: dict[str, dict[Need, str]] = {}
    for row in _rows("actions.csv"):
        need = next(need for need in NEEDS if need == row["besoin"])
        actions.setdefault(row["genre"], {})[need] = f"{row['action']}."
    return tuple(
        Kind(row["id"], row["nom"], row["role"], row["approcher"], row["demander"], actions[row["id"]])
        for row in _rows("genres.csv")
    )


def _rows(file: str) -> list[dict[str, str]]:
    return csv_records((DATASETS / _SET / file).read_bytes(), OPEN_DATA)


def need_words(need: Need) -> str:
    """Return a need as a heading says it: « Apprendre à s'en servir »."""
    return phrase(f"besoin-{need}".replace("_", "-"))


def needs_present(needs: Needs) -> tuple[Need, ...]:
    """Return which needs at least one family has, in the order of NEEDS."""
    has: dict[Need, pd.Series] = {need: needs.table[f"besoin_{need}"] for need in NEEDS if need != "garde"}
    # Children are looked after while their family is at a workshop.
    has["garde"] = needs.table["garde"] & needs.comes()
    return tuple(need for need in NEEDS if has[need].any())


def match_partners(wanted: Iterable[Need], local: Iterable[LocalPartner] = ()) -> tuple[PartnerMatch, ...]:
    """Return what partners can do for these needs, need by need: those known here first, then the others."""
    here: dict[str, list[LocalPartner]] = {}
    for partner in local:
        here.setdefault(partner.kind, []).append(partner)
    needs = set(wanted)
    matches = [
        PartnerMatch(need, kind, kind.actions[need], tuple(here.get(kind.id, ())))
        for need in NEEDS
        if need in needs
        for kind in partner_kinds()
        if need in kind.actions
    ]
    order = list(NEEDS)
    return tuple(sorted(matches, key=lambda match: (order.index(match.need), not match.local)))


def local_partners_csv(partners: Iterable[LocalPartner] = ()) -> bytes:
    """Return the file of local partners, safe in a spreadsheet: those given, and a line to fill for each other kind."""
    known = list(partners)
    rows = [(each.kind, each.name, each.contact, each.place, each.hours) for each in known]
    rows += [(kind.id, "", "", "", "") for kind in partner_kinds() if kind.id not in {each.kind for each in known}]
    return csv_bytes(LOCAL_COLUMNS, rows, kind="liste-des-partenaires")


def read_local_partners(source: Path | bytes, name: str = "") -> tuple[LocalPartner, ...]:
    """Return the partners that a school named in the file; a line without a name is left for later.

    Raises:
        PartnersError: unreadable file, other columns, an unknown kind, a cell too long: each with its line.
    """
    name = name or (Path(source).name if isinstance(source, Path) else "partenaires.csv")
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
        rows = csv_rows(decoded(content).text)
    except (OSError, CsvError) as error:
        raise PartnersError(phrase("pas-lisible", file=name)) from error
    if not rows or tuple(cell.strip() for cell in rows[0]) != LOCAL_COLUMNS:
        raise PartnersError(other_columns(name, LOCAL_COLUMNS))
    faults: list[str] = []
    partners = [_read(row, line, faults) for line, row in enumerate(rows[1:], start=2) if any(row)]
    if faults:
        raise PartnersError(f"{phrase('pas-garde', file=name)}\n{listed(faults, _MOST_FAULTS)}")
    return tuple(partner for partner in partners if partner.name)


def _read(row: list[str], line: int, faults: list[str]) -> LocalPartner:
    if len(row) != len(LOCAL_COLUMNS):
        faults.append(other_cells(line, len(row), len(LOCAL_COLUMNS)))
        return LocalPartner("", "")
    cells = [bare_cell(cell).strip() for cell in row]
    known = [kind.id for kind in partner_kinds()]
    if cells[0] not in known:
        faults.append(phrase("choisir-un-genre", line=line, kind=cells[0][:60], kinds=", ".join(known)))
    for column, cell in zip(LOCAL_COLUMNS, cells, strict=True):
        if len(cell) > _LONGEST:
            faults.append(phrase("trop-long", line=line, column=column, n=len(cell), most=_LONGEST))
    return LocalPartner(*cells)


__all__ = [
    "LOCAL_COLUMNS",
    "NEEDS",
    "Kind",
    "LocalPartner",
    "Need",
    "PartnerMatch",
    "PartnersError",
    "local_partners_csv",
    "match_partners",
    "need_words",
    "needs_present",
    "partner_kinds",
    "read_local_partners",
]
