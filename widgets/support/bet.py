"""Le pari : ce que le matériel prêté change à lui seul, dit avant de le voir."""

from __future__ import annotations

from liaison.messaging.policy import load_policy
from liaison.typography import typeset
from widgets.kit import Action, Heading, Notice, Question, ResultSentence, stack
from widgets.support.scenario import scenario
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")


class Bet:
    """The bet of the scenario, on the fictitious school; its answer starts from what was bet."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        bets = scenario()["bets"]
        self.options = bets["options"]
        self.question = Question(
            label=typeset(bets["question"]),
            help=t("bet-again"),
            kind="radio",
            options=[{"value": one["value"], "label": typeset(one["label"])} for one in self.options],
        )
        self.place = Action(label=t("bet-place"), main=True)
        self.missing = Notice(kind="attention")
        self.answer = ResultSentence()
        self.place.on_press(self._place)
        self.widget = stack([Heading(2, t("bet-title")), self.question, self.place, self.missing, self.answer])

    def _place(self) -> None:
        if not self.question.value:
            self.missing.title = t("bet-missing")
            return
        self.missing.title = ""
        self.answer.text, self.answer.detail, self.answer.tone = t("bet-computing"), "", "neutre"
        found = self.state.reach_cases(load_policy(scenario()["policy"]))
        before, lent, both = (len(found[case].left_out_families) for case in ("rien", "prets", "tout"))
        share = max(0.0, (before - lent) / before) if before else 0.0
        right = next(option for option in self.options if share < option["upto"] or option is self.options[-1])
        bet = next(option for option in self.options if option["value"] == self.question.value)
        self.answer.tone = "bon" if bet is right else "neutre"
        self.answer.text = t("bet-right") if bet is right else t("bet-wrong", bet=bet["label"])
        self.answer.detail = t("bet-answer", before=before, lent=lent, both=both, total=found["rien"].families)
        self.state.revealed = True


__all__ = ["Bet"]
