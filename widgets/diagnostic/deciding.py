"""Les mots inconnus qui reviennent : ce que chacun veut dire, dit une fois, et toutes ses lignes comptent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER
from widgets.diagnostic.received import Received
from widgets.diagnostic.words import cut, question_words, t, value_words
from widgets.kit import Action, Paragraphs, SelectField, stack

if TYPE_CHECKING:
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
        self.fields: dict[tuple[str, str], SelectField] = {}
        self.widget = stack()

    def show(self, report: ReadReport) -> None:
        """Draw the unknown words of most lines; nothing when none comes back."""
        from liaison.diagnostic.reading.words_decided import remedies

        self.fields = {}
        own = report.answers.questionnaire.own_words
        for each in remedies(report)[:MOST_WORDS]:
            item = each.target.partition("__")[0]
            options = [{"value": value, "label": value_words(item, value, own)} for value in each.accepted]
            options.append({"value": NO_ANSWER, "label": t("map-no-answer")})
            words = {"word": cut(each.word, LONGEST), "count": each.lines, "question": question_words(item, own)}
            self.fields[each.target, each.word] = SelectField(label=t("words-word", **words), options=options)
        self.widget.children = (self.intro, *self.fields.values(), self.apply) if self.fields else ()

    def _apply(self) -> None:
        decided = {place: field.value for place, field in self.fields.items() if field.value}
        if decided:
            self.received.decide(decided)


__all__ = ["DecidingView"]
