"""Le pari du module 02 : combien de familles débutantes on verra dans les réponses en ligne."""

from __future__ import annotations

from liaison.diagnostic.papers.number_words import share_words
from liaison.diagnostic.seen_online import seen_online
from widgets.diagnostic.state import DiagnosticState, scenario
from widgets.diagnostic.words import t
from widgets.kit import Bet, Outcome

SETTINGS = ("school", "seed")


def diagnostic_bet(state: DiagnosticState) -> Bet:
    """Return the bet of the scenario, on the fictitious school, whose truth is known; it reveals the results."""

    def outcome() -> Outcome:
        seen = seen_online(state.fiction().truth, state.collected(("en_ligne",)))
        sentence = t(
            "bet-answer",
            answered=seen.answered,
            families=seen.families,
            share=share_words(seen.response),
            seen=seen.seen,
            real=seen.beginners,
        )
        return Outcome(seen.share, sentence)

    return Bet(scenario()["bets"], outcome, place=t("bet-place"), help=t("bet-again"), of=(state, SETTINGS))
