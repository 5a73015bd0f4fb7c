"""Des milliers de tableaux au hasard, un attaquant qui a tout ce qui est publié : il ne cerne aucune petite case.

The attacker writes his own equations, sum by sum, from what is shown and nothing else; he solves them exactly. Flat and
linked tables are many small linear programs, solved together as one: a network has whole solutions. In three
dimensions whole numbers tell more than fractions, and he solves in whole numbers.
"""

from collections import defaultdict
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import block_diag, csr_array

from liaison.disclosure.attack import audit_interval, flow_reach
from liaison.disclosure.disclosure import PublishedTable, primary_suppression, protect, with_totals
from liaison.disclosure.linked import protect_linked

THRESHOLD = 11
CAP = 1e6  # ce que l'attaquant suppose de plus grand quand même le total est caché
AT_ONCE = 400
FLAT, LINKED, DEEP = 1500, 500, 40


@cache
def sums(shape: tuple[int, ...]) -> np.ndarray:
    """One row per cell with totals, one column per inner cell: which of these make it."""
    inner = np.arange(int(np.prod(shape))).reshape(shape)
    rows = []
    for cell in product(*(range(size + 1) for size in shape)):
        own = inner[
            tuple(slice(None) if at == size else slice(at, at + 1) for at, size in zip(cell, shape, strict=True))
        ]
        rows.append(np.isin(inner, own).ravel())
    return np.array(rows, dtype=float)


def known(table: PublishedTable) -> tuple[np.ndarray, np.ndarray]:
    """The equations of one table: a row and a value for each cell that is shown."""
    rows = sums(tuple(size - 1 for size in table.counts.shape))
    pairs = [(row, value) for row, value in zip(rows, table.shown(), strict=True) if value is not None]
    return np.array([row for row, _ in pairs]).reshape(-1, rows.shape[1]), np.array([value for _, value in pairs])


