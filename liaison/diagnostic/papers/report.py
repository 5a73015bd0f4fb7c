"""Le compte rendu du diagnostic : des phrases et des tableaux que l'équipe peut montrer, dans les trois formats.

Made from `AnswerIndicators` and nothing else: what is hidden there cannot come out here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from liaison.base.sentences import french_beside
from liaison.base.words import lower_first, upper_first
from liaison.diagnostic.counting.indicators import TOGETHER, WEIGHTED, AnswerIndicators
from liaison.diagnostic.counting.tabulation import EQUIPMENT_AXIS, SKILLS_AXIS
from liaison.diagnostic.disclosure.merged_words import members
from liaison.diagnostic.papers.number_words import (
    HIDDEN,
    NONE,
    count_words,
    interval_words,
    missing,
    share_words,
    told_words,
)
from liaison.diagnostic.papers.report_words import answer_words, question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, NO_ANSWER
from liaison.documents import (
    Bar,
    Block,
    Callout,
    Document,
    Table,
    bars,
    bold,
    bullets,
    heading,
    paragraph,
    write_formats,
)
from liaison.documents.cited import Sources, long_date
from liaison.documents.typography import french_document

phrase = french_beside(__file__)

STEM = "diagnostic"
INDICATORS = "indicateurs.csv"  # one name, by group or not: where nothing is told by group, it does not say so
# The lowest place of each axis, and who stands there.
LOWEST = {
    EQUIPMENT_AXIS: "insuffisant",
    SKILLS_AXIS: "debutant",
}
AXES = tuple(LOWEST)
RULES = ("publication", "axe_equipement", "axe_competences")
CONTEXT = (LEVEL, "mode")
Row = tuple[str, ...]


def report(diagnosis: AnswerIndicators, school_name: str, on: dt.date, reading: str = "") -> Document:
    """Return the report of a diagnosis: who answered, the two axes, each question, how to read it.

    `reading`: one sentence on the lines that were read, refused ones included.
    """
    sources = Sources(on)
    body = [
        *_opening(diagnosis, reading),
        *_response(diagnosis),
        *_axes(diagnosis),
        *_questions(diagnosis),
        *_reading(diagnosis, sources),
    ]
    return french_document(
        Document(
            title=phrase("titre"),
            subtitle=f"{school_name} · {long_date(on)}",
            author=school_name,
            created=on,
            footer=phrase("pied-de-page", school=school_name),
            text_size_pt=10.5,
            blocks=(*body, *sources.section()),
        )
    )


def write_report(
    diagnosis: AnswerIndicators, school_name: str, folder: Path, on: dt.date, reading: str = ""
) -> list[Path]:
    """Write diagnostic.docx, diagnostic.pdf and diagnostic.html in the folder, all three or none.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_formats(report(diagnosis, school_name, on, reading), folder, STEM)


def _opening(diagnosis: AnswerIndicators, reading: str) -> Iterator[Block]:
    if diagnosis.answers is not None:  # under the threshold, how many lines were read is hidden too
        answers, families = str(diagnosis.answers), str(diagnosis.population or "")
        if families:
            answered = phrase("ont-repondu-sur", answers=answers, families=families)
        else:
            answered = phrase("ont-repondu", answers=answers)
        yield paragraph(f"{answered} {reading}")
    if diagnosis.warnings:
        yield Callout(kind="attention", title=phrase("a-lire-avec-les-chiffres"), parts=(" ".join(diagnosis.warnings),))


def _response(diagnosis: AnswerIndicators) -> Iterator[Block]:
    yield heading(1, phrase("qui-a-repondu"))
    response = diagnosis.response
    for column, other in (("niveau", "mode"), ("mode", "niveau")):
        rows = response[response[other] == TOGETHER]
        cells = [
            (
                phrase("colonne-ensemble") if name == TOGETHER else value_words(column, name),
                told_words(row.reponses, row.au_moins, row.au_plus),
                _families_words(diagnosis, row.reponses, row.familles),
                share_words(row.taux),
            )
            for row in rows.itertuples()
            for name in [getattr(row, column)]
        ]
        if column == "mode" and len(cells) < 2:
            continue  # no form says how it came
        caption = phrase("recues-par-niveau" if column == "niveau" else "recues-par-facon")
        yield Table(
            caption=caption,
            header=(
                question_words(column),
                phrase("colonne-reponses"),
                phrase("colonne-familles"),
                phrase("part-des-familles"),
            ),
            rows=tuple(cells),
            widths=(3, 1, 1, 1.4),
        )


