"""Ce que coûte le plan, à l'écran : ce que l'on achète, les prix de l'établissement ou ceux que la suite suppose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liaison.base.faults import FrenchError
from liaison.base.numbers import euros
from liaison.base.words import long_date
from liaison.rules import rule
from liaison.support.plan.costs import CostSettings
from liaison.support.vocabulary import ITEMS
from widgets.kit import DataTable, Heading, Notice, Paragraphs, Question, RangeField, SourceNote, badge_of, stack
from widgets.kit.writing import Writing
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
RULE = "accompagnement/couts"
PRICES = ("ordinateur", "cle_4g", "forfait_mois", "animation_heure", "interprete_heure", "garde_heure")


class Prices:
    """What is bought, and each price: empty, the one of the rule, a hypothesis, counts."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.bought = {item: RangeField(label=t(f"bought-{item}".replace("_", "-")), min=0, max=300) for item in ITEMS}
        supposed: Mapping[str, Any] = rule(RULE, state.today).value
        self.prices = {
            name: Question(
                label=t(f"price-{name}".replace("_", "-")),
                help=t("price-help", price=euros(float(supposed[name]))),
                kind="number",
                unit="€",
            )
            for name in PRICES
        }
        self.supposed = SourceNote(text=t("prices-supposed"))
        self.supposed.badge = badge_of(rule(RULE, state.today))
        self._writing = Writing()
        self.show()
        for part in (*self.bought.values(), *self.prices.values()):
            part.observe(self._changed, "value")
        state.observe(lambda _change: self.show(), "costs")
        self.widget = stack([*self.bought.values(), self.supposed, *self.prices.values()])

    def show(self) -> None:
        """Set every part from the state."""
        if self._writing:
            return
        with self._writing:
            for item, part in self.bought.items():
                part.value = self.state.costs.achats.get(item, 0)
            for name, field in self.prices.items():
                field.value = getattr(self.state.costs, name)

    def _changed(self, _change: object) -> None:
        if self._writing:
            return
        for field in self.prices.values():
            field.error = t("price-negative") if (field.value or 0) < 0 else ""
        usual = self.state.costs
        prices = {
            name: getattr(usual, name) if field.error else None if field.value is None else float(field.value)
            for name, field in self.prices.items()
        }
        bought = {item: int(part.value) for item, part in self.bought.items()}
        with self._writing:
            self.state.costs = CostSettings.model_validate({**usual.model_dump(), **prices, "achats": bought})

    def summary(self) -> str:
        """Return whether the team has given prices of its own."""
        own = sum(getattr(self.state.costs, name) is not None for name in PRICES)
        return t("summary-costs", count=own)


class BudgetView:
    """The calendar, the cost line by line, and what is not known."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.problem = Notice(kind="erreur")
        self.team = Notice(kind="attention")
        self.calendar = DataTable(
            caption=t("calendar-caption"),
            columns=[{"id": name, "label": t(f"calendar-{name}")} for name in ("date", "quoi", "detail")],
        )
        columns = ("poste", "quantite", "prix", "montant", "source")
        self.costs = DataTable(
            caption=t("costs-caption"),
            columns=[
                {"id": name, "label": t(f"costs-{name}"), "numeric": name in ("prix", "montant")} for name in columns
            ],
        )
        self.total = Paragraphs()
        self.unknown = Paragraphs()
        unknown = (Heading(3, t("unknown-title")), self.unknown)
        self._whole = (self.team, self.calendar, self.costs, self.total, *unknown)
        self.body = stack([])
        self.widget = stack([self.problem, self.body])

    def show(self) -> None:
        """Draw the plan as a whole, or say that its workshops are being looked for."""
        self.problem.title = self.problem.text = ""
        self.body.children = ()
        if self.state.workshop_plan is None:
            self.problem.kind, self.problem.title = "information", t("result-searching")
            return
        try:
            plan = self.state.plan()
        except FrenchError as error:
            self.problem.kind, self.problem.title, self.problem.text = "erreur", t("plan-unknown"), str(error)
            return
        self.calendar.rows = [
            {"date": t("no-date") if day is None or day != day else long_date(day), "quoi": what, "detail": detail}
            for day, what, detail in plan.calendar().itertuples(index=False)
        ]
        self.team.title, self.team.text = ("", "") if plan.shareable else (t("team-only"), t("team-only-counts"))
        # What the council's report withholds, a table that is projected or taken away withholds too.
        costs = plan.shown_costs()
        self.costs.rows = [
            {
                "poste": line.label,
                "quantite": line.counted,
                "prix": line.price,
                "montant": line.amount,
                "source": t("price-supposed" if line.supposed else "price-own"),
            }
            for line in costs.lines()
        ]
        self.total.lines = [t("costs-total", total=euros(costs.total))]
        self.unknown.lines = [*plan.unknowns(), *filter(None, [plan.left_untold()])]
        self.body.children = self._whole


__all__ = ["BudgetView", "Prices"]
