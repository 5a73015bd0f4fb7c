"""Des exports fictifs, tels que les outils d'enquête les écrivent, à partir de réponses connues.

The layouts follow what the tools' own code does: Drupal Webform 7 (three header lines), LimeSurvey's CsvWriter,
KoboToolbox's formpack, and the sheet behind a Google form.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

import numpy as np
import pandas as pd

from liaison.base.sentences import TextError, sentences
from liaison.diagnostic.answers import Answers, answers_from_rows
from liaison.diagnostic.questionnaire.questionnaire import Item, Questionnaire
from liaison.diagnostic.questionnaire.survey_imports import limesurvey_code

DATA = Path(__file__).parent / "data"
TEXTS = DATA / "textes"
Rows = list[list[str]]


def words() -> Callable[[str], str]:
    """Return the sentence of a key of the test's texts, or its last word when it has none."""
    return _words(TEXTS / "fr" / "questionnaire.ftl")


@cache
def _words(texts: Path) -> Callable[[str], str]:
    """Return the same of a file of texts, where each key is looked for once, and not once per family."""
    t = sentences(texts, "fr")

    @cache
    def said(key: str) -> str:
        try:
            return t(key)
        except TextError:
            return key.rpartition("-")[2]

    return said


def some_families(questionnaire: Questionnaire, count: int, seed: int, skipped: float = 0.15) -> Answers:
    """Return fictitious answers: about `skipped` of the questions left out, always a box ticked where answered."""
    chance = np.random.default_rng(seed)
    rows = []
    for _ in range(count):
        row: dict[str, object] = {}
        for rank, item in enumerate(questionnaire.items):
            if rank and chance.random() < skipped:
                continue
            if item.kind == "single":
                row[item.id] = str(chance.choice(item.values))
            elif item.kind == "grid":
                row |= {f"{item.id}__{part}": str(chance.choice(item.values)) for part in item.rows}
            else:
                others = [value for value in item.values if value not in item.alone]
                chosen = {str(chance.choice(others))} | {value for value in others if chance.random() < 0.3}
                row |= {f"{item.id}__{value}": value in chosen for value in item.values}
        row |= {name: str(chance.choice(values)) for name, values in questionnaire.context.items()}
        rows.append(row)
    return answers_from_rows(rows, questionnaire)


