"""Ce qui a déjà été montré des mêmes familles : la seule porte des écrans qui publient ce qui vient de réponses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from liaison.base.dates import numeric_date
from liaison.school.vocabulary import FICTION
from widgets.kit import CheckField, FileIn, FileOut, Notice, file_named, stack
from widgets.kit.file_out import Made
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.diagnostic.answers import Answers
    from liaison.diagnostic.counting.indicators import AnswerIndicators
    from liaison.diagnostic.counting.weights import FamilyCounts
    from liaison.diagnostic.publication.already_shown import AlreadyShown
    from liaison.diagnostic.publication.beside import ShownPlan
    from liaison.diagnostic.publication.publication import Publication

t = texts("shown_before")
REAL = "réelles"  # the families of the school that uses the page, whatever file they come from


class Showing(Protocol):
    """The state of a screen that shows what families answered.

    `whose`: REAL families, those of a fictitious school by what it is made of, or None where nothing is compared nor
    kept. `already`: what this page knows to have been shown, by `whose`. `answers`: those that a diagnosis is made of,
    None or empty where nothing is published of any.
    """

    already: Mapping[Hashable, AlreadyShown]

    @property
    def whose(self) -> Hashable | None: ...
    @property
    def answers(self) -> Answers | None: ...
    @property
    def population(self) -> FamilyCounts | None: ...
    def indicators(self) -> AnswerIndicators | None: ...


class _Question(NamedTuple):
    """What only a person can say before a file is given: as the page asks it, and as the button refuses."""

    title: str
    text: str
    refusal: str


class ShownBefore:
    """What was shown of the same families: in this page, and in a register that the team opens, if it does.

    A diagnosis whose difference with one of them would isolate a few families is refused; a plan hides what, beside
    one, would give a small number, and a diagnosis what would give one beside a plan. Where nothing says what was shown
    of real answers, or says it of another form only, files wait for a yes; `otherwise` says what else can be done then.
    Real and fictitious families never meet, neither in this comparison nor in a register.

    `widget` stands before the files, `after` (the register) behind them.
    """

    def __init__(self, state: Showing, today: Callable[[], dt.date], otherwise: str) -> None:
        self.state, self._today, self._otherwise = state, today, otherwise
        self.open = FileIn(label=t("former"), help=t("former-help"), accept=".json")
        self.open.on_file(self._open)
        self.notice = Notice()
        self.unknown = Notice(kind="attention")
        self.first = CheckField(label=t("first"))
        self.register = FileOut(label=t("register"))
        self.register.on_request(self._register)
        self.widget, self.after = stack(), stack()

    def show(self) -> None:
        """Draw the parts where what is shown is compared; wait for a yes where nothing says what was of answers."""
        self.register.forget()
        if self.state.whose is None:
            self.widget.children = self.after.children = ()
            return
        question = self._question()
        self.unknown.title, self.unknown.text = (question.title, question.text) if question else ("", "")
        self.widget.children = (self.open, self.notice, *((self.unknown, self.first) if question else ()))
        self.after.children = (self.register,)

    @property
    def former(self) -> tuple[Publication, ...]:
        """The diagnoses that were shown, the oldest first."""
        return self.shown().former

    def shown(self) -> AlreadyShown:
        """Return what was already shown of the families on screen."""
        return self._of(self.state.whose)

    def publish(self, diagnosis: AnswerIndicators | None, plan: ShownPlan | None = None) -> None:
        """Check the diagnosis that is about to be shown against what already was, then remember it, and the plan.

        Raises:
            PublicationError: nothing says what was already shown of this form, and the team does not say that nothing
                was.
            AuditError: read as a whole, it would tell too much.
            DifferencingError: with a former publication, it would isolate a few families.
        """
        from liaison.diagnostic.publication.publication import PublicationError

        if self.state.whose is None:
            return
        shown, answers, new = self.shown(), self.state.answers, None
        if diagnosis is not None and answers is not None:
            if not self.first.value and (question := self._question()):
                raise PublicationError(question.refusal)
            new = shown.checked(diagnosis, answers, self.state.population, self._today())
            self.first.value = False  # a yes is for one form
        self._keep(self.state.whose, shown.with_more(new, plan))

    def _question(self) -> _Question | None:
        if self.state.whose != REAL or not self.state.answers:
            return None
        from liaison.diagnostic.publication.publication import publication
        from liaison.diagnostic.publication.same_form import other_form

        shown = self.shown()
        if not shown.former:
            title = t("first-plan-title" if shown.plans else "first-title")
            return _Question(title, t("first-text"), t("first-needed"))
        diagnosis, form = self.state.indicators(), self.state.answers.questionnaire.id
        other = other_form(shown.former, publication(diagnosis, form, self._today())) if diagnosis else None
        if other is None:
            return None
        text = t("other-text", date=numeric_date(other.date), questions=other.questions, otherwise=self._otherwise)
        return _Question(t("other-title"), text, t("other-needed"))

    def _of(self, whose: Hashable | None) -> AlreadyShown:
        from liaison.diagnostic.publication.already_shown import AlreadyShown

        return self.state.already.get(whose, AlreadyShown())

    def _keep(self, whose: Hashable, shown: AlreadyShown) -> None:
        self.state.already = {**self.state.already, whose: shown}
        self.show()

    def _open(self, name: str, content: bytes) -> None:
        from liaison.diagnostic.publication.publication import REGISTER, PublicationError

        # A real register opened while a fictitious school is shown is for the real answers that come next.
        whose = self.state.whose if FICTION in name.lower() else REAL
        if FICTION in name.lower() and whose in (REAL, None):
            raise PublicationError(t("former-fictitious", name=name))
        register = REGISTER.parse(content, f"« {name} »")
        self.notice.title = t("former-read", count=len(register.publications) + len(register.plans))
        self.first.value = False  # it was said before this was known
        self._keep(whose, self._of(whose).with_register(register))

    def _register(self) -> Made:
        from liaison.diagnostic.publication.publication import FILE, PublicationError

        shown = self.shown()
        if not (shown.former or shown.plans):
            raise PublicationError(t("register-empty"))
        name = FILE if self.state.whose == REAL else FILE.replace(".", f"_{FICTION}.")
        return file_named(name, shown.register())


__all__ = ["REAL", "ShownBefore"]
