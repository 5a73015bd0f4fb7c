"""Ce qui peut sortir du plan : des comptes de familles après contrôle de divulgation, jamais un code.

Requests for one item split the families of the plan in three (served, waiting, not asking); requests for a workshop
in as many parts as there are outcomes. Each split goes through the disclosure control of the diagnosis. Everybody
knows the stock, and that it serves as many as it can: as soon as one part of a loan is hidden, all three are. So are
those that would bound a small number of a diagnosis of the same families (`beside_diagnosis`).

Who does not ask is counted for that control, and never shown: their number, or that of all coupons, would tie what
families ask of loans to what they ask of workshops, two questions that a diagnosis protects apart.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal

import numpy as np
import pandas as pd

from liaison.base.words import upper_first
from liaison.disclosure.disclosure import DEFAULT_THRESHOLD
from liaison.disclosure.linked import protect_linked
from liaison.support.loans.loans import Allocation
from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import MOMENTS, Item, Moment, many_items
from liaison.support.workshops.plan import WorkshopPlan
from liaison.support.workshops.shares import SHARE_COLUMNS, pairs, shares
from liaison.support.workshops.types import REASONS

# What of a plan stays with the team: the line of an item, and even what can be lent of it; what becomes of workshops,
# or only who has a place; the whole report.
PublishedKind = Literal["ordinateur", "cle_4g", "stock_ordinateur", "stock_cle_4g", "ateliers", "parts", "rapport"]
WORKSHOPS: Literal["ateliers"] = "ateliers"
PARTS: Literal["parts"] = "parts"
REPORT: Literal["rapport"] = "rapport"
_STOCKS: dict[Item, PublishedKind] = {"ordinateur": "stock_ordinateur", "cle_4g": "stock_cle_4g"}
LOAN_PARTS = ("servies", "attente")
LOAN_COLUMNS = ("objet", "stock", *LOAN_PARTS)
WORKSHOP_COLUMNS = ("etat", "raison", "familles")


@dataclass(frozen=True)
class PublishedPlan:
    """Counts of families that may be shown; a missing one is hidden (Int64, <NA>).

    Every number of families that a plan shows is here; `beside_diagnosis` says of each what it tells, or refuses it.

    `loans` (LOAN_COLUMNS), a line per item: `stock` (what can be lent), families served, waiting.
    `workshops` (WORKSHOP_COLUMNS): a line per outcome (place, attente, sans_creneau and its reason). `shares`
    (SHARE_COLUMNS but the last): by need, language, children and hours, the families that a slot can serve, in two
    parts; a trait whose parts cannot all be shown has no line. `opened`: workshops, announced to all; `moments`: those
    that have a slot, known to all.
    """

    threshold: int
    loans: pd.DataFrame
    workshops: pd.DataFrame
    shares: pd.DataFrame
    opened: int
    moments: tuple[Moment, ...]

    @property
    def hidden(self) -> bool:
        """Whether something is hidden."""
        counts = self.loans[list(LOAN_PARTS)].isna().to_numpy().any()
        return bool(counts or self.workshops["familles"].isna().any())

    def numbers(self) -> set[str]:
        """Return the name of every number shown: a field, or the column of a table."""
        named: set[str] = set()
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, pd.DataFrame):
                named |= {f"{field.name}.{name}" for name in value.select_dtypes("number")}
            elif not isinstance(value, tuple):
                named.add(field.name)
        return named


def published_plan(
    needs: Needs,
    loans: Mapping[Item, Allocation],
    workshops: WorkshopPlan,
    threshold: int | None = None,
    withheld: Collection[PublishedKind] = (),
) -> PublishedPlan:
    """Return the counts of a plan that may be shown, at this threshold (11 when None).

    `withheld`: what stays with the team, small or not.

    Raises:
        DisclosureError: a threshold under 5.
    """
    limit = DEFAULT_THRESHOLD if threshold is None else threshold
    rows = [
        (
            item,
            None if stock_of(item) in withheld else loan.available,
            *(
                [None] * len(LOAN_PARTS)
                if {item, stock_of(item)} & {*withheld}
                else loan_split(_parts(loan, len(needs)), limit)
            ),
        )
        for item, loan in loans.items()
    ]
    outcomes = _outcomes(workshops)
    without = len(needs) - sum(count for _, _, count in outcomes)
    shown = split([*(count for _, _, count in outcomes), without], limit)[: len(outcomes)]
    if WORKSHOPS in withheld:
        shown = [None] * len(shown)
    shares = [] if PARTS in withheld else _shares(workshops, limit, None in shown[:2])
    lines = [(state, reason, part) for (state, reason, _), part in zip(outcomes, shown, strict=True)]
    return PublishedPlan(
        threshold=limit,
        loans=_table(rows, LOAN_COLUMNS, ("stock", *LOAN_PARTS)),
        workshops=_table(lines, WORKSHOP_COLUMNS, ("familles",)),
        shares=_table(shares, SHARE_COLUMNS[:-1], ("place", "attente")),
        opened=len(workshops.workshops),
        moments=tuple(each for each in MOMENTS if each in {slot.moment for slot in workshops.settings.creneaux}),
    )


def stock_of(item: Item) -> PublishedKind:
    """Return what is kept when what can be lent of an item stays with the team."""
    return _STOCKS[item]


def _shares(workshops: WorkshopPlan, threshold: int, hidden: bool) -> list[tuple[object, ...]]:
    """Return each trait in two parts, whole or not at all.

    Its lines add up to those of the outcomes: nothing is said where one of these two is `hidden`, nor where a part is
    smaller than the threshold, an empty one included, since it would tell who waits of all who have the trait.
    """
    if hidden:
        return []
    whole = shares(workshops)
    rows: list[tuple[object, ...]] = []
    for trait, (first, others) in pairs().items():
        mine = whole[whole["trait"] == trait]
        head = mine["valeur"] == first
        parts = [
            (words, mine.loc[where, ["place", "attente"]].sum()) for words, where in ((first, head), (others, ~head))
        ]
        if min(int(part.min()) for _, part in parts) >= threshold:
            rows += [(trait, words, int(part["place"]), int(part["attente"])) for words, part in parts]
    return rows


def split(parts: Sequence[int], threshold: int) -> list[int | None]:
    """Return the parts of the same families and their total, as they may be shown; None where hidden.

    Raises:
        DisclosureError: a threshold under 5.
    """
    return protect_linked({WORKSHOPS: np.array(parts, dtype=np.int64)}, {}, threshold).alone[WORKSHOPS].shown()


def loan_split(parts: Sequence[int], threshold: int) -> list[int | None]:
    """Return the families served and waiting for an item, both or none: `parts` has those that do not ask too."""
    shown = split(parts, threshold)[: len(parts)]
    return [None] * len(LOAN_PARTS) if None in shown else shown[: len(LOAN_PARTS)]


def _table(rows: Sequence[tuple[object, ...]], columns: tuple[str, ...], counts: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(dict.fromkeys(counts, "Int64"))


def _parts(loan: Allocation, families: int) -> list[int]:
    served, waiting = len(loan.served), len(loan.waiting)
    return [served, waiting, families - served - waiting]


def _outcomes(workshops: WorkshopPlan) -> list[tuple[str, str, int]]:
    counts, unserved = workshops.counts(), workshops.unserved()
    outcomes = [("place", "", counts["place"]), ("attente", "", counts["attente"])]
    return [*outcomes, *(("sans_creneau", reason, unserved.get(reason, 0)) for reason in REASONS)]


def item_words(item: Item) -> str:
    """Return an item as the head of a line says it: « Ordinateurs »."""
    return upper_first(many_items(item))


__all__ = [
    "LOAN_COLUMNS",
    "LOAN_PARTS",
    "PARTS",
    "REPORT",
    "WORKSHOPS",
    "WORKSHOP_COLUMNS",
    "PublishedKind",
    "PublishedPlan",
    "item_words",
    "loan_split",
    "published_plan",
    "split",
    "stock_of",
]
