"""Une question à l'écran : la lire, y répondre, garder sa réponse, voir ce qu'elle apprend, essayer encore."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from liaison.base.words import lower_first
from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.answers import ExerciseAnswersError
from liaison.training.exercise.competences import competence
from liaison.training.exercise.definition import Question
from liaison.training.exercise.scoring import ConditionResult, Marked, mark
from widgets.kit import Action, Heading, Notice, SourceNote, Verdict, stack
from widgets.texts import texts
from widgets.training.answering import answering
from widgets.training.sheet import SheetState

if TYPE_CHECKING:
    from widgets.training.setting import MissedView

t = texts("training")
Line = dict[str, str]


class QuestionView:
    """One question of a sheet; `keep` saves one more attempt, then says what it is worth and what it teaches."""

    def __init__(self, state: SheetState, question: Question) -> None:
        self.state, self.question, self.title = state, question, question.title
        self._tried = isinstance(question, SettingQuestion)
        self._verb = "question-try" if self._tried else "question-keep"
        self.answering = answering(question)
        self._at_start = self._settled = self.answering.screen()
        self.button = Action(label=t(self._verb), main=True)
        self.button.on_press(self.keep)
        self.notice = Notice()
        self.attempts = SourceNote()
        self.verdict = Verdict()
        self.missed = self._missed()
        trains = t(
            "question-trains",
            points=t("question-points", points=question.points),
            competence=lower_first(competence(question.competence).label),
        )
        self.widget = stack(
            [
                Heading(3, question.title),
                SourceNote(text=trains),
                self.answering.widget,
                self.button,
                self.notice,
                self.verdict,
                self.attempts,
                *([self.missed.widget] if self.missed else []),
            ]
        )
        self._take_up()
        self.answering.on_change(self._changed)
        state.observe(lambda _change: self._follow(), "damage")

    def _missed(self) -> MissedView | None:
        if not isinstance(self.question, SettingQuestion):
            return None
        from widgets.training.setting import MissedView

        return MissedView(self.question)

    def _take_up(self) -> None:
        """Put the kept answer back, unless the file was edited and it no longer fits its question."""
        answer = self.state.answers.last(self.question.id)
        if answer is not None and mark(self.question, answer).fault is None:
            self.answering.show(answer)
            self._settled = self.answering.screen()
        self._follow()

    def _follow(self) -> None:
        """Say what is kept and what it is worth; closed while the file of answers is damaged."""
        closed = bool(self.state.damage)
        self.answering.disable(closed)
        self.button.disabled = closed
        answer = self.state.answers.last(self.question.id)
        if answer is None:
            # A file put aside took the kept answer with it: what is on screen is kept nowhere any more.
            self._settled = self._at_start
        self._tell(answer, mark(self.question, answer))

    def unkept(self) -> bool:
        """Whether the screen holds something else than the kept answer, or than what the question starts from."""
        return bool(self.answering.screen() != self._settled)

    def keep(self) -> None:
        """Save the answer on screen as one more attempt."""
        value = self.answering.read()
        if value is None:
            missing = "setting" if self._tried else self.question.kind
            self.notice.say("attention", t("question-incomplete"), t(f"missing-{missing}"))
            return
        # The first try makes the school: a second or two in which nothing else would move.
        self.notice.say(title=t("question-trying") if self._tried else "")
        try:
            self.state.record(self.question.id, value)
        except ExerciseAnswersError as error:
            self.notice.say("erreur", t("question-not-kept"), str(error))
            return
        self._settled = self.answering.screen()
        self._tell(value, mark(self.question, value))
        self.notice.say()

    def _changed(self) -> None:
        """Say that what is on screen is no longer what is kept."""
        changed = self.state.answers.of(self.question.id) is not None
        self.notice.say("attention", t("question-changed") if changed else "")

    def _tell(self, value: Any, marked: Marked) -> None:
        entry = self.state.answers.of(self.question.id)
        self.button.label = t(f"{self._verb}-again" if entry else self._verb)
        self.attempts.text = t("question-attempts", attempts=entry.attempts) if entry else ""
        if entry is None:
            self.verdict.say()
        else:
            self.verdict.say(*verdict_on(self.question, marked, entry.attempts))
        if self.missed:
            self.missed.show(value, marked)


def verdict_on(question: Question, marked: Marked, attempts: int) -> tuple[str, str, list[Line]]:
    """Return what a kept answer is told: the sentence, its tone, the lines that teach.

    What there is to learn comes with a right answer, or at the second attempt: the first one is a try of one's own.
    Until then nothing is said that tells the key, not even which parts of the answer are right. Settings have no key:
    what each of their conditions lacks is what is tried.
    """
    if marked.fault:
        return t("verdict-fault"), "alerte", [line("alerte", "", marked.fault)]
    if marked.points is None:
        sentence, *looked_at = marked.feedback
        return t("verdict-read", said=sentence), "neutre", [line("neutre", "", looked_for) for looked_for in looked_at]
    lines = [condition_line(condition) for condition in marked.conditions]
    if marked.right or attempts > 1:
        if not marked.conditions:
            lines = [line("neutre", "", lesson) for lesson in marked.feedback if lesson != question.explanation]
        lines.append(line("neutre", t("verdict-remember"), question.explanation))
    else:
        lines.append(line("neutre", "", t("verdict-later")))
    tone = "bon" if marked.right else "partiel" if marked.points else "alerte"
    points = t("question-points", points=marked.points)
    return t(f"verdict-{tone}", points=points, max=marked.max_points), tone, lines


def condition_line(held: ConditionResult) -> Line:
    """Return what a condition is told: what was measured, and when it does not hold, what to look at."""
    if held.held:
        return line("bon", t("condition-held"), t("condition-text", label=unstopped(held.label), found=held.measured))
    text = t("condition-why", label=unstopped(held.label), found=held.measured, feedback=held.feedback)
    return line("alerte", t("condition-missed"), text)


def line(tone: str, word: str, text: str) -> Line:
    """Return a line of a verdict."""
    return {"tone": tone, "word": word, "text": text}


def unstopped(sentence: str) -> str:
    """Return a sentence without its last full stop, for another to go on."""
    return sentence.removesuffix(".")
