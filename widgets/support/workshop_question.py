"""Des ateliers : ce que l'on met sur chaque créneau."""

from __future__ import annotations

from typing import Any

from liaison.rules import rule
from liaison.school.fictitious.aggregates import load_preset
from liaison.support.vocabulary import language_words
from liaison.support.workshops.question import SlotChoice, WorkshopChoices, WorkshopQuestion
from widgets.kit import Matrix
from widgets.setting_controls import PartsControls
from widgets.texts import texts

t = texts("support_questions")
NOBODY = "personne"


class WorkshopControls(PartsControls):
    """A table with a row by slot: how many workshops, an interpreter, somebody for the children."""

    def __init__(self, question: WorkshopQuestion) -> None:
        scenario = question.scenario
        self.names = [slot.id for slot in scenario.slots]
        counts = [{"value": str(count), "label": t("workshops-count", count=count)} for count in range(3)]
        languages = [
            {"value": language, "label": t("workshops-language", name=language_words(language))}
            for language in scenario.interpreters
        ]
        self.slots = Matrix(
            label=t("workshops-slots"),
            help=t("workshops-slots-help"),
            corner=t("workshops-corner"),
            rows=[{"id": slot.id, "label": slot.label} for slot in scenario.slots],
            columns=[
                {"id": "ateliers", "label": t("workshops-number"), "kind": "select", "options": counts},
                {
                    "id": "interprete",
                    "label": t("workshops-interpreter"),
                    "kind": "select",
                    "options": [{"value": NOBODY, "label": t("workshops-nobody"), "short": ""}, *languages],
                },
                {"id": "garde", "label": t("workshops-care"), "kind": "checkbox"},
            ],
        )
        super().__init__([self.slots])
        price = rule("accompagnement/couts", scenario.today).value
        hours = int(rule("accompagnement/durees", scenario.today).value["atelier_min"]) / 60
        self.fiction = t(
            "workshops-fiction",
            school=load_preset(scenario.school).name,
            lead=hours * price["animation_heure"],
            interpreter=hours * price["interprete_heure"],
            care=hours * price["garde_heure"],
            children=scenario.children,
        )
        self.show(question.started())

    def read(self) -> Any:
        """Return what is on screen: every cell always holds a choice."""
        return {"creneaux": {name: self._read(self.slots.value[name]) for name in self.names}}

    def _read(self, cells: dict[str, Any]) -> dict[str, Any]:
        spoken = cells["interprete"]
        return {
            "ateliers": int(cells["ateliers"]),
            "interprete": None if spoken == NOBODY else spoken,
            "garde": bool(cells["garde"]),
        }

    def show(self, settings: Any) -> None:
        """Put choices on screen."""
        assert isinstance(settings, WorkshopChoices)
        chosen = {name: settings.creneaux.get(name, SlotChoice()) for name in self.names}
        self.slots.value = {
            name: {
                "ateliers": str(choice.ateliers),
                "interprete": choice.interprete or NOBODY,
                "garde": choice.garde,
            }
            for name, choice in chosen.items()
        }
