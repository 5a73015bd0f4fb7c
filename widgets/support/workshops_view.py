"""Les ateliers trouvés : quand, où, avec qui, quelles missions ; qui vient, qui attend, et qui n'a pas de créneau."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from liaison.base.dates import numeric_date
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.diagnostic.papers.number_words import share_words
from liaison.support.vocabulary import language_words
from liaison.support.workshops.aims import aims_said
from liaison.support.workshops.plan import STATES, Workshop, WorkshopPlan
from liaison.support.workshops.shares import shares, trait_words
from widgets.kit import Chart, DataTable, Heading, Notice, Paragraphs, SelectField, show_if, stack, standing
from widgets.support.paths import path_lines
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
SHARED = ("qui", "part", "place", "attente", "sans_creneau")
COLUMNS = ("atelier", "quand", "familles", "ou", "theme", "avec")


class WorkshopsView:
    """The plan of the workshops, one of them opened with its missions and its codes, one family explained."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.waiting = Notice()
        self.proven = Paragraphs()
        self.chart = Chart(kind="dots", alt=t("workshops-alt"), unit=t("families-unit"))
        self.reasons = Chart(kind="dots", alt=t("unserved-alt"), unit=t("families-unit"))
        self.table = DataTable(
            caption=t("workshops-caption"),
            columns=[{"id": name, "label": t(f"workshops-{name}"), "numeric": name == "familles"} for name in COLUMNS],
        )
        self.shares = DataTable(
            caption=t("shares-caption"),
            columns=[
                {"id": name, "label": t(f"shares-{name}".replace("_", "-")), "numeric": name != "qui"}
                for name in SHARED
            ],
        )
        self.shares_note = Paragraphs(lines=[t("shares-note")])
        self.team = Notice(kind="attention", title=t("team-only"), text=t("team-only-codes"))
        self.chosen = SelectField(label=t("workshop-chosen"))
        self.inside = Paragraphs()
        self.code = SelectField(label=t("workshop-code"))
        self.why = Paragraphs()
        self.chosen.observe(lambda _change: self._tell(), "value")
        self.code.observe(lambda _change: self._explain(), "value")
        self.body = standing()
        self._whole = (
            *(self.team, self.proven, self.chart, self.table, self.reasons, self.shares, self.shares_note),
            Heading(3, t("workshop-title")),
            *(self.chosen, self.inside, Heading(3, t("workshop-why")), self.code, self.why),
        )
        self.widget = stack([self.waiting, self.body])

    def show(self) -> None:
        """Draw the plan, or say that it is being looked for."""
        plan = self.state.workshop_plan
        self.waiting.title = t("result-searching") if plan is None else ""
        show_if(self.body, plan is not None)
        if plan is None:
            return
        self.body.children = self._whole
        counts, note = plan.counts(), {} if self.state.fictitious else {"note": ""}
        self.proven.lines = [typeset(aims_said(plan.aims, plan.seed)), proof(plan)]
        self.shares.rows = [_share(row) for row in shares(plan).to_dict("records")]
        self.chart.show(
            title=t("workshops-result", placed=counts["place"], wanting=sum(counts.values()), n=len(plan.workshops)),
            data=[{"label": t(f"state-{state}".replace("_", "-")), "count": counts[state]} for state in STATES]
            if sum(counts.values())
            else [],
            **note,
        )
        self._draw_reasons(plan, note)
        self.table.rows = [_row(plan, workshop) for workshop in plan.workshops]
        self._offer(
            self.chosen,
            [(workshop.id, typeset(f"{workshop.id} : {_when(plan, workshop)}")) for workshop in plan.workshops],
        )
        self._offer(self.code, [(str(code), str(code)) for code in _hardest_first(plan)])
        self._tell()
        self._explain()

    def _draw_reasons(self, plan: WorkshopPlan, note: dict[str, str]) -> None:
        unserved = plan.unserved()
        self.reasons.show(
            title=t("unserved-title", count=sum(unserved.values())),
            data=[{"label": t(f"reason-{reason}"), "count": count} for reason, count in unserved.items()],
            **note,
        )

    def _offer(self, field: SelectField, choices: list[tuple[str, str]]) -> None:
        before = field.value
        field.options = [{"value": value, "label": label} for value, label in choices]
        known = [value for value, _ in choices]
        field.value = before if before in known else known[0] if known else ""

    def _tell(self) -> None:
        plan = self.state.workshop_plan
        workshop = (
            None
            if plan is None
            else next((workshop for workshop in plan.workshops if workshop.id == self.chosen.value), None)
        )
        if plan is None or workshop is None:
            self.inside.lines = []
            return
        self.inside.lines = [
            plan.announcement(workshop) + ".",
            t("workshop-languages", languages=joined(map(language_words, workshop.langues))),
            t("workshop-care", count=workshop.enfants_gardes),
            t("workshop-codes", codes=joined(workshop.familles)),
            *path_lines(workshop.parcours),
        ]

    def _explain(self) -> None:
        plan, code = self.state.workshop_plan, self.code.value
        self.why.lines = [plan.why(code)] if plan is not None and code in plan.table.index else []


def proof(plan: WorkshopPlan) -> str:
    """Return in words how far the plan is proven to be the best."""
    if "tirage" not in plan.proven:
        return t("proof-none")
    return t("proof-all" if "ateliers" in plan.proven else "proof-who")


def _share(row: dict[Hashable, Any]) -> dict[str, Any]:
    served = row["place"] + row["attente"]
    return {
        "qui": t("shares-row", trait=trait_words(row["trait"]), value=row["valeur"]),
        "part": share_words(row["place"] / served) if served else "–",
        **{name: row[name] for name in STATES},
    }


def _hardest_first(plan: WorkshopPlan) -> list[Any]:
    order = {"sans_creneau": 0, "attente": 1, "place": 2}
    return list(plan.table["etat"].map(order).sort_values(kind="stable").index)


def _when(plan: WorkshopPlan, workshop: Workshop) -> str:
    slot = next(slot for slot in plan.settings.creneaux if slot.id == workshop.creneau)
    return f"{slot.libelle} ({numeric_date(slot.date)})" if slot.date else slot.libelle


def _row(plan: WorkshopPlan, workshop: Workshop) -> dict[str, Any]:
    settings = plan.settings
    names = {each.id: each.libelle for each in (*settings.salles, *settings.animation, *settings.interpretes)}
    themes = {theme.id: theme.libelle for theme in settings.themes}
    return {
        "atelier": workshop.id,
        "quand": typeset(_when(plan, workshop)),
        "ou": names[workshop.salle],
        "theme": themes[workshop.theme],
        "avec": joined(names[each] for each in (workshop.animation, *workshop.interpretes)),
        "familles": len(workshop.familles),
    }


__all__ = ["WorkshopsView", "proof"]
