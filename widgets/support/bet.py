"""Le pari du module 03 : ce que le matériel prêté change à lui seul."""

from __future__ import annotations

from liaison.across.plan_reach import lent_alone
from liaison.messaging.policy.policy import load_policy
from widgets.kit import Bet, Outcome
from widgets.support.scenario import scenario
from widgets.support.state import PlanState
from widgets.support.words import worse_off_words
from widgets.texts import texts

t = texts("support")
SETTINGS = ("school", "seed", "loans", "workshops")


def plan_bet(state: PlanState) -> Bet:
    """Return the bet of the scenario, on the fictitious school, which reveals the results once placed."""

    def outcome() -> Outcome:
        policy = load_policy(scenario()["policy"])
        left_out = lent_alone(state.reach_cases(policy))
        answer = t(
            "bet-answer", before=left_out.before, lent=left_out.lent, both=left_out.both, total=left_out.families
        )
        why = worse_off_words(state.lent_worse_off(policy))
        return Outcome(left_out.share, answer, grounds=[t("bet-grounds"), t("bet-fiction"), *filter(None, [why])])

    return Bet(scenario()["bets"], outcome, place=t("bet-place"), help=t("bet-again"), of=(state, SETTINGS))
