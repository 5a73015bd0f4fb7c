"""Ce qui manque à une famille qui attend, créneau par créneau, dans le plan tel qu'il est."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from liaison.phrasing import joined
from liaison.support.vocabulary import LANGUAGES
from liaison.support.workshop_types import Type, Workshop, places
from liaison.support.workshops import WorkshopSettings

Lack = Literal["place", "groupe", "salle", "animation", "langue", "garde"]
LACKS: dict[Lack, str] = {
    "place": "une place de plus",
    "groupe": "assez de familles pour ouvrir un atelier (au moins {groupe})",
    "salle": "une salle libre",
    "animation": "une personne libre pour animer",
    "langue": "une personne libre pour sa langue ({langue})",
    "garde": "une garde pour ses enfants",
}


def lacking(
    kind: Type, settings: WorkshopSettings, workshops: Sequence[Workshop], size: int, persons: int
) -> dict[str, tuple[Lack, ...]]:
    """Return, for each slot that could serve a type, the least that one more family of it would need there.

    With that and nothing else it would come, nobody losing a place; nothing is missing only when the search stopped
    for want of time. `size`: most persons in a workshop; `persons`: how many a family sends.
    """
    slots = dict.fromkeys(slot for slot, _ in places(kind, settings, persons)[0])
    found = {}
    for slot in slots:
        held = [one for one in workshops if one.creneau == slot]
        cared = sum(one.enfants_gardes for one in held) + kind.children
        care: tuple[Lack, ...] = ("garde",) if kind.children and cared > settings.garde.get(slot, 0) else ()
        ways = [*_joining(kind, settings, slot, held, size, persons), *_opening(kind, settings, slot, held, persons)]
        found[slot] = min(((*way, *care) for way in ways), key=len)
    return found


def lacks_said(lacks: Sequence[Lack], kind: Type, settings: WorkshopSettings) -> str:
    """Return what is missing on a slot in words."""
    language = next(words for name, words in LANGUAGES.items() if name == kind.language)
    return joined(LACKS[one].format(groupe=settings.groupe_minimum, langue=language) for one in lacks)


def _joining(
    kind: Type, settings: WorkshopSettings, slot: str, held: Sequence[Workshop], size: int, persons: int
) -> Iterator[tuple[Lack, ...]]:
    """What it would take to come to each workshop of the slot that suits the family."""
    rooms = {room.id: room.places for room in settings.salles}
    interpreted = _interpreted(kind, settings, slot, held)
    for one in held:
        if one.theme in kind.themes:
            full = len(one.familles) >= min(rooms[one.salle], size) // persons
            understood = interpreted or kind.language in one.langues
            yield (*_if("place", full), *_if("langue", not understood))


def _opening(
    kind: Type, settings: WorkshopSettings, slot: str, held: Sequence[Workshop], persons: int
) -> Iterator[tuple[Lack, ...]]:
    """What it would take to open one more workshop on the slot, led by each who is there, or by one more like them."""
    used = {one.salle for one in held}
    roomy = any(room.on(slot) and room.places >= persons and room.id not in used for room in settings.salles)
    busy = {one.animation for one in held}
    interpreted = _interpreted(kind, settings, slot, held)
    for one in settings.animation:
        if one.on(slot):
            understood = interpreted or kind.language in one.langues
            yield (
                *_if("groupe", settings.groupe_minimum > 1),
                *_if("salle", not roomy),
                *_if("animation", one.id in busy),
                *_if("langue", not understood),
            )


def _interpreted(kind: Type, settings: WorkshopSettings, slot: str, held: Sequence[Workshop]) -> bool:
    """Whether somebody is free on the slot to interpret for the family."""
    used = {name for one in held for name in one.interpretes}
    return any(one.on(slot) and kind.language in one.langues and one.id not in used for one in settings.interpretes)


def _if(lack: Lack, missing: bool) -> tuple[Lack, ...]:
    return (lack,) if missing else ()


__all__ = ["LACKS", "Lack", "lacking", "lacks_said"]
