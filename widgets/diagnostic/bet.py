"""Le pari du module 02 : combien de familles débutantes on verra dans les réponses en ligne."""

from __future__ import annotations

from liaison.diagnostic.number_words import share_words
from widgets.diagnostic.state import DiagnosticState, scenario
from widgets.diagnostic.words import t
from widgets.kit import Bet, Outcome

BEGINNER, SKILLS = "debutant", "competences"


def diagnostic_bet(state: DiagnosticState) -> Bet:
    """Return the bet of the scenario, on the fictitious school, whose truth is known; it reveals the results."""

    def outcome() -> Outcome:
        from liaison.diagnostic.axes import axes

        truth, online = state.fiction().truth, state.collected(("en_ligne",))
        real, seen = (int((axes(answers)[SKILLS] == BEGINNER).sum()) for answers in (truth, online))
        share = share_words(len(online) / len(truth))
        said = t("bet-answer", answered=len(online), families=len(truth), share=share, seen=seen, real=real)
        return Outcome(seen / real, said)

    bet = Bet(
        scenario()["bets"], outcome, place=t("bet-place"), help=t("bet-again"), made_from=(state, ("school", "seed"))
    )
    bet.on_placed(lambda: state.set_trait("revealed", True))
    return bet
