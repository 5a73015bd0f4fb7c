"""Ce qui est réglé, et si l'on a parié ; ce que le navigateur en garde, et ce qui s'en annule."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictInt
from traitlets import Bool, HasTraits, Int

from liaison.essai.fiche import Fiche
from liaison.module import scenario_of
from widgets.kit import Bet, Keep, Undo
from widgets.kit.undo import Settings, changed_names
from widgets.texts import texts

t = texts("essai")

VALUES = scenario_of("essai")
MOST = VALUES["familles"]["maximum"]
FOLLOWED = ["feuilles"]  # the traits that results depend on


class EssaiState(HasTraits):
    """What is set, and whether a bet was answered."""

    feuilles = Int(VALUES["feuilles"], min=0, max=MOST)
    families = Int(VALUES["familles"]["default"])
    revealed = Bool(False)

    def fiche(self) -> Fiche:
        """Return what is counted of these papers."""
        return Fiche(familles=self.families, feuilles=self.feuilles)

    def first_fiche(self) -> Fiche:
        """Return what is counted of those of the bet."""
        return Fiche(familles=self.families, feuilles=VALUES["feuilles"])


class EssaiSettings(BaseModel):
    """What a browser keeps; anything else is not offered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    feuilles: Annotated[StrictInt, Field(ge=0, le=MOST)]


def essai_keep(state: EssaiState, bet: Bet) -> Keep:
    """Return what keeps the settings, the bet and the step."""
    return Keep("essai", state, EssaiSettings, bet)


def essai_undo(state: EssaiState) -> Undo:
    """Return what undoes a change of the settings, each with its name and its value."""

    def differences(before: Settings, after: Settings) -> list[tuple[str, str]]:
        return [(t(name), str(after[name])) for name in changed_names(before, after)]

    return Undo(state, FOLLOWED, differences)


__all__ = ["FOLLOWED", "MOST", "VALUES", "EssaiState", "essai_keep", "essai_undo"]
