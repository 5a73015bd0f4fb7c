"""Qui a répondu : par niveau, par façon de répondre, et ce que l'on ne sait pas de ceux qui n'ont pas répondu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from liaison.diagnostic.papers.number_words import share_words
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE
from widgets.diagnostic.words import NO_ANSWER, TOGETHER, Row, hidden_bar, known, rows_of, shown_count, t, value_words
from widgets.kit import Chart, DataTable, Notice, stack

if TYPE_CHECKING:
    from liaison.diagnostic.counting.indicators import AnswerIndicators


class ResponseView:
    """Response rates by level, forms by way of answering, both crossed, and the warnings."""

    def __init__(self) -> None:
        self.warnings = Notice(kind="attention", title=t("response-warnings"))
        self.levels = Chart(kind="bars", alt=t("response-level-alt"), unit=t("families-unit"))
        self.ways = Chart(kind="bars", alt=t("response-mode-alt"), unit=t("families-unit"))
        self.crossed = DataTable(caption=t("response-crossed"))
        self.widget = stack([self.warnings, self.levels, self.ways])

    def show(self, diagnosis: AnswerIndicators, note: str) -> None:
        """Draw the response to a collection."""
        self.warnings.title = t("response-warnings") if diagnosis.warnings else ""
        self.warnings.text = "\n".join(diagnosis.warnings)
        rows = rows_of(diagnosis.response)
        levels = [row for row in rows if row.niveau != TOGETHER and row.mode == TOGETHER]
        ways = [row for row in rows if row.niveau == TOGETHER and row.mode != TOGETHER]
        has_ways = any(row.mode != NO_ANSWER for row in ways)  # some tools do not say how a form came
        has_rates = diagnosis.population is not None
        self.levels.alt = t("response-level-alt" if has_rates else "response-count-alt")
        ends = diagnosis.lowest_and_highest()
        self.levels.show(
            title=_level_title(ends),
            x_label=t("response-level-x" if has_rates else "response-count-x"),
            data=[_bar(LEVEL, row.niveau, row, row.familles) for row in levels],
            highlight=[value_words(LEVEL, ends[0].niveau)] if ends else [],
            note=note,
        )
        self.ways.show(
            title=self._way_title(diagnosis, ways),
            x_label=t("response-mode-x"),
            data=[_bar(MODE, row.mode, row, diagnosis.answers) for row in ways],
            note=note,
        )
        crossed = [row for row in rows if row.niveau != TOGETHER and row.mode != TOGETHER]
        self._cross(crossed)
        if not levels:  # no form says its level
            self.widget.children = (self.warnings, *([self.ways] if has_ways else []))
            return
        more = [*([self.ways] if has_ways else []), *([self.crossed] if has_ways and crossed else [])]
        self.widget.children = (self.warnings, self.levels, *more)

    def _way_title(self, diagnosis: AnswerIndicators, ways: list[Any]) -> str:
        told_ways = [row for row in ways if known(row.reponses) and row.mode != NO_ANSWER]
        if not told_ways or not diagnosis.answers:
            return t("response-mode-plain")
        most = max(told_ways, key=lambda row: row.reponses)
        return t(
            "response-mode-title", way=value_words(MODE, most.mode), count=int(most.reponses), total=diagnosis.answers
        )

    def _cross(self, rows: list[Any]) -> None:
        modes = list(dict.fromkeys(row.mode for row in rows))
        first: Row = {"id": LEVEL, "label": t("q-niveau")}
        self.crossed.columns = [
            first,
            *({"id": mode, "label": value_words(MODE, mode), "numeric": True} for mode in modes),
        ]
        lines: dict[str, Row] = {}
        for row in rows:
            line = lines.setdefault(row.niveau, {LEVEL: value_words(LEVEL, row.niveau)} | dict.fromkeys(modes, 0))
            line[row.mode] = shown_count(row.reponses, row.au_moins, row.au_plus)
        self.crossed.rows = list(lines.values())


def _bar(question: str, value: str, row: Any, total: Any) -> Row:
    label = value_words(question, value)
    whole = int(total) if known(total) and total else None
    if not known(row.reponses):
        return hidden_bar(label, whole, row.reponses, row.au_moins, row.au_plus)
    return {"label": label, "count": int(row.reponses), "total": whole}


def _level_title(ends: tuple[Any, Any] | None) -> str:
    if ends is None:
        return t("response-level-plain")
    low, high = ends
    return t(
        "response-level-title",
        low=value_words(LEVEL, low.niveau),
        low_share=share_words(low.taux),
        high=value_words(LEVEL, high.niveau),
        high_share=share_words(high.taux),
    )
