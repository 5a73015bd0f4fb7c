"""Qui lit tout ce qui est publié, ensemble : entre combien et combien chaque case est pour lui.

The reader's unknowns are the families of each group and of each value of each question (`foreknown`). What is
published is a list of sums of them (`Sum`), each told exactly, within a range, or not. An integer program (HiGHS)
gives tables of natural numbers that he cannot rule out; how far apart they are, for one cell, is what he does not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from scipy import sparse

from liaison.diagnostic.attack import Floats
from liaison.diagnostic.foreknown import Foreknown

_ROOM = 1e-6
_PRIMAL, _DUAL, _ITERATIONS = 4, 1, 20_000
_LOOKS = 16  # tables at random, before each cell is looked for


@dataclass(frozen=True)
class Sum:
    """Families of these groups that have one of these values of a variable, by their ranks: one cell, or several."""

    groups: tuple[int, ...]
    name: str
    values: tuple[int, ...]
    count: int


class Joint:
    """The reader's program: what he knows beforehand, how many families groups can have, and what is told of sums.

    `most`: families that each group has at most (inf: not known). A sum that has been told nothing of is free.
    """

    def __init__(self, known: Foreknown, by: str, sums: Sequence[Sum], most: Floats):
        self.sums = tuple(sums)
        self._known, self._groups = known, len(most)
        self._cells = self._groups * known.size
        rules = sparse.kron(sparse.eye_array(self._groups), known.matrix, format="csr")
        own = self.matrix(self.sums)
        slack = sparse.eye_array(len(self.sums))
        whole = sparse.block_array([[rules, None, None], [own, slack, -slack]], format="csr")
        self._first_row, self._slacks = rules.shape[0], np.arange(self._cells, whole.shape[1], dtype=np.int32)
        program = highspy.HighsLp()
        program.num_row_, program.num_col_ = whole.shape
        program.col_cost_ = np.zeros(whole.shape[1])
        program.col_lower_ = np.zeros(whole.shape[1])
        program.col_upper_ = np.concatenate([self._limits(by, most), np.zeros(2 * len(self.sums))])
        free = np.full(len(self.sums), np.inf)
        program.row_lower_ = np.concatenate([np.tile(known.low, self._groups), -free])
        program.row_upper_ = np.concatenate([np.tile(known.high, self._groups), free])
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_, program.a_matrix_.index_ = whole.indptr, whole.indices
        program.a_matrix_.value_ = whole.data
        self._solver = highspy.Highs()
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)
        self._solver.setOptionValue("simplex_iteration_limit", _ITERATIONS)
        self._solver.passModel(program)

    def matrix(self, sums: Sequence[Sum]) -> sparse.csr_array:
        """Return the unknowns of each sum: one row per sum."""
        places = [
            [group * self._known.size + self._known.place[each.name, value] for group in each.groups for value in each.values]
            for each in sums
        ]
        rows = np.repeat(np.arange(len(places)), [len(own) for own in places])
        columns = np.array([place for own in places for place in own], dtype=np.int64)
        return sparse.csr_array((np.ones(len(columns)), (rows, columns)), shape=(len(places), self._cells))

    def tell(self, place: int, low: float, high: float) -> None:
        """Publish that a sum, by its place in `sums`, is from `low` to `high`."""
        self._solver.changeRowBounds(self._first_row + place, low, high)

    def table(self, aim: Floats) -> Floats | None:
        """Return a table that the reader cannot rule out, of least `aim`; None when there is none."""
        every = np.arange(self._cells, dtype=np.int32)
        self._solver.changeColsCost(self._cells, every, aim)
        return self._run()

    def nearest(self, sum_: Floats, low: float, high: float, price: Floats) -> tuple[float, Floats] | None:
        """Return the price and values of a table in which a sum is from `low` to `high`, told sums changed at a price.

        `sum_`: what the sum adds up; `price`: of each family by which each told sum changes, inf where it cannot.
        """
        solver, both = self._solver, len(self._slacks)
        prices, limits = np.where(np.isinf(price), 0.0, price), np.where(np.isinf(price), 0.0, np.inf)
        self._solver.changeColsCost(self._cells, np.arange(self._cells, dtype=np.int32), np.zeros(self._cells))
        solver.changeColsCost(both, self._slacks, np.tile(prices, 2))
        solver.changeColsBounds(both, self._slacks, np.zeros(both), np.tile(limits, 2))
        own = np.flatnonzero(sum_).astype(np.int32)
        solver.addRow(low, high, len(own), own, sum_[own])
        found = self._run()
        cost = float(solver.getInfo().objective_function_value)
        solver.deleteRows(1, np.array([self._first_row + len(self.sums)], dtype=np.int32))
        solver.changeColsCost(both, self._slacks, np.zeros(both))
        solver.changeColsBounds(both, self._slacks, np.zeros(both), np.zeros(both))
        return None if found is None else (cost, found)

    def whole_numbers(self) -> None:
        """From now on, families are not cut in parts: exact, and slower."""
        every = np.arange(self._cells, dtype=np.int32)
        kinds = np.full(self._cells, highspy.HighsVarType.kInteger)
        self._solver.changeColsIntegrality(self._cells, every, kinds)

    def _limits(self, by: str, most: Floats) -> Floats:
        """Return how many families each unknown can be: in a group, everybody has its own value of `by`."""
        limits = np.full((self._groups, self._known.size), np.inf)
        limits[:, 0] = most
        for group in range(self._groups):
            for value in range(self._groups):
                if value != group:
                    limits[group, self._known.place[by, value]] = 0
        return limits.ravel()

    def _run(self) -> Floats | None:
        # Costs change from one look to the next, and the last table stays possible: primal simplex goes on from it,
        # five times as quick as dual; where it turns round, dual starts again from nothing.
        self._solver.setOptionValue("simplex_strategy", _PRIMAL)
        self._solver.run()
        if self._solver.getModelStatus() == highspy.HighsModelStatus.kIterationLimit:
            self._solver.clearSolver()
            self._solver.setOptionValue("simplex_strategy", _DUAL)
            self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._solver.getSolution().col_value)[: self._cells]


class Audit:
    """How many values each of some cells has for the reader, found little by little; `wanted`: how many, less one.

    Every table found on the way is one that he cannot rule out, for all cells at once: few have to be looked for.
    """

    def __init__(self, joint: Joint, cells: Sequence[Sum], wanted: Floats):
        self.joint, self.cells, self.wanted = joint, tuple(cells), wanted
        self._matrix, self._sums = joint.matrix(self.cells), joint.matrix(joint.sums)
        self._chance = np.random.default_rng(len(self.cells))
        # Of each table: its cells, and the sums that could be told.
        self.seen: list[tuple[Floats, Floats]] = []
        self.low, self.high = np.full(len(self.cells), np.inf), np.full(len(self.cells), -np.inf)

    def keep(self, table: Floats) -> None:
        """Count one more table that the reader cannot rule out."""
        self._keep(self._matrix @ table, self._sums @ table)

    def _keep(self, cells: Floats, sums: Floats) -> None:
        self.seen.append((cells, sums))
        self.low, self.high = np.minimum(self.low, cells), np.maximum(self.high, cells)

    def only(self, place: int, low: float, high: float) -> None:
        """Keep the tables in which a sum is from `low` to `high`: the others are ruled out."""
        self.again([each for each in self.seen if low - _ROOM <= each[1][place] <= high + _ROOM])

    def again(self, seen: Sequence[tuple[Floats, Floats]]) -> None:
        """Start again from these tables."""
        self.low, self.high, self.seen = np.full_like(self.low, np.inf), np.full_like(self.high, -np.inf), []
        for each in seen:
            self._keep(*each)

    def row(self, cell: int) -> Floats:
        """Return what a cell adds up."""
        return self._matrix[[cell]].toarray().ravel()

    def narrow(self) -> list[int]:
        """Return the cells that have too few values so far."""
        return np.flatnonzero(self.high - self.low < self.wanted - _ROOM).tolist()

    def bounded(self, first_only: bool = False) -> list[int]:
        """Return the cells that the reader bounds too well; the first one alone, if so asked.

        Raises:
            InfeasibleError: no table at all agrees with what is told.
        """
        for rank in range(_LOOKS):
            cells = self.narrow()
            if not cells:
                return []
            signs = np.ones(len(cells)) if rank < 2 else self._chance.choice([-1.0, 1.0], len(cells))
            self._look(cells, signs if rank % 2 else -signs)
        found = []
        for cell in self.narrow():
            for sign in (1.0, -1.0):
                if cell in self.narrow():
                    self._look([cell], np.array([sign]))
            if cell in self.narrow():
                found.append(cell)
                if first_only:
                    break
        return found

    def _look(self, cells: Sequence[int], signs: Floats) -> None:
        table = self.joint.table(self._matrix[list(cells)].T @ signs)
        if table is None:
            raise InfeasibleError("Les nombres publiés se contredisent : aucun tableau n'est possible.")
        self.keep(table)


class InfeasibleError(ValueError):
    """What is told contradicts itself: a fault of the program, never of the answers."""


__all__ = ["Audit", "InfeasibleError", "Joint", "Sum"]
