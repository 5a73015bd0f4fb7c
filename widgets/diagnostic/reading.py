"""Ce qui a été lu : lignes gardées et refusées, chaque cellule non lue et pourquoi, de quoi corriger puis relire."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from liaison.base.typography import typeset
from liaison.base.words import upper_first
from widgets.diagnostic.deciding import DecidingView
from widgets.diagnostic.reading_guesses import ReadingGuesses
from widgets.diagnostic.received import Received
from widgets.diagnostic.state import FILES, DiagnosticState
from widgets.diagnostic.words import cut, known, question_words, rows_of, t, value_words
from widgets.kit import DataTable, FileOut, Notice, Paragraphs, file_stem, stack

if TYPE_CHECKING:
    from liaison.diagnostic.reading.questions_read import QuestionRead
    from liaison.diagnostic.reading.reading import ReadReport

MOST_ROWS = 200
LONGEST = 45  # lettres d'un titre de colonne : entier dans « Colonnes et questions »
CSV = "text/csv"

ALWAYS = ("file", "format", "lines", "kept", "refused")
AT_NEED = ("repeated", "aside", "unread")


class ReadingView:
    """What became of each file: counts that add up, a table of refusals and remarks, the lines to correct."""

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        self.state, self.received = state, received
        self.nothing = Notice()
        self.counts = DataTable(caption=t("read-files"))
        self.sums = Paragraphs()
        self.questions = Paragraphs()
        self.question_table = DataTable(
            caption=t("read-questions"),
            columns=[{"id": name, "label": t(f"read-asked-{name}")} for name in ("question", "columns", "why")],
        )
        self.table = DataTable(
            caption=t("read-caption"),
            columns=[{"id": name, "label": t(f"read-{name}")} for name in ("where", "value", "reason")],
        )
        self.corrections = stack()
        self.deciding = DecidingView(received)
        self.guesses = ReadingGuesses(received)
        self.problems = FileOut(label=t("read-problems"))
        self.problems.on_request(self._problems)
        self.widget = stack([self.nothing])
        state.observe(lambda _change: self._offer_corrections(), "opened")

    def show(self) -> None:
        """Draw the report of the files."""
        from liaison.diagnostic.reading.free_words import free_words_said
        from liaison.diagnostic.reading.questions_read import questions_read, reading_words, unread_words
        from liaison.diagnostic.reading.words_decided import several_words

        self.problems.forget()
        report = self.received.report
        if self.state.source != FILES or report is None:
            key = "read-fictitious" if self.state.source != FILES else "read-none"
            self.nothing.title, self.nothing.text = t(key), t(f"{key}-text")
            self.widget.children = (self.nothing,)
            return
        self.nothing.title = self.nothing.text = ""
        self._count([_counted(name, report_of_file) for name, report_of_file in self.received.counted.items()])
        unread = (*unread_words(report, question_words), *free_words_said(report, question_words))
        self.sums.lines = self._lines(report, [*unread, *several_words(report)])
        remarks = report.table()
        several = len(self.received.files) > 1
        self.table.rows = [_remark(row, named=several) for row in rows_of(remarks.head(MOST_ROWS))]
        typed = self.received.typed
        self.questions.lines = reading_words(report, question_words, value_words, typed)
        self.question_table.rows = [_question(question, report) for question in questions_read(report, typed)]
        self.deciding.show(report)
        self.guesses.show(report)
        parts = [
            self.sums,
            self.counts,
            self.guesses.widget,
            self.deciding.widget,
            self.questions,
            self.question_table,
        ]
        if len(remarks):
            parts += [self.table, self.corrections, self.problems]
        self.widget.children = tuple(parts)

    def _count(self, rows: list[dict[str, object]]) -> None:
        # A column that would be empty pushes out of sight the one that says something.
        names = [*ALWAYS, *(name for name in AT_NEED if any(row[name] for row in rows))]
        self.counts.columns = [
            {"id": name, "label": t(f"read-{name}"), "numeric": name not in ("file", "format")} for name in names
        ]
        if self.counts.sort.get("by") not in names:
            self.counts.sort = {}
        self.counts.rows = rows

    def _lines(self, report: ReadReport, unread: list[str]) -> list[str]:
        lines = [report.summary()]
        if report.lines_refused:
            lines.append(t("read-refused-text", count=report.lines_refused))
        lines += unread
        if report.to_correct:
            lines.append(t("read-correct-text", count=report.to_correct))
        if self.received.typed is not None and len(self.received.typed):
            lines.append(t("read-typed", count=len(self.received.typed)))
        if len(report.table()) > MOST_ROWS:
            lines.append(t("read-cut", shown=MOST_ROWS, count=len(report.table())))
        return lines

    def _offer_corrections(self) -> None:
        """One button per file with lines to correct: opened again beside it, they take the place of its own."""
        from liaison.diagnostic.papers.exporting import corrections_csv, free_name

        report = self.received.report
        made = corrections_csv(report) if report is not None else {}
        buttons, taken = [], set(self.received.files)
        for name, content in made.items():
            button = FileOut(label=t("read-corrections", name=name))
            stem = file_stem(name.rpartition(".")[0] or name)
            # A second round must not take the place of the lines corrected in the first.
            own = free_name(f"a_corriger_{stem}.csv", taken.__contains__)
            taken.add(own)
            button.on_request(partial(_made, own, content))
            buttons.append(button)
        self.corrections.children = tuple(buttons)

    def _problems(self) -> tuple[str, str, bytes]:
        from liaison.diagnostic.papers.exporting import problems_csv

        assert self.received.report is not None
        return "a_verifier.csv", CSV, problems_csv(self.received.report)


def _question(read: QuestionRead, report: ReadReport) -> dict[str, object]:
    """Return a question, the columns that answer it, and why it is not asked."""
    own = t("read-asked-part", asked=read.in_forms, parts=read.parts) if 0 < read.in_forms < read.parts else ""
    return {
        "question": question_words(read.name, report.answers.questionnaire.own_words),
        "columns": _columns(report, read.columns) or t("read-asked-unread" if read.in_a_column else "read-asked-none"),
        "why": own or upper_first(read.why),
    }


def _columns(report: ReadReport, columns: Sequence[tuple[str, str]]) -> str:
    """Return the first column that answers a question and how many others do; files are named where they differ."""
    by_file: dict[str, list[str]] = {}
    for file, source in columns:
        by_file.setdefault(file, []).append(source)
    files: dict[str, list[str]] = {}
    for file, sources in by_file.items():
        files.setdefault(_and_others(cut(sources[0], LONGEST), len(sources) - 1), []).append(file)
    if list(map(len, files.values())) == [len(report.mappings)]:  # the same everywhere
        return "".join(files)
    files_of = {columns: _and_others(own[0], len(own) - 1) for columns, own in files.items()}
    return " ; ".join(t("read-asked-in", columns=columns, files=own) for columns, own in files_of.items())


def _and_others(first: str, others: int) -> str:
    return t("read-asked-others", first=first, count=others) if others else first


def _remark(row: Any, *, named: bool) -> dict[str, object]:
    """Return a refusal or a remark in three cells; the file is named when there are several."""
    whole = not known(row.ligne)
    line = t("read-whole-file") if whole else t("read-at-line", line=int(row.ligne))
    where = [row.fichier if named else "", line, typeset(row.colonne)]
    end = "" if row.raison.endswith("?") else "."
    return {
        "where": ", ".join(word for word in where if word),
        "value": row.valeur,
        "reason": t(
            "read-refus-file" if whole and row.gravite == "refus" else f"read-{row.gravite}", reason=row.raison + end
        ),
    }


def _made(name: str, content: bytes) -> tuple[str, str, bytes]:
    return name, CSV, content


def _counted(name: str, report: ReadReport) -> dict[str, object]:
    return {
        "file": name,
        "format": t(f"format-{report.format}") if report.format else t("format-unknown"),
        "lines": report.lines_in,
        "kept": len(report.answers),
        "refused": report.lines_refused,
        "repeated": report.lines_repeated,
        "aside": report.lines_aside,
        "unread": len(report.unread),
    }
