"""Les exports d'autres outils, refaits à la main d'après leurs formats, à partir de réponses connues.

Microsoft Forms: a workbook, several answers closed by « ; », a likert by bare statement. Tally: a summary column, then
one « question (option) » a box. Moodle (questionnaire): « Q01_nom », « Q02_nom->option ». A school portal: numbered
questions beside the names of those who answered. A spreadsheet kept by hand: short titles, a title above, a total.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from diagnostic.survey_exports import Rows, framaforms, google_forms, kobo, limesurvey, words

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.questionnaire.questionnaire import Item

Cells = dict[str, object]


def _items(answers: Answers) -> list[Item]:
    levels = {"niveau": answers.questionnaire.context["niveau"]}
    context = [Item(id=name, axis="preferences", kind="single", values=values) for name, values in levels.items()]
    return [*answers.questionnaire.items, *context]


def _families(answers: Answers) -> list[Cells]:
    rows = answers.table.to_dict("records")
    return [{str(name): None if pd.isna(cell) else cell for name, cell in row.items()} for row in rows]


def _ticked(item: Item, cells: Cells) -> list[str]:
    return [words()(f"{item.id}-{value}") for value in item.values if cells[f"{item.id}__{value}"]]


def _said(item: Item, cells: Cells, column: str) -> str:
    return words()(f"{item.id}-{cells[column]}") if cells[column] else ""


def microsoft_forms(answers: Answers) -> Rows:
    """Return the sheet of a Microsoft form."""
    t = words()
    head = ["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"]
    for item in _items(answers):
        head += [t(f"{item.id}-{row}") for row in item.rows] or [t(item.id)]
    rows = [head]
    for number, cells in enumerate(_families(answers), start=1):
        row = [str(number), f"11/2/26 18:04:{number % 60:02}", "11/2/26 18:06:00", "anonymous", ""]
        for item in _items(answers):
            if item.kind == "multiple":
                row.append("".join(f"{word};" for word in _ticked(item, cells)))
            else:
                row += [_said(item, cells, f"{item.id}__{part}") for part in item.rows] or [_said(item, cells, item.id)]
        rows.append(row)
    return rows


def tally(answers: Answers) -> Rows:
    """Return the CSV of Tally."""
    t = words()
    head = ["Submission ID", "Respondent ID", "Submitted at"]
    for item in _items(answers):
        parts = item.values if item.kind == "multiple" else item.rows
        head += [t(item.id)] if item.kind != "grid" else []
        head += [f"{t(item.id)} ({t(f'{item.id}-{part}')})" for part in parts]
    rows = [head]
    for number, cells in enumerate(_families(answers), start=1):
        row = [f"fictif{number:03}", f"fictif-r{number:03}", f"2026-11-02 18:04:{number % 60:02}"]
        for item in _items(answers):
            if item.kind == "multiple":
                given = [cells[f"{item.id}__{value}"] for value in item.values]
                row += [", ".join(_ticked(item, cells)), *("" if on is None else str(on).upper() for on in given)]
            else:
                row += [_said(item, cells, f"{item.id}__{part}") for part in item.rows] or [_said(item, cells, item.id)]
        rows.append(row)
    return rows


def moodle(answers: Answers) -> Rows:
    """Return the CSV of the questionnaire of Moodle."""
    t = words()
    head = ["Réponse", "Envoyé le", "Institution", "Département", "Cours", "Groupe", "ID", "Nom complet"]
    head += ["Nom d'utilisateur"]
    for rank, item in enumerate(_items(answers), start=1):
        parts = item.rows or (item.values if item.kind == "multiple" else ())
        head += [f"Q{rank:02}_{item.id}->{t(f'{item.id}-{part}')}" for part in parts] or [f"Q{rank:02}_{item.id}"]
    rows = [head]
    for number, cells in enumerate(_families(answers), start=1):
        row = [
            str(900 + number),
            "02/11/2026 18:04",
            "",
            "",
            "Parents",
            "",
            str(number),
            f"Fictive {number}",
            f"f{number}",
        ]
        for item in _items(answers):
            if item.kind == "multiple":
                given = [cells[f"{item.id}__{value}"] for value in item.values]
                row += ["" if on is None else str(int(bool(on))) for on in given]
            else:
                row += [_said(item, cells, f"{item.id}__{part}") for part in item.rows] or [_said(item, cells, item.id)]
        rows.append(row)
    return rows


def portal(answers: Answers) -> Rows:
    """Return a survey of a school portal, who answered in the first columns."""
    t = words()
    head = ["Nom", "Prénom", "Responsable de", "Date de réponse"]
    for rank, item in enumerate(_items(answers), start=1):
        head += [f"{rank}. {t(item.id)} : {t(f'{item.id}-{row}')}" for row in item.rows] or [f"{rank}. {t(item.id)}"]
    rows = [head]
    for number, cells in enumerate(_families(answers), start=1):
        row = ["FICTIVE", f"Prénom{number}", f"Élève Fictif {number}", "02/11/2026"]
        for item in _items(answers):
            if item.kind == "multiple":
                row.append(" | ".join(_ticked(item, cells)))
            else:
                row += [_said(item, cells, f"{item.id}__{part}") for part in item.rows] or [_said(item, cells, item.id)]
        rows.append(row)
    return rows


def by_hand(answers: Answers) -> Rows:
    """Return a spreadsheet kept by hand: a title, short names in groups, remarks, a total under the answers."""
    head = ["N° feuille"]
    for item in _items(answers):
        parts = item.rows or (item.values if item.kind == "multiple" else ())
        head += [f"papier_{item.id}_{part}" for part in parts] or [f"papier_{item.id}"]
    rows = [["Questionnaires papier, saisis au secrétariat"], head]
    for number, cells in enumerate(_families(answers), start=1):
        row = [str(number)]
        for item in _items(answers):
            parts = item.rows or (item.values if item.kind == "multiple" else ())
            for column in [f"{item.id}__{part}" for part in parts] or [item.id]:
                box = "" if cells[column] is None else "x" if cells[column] else "non"
                row.append(box if item.kind == "multiple" else str(cells[column] or ""))
        rows.append(row)
    width = len(head)
    total = ["Total", *[str(len(answers))] * (width - 1)]
    return [[*row, *[""] * (width - len(row))] for row in [*rows, total]]


TOOLS: dict[str, Callable[[Answers], Rows]] = {
    "Framaforms": framaforms,
    "LimeSurvey": limesurvey,
    "Google Forms": google_forms,
    "KoboToolbox": kobo,
    "Microsoft Forms": microsoft_forms,
    "Tally": tally,
    "Moodle": moodle,
    "un ENT": portal,
    "un tableur": by_hand,
}

__all__ = ["TOOLS", "by_hand", "microsoft_forms", "moodle", "portal", "tally"]
