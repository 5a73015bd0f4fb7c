"""À emporter : ce qui peut être montré, et à part ce que l'équipe garde pour elle."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from liaison.school.vocabulary import FICTION, school_named
from widgets.diagnostic.reading_guesses import guess_lines
from widgets.diagnostic.received import Received
from widgets.diagnostic.state import FILES, DiagnosticState
from widgets.diagnostic.words import question_words, t, value_words
from widgets.kit import (
    CheckField,
    FileOut,
    Heading,
    Notice,
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
from widgets.shown_before import ShownBefore

if TYPE_CHECKING:
    from liaison.diagnostic.counting.indicators import AnswerIndicators
    from liaison.documents import Document
    from widgets.kit.file_out import Made


class TakeError(Exception):
    """Why a file cannot be taken away now, in French."""


class DiagnosisFiles:
    """The formats of each paper; nothing is made before its button is pressed.

    What is taken to be shown is compared with all that already was of the same families. While lines of the files are
    refused or read in part, the team says that it publishes so: corrected later, they would be told by difference.
    """

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        self.state, self.received = state, received
        report = formats_out(t("take-report"), lambda ending: document_file("diagnostic", ending, self._report()))
        report["pdf"].main = True
        tables = files_out(lambda key: t(f"take-{key}"), {"table": self._table, "response": self._response})
        answers = files_out(lambda key: t(f"take-{key}"), {"answers": self._answers})
        self.buttons: dict[str, FileOut] = {**report, **tables, **answers}
        self.school = Question(label=t("take-school"), help=t("take-school-help"), kind="short_text")
        self.before = ShownBefore(state, today, t("take-otherwise"))
        say_the_last([*self.buttons.values(), self.before.register])
        self.refused = Notice(kind="attention")
        self.without = CheckField(label=t("take-refused-anyway"))
        self._lines_refused = stack()
        self.guessed = Notice(kind="attention")
        self.questions = Notice(kind="attention")
        self.protected = Paragraphs()
        public = [
            Heading(3, t("take-public")),
            self.protected,
            self.before.widget,
            self.questions,
            self.guessed,
            self.school,
            self._lines_refused,
            *(paper_out(report.values(), level=4), *tables.values()),
            self.before.after,
        ]
        team = [Heading(3, t("take-team")), Paragraphs(lines=[t("take-team-text")]), *answers.values()]
        self.widget = beside(public, [unprojected(stack(team))])

    def show(self) -> None:
        """Say what was not asked and whether lines are to be corrected; each file is made when it is asked for.

        What is said of a file goes with the answers it was made of.
        """
        for button in self.buttons.values():
            button.forget()
        # A plan is made of the answers of real families to the questionnaire of the suite.
        beside = self.state.source == FILES and self.state.own is None
        self.protected.lines = [t("take-public-text"), *([t("take-plan")] if beside else [])]
        self._say_asked()
        lines = self._guessed()
        self.guessed.title = t("take-guessed", count=len(lines)) if lines else ""
        self.guessed.text = "\n".join([*lines, t("take-guessed-text")]) if lines else ""
        self.before.show()
        waiting = self._waiting()
        self.refused.title = next((t(f"take-{reason}", count=count) for reason, count in waiting.items()), "")
        self.refused.text = "\n".join(t(f"take-{reason}-text") for reason in waiting)
        self.without.label = next((t(f"take-{reason}-anyway") for reason in waiting), "")
        self._lines_refused.children = (self.refused, self.without) if waiting else ()

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

    def _guessed(self) -> list[str]:
        """Return what is only guessed of the files, a sentence each."""
        read = self.received.report
        return guess_lines(read) if self.state.source == FILES and read is not None else []

    def _check_guesses(self) -> None:
        if lines := self._guessed():
            raise TakeError(t("take-guessed-first", count=len(lines)))

    def _waiting(self) -> dict[str, int]:
        """Return why the team is to say yes before anything is published, and for how many lines or families each."""
        read = self.received.report
        if self.state.source != FILES or read is None:
            return {}
        reasons = {
            "uncounted": sum(each.lines for each in read.uncounted.values()),
            "refused": read.to_correct,
            "twice": read.maybe_twice,
            "nobody": len(read.maybe_nobody),
        }
        return {reason: count for reason, count in reasons.items() if count}

    def _diagnosis(self) -> AnswerIndicators:
        diagnosis = self.state.indicators()
        if diagnosis is None or diagnosis.answers is None:
            raise TakeError(t("take-nothing"))
        return diagnosis

    def _publish(self, diagnosis: AnswerIndicators) -> None:
        """Check what is about to be shown against what already was, then remember it.

        Raises:
            TakeError: something is only guessed, or lines are to be corrected, and the team does not say that it
                publishes without.
            PublicationError, AuditError, DifferencingError: as `ShownBefore.publish`.
        """
        self._check_guesses()
        for reason, count in self._waiting().items():
            if not self.without.value:
                raise TakeError(t(f"take-{reason}-first", count=count))
        self.before.publish(diagnosis)

    def _report(self) -> Document:
        from liaison.diagnostic.papers.report import report

        diagnosis = self._diagnosis()
        self._publish(diagnosis)
        read = self.received.report
        reading = read.published_summary() if self.state.source == FILES and read is not None else ""
        school = school_named(self.school.value, fictitious=self.state.source != FILES)
        return report(diagnosis, school, today(), reading)

    def _table(self) -> Made:
        from liaison.diagnostic.papers.exporting import indicators_csv
        from liaison.diagnostic.papers.report import INDICATORS

        diagnosis = self._diagnosis()
        self._publish(diagnosis)
        return file_named(INDICATORS, indicators_csv(diagnosis))

    def _response(self) -> Made:
        from liaison.diagnostic.papers.exporting import response_csv

        diagnosis = self._diagnosis()
        self._publish(diagnosis)
        return file_named("taux_de_reponse.csv", response_csv(diagnosis))

    def _answers(self) -> Made:
        from liaison.diagnostic.papers.exporting import answers_csv

        answers = self.state.answers
        if answers is None:
            raise TakeError(t("take-nothing"))
        self._check_guesses()  # opened again, nothing would say any more that they are guessed
        name = "reponses.csv" if self.state.source == FILES else f"reponses_{FICTION}.csv"
        return file_named(name, answers_csv(answers))


def today() -> dt.date:
    """Return the date that a publication carries."""
    return dt.datetime.now().astimezone().date()
