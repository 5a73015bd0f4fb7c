"""Où en est la copie : ce qui est gardé, ce qui manque, et que faire quand le fichier est abîmé."""

from __future__ import annotations

from liaison.base.words import named
from liaison.training.exercise.answers import ExerciseAnswersError
from liaison.training.exercise.scoring import mark_all
from widgets.kit import Action, Notice, Paragraphs, ResultSentence, stack
from widgets.texts import texts
from widgets.training.sheet import SheetState

t = texts("training")


class CopyView:
    """A sentence that counts, then what is missing; or why the answers cannot be read, with a way on."""

    def __init__(self, state: SheetState) -> None:
        self.state = state
        self.sentence = ResultSentence()
        self.lines = Paragraphs()
        self.damage = Notice()
        self.aside = Action(label=t("sheet-set-aside"))
        self.aside.on_press(self._put_aside)
        self.widget = stack()
        state.observe(lambda _change: self.show(), ["answers", "damage"])
        self.show()

    def show(self) -> None:
        """Count again."""
        if self.state.damage:
            self.damage.say("erreur", t("sheet-damaged"), f"{self.state.damage}\n{t('sheet-damaged-help')}")
            self.widget.children = (self.damage, self.aside)
            return
        self.widget.children = (self.damage, self.sentence, self.lines)
        questions, answers = self.state.exercise.questions, self.state.answers
        missing = [question.title for question in answers.unanswered(self.state.exercise)]
        answered = len(questions) - len(missing)
        self.sentence.text = t("sheet-answered", answered=answered, total=len(questions))
        rest = t("sheet-missing", titles=named(missing)) if missing else t("sheet-done")
        self.lines.lines = [t("sheet-where"), *([rest, self._points()] if answered else [])]

    def _points(self) -> str:
        result = mark_all(self.state.exercise, self.state.answers)
        by_hand = sum(result.questions[name].max_points for name in result.to_mark)
        return t("sheet-points", points=result.points, marked=result.max_points - by_hand, by_hand=by_hand)

    def _put_aside(self) -> None:
        try:
            aside = self.state.put_aside()
        except ExerciseAnswersError as error:
            self.damage.say("erreur", t("sheet-damaged"), str(error))
            return
        self.damage.say("information", t("sheet-set-aside-done", name=aside.name), t("sheet-set-aside-text"))
