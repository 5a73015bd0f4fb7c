"""La vue privée : où en est chaque personne, ce qu'il lui faut, les questions les plus manquées."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from liaison.rules import rule
from liaison.training.room.tables import Person, QuestionTable, RoomTable, named
from widgets.kit import RangeField, SelectField, badge_of, stack
from widgets.training_board.people_list import PeopleList
from widgets.training_board.projected_view import FaultChart, bar, bar_key
from widgets.training_board.room_bars import RoomBars
from widgets.training_board.words import t

FEWEST_RULE = "formation/petit_groupe"
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
        self.widget = stack([self.people, self.missed, self.which, self.faults.widget, self.fewest])
        self.widget.add_class("carnets-board-room")
        self._table: RoomTable | None = None
        self.which.observe(lambda _change: self._show_faults(), "value")

    def show(self, table: RoomTable, names: Mapping[str, str] | None) -> None:
        """Show who is where, by code, or by name when `names` are given."""
        self._table = table
        called = named(table.people, names)
        number = {one.id: place for place, one in enumerate(table.questions, 1)}
        order = sorted(table.people, key=lambda one: (STEPS.index(one.step), -len(one.to_revise)))
        listed = any(one.expected for one in table.people)
        # Not the code: a folder that nobody expects may bear a name, and this is sent to the page.
        place = {one.code: str(rank) for rank, one in enumerate(table.people)}
        self.people.rows = [
            {"id": place[one.code], **_person(one, called[one.code], number, listed and not one.expected)}
            for one in order
        ]
        self._show_missed(table, number)
        self._show_faults()

    def clear(self) -> None:
        """Take everything private out of the page."""
        self._table = None
        self.people.rows, self.missed.rows = [], []
        self.which.options = []
        self.faults.forget()

    def _show_missed(self, table: RoomTable, number: Mapping[str, int]) -> None:
        missed = table.most_missed
        ranked = [*missed, *(one for one in table.questions if one not in missed)]
        self.missed.rows = [
            bar(number[one.id], one.id, one.title, one.now, table.copies, _first_attempts(one)) for one in ranked
        ]
        offered = [
            {"value": one.id, "label": t("question-numbered", number=number[one.id], title=one.title)}
            for one in ranked
            if one.faults or one.id == self.which.value
        ]
        if offered != self.which.options:
            self.which.options = offered
        self.which.help = "" if offered else t("faults-none")

    def _show_faults(self) -> None:
        asked = self._table.questions if self._table else ()
        chosen = next((one for one in asked if one.id == self.which.value), None)
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


def _first_attempts(one: QuestionTable) -> str:
    if {"to_read", "read"} & one.now.keys() or not one.answered:
        return ""
    said = t("first-right", count=one.first.get("right", 0))
    return f"{said}, {t('tried-again', count=one.tried_again)}" if one.tried_again else said


def _person(one: Person, called: str, number: Mapping[str, int], unknown: bool) -> dict[str, Any]:
    """Return the line of a person: what they need, in the numbers of the questions."""
    needs = [
        t(f"needs-{name}", count=len(questions), numbers=", ".join(str(number[question]) for question in questions))
        for name, questions in (("revise", one.to_revise), ("read", one.to_read), ("unanswered", one.unanswered))
        if questions and one.answered
    ]
    return {
        "who": t("people-unknown", who=called) if unknown else called,
        "step": one.step,
        "label": t(f"step-{one.step}"),
        "needs": " · ".join(needs) or one.fault,
    }
