"""La vue privée : où en est chaque personne, ce qu'il lui faut, les questions les plus manquées."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from liaison.rules import rule
from liaison.training.board.class_figures import FEWEST_RULE
from liaison.training.board.tables import BoardTable, PersonProgress, QuestionTable, named
from widgets.kit import RangeField, SelectField, badge_of, stack
from widgets.training_board.people_list import PeopleList
from widgets.training_board.projected_view import FaultChart, bar, bar_key
from widgets.training_board.room_bars import RoomBars
from widgets.training_board.words import t

STEPS = ("unreadable", "absent", "started", "answered", "handed_in")
LOWEST, HIGHEST = 2, 30


class PrivateView:
    """What only whoever leads the session may see; empty, in the page too, unless `show` was called."""

    def __init__(self) -> None:
        self.people = PeopleList(title=t("people-title"), note=t("people-numbers"))
        self.missed = RoomBars(title=t("missed-title"), key=bar_key())
        self.which = SelectField(label=t("private-faults-which"))
        self.faults = FaultChart()
        self.fewest = fewest_field()
        self.widget = stack()
        self.widget.add_class("carnets-board-room")
        self._table: BoardTable | None = None
        self.which.observe(lambda _change: self._show_faults(), "value")

    def show(self, table: BoardTable, names: Mapping[str, str] | None) -> None:
        """Show who is where, by code, or by name when `names` are given."""
        self._table = table
        called = named(table.people, names)
        number = {question.id: place for place, question in enumerate(table.questions, 1)}
        order = sorted(table.people, key=lambda person: (STEPS.index(person.step), -len(person.to_revise)))
        listed = any(person.expected for person in table.people)
        # Not the code: a folder that nobody expects may bear a name, and this is sent to the page.
        place = {person.code: str(rank) for rank, person in enumerate(table.people)}
        self.people.rows = [
            {"id": place[person.code], **_person(person, called[person.code], number, listed and not person.expected)}
            for person in order
        ]
        self._show_missed(table, number)
        self._show_faults()
        # What is about answers comes with the first one: until then, who is there is on one screen of a phone.
        answered = (self.missed, self.which, self.faults.widget, self.fewest) if table.copies else ()
        if self.widget.children != (children := (self.people, *answered)):
            self.widget.children = children

    def clear(self) -> None:
        """Take everything private out of the page."""
        self._table = None
        self.people.rows, self.missed.rows = [], []
        self.which.options = []
        self.faults.forget()

    def _show_missed(self, table: BoardTable, number: Mapping[str, int]) -> None:
        missed = table.most_missed
        ranked = [*missed, *(question for question in table.questions if question not in missed)]
        self.missed.rows = [
            bar(number[question.id], question.id, question.title, question.now, table.copies, _first_attempts(question))
            for question in ranked
        ]
        offered = [
            {"value": question.id, "label": t("question-numbered", number=number[question.id], title=question.title)}
            for question in ranked
            if question.faults or question.id == self.which.value
        ]
        if offered != self.which.options:
            self.which.options = offered
        self.which.help = "" if offered else t("faults-none")

    def _show_faults(self) -> None:
        questions = self._table.questions if self._table else ()
        chosen = next((question for question in questions if question.id == self.which.value), None)
        if chosen is None:
            self.faults.hide()
        else:
            self.faults.show(chosen.title, chosen.faults, chosen.answered)


def fewest_field() -> RangeField:
    """Return the setting under which nothing about wrong answers is projected, with its hypothesis."""
    assumed = rule(FEWEST_RULE, dt.date.today())
    return RangeField(
        label=t("fewest-label"),
        help=t("fewest-help"),
        unit=t("fewest-unit"),
        min=LOWEST,
        max=HIGHEST,
        value=assumed.value,
        badge=badge_of(assumed),
    )


def _first_attempts(question: QuestionTable) -> str:
    if {"to_read", "read"} & question.now.keys() or not question.answered:
        return ""
    first_try = t("first-right", count=question.first.get("right", 0))
    return f"{first_try}, {t('tried-again', count=question.tried_again)}" if question.tried_again else first_try


def _person(person: PersonProgress, called: str, number: Mapping[str, int], unknown: bool) -> dict[str, Any]:
    """Return the line of a person: what they need, in the numbers of the questions."""
    needs = [
        t(f"needs-{name}", count=len(questions), numbers=", ".join(str(number[question]) for question in questions))
        for name, questions in (
            ("revise", person.to_revise),
            ("read", person.to_read),
            ("unanswered", person.unanswered),
        )
        if questions and person.answered
    ]
    return {
        "who": t("people-unknown", who=called) if unknown else called,
        "step": person.step,
        "label": t(f"step-{person.step}"),
        "needs": " · ".join(needs) or person.fault,
    }
