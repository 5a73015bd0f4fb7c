"""Régler un nombre de feuilles : assez pour chacun, et pas plus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from liaison.base.sentences import french_beside
from liaison.essai.fiche import Fiche
from liaison.questions.common import Model
from liaison.questions.setting import Condition, Measure, Missed, SettingQuestion, measure_words, settings_from

phrase = french_beside(__file__)


class Feuilles(Model):
    """What one decides."""

    feuilles: Annotated[int, Field(ge=0, le=60)]


class EssaiScenario(Model):
    """What the question fixes."""

    families: Annotated[int, Field(ge=1, le=60)]


class EssaiQuestion(SettingQuestion):
    """A number of papers to set."""

    kind: Literal["essai"]
    scenario: EssaiScenario

    measures: ClassVar[Mapping[str, Measure]] = {
        "sans_papier": Measure(measure_words(phrase, "mesure-sans-papier"), lambda fiche, _: fiche.sans_papier),
    }

    def settings_of(self, value: object) -> Feuilles:
        """Return the number that an answer holds.

        Raises:
            SettingError: one line per fault.
        """
        return settings_from(Feuilles, value)

    def figures(self, settings: Feuilles) -> Fiche:
        """Return who is left without paper."""
        return Fiche(familles=self.scenario.families, feuilles=settings.feuilles)

    def missed(self, settings: Feuilles, condition: Condition) -> Missed | None:
        """Return the first family without paper."""
        if self.figures(settings).sans_papier == 0:
            return None
        family = phrase("la-famille", number=settings.feuilles + 1)
        return Missed(family, (phrase("attend-un-mot"),), phrase("sans-papier"))
