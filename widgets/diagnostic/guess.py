"""Deviner une case cachée : par soustraction quand on ne cache qu'elle, plus du tout quand on la protège."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison.diagnostic.number_words import HIDDEN
from widgets.diagnostic.state import DiagnosticState, scenario
from widgets.diagnostic.words import Row, question_words, t, value_words
from widgets.kit import Action, DataTable, Notice, Paragraphs, Question, ResultSentence, stack

if TYPE_CHECKING:
    from liaison.diagnostic.attack import Cell, Counts, Mask

NAIVE, PROTECTED = "petits", "proteges"


@dataclass(frozen=True)
class HiddenCell:
    """A table with its totals, two ways of hiding its small cells, and the cell to guess."""

    groups: tuple[str, ...]
    values: tuple[str, ...]
    counts: Counts
    hidden: dict[str, Mask]
    cell: Cell

    @property
    def answer(self) -> int:
        """What the cell holds: known of a fictitious school only."""
        return int(self.counts[self.cell])

    def bounds(self, way: str) -> tuple[int, int]:
        """Return the least and greatest value that whoever reads the table can give the cell."""
        from liaison.diagnostic.attack import bounds

        low, high = bounds(self.counts, self.hidden[way], self.cell)
        return low, int(high)


class GuessGame:
    """The table hidden in one way or the other, a number to guess, and what can be known of it."""

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        self.found = hidden_cell(state)
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
        if self.found is None:
            self.missing.title, self.missing.text = t("guess-none"), t("guess-none-text")
            self.widget.children = (self.missing,)
            return
        group, value = self._names()
        self.guess.label = t("guess-question", group=group, value=value)
        self._draw()

    def _names(self) -> tuple[str, str]:
        asked, found = scenario()["guess"], self.found
        assert found is not None
        row, column = found.cell
        return value_words(asked["by"], found.groups[row]), value_words(asked["question"], found.values[column])

    def _draw(self) -> None:
        found, asked = self.found, scenario()["guess"]
        if found is None or not self.way.value:
            return
        self.answer.text = self.answer.detail = ""
        self.answer.tone = "neutre"
        names = [*(value_words(asked["question"], value) for value in found.values), t("guess-total")]
        first: Row = {"id": "groupe", "label": question_words(asked["by"])}
        self.table.columns = [
            first,
            *({"id": f"c{place}", "label": name, "numeric": True} for place, name in enumerate(names)),
        ]
        groups = [*(value_words(asked["by"], group) for group in found.groups), t("guess-total")]
        hidden = found.hidden[self.way.value]
        self.table.rows = [
            {"groupe": group, **{f"c{place}": self._cell((row, place), hidden) for place in range(len(names))}}
            for row, group in enumerate(groups)
        ]

    def _cell(self, cell: tuple[int, int], hidden: Mask) -> int | str:
        assert self.found is not None
        if not hidden[cell]:
            return int(self.found.counts[cell])
        return t("guess-here") if cell == self.found.cell else HIDDEN

    def _check(self) -> None:
        found, guess = self.found, self.guess.value
        if found is None:
            return
        whole = guess is not None and float(guess).is_integer() and guess >= 0
        self.guess.error = "" if whole else t("families-whole")
        if not whole:
            return
        guess = int(guess)
        low, high = found.bounds(self.way.value)
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
        assert self.found is not None
        row, column = self.found.cell
        line = self.found.counts[row]
        return " − ".join(
            str(int(one)) for one in (line[-1], *(n for place, n in enumerate(line[:-1]) if place != column))
        )


def hidden_cell(state: DiagnosticState) -> HiddenCell | None:
    """Return the table of the scenario and a small cell that subtraction gives away; None when it has no small cell."""
    import numpy as np

    from liaison.diagnostic.attack import bounds
    from liaison.diagnostic.disclosure import protect, small_cells
    from liaison.diagnostic.tabulation import coded

    asked = scenario()["guess"]
    counted = coded(state.collected(tuple(asked["ways"])))
    counts = counted.crossed(asked["by"], asked["question"])
    rows, columns = counts.sum(axis=1) > 0, counts.sum(axis=0) > 0
    kept = counts[rows][:, columns]
    groups = tuple(np.array(counted.variables[asked["by"]].values)[rows].tolist())
    values = tuple(np.array(counted.variables[asked["question"]].values)[columns].tolist())
    published = protect(kept, state.threshold)
    naive = small_cells(published.counts, state.threshold)
    inside = [(int(row), int(column)) for row, column in np.argwhere(naive[:-1, :-1])]
    if not inside:
        return None

    def easiest(cell: tuple[int, int]) -> tuple[int, int, int]:
        low, high = bounds(published.counts, naive, cell)
        alone_in_its_row = int(naive[cell[0], :-1].sum() + naive[cell[0], -1])
        return int(high) - low, int(values[cell[1]] != asked["value"]), alone_in_its_row

    cell = min(inside, key=easiest)
    return HiddenCell(groups, values, published.counts, {NAIVE: naive, PROTECTED: published.hidden}, cell)
