"""Le diagnostic des familles à l'écran : parier, réunir des réponses, vérifier, voir qui manque, emporter."""

from __future__ import annotations

from functools import cached_property

import ipywidgets

from widgets.diagnostic.bet import diagnostic_bet
from widgets.diagnostic.families import FamiliesInput
from widgets.diagnostic.informing import Informing
from widgets.diagnostic.keep import diagnostic_keep
from widgets.diagnostic.own_questions import OwnQuestions
from widgets.diagnostic.path import diagnostic_path
from widgets.diagnostic.publishing import Publishing
from widgets.diagnostic.received import Received
from widgets.diagnostic.results import DiagnosticResults
from widgets.diagnostic.start import StartFrom
from widgets.diagnostic.state import FILES, DiagnosticState, scenario
from widgets.diagnostic.words import question_words, t
from widgets.kit import Panels, SettingsSearch, lab_layout, stack


class Diagnostic:
    """The lab on one state: `widget`, its path, for a page; `bet`, `settings`, `results` one by one for a lesson.

    `whole` has everything on one screen.
    """

    def __init__(self, state: DiagnosticState | None = None) -> None:
        self.state = state or DiagnosticState()
        self.received = Received(self.state)
        self.bet = diagnostic_bet(self.state)
        self.keep = diagnostic_keep(self.state, self.bet)
        # The whole of the bet, or its halves on two steps.
        self._places_of_bet = [(stack([part]), part) for part in (self.bet.widget, self.bet.asked, self.bet.answered)]
        self.state.observe(lambda _change: self._hide_bet(), "source")

    @cached_property
    def start(self) -> StartFrom:
        """Where answers come from."""
        return StartFrom(self.state, self.received)

    @cached_property
    def own(self) -> OwnQuestions:
        """What the school asks in its own forms."""
        return OwnQuestions(self.state, self.received)

    @cached_property
    def families(self) -> FamiliesInput:
        """How many families there are by level."""
        return FamiliesInput(self.state)

    @cached_property
    def publishing(self) -> Publishing:
        """What may be shown, and by which groups."""
        return Publishing(self.state)

    @cached_property
    def informing(self) -> Informing:
        """What the school tells families of their data."""
        return Informing()

    @cached_property
    def settings(self) -> Panels:
        """Return every setting; not made for who goes by the path alone."""
        panels = {
            "start": self.start.widget,
            "own": self.own.widget,
            "families": self.families.widget,
            "publishing": self.publishing.widget,
            "informing": self.informing.widget,
            "advanced": stack([self.start.seed]),
        }
        settings = Panels([t(f"panel-{name}") for name in panels], [*panels.values()])

        def summarise() -> None:
            settings.summaries = self._summaries()

        self.state.observe(lambda _change: summarise(), ["source", "counted", "opened", "by", "threshold", "seed"])
        for field in self.informing.fields.values():
            field.observe(lambda _change: summarise(), "value")
        summarise()
        return settings

    @cached_property
    def results(self) -> DiagnosticResults:
        """Return the groups of results; not made for who goes by the path alone."""
        return DiagnosticResults(self.state, self.received)

    @cached_property
    def whole(self) -> ipywidgets.Widget:
        """Return every setting, the bet and every result on one page: what one starts from comes first."""
        results = stack([self._places_of_bet[0][0], self.results.widget])
        return lab_layout(SettingsSearch(self.settings).widget, results, self.results.summary)

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """Return the path, one step on screen at a time."""
        _whole, question, answer = (place for place, _part in self._places_of_bet)
        places = question, answer
        return diagnostic_path(self.state, self.received, self.bet, places, self.keep, lambda: self.whole)

    def _summaries(self) -> list[str]:
        return [
            t(f"source-short-{self.state.source}"),
            self.own.summary(),
            self.families.summary(),
            t("publishing-summary", threshold=self.state.threshold, by=question_words(self.state.by).lower()),
            self.informing.summary(),
            t("seed-summary", seed=str(self.state.seed)) if self.state.source != FILES else "",
        ]

    def _hide_bet(self) -> None:
        """Bet on the fictitious school only: nobody bets on families of their own."""
        for place, part in self._places_of_bet:
            place.children = () if self.state.source == FILES else (part,)


__all__ = ["Diagnostic", "DiagnosticState", "scenario"]
