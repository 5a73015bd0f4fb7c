"""Une question à la fois, pour tous ou pour les groupes choisis : comptes, parts, intervalles, cases cachées."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from liaison.base.words import joined
from liaison.diagnostic.disclosure.merged_words import AND, members
from liaison.diagnostic.papers.number_words import share_words
from widgets.diagnostic.state import DiagnosticState
from widgets.diagnostic.words import (
    NO_ANSWER,
    TICKED,
    Row,
    bar_of,
    known,
    question_words,
    rows_of,
    shown_count,
    t,
    value_words,
)
from widgets.kit import Chart, DataTable, Paragraphs, Question, SelectField, stack

if TYPE_CHECKING:
    from liaison.diagnostic.counting.indicators import AnswerIndicators
    from liaison.diagnostic.questionnaire.questionnaire import Item

ALONE = "sans_aide"
FIRST = "connexion"  # what one looks at first; a school's own questions may have none


class QuestionsView:
    """A question and groups are chosen; the chart adds up what is published of these groups, and nothing else."""

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        self.question = SelectField(
            label=t("question"), options=[{"value": name, "label": _name(item)} for name, item in self.items.items()]
        )
        self.question.value = FIRST if FIRST in self.items else ""
        self.groups = Question(label=t("groups"), kind="checkbox")
        self.groups.add_class("carnets-inline")
        self.chart = Chart(kind="bars", alt=t("question-alt"), unit=t("families-unit"))
        self.notes = Paragraphs()
        self.grid = DataTable(caption=t("grid-caption"))
        self.widget = stack([self.question, self.groups, self.chart, self.notes])
        self.diagnosis: AnswerIndicators | None = None
        self.note = ""
        self.question.observe(lambda _change: self._draw(), "value")
        self.groups.observe(lambda _change: self._draw(), "value")

    @property
    def items(self) -> dict[str, Item]:
        """The questions of the answers that are shown, by name."""
        return {item.id: item for item in self.state.questionnaire.items}

    def show(self, diagnosis: AnswerIndicators, note: str) -> None:
        """Draw the question chosen in these indicators."""
        self.diagnosis = None  # what follows moves the fields: nothing is drawn before they all stand
        names_asked = [name for name in self.items if name in set(diagnosis.table["question"])]
        self.question.options = [{"value": name, "label": _name(self.items[name])} for name in names_asked]
        if self.question.value not in names_asked:
            self.question.value = next(iter(names_asked), "")
        names = [name for name in dict.fromkeys(diagnosis.table["groupe"]) if name != "ensemble"]
        self.groups.label = t("groups-by", by=question_words(diagnosis.by).lower())
        self.groups.help = t("groups-help") if names else t("groups-none")
        self.groups.options = [{"value": name, "label": value_words(diagnosis.by, name)} for name in names]
        self.diagnosis, self.note = diagnosis, note
        self._draw()

    def _draw(self) -> None:
        if self.diagnosis is None or not self.question.value:
            return
        item = self.items[self.question.value]
        table = self.diagnosis.of_groups(self.groups.value) if self.groups.value else self.diagnosis.table
        if not self.groups.value:
            table = table[table["groupe"] == "ensemble"]
        rows = rows_of(table[table["question"] == item.id])
        bars = _bars(item, rows)
        self.chart.show(
            title=_title(item, rows, self._among()),
            data=bars,
            x_label=t("question-x-grid") if _is_gestures(item) else t("question-x"),
            label_title=_name(item),
            note=self.note,
        )
        self.notes.lines = self._notes(item, rows)
        if item.kind == "grid":
            self._fill_grid(item, rows)
        parts = (self.question, self.groups, self.chart, self.notes)
        shown = (*parts, self.grid) if item.kind == "grid" else parts
        if self.widget.children != shown:
            self.widget.children = shown

    def _among(self) -> str:
        if not self.groups.value or self.diagnosis is None:
            return ""
        return t("among", groups=joined([value_words(self.diagnosis.by, name) for name in self.groups.value]))

    def _notes(self, item: Item, rows: list[Any]) -> list[str]:
        lines = []
        hidden = sum(not known(row.au_plus) for row in rows)
        near = sum(known(row.au_plus) and not known(row.effectif) for row in rows)
        if hidden and self.diagnosis is not None:
            lines.append(t("hidden-note", count=hidden, total=len(rows), threshold=self.diagnosis.threshold))
        if near:
            lines.append(t("range-note", count=near))
        if any(AND in row.valeur for row in rows):
            lines.append(t("merged-note"))
        if (hidden or near) and len(self.groups.value) > 1:
            lines.append(t("hidden-sum"))
        if item.kind == "multiple":
            lines.append(t("several-answers"))
        if any(known(row.part) and row.reponses < 30 for row in rows):
            lines.append(t("rounded-note"))
        moved = [row for row in rows if known(row.part_ponderee) and abs(row.part_ponderee - row.part) >= 0.01]
        for row in moved[:3]:
            label = _part(item, row.partie or row.valeur)
            shares = {"share": share_words(row.part_ponderee), "raw": share_words(row.part)}
            lines.append(t("weighted-note", label=label, **shares))
        return lines

    def _fill_grid(self, item: Item, rows: list[Any]) -> None:
        values = list(dict.fromkeys(row.valeur for row in rows))
        self.grid.caption = t("grid-caption" if _is_gestures(item) else "grid-caption-own")
        first: Row = {"id": "geste", "label": _name(item)}
        self.grid.columns = [
            first,
            *({"id": value, "label": _part(item, value), "numeric": True} for value in values),
        ]
        parts = {row.partie for row in rows}
        lines: dict[str, Row] = {part: {"geste": _part(item, part)} for part in item.rows if part in parts}
        for row in rows:
            lines[row.partie][row.valeur] = shown_count(row.effectif, row.au_moins, row.au_plus)
        self.grid.rows = list(lines.values())


def _shown(item: Item, rows: list[Any]) -> list[tuple[str, Any]]:
    """Return the rows that a chart draws, with their words: of a grid, the gestures that are done without help.

    A grid that a school made has no such answer: every answer of each of its rows.
    """
    if item.kind == "grid" and not _is_gestures(item):
        return [(t("grid-cell", row=_part(item, row.partie), answer=_word(item, row)), row) for row in rows]
    if item.kind == "grid":
        alone = next((row.valeur for row in rows if ALONE in members(row.valeur)), ALONE)
        return [(_part(item, row.partie), row) for row in rows if row.valeur == alone]
    ordered = sorted(rows, key=lambda row: row.valeur == NO_ANSWER)
    return [(_word(item, row), row) for row in ordered]


def _word(item: Item, row: Any) -> str:
    return _part(item, row.partie if row.valeur == TICKED else row.valeur)


def _name(item: Item) -> str:
    return question_words(item.id, item.own_words)


def _part(item: Item, part: str) -> str:
    return value_words(item.id, part, item.own_words)


def _is_gestures(item: Item) -> bool:
    """Return whether a question is a grid of gestures, done without help or not."""
    return item.kind == "grid" and ALONE in item.values


def _bars(item: Item, rows: list[Any]) -> list[Row]:
    return [bar_of(label, row) for label, row in _shown(item, rows)]


def _title(item: Item, rows: list[Any], among: str) -> str:
    """Return the finding: the answer given most (of a grid, the gesture done alone the least).

    Nothing is said to be the least while a gesture is hidden: it may be that one.
    """
    every = _shown(item, rows)
    given = [(label, row) for label, row in every if known(row.effectif) and row.valeur != NO_ANSWER]
    # « Nobody » is no finding where what the others answered is hidden.
    shown = [(label, row) for label, row in given if row.effectif] or given[: len(given) == len(rows)]
    name = _name(item)
    # What a school asks in its own words most often ends with its own sign.
    question = name if name.endswith("?") else f"{name} :"
    if not shown:
        return t("question-title-hidden", asked=question, among=among)
    grid = _is_gestures(item)
    label, row = (min if grid else max)(shown, key=lambda pair: pair[1].effectif)
    whole = all(known(row.effectif) for _, row in every)
    key = "question-title" if not grid else "question-title-grid" if whole else "question-title-grid-part"
    return t(key, asked=question, label=label, count=int(row.effectif), total=shown_count(row.reponses), among=among)
