"""Le pari du module 01 : combien de familles de plus une publication suspendue laisse de côté."""

from __future__ import annotations

from liaison.messaging.policy import load_policy
from widgets.kit import Bet, Outcome
from widgets.messaging.state import ON_TRIAL, LabState, scenario
from widgets.texts import texts

t = texts("messaging")


def messaging_bet(state: LabState) -> Bet:
    """Return the bet of the scenario, which reveals the results once placed."""

    def outcome() -> Outcome:
        # One factor at a time: the first policy, then the same with the suspended publication of the second.
        first, other = (load_policy(scenario()["policies"][name]) for name in ("first", "second"))
        second = first.changed(suspended=other.suspended)
        before, after = (state.simulation(policy).indicators for policy in (first, second))
        out = [len(result.left_out_families) for result in (before, after)]
        more = abs(out[1] - out[0])
        sign = "+" if out[1] > out[0] else "−"
        said = t(
            "bet-answer", policy=first.name, before=out[0], after=out[1], total=after.families, more=more, sign=sign
        )
        return Outcome(more / after.families, said)

    bet = Bet(scenario()["bets"], outcome, place=t("bet-place"), help=t("bet-again"), made_from=(state, ON_TRIAL))
    bet.on_placed(lambda: state.set_trait("revealed", True))
    return bet
