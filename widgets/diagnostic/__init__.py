"""Le diagnostic des familles à l'écran : parier, réunir des réponses, vérifier, voir qui manque, emporter."""

from __future__ import annotations

from widgets.diagnostic.bet import diagnostic_bet
from widgets.diagnostic.families import FamiliesInput
from widgets.diagnostic.informing import Informing
from widgets.diagnostic.own_questions import OwnQuestions
from widgets.diagnostic.publishing import Publishing
from widgets.diagnostic.received import Received
from widgets.diagnostic.results import DiagnosticResults
from widgets.diagnostic.start import StartFrom
from widgets.diagnostic.state import FILES, DiagnosticState, scenario
from widgets.diagnostic.words import question_words, t
from widgets.kit import Panels, lab_layout, stack


class Diagnostic:
    """The whole diagnosis on one state: `widget` for a page, or `bet`, `settings`, `results` apart for a lesson."""

    def __init__(self, state: DiagnosticState | None = None) -> None:
        self.state = state or DiagnosticState()
        self.received = Received(self.state)
        self.bet = diagnostic_bet(self.state)
        self.start = StartFrom(self.state, self.received)
        self.own = OwnQuestions(self.state, self.received)
        self.families = FamiliesInput(self.state)
        self.publishing = Publishing(self.state)
        self.informing = Informing()
        panels = {
            "start": self.start.widget,
            "own": self.own.widget,
            "families": self.families.widget,
            "publishing": self.publishing.widget,
            "informing": self.informing.widget,
        }
        self.settings = Panels([t(f"panel-{name}") for name in panels], list(panels.values()))
        self.results = DiagnosticResults(self.state, self.received)
        self.state.observe(lambda _change: self._summarise(), ["source", "counted", "opened", "by", "threshold"])
        self.state.observe(lambda _change: self._hide_bet(), "source")
        for field in self.informing.fields.values():
            field.observe(lambda _change: self._summarise(), "value")
        self._summarise()
        lab = lab_layout(self.settings, self.results.widget, self.results.summary)
        self._place_of_bet = stack([self.bet.widget])
        self.widget = stack([self._place_of_bet, lab])

    def _summarise(self) -> None:
        summary = t("publishing-summary", threshold=self.state.threshold, by=question_words(self.state.by).lower())
        self.settings.summaries = [
            t(f"source-short-{self.state.source}"),
            self.own.summary(),
            self.families.summary(),
            summary,
            self.informing.summary(),
        ]

    def _hide_bet(self) -> None:
        """Bet on the fictitious school only: nobody bets on families of their own."""
        self._place_of_bet.children = () if self.state.source == FILES else (self.bet.widget,)


__all__ = ["Diagnostic", "DiagnosticState", "scenario"]
