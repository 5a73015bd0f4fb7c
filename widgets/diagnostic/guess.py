"""Deviner une case cachée : par soustraction quand on ne cache qu'elle, plus du tout quand on la protège."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.diagnostic.disclosure.hidden_cell import NAIVE, PROTECTED, HiddenCell, hidden_cell
from liaison.diagnostic.papers.number_words import HIDDEN
from widgets.diagnostic.state import DiagnosticState, scenario
from widgets.diagnostic.words import Row, question_words, t, value_words
from widgets.kit import Action, DataTable, Notice, Paragraphs, Question, ResultSentence, stack

if TYPE_CHECKING:
    from liaison.disclosure.attack import Mask


class GuessGame:
    """The table hidden in one way or the other, a number to guess, and what can be known of it."""

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        self.hidden_cell = asked_cell(state)
        self.way = Question(
            label=t("guess-way"),
            kind="radio",
            options=[{"value": way, "label": t(f"guess-way-{way}")} for way in (NAIVE, PROTECTED)],
        )
        self.way.value = NAIVE
        self.table = DataTable(caption=t("guess-caption", by=question_words(scenario()["guess"]["question"])))
        self.guess = Question(kind="number", unit=t("families-unit"))
        self.check = Action(label=t("guess-check"), main=True)
        self.answer = ResultSentence()
        self.missing = Notice()
        self.way.observe(lambda _change: self._draw(), "value")
        self.check.on_press(self._check)
        intro = Paragraphs(lines=[t("guess-intro", threshold=state.threshold)])
        self.widget = stack([intro, self.way, self.table, self.guess, self.check, self.answer])
        if self.hidden_cell is None:
            self.missing.title, self.missing.text = t("guess-none"), t("guess-none-text")
            self.widget.children = (self.missing,)
            return
        group, value = self._names()
        self.guess.label = t("guess-question", group=group, value=value)
        self._draw()

    def _names(self) -> tuple[str, str]:
        guessed, cell = scenario()["guess"], self.hidden_cell
        assert cell is not None
        row, column = cell.cell
        return value_words(guessed["by"], cell.groups[row]), value_words(guessed["question"], cell.values[column])

    def _draw(self) -> None:
        cell, guessed = self.hidden_cell, scenario()["guess"]
        if cell is None or not self.way.value:
            return
        self.answer.text = self.answer.detail = ""
        self.answer.tone = "neutre"
        names = [*(value_words(guessed["question"], value) for value in cell.values), t("guess-total")]
        first: Row = {"id": "groupe", "label": question_words(guessed["by"])}
        self.table.columns = [
            first,
            *({"id": f"c{place}", "label": name, "numeric": True} for place, name in enumerate(names)),
        ]
        groups = [*(value_words(guessed["by"], group) for group in cell.groups), t("guess-total")]
        hidden = cell.hidden[self.way.value]
        self.table.rows = [
            {"groupe": group, **{f"c{place}": self._cell((row, place), hidden) for place in range(len(names))}}
            for row, group in enumerate(groups)
        ]

    def _cell(self, cell: tuple[int, int], hidden: Mask) -> int | str:
        assert self.hidden_cell is not None
        if not hidden[cell]:
            return int(self.hidden_cell.counts[cell])
        return t("guess-here") if cell == self.hidden_cell.cell else HIDDEN

    def _check(self) -> None:
        cell, guess = self.hidden_cell, self.guess.value
        if cell is None:
            return
        whole = guess is not None and float(guess).is_integer() and guess >= 0
        self.guess.error = "" if whole else t("families-whole")
        if not whole:
            return
        guess = int(guess)
        low, high = cell.audit_interval(self.way.value)
        self.answer.tone = "neutre"
        if low == high:
            right = guess == low
            self.answer.tone = "alerte" if right else "neutre"
            self.answer.text = t("guess-found", value=low) if right else t("guess-not-yet")
            group, _ = self._names()
            self.answer.detail = t("guess-subtract", group=group, sum=self._sum()) if right else t("guess-hint")
            return
        possible = low <= guess <= high
        self.answer.text = t("guess-possible" if possible else "guess-impossible", guess=guess)
        self.answer.detail = t("guess-bounds", low=low, high=high, count=high - low + 1)

    def _sum(self) -> str:
        """Return how the cell is found from its row: « 93 − 75 − 12 − 0 »."""
        assert self.hidden_cell is not None
        return " − ".join(map(str, self.hidden_cell.subtraction()))


def asked_cell(state: DiagnosticState) -> HiddenCell | None:
    """Return the cell that the scenario asks to guess in the fictitious school; None when it has no small cell."""
    guessed = scenario()["guess"]
    answers = state.collected(tuple(guessed["ways"]))
    return hidden_cell(answers, guessed["by"], guessed["question"], guessed["value"], state.threshold)
