"""Les mots inconnus qui reviennent : ce que chacun veut dire, dit une fois, et toutes ses lignes comptent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.base.words import named
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER
from widgets.diagnostic.received import Received
from widgets.diagnostic.words import cut, question_words, t, value_words
from widgets.kit import Action, Paragraphs, SelectField, stack

if TYPE_CHECKING:
    from liaison.diagnostic.reading.more_answers import MoreAnswers
    from liaison.diagnostic.reading.reading import ReadReport

MOST_WORDS = 5
LONGEST = 60


class DecidingView:
    """One field per unknown word of several lines, those of most lines first, and one button for all."""

    def __init__(self, received: Received) -> None:
        self.received = received
        self.intro = Paragraphs(lines=[t("words-intro")])
        self.apply = Action(label=t("words-apply"), main=True)
        self.apply.on_press(self._apply)
        self.to_add = Paragraphs()
        self.more = Action(label=t("words-more"))
        self.more.on_press(self._add)
        self._added: MoreAnswers | None = None
        self.fields: dict[tuple[str, str], SelectField] = {}
        self.widget = stack()

    def show(self, report: ReadReport) -> None:
        """Draw the unknown words of most lines; nothing when none comes back."""
        from liaison.diagnostic.reading.words_decided import remedies

        self.fields = {}
        own = report.answers.questionnaire.own_words
        for each in remedies(report)[:MOST_WORDS]:
            item = question_of(each.target)
            options = [{"value": value, "label": value_words(item, value, own)} for value in each.accepted]
            options.append({"value": NO_ANSWER, "label": t("map-no-answer")})
            words = {"word": cut(each.word, LONGEST), "count": each.lines, "question": question_words(item, own)}
            self.fields[each.target, each.word] = SelectField(label=t("words-word", **words), options=options)
        self._offer(report)
        to_decide = (self.intro, *self.fields.values(), self.apply) if self.fields else ()
        self.widget.children = (*((self.to_add, self.more) if self._added else ()), *to_decide)

    def _offer(self, report: ReadReport) -> None:
        """Say which answers a school's own questionnaire has not, where several families give them."""
        from liaison.diagnostic.reading.more_answers import more_answers

        more = more_answers(report)
        self._added = more if more and more.added else None
        if self._added:
            answers = named(cut(each, LONGEST) for each in self._added.added)
            self.to_add.lines = [t("words-more-intro", answers=answers, count=len(self._added.added))]

    def _add(self) -> None:
        if self._added:
            self.received.add_answers(self._added)

    def _apply(self) -> None:
        decided = {place: field.value for place, field in self.fields.items() if field.value}
        if decided:
            self.received.decide(decided)


__all__ = ["DecidingView"]
