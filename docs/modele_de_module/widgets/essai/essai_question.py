"""Le nombre de feuilles d'une question : une partie du kit."""

from __future__ import annotations

from typing import Any

from liaison.essai.essai_question import EssaiQuestion, Feuilles
from widgets.kit import RangeField
from widgets.setting_controls import PartsControls
from widgets.texts import texts

t = texts("essai")


class EssaiControls(PartsControls):
    """One number."""

    def __init__(self, question: EssaiQuestion) -> None:
        self.feuilles = RangeField(label=t("feuilles"), min=0, max=60)
        super().__init__([self.feuilles])
        self.fiction = t("fiction", count=question.scenario.families)
        self.show(question.started())

    def read(self) -> Any:
        """Return what is on screen."""
        return {"feuilles": int(self.feuilles.value)}

    def show(self, settings: Any) -> None:
        """Put a number on screen."""
        assert isinstance(settings, Feuilles)
        self.feuilles.value = settings.feuilles
