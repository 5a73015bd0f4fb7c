"""Le plan des ateliers : quand, où, avec qui, quel parcours, qui vient, et pourquoi une famille n'a pas de créneau."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from liaison.base.dates import numeric_date
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.support.needs.needs import INDEX, Needs
from liaison.support.vocabulary import MOMENTS, Moment, language_words, moment_words, rank_of
from liaison.support.workshops.aims import AIMS, Aim, aims_of, excludes, lot
from liaison.support.workshops.settings import Slot, WorkshopError, WorkshopSettings
from liaison.support.workshops.solver import Pair, Receiving, Solution, solve
from liaison.support.workshops.types import REASONS, Asking, Type, Workshop, asking, places
from liaison.support.workshops.waiting import Lack, lacking, lacks_said

State = Literal["place", "attente", "sans_creneau"]
phrase = french_beside(__file__)
STATES: tuple[State, ...] = ("place", "attente", "sans_creneau")


@dataclass(frozen=True)
class WorkshopPlan:
    """The workshops, and what becomes of every family that asks for one.

    `table`: one row per family that asks, index `code`: `etat` (place, attente, sans_creneau), `atelier` (id, empty
    without a place), `raison` (a key of REASONS when no slot can serve the family, empty otherwise).
    `proven`: the aims that no other plan serves better, in order (`AIMS`); shorter when time ran out, and the plan is
    then the best found for the others.
    """

    workshops: tuple[Workshop, ...]
    table: pd.DataFrame
    proven: tuple[Aim, ...]
    seed: int
    settings: WorkshopSettings
    asking: Asking
    persons: int  # how many each family sends
    size: int  # most persons in a workshop
    _lacks: dict[Type, dict[str, tuple[Lack, ...]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def aims(self) -> tuple[Aim, ...]:
        """What the plan seeks, in the team's order, each held before the next."""
        return aims_of(self.settings.ordre)

    @property
    def unproven(self) -> tuple[Aim, ...]:
        """The aims that another plan could serve better: time ran out before they were settled."""
        return tuple(aim for aim in self.aims if aim not in self.proven)

    def counts(self) -> dict[State, int]:
        """Return how many families have a place, wait for one, or have no slot that can serve them."""
        return {state: int(self.table["etat"].eq(state).sum()) for state in STATES}

    def unserved(self) -> dict[str, int]:
        """Return how many families no slot can serve, by reason (keys of REASONS), in their order."""
        by_reason = Counter(self.table["raison"])
        return {reason: by_reason[reason] for reason in REASONS if by_reason[reason]}

    def why(self, code: str) -> str:
        """Return in one sentence what becomes of a family, and why.

        Raises:
            WorkshopError: the family asks for no workshop.
        """
        kind = self.asking.type_of(code)
        if kind is None:
            raise WorkshopError(phrase("pas-de-moment", code=code))
        state, reason = self.table.loc[code, "etat"], str(self.table.loc[code, "raison"])
        if state == "place":
            workshop = next(workshop for workshop in self.workshops if code in workshop.familles)
            return typeset(phrase("a-une-place", code=code, workshop=self.announcement(workshop)))
        if state == "sans_creneau":
            moments, language = joined(map(moment_words, _moments(kind)), "ou"), language_words(kind.language)
            return typeset(phrase(f"sans-creneau-{reason}", code=code, moments=moments, language=language))
        return typeset(" ".join(self._why_waiting(code, kind)))

    def rank(self, code: str) -> int:
        """Return the place of a family in the lot, from 1, among those that ask."""
        return lot(self.seed, self.table.index).index(code) + 1

    def lacks(self, code: str) -> dict[str, tuple[Lack, ...]]:
        """Return, for each slot that could serve a family that waits, the least that it would take there for it to
        come, nobody losing a place; nothing on a slot only when the search stopped for want of time."""
        kind = self.asking.type_of(code)
        if kind is None:
            return {}
        if kind not in self._lacks:  # families of one type need the same
            receiving = Receiving(self.asking, self.settings, self.size, self.persons)
            self._lacks[kind] = lacking(kind, receiving, self.workshops)
        return self._lacks[kind]

    def _why_waiting(self, code: str, kind: Type) -> Iterator[str]:
        order, asking = self.settings.ordre, str(len(self.table))
        yield phrase("attend", code=code, rank=rank_of(self.rank(code)), asking=asking)
        if "debutant" in order and not kind.beginner:
            yield phrase("debutants-d-abord")
        most = "nombre" in order and (order[0] == "nombre" or not kind.beginner)
        if ("debutant" if "debutant" in order and kind.beginner else "tirage") in self.proven:
            before = "oui" if self._before(code, kind) & self._placed() else "non"
            yield phrase("aucun-plan", most="oui" if most else "non", before=before)
            if most:
                yield phrase("le-plus-de-familles", excludes=excludes("nombre"))
        else:
            yield phrase("faute-de-temps")
        ways = [
            phrase("sur-un-creneau", slot=self._slot(slot).libelle, lacks=lacks_said(lacks, kind, self.settings))
            for slot, lacks in self.lacks(code).items()
            if lacks
        ]
        if ways:
            yield phrase("il-faudrait", ways=" ; ou ".join(ways))

    def _placed(self) -> set[str]:
        return {code for workshop in self.workshops for code in workshop.familles}

    def _before(self, code: str, kind: Type) -> set[str]:
        """Return the families that go before one: in the lot, among beginners first where the team says so."""
        by_lot = lot(self.seed, self.table.index)
        ahead = set(by_lot[: by_lot.index(code)])
        if "debutant" not in self.settings.ordre:
            return ahead
        beginners = {name for other, names in self.asking.codes.items() if other.beginner for name in names}
        return ahead & beginners if kind.beginner else ahead | beginners

    def announcement(self, workshop: Workshop, dated: bool = True) -> str:
        """Return a workshop as it can be announced: when, where, what, with whom; nobody who comes, and no count.

        `dated`: with its day, which a calendar says beside.
        """
        rooms = {room.id: room.libelle for room in self.settings.salles}
        themes = {theme.id: theme.libelle for theme in self.settings.themes}
        leads = {lead.id: lead.libelle for lead in self.settings.animation}
        helps = {helper.id: helper.libelle for helper in self.settings.interpretes}
        slot = self._slot(workshop.creneau)
        day = f" ({numeric_date(slot.date)})" if dated and slot.date else ""
        announced = phrase(
            "annonce",
            slot=f"{slot.libelle}{day}",
            room=rooms[workshop.salle],
            theme=themes[workshop.theme],
            people=joined([leads[workshop.animation], *(helps[helper] for helper in workshop.interpretes)]),
            childcare="oui" if self.settings.garde.get(workshop.creneau) else "non",
        )
        return typeset(announced)

    def _slot(self, name: str) -> Slot:
        return next(slot for slot in self.settings.creneaux if slot.id == name)


