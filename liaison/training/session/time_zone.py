"""Le fuseau d'une séance : celui de la machine qui la prépare, Paris quand cette machine n'est nulle part."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, Field

from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


PARIS = ZoneInfo("Europe/Paris")
_NOWHERE = "Etc/"  # a server, a container: no school keeps these hours


@cache
def _zones() -> frozenset[str]:
    """Return the names of all time zones: a look at six hundred files, and a session is read ten times by a command."""
    return frozenset(available_timezones())


def _known(name: str) -> str:
    if name not in _zones():
        raise ValueError(phrase("fuseau-attendu"))
    return name


ZoneName = Annotated[str, Field(max_length=60), AfterValidator(_known)]


def zone_here() -> str:
    """Return the name of the time zone of this machine; Paris where that names no place, as on a server set to UTC."""
    from babel.localtime import get_localzone  # what makes a session asks this, and every other command does not

    try:
        here = get_localzone()
    except LookupError:
        return PARIS.key
    name = str(getattr(here, "key", None) or getattr(here, "zone", ""))
    return name if "/" in name and not name.startswith(_NOWHERE) and name in _zones() else PARIS.key


def zone_named(zone: dt.tzinfo | None, *, always: bool = False) -> str:
    """Return the words that say whose hour it is, « , heure de Paris »; for Paris, "" unless `always`."""
    name = getattr(zone, "key", PARIS.key)
    if name == PARIS.key:
        return phrase("heure-de-paris") if always else ""
    from babel.dates import get_timezone_location

    return phrase("heure-locale", zone=get_timezone_location(name, locale="fr", return_city=True))


__all__ = ["PARIS", "ZoneName", "zone_here", "zone_named"]
