"""À emporter : le rapport pour le conseil, les conventions de prêt, la politique, les fichiers à rouvrir."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from liaison.school.vocabulary import school_named
from liaison.support.vocabulary import ITEMS, Item
from widgets.kit import (
    FileOut,
    Heading,
    Notice,
    Panels,
    Paragraphs,
    Question,
    beside,
    document_file,
    file_named,
    files_out,
    formats_out,
    paper_out,
    say_the_last,
    stack,
    unprojected,
)
from widgets.kit.file_out import Made
from widgets.shown_before import ShownBefore
from widgets.support.messages_view import policy_file
from widgets.support.partners_view import partners_file
from widgets.support.state import PlanState
from widgets.support.words import quoted_purposes
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.documents import Ending
    from liaison.support.loans.agreement import LoanTerms
    from liaison.support.plan.plan import Plan

t = texts("support")


class PlanFiles:
    """Names, then one button per file; nothing is made before its button is pressed."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.school = Question(label=t("take-school"), help=t("take-school-help"), kind="short_text")
        self.owner = Question(label=t("take-owner"), help=t("take-owner-help"), kind="short_text")
        self.helper = Question(label=t("take-helper"), help=t("take-helper-help"), kind="short_text")
        self.council = Paragraphs()
        self.before = ShownBefore(state, lambda: state.today, t("take-otherwise"))
        council = formats_out(t("take-report"), self._report)
        council["pdf"].main = True
        loans = {item: self._agreements(item) for item in ITEMS}
        by_item = ((f"agreements-{way}-{item}", button) for item in ITEMS for way, button in loans[item].items())
        team = _buttons(
            {
                "policy": lambda: policy_file(state),
                "partners": lambda: partners_file(state),
                "needs": self._needs,
                "loans": self._loans,
                "workshops": self._workshops,
            }
        )
        self.buttons = {
            **{f"report-{ending}": button for ending, button in council.items()},
            **{name.replace("_", "-"): button for name, button in by_item},
            **team,
        }
        say_the_last([*self.buttons.values(), self.before.register])
        team_papers = stack([Notice(kind="attention", title=t("take-team-text")), *team.values()])
        terms = [Paragraphs(lines=[t("take-agreements-text")]), self.owner, self.helper]
        agreements = stack([*terms, *(paper_out(loans[item].values(), level=3) for item in ITEMS)])
        self.widget = beside(
            [
                *(Paragraphs(lines=[t("take-intro")]), self.school),
                *(Heading(3, t("take-council")), self.council, self.before.widget),
                *(paper_out(council.values(), level=4), self.before.after),
            ],
            [
                Panels([t("take-agreements")], [agreements], open_index=-1),
                unprojected(Panels([t("take-team")], [team_papers], open_index=-1)),
            ],
        )

    def show(self) -> None:
        """Offer the register where there are real answers; each file is made when it is asked for.

        What is said of a file goes with the plan it was made of.
        """
        for button in self.buttons.values():
            button.forget()
        care = [] if self.state.fictitious else [t("take-council-care")]
        self.council.lines = [t("take-council-text"), *care]
        self.before.show()

    @property
    def _school(self) -> str:
        return school_named(self.school.value, self.state.fictitious)

    def _report(self, ending: Ending) -> Made:
        from liaison.across.changes_alone import alone_lines
        from liaison.diagnostic.publication.publication import PublicationError
        from liaison.support.papers.beside_diagnosis import shown_plan
        from liaison.support.papers.council_report import STEM, council_report

        plan = self.state.plan()
        if not self.state.fictitious:
            if not plan.shareable:
                raise PublicationError(t("take-not-shareable"))
            self.before.publish(plan.indicators, shown_plan(plan.published(), self.state.today))
        reading = "" if self.state.fictitious else self.state.own_reading
        purposes = quoted_purposes()
        alone = alone_lines(self.state.told_alone(), self.state.fiction().name, purposes)
        fictitious = self.state.fictitious
        report = council_report(plan, self._school, purposes, reading=reading, alone=alone, fictitious=fictitious)
        return document_file(STEM, ending, report)

    def _agreements(self, item: Item) -> dict[str, FileOut]:
        makers = {"apart": partial(self._agreements_apart, item), "print": partial(self._agreements_to_print, item)}
        return files_out(
            lambda way: t(f"take-agreements-{way}"), makers, t(f"take-agreements-{item}".replace("_", "-"))
        )

    def _agreements_apart(self, item: Item) -> Made:
        from liaison.support.loans.agreement_files import agreements_apart, zip_name

        plan = self.state.plan()
        return file_named(zip_name(item), agreements_apart(plan.loans[item], self._terms(plan), plan.on))

    def _agreements_to_print(self, item: Item) -> Made:
        from liaison.support.loans.agreement_files import agreements_to_print, print_name

        plan = self.state.plan()
        return file_named(print_name(item), agreements_to_print(plan.loans[item], self._terms(plan), plan.on))

    def _terms(self, plan: Plan) -> LoanTerms:
        from liaison.support.loans.agreement import LoanTerms

        return LoanTerms(
            self._school,
            plan.lent_on,
            plan.back_on,
            plan.kind,
            self.owner.value.strip(),
            help_contact=self.helper.value.strip(),
            fictitious=self.state.fictitious,
        )

    def _needs(self) -> Made:
        from liaison.support.needs.needs_file import needs_csv

        name = "besoins_fictifs.csv" if self.state.fictitious else "besoins.csv"
        # A spreadsheet reads the accents when the file says that it is UTF-8.
        return file_named(name, needs_csv(self.state.needs))

    def _loans(self) -> Made:
        from liaison.support.loans.loans import loan_settings_yaml

        return file_named("reglages_prets.yaml", loan_settings_yaml(self.state.loans).encode())

    def _workshops(self) -> Made:
        from liaison.support.workshops.settings import workshop_settings_yaml

        return file_named("reglages_ateliers.yaml", workshop_settings_yaml(self.state.workshops).encode())


def _buttons(makers: Mapping[str, Callable[[], Made]]) -> dict[str, FileOut]:
    return files_out(lambda key: t(f"take-{key}"), makers)


__all__ = ["PlanFiles"]
