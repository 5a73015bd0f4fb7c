"""Ce qu'un axe dit des questions dont il vient : un tableau de plus, qui pourrait trahir ce que les autres cachent.

The equipment axis is worked out from three questions, the skills axis from five gestures: who reads both knows more
than the sums of each. The reader's unknowns are therefore families by group and by whole set of answers to these
questions (a state); each state has its place on the axis. When such a reader bounds a small cell more tightly than
allowed, the axis is no longer published by group; when its totals alone still tell too much, not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

import numpy as np

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.axes import DEVICES, GRID
from liaison.diagnostic.disclosure import small_cells
from liaison.diagnostic.hypotheses import load_hypotheses
from liaison.diagnostic.linked import LinkedTables
from liaison.diagnostic.questionnaire import SEPARATOR, Questionnaire
from liaison.diagnostic.tabulation import EQUIPMENT_AXIS, NO_ANSWER, SKILLS_AXIS, Coded, coded

_ROOM = 1e-6
_CAP = 1e6  # au lieu de l'infini, quand même le total est caché
_LOOKS = 10  # tables au hasard, avant de chercher case par case


@dataclass(frozen=True)
class States:
    """Every set of answers to the questions of an axis: for each variable, the place of its value in each state.

    `alike`: values of a variable that the axis does not tell apart: a state holds the first, and stands for all.
    """

    places: Mapping[str, np.ndarray]
    alike: Mapping[str, tuple[int, ...]]

    def __len__(self) -> int:
        return len(next(iter(self.places.values())))


def untied(
    tables: LinkedTables, counted: Coded, by: str, questionnaire: Questionnaire
) -> tuple[LinkedTables, list[str]]:
    """Return the tables of which each axis betrays no small cell, and the axes of which less is published."""
    withheld = []
    for axis in (EQUIPMENT_AXIS, SKILLS_AXIS):
        states = _states(questionnaire.model_dump_json(), axis)
        if axis not in tables.alone or not states or not _betrays(tables, counted, by, states):
            continue
        withheld.append(axis)
        # Grouped by one of the questions, or by the axis itself, it is each of the others that says too much.
        names = [name for name in states.places if name != by] if by in states.places else [axis]
        tables = _totals_only(tables, by, names)
        if axis != by and _betrays(tables, counted, by, states):
            tables = _hidden(tables, by, axis)
    return tables, withheld


def _totals_only(tables: LinkedTables, by: str, names: list[str]) -> LinkedTables:
    """Return the tables without what is inside these crossings."""
    crossed = dict(tables.crossed)
    for name in names:
        hidden = crossed[by, name].hidden.copy()
        hidden[:-1, :-1] = True
        crossed[by, name] = replace(crossed[by, name], hidden=hidden)
    return replace(tables, crossed=crossed)


def _hidden(tables: LinkedTables, by: str, axis: str) -> LinkedTables:
    """Return the tables without the totals of an axis either."""
    alone, crossing = tables.alone[axis], tables.crossed[by, axis]
    inside, whole = alone.hidden.copy(), crossing.hidden.copy()
    inside[:-1], whole[-1, :-1] = True, True
    return LinkedTables(
        {**tables.alone, axis: replace(alone, hidden=inside)},
        {**tables.crossed, (by, axis): replace(crossing, hidden=whole)},
    )


def _states(questionnaire: str, axis: str) -> States | None:
    return _equipment(questionnaire) if axis == EQUIPMENT_AXIS else _skills(questionnaire)


@lru_cache(maxsize=8)
def _equipment(written: str) -> States | None:
    asked, rule = Questionnaire.model_validate_json(written), load_hypotheses().equipment_axis
    columns = {column.name: column for column in asked.columns()}
    devices = [f"{DEVICES}{SEPARATOR}{name}" for name in rule.appareils_de_travail]
    single = list(dict.fromkeys([*rule.insuffisant, *rule.partage]))
    if not {*devices, *single} <= set(columns):
        return None
    choices: list[list[dict[str, object]]] = [
        [{name: value} for value in (*columns[name].values, None)] for name in single
    ]
    others = [name for name, column in columns.items() if column.item.id == DEVICES and name not in devices]
    # A box besides, ticked: a family without a device for work has answered all the same.
    boxes = [dict(zip(devices, ticks, strict=True)) for ticks in product((True, False), repeat=len(devices))]
    answered: list[dict[str, object]] = [{**each, **dict.fromkeys(others[:1], True)} for each in boxes]
    choices.append([*answered, dict.fromkeys(devices)])
    missing = f"{DEVICES}{SEPARATOR}{NO_ANSWER}"
    return _of(asked, choices, [*single, *devices, missing, EQUIPMENT_AXIS], {})


@lru_cache(maxsize=8)
def _skills(written: str) -> States | None:
    asked, rule = Questionnaire.model_validate_json(written), load_hypotheses().skills_axis
    rows = [column for column in asked.columns() if column.item.id == GRID]
    if not rows:
        return None
    other = [place for place, value in enumerate(rows[0].values) if value != rule.sans_aide]
    kept = [rule.sans_aide, rows[0].values[other[0]], None]
    choices: list[list[dict[str, object]]] = [[{column.name: value} for value in kept] for column in rows]
    names = [column.name for column in rows]
    return _of(asked, choices, [*names, SKILLS_AXIS], dict.fromkeys(names, tuple(other)))


def _of(
    asked: Questionnaire,
    choices: list[list[dict[str, object]]],
    names: list[str],
    alike: dict[str, tuple[int, ...]],
) -> States:
    rows = [{name: value for part in parts for name, value in part.items()} for parts in product(*choices)]
    found = coded(answers_from_rows(rows, asked))
    return States({name: found.codes[name] for name in names}, alike)


def _betrays(tables: LinkedTables, counted: Coded, by: str, states: States) -> bool:
    """Whether the reader of the axis and its questions bounds one of their small cells too tightly."""
    if not len(counted):
        return False
    reader = _Reader(tables, counted, by, states)
    # A reader whom the tables contradict has other rules for the axis than the team: he deduces nothing.
    return reader.agrees and reader.bounds_one()


class _Reader:
    """Unknowns: families by group and state; then, by group, families of each value of each variable."""

    def __init__(self, tables: LinkedTables, counted: Coded, by: str, states: States):
        from scipy.sparse import csr_array

        self.names = [name for name in states.places if (by, name) in tables.crossed]
        self._tables = {name: tables.crossed[by, name] for name in self.names}
        self.threshold = next(iter(self._tables.values())).threshold
        self._groups = np.flatnonzero(tables.alone[by].counts[:-1])
        self._first: dict[str, int] = {}
        at = len(self._groups) * len(states)
        for name in self.names:
            self._first[name] = at
            at += len(self._groups) * len(counted.variables[name].values)
        self._size = at
        rows, right = self._equations(counted, states)
        entries = [(line, place, one) for line, row in enumerate(rows) for place, one in row.items()]
        lines, places, ones = (np.array(part) for part in zip(*entries, strict=True))
        self._rows, self._right = csr_array((ones, (lines, places)), shape=(len(rows), at)), np.array(right)
        self._most = np.full(at, _CAP)
        if by in states.places:  # a group is then a value of one of the variables: only its states are in it
            for rank, group in enumerate(self._groups.tolist()):
                self._most[rank * len(states) : (rank + 1) * len(states)][states.places[by] != group] = 0
        self._low, self._high = np.full(at, np.inf), np.full(at, -np.inf)
        self.agrees = self._look(np.zeros(at))

    def _cell(self, name: str, group: int, value: int) -> int:
        return self._first[name] + group * (self._tables[name].counts.shape[1] - 1) + value

    def _equations(self, counted: Coded, states: States) -> tuple[list[dict[int, float]], list[float]]:
        rows: list[dict[int, float]] = []
        right: list[float] = []

        def add(row: dict[int, float], value: float) -> None:
            rows.append(row)
            right.append(value)

        for name in self.names:
            for row in self._linking(name, states, len(counted.variables[name].values)):
                add(row, 0.0)
            for row, value in self._published(name):
                add(row, value)
        return rows, right

    def _linking(self, name: str, states: States, values: int) -> Iterator[dict[int, float]]:
        """Yield that families of a value, in a group, are those of the states that have it."""
        alike = states.alike.get(name, ())
        for group in range(len(self._groups)):
            for value in range(values):
                if value in alike[1:]:
                    continue
                own = np.flatnonzero(states.places[name] == value) + group * len(states)
                together = alike if value in alike else (value,)
                yield dict.fromkeys(own.tolist(), 1.0) | {self._cell(name, group, each): -1.0 for each in together}

    def _published(self, name: str) -> Iterator[tuple[dict[int, float], float]]:
        table = self._tables[name]
        values = table.counts.shape[1] - 1
        groups = [([rank], place) for rank, place in enumerate(self._groups.tolist())]
        groups.append(([*range(len(self._groups))], table.counts.shape[0] - 1))
        for ranks, line in groups:
            for column in range(values + 1):
                if not table.hidden[line, column]:
                    own = range(values) if column == values else (column,)
                    row = {self._cell(name, rank, value): 1.0 for rank in ranks for value in own}
                    yield row, float(table.counts[line, column])

    def small(self) -> list[int]:
        """Return the unknown of each small cell of the tables."""
        found = []
        for name, table in self._tables.items():
            inside = small_cells(table.counts[:-1, :-1], self.threshold)[self._groups]
            found += [self._cell(name, int(group), int(value)) for group, value in np.argwhere(inside)]
        return found

    def bounds_one(self) -> bool:
        """Whether some small cell has fewer than `threshold` values for this reader.

        Every table found on the way is one that he cannot rule out, for all cells at once: few have to be looked for.
        """
        small = self.small()
        chance = np.random.default_rng(len(small))
        for rank in range(_LOOKS):
            left = [place for place in small if not self._wide(place)]
            if not left:
                return False
            signs = np.ones(len(left)) if rank < 2 else chance.choice([-1.0, 1.0], len(left))
            self._aim(left, signs if rank % 2 else -signs)
        for place in small:
            for sign in (-1.0, 1.0):
                if not self._wide(place):
                    self._aim([place], np.array([sign]))
            if not self._wide(place):
                return True
        return False

    def _aim(self, places: list[int], signs: np.ndarray) -> None:
        aim = np.zeros(self._size)
        aim[places] = signs
        self._look(aim)

    def _wide(self, place: int) -> bool:
        return bool(self._high[place] - self._low[place] >= self.threshold - 1 - _ROOM)

    def _look(self, aim: np.ndarray) -> bool:
        """Find the table that this reader believes, of least `aim`, and keep how far its cells go; False: none."""
        from scipy.optimize import linprog

        found = linprog(
            aim,
            A_eq=self._rows,
            b_eq=self._right,
            bounds=np.column_stack([np.zeros(self._size), self._most]),
            method="highs",
        )
        if found.x is None:
            return False
        self._low, self._high = np.minimum(self._low, found.x), np.maximum(self._high, found.x)
        return True


__all__ = ["untied"]
