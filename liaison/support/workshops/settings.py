"""Ce dont une équipe dispose pour ses ateliers : créneaux, salles, animation, interprètes, garde d'enfants, thèmes."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat, renamed
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import write_yaml
from liaison.rules import rule
from liaison.support.vocabulary import Language, Moment, Skill
from liaison.support.workshops.aims import Choice

phrase = french_beside(__file__)
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Label = Annotated[str, Field(min_length=1, max_length=120)]
Places = Annotated[int, Field(ge=1, le=60)]


class WorkshopError(FrenchError):
    """What is wrong with the settings of the workshops, or with a question about a family."""


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Available(_Settings):
    """Somebody or something that is there on some slots; on all of them when `creneaux` is absent."""

    id: Name
    libelle: Label
    creneaux: tuple[Name, ...] | None = None

    def on(self, slot: str) -> bool:
        """Whether it is there on that slot."""
        return self.creneaux is None or slot in self.creneaux


class Slot(_Settings):
    """A time at which workshops can take place; several can at once, in as many rooms."""

    id: Name
    libelle: Label
    moment: Moment
    date: dt.date | None = None


class WorkshopRoom(_Available):
    """A room, with how many persons it holds beside those who lead."""

    places: Places


class Trainer(_Available):
    """Who leads, by function and never by name, and in which languages."""

    langues: Annotated[tuple[Language, ...], Field(min_length=1)] = ("francais",)


class Interpreter(_Available):
    """Who interprets, by function and never by name: one workshop at a time, beside whoever leads."""

    langues: Annotated[tuple[Language, ...], Field(min_length=1)]


class Theme(_Settings):
    """What a workshop is about: a path of missions of the practice ENT, and whom it suits."""

    id: Name
    libelle: Label
    parcours: Name  # the id of a path of missions; liaison.practice knows what it holds
    pour: Annotated[tuple[Skill, ...], Field(min_length=1)]


class WorkshopSettings(_Settings):
    """All that a team can put in its workshops, versioned.

    `places` and `personnes_par_famille` take the rules `accompagnement/taille_groupe` and
    `accompagnement/personnes_par_famille` when absent. `garde`: children that can be looked after, by slot.
    `ordre`: what comes before the lot, in order: those who have most to learn (`debutant`), as many families as
    possible (`nombre`), both or nothing (`aims_of`).
    """

    version: Literal[3] = 3
    nom: Label
    places: Places | None = None
    personnes_par_famille: Annotated[int, Field(ge=1, le=4)] | None = None
    groupe_minimum: Annotated[int, Field(ge=1, le=20)] = 1
    ordre: tuple[Choice, ...] = ("debutant",)
    creneaux: Annotated[tuple[Slot, ...], Field(min_length=1, max_length=40)]
    salles: tuple[WorkshopRoom, ...] = ()
    animation: tuple[Trainer, ...] = ()
    interpretes: tuple[Interpreter, ...] = ()
    garde: dict[Name, Annotated[int, Field(ge=0, le=100)]] = {}
    themes: tuple[Theme, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> WorkshopSettings:
        slots = [slot.id for slot in self.creneaux]
        groups = {"creneaux": slots, "themes": [theme.id for theme in self.themes]}
        people: dict[str, tuple[_Available, ...]] = {
            "salles": self.salles,
            "animation": self.animation,
            "interpretes": self.interpretes,
        }
        for name, ids in (groups | {name: [each.id for each in some] for name, some in people.items()}).items():
            if len(set(ids)) < len(ids):
                raise ValueError(phrase("deux-fois-le-meme-id", list=name))
        named = {*self.garde, *(slot for some in people.values() for each in some for slot in each.creneaux or ())}
        if unknown := sorted(named - set(slots)):
            raise ValueError(phrase("creneau-inconnu", slot=unknown[0], slots=", ".join(slots)))
        if len(set(self.ordre)) < len(self.ordre):
            raise ValueError(phrase("deux-fois-le-meme-but"))
        return self

    def group_size(self, on: dt.date) -> int:
        """Return the most persons in a workshop."""
        return self.places or int(rule("accompagnement/taille_groupe", on).value)

    def persons(self, on: dt.date) -> int:
        """Return how many persons a family sends."""
        return self.personnes_par_famille or int(rule("accompagnement/personnes_par_famille", on).value)


def _from_1(raw: dict[str, Any]) -> dict[str, Any]:
    """Version 1 knew no lot between families: it always sought the most of them, beginners first when asked."""
    first = raw.get("d_abord", "nombre")
    order = {"nombre": ["nombre"], "debutant": ["debutant", "nombre"]}.get(first, [first])
    return {**{key: value for key, value in raw.items() if key != "d_abord"}, "ordre": order}


WORKSHOP_SETTINGS = FileFormat(
    WorkshopSettings,
    3,
    partial(phrase, "un-reglage"),
    "version, nom, creneaux, salles, animation, themes",
    WorkshopError,
    Path(__file__).parents[1] / "presets" / "ateliers",
    {1: _from_1, 2: renamed("name", "nom")},
    unversioned=2,
)


def workshop_settings_yaml(settings: WorkshopSettings) -> str:
    """Return the settings as YAML that `WORKSHOP_SETTINGS` reads back."""
    return write_yaml(settings.model_dump(mode="json", exclude_none=True), blocks_only=False)


__all__ = [
    "WORKSHOP_SETTINGS",
    "Interpreter",
    "Slot",
    "Theme",
    "Trainer",
    "WorkshopError",
    "WorkshopRoom",
    "WorkshopSettings",
    "workshop_settings_yaml",
]
