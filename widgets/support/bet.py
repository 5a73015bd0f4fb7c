"""Le pari du module 03 : ce que le matériel prêté change à lui seul."""

from __future__ import annotations

from liaison.messaging.policy import load_policy
from widgets.kit import Bet, Outcome
from widgets.support.reached import worse_off_words
from widgets.support.scenario import scenario
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")


def plan_bet(state: PlanState) -> Bet:
    """Return the bet of the scenario, on the fictitious school, which reveals the results once placed."""

    def outcome() -> Outcome:
        policy = load_policy(scenario()["policy"])
        found = state.reach_cases(policy)
        before, lent, both = (len(found[case].left_out_families) for case in ("rien", "prets", "tout"))
        share = max(0.0, (before - lent) / before) if before else 0.0
        said = t("bet-answer", before=before, lent=lent, both=both, total=found["rien"].families)
        why = worse_off_words(state.lent_worse_off(policy))
        return Outcome(share, f"{said} {why}".strip())

    made_from = (state, ("school", "seed", "loans", "workshops"))
    bet = Bet(scenario()["bets"], outcome, place=t("bet-place"), help=t("bet-again"), made_from=made_from)
    bet.on_placed(lambda: state.set_trait("revealed", True))
    return bet
