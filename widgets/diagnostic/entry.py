"""Saisir les questionnaires papier : le clavier seul, une feuille après l'autre, gardées dans le navigateur."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from widgets.diagnostic.received import Received
from widgets.diagnostic.state import DiagnosticState
from widgets.diagnostic.tally_pad import TallyPad, sheet_of
from widgets.diagnostic.words import t, value_words
from widgets.hosts import host
from widgets.kit import Action, CheckField, Draft, FileOut, Notice, Paragraphs, SelectField, stack

if TYPE_CHECKING:
    from liaison.diagnostic.answers import FamilyAnswer
    from widgets.kit.file_out import Made

MODES = ("papier", "telephone")


class EntryView:
    """The pad, what is the same for a whole pile of sheets, and the sheets kept, counted when one asks for results.

    Sheets that were kept stay in the browser until the team has taken them as a file and erases them: typing a pile
    again because a page was closed would cost more than it protects, and no name is in them.
    """

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        from liaison.diagnostic.questionnaire.phrases import phrases
        from liaison.diagnostic.reading.tally import Tally

        self.state, self.received = state, received
        self.phrases = phrases("fr")
        self.former: tuple[FamilyAnswer, ...] = ()
        self.draft = Draft(name="saisie_papier")
        self.notice = Notice()
        self.resume = Action(label=t("entry-resume"), main=True)
        self.erase = Action(label=t("entry-erase"))
        levels = state.questionnaire.context[LEVEL]
        self.level = SelectField(
            label=t("entry-level"),
            help=t("entry-level-help"),
            options=[{"value": name, "label": value_words(LEVEL, name)} for name in levels],
        )
        self.mode = SelectField(
            label=t("entry-mode"),
            options=[{"value": mode, "label": t(f"way-{mode}")} for mode in MODES],
            value=MODES[0],
        )
        self.pad = TallyPad()
        self.count = Action(label=t("entry-count"), main=True)
        self.keep = FileOut(label=t("entry-keep"), help=t("entry-keep-help"))
        self.tally = Tally(state.questionnaire)
        self._settled: tuple[FamilyAnswer, ...] = ()
        self.pad.on_key(self._press)
        for part in (self.level, self.mode):
            part.observe(lambda _change: self._contextualise(), "value")
        self.count.on_press(self.settle)
        self.keep.on_request(self._made)
        self.resume.on_press(self._resume)
        self.erase.on_press(self._erase)
        self.draft.observe(lambda change: self._offer(change["new"]), "found")
        self.offer = stack([self.draft])
        intro = Paragraphs(lines=[t("entry-intro")])
        self.buttons = stack()
        self.typing = stack([self.level, self.mode, self.pad, self.buttons])
        self.agreed = CheckField(label=t("lieu-accord"), value=host() == "machine")
        self.agreed.observe(lambda _change: self._ask_first(), "value")
        self.widget = stack([self.offer, intro])
        self._ask_first()
        received.before_results = self.settle
        self._draw()

    def _ask_first(self) -> None:
        """Have nothing typed on somebody else's machine before it is agreed that it goes there."""
        head = self.widget.children[:2]
        self.widget.children = (*head, self.typing) if self.agreed.value else (*head, self.agreed)

    def show(self) -> None:
        """Draw the sheet under way."""
        self._draw()

    def _draw(self) -> None:
        self.pad.sheet = sheet_of(self.tally, self.phrases)
        # Nothing to count, take or erase before the first sheet.
        shown = (self.count, self.keep, self.erase) if self.tally.sheets or self.former else ()
        if self.buttons.children != shown:
            self.buttons.children = shown

    def _contextualise(self) -> None:
        known = ((LEVEL, self.level.value), ("mode", self.mode.value))
        self.tally = replace(self.tally, context=tuple((name, value) for name, value in known if value))

    def _press(self, key: str) -> None:
        before = self.tally.sheets
        self.tally = self.tally.press(key)
        if self.tally.sheets != before:
            self.keep.forget()
            self.draft.value = json.dumps(
                [answer.model_dump(mode="json") for answer in self.tally.sheets], ensure_ascii=False
            )
        self._draw()

    def settle(self) -> None:
        """Count the sheets kept with the other answers, when they are not yet."""
        if self._settled != self.tally.sheets:
            self._settled = self.tally.sheets
            self.received.type_in(self.tally.answers() if self.tally.sheets else None)

    def _made(self) -> Made:
        from liaison.diagnostic.papers.exporting import answers_csv

        return "saisie_papier.csv", "text/csv", answers_csv(self.tally.answers())

    def _offer(self, draft: str) -> None:
        """Offer the sheets that the browser kept; they are never taken back by themselves."""
        from liaison.diagnostic.answers import FAMILY_ANSWER, AnswersError, row_of

        try:
            former = tuple(FAMILY_ANSWER.parse(json.dumps(answer), "draft") for answer in json.loads(draft or "[]"))
            for answer in former:
                row_of(answer, self.state.questionnaire)
        except (ValueError, TypeError, RecursionError, AnswersError):
            return  # written by another version: nothing of it can be read, and it is replaced at the next sheet
        if former and former != self.tally.sheets:
            self.former = former
            self.notice.title, self.notice.text = t("entry-former", count=len(former)), t("entry-former-text")
            self.offer.children = (self.draft, self.notice, self.resume)
            self._draw()

    def _resume(self) -> None:
        self.tally = replace(self.tally, sheets=(*self.former, *self.tally.sheets))
        self.former = ()
        self.offer.children = (self.draft,)
        self._draw()

    def _erase(self) -> None:
        # A first value, so that the browser is told even when nothing has been kept since the page opened.
        self.draft.value = "[]"
        self.draft.value = ""
        self.former = ()
        self.offer.children = (self.draft,)
        self.tally = replace(self.tally, sheets=())
        self.settle()
        self._draw()