def _families_words(diagnosis: AnswerIndicators, count: object, families: object) -> str:
    """Return families as a table shows them: hidden like the answers beside, or a dash when they are not known."""
    if not missing(families):
        return count_words(families)
    return HIDDEN if missing(count) and diagnosis.response["familles"].notna().any() else NONE


def _axes(diagnosis: AnswerIndicators) -> Iterator[Block]:
    if not diagnosis.table["question"].isin(AXES).any():
        return  # not all that they are made of was asked
    yield heading(1, phrase("deux-axes"))
    yield paragraph(phrase("deux-axes-a-part"))
    for axis in AXES:
        rows = diagnosis.question(axis)
        if len(rows):
            yield from axis_drawn(diagnosis, axis)
            yield _shares(diagnosis, rows, question_words(axis))
            yield from _by_group(diagnosis, axis)


def axis_drawn(diagnosis: AnswerIndicators, axis: str) -> Iterator[Block]:
    """Yield an axis as bars with their intervals, under what it says; nothing if it is hidden, or was not asked."""
    rows = diagnosis.question(axis)
    if diagnosis.answers is None or not len(rows):
        return
    lowest = LOWEST[axis]
    own = next((row for row in rows.itertuples() if lowest in members(str(row.valeur))), None)
    if own is not None and own.valeur != lowest:
        title = phrase(f"{lowest}-avec-d-autres")
    elif own is not None and not missing(own.au_plus):
        title = _lowest_words(lowest, own, diagnosis.answers)
    else:
        title = phrase(f"{lowest}-cache")
    yield paragraph(bold(title))
    drawn = [_bar(row, axis, diagnosis.answers) for row in rows.itertuples()]
    yield bars(title, drawn, phrase("familles-et-intervalle", answers=diagnosis.answers), diagnosis.answers)


def _lowest_words(lowest: str, row: Any, answers: int) -> str:
    return phrase(f"{lowest}-sur", n=int(row.au_plus), count=upper_first(_count_of_row(row)), answers=answers)


def _bar(row: Any, axis: str, answers: int) -> Bar:
    return Bar(
        label=value_words(axis, row.valeur),
        count=None if missing(row.effectif) else int(row.effectif),
        low=_end(row.bas * answers, row.au_moins, row.effectif),
        high=_end(row.haut * answers, row.au_plus, row.effectif),
        said=_count_of_row(row) if missing(row.effectif) else f"{int(row.effectif)} ({share_words(row.part)})",
        main=LOWEST[axis] in members(row.valeur),
    )


def _end(share: float, bound: object, count: object) -> float | None:
    """Return where the interval of a bar ends, in families: of its share, or of what is told of its count."""
    end = bound if missing(count) else share
    return None if missing(end) else float(end)  # type: ignore[arg-type]


def _count_of_row(row: Any) -> str:
    return told_words(row.effectif, row.au_moins, row.au_plus)


def _questions(diagnosis: AnswerIndicators) -> Iterator[Block]:
    yield heading(1, phrase("question-par-question"))
    for name in dict.fromkeys(diagnosis.table["question"]):
        if name not in (*AXES, *CONTEXT):
            yield _shares(diagnosis, diagnosis.question(name), question_words(name, diagnosis.own_words))


def _shares(diagnosis: AnswerIndicators, rows: pd.DataFrame, caption: str) -> Table:
    """Return a question, a line per value: families, share, its interval; the weighted share when there is one."""
    weighted = rows["part_ponderee"].notna().any()
    header = (
        phrase("colonne-reponse"),
        phrase("colonne-familles"),
        phrase("part-des-reponses"),
        phrase("colonne-intervalle"),
    )
    cells: list[Row] = []
    # Who did not answer comes last, whatever the kind of question.
    for row in sorted(rows.itertuples(), key=lambda row: row.valeur == NO_ANSWER and not row.partie):
        if row.effectif is not pd.NA and row.effectif == 0:
            continue
        line = (
            label(row, diagnosis.own_words),
            _count_of_row(row),
            share_words(row.part),
            interval_words(row.bas, row.haut),
        )
        cells.append((*line, share_words(row.part_ponderee)) if weighted else line)
    return Table(
        caption=caption,
        header=(*header, phrase("part-ecole-entiere")) if weighted else header,
        rows=tuple(cells) or (tuple(NONE for _ in header),),
        widths=(3, 1.1, 1.2, 1.4, 1.2) if weighted else (3, 1.1, 1.2, 1.4),
    )