def _moments(kind: Type) -> list[Moment]:
    return [moment for moment in MOMENTS if moment in kind.moments]


def plan_workshops(
    needs: Needs,
    settings: WorkshopSettings,
    seed: int,
    on: dt.date | None = None,
    seconds: float = 4.0,
    wanted: Collection[Aim] = AIMS,
) -> WorkshopPlan:
    """Return the best workshops for the families that ask: same arguments, same plan, unless time runs out.

    Who comes is decided by what the team puts first, then by the lot, whose `seed` is shown; only then are as few
    workshops opened and as few interpreters asked as these families need.
    `wanted`: the aims that are tried; whoever only counts families needs no other than those that count them.

    Raises:
        WorkshopError: a group too small for what one family sends.
    """
    day = on or dt.date.today()
    size, persons = settings.group_size(day), settings.persons(day)
    if size < persons:
        raise WorkshopError(phrase("atelier-trop-petit", size=size, persons=persons))
    families = asking(needs, settings)
    aims = [aim for aim in aims_of(settings.ordre) if aim in wanted]
    drawn = lot(seed, map(str, needs.table.index))
    solution = solve(families, settings, size, persons, seconds, aims, drawn)
    order = [str(code) for code in needs.table.index]
    named = _named(families, solution, settings, drawn)
    workshops = _workshops(solution, settings, named, persons, size // persons)
    table = _table(families, settings, persons, workshops, order)
    return WorkshopPlan(workshops, table, solution.proven, seed, settings, families, persons, size)


def _named(families: Asking, solution: Solution, settings: WorkshopSettings, drawn: list[str]) -> dict[Pair, list[str]]:
    """Return the codes in each workshop: the first drawn of a type fill its workshops in order."""
    rank = {code: place for place, code in enumerate(drawn)}
    ordered = {kind: sorted(codes, key=rank.__getitem__) for kind, codes in families.codes.items()}
    slots = [slot.id for slot in settings.creneaux]
    named: dict[Pair, list[str]] = {}
    for pair in sorted(solution.themes, key=lambda pair: (slots.index(pair[0]), pair[1])):
        named[pair] = []
        for kind, count in solution.families[pair].items():
            named[pair] += ordered[kind][:count]
            ordered[kind] = ordered[kind][count:]
    return named


def _workshops(
    solution: Solution, settings: WorkshopSettings, named: dict[Pair, list[str]], persons: int, most: int
) -> tuple[Workshop, ...]:
    themes = {theme.id: theme for theme in settings.themes}
    leads = {lead.id: lead.langues for lead in settings.animation}
    helps = {helper.id: helper.langues for helper in settings.interpretes}
    taken: set[tuple[str, str]] = set()
    made = []
    for number, (pair, codes) in enumerate(named.items(), start=1):
        slot, who = pair
        room = next(
            room.id
            for room in settings.salles
            if room.on(slot)
            and (slot, room.id) not in taken
            and min(room.places // persons, most) == solution.room_places[pair]
        )
        taken.add((slot, room))
        helpers = tuple(solution.interpreters.get(pair, ()))
        languages = (*leads[who], *(language for helper in helpers for language in helps[helper]))
        made.append(
            Workshop(
                id=f"A{number}",
                creneau=slot,
                salle=room,
                animation=who,
                interpretes=helpers,
                theme=solution.themes[pair],
                parcours=themes[solution.themes[pair]].parcours,
                langues=tuple(dict.fromkeys(languages)),
                enfants_gardes=sum(kind.children * count for kind, count in solution.families[pair].items()),
                familles=tuple(codes),
            )
        )
    return tuple(made)


def _table(
    families: Asking, settings: WorkshopSettings, persons: int, workshops: tuple[Workshop, ...], order: list[str]
) -> pd.DataFrame:
    placed = {code: workshop.id for workshop in workshops for code in workshop.familles}
    rows: dict[str, tuple[str, str, str]] = {}
    for kind, codes in families.codes.items():
        reason = places(kind, settings, persons)[1]
        for code in codes:
            state = "place" if code in placed else "sans_creneau" if reason else "attente"
            rows[code] = (state, placed.get(code, ""), reason)
    asked_for = [code for code in order if code in rows]
    table = pd.DataFrame([rows[code] for code in asked_for], columns=["etat", "atelier", "raison"])
    return table.set_index(pd.Index(asked_for, name=INDEX, dtype="str"))


__all__ = ["STATES", "State", "Workshop", "WorkshopPlan", "plan_workshops"]
