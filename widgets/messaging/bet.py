"""Le pari du module 01 : combien de familles de plus une publication suspendue laisse de côté."""

from __future__ import annotations

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.suspended_alone import left_out_more, suspended_as
from widgets.kit import Bet, Outcome
from widgets.messaging.state import ON_TRIAL, LabState, scenario
from widgets.texts import texts

t = texts("messaging")


def messaging_bet(state: LabState) -> Bet:
    """Return the bet of the scenario, which reveals the results once placed."""

    def outcome() -> Outcome:
        first, other = (load_policy(scenario()["policies"][name]) for name in ("first", "second"))
        before, after = (state.simulation(policy).indicators for policy in (first, suspended_as(first, other)))
        more = left_out_more(before, after)
        sentence = t(
            "bet-answer",
            policy=first.name,
            before=more.before,
            after=more.after,
            total=more.families,
            more=abs(more.more),
            sign="+" if more.more > 0 else "−",
        )
        return Outcome(more.share, sentence, grounds=[t("bet-grounds"), t("bet-weekend")])

    return Bet(scenario()["bets"], outcome, place=t("bet-place"), help=t("bet-again"), of=(state, ON_TRIAL))
