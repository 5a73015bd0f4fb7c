"""Ce qu'une leçon montre entre deux phrases : un pari et sa réponse, un tableau, des barres, des règles citées."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from IPython.core.getipython import get_ipython
from ipywidgets import VBox

from liaison.base.dates import hour_words
from liaison.base.quoting import shown
from liaison.base.typography import typeset
from liaison.base.words import long_date
from liaison.questions.bet import MeasuredBet
from liaison.rules import rule
from widgets.kit.badge import badge_of
from widgets.kit.chart import Chart
from widgets.kit.data_table import DataTable
from widgets.kit.mistyped import LessonError, answer_in_french
from widgets.kit.question import Question
from widgets.kit.result_sentence import ResultSentence
from widgets.kit.source_note import SourceNote
from widgets.kit.stack import stack
from widgets.texts import texts

t = texts("kit")

# Whoever writes in a lesson opens this module first.
if (notebook := get_ipython()) is not None:
    answer_in_french(notebook)

MOST_GROUPS = 24  # barres que l'on compare d'un regard : les heures d'un jour


class LessonBet:
    """A bet of a lesson (`MeasuredBet`): one cell asks it, and a next one, which works out the number, answers it."""

    def __init__(self, bet: Mapping[str, Any]) -> None:
        self.bet = MeasuredBet.model_validate(bet)
        options = [{"value": option.value, "label": option.label} for option in self.bet.options]
        self.widget = Question(label=self.bet.question, help=t("lesson-bet-help"), kind="radio", options=options)

    def answered(self, actual: float, detail: str = "") -> ResultSentence:
        """Return what a number says of the bet; whoever did not bet reads what was right."""
        right = self.bet.right(actual)
        if not self.widget.value:
            sentence, tone = t("lesson-bet-none", right=right.label), "neutre"
        elif (placed := self.bet.option(self.widget.value)) is right:
            sentence, tone = t("bet-right"), "bon"
        else:
            sentence, tone = t("lesson-bet-wrong", bet=placed.label, right=right.label), "neutre"
        return ResultSentence(text=sentence, detail=typeset(detail), tone=tone)


def table_of(frame: Any, caption: str) -> DataTable:
    """Return a DataFrame as French reads it: its columns are its titles; an instant, yes and no, nothing are words."""
    return DataTable(
        caption=typeset(caption),
        plain=True,
        columns=[
            {"id": str(rank), "label": typeset(str(name)), "numeric": frame[name].dtype.kind in "if"}
            for rank, name in enumerate(frame.columns)
        ],
        rows=[
            {str(rank): _shown(value) for rank, value in enumerate(row)}
            for row in frame.itertuples(index=False, name=None)
        ],
    )


def bars_of(counts: Any, totals: Any, title: str) -> Chart:
    """Return one bar for each group of a `groupby`: how many, among how many, two Series of whole numbers."""
    by_group = counts.to_dict()
    groups = [(str(_shown(group)), int(by_group.get(group, 0)), int(total)) for group, total in totals.items() if total]
    shares = ", ".join(t("lesson-share", label=label, count=count, total=total) for label, count, total in groups)
    return Chart(
        kind="bars",
        title=typeset(title),
        alt=typeset(f"{title} : {shares}"),
        data=[{"label": typeset(label), "count": count, "total": total} for label, count, total in groups],
        label_title=typeset(str(totals.index.name or "")),
    )


def column_of(table: Any, name: str) -> str:
    """Return the name of a column, to group a table by.

    Raises:
        LessonError: the table has no such column, or it makes no groups; the sentence says those that do.
    """
    offered = [column for column in table.columns if _groups(table[column])]
    if name not in offered:
        named = ", ".join(f"« {column} »" for column in offered)
        raise LessonError(t("lesson-no-column", written=shown(str(name)), named=named))
    return name


def _groups(column: Any) -> bool:
    """Whether one groups by a column: of a few words. A number or an instant is measured; yes and no are counted."""
    return column.dtype.kind == "O" and 2 <= column.nunique() <= MOST_GROUPS


def whole_number(written: Any) -> int:
    """Return the whole number that somebody wrote.

    Raises:
        LessonError: it is none.
    """
    if not isinstance(written, int) or isinstance(written, bool):
        raise LessonError(t("lesson-no-number", written=shown(str(written))))
    return written


def rules_cited(names: Iterable[str], day: dt.date) -> VBox:
    """Return rules as a screen cites them: what each says, and the badge of its kind, with its date and its source."""
    rules = [rule(name, day) for name in names]
    return stack([SourceNote(text=typeset(f"{each.label}."), badge=badge_of(each)) for each in rules])


def _shown(value: Any) -> Any:
    if value is None or value != value:  # NaN and NaT are unequal to themselves
        return None
    if isinstance(value, dt.datetime):
        return typeset(t("lesson-instant", day=long_date(value.date()), hour=hour_words(value)))
    value = value.item() if hasattr(value, "item") else value
    return t("lesson-yes" if value else "lesson-no") if isinstance(value, bool) else value


__all__ = ["LessonBet", "LessonError", "bars_of", "column_of", "rules_cited", "table_of", "whole_number"]
