"""Le pari : dire combien de familles débutantes on verra, avant de voir ; la réponse part de ce pari-là."""

from __future__ import annotations

from liaison.typography import typeset
from widgets.diagnostic.state import DiagnosticState, scenario
from widgets.diagnostic.words import percent, t
from widgets.kit import Action, Heading, Notice, Question, ResultSentence, stack

BEGINNER, SKILLS = "debutant", "competences"


class Bet:
    """The bet of the scenario, on the fictitious school, whose truth is known."""

    def __init__(self, state: DiagnosticState) -> None:
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
        from liaison.diagnostic.axes import axes

        truth, online = self.state.fiction().truth, self.state.collected(("en_ligne",))
        real, seen = ((axes(answers)[SKILLS] == BEGINNER).sum() for answers in (truth, online))
        share, everybody = seen / real, len(online) / len(truth)
        right = next(option for option in self.options if share <= option["upto"])
        bet = next(option for option in self.options if option["value"] == self.question.value)
        self.answer.tone = "bon" if bet is right else "neutre"
        self.answer.text = t("bet-right") if bet is right else t("bet-wrong", bet=bet["label"])
        self.answer.detail = t(
            "bet-answer",
            answered=len(online),
            families=len(truth),
            share=percent(everybody),
            seen=int(seen),
            real=int(real),
        )
        self.state.revealed = True
