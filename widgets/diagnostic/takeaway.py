"""À emporter : ce qui peut être montré, et à part ce que l'équipe garde pour elle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from liaison.school.vocabulary import FICTION, school_named
from widgets.diagnostic.received import Received
from widgets.diagnostic.state import FILES, DiagnosticState
from widgets.diagnostic.words import TICKED, question_words, rows_of, shown_count, t, value_words
from widgets.kit import (
    CheckField,
    FileIn,
    Heading,
    Notice,
    Paragraphs,
    Question,
    document_file,
    file_named,
    files_out,
    stack,
)

if TYPE_CHECKING:
    import pandas as pd

    from liaison.diagnostic.counting.indicators import AnswerIndicators
    from liaison.diagnostic.publication.already_shown import AlreadyShown
    from liaison.diagnostic.publication.publication import Publication
    from liaison.diagnostic.publication.same_form import OtherForm
    from liaison.documents import Document
    from widgets.kit.file_out import Made

PUBLIC = ("docx", "pdf", "html", "table", "response", "register")
JSON = "application/json"


class TakeError(Exception):
    """Why a file cannot be taken away now, in French."""


class DiagnosisFiles:
    """One button per file; nothing is made before its button is pressed.

    What is taken to be shown is compared with all that already was of the same families: in this page, and in the
    register of a former export, or of a plan, when the team opens it. A difference that would isolate a few families is
    refused; what would give a number that the plan hides is hidden.
    Fiction and real answers never meet, neither in this comparison nor in a register. While lines of the files are
    refused or read in part, the team says that it publishes so: corrected later, they would be told by difference.
    """

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        self.state, self.received = state, received
        self._shown: dict[tuple[object, ...], AlreadyShown] = {}
        makers = {
            "docx": lambda: document_file("diagnostic", "docx", self._report()),
            "pdf": lambda: document_file("diagnostic", "pdf", self._report()),
            "html": lambda: document_file("diagnostic", "html", self._report()),
            "table": self._table,
            "response": self._response,
            "register": self._register,
            "answers": self._answers,
        }
        self.buttons = files_out(lambda key: t(f"take-{key}"), makers)
        self.school = Question(label=t("take-school"), help=t("take-school-help"), kind="short_text")
        self.open = FileIn(label=t("take-former"), help=t("take-former-help"), accept=".json")
        self.open.on_file(self._open_register)
        self.notice = Notice()
        self.refused = Notice(kind="attention")
        self.without = CheckField(label=t("take-without"))
        self._lines_refused = stack()
        self.unknown = Notice(kind="attention")
        self.first = CheckField(label=t("take-first"))
        self._first = stack()
        self.questions = Notice(kind="attention")
        self.protected = Paragraphs()
        public = [
            Heading(3, t("take-public")),
            self.protected,
            self.open,
            self.notice,
            self._first,
            self.questions,
            self.school,
            self._lines_refused,
            *(self.buttons[name] for name in PUBLIC),
        ]
        team = [Heading(3, t("take-team")), Paragraphs(lines=[t("take-team-text")]), self.buttons["answers"]]
        self.widget = stack([*public, *team])

    def show(self) -> None:
        """Say what was not asked and whether lines are to be corrected; each file is made when it is asked for.

        What is said of a file goes with the answers it was made of.
        """
        for button in self.buttons.values():
            button.forget()
        # A plan is made of the answers to the questionnaire of the suite.
        self.protected.lines = [t("take-public-text"), *([t("take-plan")] if self.state.own is None else [])]
        self._say_asked()
        self._show_first()
        count = self._to_correct()
        self.refused.title = t("take-refused", count=count) if count else ""
        self.refused.text = t("take-refused-text") if count else ""
        self._lines_refused.children = (self.refused, self.without) if count else ()

    def _say_asked(self) -> None:
        from liaison.diagnostic.reading.questions_read import questions_read, reading_words

        read, typed = self.received.report, self.received.typed
        lines: list[str] = []
        if (
            read is not None
            and self.state.source == FILES
            and any(question.why for question in questions_read(read, typed))
        ):
            lines = reading_words(read, question_words, value_words, typed)
        self.questions.title, self.questions.text = t("take-asked") if lines else "", "\n".join(lines)

    def _show_first(self) -> None:
        """Wait for a yes where nothing says what was already shown of real answers, or says it of another form only."""
        diagnosis = self.state.indicators() if self.state.source == FILES else None
        title, text = "", ""
        if self.state.source == FILES and not self.former:
            title, text = (
                t("take-first-plan-title" if self._already.plans else "take-first-title"),
                t("take-first-text"),
            )
        elif diagnosis and (other := self._other(diagnosis)):
            title = t("take-other-title")
            text = t("take-other-text", date=f"{other.date:%d/%m/%Y}", questions=other.questions)
        self.unknown.title, self.unknown.text = title, text
        self._first.children = (self.unknown, self.first) if title else ()

    def _other(self, diagnosis: AnswerIndicators) -> OtherForm | None:
        from liaison.diagnostic.publication.same_form import other_form

        return other_form(self.former, self._new(diagnosis))

    def _new(self, diagnosis: AnswerIndicators) -> Publication:
        from liaison.diagnostic.publication.publication import publication

        return publication(diagnosis, self.state.questionnaire.id, today())

    def _to_correct(self) -> int:
        read = self.received.report
        return read.to_correct if self.state.source == FILES and read is not None else 0

    @property
    def former(self) -> tuple[Publication, ...]:
        """What was already taken to be shown of the same families, the oldest first."""
        return self._already.former

    @property
    def _already(self) -> AlreadyShown:
        from liaison.diagnostic.publication.already_shown import AlreadyShown

        return self._shown.get(self._families(), AlreadyShown())

    def _families(self) -> tuple[object, ...]:
        return (FILES,) if self.state.source == FILES else (self.state.source, self.state.school, self.state.seed)

    def _diagnosis(self) -> AnswerIndicators:
        diagnosis = self.state.indicators()
        if diagnosis is None or diagnosis.answers is None:
            raise TakeError(t("take-nothing"))
        return diagnosis

    def _publish(self, diagnosis: AnswerIndicators) -> None:
        """Check what is about to be shown against what already was, then remember it.

        Raises:
            TakeError: lines are to be corrected, and the team does not say that it publishes without; or nothing says
                what was already shown of this form, and the team does not say that nothing was.
            AuditError: read as a whole, it would tell too much.
            DifferencingError: with a former publication, it would isolate a few families.
        """
        if (count := self._to_correct()) and not self.without.value:
            raise TakeError(t("take-refused-first", count=count))
        if self.state.source == FILES and not self.first.value:
            if not self.former:
                raise TakeError(t("take-first-needed"))
            if self._other(diagnosis):
                raise TakeError(t("take-other-needed"))
        answers = self.state.answers
        if answers is not None:
            new = self._already.checked(diagnosis, answers, self.state.population, today())
            self._shown[self._families()] = self._already.with_more(new)
            self.buttons["register"].forget()  # one more publication is in it
        self.first.value = False  # a yes is for one form
        self._show_first()

    def _open_register(self, name: str, content: bytes) -> None:
        from liaison.diagnostic.publication.already_shown import AlreadyShown
        from liaison.diagnostic.publication.publication import REGISTER, PublicationError

        fiction = FICTION in name.lower()
        if self.state.source == FILES and fiction:
            raise PublicationError(t("take-former-fictitious", name=name))
        register = REGISTER.parse(content, f"« {name} »")
        # A real register opened while the fictitious school is shown is for the real answers that come next.
        families = self._families() if fiction else (FILES,)
        self._shown[families] = self._shown.get(families, AlreadyShown()).with_register(register)
        if families == (FILES,):
            self.state.plans = self._shown[families].plans
        self.notice.title = t("take-former-read", count=len(register.publications) + len(register.plans))
        self.first.value = False  # it was said before this was known
        self._show_first()

    def _report(self) -> Document:
        from liaison.diagnostic.papers.report import report

        diagnosis = self._diagnosis()
        self._publish(diagnosis)
        read = self.received.report
        reading = read.summary() if self.state.source == FILES and read is not None else ""
        school = school_named(self.school.value, fictitious=self.state.source != FILES)
        return report(diagnosis, school, today(), reading)

    def _table(self) -> Made:
        from liaison.base.tables import table_csv
        from liaison.diagnostic.papers.report import INDICATORS

        diagnosis = self._diagnosis()
        self._publish(diagnosis)
        return file_named(INDICATORS, table_csv(public_table(diagnosis), index=False))

    def _response(self) -> Made:
        from liaison.base.tables import table_csv

        diagnosis = self._diagnosis()
        self._publish(diagnosis)
        return file_named("taux_de_reponse.csv", table_csv(diagnosis.response, index=False))

    def _register(self) -> Made:
        from liaison.diagnostic.publication.publication import FILE

        if not self.former:
            raise TakeError(t("take-register-empty"))
        name = FILE if self.state.source == FILES else FILE.replace(".", f"_{FICTION}.")
        return name, JSON, self._already.register()

    def _answers(self) -> Made:
        from liaison.diagnostic.papers.exporting import answers_csv

        answers = self.state.answers
        if answers is None:
            raise TakeError(t("take-nothing"))
        name = "reponses.csv" if self.state.source == FILES else f"reponses_{FICTION}.csv"
        return file_named(name, answers_csv(answers))


def public_table(diagnosis: AnswerIndicators) -> pd.DataFrame:
    """Return the table of indicators in words, a count that is hidden, or in a range, said to be so."""
    table = diagnosis.table.copy()
    rows = rows_of(table)
    table.insert(0, "question_en_clair", [question_words(row.question, diagnosis.own_words) for row in rows])
    table.insert(1, "reponse_en_clair", [_answer_words(row, diagnosis.own_words) for row in rows])
    table["effectif"] = [shown_count(row.effectif, row.au_moins, row.au_plus) for row in rows]
    return table


def _answer_words(row: Any, own: Mapping[str, str]) -> str:
    words = (row.partie,) if row.valeur == TICKED else (row.partie, row.valeur)
    return " : ".join(value_words(row.question, word, own) for word in words if word)


def today() -> dt.date:
    """Return the date that a publication carries."""
    return dt.datetime.now().astimezone().date()
