"""Le pari : on dit ce que l'on croit avant de voir, puis ce que l'on voit répond à ce pari-là."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from traitlets import HasTraits

from liaison.questions.bet import MeasuredBet
from widgets.kit.action import Action
from widgets.kit.heading import Heading
from widgets.kit.made_of import MadeOf
from widgets.kit.paragraphs import Paragraphs
from widgets.kit.question import Question
from widgets.kit.result_sentence import ResultSentence
from widgets.kit.stack import stack
from widgets.texts import texts

t = texts("kit")


@dataclass(frozen=True)
class Outcome:
    """What was bet on, as the bounds of the options count it, and what is said of it.

    `text` takes the place of the sentence that says whether the bet was right. `grounds`: what is supposed for it to be
    so, and what follows, in finished sentences.
    """

    value: float
    detail: str
    text: str = ""
    grounds: Sequence[str] = ()


class Bet:
    """A bet of a scenario (`MeasuredBet`), asked, then answered by what is worked out.

    `outcome()` is computed once a bet is placed, never before. `of`: the state of a lab and the traits of it that the
    outcome depends on; once the bet is answered, the state is `revealed`, and when they change, the answer says so.
    `widget` holds the whole of it; `asked`, `answered` and `grounds`, its parts, for where they are not on one screen,
    or where one sees what was bet on before one reads why.
    """

    def __init__(
        self,
        bet: Mapping[str, Any],
        outcome: Callable[[], Outcome],
        place: str,
        help: str = "",
        of: tuple[HasTraits, tuple[str, ...]] | None = None,
    ) -> None:
        self.bet = MeasuredBet.model_validate(bet)
        self._outcome = outcome
        self._lab = of[0] if of else None
        self.question = Question(
            label=self.bet.question,
            help=help,
            kind="radio",
            options=[{"value": option.value, "label": option.label} for option in self.bet.options],
        )
        self.place = Action(label=place, main=True)
        self.answer, self.grounds = ResultSentence(), Paragraphs()
        state, names = of or (HasTraits(), ())
        self.grounds.add_class("carnets-help")
        self.made_of = MadeOf(
            lambda: [getattr(state, name) for name in names], self.answer, t("bet-stale"), t("bet-stale-text")
        )
        self.made_of.follow(state, *names)
        self._then: list[Callable[[], object]] = []
        self.place.on_press(self.answer_it)
        self.question.observe(lambda _: setattr(self.question, "error", ""), "value")
        self.asked = stack([self.question, self.place])
        self.asked.add_class("carnets-bet")
        self.answered = stack([self.made_of.notice, self.answer])
        self.title = Heading(2, t("bet-title"))
        self.widget = stack([self.title, self.asked, self.answered, self.grounds])

    def on_answer(self, then: Callable[[], object]) -> None:
        """Call `then` once each bet that is placed is answered: the first one, and those placed anew."""
        self._then.append(then)

    def answer_it(self) -> None:
        """Place the bet that is chosen, and answer it; without any, ask for one."""
        if not self.question.value:
            self.question.error = t("bet-missing")
            return
        self.answer.tone, self.answer.text, self.answer.detail = "neutre", t("bet-computing"), ""
        self.grounds.lines = []
        outcome = self._outcome()
        placed, right = self.bet.option(self.question.value), self.bet.right(outcome.value)
        verdict = t("bet-right") if placed is right else t("bet-wrong", bet=placed.label)
        self.answer.tone = "bon" if placed is right else "neutre"
        self.answer.text, self.answer.detail = outcome.text or verdict, outcome.detail
        self.grounds.lines = [*outcome.grounds]
        self.made_of.made(self.made_of.now())
        # It may be placed anew, which is no longer what the screen is for.
        self.title.text, self.place.main = t("bet-placed"), False
        if self._lab is not None:
            self._lab.set_trait("revealed", True)
        for then in self._then:
            then()


__all__ = ["Bet", "Outcome"]
