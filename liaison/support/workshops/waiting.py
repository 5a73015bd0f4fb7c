"""Ce qui manque à une famille qui attend, créneau par créneau, dans le plan tel qu'il est."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from liaison.base.sentences import french_beside
from liaison.base.words import joined
from liaison.support.vocabulary import LANGUAGES, language_words
from liaison.support.workshops.settings import Interpreter, Trainer, WorkshopRoom, WorkshopSettings
from liaison.support.workshops.solver import Guests, Receiving
from liaison.support.workshops.types import Type, Workshop, places

Lack = Literal["place", "groupe", "salle", "animation", "langue", "garde"]
phrase = french_beside(__file__)
_MORE = "en_plus"


def lacking(kind: Type, receiving: Receiving, workshops: Sequence[Workshop]) -> dict[str, tuple[Lack, ...]]:
    """Return, for each slot that could serve a type, what one more family of it would need there.

    With that it would come, nobody losing a place; without any one of these things no plan would place it. Nothing is
    missing only when the search stopped for want of time; no slot is there when no workshop holds a smallest group.
    """
    settings, size, persons = receiving.settings, receiving.size, receiving.persons
    if size // persons < settings.groupe_minimum:
        return {}
    placed = {code for workshop in workshops for code in workshop.familles}
    counts = {other: len(placed.intersection(codes)) for other, codes in receiving.asking.codes.items()}
    wanted = counts | {kind: counts[kind] + 1}
    needed = {}
    for slot in dict.fromkeys(slot for slot, _ in places(kind, settings, persons)[0]):
        held = [workshop for workshop in workshops if workshop.creneau == slot]
        cared = sum(workshop.enfants_gardes for workshop in held) + kind.children
        care: tuple[Lack, ...] = ("garde",) if kind.children and cared > settings.garde.get(slot, 0) else ()
        ways = [*_joining(kind, settings, slot, held, size, persons), *_opening(kind, settings, slot, held, persons)]
        needed[slot] = _needed(min(((*way, *care) for way in ways), key=len), kind, slot, receiving, wanted)
    return needed


def _needed(
    lacks: tuple[Lack, ...], kind: Type, slot: str, receiving: Receiving, wanted: Mapping[Type, int]
) -> tuple[Lack, ...]:
    """Return what is left of these lacks once each that the others make up for is gone: other families that wait, or
    another plan, may do. One alone is needed, since no plan places the family as things are."""
    for lack in lacks:
        others = tuple(other for other in lacks if other != lack)
        if others and any(_comes(more, kind, slot, others, wanted) for more in _given(receiving, kind, slot, others)):
            lacks = others
    return lacks


def _comes(receiving: Receiving, kind: Type, slot: str, lacks: Sequence[Lack], wanted: Mapping[Type, int]) -> bool:
    guests = receiving.settings.groupe_minimum - 1 if "groupe" in lacks else 0
    return receiving.can_place(wanted, Guests(slot, kind._replace(children=0), guests))


def _given(receiving: Receiving, kind: Type, slot: str, lacks: Sequence[Lack]) -> Iterator[Receiving]:
    """What receives families once a slot has these means: one seat in one room, one person like one who leads."""
    settings, size = receiving.settings, receiving.size
    rooms = [room.model_copy(update={"places": min(room.places, size)}) for room in settings.salles]
    helps, care = settings.interpretes, dict(settings.garde)
    if "salle" in lacks:
        rooms.append(WorkshopRoom(id=_MORE, libelle=_MORE, places=size, creneaux=(slot,)))
    if "langue" in lacks:
        language = next(name for name in LANGUAGES if name == kind.language)
        helps = (*helps, Interpreter(id=_MORE, libelle=_MORE, langues=(language,), creneaux=(slot,)))
    if "garde" in lacks:
        care[slot] = care.get(slot, 0) + kind.children
    leads = [settings.animation]
    if "animation" in lacks:
        spoken = dict.fromkeys(lead.langues for lead in settings.animation if lead.on(slot))
        more = (Trainer(id=_MORE, libelle=_MORE, langues=languages, creneaux=(slot,)) for languages in spoken)
        leads = [(*settings.animation, lead) for lead in more]
    for held in _larger(rooms, slot, receiving) if "place" in lacks else [rooms]:
        for who in leads:
            changed = {"salles": tuple(held), "animation": who, "interpretes": helps, "garde": care}
            yield replace(
                receiving,
                settings=settings.model_copy(update=changed),
                size=size + receiving.persons * ("place" in lacks),
            )


def _larger(rooms: Sequence[WorkshopRoom], slot: str, receiving: Receiving) -> Iterator[list[WorkshopRoom]]:
    """The same rooms, of which one in turn holds one family more on a slot."""
    for at, room in enumerate(rooms):
        if room.on(slot):
            others = tuple(each.id for each in receiving.settings.creneaux if room.on(each.id) and each.id != slot)
            more = {"id": _MORE, "creneaux": (slot,), "places": room.places + receiving.persons}
            yield [
                *rooms[:at],
                room.model_copy(update={"creneaux": others}),
                room.model_copy(update=more),
                *rooms[at + 1 :],
            ]


def lacks_said(lacks: Sequence[Lack], kind: Type, settings: WorkshopSettings) -> str:
    """Return what is missing on a slot in words."""
    group, language = str(settings.groupe_minimum), language_words(kind.language)
    return joined(phrase(f"manque-{lack}", group=group, language=language) for lack in lacks)


def _joining(
    kind: Type, settings: WorkshopSettings, slot: str, held: Sequence[Workshop], size: int, persons: int
) -> Iterator[tuple[Lack, ...]]:
    """What it would take to come to each workshop of the slot that suits the family."""
    rooms = {room.id: room.places for room in settings.salles}
    interpreted = _interpreted(kind, settings, slot, held)
    for workshop in held:
        if workshop.theme in kind.themes:
            full = len(workshop.familles) >= min(rooms[workshop.salle], size) // persons
            understood = interpreted or kind.language in workshop.langues
            yield (*_if("place", full), *_if("langue", not understood))


def _opening(
    kind: Type, settings: WorkshopSettings, slot: str, held: Sequence[Workshop], persons: int
) -> Iterator[tuple[Lack, ...]]:
    """What it would take to open one more workshop on the slot, led by each who is there, or by one more like them."""
    used = {workshop.salle for workshop in held}
    least = settings.groupe_minimum * persons
    roomy = any(room.on(slot) and room.places >= least and room.id not in used for room in settings.salles)
    busy = {workshop.animation for workshop in held}
    interpreted = _interpreted(kind, settings, slot, held)
    for lead in settings.animation:
        if lead.on(slot):
            understood = interpreted or kind.language in lead.langues
            yield (
                *_if("groupe", settings.groupe_minimum > 1),
                *_if("salle", not roomy),
                *_if("animation", lead.id in busy),
                *_if("langue", not understood),
            )


def _interpreted(kind: Type, settings: WorkshopSettings, slot: str, held: Sequence[Workshop]) -> bool:
    """Whether somebody is free on the slot to interpret for the family."""
    used = {name for workshop in held for name in workshop.interpretes}
    free = (help_ for help_ in settings.interpretes if help_.on(slot) and help_.id not in used)
    return any(kind.language in help_.langues for help_ in free)


def _if(lack: Lack, missing: bool) -> tuple[Lack, ...]:
    return (lack,) if missing else ()


__all__ = ["Lack", "lacking", "lacks_said"]
