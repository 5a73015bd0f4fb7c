"""Un parcours à composer : les missions à cocher, service par service, puis à ranger ; leurs minutes à mesure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from liaison.practice.compiled import wording
from liaison.practice.pathway_question import PathwayQuestion, PathwaySettings
from liaison.practice.scenario import practice_scenario
from widgets.kit import Panels, Question, ResultSentence, stack
from widgets.texts import texts

t = texts("practice_questions")


class PathwayControls:
    """Missions to tick, those ticked to put in order; a path without any mission is not kept."""

    def __init__(self, question: PathwayQuestion) -> None:
        self._known = practice_scenario().missions
        self._sentence = wording("fr")
        services = dict.fromkeys(self._known[name][0].service for name in question.scenario.offered)
        self.choices = {service: self._choice(service, question.scenario.offered) for service in services}
        names = [self._sentence(f"{service}-nom") for service in services]
        self.panels = Panels(names, list(self.choices.values()), open_index=-1)
        self.order = Question(kind="ordering", label=t("pathway-order"), help=t("pathway-order-help"))
        self.total = ResultSentence()
        self.widget = stack([self.panels, self.order, self.total])
        self.fiction = t("pathway-fiction")
        self.show(question.started())
        for choice in self.choices.values():
            choice.observe(lambda _change: self._follow(), "value")

    def _choice(self, service: str, offered: tuple[str, ...]) -> Question:
        mine = [name for name in offered if self._known[name][0].service == service]
        label = t("pathway-of", service=self._sentence(f"{service}-nom"))
        return Question(kind="checkbox", label=label, options=[self._option(name) for name in mine])

    def _option(self, name: str) -> dict[str, str]:
        mission = self._known[name][1]
        sentence = self._sentence(f"mission-{name}").rstrip(".")
        return {
            "value": name,
            "label": t("pathway-mission", mission=sentence, minutes=mission.minutes, level=mission.level),
        }

    def _follow(self) -> None:
        """Put in order what is ticked: what was there keeps its place, what is new comes last."""
        ticked = [name for choice in self.choices.values() for name in choice.value]
        chosen = [name for name in self.order.value if name in ticked]
        self._order([*chosen, *(name for name in ticked if name not in chosen)])

    def _order(self, missions: list[str]) -> None:
        with self.order.hold_sync():
            self.order.options = [self._option(name) for name in missions]
            self.order.value = missions
        self.panels.summaries = [t("pathway-count", count=len(choice.value)) for choice in self.choices.values()]
        minutes = sum(self._known[name][1].minutes for name in missions)
        self.total.text = t("pathway-total", count=len(missions), minutes=minutes)

    def read(self) -> Any:
        """Return the missions in order, None while none is ticked."""
        return {"missions": list(self.order.value)} if self.order.value else None

    def show(self, settings: Any) -> None:
        """Put missions on screen, in their order."""
        assert isinstance(settings, PathwaySettings)
        for choice in self.choices.values():
            own = {option["value"] for option in choice.options}
            choice.value = [name for name in settings.missions if name in own]
        self._order(list(settings.missions))

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call back when missions or their order change."""
        self.order.observe(lambda _change: callback(), "value")

    def disable(self, disabled: bool) -> None:
        """Close or open every list."""
        for part in (*self.choices.values(), self.order):
            part.disabled = disabled
