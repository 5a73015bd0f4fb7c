"""Ce que l'on sait des familles du plan, et ce que l'on n'en sait pas."""

from __future__ import annotations

from liaison.support.vocabulary import families
from widgets.kit import Chart, DataTable, Notice, Paragraphs, stack
from widgets.support.everyone_view import EveryoneView
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
AXES = ("equipement", "competences")
# What the axes show, and what a family asks for itself.
ROWS = (
    ("ordinateur", "besoin_ordinateur", "demande_ordinateur"),
    ("cle-4g", "besoin_cle_4g", "demande_cle_4g"),
    ("atelier", "besoin_atelier", ""),
    ("interprete", "besoin_interprete", ""),
    ("hors-ecran", "besoin_hors_ecran", ""),
)


class NeedsView:
    """Every family in what the plan makes of it, needs and wishes side by side, then the two axes, never added up."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.team = Notice(kind="attention", title=t("team-only"), text=t("team-only-counts"))
        self.missing = Paragraphs()
        columns = ("need", "shown", "asked")
        self.table = DataTable(
            caption=t("needs-caption"),
            columns=[{"id": name, "label": t(f"needs-{name}"), "numeric": name != "need"} for name in columns],
        )
        self.axes = {
            axis: Chart(kind="bars", alt=t(f"axis-{axis}-alt"), unit=t("families-unit"), x_label=t("families-unit"))
            for axis in AXES
        }
        self.everyone = EveryoneView(state)
        self.widget = stack([self.team, self.missing, self.everyone.widget, self.table, *self.axes.values()])

    def show(self) -> None:
        """Draw the table and both axes."""
        state, needs = self.state, self.state.needs
        self.missing.lines = [t("needs-here", families=families(len(needs)))]
        if state.fictitious:
            total = state.fiction().families
            self.missing.lines = [t("needs-of-all", count=len(needs), total=total, absent=total - len(needs))]
        counts = needs.counts()
        self.table.rows = [
            {
                "need": t(f"need-{name}"),
                "shown": counts[shown],
                "asked": counts[question] if question else needs.can_come() if name == "atelier" else None,
            }
            for name, shown, question in ROWS
        ]
        for axis, chart in self.axes.items():
            self._draw(axis, chart)
        self.everyone.show()

    def _draw(self, axis: str, chart: Chart) -> None:
        needs = self.state.needs
        placed, unknown = needs.placed(axis)
        rows = [{"label": t(f"{axis}-{value}".replace("_", "-")), "count": count} for value, count in placed.items()]
        if unknown:
            rows.append({"label": t("axis-unknown"), "count": unknown})
        _least, *others = placed.values()
        note = {} if self.state.fictitious else {"note": ""}
        chart.show(title=t(f"axis-{axis}-title", count=sum(others), total=len(needs)), data=rows, **note)


__all__ = ["NeedsView"]
