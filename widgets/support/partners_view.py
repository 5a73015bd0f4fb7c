"""Avec qui : ce que chaque genre de partenaire peut faire, comment l'approcher, et les noms d'ici."""

from __future__ import annotations

from liaison.base.words import lower_first
from liaison.rules import rule
from liaison.support.plan.partners import (
    LocalPartner,
    local_partners_csv,
    match_partners,
    need_words,
    needs_present,
    partner_kinds,
    read_local_partners,
)
from widgets.kit import DataTable, FileIn, FileOut, Heading, Notice, Paragraphs, Question, SelectField, badge_of, stack
from widgets.kit.writing import Writing
from widgets.support.roster import Record, Roster
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
FIELDS = {"libelle": "name", "genre": "kind", "contact": "contact", "lieu": "place", "horaires": "hours"}
RULE = "accompagnement/partenaires"


class PartnersView:
    """Matches need by need, those named here first; then one kind at a time: its role, how to ask it, for what."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        columns = ("besoin", "genre", "action", "ici")
        self.table = DataTable(
            caption=t("partners-caption"),
            columns=[{"id": name, "label": t(f"partners-{name}")} for name in columns],
        )
        self.none = Notice()
        kinds = [{"value": kind.id, "label": kind.label} for kind in partner_kinds()]
        self.kind = SelectField(label=t("partner-kind"), options=kinds, value=kinds[0]["value"])
        self.kind.badge = badge_of(rule(RULE, state.today))
        self.about = Paragraphs()
        self.kind.observe(lambda _change: self._tell(), "value")
        self.widget = stack([self.none, self.table, Heading(3, t("partner-title")), self.kind, self.about])

    def show(self) -> None:
        """Draw the matches of the needs of the plan."""
        matches = match_partners(needs_present(self.state.needs), self.state.partners)
        self.none.title = "" if matches else t("partners-none")
        self.table.rows = [
            {
                "besoin": need_words(match.need),
                "genre": match.kind.label,
                "action": match.action,
                "ici": ", ".join(local.name for local in match.local) or t("partners-to-name"),
            }
            for match in matches
        ]
        self._tell()

    def _tell(self) -> None:
        kind = next(kind for kind in partner_kinds() if kind.id == (self.kind.value or partner_kinds()[0].id))
        self.about.lines = [
            t("partner-role", text=lower_first(kind.role)),
            t("partner-approach", text=lower_first(kind.approach)),
            t("partner-ask", text=lower_first(kind.ask)),
        ]


class LocalNames:
    """The names of partners here: typed one by one, or in a file that a spreadsheet fills; never a person's name."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        kinds = [{"value": kind.id, "label": kind.label} for kind in partner_kinds()]
        fields = {
            "libelle": Question(label=t("partner-name"), help=t("partner-name-help"), kind="short_text"),
            "genre": SelectField(label=t("partner-kind"), options=kinds),
            "contact": Question(label=t("partner-contact"), help=t("partner-contact-help"), kind="short_text"),
            "lieu": Question(label=t("partner-place"), kind="short_text"),
            "horaires": Question(label=t("partner-hours"), kind="short_text"),
        }
        self.roster = Roster("partenaire", fields, _new)
        self.open = FileIn(label=t("open-partners"), help=t("open-partners-help"), accept=".csv")
        self.sheet = FileOut(label=t("take-partners"))
        self.open.on_file(self._take)
        self.sheet.on_request(lambda: partners_file(state))
        self._writing = Writing()
        self.roster.on_change(self._changed)
        state.observe(lambda _change: self.show(), "partners")
        self.show()
        self.widget = stack([self.open, self.sheet, self.roster.widget])

    def show(self) -> None:
        """Set the list from the state."""
        self.sheet.forget()
        if self._writing:
            return
        self.roster.show(
            [
                {"id": f"partenaire_{number}", **{field: getattr(partner, name) for field, name in FIELDS.items()}}
                for number, partner in enumerate(self.state.partners, start=1)
            ]
        )

    def _changed(self) -> None:
        with self._writing:
            self.state.partners = tuple(
                LocalPartner(**{name: str(record[field]).strip() for field, name in FIELDS.items()})
                for record in self.roster.records
                if str(record["libelle"]).strip() and record["genre"]
            )

    def _take(self, name: str, content: bytes) -> None:
        self.state.partners = read_local_partners(content, name)

    def summary(self) -> str:
        """Return how many are named."""
        return t("summary-partners", count=len(self.state.partners))


def _new() -> Record:
    return {"libelle": t("partenaire-new"), "genre": partner_kinds()[0].id, "contact": "", "lieu": "", "horaires": ""}


def partners_file(state: PlanState) -> tuple[str, str, bytes]:
    """Return the file of local partners, with a line to fill for each kind that has none yet."""
    return "partenaires.csv", "text/csv", local_partners_csv(state.partners)


__all__ = ["LocalNames", "PartnersView", "partners_file"]
