"""Le pari du module 01 : combien de familles de plus une publication suspendue laisse de côté."""

from __future__ import annotations

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.policy.team import compare
from liaison.messaging.reading.suspended_alone import left_out_more, suspended_as
from widgets.kit import Bet, Outcome, Paragraphs
from widgets.messaging.state import ON_TRIAL, LabState, scenario
from widgets.texts import texts

t = texts("messaging")


def bet_policy(state: LabState) -> Paragraphs:
    """Return what says of which policy the verdict is, and of which the rest, as one goes on setting it.

    It names none but the model of the bet: a room sees it.
    """
    words = Paragraphs()
    words.add_class("carnets-help")
    first, other = (load_policy(scenario()["policies"][name]) for name in ("first", "second"))
    places = {"before": first, "after": suspended_as(first, other)}

    def say(_change: object = None) -> None:
        alike = (key for key, policy in places.items() if not compare([policy, state.policy]))
        words.lines = [t("bet-policy", model=first.name, place=next(alike, "apart"))] if state.revealed else []

    say()
    state.observe(say, ["policy", "revealed"])
    return words


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
