"""Qui lit tout ce qui est publié, ensemble : entre combien et combien chaque case est pour lui.

The reader's unknowns are the families of each group and of each value of each question (`foreknown`). What is
published is a list of sums of them (`Sum`), each told exactly, within a range, or not. A program (HiGHS) gives tables
of natural numbers that he cannot rule out; how far apart they are, for one cell, is what he does not know.

How many families each group has is told: nothing but an axis then ties one question to another, and each block of tied
questions has its own program. Groups told together are one for the program, unless something is known of each.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Self

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.disclosure.attack import Floats

phrase = french_beside(__file__)

ROOM = 1e-6
JOIN = "+"  # between the values that one variable joins: `a__b+c`
_FEASIBLE = 2  # how HiGHS calls a table that agrees with all
_PRIMAL, _DUAL, _ITERATIONS = 4, 1, 20_000
_LOOKS = 12  # tables at random, before each cell is looked for
_FAIR = 1.3  # what a nearest table of whole families may cost, beside one that cuts them in parts
_FEW_NODES = 50
# Families put together: of what is cut, the nearest quarter at a time; beyond so many times, branch and bound does it.
_HELD_AT_ONCE, _MOST_ROUNDS = 4, 60


@dataclass(frozen=True)
class Foreknown:
    """The equations of one group: `low <= matrix @ unknowns <= high`; every unknown is a number of families.

    Unknown 0 is the families of the group; `place[name, value]` the families that have a value of a variable (by its
    rank); the others are families by whole set of answers to the questions of an axis.
    """

    place: Mapping[tuple[str, int], int]
    matrix: sparse.csr_array
    low: Floats
    high: Floats

    @property
    def size(self) -> int:
        """How many unknowns a group has."""
        return int(self.matrix.shape[1])


@dataclass(frozen=True)
class Sum:
    """Families of these groups that have one of these values of a variable, by their ranks: one cell, or several.

    `weights`: what a family of each group counts for; every one for 1 when there is none. `more`: sums added to it.
    """

    groups: tuple[int, ...]
    name: str
    values: tuple[int, ...]
    count: float
    weights: tuple[float, ...] = ()
    more: tuple[Sum, ...] = ()

    def of(self, names: Collection[str]) -> bool:
        """Whether its variable is one of these; or its first box, when it joins several."""
        return self.name.partition(JOIN)[0] in names


@dataclass(frozen=True)
class Ends:
    """Between what a sum matters: beyond, it is the same as at the end. `open`: the low end is possible, always."""

    low: float = -np.inf
    high: float = np.inf
    open: bool = False


@dataclass(frozen=True)
class Atom:
    """Groups that the program does not tell apart, and how many families they have: from `least` to `most`."""

    groups: tuple[int, ...]
    least: float
    most: float


@dataclass(frozen=True)
class Limits:
    """What is known of groups beside the sums: atoms, how many families some of them have together, and more sums.

    `by`: the variable that makes groups, where it is one of the block.
    """

    atoms: tuple[Atom, ...]
    by: str | None
    known: tuple[tuple[Sum, float, float], ...] = ()


class Joint:
    """The reader's program: what he knows beforehand, and what is told of each of `sums`: nothing yet."""

    def __init__(self, rules: Foreknown, limits: Limits, sums: Sequence[Sum]):
        self.sums = tuple(sums)
        self._rules, self._atoms = rules, limits.atoms
        self._atom_of = {group: place for place, atom in enumerate(limits.atoms) for group in atom.groups}
        self.size = len(limits.atoms) * rules.size
        beside = self.matrix([each for each, _, _ in limits.known])
        self._own = self.matrix(self.sums)
        self._published = np.tile([[-np.inf], [np.inf]], len(self.sums))
        whole = _stacked(_repeated(rules.matrix, len(limits.atoms)), _Rows.of(beside), _with_slack(self._own))
        self._first_row = len(limits.atoms) * rules.matrix.shape[0] + beside.shape[0]
        self._slacks = np.arange(self.size, self.size + 2 * len(self.sums), dtype=np.int32)
        program = highspy.HighsLp()
        program.num_row_, program.num_col_ = len(whole.start) - 1, self.size + 2 * len(self.sums)
        program.col_cost_ = np.zeros(program.num_col_)
        self._bounds = least, most = self._limits(limits.by)
        program.col_lower_ = np.concatenate([least, np.zeros(2 * len(self.sums))])
        program.col_upper_ = np.concatenate([most, np.zeros(2 * len(self.sums))])
        free = np.full(len(self.sums), np.inf)
        count = len(limits.atoms)
        program.row_lower_ = np.concatenate([np.tile(rules.low, count), [low for _, low, _ in limits.known], -free])
        program.row_upper_ = np.concatenate([np.tile(rules.high, count), [high for _, _, high in limits.known], free])
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_, program.a_matrix_.index_ = whole.start, whole.index
        program.a_matrix_.value_ = whole.value
        self._solver = _Silent()
        for option, value in (("threads", 1), ("simplex_iteration_limit", _ITERATIONS)):
            self._solver.setOptionValue(option, value)
        self._solver.passModel(program)

    def matrix(self, sums: Sequence[Sum]) -> sparse.csr_array:
        """Return the unknowns of each sum: one row per sum."""
        rows: list[dict[int, float]] = []
        for each in sums:
            row: dict[int, float] = {}
            for place, coefficient in self._entries(each):
                row[place] = row.get(place, 0.0) + coefficient
            rows.append(dict(sorted(row.items())))
        start = np.cumsum([0, *map(len, rows)])
        places = [place for row in rows for place in row]
        coefficients = [each for row in rows for each in row.values()]
        return sparse.csr_array((np.array(coefficients, dtype=float), places, start), shape=(len(sums), self.size))

    def tell(self, place: int, low: float, high: float) -> None:
        """Publish that a sum, by its place in `sums`, is from `low` to `high`."""
        self._published[:, place] = low, high
        self._solver.changeRowBounds(self._first_row + place, low, high)

    def tables(self, aim: Floats) -> Iterator[Floats | None]:
        """Yield tables that the reader cannot rule out, of less and less `aim`, the last of least; None: there is none.

        The first may cut families in parts, and has then less than any other: the least is not under it.
        """
        self._aim(aim)
        table = self._run()
        if table is None:
            # From the last table, the solver may lose its way and say that there is none: it starts again from nothing.
            table = self._run_anew()
        yield table
        if table is not None and not is_whole(table):
            yield self._rounded(table)
            self._aim(aim)
            yield self._whole()

    def nearest(
        self, sum_: Floats, ends: tuple[float, float], price: Floats, under: Floats
    ) -> tuple[float, Floats] | None:
        """Return the price and values of a table in which a sum is between two ends, told sums changed at a price.

        `sum_`: what the sum adds up; `price`: of each family by which each told sum leaves what is told of it, inf
        where it cannot; `under`: how far under it each can go at most.
        """
        solver, both = self._solver, len(self._slacks)
        prices, over = np.where(np.isinf(price), 0.0, price), np.where(np.isinf(price), 0.0, np.inf)
        limits = np.concatenate([np.minimum(over, under), over])
        self._aim(np.zeros(self.size))
        solver.changeColsCost(both, self._slacks, np.tile(prices, 2))
        solver.changeColsBounds(both, self._slacks, np.zeros(both), limits)
        own = np.flatnonzero(sum_).astype(np.int32)
        solver.addRow(*ends, len(own), own, sum_[own])
        table = self._run()
        if table is not None and not is_whole(table):
            fair = self._price_of(table, prices) * _FAIR + _FAIR
            rounded = self._rounded(table)
            # Rounded family by family, a table that moves nothing can become one that moves everything.
            dear = rounded is None or self._price_of(rounded, prices) > fair
            if dear:
                cheap = self._whole(fair)
                table = rounded if cheap is None else cheap
            else:
                table = rounded
        solver.deleteRows(1, np.array([self._first_row + len(self.sums)], dtype=np.int32))
        solver.changeColsCost(both, self._slacks, np.zeros(both))
        solver.changeColsBounds(both, self._slacks, np.zeros(both), np.zeros(both))
        return None if table is None else (self._price_of(table, prices), table)

    def values(self, table: Floats) -> Floats:
        """Return what each sum is in a table."""
        values: Floats = self._own @ table
        return values

    def _price_of(self, table: Floats, prices: Floats) -> float:
        """Return what it costs that each sum leaves what is told of it."""
        values = self.values(table)
        return float(prices @ np.maximum(np.maximum(self._published[0] - values, values - self._published[1]), 0))

    def _entries(self, added: Sum) -> Iterable[tuple[int, float]]:
        """Yield the unknowns of a sum, and what each counts for."""
        weights = dict(zip(added.groups, added.weights or (1.0,) * len(added.groups), strict=True))
        for place in dict.fromkeys(self._atom_of[group] for group in added.groups):
            atom = self._atoms[place]
            if not set(atom.groups) <= set(added.groups):
                raise ValueError("A sum of a part of an atom cannot be written.")
            start = place * self._rules.size
            if added.name == "":  # all the families of these groups
                yield start, weights[atom.groups[0]]
            for value in added.values:
                yield start + self._rules.place[added.name, value], weights[atom.groups[0]]
        for each in added.more:
            yield from self._entries(each)

    def _limits(self, by: str | None) -> tuple[Floats, Floats]:
        """Return how many families each unknown can be: in a group, everybody has a value of `by` that is its own."""
        shape = (len(self._atoms), self._rules.size)
        least, most = np.zeros(shape), np.full(shape, np.inf)
        for place, atom in enumerate(self._atoms):
            least[place, 0], most[place, 0] = atom.least, atom.most
            for (name, value), unknown in self._rules.place.items():
                if name == by and value not in atom.groups:
                    most[place, unknown] = 0
        return least.ravel(), most.ravel()

    def _aim(self, aim: Floats) -> None:
        self._solver.changeColsCost(self.size, np.arange(self.size, dtype=np.int32), aim)

    def _run(self) -> Floats | None:
        # Costs change from one look to the next, and the last table stays possible: primal simplex goes on from it,
        # five times as quick as dual; where it turns round, dual starts again from nothing.
        self._solver.setOptionValue("simplex_strategy", _PRIMAL)
        self._solver.run()
        if self._solver.getModelStatus() == highspy.HighsModelStatus.kIterationLimit:
            return self._run_anew()
        return self._solution()

    def _run_anew(self) -> Floats | None:
        self._solver.clearSolver()
        self._solver.setOptionValue("simplex_strategy", _DUAL)
        self._solver.run()
        return self._solution()

    def _rounded(self, table: Floats) -> Floats | None:
        """Return a table of whole families near one that cuts them in parts, a few columns at once; None: it fails."""
        least, most = self._bounds
        whole: Floats | None = table
        held: set[int] = set()
        self._solver.setOptionValue("simplex_strategy", _DUAL)
        for _ in range(_MOST_ROUNDS):
            if whole is None or is_whole(whole):
                break
            away = np.abs(whole - np.round(whole))
            cut = np.flatnonzero(away >= ROOM)
            nearest = cut[np.argsort(away[cut], kind="stable")][: max(1, len(cut) // _HELD_AT_ONCE)]
            for column in nearest.tolist():
                self._solver.changeColBounds(column, *(float(np.round(whole[column])),) * 2)
            held.update(nearest.tolist())
            self._solver.run()
            whole = self._solution()
        if held:
            places = np.array(sorted(held), dtype=np.int32)
            self._solver.changeColsBounds(len(places), places, least[places], most[places])
        return whole if whole is not None and is_whole(whole) else None

    def _whole(self, gap: float = 0.0) -> Floats | None:
        """Return what was just looked for, within a gap, with families that are not cut in parts: slower."""
        every, basis = np.arange(self.size, dtype=np.int32), self._solver.getBasis()
        self._solver.setOptionValue("mip_abs_gap", gap)
        # Where any table will do, the one rounded before is there if branches take too long.
        self._solver.setOptionValue("mip_max_nodes", _FEW_NODES if gap else highspy.kHighsIInf)
        self._solver.changeColsIntegrality(self.size, every, np.full(self.size, highspy.HighsVarType.kInteger))
        self._solver.run()
        table = self._solution()
        self._solver.changeColsIntegrality(self.size, every, np.full(self.size, highspy.HighsVarType.kContinuous))
        self._solver.setBasis(basis)
        return table

    def _solution(self) -> Floats | None:
        status, info = self._solver.getModelStatus(), self._solver.getInfo()
        stopped = status == highspy.HighsModelStatus.kSolutionLimit and info.primal_solution_status == _FEASIBLE
        if status != highspy.HighsModelStatus.kOptimal and not stopped:
            return None
        return np.array(self._solver.getSolution().col_value)[: self.size]


@dataclass(frozen=True)
class _Rows:
    """Rows of a sparse matrix as a solver takes them: made by hand, scipy takes longer than the solver to join them."""

    start: NDArray[np.int32]
    index: NDArray[np.int32]
    value: Floats

    @classmethod
    def of(cls, matrix: sparse.csr_array) -> Self:
        """Return the rows of a matrix."""
        return cls(matrix.indptr, matrix.indices, matrix.data)


def _repeated(matrix: sparse.csr_array, times: int) -> _Rows:
    """Return the same rows so many times, each time on columns of their own."""
    size, count = matrix.shape[1], len(matrix.indices)
    shift = np.repeat(np.arange(times), count) * size
    ends = (np.arange(times)[:, None] * count + matrix.indptr[1:]).ravel()
    return _Rows(np.append(0, ends), np.tile(matrix.indices, times) + shift, np.tile(matrix.data, times))


def _with_slack(matrix: sparse.csr_array) -> _Rows:
    """Return rows that can each be more, or less, by a column of its own."""
    rows, size = matrix.shape
    slacks = np.column_stack([np.arange(rows) + size, np.arange(rows) + size + rows]).ravel()
    ends = np.repeat(matrix.indptr[1:], 2)
    return _Rows(
        matrix.indptr + 2 * np.arange(rows + 1),
        np.insert(matrix.indices, ends, slacks),
        np.insert(matrix.data, ends, np.tile([1.0, -1.0], rows)),
    )


def _stacked(*parts: _Rows) -> _Rows:
    """Return the rows of each part, one after the other."""
    before = np.cumsum([0, *(len(part.index) for part in parts)])
    ends = [part.start[1:] + shift for part, shift in zip(parts, before[:-1], strict=True)]
    return _Rows(
        np.concatenate([[0], *ends]).astype(np.int32),
        np.concatenate([part.index for part in parts]).astype(np.int32),
        np.concatenate([part.value for part in parts]),
    )


class _Silent(highspy.Highs):
    """A solver that prints nothing: HiGHS says its name as soon as it listens, and `--json` is read by programs."""

    def enableCallbacks(self) -> None:  # noqa: N802 (its own name there)
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()


def is_whole(table: Floats) -> bool:
    return bool(np.abs(table - np.round(table)).max(initial=0) < ROOM)


class Audit:
    """The audit interval of some cells: how many values each has for the reader; `wanted`: how many at least, less one.

    `ends`: of each cell, between what its values matter.
    Every table found on the way is one that he cannot rule out, for all cells at once: few have to be looked for. The
    true one is the first.
    """

    def __init__(self, joint: Joint, cells: Sequence[Sum], wanted: Floats, ends: Sequence[Ends] = ()):
        self.joint, self.cells, self.wanted = joint, tuple(cells), wanted
        self.matrix = joint.matrix(self.cells)
        self._chance = np.random.default_rng(len(self.cells))
        self.every = tuple(ends) or (Ends(),) * len(self.cells)
        self.ends = np.array([[each.low, each.high] for each in self.every]).reshape(-1, 2).T
        self.high = np.clip([float(each.count) for each in self.cells], *self.ends)
        self.low = np.where([each.open for each in self.every], self.ends[0], self.high)

    def keep(self, table: Floats) -> None:
        """Count one more table that the reader cannot rule out."""
        cells = np.clip(self.matrix @ table, *self.ends)
        self.low, self.high = np.minimum(self.low, cells), np.maximum(self.high, cells)

    def row(self, cell: int) -> Floats:
        """Return what a cell adds up."""
        own = slice(*self.matrix.indptr[cell : cell + 2])
        row = np.zeros(self.matrix.shape[1])
        row[self.matrix.indices[own]] = self.matrix.data[own]
        return row

    def narrow(self) -> list[int]:
        """Return the cells that have too few values so far."""
        return np.flatnonzero(self.high - self.low < self.wanted - ROOM).tolist()

    def look(self) -> None:
        """Look for a few tables in which many cells that have too few values are as far as they go.

        Raises:
            AuditError: no table at all agrees with what is told.
        """
        for rank in range(_LOOKS):
            cells = self.narrow()
            if len(cells) < 2:
                break
            signs = np.ones(len(cells)) if rank < 2 else self._chance.choice([-1.0, 1.0], len(cells))
            self._look(cells, signs if rank % 2 else -signs)

    def bounded(self) -> list[int]:
        """Return the cells that the reader bounds too well.

        Raises:
            AuditError: no table at all agrees with what is told.
        """
        self.look()
        for cell in self.narrow():
            for sign in (1.0, -1.0):
                if cell in self.narrow():
                    self._look([cell], np.array([sign]), exact=True)
        return self.narrow()

    def _look(self, cells: Sequence[int], signs: Floats, exact: bool = False) -> None:
        weights = np.zeros(len(self.cells))
        weights[list(cells)] = signs
        tables = self.joint.tables(self.matrix.T @ weights)
        first = next(tables)
        if first is None:
            raise AuditError(phrase("nombres-contradictoires"))
        for table in chain([first], tables if exact else islice(tables, 1)):
            if table is not None and is_whole(table):
                self.keep(np.round(table))
            if cells[0] not in self.narrow():
                return


class AuditError(FrenchError):
    """What is about to be published contradicts itself or tells too much: a fault of the program."""


__all__ = ["ROOM", "Atom", "Audit", "AuditError", "Ends", "Joint", "Limits", "Sum"]
