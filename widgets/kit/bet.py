"""Le pari : on dit ce que l'on croit avant de voir, puis ce que l'on voit répond à ce pari-là."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from traitlets import HasTraits

from liaison.base.typography import typeset
from widgets.kit.action import Action
from widgets.kit.heading import Heading
from widgets.kit.made_of import MadeOf
from widgets.kit.notice import Notice
from widgets.kit.question import Question
from widgets.kit.result_sentence import ResultSentence
from widgets.kit.stack import stack
from widgets.texts import texts

t = texts("kit")


@dataclass(frozen=True)
class Outcome:
    """What was bet on, as the bounds of the options count it, and what is said of it.

    `text` takes the place of the sentence that says whether the bet was right.
    """

    value: float
    detail: str
    text: str = ""


class Bet:
    """A bet of a scenario: `{question, options: [{value, label, upto}]}`; the first option whose `upto` holds is right.

    `outcome()` is computed once a bet is placed, never before; `on_placed(callback)` is called when it has been told.
    `made_from`: a state and the traits of it that the outcome depends on; once they change, the answer says so.
    """

    def __init__(
        self,
        bet: Mapping[str, Any],
        outcome: Callable[[], Outcome],
        place: str,
        help: str = "",
        made_from: tuple[HasTraits, tuple[str, ...]] | None = None,
    ) -> None:
        self.options = bet["options"]
        self._outcome = outcome
        self._placed: list[Callable[[], object]] = []
        self.question = Question(
            label=typeset(bet["question"]),
            help=help,
            kind="radio",
            options=[{"value": option["value"], "label": typeset(option["label"])} for option in self.options],
        )
        self.place = Action(label=place, main=True)
        self.missing = Notice(kind="attention")
        self.answer = ResultSentence()
        state, names = made_from or (HasTraits(), ())
        self.made_of = MadeOf(
            lambda: [getattr(state, name) for name in names], self.answer, t("bet-stale"), t("bet-stale-text")
        )
        self.made_of.follow(state, *names)
        self.place.on_press(self._place)
        asked = [Heading(2, t("bet-title")), self.question, self.place, self.missing]
        self.widget = stack([*asked, self.made_of.notice, self.answer])

    def on_placed(self, callback: Callable[[], object]) -> None:
        """Call `callback()` once a bet is placed and answered."""
        self._placed.append(callback)

    def _place(self) -> None:
        self.missing.title = "" if self.question.value else t("bet-missing")
        if not self.question.value:
            return
        self.answer.tone, self.answer.text, self.answer.detail = "neutre", t("bet-computing"), ""
        found = self._outcome()
        right = next((one for one in self.options if found.value <= one["upto"]), self.options[-1])
        bet = next(one for one in self.options if one["value"] == self.question.value)
        verdict = t("bet-right") if bet is right else t("bet-wrong", bet=typeset(bet["label"]))
        self.answer.tone = "bon" if bet is right else "neutre"
        self.answer.text, self.answer.detail = found.text or verdict, found.detail
        self.made_of.made(self.made_of.now())
        for callback in self._placed:
            callback()


__all__ = ["Bet", "Outcome"]
