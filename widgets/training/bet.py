"""Le pari d'un exercice, à l'écran : avant de commencer, puis à la fin, où l'on relit ce que l'on avait dit."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from liaison.questions.bet import BET, ExerciseBet
from liaison.training.exercise.answers import ExerciseAnswersError
from widgets.kit import Action, Notice, Question, SourceNote, Verdict, stack
from widgets.texts import texts
from widgets.training.sheet import SheetState

t = texts("sheet")


class _BetPart(ABC):
    """The question of a bet, its button, and what is said of it; `show` follows what is kept."""

    def __init__(self, state: SheetState, bet: ExerciseBet, verb: str) -> None:
        self.state, self.bet, self.title = state, bet, t("bet-title")
        self.question = Question(
            kind="radio",
            label=bet.text,
            options=[{"value": choice.id, "label": choice.label} for choice in bet.choices],
        )
        self.button = Action(label=verb, main=True)
        self.button.on_press(self.keep)
        self.notice = Notice()
        self.widget = stack()
        state.observe(lambda _change: self.show(), ["answers", "damage"])

    def keep(self) -> None:
        """Keep the bet on screen."""
        if not self.question.value:
            self.say("attention", t("bet-nothing"), t("bet-missing"))
            return
        try:
            self.state.record(BET, self.question.value)
        except ExerciseAnswersError as error:
            self.say("erreur", t("bet-not-kept"), str(error))

    @abstractmethod
    def unkept(self) -> bool:
        """Whether a bet is chosen on screen that is not kept."""

    def say(self, kind: str = "information", title: str = "", text: str = "") -> None:
        """Show a notice, or none."""
        with self.notice.hold_sync():
            self.notice.kind, self.notice.title, self.notice.text = kind, title, text

    @abstractmethod
    def show(self) -> None:
        """Follow what is kept."""

    def bets(self) -> tuple[Any, Any]:
        """Return the bet made before and the one made after, None for none or for what is not offered."""
        entry = self.state.answers.of(BET)
        before = self.bet.choice(entry.first) if entry else None
        return before, self.bet.choice(entry.last) if entry and entry.attempts > 1 else None


class BetBefore(_BetPart):
    """The bet before anything is answered: placed once, then closed."""

    def __init__(self, state: SheetState, bet: ExerciseBet) -> None:
        super().__init__(state, bet, t("bet-place"))
        self.show()

    def show(self) -> None:
        """Close the bet once it is placed, or while the answers cannot be read."""
        before, _ = self.bets()
        if before:
            self.question.value = before.id
            self.say("information", t("bet-placed"), t("bet-placed-text"))
        else:
            self.say()
        closed = bool(before or self.state.damage)
        self.question.disabled = self.button.disabled = closed
        self.widget.children = (self.question, self.notice) if before else (self.question, self.button, self.notice)

    def unkept(self) -> bool:
        """Whether a bet is chosen and not placed: it is placed once."""
        before, _ = self.bets()
        return before is None and bool(self.question.value)


class BetAfter(_BetPart):
    """The same bet at the end: what was bet, what one thinks now, and what there is to say of both."""

    def __init__(self, state: SheetState, bet: ExerciseBet) -> None:
        super().__init__(state, bet, t("bet-place-again"))
        self.had = SourceNote()
        self.verdict = Verdict()
        self._shown: str | None = None
        self.show()

    def show(self) -> None:
        """Ask once a first bet is placed; tell once it is asked again."""
        before, now = self.bets()
        closed = before is None or bool(self.state.damage)
        self.question.disabled = self.button.disabled = closed
        if before is None:
            self.say("information", t("bet-too-early"), t("bet-too-early-text"))
            self.widget.children = (self.notice,)
            return
        self.say()
        self.had.text = t("bet-had", bet=bare(before.label))
        if now and now.id != self._shown:
            self.question.value = self._shown = now.id
        self.button.label = t("bet-place-other" if now else "bet-place-again")
        if now:
            self._tell(before, now)
        self.widget.children = (self.had, self.question, self.button, self.notice, self.verdict)

    def unkept(self) -> bool:
        """Whether another answer is chosen than the one kept; before the first bet there is nothing to choose."""
        before, now = self.bets()
        return before is not None and self.question.value not in ("", now.id if now else "")

    def _tell(self, before: Any, now: Any) -> None:
        same = before.id == now.id
        lines = [{"tone": "neutre", "word": t("bet-before"), "text": before.feedback}]
        if not same:
            lines.append({"tone": "neutre", "word": t("bet-now"), "text": now.feedback})
        lines.append({"tone": "neutre", "word": t("bet-remember"), "text": self.bet.after})
        text = t("bet-same") if same else t("bet-moved", before=bare(before.label), now=bare(now.label))
        self.verdict.say(text, "neutre", lines)


def bare(sentence: str) -> str:
    """Return a label as it is quoted inside a sentence: without its full stop."""
    return sentence.removesuffix(".")


__all__ = ["BetAfter", "BetBefore"]
