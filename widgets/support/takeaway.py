"""À emporter : le rapport pour le conseil, les conventions de prêt, la politique, les fichiers à rouvrir."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from liaison.support.vocabulary import ITEMS, Item
from widgets.kit import FileOut, Heading, Notice, Paragraphs, Question, stack
from widgets.kit.file_out import Made
from widgets.support.messages_view import policy_file
from widgets.support.partners_view import partners_file
from widgets.support.shown_before import ShownBefore
from widgets.support.state import PlanState
from widgets.support.words import quoted_purposes
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.documents import Document

t = texts("support")
YAML, CSV, PDF, HTML = "application/yaml", "text/csv", "application/pdf", "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class TakeView:
    """Names, then one button per file; nothing is made before its button is pressed."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.school = Question(label=t("take-school"), help=t("take-school-help"), kind="short_text")
        self.owner = Question(label=t("take-owner"), help=t("take-owner-help"), kind="short_text")
        self.helper = Question(label=t("take-helper"), help=t("take-helper-help"), kind="short_text")
        self.buttons: dict[str, FileOut] = {}
        self.before = ShownBefore(state)
        self.widget = stack(
            [
                *(Paragraphs(lines=[t("take-intro")]), self.school),
                *(Heading(3, t("take-council")), Paragraphs(lines=[t("take-council-text")]), self.before.widget),
                *(self._button(f"report-{kind}", self._report(kind)) for kind in ("docx", "pdf", "html")),
                *(Heading(3, t("take-agreements")), Paragraphs(lines=[t("take-agreements-text")])),
                *(self.owner, self.helper),
                *(self._button(f"agreements-{item}".replace("_", "-"), self._agreements(item)) for item in ITEMS),
                *(Heading(3, t("take-team")), Notice(kind="attention", title=t("take-team-text"))),
                self._button("policy", lambda: policy_file(state)),
                self._button("partners", lambda: partners_file(state)),
                self._button("needs", self._needs),
                self._button("loans", self._loans),
                self._button("workshops", self._workshops),
            ]
        )

    def show(self) -> None:
        """Offer the register where there are real answers; each file is made when it is asked for."""
        self.before.show()

    def _button(self, name: str, maker: Callable[[], Made]) -> FileOut:
        button = FileOut(label=t(f"take-{name}"))
        button.on_request(maker)
        self.buttons[name] = button
        return button

    @property
    def _school(self) -> str:
        return self.school.value.strip() or t("take-school-default")

    def _report(self, kind: str) -> Callable[[], Made]:
        def make() -> Made:
            from liaison.across.changes_alone import alone_lines
            from liaison.support.council_report import STEM, council_report

            plan = self.state.plan()
            self.before.publish(plan)
            reading = "" if self.state.fictitious else self.state.own_reading
            purposes = quoted_purposes()
            alone = alone_lines(self.state.told_alone(), self.state.fiction().name, purposes)
            fictitious = self.state.fictitious
            report = council_report(plan, self._school, purposes, reading=reading, alone=alone, fictitious=fictitious)
            mime = {"docx": DOCX, "pdf": PDF, "html": HTML}[kind]
            return f"{STEM}.{kind}", mime, _written(report, kind)

        return make

    def _agreements(self, item: Item) -> Callable[[], Made]:
        def make() -> Made:
            from liaison.support.agreement import LoanTerms, agreements

            plan = self.state.plan()
            terms = LoanTerms(
                self._school,
                plan.lent_on,
                plan.back_on,
                plan.kind,
                self.owner.value.strip(),
                help_contact=self.helper.value.strip(),
                fictitious=self.state.fictitious,
            )
            return f"conventions_{item}.docx", DOCX, _written(agreements(plan.loans[item], terms, plan.on), "docx")

        return make

    def _needs(self) -> Made:
        from liaison.support.needs_file import needs_csv

        name = "besoins_fictifs.csv" if self.state.fictitious else "besoins.csv"
        # A spreadsheet reads the accents when the file says that it is UTF-8.
        return name, CSV, needs_csv(self.state.needs)

    def _loans(self) -> Made:
        from liaison.support.loans import loan_settings_yaml

        return "reglages_prets.yaml", YAML, loan_settings_yaml(self.state.loans).encode()

    def _workshops(self) -> Made:
        from liaison.support.workshops import workshop_settings_yaml

        return "reglages_ateliers.yaml", YAML, workshop_settings_yaml(self.state.workshops).encode()


def _written(document: Document, kind: str) -> bytes:
    from liaison.documents import to_docx, to_html, to_pdf

    if kind == "html":
        return to_html(document).encode()
    return to_pdf(document) if kind == "pdf" else to_docx(document)


__all__ = ["TakeView"]
