"""Ce que la lecture ne fait que deviner : dit en entier, avec un oui, un non, et où en corriger une partie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.diagnostic.received import Received
from widgets.diagnostic.words import question_words, t, value_words
from widgets.kit import Action, Notice, stack

if TYPE_CHECKING:
    from liaison.diagnostic.reading.reading import ReadReport


class ReadingGuesses:
    """All that is guessed in one notice, a button that says that it is right, another that it is not to be read."""

    def __init__(self, received: Received) -> None:
        self.received = received
        self.guessed = Notice(kind="attention")
        self.right = Action(label=t("read-guess-right"), main=True)
        self.wrong = Action(label=t("read-guess-wrong"))
        self.answered = Notice()
        self._of: frozenset[str] = frozenset()  # the files of which it was answered
        self.right.on_press(lambda: self._answer(right=True))
        self.wrong.on_press(lambda: self._answer(right=False))
        self.widget = stack()

    def show(self, report: ReadReport) -> None:
        """Draw what is guessed of these files, or what was answered of it; nothing when nothing was."""
        lines = guess_lines(report)
        self.guessed.title = t("read-guess-title", count=len(lines)) if lines else ""
        self.guessed.text = "\n".join([*lines, t("read-guess-text")]) if lines else ""
        answered = self._of and self._of <= {*report.files}
        open_question = (self.guessed, self.right, self.wrong)
        self.widget.children = open_question if lines else (self.answered,) if answered else ()

    def _answer(self, *, right: bool) -> None:
        report = self.received.report
        assert report is not None
        self.answered.title = t("read-guess-said-right" if right else "read-guess-said-wrong")
        self.answered.text = "\n".join([*guess_lines(report), t("read-guess-keep")])
        self._of = frozenset(each.file for each in report.guesses)
        self.received.answer_guesses(right=right)


def guess_lines(report: ReadReport) -> list[str]:
    """Return what is only guessed of the files, a sentence each."""
    from liaison.diagnostic.reading.guesses import guess_words

    return guess_words(report.guesses, question_words, value_words, report.answers.questionnaire.own_words)


__all__ = ["ReadingGuesses", "guess_lines"]
