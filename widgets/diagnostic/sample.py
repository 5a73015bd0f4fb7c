"""Un fichier d'essai, fictif : l'export d'un questionnaire en ligne, avec les défauts que les vrais ont."""

from __future__ import annotations

from typing import Any

from liaison.base.tables import csv_bytes
from liaison.diagnostic.questionnaire.phrases import Phrases, phrases
from liaison.diagnostic.questionnaire.questionnaire import Column, Questionnaire
from widgets.diagnostic.state import DiagnosticState
from widgets.diagnostic.words import known, t

MOST_ROWS = 150
# The header of a form that somebody else made: nothing in it looks like the question of the suite.
FOREIGN = "connexion"


def sample_export(state: DiagnosticState) -> bytes:
    """Return the answers of the fictitious school as a form of the market would export them, with its defects.

    One header that is not recognised, one answer that is not one, one family that answered twice, a code for « ne
    sait pas »: enough to see what reading says of each.
    """
    questionnaire, form = state.questionnaire, phrases("fr")
    table = state.collected(("en_ligne",)).table.head(MOST_ROWS)
    columns = _columns(questionnaire, form)
    rows = [
        [t("sample-date"), *(_cell(row, column, form) for column, _ in columns), _level(row, form)]
        for row in (dict(zip(table.columns, values, strict=True)) for values in table.itertuples(index=False))
    ]
    places = {column.name: place for place, (column, _) in enumerate(columns, start=1)}
    rows[7][places["imprimante"]] = t("sample-unreadable")
    rows[11][places["lecture"]] = t("sample-no-answer")
    rows.insert(20, list(rows[19]))
    titles = [t("sample-date-column"), *(header for _, header in columns), form.question("niveau")]
    return csv_bytes(titles, rows, kind=None)  # written as a form of the market would


def _columns(questionnaire: Questionnaire, form: Phrases) -> list[tuple[Column, str]]:
    """Return the columns of the export with their headers: one for a whole multiple choice, as most tools write it."""
    columns: list[tuple[Column, str]] = []
    for column in questionnaire.columns():
        item, question = column.item, form.question(column.item.id)
        if item.kind == "grid":
            columns.append((column, f"{question} [{form.part(item.id, column.part)}]"))
        elif item.kind == "single" or column.part == item.values[0]:
            columns.append((column, t("sample-foreign") if item.id == FOREIGN else question))
    return columns


def _cell(row: dict[str, Any], column: Column, form: Phrases) -> str:
    item = column.item
    if item.kind == "multiple":
        boxes = {value: row[item.column(value)] for value in item.values}
        ticked = [value for value, box in boxes.items() if known(box) and box]
        return ", ".join(form.part(item.id, value) for value in ticked)
    value = row[column.name]
    if not known(value):
        return ""
    return t(f"sample-foreign-{value}") if item.id == FOREIGN else form.part(item.id, value)


def _level(row: dict[str, Any], form: Phrases) -> str:
    return form.part("niveau", row["niveau"]) if known(row["niveau"]) else ""
