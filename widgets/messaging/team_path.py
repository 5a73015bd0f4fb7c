"""Décider à plusieurs, en vingt minutes : réunir, voir, trancher, la charte, emporter ; tout voir est à côté."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import ipywidgets

from widgets.kit import LabPath, PathStep, StepMade, stack
from widgets.messaging.team import FEWEST_POLICIES, TeamState
from widgets.messaging.team_cards import AllView, CardsView
from widgets.messaging.team_charter import TeamCharterView, TeamFiles
from widgets.messaging.team_gather import GatherView, HandedIn
from widgets.messaging.team_keep import TeamKeep
from widgets.messaging.team_plot import PlotView
from widgets.texts import texts

t = texts("messaging_team")
FIRST = ("reunir", "tout")  # what a page opens on, without any policy


class TeamView(Protocol):
    """What a step shows of a team."""

    @property
    def widget(self) -> ipywidgets.Widget:
        """What is on the page."""

    def draw(self) -> None:
        """Draw it from the policies and the choices that there are."""


class TeamDecision:
    """A team that decides on one state; `widget` is its path, a step at a time. The steps open with two policies.

    `sessions`: those whose teams handed in policies, which can be taken there.
    """

    def __init__(self, team: TeamState | None = None, sessions: Sequence[HandedIn] = ()) -> None:
        self.team = team or TeamState()
        self.cards = CardsView(self.team)
        self.files = TeamFiles(self.team)
        self.keep = TeamKeep(self.team)
        makers: dict[str, Callable[[], TeamView]] = {
            "reunir": lambda: GatherView(self.team, sessions),
            "voir": lambda: PlotView(self.team),
            "trancher": lambda: self.cards,
            "charte": lambda: TeamCharterView(self.team, self.files),
            "emporter": lambda: self.files,
            "tout": lambda: AllView(self.team),
        }
        self.views: dict[str, TeamView] = {}
        self.widget = LabPath(
            [self._step(key, make) for key, make in makers.items()], reason=t("step-reason"), projects=True
        )
        self.widget.follow(self.team, ["policies"])
        self.team.observe(lambda _change: self._open(), "policies")
        self.keep.follow(self.widget)

    def _step(self, key: str, make: Callable[[], TeamView]) -> PathStep:
        def made() -> StepMade:
            view = self.views[key] = make()
            # Former work is offered where one comes first, by whatever address.
            offered = (self.keep.widget,) if key in FIRST else ()
            return StepMade(stack([*offered, view.widget]), lambda: self._draw(key))

        return PathStep(key, t(f"step-{key}"), made, waits=key not in FIRST, beside=key == "tout")

    def _draw(self, key: str) -> None:
        self.views[key].draw()
        if key == "voir":
            self.cards.draw()  # weighed while one reads the plot

    def _open(self) -> None:
        self.widget.opened = len(self.team.policies) >= FEWEST_POLICIES


__all__ = ["TeamDecision"]
