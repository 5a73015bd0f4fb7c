"""Combien de familles compte l'école, par niveau : de quoi dire un taux de réponse, et peser les réponses."""

from __future__ import annotations

from typing import Any

from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from widgets.diagnostic.state import FICTITIOUS, DiagnosticState
from widgets.diagnostic.words import t, value_words
from widgets.kit import Action, CheckField, FileIn, Notice, Paragraphs, Question, stack

CYCLES = {
    "ecole": ("cp", "ce1", "ce2", "cm1", "cm2"),
    "college": ("sixieme", "cinquieme", "quatrieme", "troisieme"),
    "lycee": ("seconde", "premiere", "terminale"),
}


class FamiliesInput:
    """Families by level: known of the fictitious school, typed or read from a CSV for a real one."""

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        self.fictitious = Paragraphs(lines=[t("families-fictitious")])
        self.intro = Paragraphs(lines=[t("families-intro")])
        self.open = FileIn(real=True, label=t("families-file"), help=t("families-file-help"), accept=".csv,.txt")
        self.open.on_file(self._take_file)
        self.notice = Notice()
        self.cycles = {name: CheckField(label=t(f"cycle-{name}")) for name in CYCLES}
        levels = state.questionnaire.context[LEVEL]
        self.counts = {
            name: Question(label=value_words(LEVEL, name), kind="number", unit=t("families-unit")) for name in levels
        }
        self.fields = stack()
        self.take = Action(label=t("families-take"))
        self.take.on_press(self._take)
        for field in self.cycles.values():
            field.observe(lambda _change: self._show_fields(), "value")
        self.widget = stack()
        state.observe(lambda _change: self.show(), "source")
        state.observe(lambda _change: self._guess_cycles(), "opened")
        self.show()

    def show(self) -> None:
        """Draw what fits the source of the answers."""
        if self.state.source == FICTITIOUS:
            self.widget.children = (self.fictitious,)
        else:
            self.widget.children = (self.intro, self.open, self.notice, *self.cycles.values(), self.fields)

    def _guess_cycles(self) -> None:
        """Open the levels that the answers name, so that nobody has to look for them."""
        answers = self.state.answers if self.state.source != FICTITIOUS else None
        if answers is None or any(field.value for field in self.cycles.values()):
            return
        present = answers.present(LEVEL)
        for name, levels in CYCLES.items():
            self.cycles[name].value = bool(present & set(levels))

    def _show_fields(self) -> None:
        shown = [level for name, levels in CYCLES.items() if self.cycles[name].value for level in levels]
        self.fields.children = (*(self.counts[level] for level in shown), *([self.take] if shown else []))

    def _take(self) -> None:
        """Count with the numbers typed, once all are: a rate of half of the levels would mean nothing."""
        from liaison.diagnostic.counting.weights import FamilyCounts

        counts: dict[str, int] = {}
        for level, field in self.counts.items():
            value: Any = field.value
            whole = value is None or (float(value).is_integer() and value >= 0)
            field.error = "" if whole else t("families-whole")
            if whole and value:
                counts[level] = int(value)
        if not any(field.error for field in self.counts.values()):
            self.state.count_families(FamilyCounts(counts) if counts else None)

    def _take_file(self, name: str, content: bytes) -> None:
        from liaison.diagnostic.counting.weights import read_population

        population = read_population(content, self.state.questionnaire, name)
        for level, field in self.counts.items():
            field.value = population.families.get(level)
        for cycle, levels in CYCLES.items():
            self.cycles[cycle].value = any(level in population.families for level in levels)
        self.notice.title = t("families-read", total=population.total)
        self.state.count_families(population)

    def summary(self) -> str:
        """Return how many families are known, in short."""
        if self.state.source == FICTITIOUS:
            return t("families-summary-fictitious")
        known = self.state.population
        return t("families-summary", total=known.total) if known else t("families-summary-none")
