"""Tous les réglages d'un plan, en groupes : un seul ouvert à la fois, et ce que chacun dit en court."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

import ipywidgets

from liaison.base.dates import numeric_date
from liaison.school.fictitious.aggregates import load_preset
from widgets.kit import Notice, Panels, SettingsSearch, stack
from widgets.support.gathering import Gathering
from widgets.support.lending import Lending
from widgets.support.start_from import StartFrom
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
Group = tuple[str, ipywidgets.Widget, Callable[[], str]]


class PlanSettings:
    """The settings side: where it starts from, loans, workshops, messages, partners, costs."""

    def __init__(self, state: PlanState, more: tuple[Group, ...] = ()) -> None:
        self.state = state
        self.start = StartFrom(state)
        self.lending = Lending(state)
        self.gathering = Gathering(state)
        lending, gathering = self.lending, self.gathering
        self.groups: tuple[Group, ...] = (
            ("start", self.start.widget, self._start),
            *(
                (item.replace("_", "-"), part.widget, partial(lending.summary, item))
                for item, part in lending.parts.items()
            ),
            ("return", lending.common, lambda: t("summary-return", date=numeric_date(state.lent_on))),
            *((name, roster.widget, partial(gathering.summary, name)) for name, roster in gathering.rosters.items()),
            ("group", gathering.group, self._group),
            *more,
            ("advanced", stack([self.start.seed]), lambda: t("seed-summary", seed=str(state.seed))),
        )
        self.panels = Panels([t(f"panel-{name}") for name, _, _ in self.groups], [parts for _, parts, _ in self.groups])
        self.fault: Notice = gathering.fault
        self.panels.observe(lambda _change: self._open(), "open_index")
        self._summarise()
        state.observe(
            lambda _change: self._summarise(),
            ["school", "seed", "own_needs", "loans", "workshops", "lent_on", "policy", "partners", "costs"],
        )

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """Return the groups, under what searches them; made where they are shown."""
        return stack([self.fault, SettingsSearch(self.panels).widget])

    def _open(self) -> None:
        if self.panels.open_index >= 0 and self.groups[self.panels.open_index][0] == "return":
            self.lending.say_return()

    def _start(self) -> str:
        state = self.state
        return state.own_name or load_preset(state.school).name

    def _group(self) -> str:
        return t("summary-group", count=self.state.workshops.group_size(self.state.today))

    def _summarise(self) -> None:
        self.panels.summaries = [say() for _, _, say in self.groups]


__all__ = ["PlanSettings"]
