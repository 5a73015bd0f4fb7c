"""Un atelier, et les familles qui en demandent un, réunies par ce qui les rend interchangeables, et où elles vont."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import MOMENTS, Language
from liaison.support.workshops.settings import WorkshopSettings

# Why no slot can serve a family, in the order in which it is looked at: the first that leaves none is the reason.
REASONS = ("moment", "theme", "animation", "salle", "langue", "garde")


class Type(NamedTuple):
    """What makes families interchangeable: when, in which language, for which themes, with how many children."""

    moments: frozenset[str]
    language: str
    themes: frozenset[str]
    children: int  # to be looked after meanwhile
    beginner: bool


@dataclass(frozen=True)
class Workshop:
    """One workshop: identifiers of the settings, the path of missions, languages understood, codes of families.

    `familles` is for the team only; `announcement` says the rest.
    """

    id: str
    creneau: str
    salle: str
    animation: str
    interpretes: tuple[str, ...]
    theme: str
    parcours: str
    langues: tuple[Language, ...]
    enfants_gardes: int
    familles: tuple[str, ...]


@dataclass(frozen=True)
class Asking:
    """The families that ask for a workshop, by type; codes in the order of the table."""

    codes: dict[Type, list[str]]

    def type_of(self, code: str) -> Type | None:
        """Return the type of a family, None when it asks for no workshop."""
        return next((kind for kind, codes in self.codes.items() if code in codes), None)


def asking(needs: Needs, settings: WorkshopSettings) -> Asking:
    """Return the families that said when they could come, by type.

    A family that did not say its language is expected in French; one whose skills are unknown suits every theme; one
    that did not say how many children it has comes with one.
    """
    families: dict[Type, list[str]] = defaultdict(list)
    for code, row in needs.table.iterrows():
        moments = frozenset(moment for moment in MOMENTS if row[f"peut_{moment}"])
        if not moments:
            continue
        skill = row["competences"]
        themes = frozenset(theme.id for theme in settings.themes if pd.isna(skill) or skill in theme.pour)
        language = "francais" if pd.isna(row["langue"]) else str(row["langue"])
        known = row["enfants"]
        children = (1 if pd.isna(known) else int(known)) if row["garde"] else 0
        families[Type(moments, language, themes, children, skill == "debutant")].append(str(code))
    return Asking(dict(families))


def places(kind: Type, settings: WorkshopSettings, persons: int) -> tuple[list[tuple[str, str]], str]:
    """Return the (slot, trainer) pairs that can serve a type of family by itself, and the reason when there is none."""
    slots = [slot.id for slot in settings.creneaux if slot.moment in kind.moments]
    if not slots:
        return [], "moment"
    if not kind.themes:
        return [], "theme"
    led = [(slot, lead) for slot in slots for lead in settings.animation if lead.on(slot)]
    if not led:
        return [], "animation"
    roomy = {slot for slot in slots for room in settings.salles if room.on(slot) and room.places >= persons}
    led = [(slot, lead) for slot, lead in led if slot in roomy]
    if not led:
        return [], "salle"
    helped = {
        slot for slot in slots for helper in settings.interpretes if helper.on(slot) and kind.language in helper.langues
    }
    led = [(slot, lead) for slot, lead in led if kind.language in lead.langues or slot in helped]
    if not led:
        return [], "langue"
    led = [(slot, lead) for slot, lead in led if settings.garde.get(slot, 0) >= kind.children]
    return [(slot, lead.id) for slot, lead in led], "" if led else "garde"


__all__ = ["REASONS", "Asking", "Type", "Workshop", "asking", "places"]
