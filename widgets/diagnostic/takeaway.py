"""À emporter : ce qui peut être publié, et à part ce que l'équipe garde pour elle."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from widgets.diagnostic.received import Received
from widgets.diagnostic.state import FILES, DiagnosticState
from widgets.diagnostic.words import question_words, rows_of, t, value_words
from widgets.kit import FileOut, Heading, Paragraphs, stack

if TYPE_CHECKING:
    import pandas as pd

    from liaison.diagnostic.indicators import Indicators
    from widgets.kit.file_out import Made

CSV = "text/csv"


class TakeError(Exception):
    """Why a file cannot be taken away now, in French."""


class TakeView:
    """One button per file; nothing is made before its button is pressed."""

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        self.state, self.received = state, received
        self.published_by = ""
        self.buttons = {
            name: _button(name, make)
            for name, make in (
                ("table", self._table),
                ("response", self._response),
                ("answers", self._answers),
            )
        }
        self.public = stack([Heading(3, t("take-public")), Paragraphs(lines=[t("take-public-text")])])
        self.team = stack([Heading(3, t("take-team")), Paragraphs(lines=[t("take-team-text")])])
        self.widget = stack([self.public, self.team])

    def show(self) -> None:
        """Put the buttons under their heading."""
        self.public.children = (*self.public.children[:2], self.buttons["table"], self.buttons["response"])
        self.team.children = (*self.team.children[:2], self.buttons["answers"])

    def _found(self) -> Indicators:
        found = self.state.indicators()
        if found is None or found.answers is None:
            raise TakeError(t("take-nothing"))
        return found

    def _once(self, found: Indicators) -> None:
        """Refuse a second grouping of the same answers: side by side, two of them say more than each."""
        if self.published_by and self.published_by != found.by:
            former, now = (question_words(name) for name in (self.published_by, found.by))
            raise TakeError(t("take-other-grouping", former=former, now=now))
        self.published_by = found.by

    def _table(self) -> Made:
        from liaison.diagnostic.exporting import table_csv

        found = self._found()
        self._once(found)
        return f"indicateurs_par_{found.by.removeprefix('axe__')}.csv", CSV, table_csv(public_table(found), index=False)

    def _response(self) -> Made:
        from liaison.diagnostic.exporting import table_csv

        return "taux_de_reponse.csv", CSV, table_csv(self._found().response, index=False)

    def _answers(self) -> Made:
        from liaison.diagnostic.exporting import answers_csv

        answers = self.state.answers
        if answers is None:
            raise TakeError(t("take-nothing"))
        name = "reponses.csv" if self.state.source == FILES else "reponses_fictif.csv"
        return name, CSV, answers_csv(answers)


def _button(name: str, make: Callable[[], Made]) -> FileOut:
    button = FileOut(label=t(f"take-{name}"))
    button.on_request(make)
    return button


def public_table(found: Indicators) -> pd.DataFrame:
    """Return the table of indicators in words, a hidden count said to be so rather than left empty."""
    table = found.table.copy()
    table.insert(0, "question_en_clair", [question_words(name) for name in table["question"]])
    answers = [
        value_words(row.question, row.partie or row.valeur)
        if row.valeur in ("coche", row.partie)
        else " : ".join(value_words(row.question, word) for word in (row.partie, row.valeur) if word)
        for row in rows_of(table)
    ]
    table.insert(1, "reponse_en_clair", answers)
    table["effectif"] = table["effectif"].astype(object).where(table["effectif"].notna(), t("hidden"))
    return table
