"""Le pari : on dit ce qu'on croit avant de voir, puis la simulation répond à ce pari-là."""

from __future__ import annotations

from liaison.messaging.policy import load_policy
from liaison.typography import typeset
from widgets.kit import Action, Heading, Notice, Question, ResultSentence, stack
from widgets.messaging.state import LabState, scenario
from widgets.texts import texts

t = texts("messaging")


class Bet:
    """The bet of the scenario: a question, then an answer that starts from what was bet."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        bets = scenario()["bets"]
        self.options = bets["options"]
        self.question = Question(
            label=typeset(bets["question"]),
            help=t("bet-again"),
            kind="radio",
            options=[{"value": option["value"], "label": typeset(option["label"])} for option in self.options],
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
        # One factor at a time: the first policy, then the same with the quiet hours of the second.
        first, quiet = (load_policy(scenario()["policies"][name]) for name in ("first", "second"))
        second = first.changed(quiet=quiet.quiet)
        before, after = (self.state.simulation(policy).indicators for policy in (first, second))
        out = [len(result.left_out_families) for result in (before, after)]
        share = abs(out[1] - out[0]) / after.families
        right = next(option for option in self.options if share <= option["upto"])
        bet = next(option for option in self.options if option["value"] == self.question.value)
        self.answer.tone = "bon" if bet is right else "neutre"
        self.answer.text = t("bet-right") if bet is right else t("bet-wrong", bet=bet["label"])
        self.answer.detail = t(
            "bet-answer",
            before=out[0],
            after=out[1],
            total=after.families,
            more=abs(out[1] - out[0]),
            sign="+" if out[1] > out[0] else "−",
        )
        self.state.revealed = True
