"""Prêter ce que l'école a : qui reçoit, dans l'ordre que l'équipe a fixé, et pourquoi, dit en phrases.

Requests for one kind of equipment are sorted by the team's criteria, the first that tells two families apart
deciding, then by a draw. The first ones receive, as far as the stock goes. From that follow the three promises that
the tests hold: more stock never takes anything away, a family in greater need never does worse, and any two families
can be told in one sentence why one comes before the other.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, field_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat, renamed
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.base.yaml_text import write_yaml
from liaison.rules import rule
from liaison.support.loans.priorities import CRITERIA, Criterion, scores
from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import ITEMS, Item, Level, items, one_item, rank_of

phrase = french_beside(__file__)
Count = Annotated[int, Field(ge=0, le=10_000)]


class LoansError(FrenchError):
    """What is wrong with the settings of the loans, or with a question about a family."""


class Stock(BaseModel):
    """What the school has of one kind of equipment, and what it keeps back for breakdowns."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nombre: Count
    reserve: Count = 0

    @property
    def available(self) -> int:
        """What can be lent."""
        return max(0, self.nombre - self.reserve)


class LoanSettings(BaseModel):
    """What a team decides of its loans: the stock, and for each kind the criteria, from the first to the last.

    `annees_examen`: the levels that count as examination years; the rule `accompagnement/annees_examen` when absent.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[2] = 2
    nom: Annotated[str, Field(min_length=1, max_length=200)]
    stock: dict[Item, Stock]
    priorites: dict[Item, tuple[Criterion, ...]]
    annees_examen: tuple[Level, ...] | None = None

    @field_validator("priorites")
    @classmethod
    def _no_criterion_twice(cls, given: dict[Item, tuple[Criterion, ...]]) -> dict[Item, tuple[Criterion, ...]]:
        for item, criteria in given.items():
            if len(set(criteria)) < len(criteria):
                raise ValueError(phrase("critere-deux-fois", item=one_item(item)))
        return given

    def exam_years(self, on: dt.date) -> tuple[str, ...]:
        """Return the levels that count as examination years that day."""
        return self.annees_examen or tuple(rule("accompagnement/annees_examen", on).value)


LOAN_SETTINGS = FileFormat(
    LoanSettings,
    2,
    partial(phrase, "un-reglage"),
    "version, nom, stock, priorites",
    LoansError,
    Path(__file__).parents[1] / "presets" / "prets",
    {1: renamed("name", "nom")},
    unversioned=1,
)


def loan_settings_yaml(settings: LoanSettings) -> str:
    """Return the settings as YAML that `LOAN_SETTINGS` reads back."""
    return write_yaml(settings.model_dump(mode="json"), blocks_only=False)


@dataclass(frozen=True)
class Allocation:
    """Who receives one kind of equipment. For the team only: what leaves it are the counts.

    `table`: one row per family that asks, index `code`, from the first to the last: `rang` (from 1), `sert` (bool: it
    receives), one column per criterion (whole number, greater for a greater need), `tirage` (uint64, smaller first).
    """

    item: Item
    available: int
    seed: int
    criteria: tuple[Criterion, ...]
    table: pd.DataFrame

    @property
    def served(self) -> list[str]:
        """The codes of the families that receive, from the first."""
        return list(self.table.index[self.table["sert"]])

    @property
    def waiting(self) -> list[str]:
        """The codes of the families that wait, from the first."""
        return list(self.table.index[~self.table["sert"]])

    def why(self, code: str) -> list[str]:
        """Return in sentences why this family receives, or what is missing, and what counted, in the team's order."""
        row = self._row(code)
        place, available = self._place(row["rang"]), self.available
        if row["sert"]:
            sentences = [phrase("recoit", code=code, item=one_item(self.item), place=place)]
        else:
            missing = row["rang"] - available
            more = items(self.item, missing) if missing > 1 else one_item(self.item)
            sentences = [phrase("attend", code=code, place=place, missing=missing, more=more)]
        sentences += [
            phrase("critere", number=at, criterion=CRITERIA[name].label, words=CRITERIA[name].words(row[name]))
            for at, name in enumerate(self.criteria, start=1)
        ]
        return [typeset(sentence) for sentence in sentences]

    def _place(self, rank: int) -> str:
        requests, available = len(self.table), items(self.item, self.available)
        return phrase("place", rank=rank_of(rank), requests=requests, count=number(requests), available=available)

    def compare(self, code: str, other: str) -> str:
        """Return in one sentence which of two families comes first, and what decides it."""
        first, second = sorted((code, other), key=lambda family: self._row(family)["rang"])
        if first == second:
            raise LoansError(phrase("deux-fois-le-meme-code"))
        a, b = self._row(first), self._row(second)
        pair = {"first": first, "second": second}
        for at, name in enumerate(self.criteria):
            if a[name] != b[name]:
                known = CRITERIA[name]
                decided = {"criterion": known.label, "more": known.words(a[name]), "less": known.words(b[name])}
                if not at:
                    return typeset(phrase("par-un-critere", **pair, **decided))
                equal = _before(self.criteria[:at])
                return typeset(phrase("par-un-critere-apres-egalite", equal=equal, **pair, **decided))
        key = "par-le-sort" if self.criteria else "par-le-sort-sans-critere"
        return typeset(phrase(key, seed=self.seed, **pair))

    def _row(self, code: str) -> dict[str, int]:
        if code not in self.table.index:
            raise LoansError(phrase("pas-demande", code=code, item=one_item(self.item)))
        place = list(self.table.index).index(code)
        return {str(name): int(self.table[name].iloc[place]) for name in self.table.columns}


