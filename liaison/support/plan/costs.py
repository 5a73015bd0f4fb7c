"""Combien coûte le plan : des quantités décidées par l'équipe, des prix qui sont des hypothèses jusqu'à son devis.

Quantities are decisions (what is bought, workshops that open, keys in stock), never a number of families that lack
something: a cost can be shown to anybody.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat, renamed
from liaison.base.numbers import measured, unit_beside
from liaison.base.sentences import french_beside
from liaison.rules import rule
from liaison.support.loans.loans import LoanSettings
from liaison.support.vocabulary import Item
from liaison.support.workshops.plan import WorkshopPlan

phrase = french_beside(__file__)
Euros = Annotated[float, Field(ge=0, le=100_000)]
Count = Annotated[int, Field(ge=0, le=10_000)]
COLUMNS = ("poste", "quantite", "unite", "prix_unitaire", "montant", "hypothese")
_DAYS_IN_A_MONTH = 365.25 / 12


class CostsError(FrenchError):
    """What is wrong with a file of prices."""


class CostSettings(BaseModel):
    """What the school buys and what it pays; a price that is absent is the one of the rule `accompagnement/couts`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[2] = 2
    nom: Annotated[str, Field(min_length=1, max_length=200)]
    achats: dict[Item, Count] = {}
    ordinateur: Euros | None = None
    cle_4g: Euros | None = None
    forfait_mois: Euros | None = None
    animation_heure: Euros | None = None
    interprete_heure: Euros | None = None
    garde_heure: Euros | None = None
    enfants_par_adulte: Annotated[int, Field(ge=1, le=30)] | None = None


COST_SETTINGS = FileFormat(
    CostSettings,
    2,
    partial(phrase, "un-reglage"),
    "version, nom, achats, ordinateur, forfait_mois",
    CostsError,
    Path(__file__).parents[1] / "presets" / "couts",
    {1: renamed("name", "nom")},
    unversioned=1,
)


@dataclass(frozen=True)
class CostLine:
    """One item of cost: how much of what (`unit`, plural), at which price in euros; `supposed`: nobody's quote."""

    label: str
    quantity: float
    unit: str
    price: float
    supposed: bool
    item: Item | None = None  # of which it tells how many there are

    @property
    def counted(self) -> str:
        """How much of what, in words: « 1,5 heure »."""
        return measured(self.quantity, self.unit)

    @property
    def amount(self) -> float:
        """What it costs, in euros, to the cent."""
        return round(self.quantity * self.price, 2)


@dataclass(frozen=True)
class Costs:
    """What the plan costs, line by line; a line whose quantity is zero is kept, for the team to see that it is."""

    all_lines: tuple[CostLine, ...]

    def lines(self) -> list[CostLine]:
        """Return the lines that have a quantity."""
        return [line for line in self.all_lines if line.quantity]

    def without(self, items: Collection[Item]) -> Costs:
        """Return the lines that do not tell how many of these items there are."""
        return Costs(tuple(line for line in self.all_lines if line.item not in items))

    @property
    def total(self) -> float:
        """The sum of all lines, in euros."""
        return round(sum(line.amount for line in self.all_lines), 2)

    @property
    def supposed(self) -> bool:
        """Whether a line that has a quantity rests on a price that the team has not given."""
        return any(line.supposed for line in self.lines())

    def table(self) -> pd.DataFrame:
        """Return every line (COLUMNS), for a screen or a file."""
        rows = [
            (line.label, line.quantity, unit_beside(line.quantity, line.unit), line.price, line.amount, line.supposed)
            for line in self.all_lines
        ]
        return pd.DataFrame(rows, columns=list(COLUMNS))


def costs_of(
    settings: CostSettings,
    loans: LoanSettings,
    workshops: WorkshopPlan,
    lent_on: dt.date,
    back_on: dt.date,
    on: dt.date,
) -> Costs:
    """Return what the plan costs from the loan to the return: what is bought, data plans, workshops.

    A data plan is paid by the month begun, for every key that can be lent; childcare by adult, for the children that
    each slot with a workshop can look after; a workshop lasts what the rule `accompagnement/durees` says.
    """
    supposed = rule("accompagnement/couts", on).value
    hours = int(rule("accompagnement/durees", on).value["atelier_min"]) / 60
    months = math.ceil((back_on - lent_on).days / _DAYS_IN_A_MONTH)
    keys = loans.stock["cle_4g"].available if "cle_4g" in loans.stock else 0
    open_slots = {workshop.creneau for workshop in workshops.workshops}
    each = settings.enfants_par_adulte or int(supposed["enfants_par_adulte"])
    adults = sum(math.ceil(workshops.settings.garde.get(slot, 0) / each) for slot in open_slots)
    helpers = sum(len(workshop.interpretes) for workshop in workshops.workshops)
    bought = settings.achats
    quantities: list[tuple[str, float, str, Item | None]] = [
        ("ordinateurs-achetes", bought.get("ordinateur", 0), "ordinateur", "ordinateur"),
        ("cles-achetees", bought.get("cle_4g", 0), "cle_4g", "cle_4g"),
        ("forfaits", keys * months, "forfait_mois", "cle_4g"),
        ("animation", len(workshops.workshops) * hours, "animation_heure", None),
        ("interpretes", helpers * hours, "interprete_heure", None),
        ("garde", adults * hours, "garde_heure", None),
    ]
    lines = []
    for name, quantity, price, item in quantities:
        own = getattr(settings, price)
        cost = float(supposed[price] if own is None else own)
        lines.append(CostLine(phrase(name), float(quantity), phrase(f"{name}.unite"), cost, own is None, item))
    return Costs(tuple(lines))


__all__ = [
    "COLUMNS",
    "COST_SETTINGS",
    "CostLine",
    "CostSettings",
    "Costs",
    "CostsError",
    "costs_of",
]