def csv_text(rows: Sequence[Sequence[str]], delimiter: str = ";", quoting: Literal[0, 1, 2, 3] = csv.QUOTE_ALL) -> str:
    """Return rows as the text of a CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _items(answers: Answers) -> list[Item]:
    context = [
        Item(id=name, axis="preferences", kind="single", values=values)
        for name, values in answers.questionnaire.context.items()
    ]
    return [*answers.questionnaire.items, *context]


def _families(answers: Answers) -> list[dict[str, object]]:
    """Return what each family answered in each column: by columns, for a row of a table is slow to take."""
    columns = {str(name): values.astype(object) for name, values in answers.table.items()}
    given = {name: [None if pd.isna(value) else value for value in values] for name, values in columns.items()}
    return [dict(zip(given, row, strict=True)) for row in zip(*given.values(), strict=True)]


def framaforms(answers: Answers, *, keys: bool = False, compact: bool = False, details: bool = True) -> Rows:
    """Return an export of Framaforms: three header lines, « X » boxes or compact ones, labels or keys."""
    items = _items(answers)
    t = (lambda key: key.rpartition("-")[2]) if keys else words()
    first, groups, names = [], [], []
    if details:
        first = ["Questionnaire aux familles", *[""] * 4]
        groups = ["submission_details" if keys else "Submission Details", *[""] * 4]
        names = (
            ["webform_serial", "webform_sid", "webform_time", "webform_ip_address", "webform_username"]
            if keys
            else ["Serial", "SID", "Submitted Time", "IP Address", "Username"]
        )
    for item in items:
        parts = item.rows or (item.values if item.kind == "multiple" and not compact else ())
        groups += [t(item.id), *[""] * (len(parts) - 1)] if parts else [""]
        names += [t(f"{item.id}-{part}") for part in parts] or [t(item.id)]
    first += [""] * (len(names) - len(first))
    rows = [first, groups, names]
    for number, cells in enumerate(_families(answers), start=1):
        row = [str(number), str(4000 + number), "2026-11-02 18:04:05", "192.0.2.7", ""] if details else []
        for item in items:
            if item.kind == "multiple":
                ticked = [value for value in item.values if cells[f"{item.id}__{value}"]]
                boxes = ["X" if value in ticked else "" for value in item.values]
                row += [",".join(t(f"{item.id}-{value}") for value in ticked)] if compact else boxes
            else:
                columns = [f"{item.id}__{part}" for part in item.rows] or [item.id]
                row += [t(f"{item.id}-{cells[part]}") if cells[part] else "" for part in columns]
        rows.append(row)
    return rows


def limesurvey(answers: Answers, *, heading: str = "code", long: bool = False, by_rank: bool = False) -> Rows:
    """Return an export of LimeSurvey; `heading` is code, full or codetext; answers are codes, or sentences (long).

    Boxes and rows bear the codes of the form that the suite gives to import (`limesurvey_text`), or, `by_rank`, those
    that LimeSurvey numbers for whoever types them.
    """
    items = _items(answers)
    t = words()
    names = ["id", "submitdate", "lastpage", "startlanguage", "seed", "ipaddr"]
    if heading == "full":
        names = [
            "ID de la réponse",
            "Date de soumission",
            "Dernière page",
            "Langue de départ",
            "Tête de série",
            "Adresse IP",
        ]

    def header(item: Item, rank: int, text: str) -> str:
        parts = item.rows or item.values
        part = f"SQ{rank:03d}" if by_rank else limesurvey_code(parts[rank - 1])
        code = limesurvey_code(item.id) + (f"[{part}]" if rank else "")
        full = t(item.id) + (f" [{text}]" if rank else "")
        return {"code": code, "full": full, "codetext": f"{code}. {full}"}[heading]

    for item in items:
        parts = item.rows or (item.values if item.kind == "multiple" else ())
        names += [header(item, rank, t(f"{item.id}-{part}")) for rank, part in enumerate(parts, start=1)]
        names += [] if parts else [header(item, 0, "")]
        names += ["langue[other]" if heading == "code" else f"{t('langue')} [Autre]"] if item.id == "langue" else []
    rows = [names]
    for number, cells in enumerate(_families(answers), start=1):
        row = [str(number), "1980-01-01 00:00:00", "4", "fr", "1234567", "192.0.2.7"]
        for item in items:
            coded = {value: f"A{rank}" for rank, value in enumerate(item.values, start=1)} | {"autre": "-oth-"}
            if item.kind == "multiple":
                row += [
                    ("Oui" if long else "Y") if cells[f"{item.id}__{v}"] else ("Non" if long else "")
                    for v in item.values
                ]
                continue
            for part in [f"{item.id}__{part}" for part in item.rows] or [item.id]:
                value = cells[part]
                row.append("" if value is None else t(f"{item.id}-{value}") if long else coded[str(value)])
            row += ["Une langue" if cells["langue"] == "autre" else ""] if item.id == "langue" else []
        rows.append(row)
    return rows


def google_forms(answers: Answers, *, joint: str = ", ") -> Rows:
    """Return the sheet of a Google form: sentences everywhere, one column per row of a grid, boxes in one cell."""
    items = _items(answers)
    t = words()
    names = ["Horodateur"]
    for item in items:
        names += [f"{t(item.id)} [{t(f'{item.id}-{row}')}]" for row in item.rows] or [t(item.id)]
    rows = [[*names, "Adresse e-mail"]]
    for cells in _families(answers):
        row = ["02/11/2026 18:04:05"]
        for item in items:
            if item.kind == "multiple":
                row.append(joint.join(t(f"{item.id}-{v}") for v in item.values if cells[f"{item.id}__{v}"]))
            else:
                columns = [f"{item.id}__{part}" for part in item.rows] or [item.id]
                row += [t(f"{item.id}-{cells[part]}") if cells[part] else "" for part in columns]
        rows.append([*row, "famille@exemple.invalid"])
    return rows


def kobo(answers: Answers, *, labels: bool = False, group: str = "accueil/") -> Rows:
    """Return the first sheet of a KoboToolbox export: a summary column and a 0/1 column per box."""
    items = _items(answers)
    t = words() if labels else (lambda key: key.rpartition("-")[2])
    names = ["start", "end"]
    for item in items:
        names += [f"{group}{t(item.id)}/{t(f'{item.id}-{row}')}" for row in item.rows] or [f"{group}{t(item.id)}"]
        names += [f"{group}{t(item.id)}/{t(f'{item.id}-{v}')}" for v in item.values if item.kind == "multiple"]
    rows = [[*names, "_id", "_uuid", "_submission_time", "_validation_status", "_index"]]
    for number, cells in enumerate(_families(answers), start=1):
        row = ["2026-11-02T18:04:05.000+01:00", "2026-11-02T18:06:05.000+01:00"]
        for item in items:
            if item.kind == "multiple":
                given = [cells[f"{item.id}__{value}"] for value in item.values]
                row.append(" ".join(t(f"{item.id}-{v}") for v, on in zip(item.values, given, strict=True) if on))
                row += ["" if on is None else str(int(bool(on))) for on in given]
            else:
                columns = [f"{item.id}__{part}" for part in item.rows] or [item.id]
                row += [t(f"{item.id}-{cells[part]}") if cells[part] else "" for part in columns]
        rows.append([*row, str(700 + number), f"fictif-{number:08x}", "2026-11-02T17:06:09", "", str(number)])
    return rows


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def survey_monkey(answers: Answers) -> Rows:
    """Return the export of SurveyMonkey: questions, then their boxes or « Response », then the words of the boxes."""
    t = words()
    titles, below = ["Respondent ID", "Start Date", "IP Address"], ["", "", ""]
    lines: Rows = [[str(rank), f"11/02/2026 06:{rank % 60:02}:00 PM", ""] for rank in range(len(answers))]
    families = _families(answers)
    for item in answers.questionnaire.items:
        parts = item.rows or (item.values if item.kind == "multiple" else ())
        titles += [t(item.id), *[""] * (len(parts) - 1)]
        below += [t(f"{item.id}-{part}") for part in parts] or ["Response"]
        for line, cells in zip(lines, families, strict=True):
            if item.kind == "multiple":
                line += [t(f"{item.id}-{box}") if cells[f"{item.id}__{box}"] is True else "" for box in parts]
            else:
                names = [f"{item.id}__{row}" for row in parts] or [item.id]
                line += [t(f"{item.id}-{cells[name]}") if isinstance(cells[name], str) else "" for name in names]
    levels = [t(f"niveau-{level}") for level in answers.table["niveau"]]
    return [
        [*titles, t("niveau")],
        [*below, "Response"],
        *([*line, level] for line, level in zip(lines, levels, strict=True)),
    ]


def xlsx(sheets: dict[str, Rows], *, raw: str = "") -> bytes:
    """Return an XLSX with these sheets, every cell a text; `raw` stands for the content of the first sheet."""
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    }
    listed, linked = "", ""
    for rank, (name, rows) in enumerate(sheets.items(), start=1):
        listed += f'<sheet name="{escape(name)}" sheetId="{rank}" r:id="r{rank}"/>'
        linked += f'<Relationship Id="r{rank}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{rank}.xml"/>'
        cells = "".join("<row>" + "".join(map(_cell, row)) + "</row>" for row in rows)
        content = raw if raw and rank == 1 else cells
        files[f"xl/worksheets/sheet{rank}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{content}</sheetData></worksheet>'
        )
    files["xl/workbook.xml"] = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
    files["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}/relationships">{linked}</Relationships>'
    return zipped({name: f'<?xml version="1.0" encoding="UTF-8"?>{text}' for name, text in files.items()})


def _cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>' if text else "<c/>"


_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def ods(rows: Rows, *, raw: str = "") -> bytes:
    """Return an ODS with one sheet, every cell a text; `raw` stands for its rows."""
    cells = "".join("<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = f'xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0"'
    manifest = (
        f'<m:manifest xmlns:m="{_ODF}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>'
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Réponses">{raw or cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _ods_cell(text: str) -> str:
    inside = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return (
        f'<table:table-cell office:value-type="string">{inside}</table:table-cell>' if text else "<table:table-cell/>"
    )


def zipped(files: dict[str, str]) -> bytes:
    """Return files as a ZIP that is the same at every run."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()
