"""Qui reçoit le matériel, et pourquoi : la liste pour l'équipe, une famille expliquée, deux familles comparées."""

from __future__ import annotations

from typing import cast

from liaison.support.loans.loans import Allocation, lent_without_connection, to_offer
from liaison.support.loans.priorities import CRITERIA
from liaison.support.vocabulary import ITEMS, Item, many_items
from widgets.kit import Chart, DataTable, Heading, Notice, Paragraphs, SelectField, stack
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")


class LoansView:
    """One kind of equipment at a time: dots, the ordered list, why this family, why not that one."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.team = Notice(kind="attention", title=t("team-only"), text=t("team-only-codes"))
        items = [{"value": item, "label": t(f"item-{item}".replace("_", "-"))} for item in ITEMS]
        self.item = SelectField(label=t("loans-item"), options=items, value="ordinateur")
        self.chart = Chart(kind="dots", alt=t("loans-alt"), unit=t("families-unit"))
        self.notes = Paragraphs()
        self.table = DataTable(caption=t("loans-caption"))
        self.code = SelectField(label=t("why-code"))
        self.why = Paragraphs()
        self.other = SelectField(label=t("why-other"))
        self.versus = Paragraphs()
        self.item.observe(lambda _change: self.show(), "value")
        self.code.observe(lambda _change: self._explain(), "value")
        self.other.observe(lambda _change: self._explain(), "value")
        explained = [Heading(3, t("why-title")), self.code, self.why, self.other, self.versus]
        self.widget = stack([self.team, self.item, self.chart, self.notes, *explained, self.table])

    @property
    def allocation(self) -> Allocation | None:
        """Who receives the equipment chosen; None when the school lends none."""
        return self.state.allocations().get(cast(Item, self.item.value or "ordinateur"))

    def show(self) -> None:
        """Draw what is lent of the equipment chosen."""
        allocation = self.allocation
        table = None if allocation is None else allocation.table
        served, waiting = (0, 0) if allocation is None else (len(allocation.served), len(allocation.waiting))
        # No list of what was chosen before while another is being drawn.
        item = cast(Item, self.item.value or "ordinateur")
        self.chart.show(
            title=t("loans-title", served=served, asked=served + waiting, things=many_items(item)),
            data=[{"label": t("loans-served"), "count": served}, {"label": t("loans-waiting"), "count": waiting}]
            if served + waiting
            else [],
            **({} if self.state.fictitious else {"note": ""}),
        )
        self._note(item)
        criteria = () if allocation is None else allocation.criteria
        names = ("rang", "code", "decision")
        self.table.columns = [
            *({"id": name, "label": t(f"loans-{name}"), "numeric": name == "rang"} for name in names),
            *({"id": name, "label": CRITERIA[name].label} for name in criteria),
        ]
        self.table.rows = (
            []
            if table is None
            else [
                {
                    "rang": int(row["rang"]),
                    "code": str(code),
                    "decision": t("decision-served" if row["sert"] else "decision-waiting"),
                    **{name: CRITERIA[name].words(int(row[name])) for name in criteria},
                }
                for code, row in table.iterrows()
            ]
        )
        self._offer_codes()

    def _note(self, item: Item) -> None:
        state, loans = self.state, self.state.allocations()
        lines = [t("loans-offer", count=len(to_offer(state.needs, item)))]
        if item == "ordinateur":
            lines.append(t("loans-offline", count=len(lent_without_connection(state.needs, loans))))
        lines.append(t("loans-draw", seed=str(state.seed)))
        self.notes.lines = lines

    def _offer_codes(self) -> None:
        allocation = self.allocation
        codes = [] if allocation is None else list(map(str, allocation.table.index))
        options = [{"value": code, "label": code} for code in codes]
        first = allocation.served[-1:] + allocation.waiting[:1] if allocation is not None else []
        for field, usual in ((self.code, first[-1:]), (self.other, first[:1])):
            before = field.value
            field.options = options
            field.value = before if before in codes else usual[0] if usual else ""
        self._explain()

    def _explain(self) -> None:
        allocation, code, other = self.allocation, self.code.value, self.other.value
        known = set() if allocation is None else set(allocation.table.index)
        self.why.lines = allocation.why(code) if allocation is not None and code in known else []
        both = allocation is not None and {code, other} <= known and code != other
        self.versus.lines = [allocation.compare(code, other)] if both and allocation is not None else []


__all__ = ["LoansView"]
