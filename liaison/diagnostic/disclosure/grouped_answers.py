"""Des réponses comptées par groupe, telles qu'elles se disent ensemble : les sommes, et ce qui doit rester caché."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from liaison.diagnostic.counting.tabulation import Coded
from liaison.diagnostic.disclosure.merging import Merged, Part, window
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE
from liaison.disclosure.attack import Counts, Floats
from liaison.disclosure.joint import Atom, Limits, Sum


def sums_of(counted: Coded, by: str, merged: Merged, names: Iterable[str]) -> tuple[Sum, ...]:
    """Return the sums that can be told: of these variables, in all then by group; of none, the sizes of groups."""
    every = every_group(counted, by)
    own = merged.told_of(names, by)
    if not own:
        sizes = counted.alone(by)
        parts = [every, *merged.groups]
        return tuple(Sum(part, "", (), int(sizes[list(part)].sum())) for part in parts)
    sums = []
    for name in own:
        counts = counted.alone(name)
        sums += [Sum(every, name, part, int(counts[list(part)].sum())) for part in merged.whole[name]]
    for name in own:
        table = counted.crossed(by, name)
        for group in merged.groups if merged.by_group else ():
            counts = table[list(group)].sum(axis=0)
            sums += [Sum(group, name, part, int(counts[list(part)].sum())) for part in merged.inside[name]]
    return tuple(sums)


def every_group(counted: Coded, by: str) -> Part:
    """Return the ranks of all the groups."""
    return tuple(range(len(counted.variables[by].values)))


@dataclass(frozen=True)
class GroupedAnswers:
    """Answers counted by group, and how values and groups are told together.

    `most`: families of each level, when a reader may know them.
    """

    counted: Coded
    by: str
    merged: Merged
    threshold: int
    most: Floats | None = None

    @cached_property
    def every(self) -> Part:
        """The ranks of all the groups."""
        return every_group(self.counted, self.by)

    @cached_property
    def sizes(self) -> Counts:
        """Families of each group."""
        return self.counted.alone(self.by)

    def published(self, names: Iterable[str]) -> list[str]:
        """Return those of these variables whose values are published."""
        return self.merged.told_of(names, self.by)

    def sums(self, names: Iterable[str]) -> tuple[Sum, ...]:
        """Return the sums that can be told of these variables (`sums_of`)."""
        return sums_of(self.counted, self.by, self.merged, names)

    def small(self, names: Iterable[str], atoms: Sequence[Atom]) -> tuple[Sum, ...]:
        """Return what must stay unknown: small cells of values as they are, in all and by group, and small sums as
        told.
        """
        published = self.published(names)
        groups = dict.fromkeys([*(atom.groups for atom in atoms), *self.merged.groups] if self.merged.by_group else ())
        small: dict[Sum, None] = {}
        for name in published:
            table = self.counted.crossed(self.by, name)
            for group in (self.every, *groups):
                counts = table[list(group)].sum(axis=0)
                for rank, count in enumerate(counts.tolist()):
                    small[Sum(group, name, (rank,), count)] = None
        if published:
            small |= dict.fromkeys(self.sums(published))
        return tuple(each for each in small if 0 < each.count < self.threshold)

    def limits(self, names: Sequence[str]) -> Limits:
        """Return what is known of the groups beside what is told of a block: their sizes, and families by level.

        Groups told together are apart for the program when more is known of each: its families, or what it answered.
        """
        merged, sizes, limit = self.merged, self.sizes, self._most
        atoms: list[Atom] = []
        known: list[tuple[Sum, float, float]] = []
        for part in merged.groups:
            size = float(sizes[list(part)].sum())
            if len(part) == 1 or not merged.by_group or (self.by not in names and limit is None):
                atoms.append(Atom(part, size, size))
                continue
            atoms += [Atom((group,), *window(sizes, part, group, limit)) for group in part]
            known.append((Sum(part, "", (), size), size, size))
        nobody = tuple(np.flatnonzero(sizes == 0).tolist())
        if nobody:
            atoms.append(Atom(nobody, 0, 0))
        if self.most is not None and LEVEL in self.published(names):
            levels = enumerate(self.most)
            known += [(Sum(self.every, LEVEL, (rank,), 0), 0, each) for rank, each in levels if np.isfinite(each)]
        known += [(each, 1, np.inf) for name in self.published(names) for each in self._named(name)]
        return Limits(tuple(atoms), self.by if self.by in names and merged.by_group else None, tuple(known))

    def _named(self, name: str) -> Iterator[Sum]:
        """Yield the levels, or the ways of asking, that are told with others: each has one family at least.

        Where nobody is, nothing is told together (`merging`), and the reader sees the zero.
        """
        if name not in (LEVEL, MODE):
            return
        counts = self.counted.alone(name)
        together = (*self.merged.whole.get(name, ()), *self.merged.inside.get(name, ()))
        for rank in sorted({rank for part in together if len(part) > 1 for rank in part if counts[rank]}):
            yield Sum(self.every, name, (rank,), 0)

    def promised(self, cells: Sequence[Sum], atoms: Sequence[Atom]) -> Floats:
        """Return how many values each cell is promised, less one: those of its group where it is small and known."""
        room = {
            atom.groups: atom.most - atom.least
            for atom in atoms
            if 0 < self.sizes[list(atom.groups)].sum() < self.threshold
        }
        return np.array([min(self.threshold - 1.0, room.get(cell.groups, np.inf)) for cell in cells])

    def is_cornered(self) -> bool:
        """Whether who knows how many families each level has bounds a small level, told with others only."""
        windows = [
            window(self.sizes, part, rank, self._most)
            for part in (self.merged.groups if self.merged.by_group else ())
            for rank in part
            if 0 < self.sizes[rank] < self.threshold
        ]
        return any(high - low < self.threshold - 1 for low, high in windows)

    @property
    def _most(self) -> Floats | None:
        return self.most if self.by == LEVEL else None


__all__ = ["GroupedAnswers", "every_group", "sums_of"]