def label(row: object, own: Mapping[str, str]) -> str:
    """Return the words of one row of indicators: the row of a grid and its value, or the value alone."""
    question, part, value = (str(getattr(row, name)) for name in ("question", "partie", "valeur"))
    return answer_words(question, part, value, own)


def _by_group(diagnosis: AnswerIndicators, question: str) -> Iterator[Table]:
    rows = diagnosis.table[(diagnosis.table["question"] == question) & (diagnosis.table["groupe"] != TOGETHER)]
    if rows.empty or diagnosis.by == question:
        return
    values = list(dict.fromkeys(rows["valeur"]))
    cells = [
        (
            value_words(diagnosis.by, str(group), diagnosis.own_words),
            *(own[value] for value in values),
            count_words(lines["reponses"].iloc[0]),
        )
        for group, lines in rows.groupby("groupe", sort=False)
        for own in [{row.valeur: _count_of_row(row) for row in lines.itertuples()}]
    ]
    heads = [value_words(question, value) for value in values]
    groups = question_words(diagnosis.by, diagnosis.own_words)
    yield Table(
        caption=phrase("question-par-groupe", question=question_words(question), groups=lower_first(groups)),
        header=(groups, *heads, phrase("colonne-ensemble")),
        rows=tuple(cells),
    )


def _reading(diagnosis: AnswerIndicators, sources: Sources) -> Iterator[Block]:
    yield heading(1, phrase("comment-lire"))
    points: list[str] = [
        phrase("lire-cache", hidden=HIDDEN.capitalize(), threshold=diagnosis.threshold),
        # Always there: said only where a cell is not read, it would tell that one of a hidden number is.
        phrase("lire-sans-reponse"),
        phrase("lire-ensemble"),
        *([phrase("lire-niveaux-ensemble")] if _joins_levels(diagnosis) else []),
        phrase("lire-intervalle"),
        phrase("lire-part", threshold=diagnosis.threshold),
    ]
    if diagnosis.table["part_ponderee"].notna().any():
        points.append(phrase("lire-ecole-entiere"))
    yield bullets(*points)
    stated = [part for name in RULES for part in (*sources.stated(sources.find(f"diagnostic/{name}")), " ")]
    yield paragraph(phrase("choix-ou-hypotheses"), *stated)


def _joins_levels(diagnosis: AnswerIndicators) -> bool:
    """Whether the report shows levels that are told together."""
    return any(len(members(str(level))) > 1 for level in diagnosis.response[LEVEL])


def main_rows(diagnosis: AnswerIndicators) -> list[Row]:
    """Return the two axes as lines to print: axis, level, families, share, interval."""
    return [
        (
            question_words(axis),
            label(row, diagnosis.own_words),
            _count_of_row(row),
            share_words(row.part),
            interval_words(row.bas, row.haut),
        )
        for axis in AXES
        for row in diagnosis.question(axis).itertuples()
    ]


def response_rows(diagnosis: AnswerIndicators) -> list[Row]:
    """Return forms received as lines to print: level, forms, families, response rate."""
    rows = diagnosis.response[diagnosis.response["mode"] == TOGETHER]
    return [
        (
            phrase("colonne-ensemble") if row.niveau == TOGETHER else value_words(LEVEL, str(row.niveau)),
            told_words(row.reponses, row.au_moins, row.au_plus),
            _families_words(diagnosis, row.reponses, row.familles),
            share_words(row.taux),
        )
        for row in rows.itertuples()
    ]


def public_table(diagnosis: AnswerIndicators) -> pd.DataFrame:
    """Return the indicators as they leave in a file: with their words, and « caché » rather than an empty cell.

    `au_moins` and `au_plus` stay empty where nothing is told.
    """
    table = diagnosis.table.copy()
    table.insert(0, "question_en_clair", [question_words(name, diagnosis.own_words) for name in table["question"]])
    table.insert(1, "reponse_en_clair", [label(row, diagnosis.own_words) for row in diagnosis.table.itertuples()])
    table["effectif"] = [_count_of_row(row) for row in diagnosis.table.itertuples()]
    table["reponses"] = [count_words(size) for size in diagnosis.table["reponses"]]
    shares = ["part", "bas", "haut", *WEIGHTED]
    table[shares] = table[shares].round(4)
    return table


__all__ = [
    "INDICATORS",
    "axis_drawn",
    "label",
    "main_rows",
    "public_table",
    "report",
    "response_rows",
    "write_report",
]
