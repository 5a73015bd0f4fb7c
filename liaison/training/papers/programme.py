"""Les programmes d'une séance : trois heures, une journée, un atelier ; chaque minute a son origine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.yaml_text import read_yaml
from liaison.module import Moment, Programme, shipped_modules
from liaison.training.papers.handbook_reading import Guide, HandbookError

phrase = french_beside(__file__)


FILE = Path(__file__).with_name("programmes.yaml")


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
    """Return the programmes of the handbook, by their id: those of several modules, then those of one alone."""
    entries = read_yaml(FILE.read_text(encoding="utf-8"))
    assert isinstance(entries, dict)
    several = {name: Programme.model_validate(entry) for name, entry in entries.items()}
    return several | {
        name: programme for module in shipped_modules() for name, programme in module.card.programmes.items()
    }


def timed(programme: Programme, guides: Mapping[str, Guide]) -> tuple[Timed, ...]:
    """Return each moment of a programme with its hours.

    Raises:
        HandbookError: a module or a step that is not there, or minutes that do not give the length announced.
    """
    now = dt.datetime.strptime(programme.start, "%H:%M")
    moments: list[Timed] = []
    for moment in programme.moments:
        minutes, title, text = _content(moment, guides)
        after = now + dt.timedelta(minutes=minutes)
        moments.append(Timed(f"{now:%H:%M}", f"{after:%H:%M}", minutes, typeset(title), typeset(text)))
        now = after
    total = sum(moment.minutes for moment in moments)
    if total != programme.minutes:
        raise HandbookError(
            phrase(
                "minutes-qui-ne-font-pas-le-compte",
                title=programme.title,
                minutes=programme.minutes,
                total=total,
            )
        )
    return tuple(moments)


def _content(moment: Moment, guides: Mapping[str, Guide]) -> tuple[int, str, str]:
    if moment.module is None:
        return moment.minutes or 0, moment.title, moment.text
    if moment.module not in guides:
        raise HandbookError(phrase("module-sans-guide", module=moment.module))
    guide = guides[moment.module]
    title = f"{guide.facts.number:02d} · {guide.facts.title}"
    if not moment.steps:
        return guide.facts.minutes, title, phrase("le-module-entier")
    steps = [guide.step(name) for name in moment.steps]
    words = " ; ".join(f"{step.title} ({step.minutes} min)" for step in steps)
    return sum(step.minutes for step in steps), title, phrase("etapes-a-garder", steps=words)


__all__ = ["Timed", "programmes", "timed"]
