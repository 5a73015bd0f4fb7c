"""Régler un nombre de copies : assez pour chacun, et pas plus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from liaison.essai.fiche import Fiche
from liaison.questions.common import Model
from liaison.questions.setting import Measure, SettingQuestion, settings_from


class Copies(Model):
    """What one decides."""

    copies: Annotated[int, Field(ge=0, le=60)]


class EssaiScenario(Model):
    """What the question fixes."""

    familles: Annotated[int, Field(ge=1, le=60)]


class EssaiQuestion(SettingQuestion):
    """A number of copies to set."""

    kind: Literal["essai"]
    scenario: EssaiScenario

    measures: ClassVar[Mapping[str, Measure]] = {
        "sans_papier": Measure("{value} famille{s} sans papier", lambda found, _: found.sans_papier),
        "copies": Measure("{value} copie{s}", lambda found, _: found.copies, who=False),
    }

    def settings_of(self, value: object) -> Copies:
        """Return the number that an answer holds.

        Raises:
            SettingError: one line per fault.
        """
        return settings_from(Copies, value)

    def figures(self, settings: Copies) -> Fiche:
        """Return who is left without paper."""
        return Fiche(familles=self.scenario.familles, copies=settings.copies)
