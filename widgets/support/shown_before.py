"""Ce qui a déjà été montré des réponses de l'établissement : un rapport de plus n'en trahit pas quelques-unes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.school.vocabulary import FICTION
from widgets.kit import CheckField, FileIn, FileOut, Notice, stack
from widgets.kit.file_out import Made
from widgets.support.state import PlanState
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.diagnostic.publication.publication import Publication
    from liaison.diagnostic.publication.same_form import OtherForm
    from liaison.support.plan.plan import Plan

t = texts("support")
JSON = "application/json"


class ShownBefore:
    """What was shown of the school's own families: in this page, and in a register that the team opens, if it does.

    A diagnosis whose difference with one of them would isolate a few families is refused; a plan hides what, beside
    one, would give a small number. A fictitious school is never compared nor kept: it hides nobody.
    """

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.open = FileIn(label=t("take-former"), help=t("take-former-help"), accept=".json")
        self.open.on_file(self._open)
        self.notice = Notice()
        self.register = FileOut(label=t("take-register"))
        self.register.on_request(self._register)
        self.unknown = Notice(kind="attention")
        self.first = CheckField(label=t("take-first"))
        self.widget = stack([])

    def show(self) -> None:
        """Draw the parts where there are real families; wait for a yes where nothing says what was shown of answers."""
        self.register.forget()
        if self.state.fictitious:
            self.widget.children = ()
            return
        title, text = "", ""
        if not self._answered:
            pass  # a plan alone has no answers to count again
        elif not self.former:
            title = t("take-first-plan-title" if self.state.shown().plans else "take-first-title")
            text = t("take-first-text")
        elif other := self._other():
            title = t("take-other-title")
            text = t("take-other-text", date=f"{other.date:%d/%m/%Y}", questions=other.questions)
        self.unknown.title, self.unknown.text = title, text
        waits = (self.unknown, self.first) if title else ()
        self.widget.children = (self.open, self.notice, *waits, self.register)

    @property
    def former(self) -> tuple[Publication, ...]:
        """The diagnoses that were shown, the oldest first."""
        return self.state.shown().former

    @property
    def _answered(self) -> bool:
        return not self.state.fictitious and self.state.own_answers is not None

    def _new(self) -> Publication | None:
        from liaison.diagnostic.publication.publication import publication

        answers, indicators = self.state.own_answers, self.state.indicators()
        return (
            publication(indicators, answers.questionnaire.id, self.state.today)
            if answers is not None and indicators
            else None
        )

    def _other(self) -> OtherForm | None:
        from liaison.diagnostic.publication.same_form import other_form

        new = self._new()
        return other_form(self.former, new) if new else None

    def publish(self, plan: Plan) -> None:
        """Check the diagnosis that is about to be shown with a plan against what already was, then remember both.

        Raises:
            PublicationError: nothing says what was already shown of this form, and the team does not say that nothing
                was; or no report of this plan can be shown.
            AuditError: read as a whole, it would tell too much.
            DifferencingError: with a former publication, it would isolate a few families.
        """
        from liaison.diagnostic.publication.publication import PublicationError
        from liaison.support.papers.beside_diagnosis import shown_plan

        if self.state.fictitious:
            return
        if not plan.shareable:
            raise PublicationError(t("take-not-shareable"))
        shown, new = self.state.shown(), None
        answers, indicators = self.state.own_answers, plan.indicators
        if answers is not None and indicators is not None:
            if not self.first.value:
                if not self.former:
                    raise PublicationError(t("take-first-needed"))
                if self._other():
                    raise PublicationError(t("take-other-needed"))
            new = shown.checked(indicators, answers, None, self.state.today)
            self.first.value = False  # a yes is for one form
        self.state.already = shown.with_more(new, shown_plan(plan.published(), self.state.today))
        self.show()

    def _open(self, name: str, content: bytes) -> None:
        from liaison.diagnostic.publication.publication import REGISTER, PublicationError

        if FICTION in name.lower():
            raise PublicationError(t("take-former-fictitious", name=name))
        register = REGISTER.parse(content, f"« {name} »")
        self.state.already = self.state.shown().with_register(register)
        self.notice.title = t("take-former-read", count=len(register.publications) + len(register.plans))
        self.first.value = False  # it was said before this was known
        self.show()

    def _register(self) -> Made:
        from liaison.diagnostic.publication.publication import FILE, PublicationError

        shown = self.state.shown()
        if not (shown.former or shown.plans):
            raise PublicationError(t("take-register-empty"))
        return FILE, JSON, shown.register()


__all__ = ["ShownBefore"]
