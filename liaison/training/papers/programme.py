"""Les programmes d'une séance : trois heures, une journée, un atelier ; chaque minute a son origine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from liaison.base.typography import typeset
from liaison.base.yaml_text import read_yaml
from liaison.training.papers.handbook_reading import Guide, HandbookError
from liaison.training.session.definition import ModuleName

FILE = Path(__file__).with_name("programmes.yaml")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Moment(_Model):
    """A part of a day: a module, whole or some of its steps, or a common time with its own minutes.

    `counts`: whether it is a part of what an attestation counts; lunch is not.
    """

    module: ModuleName | None = None
    steps: tuple[str, ...] = ()
    title: str = ""
    minutes: Annotated[int, Field(gt=0, le=240)] | None = None
    text: str = ""
    counts: bool = True

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Moment:
        if self.module is None and not (self.title and self.minutes):
            raise ValueError("un moment est un module, ou un titre et des minutes")
        if self.module is not None and (self.title or self.minutes):
            raise ValueError("la durée et le titre d'un module viennent de lui")
        if self.steps and self.module is None:
            raise ValueError("seul un module a des étapes")
        return self


class Programme(_Model):
    """A whole programme, as its file has it: when it starts, how long it lasts, what it is made of."""

    title: str
    question: str
    start: Annotated[str, Field(pattern=r"^[0-2]\d:[0-5]\d$")]
    minutes: Annotated[int, Field(gt=0, le=600)]
    moments: Annotated[tuple[Moment, ...], Field(min_length=1)]

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules that the programme needs, in order."""
        return tuple(moment.module for moment in self.moments if moment.module)

    @property
    def followed(self) -> int:
        """How long one is trained, in minutes: what an attestation counts."""
        return self.minutes - sum(moment.minutes or 0 for moment in self.moments if not moment.counts)


@dataclass(frozen=True)
class Timed:
    """A moment with its hours: « 09:05 », « 10:35 », what happens, which steps of a module are kept."""

    start: str
    end: str
    minutes: int
    title: str
    text: str


@cache
def programmes() -> Mapping[str, Programme]:
    """Return the programmes of the handbook, by their id, in the order of the file."""
    entries = read_yaml(FILE.read_text(encoding="utf-8"))
    assert isinstance(entries, dict)
    return {name: Programme.model_validate(entry) for name, entry in entries.items()}


def timed(programme: Programme, guides: Mapping[str, Guide]) -> tuple[Timed, ...]:
    """Return each moment of a programme with its hours.

    Raises:
        HandbookError: a module or a step that is not there, or minutes that do not give the length announced.
    """
    now = dt.datetime.strptime(programme.start, "%H:%M")
    found: list[Timed] = []
    for moment in programme.moments:
        minutes, title, text = _content(moment, guides)
        after = now + dt.timedelta(minutes=minutes)
        found.append(Timed(f"{now:%H:%M}", f"{after:%H:%M}", minutes, typeset(title), typeset(text)))
        now = after
    total = sum(one.minutes for one in found)
    if total != programme.minutes:
        raise HandbookError(
            f"« {programme.title} » annonce {programme.minutes} min et ses moments en font {total} : "
            "changer programmes.yaml, ou la durée d'une étape dans animation.md."
        )
    return tuple(found)


def _content(moment: Moment, guides: Mapping[str, Guide]) -> tuple[int, str, str]:
    if moment.module is None:
        return moment.minutes or 0, moment.title, moment.text
    if moment.module not in guides:
        raise HandbookError(f"Le programme demande « {moment.module} », qui n'a pas de guide.")
    guide = guides[moment.module]
    title = f"{guide.facts.number:02d} · {guide.facts.title}"
    if not moment.steps:
        return guide.facts.minutes, title, "Le module entier, comme sa fiche le dit."
    kept = [guide.step(name) for name in moment.steps]
    words = " ; ".join(f"{step.title} ({step.minutes} min)" for step in kept)
    return sum(step.minutes for step in kept), title, f"De sa fiche, garder : {words}."


__all__ = ["Moment", "Programme", "Timed", "programmes", "timed"]
