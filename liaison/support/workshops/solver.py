"""Placer les familles dans des ateliers : un programme linéaire en nombres entiers, résolu par HiGHS.

The aims (`aims_of`) are sought in turn, and what each finds is held before the next. Who comes is settled
first: by the lot, each family in turn having a place as soon as one plan gives it one beside all those before it;
then how many workshops and interpreters that takes. So the families that have a place are one set and no other,
whatever the order of the lines. When time runs out, the aims proven so far are said.

Unknowns, for a slot and a trainer (at most one workshop for the two): the theme, the class of room (rooms of one size
are one class), the interpreters, and how many families of each type. Families of one type are interchangeable, so
they are counted rather than named: the first drawn of a type have its places.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from liaison.support.workshops.aims import Aim
from liaison.support.workshops.settings import Trainer, WorkshopSettings
from liaison.support.workshops.types import Asking, Type, places

Pair = tuple[str, str]  # a slot and a trainer
Floats = NDArray[np.float64]
# HiGHS: 0 is optimal, 1 is a limit reached, with the best solution found so far, if any.
_OPTIMAL = 0
# Families that the lot tells apart at once: each weighs more than all those after it, and the weights stay far from
# what the solver takes for nothing.
_DRAWN_AT_ONCE = 12


@dataclass
class Solution:
    """What the solver found: for each pair that holds a workshop, its theme, room size, interpreters and families."""

    themes: dict[Pair, str]
    room_places: dict[Pair, int]  # families that the room holds
    interpreters: dict[Pair, list[str]]
    families: dict[Pair, Counter[Type]]
    proven: tuple[Aim, ...]  # the aims that no other plan serves better, given those before


@dataclass
class _Program:
    """A linear program written row by row: variables by name, constraints low <= sum <= high."""

    columns: dict[tuple[Any, ...], int] = field(default_factory=dict)
    upper: list[float] = field(default_factory=list)
    rows: list[dict[int, float]] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    types: dict[Type, int] = field(default_factory=dict)  # the row that counts the families of each type

    def variable(self, *name: Any, most: float = 1) -> int:
        self.columns[name] = len(self.upper)
        self.upper.append(most)
        return len(self.upper) - 1

    def named(self, kind: str) -> dict[tuple[Any, ...], int]:
        return {name[1:]: column for name, column in self.columns.items() if name[0] == kind}

    def copy(self) -> _Program:
        """Return a program to which more can be written; this one keeps what it has."""
        return replace(
            self,
            columns=dict(self.columns),
            upper=list(self.upper),
            rows=list(self.rows),
            low=list(self.low),
            high=list(self.high),
        )

    def limit(self, terms: dict[int, float], high: float, low: float = -np.inf) -> None:
        if terms:
            self.rows.append(terms)
            self.low.append(low)
            self.high.append(high)

    def maximise(self, aim: Floats, seconds: float) -> tuple[Floats | None, bool]:
        """Return the best point found, rounded, and whether nothing better exists."""
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        at = [(row, column, value) for row, terms in enumerate(self.rows) for column, value in terms.items()]
        row, column, value = (np.array(part) for part in zip(*at, strict=True))
        matrix = csr_array((value.astype(float), (row, column)), shape=(len(self.rows), len(self.upper)))
        result = milp(
            -aim,
            constraints=LinearConstraint(matrix, self.low, self.high),
            integrality=np.ones(len(self.upper)),
            bounds=Bounds(0, self.upper),
            options={"time_limit": max(seconds, 0.05), "mip_rel_gap": 0.0},
        )
        return (None if result.x is None else np.round(result.x)), result.status == _OPTIMAL


def read_library() -> None:
    """Read the library that searches: the first `solve` does otherwise, and waits half a second for it."""
    import scipy.optimize
    import scipy.sparse  # noqa: F401


def solve(
    asking: Asking,
    settings: WorkshopSettings,
    size: int,
    persons: int,
    seconds: float,
    aims: Sequence[Aim],
    drawn: Sequence[str],
) -> Solution:
    """Return the best workshops found within `seconds`; `proven` says for which aims no better ones exist.

    `size`: most persons in a workshop; `persons`: how many a family sends; `aims`: what is sought, in order; `drawn`:
    the codes in the order of the lot.
    """
    program = _program(asking, settings, size // persons, persons)
    families, sessions = program.named("famille"), program.named("theme")
    if not families:
        return Solution({}, {}, {}, {}, proven=tuple(aims))
    search = _Search(program, asking, drawn, time.monotonic() + seconds)
    proven = []
    for aim in aims:
        if not search.seek(aim):
            search.fill()
            break
        proven.append(aim)
    best = search.best
    return Solution(
        themes={(slot, who): theme for (slot, who, theme), at in sessions.items() if best[at]},
        room_places={(slot, who): size for (slot, who, size), at in program.named("salle").items() if best[at]},
        interpreters=_grouped(program.named("interprete"), best),
        families=_counted(families, best),
        proven=tuple(proven),
    )


@dataclass(frozen=True)
class Guests:
    """Families that nobody asked yet, and that could come on one slot: how many, and like which."""

    slot: str
    kind: Type
    count: int


@dataclass(frozen=True)
class Receiving:
    """The families that ask, and all that there is to receive them with.

    `size`: most persons in a workshop; `persons`: how many a family sends.
    """

    asking: Asking
    settings: WorkshopSettings
    size: int
    persons: int

    def can_place(self, wanted: Mapping[Type, int], guests: Guests, seconds: float = 1.0) -> bool:
        """Return whether some plan places as many families of each type, with guests to fill a workshop; False too
        when it was not found in time."""
        # A type of their own: those who ask and are like them are not held to one slot.
        other = guests.kind._replace(moments=guests.kind.moments | {"invitation"})
        codes = self.asking.codes | ({other: [""] * guests.count} if guests.count else {})
        program = _program(Asking(codes), self.settings, self.size // self.persons, self.persons)
        for (slot, _, kind), at in program.named("famille").items():
            if kind == other and slot != guests.slot:
                program.upper[at] = 0
        for kind, count in wanted.items():
            if count:
                program.low[program.types[kind]] = float(count)
        point, _ = program.maximise(np.zeros(len(program.upper)), seconds)
        return point is not None


class _Search:
    """The aims sought one after the other on one program; `best`: the best point so far, within every limit."""

    def __init__(self, program: _Program, asking: Asking, drawn: Sequence[str], end: float) -> None:
        self.program, self.end = program, end
        self.best: Floats = np.zeros(len(program.upper))
        self.columns: dict[Type, list[int]] = defaultdict(list)
        for (_, _, kind), at in program.named("famille").items():
            self.columns[kind].append(at)
        kinds = {code: kind for kind in self.columns for code in asking.codes[kind]}
        self.drawn = [kinds[code] for code in drawn if code in kinds]  # the type of each family, from the first drawn
        self.settled: Counter[Type] = Counter()  # families that have a place for sure
        self.closed: set[Type] = set()  # types of which no other family can have one beside those settled

    def seek(self, aim: Aim) -> bool:
        """Serve an aim as well as the former ones allow, and hold it; False when time ran out before the proof."""
        if aim == "debutant":
            return self._follow([kind for kind in self.drawn if kind.beginner])
        if aim == "tirage":
            return self._follow(self.drawn)
        counted = {"nombre": ("famille", 1), "ateliers": ("theme", -1), "interpretes": ("interprete", -1)}
        return self._most(*counted[aim])

    def fill(self) -> None:
        """Give what places are left once time has run out."""
        weights = self._weights(self.program.named("famille").values())
        point, _ = self.program.maximise(weights, self.end - time.monotonic())
        if point is not None and weights @ point > weights @ self.best:
            self.best = point

    def _weights(self, columns: Iterable[int], value: float = 1) -> Floats:
        weights = np.zeros(len(self.program.upper))
        weights[list(columns)] = value
        return weights

    def _most(self, name: str, sign: float) -> bool:
        weights = self._weights(self.program.named(name).values(), sign)
        point, optimal = self.program.maximise(weights, self.end - time.monotonic())
        if point is not None and weights @ point >= weights @ self.best:
            self.best = point
        if optimal:
            held = {int(at): float(weights[at]) for at in np.flatnonzero(weights)}
            self.program.limit(held, np.inf, low=round(float(weights @ self.best)))
        return optimal

    def _follow(self, order: Sequence[Type]) -> bool:
        """Give each family in turn a place whenever a plan does so beside all those before it."""
        held = Counter(self.settled)  # by a former aim: the first drawn of their types
        left: list[Type] = []
        for kind in order:
            if held[kind]:
                held[kind] -= 1
            else:
                left.append(kind)
        while left := self._settle_placed(left):
            if not self._settle(left[:_DRAWN_AT_ONCE]):
                return False
            left = left[_DRAWN_AT_ONCE:]
        return True

    def _settle_placed(self, left: Sequence[Type]) -> list[Type]:
        """Settle the next families that the best point places already; return the others that may still have one."""
        for place, kind in enumerate(left):
            if kind in self.closed:
                continue
            if sum(self.best[self.columns[kind]]) <= self.settled[kind]:
                return [kind for kind in left[place:] if kind not in self.closed]
            self.settled[kind] += 1
            self._hold(kind)
        return []

    def _settle(self, chunk: Sequence[Type]) -> bool:
        """Settle these families together, the first weighing more than all those after it."""
        trial = self.program.copy()
        served = [trial.variable("servie", place) for place in range(len(chunk))]
        for kind in set(chunk):
            mine = {at: 1.0 for at, family in zip(served, chunk, strict=True) if family == kind}
            trial.limit(mine | dict.fromkeys(self.columns[kind], -1.0), -float(self.settled[kind]))
        weights = np.zeros(len(trial.upper))
        weights[served] = 2.0 ** np.arange(len(chunk))[::-1]
        point, optimal = trial.maximise(weights, self.end - time.monotonic())
        if point is None or not optimal:
            return False
        self.best = point[: len(self.best)]
        for at, kind in zip(served, chunk, strict=True):
            if point[at]:
                self.settled[kind] += 1
            else:
                self.closed.add(kind)
            self._hold(kind)
        return True

    def _hold(self, kind: Type) -> None:
        """Write how many families of a type have a place, at least, and at most once no other can."""
        row, settled = self.program.types[kind], float(self.settled[kind])
        self.program.low[row] = settled
        if kind in self.closed:
            self.program.high[row] = settled


def _grouped(columns: dict[tuple[Any, ...], int], best: Floats) -> dict[Pair, list[str]]:
    grouped: dict[Pair, list[str]] = defaultdict(list)
    for (slot, who, interpreter), at in columns.items():
        if best[at]:
            grouped[slot, who].append(interpreter)
    return grouped


def _counted(columns: dict[tuple[Any, ...], int], best: Floats) -> dict[Pair, Counter[Type]]:
    counted: dict[Pair, Counter[Type]] = defaultdict(Counter)
    for (slot, who, kind), at in columns.items():
        if best[at]:
            counted[slot, who][kind] = int(best[at])
    return counted


def _program(asking: Asking, settings: WorkshopSettings, most: int, persons: int) -> _Program:
    program = _Program()
    where: dict[Pair, list[Type]] = defaultdict(list)
    for kind, codes in asking.codes.items():
        pairs, _ = places(kind, settings, persons)
        columns = {}
        for slot, who in pairs:
            columns[program.variable("famille", slot, who, kind, most=min(len(codes), most))] = 1.0
            where[slot, who].append(kind)
        if columns:
            program.types[kind] = len(program.rows)
            program.limit(columns, len(codes))
    trainers = {trainer.id: trainer for trainer in settings.animation}
    for (slot, who), kinds in where.items():
        _workshop(program, settings, slot, trainers[who], kinds, most, persons)
    for slot in dict.fromkeys(slot for slot, _ in where):
        _shared(program, settings, slot, most, persons)
        _order(program, settings, slot)
    return program


def _workshop(
    program: _Program,
    settings: WorkshopSettings,
    slot: str,
    trainer: Trainer,
    kinds: list[Type],
    most: int,
    persons: int,
) -> None:
    """Write what holds inside the workshop of one trainer on one slot."""
    who = trainer.id
    families = {kind: program.columns["famille", slot, who, kind] for kind in kinds}
    useful = frozenset().union(*(kind.themes for kind in kinds))
    themes = {
        theme.id: program.variable("theme", slot, who, theme.id) for theme in settings.themes if theme.id in useful
    }
    sizes = _rooms(settings, slot, most, persons)
    rooms = {size: program.variable("salle", slot, who, size) for size in sizes}
    opened = dict.fromkeys(themes.values(), 1.0)
    program.limit(opened, 1)
    # One room for an open workshop, none for a closed one; no more families than it holds.
    program.limit(opened | dict.fromkeys(rooms.values(), -1.0), 0, low=0)
    held = {at: -float(size) for size, at in rooms.items()}
    program.limit(dict.fromkeys(families.values(), 1.0) | held, 0)
    program.limit(
        dict.fromkeys(themes.values(), float(settings.groupe_minimum)) | dict.fromkeys(families.values(), -1.0), 0
    )
    for kind, at in families.items():
        # One line per type rather than one for all: the linear relaxation is far tighter.
        program.limit({at: 1.0} | {themes[theme]: -program.upper[at] for theme in kind.themes}, 0)
    _languages(program, settings, slot, trainer, families, opened, most)


def _languages(
    program: _Program,
    settings: WorkshopSettings,
    slot: str,
    trainer: Trainer,
    families: dict[Type, int],
    opened: dict[int, float],
    most: int,
) -> None:
    """Write that a family comes only where its language is spoken or interpreted."""
    missing = {kind.language for kind in families} - set(trainer.langues)
    helpers = {
        helper: program.variable("interprete", slot, trainer.id, helper.id)
        for helper in settings.interpretes
        if helper.on(slot) and missing & set(helper.langues)
    }
    for at in helpers.values():
        program.limit({at: 1.0} | dict.fromkeys(opened, -1.0), 0)
    for language in sorted(missing):
        mine = {at: 1.0 for kind, at in families.items() if kind.language == language}
        program.limit(mine | {at: -float(most) for helper, at in helpers.items() if language in helper.langues}, 0)


def _shared(program: _Program, settings: WorkshopSettings, slot: str, most: int, persons: int) -> None:
    """Write what the workshops of one slot share: rooms, interpreters, childcare."""
    for size, count in _rooms(settings, slot, most, persons).items():
        columns = {at: 1.0 for name, at in program.named("salle").items() if name[0] == slot and name[2] == size}
        program.limit(columns, count)
    interpreters = program.named("interprete")
    for helper in settings.interpretes:
        program.limit({at: 1.0 for name, at in interpreters.items() if name[0] == slot and name[2] == helper.id}, 1)
    cared = {
        at: float(kind.children)
        for (where, _, kind), at in program.named("famille").items()
        if where == slot and kind.children
    }
    program.limit(cared, settings.garde.get(slot, 0))


def _order(program: _Program, settings: WorkshopSettings, slot: str) -> None:
    """Put the workshops of trainers whom nothing tells apart in the order of their themes: one plan stands for many."""
    for languages in dict.fromkeys(lead.langues for lead in settings.animation):
        alike = [lead.id for lead in settings.animation if lead.langues == languages and lead.on(slot)]
        for first, second in pairwise(alike):
            ranked = enumerate((theme.id for theme in settings.themes), start=1)
            terms: dict[int, float] = {}
            for rank, theme in ranked:
                if ("theme", slot, first, theme) in program.columns:
                    terms[program.columns["theme", slot, first, theme]] = -float(rank)
                    terms[program.columns["theme", slot, second, theme]] = float(rank)
            program.limit(terms, 0)


def _rooms(settings: WorkshopSettings, slot: str, most: int, persons: int) -> Counter[int]:
    """Return how many rooms of each size are free on a slot; the size is in families, the group's limit applied."""
    return Counter(
        min(room.places // persons, most) for room in settings.salles if room.on(slot) and room.places >= persons
    )


__all__ = ["Guests", "Pair", "Receiving", "Solution", "read_library", "solve"]
