"""Des prêts : ce que l'on achète, ce qui compte, dans quel ordre ; et les rendez-vous de prise en main."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

import ipywidgets

from liaison.rules import rule
from liaison.school.fictitious.aggregates import load_preset
from liaison.support.loans.loans import Stock
from liaison.support.loans.question import MOST, LoanChoices, LoanQuestion
from liaison.support.vocabulary import Item, items
from widgets.kit import Control, Panels, RangeField
from widgets.support.lending import ItemPart
from widgets.texts import texts

t = texts("support_questions")


class LoanControls:
    """One group by kind of equipment, one for the meetings, each with what it says in short."""

    def __init__(self, question: LoanQuestion) -> None:
        scenario = question.scenario
        self.parts = {item: ItemPart(item) for item in get_args(Item)}
        for item, part in self.parts.items():
            part.number.label, part.number.max = t(f"loans-{item}".replace("_", "-")), MOST
            # Nothing is kept back here: what is bought is lent.
            part.widget.children = (part.number, part.counts, part.order)
        self.meetings = RangeField(label=t("loans-meetings"), help=t("loans-meetings-help"), min=0, max=MOST)
        self.panels = Panels(
            [t(f"loans-panel-{name}".replace("_", "-")) for name in (*self.parts, "meetings")],
            [*(part.widget for part in self.parts.values()), self.meetings],
            open_index=-1,
        )
        self.widget: ipywidgets.Widget = self.panels
        price = rule("accompagnement/couts", scenario.today).value
        self.fiction = t(
            "loans-fiction",
            school=load_preset(scenario.school).name,
            computer=price["ordinateur"],
            key=price["cle_4g"] + scenario.months * price["forfait_mois"],
            meeting=scenario.meeting_min / 60 * price["animation_heure"],
        )
        self.show(question.started())
        for values in self._values():
            values.observe(lambda _change: self._summarise(), "value")

    def _values(self) -> Iterator[Control]:
        for part in self.parts.values():
            yield from (part.number, part.order)
        yield self.meetings

    def _summarise(self) -> None:
        bought = [items(item, int(part.number.value)) for item, part in self.parts.items()]
        self.panels.summaries = [*bought, t("loans-summary-meetings", count=self.meetings.value)]

    def read(self) -> Any:
        """Return what is on screen: every part always holds a choice."""
        lots = {item: part.read() for item, part in self.parts.items()}
        bought = {item: {"nombre": stock.nombre, "criteres": list(order)} for item, (stock, order) in lots.items()}
        return {**bought, "rendez_vous": int(self.meetings.value)}

    def show(self, settings: Any) -> None:
        """Put choices on screen."""
        assert isinstance(settings, LoanChoices)
        for item, lot in (("ordinateur", settings.ordinateur), ("cle_4g", settings.cle_4g)):
            self.parts[item].show(Stock(nombre=lot.nombre), lot.criteres)
        self.meetings.value = settings.rendez_vous
        self._summarise()

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when a choice changes."""
        for part in self._values():
            part.observe(lambda _change: callback(), "value")

    def disable(self, disabled: bool) -> None:
        """Close or open every part."""
        for part in (*self._values(), *(part.counts for part in self.parts.values())):
            part.disabled = disabled
