"""Régler les prêts, à l'écran : ce que l'école a, ce qui compte et dans quel ordre, et quand le matériel revient."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, cast, get_args

from liaison.base.dates import numeric_date, read_date
from liaison.base.typography import typeset
from liaison.base.words import long_date
from liaison.rules import rule
from liaison.school.calendar import CalendarError
from liaison.school.vocabulary import SchoolKind, Zone
from liaison.support.loans.dates import LoanDateError, Until, date_to_verify, handed_over_without_class, return_date
from liaison.support.loans.loans import LoanSettings, Stock
from liaison.support.loans.priorities import CRITERIA, Criterion
from liaison.support.vocabulary import LEVELS, Item, many_items
from widgets.kit import Notice, Paragraphs, Question, RangeField, SelectField, badge_of, stack
from widgets.kit.writing import Writing
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
MOST_ITEMS, MOST_KEPT = 300, 50


class ItemPart:
    """The loans of one kind of equipment: how many, how many kept back, what counts, from the first to the last."""

    def __init__(self, item: Item) -> None:
        self.number = RangeField(label=t(f"stock-{item}".replace("_", "-")), min=0, max=MOST_ITEMS)
        self.reserve = RangeField(label=t("stock-kept"), help=t("stock-kept-help"), min=0, max=MOST_KEPT)
        options = [{"value": name, "label": known.label} for name, known in CRITERIA.items()]
        self.counts = Question(label=t("criteria"), help=t("criteria-help"), kind="checkbox", options=options)
        self.order = Question(label=t("criteria-order"), help=t("criteria-order-help"), kind="ordering", options=[])
        self.counts.observe(lambda _change: self._list(), "value")
        self.widget = stack([self.number, self.reserve, self.counts, self.order])

    def show(self, stock: Stock | None, criteria: tuple[Criterion, ...]) -> None:
        """Set the parts from the settings."""
        self.number.value = stock.nombre if stock else 0
        self.reserve.value = stock.reserve if stock else 0
        self.counts.value = list(criteria)
        self._list()
        self.order.value = list(criteria)

    def read(self) -> tuple[Stock, tuple[Criterion, ...]]:
        """Return the stock and the criteria that the parts say."""
        return Stock(nombre=int(self.number.value), reserve=int(self.reserve.value)), tuple(self.order.value)

    def _list(self) -> None:
        """Order what is ticked: what was there keeps its place, what is newly ticked comes last."""
        if set(self.order.value) != set(self.counts.value):
            lent = [name for name in self.order.value if name in self.counts.value]
            chosen = lent + [name for name in self.counts.value if name not in lent]
            self.order.options = [{"value": name, "label": CRITERIA[name].label} for name in chosen]
            self.order.value = chosen


class Lending:
    """Every setting of the loans: `parts` by kind of equipment, then what they share (`common`)."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self._writing = Writing()
        self._return_shown = False
        self.parts = {item: ItemPart(item) for item in get_args(Item)}
        self.years = Question(
            label=t("exam-years"),
            badge=badge_of(rule("accompagnement/annees_examen", state.today)),
            kind="checkbox",
            options=[{"value": level, "label": t(f"level-{level}")} for level in LEVELS],
        )
        self.lent_on = Question(label=t("lent-on"), help=t("date-help"), kind="short_text")
        untils = [{"value": until, "label": t(f"until-{until}".replace("_", "-"))} for until in get_args(Until)]
        self.until = SelectField(label=t("until"), options=untils)
        zones = [{"value": zone, "label": t("zone-name", zone=zone)} for zone in get_args(Zone)]
        self.zone = SelectField(label=t("zone"), help=t("zone-help"), options=zones)
        kinds = [{"value": kind, "label": t(f"kind-{kind}")} for kind in get_args(SchoolKind)]
        self.kind = SelectField(label=t("kind"), options=kinds)
        self.choices = {"until": self.until, "zone": self.zone, "kind": self.kind}  # each by its name in the state
        self.back = Paragraphs()
        self.fault = Notice(kind="erreur")
        self.common = stack([self.years, self.zone, self.kind, self.lent_on, self.until, self.back, self.fault])
        self.show()
        for part in self._controls():
            part.observe(self._changed, "value")
        state.observe(lambda _change: self.show(), ["loans", "lent_on", "until", "zone", "kind"])

    def _controls(self) -> Iterator[Any]:
        for part in self.parts.values():
            yield from (part.number, part.reserve, part.order)
        yield from (self.years, self.lent_on, *self.choices.values())

    def show(self) -> None:
        """Set every part from the state, and say when the equipment comes back."""
        if not self._writing:
            with self._writing:
                loans = self.state.loans
                for item, part in self.parts.items():
                    part.show(loans.stock.get(item), loans.priorites.get(item, ()))
                self.years.value = list(loans.exam_years(self.state.today))
                self.lent_on.value = numeric_date(self.state.lent_on)
                for name, part in self.choices.items():
                    part.value = getattr(self.state, name)
        if self._return_shown:
            self.say_return()

    def say_return(self) -> None:
        """Say when the equipment comes back, and whether it leaves on a day without class.

        The calendar is read the first time that somebody looks.
        """
        self._return_shown = True
        self.fault.title = self.fault.text = ""
        try:
            back = returned(self.state)
            closed = handed_over_without_class(*_place(self.state))
        except (LoanDateError, CalendarError) as error:
            self.back.lines = []
            self.fault.title, self.fault.text = t("return-unknown"), str(error)
            return
        self.back.lines = [t("return-on", date=long_date(back))]
        if date_to_verify(back) is not None:
            self.back.lines = [*self.back.lines, t("return-to-verify")]
        if closed:
            self.back.lines = [*self.back.lines, typeset(closed)]

    def _changed(self, _change: object) -> None:
        if self._writing:
            return
        lent_on = read_date(self.lent_on.value)
        self.lent_on.error = "" if lent_on else t("date-unreadable")
        settings = {item: part.read() for item, part in self.parts.items()}
        years = tuple(self.years.value)
        with self._writing:
            self.state.loans = LoanSettings(
                nom=self.state.loans.nom,
                stock={item: stock for item, (stock, _) in settings.items()},
                priorites={item: criteria for item, (_, criteria) in settings.items()},
                annees_examen=years or None,
            )
            self.state.lent_on = lent_on or self.state.lent_on
            for name, part in self.choices.items():
                setattr(self.state, name, part.value or getattr(self.state, name))
            # No year ticked is no wish of the team's: the rule counts again, and is shown.
            self.years.value = list(self.state.loans.exam_years(self.state.today))
        if self._return_shown:
            self.say_return()

    def summary(self, item: Item) -> str:
        """Return the stock of a kind of equipment in short."""
        stock = self.state.loans.stock.get(item)
        return t("summary-stock", count=stock.available if stock else 0, things=many_items(item))


def returned(state: PlanState) -> dt.date:
    """Return the day on which the equipment comes back.

    Raises:
        LoanDateError: not enough days of class are left.
        CalendarError: years that the calendar does not know.
    """
    zone, lent_on, kind = _place(state)
    return return_date(zone, lent_on, cast(Until, state.until), kind)


def _place(state: PlanState) -> tuple[Zone, dt.date, SchoolKind]:
    return cast(Zone, state.zone), state.lent_on, cast(SchoolKind, state.kind)


__all__ = ["ItemPart", "Lending", "returned"]