class Attacker:
    """Whoever collects questions « how little, how much can this be? » and answers them all at once."""

    def __init__(self) -> None:
        self.blocks: list[Any] = []
        self.values: list[Any] = []
        self.aims: list[Any] = []
        self.named: list[Any] = []

    def ask(self, equations: Any, aim: Any, named: Any) -> None:
        self.blocks.append(csr_array(equations[0]))
        self.values.append(equations[1])
        self.aims.append(aim)
        self.named.append(named)

    def widths(self) -> Any:
        """The width of each interval, and what it is about."""
        found = []
        for start in range(0, len(self.blocks), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            equations, right = block_diag(self.blocks[part], format="csr"), np.concatenate(self.values[part])
            aim = np.concatenate(self.aims[part])
            ends = []
            for sign in (1, -1):
                solved = linprog(sign * aim, A_eq=equations, b_eq=right, bounds=(0, CAP), method="highs")
                assert solved.status == 0, solved.message
                ends.append(np.add.reduceat(aim * solved.x, np.cumsum([0, *map(len, self.aims[part])])[:-1]))
            found += list(zip(ends[1] - ends[0], self.named[part], strict=True))
        return found


def flat_tables(count: int, seed: int = 20261125) -> list[np.ndarray]:
    """Tables of two to six lines, sparse or full, of small schools and of large ones."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        shape = tuple(rng.integers(2, 7, 2))
        mean = rng.choice([3, 8, 15, 40])
        made.append(rng.poisson(mean * rng.gamma(0.7, 1.4, shape)) * (rng.random(shape) > rng.choice([0, 0.3])))
    return made


def asked_of(attacker: Attacker, table: PublishedTable, named: object) -> int:
    equations, rows = known(table), sums(tuple(size - 1 for size in table.counts.shape))
    small = np.flatnonzero(table.small.ravel())
    for place in small:
        attacker.ask(equations, rows[place], (named, place))
    return len(small)


def test_no_small_cell_of_thousands_of_flat_tables_is_bounded_more_tightly_than_allowed() -> None:
    attacker = Attacker()
    asked = sum(asked_of(attacker, protect(counts, THRESHOLD), rank) for rank, counts in enumerate(flat_tables(FLAT)))
    assert asked > 5 * FLAT
    assert [named for width, named in attacker.widths() if width < THRESHOLD - 1 - 1e-6] == []


def test_the_attacker_is_not_blind_he_breaks_tables_whose_small_cells_alone_are_hidden() -> None:
    attacker = Attacker()
    for rank, counts in enumerate(flat_tables(200)):
        full = with_totals(counts)
        asked_of(attacker, PublishedTable(full, primary_suppression(full, THRESHOLD), THRESHOLD), rank)
    broken = [named for width, named in attacker.widths() if width < THRESHOLD - 1 - 1e-6]
    found_exactly = [named for width, named in attacker.widths() if width < 1e-6]
    assert len(broken) > 0.5 * len(attacker.named)
    assert len(found_exactly) > 0.2 * len(attacker.named)


def linked_equations(tables: Any, shape: Any) -> Any:
    """The equations of linked tables over the joint table of their questions."""
    joint = np.arange(int(np.prod(shape))).reshape(shape)
    rows, right = [], []
    for (_, name), table in tables.crossed.items():
        axis = {"a": 1, "b": 2, "c": 3}[name]
        for cell, value in zip(np.ndindex(table.counts.shape), table.shown(), strict=True):
            if value is None:
                continue
            own = joint if cell[0] == table.counts.shape[0] - 1 else np.take(joint, [cell[0]], axis=0)
            own = own if cell[1] == table.counts.shape[1] - 1 else np.take(own, [cell[1]], axis=axis)
            rows.append(np.isin(joint, own).ravel())
            right.append(value)
    return np.array(rows, dtype=float), np.array(right)


def test_no_small_cell_of_hundreds_of_linked_tables_is_bounded_either() -> None:
    rng = np.random.default_rng(7)
    attacker, asked = Attacker(), 0
    for rank in range(LINKED):
        shape = tuple(rng.integers(2, 4, 4))
        joint = rng.poisson(rng.choice([0.4, 1.5, 5]) * rng.gamma(0.6, 1.6, shape))
        alone = {"niveau": joint.sum(axis=(1, 2, 3))}
        crossed = {}
        for axis, name in ((1, "a"), (2, "b"), (3, "c")):
            others = tuple(other for other in (1, 2, 3) if other != axis)
            crossed["niveau", name] = joint.sum(axis=others)
            alone[name] = crossed["niveau", name].sum(axis=0)
        tables = protect_linked(alone, crossed, THRESHOLD)
        equations = linked_equations(tables, shape)
        if not len(equations[1]):
            continue
        for (_, name), table in tables.crossed.items():
            axis = {"a": 1, "b": 2, "c": 3}[name]
            for row, column in np.argwhere(primary_suppression(table.counts[:-1, :-1], THRESHOLD)):
                places = np.arange(joint.size).reshape(shape)
                own = np.take(np.take(places, [row], axis=0), [column], axis=axis)
                attacker.ask(equations, np.isin(places, own).ravel().astype(float), (rank, name, row, column))
                asked += 1
    assert asked > 5 * LINKED
    assert [named for width, named in attacker.widths() if width < THRESHOLD - 1 - 1e-6] == []


def whole_width(table: PublishedTable, place: int) -> float:
    """The exact interval of one cell, in whole numbers."""
    equations, right = known(table)
    aim = sums(tuple(size - 1 for size in table.counts.shape))[place]
    ends = []
    for sign in (1, -1):
        solved = milp(
            sign * aim,
            constraints=LinearConstraint(equations, right, right) if len(right) else (),
            integrality=np.ones(len(aim)),
            bounds=Bounds(0, CAP),
        )
        ends.append(round(sign * solved.fun))
    return ends[1] - ends[0]


def test_no_small_cell_of_three_questions_is_bounded_in_whole_numbers() -> None:
    rng = np.random.default_rng(3)
    asked = 0
    for _ in range(DEEP):
        counts = rng.poisson(rng.choice([4, 12, 30]) * rng.gamma(0.8, 1.25, tuple(rng.integers(2, 4, 3))))
        table = protect(counts, THRESHOLD)
        places = np.flatnonzero(table.small.ravel())
        for place in rng.permutation(places)[:6]:
            assert whole_width(table, place) >= THRESHOLD - 1
            asked += 1
    assert asked > 2 * DEEP


@pytest.mark.parametrize("counts", flat_tables(40, seed=5), ids=lambda counts: "x".join(map(str, counts.shape)))
def test_flows_find_exactly_what_programming_finds(counts: Any) -> None:
    table = protect(counts, THRESHOLD)
    for cell in map(tuple, np.argwhere(table.hidden)[:6]):
        low, high = audit_interval(table.counts, table.hidden, cell)
        assert flow_reach(table.counts, table.hidden, cell) == high - low


def test_who_also_knows_the_algorithm_finds_no_cell_exactly_and_how_much_he_narrows_is_counted() -> None:
    # Every table of two questions of two answers, up to 12 families, threshold 5: he groups those that the algorithm
    # publishes alike. Each small cell should have 5 values; he can rule out some, never all but one or two.
    threshold, most = 5, 12
    alike = defaultdict(list)
    for cells in product(range(most + 1), repeat=4):
        if sum(cells) <= most:
            counts = np.array(cells).reshape(2, 2)
            alike[tuple(protect(counts, threshold).shown())].append(counts)
    widths = []
    for published, tables in alike.items():
        if published[-1] is None:
            continue  # an unknown total: larger tables are alike too, which are not tried here
        width = np.ptp(tables, axis=0)
        widths += [
            width[cell] for counts in tables for cell in map(tuple, np.argwhere(primary_suppression(counts, threshold)))
        ]
    narrowed = np.array(widths) < threshold - 1
    assert len(widths) > 2000
    assert min(widths) >= 2
    # What docs/modele_diagnostic.md says of it.
    assert narrowed.mean() < 0.15
