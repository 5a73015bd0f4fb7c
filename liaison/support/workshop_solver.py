"""Placer les familles dans des ateliers : un programme linéaire en nombres entiers, résolu par HiGHS.

Four aims, each solved in turn and then held: most of those who have most to learn (when the team asks for it), most
families, fewest workshops, fewest interpreters. When time runs out, the aims proven so far are said.

Unknowns, for a slot and a trainer (at most one workshop for the two): the theme, the class of room (rooms of one size
are one class), the interpreters, and how many families of each type. Families of one type are interchangeable, so
they are counted rather than named; a draw names them afterwards.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from liaison.support.workshop_types import Asking, Type, places
from liaison.support.workshops import Trainer, WorkshopSettings

Pair = tuple[str, str]  # a slot and a trainer
Aim = Literal["debutant", "nombre", "ateliers", "interpretes"]
AIMS: tuple[Aim, ...] = get_args(Aim)
Floats = NDArray[np.float64]
# HiGHS: 0 is optimal, 1 is a limit reached, with the best solution found so far, if any.
_OPTIMAL = 0


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

    def variable(self, *name: Any, most: float = 1) -> int:
        self.columns[name] = len(self.upper)
        self.upper.append(most)
        return len(self.upper) - 1

    def named(self, kind: str) -> dict[tuple[Any, ...], int]:
        return {name[1:]: column for name, column in self.columns.items() if name[0] == kind}

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


def solve(
    found: Asking,
    settings: WorkshopSettings,
    size: int,
    persons: int,
    seconds: float,
    wanted: Collection[Aim] = AIMS,
) -> Solution:
    """Return the best workshops found within `seconds`; `proven` says for which aims no better ones exist.

    `size`: most persons in a workshop; `persons`: how many a family sends; `wanted`: the aims that are tried.
    """
    program = _program(found, settings, size // persons, persons)
    families, sessions = program.named("famille"), program.named("theme")
    aims = [(name, aim) for name, aim in _aims(program, settings.d_abord) if name in wanted]
    if not families:
        return Solution({}, {}, {}, {}, proven=tuple(name for name, _ in aims))
    end = time.monotonic() + seconds
    best, proven = np.zeros(len(program.upper)), []
    for name, aim in aims:
        point, optimal = program.maximise(aim, end - time.monotonic())
        # Time runs out: what was found is kept when it is better, and the following aims are not tried.
        if point is not None and aim @ point >= aim @ best:
            best = point
        if not optimal:
            break
        proven.append(name)
        program.limit(
            {int(column): float(aim[column]) for column in np.flatnonzero(aim)}, np.inf, low=round(float(aim @ best))
        )
    return Solution(
        themes={(slot, who): theme for (slot, who, theme), at in sessions.items() if best[at]},
        room_places={(slot, who): size for (slot, who, size), at in program.named("salle").items() if best[at]},
        interpreters=_grouped(program.named("interprete"), best),
        families=_counted(families, best),
        proven=tuple(proven),
    )


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


def _aims(program: _Program, first: Literal["nombre", "debutant"]) -> list[tuple[Aim, Floats]]:
    """Return what is maximised, in order, as one weight per variable."""
    weights = {name: np.zeros(len(program.upper)) for name in AIMS}
    for (_, _, kind), at in program.named("famille").items():
        weights["nombre"][at] = 1
        weights["debutant"][at] = kind.beginner
    weights["ateliers"][list(program.named("theme").values())] = -1
    weights["interpretes"][list(program.named("interprete").values())] = -1
    return [(name, weights[name]) for name in AIMS if name != "debutant" or first == "debutant"]


def _program(found: Asking, settings: WorkshopSettings, most: int, persons: int) -> _Program:
    program = _Program()
    where: dict[Pair, list[Type]] = defaultdict(list)
    for kind, codes in found.codes.items():
        pairs, _ = places(kind, settings, persons)
        columns = {}
        for slot, who in pairs:
            columns[program.variable("famille", slot, who, kind, most=min(len(codes), most))] = 1.0
            where[slot, who].append(kind)
        program.limit(columns, len(codes))
    trainers = {one.id: one for one in settings.animation}
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
        one: program.variable("interprete", slot, trainer.id, one.id)
        for one in settings.interpretes
        if one.on(slot) and missing & set(one.langues)
    }
    for at in helpers.values():
        program.limit({at: 1.0} | dict.fromkeys(opened, -1.0), 0)
    for language in sorted(missing):
        mine = {at: 1.0 for kind, at in families.items() if kind.language == language}
        program.limit(mine | {at: -float(most) for one, at in helpers.items() if language in one.langues}, 0)


def _shared(program: _Program, settings: WorkshopSettings, slot: str, most: int, persons: int) -> None:
    """Write what the workshops of one slot share: rooms, interpreters, childcare."""
    for size, count in _rooms(settings, slot, most, persons).items():
        columns = {at: 1.0 for name, at in program.named("salle").items() if name[0] == slot and name[2] == size}
        program.limit(columns, count)
    interpreters = program.named("interprete")
    for one in settings.interpretes:
        program.limit({at: 1.0 for name, at in interpreters.items() if name[0] == slot and name[2] == one.id}, 1)
    cared = {
        at: float(kind.children)
        for (where, _, kind), at in program.named("famille").items()
        if where == slot and kind.children
    }
    program.limit(cared, settings.garde.get(slot, 0))


def _order(program: _Program, settings: WorkshopSettings, slot: str) -> None:
    """Put the workshops of trainers whom nothing tells apart in the order of their themes: one plan stands for many."""
    for languages in dict.fromkeys(one.langues for one in settings.animation):
        alike = [one.id for one in settings.animation if one.langues == languages and one.on(slot)]
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


__all__ = ["AIMS", "Aim", "Solution", "solve"]