def _before(criteria: tuple[Criterion, ...]) -> str:
    names = [f"« {CRITERIA[name].label} »" for name in criteria]
    return joined(names)


def allocate(needs: Needs, settings: LoanSettings, seed: int, on: dt.date | None = None) -> Mapping[Item, Allocation]:
    """Return who receives what, by kind of equipment in stock: same arguments, same allocation.

    `seed` is shown on screen; it only decides between families that every criterion leaves equal, and the draw of a
    family depends on nothing but the seed, the kind and its code: nobody else's request moves it.

    Raises:
        LoansError: a seed that is not a whole number, 0 or more.
    """
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer) or seed < 0:
        raise LoansError(phrase("graine-pas-entiere", seed=seed))
    years = settings.exam_years(on or dt.date.today())
    return {item: _allocation(needs, settings, item, int(seed), years) for item in ITEMS if item in settings.stock}


def _allocation(needs: Needs, settings: LoanSettings, item: Item, seed: int, years: tuple[str, ...]) -> Allocation:
    criteria = settings.priorites.get(item, ())
    asking = needs.table[needs.table[f"demande_{item}"]]
    table = scores(asking, criteria, years)
    table["tirage"] = np.array([_draw(seed, item, str(code)) for code in asking.index], dtype=np.uint64)
    table["_code"] = asking.index.astype("str")
    order = [*criteria, "tirage", "_code"]
    table = table.sort_values(order, ascending=[False] * len(criteria) + [True, True]).drop(columns="_code")
    available = settings.stock[item].available
    rank = np.arange(1, len(table) + 1)
    table.insert(0, "rang", rank)
    table.insert(1, "sert", rank <= available)
    return Allocation(item, available, seed, criteria, table)


def _draw(seed: int, item: Item, code: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{seed}|{item}|{code}".encode(), digest_size=8).digest(), "big")


def to_offer(needs: Needs, item: Item) -> list[str]:
    """Return the codes of the families that lack an item by the diagnostic and do not ask: the team may offer it."""
    table = needs.table
    return list(table.index[table[f"besoin_{item}"] & ~table[f"demande_{item}"]])


def lent_without_connection(needs: Needs, loans: Mapping[Item, Allocation]) -> list[str]:
    """Return the codes of the families that receive a computer and have no way to connect it, key included."""
    if "ordinateur" not in loans:
        return []
    keys = set(loans["cle_4g"].served) if "cle_4g" in loans else set()
    offline = needs.table["connexion"].eq("aucune")
    return [code for code in loans["ordinateur"].served if offline[code] and code not in keys]


__all__ = [
    "LOAN_SETTINGS",
    "Allocation",
    "LoanSettings",
    "LoansError",
    "Stock",
    "allocate",
    "lent_without_connection",
    "loan_settings_yaml",
    "to_offer",
]
